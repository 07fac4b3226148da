// What is left of socket.io-parser's handling of binary data: nothing. The wire carries JSON both ways (shared/contract.ts),
// and every screen would fetch what takes it apart and never use it. The build puts this in the place of both its modules.

export const isBinary = (): boolean => false;
export const hasBinary = isBinary;

const never = (): never => {
	throw new Error('the wire carries no binary data');
};
export const deconstructPacket = never;
export const reconstructPacket = never;
