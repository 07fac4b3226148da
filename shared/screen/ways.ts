// How a screen is reached: by WebSocket. The board alone knows another way (ways-of-board.ts), and no other screen is sent
// its code.

import { type ManagerOptions, WebSocket } from 'socket.io-client';

/** `transports`: the classes of the ways, not their names: the build leaves the table of names out (see transports.ts). */
export type Ways = Pick<ManagerOptions, 'transports'> &
	Partial<Pick<ManagerOptions, 'tryAllTransports' | 'extraHeaders' | 'requestTimeout'>>;

export const BY_SOCKET: Ways = { transports: [WebSocket] };
