// One agent for one memory: two would push each other out of the hall's door for ever, and each would take the other's
// slips for its own of before. The operating system keeps the place, and gives it up when the process ends, however it ends.

import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { platform, tmpdir } from 'node:os';
import path from 'node:path';

/** Short whatever the file is called: the name of a socket has 107 characters at most. */
function placeOf(file: string): string {
	const name = `giliran-print-agent-${createHash('sha256').update(file).digest('hex').slice(0, 16)}`;
	return platform() === 'win32' ? `\\\\.\\pipe\\${name}` : path.join(tmpdir(), `${name}.sock`);
}

/** Takes the place for as long as this process lives; false where another agent has it. */
export async function aloneWith(file: string): Promise<boolean> {
	const place = placeOf(file);
	if (await taken(place)) return true;
	if (await answers(place)) return false;
	// Left by one that was killed.
	rmSync(place, { force: true });
	return taken(place);
}

const taken = (place: string): Promise<boolean> =>
	new Promise((resolve, reject) => {
		const server = createServer((socket) => socket.destroy());
		server.once('error', (error) => ('code' in error && error.code === 'EADDRINUSE' ? resolve(false) : reject(error)));
		server.listen(place, () => resolve(true));
		server.unref();
	});

const answers = (place: string): Promise<boolean> =>
	new Promise((resolve) => {
		const socket = connect(place, () => {
			socket.destroy();
			resolve(true);
		});
		socket.once('error', () => resolve(false));
	});
