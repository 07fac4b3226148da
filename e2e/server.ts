// The built program as a newcomer starts it: its own process, its own empty folder, a port that is free.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Running {
	readonly url: string;
	readonly folder: string;
	readonly child: ChildProcess;
	/** Everything it has printed. */
	readonly printed: () => string;
	/** Sends the signal and waits for the end; the exit code, or the signal that ended it. */
	readonly stop: (signal?: NodeJS.Signals) => Promise<number | NodeJS.Signals | null>;
}

export const newFolder = (): string => mkdtempSync(path.join(tmpdir(), 'giliran-e2e-'));
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** Starts the program and waits until it says where it is; rejects with what it printed when it ends instead. */
export function startServer(folder: string, environment: Readonly<Record<string, string>> = {}): Promise<Running> {
	const child = spawn(process.execPath, ['dist/server/main.js'], {
		env: {
			...process.env,
			PORT: '0',
			HOST: '127.0.0.1',
			DATA_DIR: folder,
			PRINTER: '',
			PUBLIC_URL: '',
			// The tests press faster than people do; e2e/kiosk-rough.test.ts leaves it on.
			KIOSK_LIMIT: 'off',
			...environment,
		},
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let printed = '';
	const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
		child.once('exit', (code, signal) => resolve(code ?? signal)),
	);
	return new Promise((resolve, reject) => {
		const hear = (chunk: Buffer): void => {
			printed += chunk.toString();
			const url = /siap di (http:\/\/\S+?)\/\s/.exec(printed)?.[1];
			if (!url) return;
			resolve({
				url,
				folder,
				child,
				printed: () => printed,
				stop: (signal = 'SIGTERM') => {
					child.kill(signal);
					return ended;
				},
			});
		};
		child.stdout.on('data', hear);
		child.stderr.on('data', hear);
		void ended.then((code) => reject(new Error(`the server ended (${code}): ${printed}`)));
	});
}
