// One server a folder: the second is refused, and what a crash left behind keeps nobody out.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockFolder } from './lock.ts';
import { StartRefused } from './store/open.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'giliran-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const pidFile = () => path.join(folder, 'giliran.pid');
/** Another process that takes the folder as a server does, and stays. */
async function another(): Promise<ChildProcess> {
	const program = `
		const Database = require('better-sqlite3');
		const lock = new Database(process.argv[1] + '/giliran.lock', { timeout: 0 });
		lock.exec('begin exclusive');
		require('fs').writeFileSync(process.argv[1] + '/giliran.pid', String(process.pid));
		process.stdout.write('here');
		setInterval(() => lock, 1000);`;
	const child = spawn(process.execPath, ['-e', program, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
	await once(child.stdout, 'data');
	return child;
}
const kill = async (child: ChildProcess): Promise<void> => {
	child.kill('SIGKILL');
	await once(child, 'exit');
};

test('a second server on the folder is refused and told who has it; when the first was killed, it may start', async () => {
	const first = await another();
	expect(() => lockFolder(folder, process.pid)).toThrow(StartRefused);
	expect(() => lockFolder(folder, process.pid)).toThrow(`in use by another Giliran (process ${first.pid})`);
	expect(readFileSync(pidFile(), 'utf8')).toBe(String(first.pid));
	await kill(first);
	const unlock = lockFolder(folder, process.pid);
	expect(readFileSync(pidFile(), 'utf8')).toBe(String(process.pid));
	unlock();
});

test('a process id that is another program’s after a power cut keeps nobody out', () => {
	writeFileSync(pidFile(), String(process.ppid));
	lockFolder(folder, process.pid)();
});

test('two servers that think they have the same process id, as in two containers, are two', () => {
	const unlock = lockFolder(folder, 1);
	expect(() => lockFolder(folder, 1)).toThrow(StartRefused);
	unlock();
	lockFolder(folder, 1)();
});

test('a server that ends gives the folder up', () => {
	const unlock = lockFolder(folder, process.pid);
	expect(existsSync(pidFile())).toBe(true);
	unlock();
	expect(existsSync(pidFile())).toBe(false);
	lockFolder(folder, process.pid)();
});
