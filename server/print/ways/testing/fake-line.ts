// The fake printer at the end of a line: a pty, which a program opens as it would a USB printer's file or a serial port.
// Node cannot make one, so a few lines of Python do and carry the bytes; where there is no Python, `PTY_MISSING` says so.

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Behaviour, openFakeCore, type Session } from './fake-core.ts';

/** The interpreter itself, past whatever stands before it on this machine and takes its time; empty: there is none. */
const PYTHON =
	process.platform === 'win32'
		? ''
		: String(spawnSync('python3', ['-c', 'import pty, sys, tty; print(sys.executable)']).stdout ?? '').trim();
/** Null: ptys can be made here. Otherwise why not, for the name of what is skipped. */
export const PTY_MISSING: string | null = PYTHON === '' ? 'no python3 with ptys on this machine' : null;

const CARRIER = `
import os, pty, select, sys, tty
printer, port = pty.openpty()
tty.setraw(port)
os.write(1, (os.ttyname(port) + '\\n').encode())
while True:
    for ready in select.select([0, printer], [], [])[0]:
        data = os.read(ready, 4096)
        if not data:
            sys.exit()
        target = printer if ready == 0 else 1
        while data:
            data = data[os.write(target, data):]
`;
const TICK_MS = 4;

export interface FakeLine {
	/** The same one for as long as it is open. */
	readonly path: string;
	readonly is: Behaviour;
	readonly slips: readonly Uint8Array[];
	readonly received: () => number;
	readonly sessions: readonly Session[];
	readonly unplug: () => Promise<void>;
	readonly plugIn: () => Promise<void>;
	readonly close: () => Promise<void>;
}

export async function openFakeLine(behaviour: Partial<Behaviour> = {}): Promise<FakeLine> {
	const core = openFakeCore({ keeps: 'rest', ...behaviour });
	const folder = mkdtempSync(join(tmpdir(), 'fake-line-'));
	const path = join(folder, 'printer');
	let unplug = async (): Promise<void> => undefined;

	async function plugIn(): Promise<void> {
		const child = spawn(PYTHON, ['-S', '-E', '-c', CARRIER], { stdio: ['pipe', 'pipe', 'inherit'] });
		const [first] = await once(child.stdout, 'data');
		symlinkSync(String(first).trim(), path);
		const { stdin, stdout } = child;
		// Unplugged with bytes still on their way.
		stdin.on('error', () => stdin.destroy());
		const gone = once(child, 'close');
		const out = async (): Promise<void> => {
			clearInterval(obeying);
			rmSync(path, { force: true });
			child.kill('SIGKILL');
			await gone;
			session.over('torn');
		};
		const session = core.connect({
			say: (bytes) => {
				if (stdin.writable) stdin.write(bytes);
			},
			hangUp: () => void out(),
			tearDown: () => void out(),
		});
		stdout.on('data', (bytes: Buffer) => session.take(bytes));
		const obey = (): void => {
			if (core.is.reads === 'never') stdout.pause();
			else if (stdout.isPaused()) stdout.resume();
		};
		const obeying = setInterval(obey, TICK_MS);
		obey();
		unplug = out;
	}
	await plugIn();
	return {
		path,
		is: core.is,
		slips: core.slips,
		received: core.received,
		sessions: core.sessions,
		unplug: () => unplug(),
		plugIn,
		close: async () => {
			core.close();
			await unplug();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
