// The processes of a bench: the hall's server, the floor, and the one that plays the visitors, each its own, so that none
// is measured together with what measures it. All of them end with the bench.

import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Done, FloorParts, Job } from './jobs.ts';

export interface Running {
	readonly url: string;
	readonly pid: number;
	readonly stop: () => Promise<void>;
}
export interface Visitors {
	readonly play: <J extends Job>(job: J) => Promise<Done<J>>;
	readonly stop: () => Promise<void>;
}

const program = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

export const SERVER = program('../server/main.js');

/** The environment of a server on this folder; `port` 0: any that is free. */
export const environment = (folder: string, port: number): NodeJS.ProcessEnv => ({
	...process.env,
	PORT: String(port),
	HOST: '127.0.0.1',
	DATA_DIR: folder,
	PRINTER: '',
	PUBLIC_URL: '',
	PAPER: '',
	// What is measured presses faster than a hand may.
	KIOSK_LIMIT: 'off',
});

export async function startServer(
	folder: string,
	nodeFlags: readonly string[] = [],
	more: NodeJS.ProcessEnv = {},
): Promise<Running> {
	const child = spawn(process.execPath, [...nodeFlags, SERVER], {
		env: { ...environment(folder, 0), ...more },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	endWithBench(child);
	let said = '';
	const url = await new Promise<string>((resolve, reject) => {
		const hear = (chunk: Buffer): void => {
			said += chunk.toString();
			const found = /siap di (http:\/\/[^\s/]+)/.exec(said)?.[1];
			if (found) resolve(found);
		};
		child.stdout.on('data', hear);
		child.stderr.on('data', hear);
		child.once('exit', () => reject(new Error(`the server did not start: ${said}`)));
	});
	return { url, pid: pidOf(child), stop: () => end(child) };
}

/** The floor says its address when it listens. */
export async function startFloor(parts: FloorParts): Promise<Running> {
	const child = fork(program('./floor.js'), { serialization: 'advanced' });
	child.send(parts);
	const [url] = (await once(child, 'message')) as [string];
	return { url, pid: pidOf(child), stop: () => end(child) };
}

/** One job at a time. */
export function startVisitors(): Visitors {
	const child = fork(program('./visitors.js'), { serialization: 'advanced' });
	return {
		play: <J extends Job>(job: J) =>
			new Promise<Done<J>>((resolve, reject) => {
				const gone = (): void => reject(new Error('the visitors ended before they were done'));
				child.once('exit', gone);
				child.once('message', (answer: { readonly done: Done<J> } | { readonly failed: string }) => {
					child.off('exit', gone);
					if ('done' in answer) resolve(answer.done);
					else reject(new Error(answer.failed));
				});
				child.send(job);
			}),
		stop: () => end(child),
	};
}

/** A server hears nothing when the bench fails; the forked ones do. */
export function endWithBench(child: ChildProcess): void {
	const kill = (): void => void child.kill('SIGKILL');
	process.once('exit', kill);
	child.once('exit', () => process.off('exit', kill));
}

function pidOf({ pid }: ChildProcess): number {
	if (pid === undefined) throw new Error('a process could not be started');
	return pid;
}

async function end(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	child.kill('SIGTERM');
	await once(child, 'exit');
}
