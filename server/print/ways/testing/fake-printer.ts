// The fake printer on the network: a TCP server that can also turn away and come back.

import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { type Behaviour, openFakeCore, type Session } from './fake-core.ts';

export { type Behaviour, WELL } from './fake-core.ts';

export interface FakePrinter {
	readonly port: number;
	/** Change it at any time. */
	readonly is: Behaviour;
	/** The bytes of each slip that was worked off to its end. */
	readonly slips: readonly Uint8Array[];
	/** Bytes of slips that ever arrived: questions are none. */
	readonly received: () => number;
	readonly connections: () => number;
	readonly sessions: readonly Session[];
	/** Switched off: the address refuses, and what was connected is torn down. */
	readonly refuse: () => Promise<void>;
	/** Switched on again, at the same address. */
	readonly listen: () => Promise<void>;
	readonly close: () => Promise<void>;
}

const TICK_MS = 4;

export async function openFakePrinter(behaviour: Partial<Behaviour> = {}): Promise<FakePrinter> {
	const core = openFakeCore(behaviour);
	const sockets = new Set<Socket>();
	const serve = (socket: Socket): void => {
		sockets.add(socket);
		const session = core.connect({
			say: (bytes) => {
				if (socket.writable) socket.write(bytes);
			},
			hangUp: () => socket.end(),
			tearDown: () => socket.resetAndDestroy(),
		});
		// A tester's client may tear the connection down: that is no fault of this printer.
		socket.on('error', () => socket.destroy());
		socket.on('end', () => session.over('ended'));
		socket.on('data', (bytes) => session.take(bytes));
		const paused = setInterval(obey, TICK_MS);
		function obey(): void {
			if (core.is.reads === 'never') socket.pause();
			else if (socket.isPaused()) socket.resume();
		}
		obey();
		socket.on('close', () => {
			clearInterval(paused);
			sockets.delete(socket);
			session.over('torn');
		});
	};
	let server: Server;
	async function listen(port: number): Promise<number> {
		server = createServer(serve).listen(port, '127.0.0.1');
		await once(server, 'listening');
		const address = server.address();
		if (address === null || typeof address === 'string') throw new Error('the fake printer has no port');
		return address.port;
	}
	async function refuse(): Promise<void> {
		for (const socket of sockets) socket.resetAndDestroy();
		if (!server.listening) return;
		server.close();
		await once(server, 'close');
	}
	const port = await listen(0);
	return {
		port,
		is: core.is,
		slips: core.slips,
		received: core.received,
		connections: () => core.sessions.length,
		sessions: core.sessions,
		refuse,
		listen: async () => {
			await listen(port);
		},
		close: async () => {
			core.close();
			await refuse();
		},
	};
}
