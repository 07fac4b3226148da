// A Chromium of long ago, where this machine has one: too old for Playwright, so it is only started and left alone; what
// became of its board the hall knows, because boards say what they have shown and spoken.
// One that can be had: npm pack chrome-aws-lambda@64.0.3264, then unpack its bin/chromium.br with Brotli.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The program's path, from GILIRAN_OLD_CHROMIUM; null: there is none here. */
export const oldChromium = process.env.GILIRAN_OLD_CHROMIUM || null;

export interface OldBrowser {
	/** What its pages complained about: an error, or a refusal by their own policy. */
	readonly complaints: () => readonly string[];
	readonly close: () => Promise<void>;
}

export function openOldBrowser(program: string, address: string): OldBrowser {
	const profile = mkdtempSync(path.join(tmpdir(), 'giliran-old-'));
	let said = '';
	const child: ChildProcess = spawn(
		program,
		[
			...['--headless', '--no-sandbox', '--disable-gpu', '--window-size=1920,1080', '--enable-logging=stderr'],
			// Without it, this one would draw the page once and end.
			...['--remote-debugging-port=0', `--user-data-dir=${profile}`, address],
		],
		{ stdio: ['ignore', 'ignore', 'pipe'] },
	);
	child.stderr?.on('data', (part: Buffer) => {
		said += part.toString();
	});
	return {
		complaints: () => said.split('\n').filter((line) => /CONSOLE.*(Uncaught|Refused|Error)/.test(line)),
		close: async () => {
			const ended = new Promise((done) => child.once('exit', done));
			child.kill('SIGKILL');
			await ended;
			rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
		},
	};
}
