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
const idle = (): ChildProcess => spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });

test('a second server on the folder is refused, told who has it, and disturbs nothing', async () => {
	const first = idle();
	try {
		writeFileSync(pidFile(), String(first.pid));
		expect(() => lockFolder(folder, process.pid)).toThrow(StartRefused);
		expect(() => lockFolder(folder, process.pid)).toThrow(`in use by another Giliran (process ${first.pid})`);
		expect(readFileSync(pidFile(), 'utf8')).toBe(String(first.pid));
	} finally {
		first.kill('SIGKILL');
		await once(first, 'exit');
	}
});

test('what a killed server left behind is taken over', async () => {
	const killed = idle();
	killed.kill('SIGKILL');
	await once(killed, 'exit');
	writeFileSync(pidFile(), String(killed.pid));
	const unlock = lockFolder(folder, process.pid);
	expect(readFileSync(pidFile(), 'utf8')).toBe(String(process.pid));
	unlock();
});

test.each(['', 'x', '-1', '0', '1.5', String(process.pid)])('so is a file that says "%s"', (left) => {
	writeFileSync(pidFile(), left);
	const unlock = lockFolder(folder, process.pid);
	expect(readFileSync(pidFile(), 'utf8')).toBe(String(process.pid));
	unlock();
});

test('a server that ends gives the folder up', () => {
	const unlock = lockFolder(folder, process.pid);
	expect(existsSync(pidFile())).toBe(true);
	unlock();
	expect(existsSync(pidFile())).toBe(false);
	lockFolder(folder, process.pid)();
});
