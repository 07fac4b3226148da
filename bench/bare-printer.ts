// A printer that does nothing but answer: it is always ready, and everything was printed. With a stopwatch at its first byte.

import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';

export interface BarePrinter {
	readonly port: number;
	/** When the first byte of the next slip comes in. */
	readonly firstByte: () => Promise<number>;
	/** Bytes of each slip so far. */
	readonly sizes: readonly number[];
	/** From now on it takes everything and says nothing. */
	readonly stall: () => void;
	readonly close: () => Promise<void>;
}

const DLE = 0x10;
const READY = 0x12;
const QUESTION_LENGTH = 3;
/** GS r 1, at the end of a slip. */
const LAST = [0x1d, 0x72, 0x01] as const;

export async function openBarePrinter(): Promise<BarePrinter> {
	const sizes: number[] = [];
	const sockets = new Set<Socket>();
	const waiting: ((at: number) => void)[] = [];
	let stalled = false;
	const server = createServer((socket) => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
		socket.on('error', () => socket.destroy());
		let size = 0;
		socket.on('data', (bytes) => {
			const at = performance.now();
			if (stalled) return;
			// Questions come alone or together, and never inside a slip.
			if (bytes[0] === DLE && size === 0) {
				for (let asked = 0; asked < bytes.length; asked += QUESTION_LENGTH) socket.write(Uint8Array.of(READY));
				return;
			}
			if (size === 0 && bytes.length > QUESTION_LENGTH) waiting.shift()?.(at);
			size += bytes.length;
			if (LAST.every((byte, place) => bytes.at(place - LAST.length) === byte)) {
				if (size > QUESTION_LENGTH) sizes.push(size);
				size = 0;
				socket.write(Uint8Array.of(0));
			}
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('the printer has no port');
	return {
		port: address.port,
		firstByte: () => new Promise((resolve) => waiting.push(resolve)),
		sizes,
		stall: () => {
			stalled = true;
		},
		close: async () => {
			for (const socket of sockets) socket.destroy();
			server.close();
			await once(server, 'close');
		},
	};
}
