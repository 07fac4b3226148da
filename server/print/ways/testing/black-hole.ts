// An address where nobody answers, not even with a no: a listener that never accepts, with its short queue filled up, so
// that the system leaves every further knock without a reply.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface BlackHole {
	readonly port: number;
	readonly close: () => Promise<void>;
}

const DEAF = `
const server = require('node:net').createServer();
server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
	require('node:fs').writeSync(1, server.address().port + '\\n');
	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});`;
const KNOCK_MS = 200;
const KNOCKS = 16;

export async function openBlackHole(): Promise<BlackHole> {
	const child = spawn(process.execPath, ['-e', DEAF], { stdio: ['ignore', 'pipe', 'inherit'] });
	const [said] = await once(child.stdout, 'data');
	const port = Number(said);
	const knocks: Socket[] = [];
	const answered = async (): Promise<boolean> => {
		const socket = connect(port, '127.0.0.1');
		knocks.push(socket);
		// Torn down at the end of the test, or never answered: both are what this is for.
		socket.on('error', () => socket.destroy());
		return Promise.race([
			once(socket, 'connect').then(() => true),
			new Promise<boolean>((resolve) => setTimeout(() => resolve(false), KNOCK_MS)),
		]);
	};
	let full = false;
	for (let knock = 0; knock < KNOCKS && !full; knock++) full = !(await answered());
	if (!full) throw new Error('the listener still answers');
	return {
		port,
		close: async () => {
			for (const socket of knocks) socket.destroy();
			child.kill('SIGKILL');
			await once(child, 'close');
		},
	};
}
