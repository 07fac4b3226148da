// A print server of CUPS for a test alone: its own folder and its own socket, no port, nothing of this machine's own. Its
// raw queue prints over CUPS's own network backend to a fake printer: a raw queue has no filter that could write a file.

import { execFile, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const PROGRAMS = ['cupsd', 'lp', 'lpstat', 'cancel', 'lpadmin', 'cupsdisable', 'cupsenable', 'cupsreject'] as const;
/** Where Debian keeps what only administrators run. */
const PATH = `${process.env.PATH ?? ''}:/usr/sbin:/sbin`;

const missing = PROGRAMS.filter((it) => spawnSync('sh', ['-c', `command -v ${it}`], { env: { PATH } }).status !== 0);
/** Null: CUPS is here. Otherwise why not, for the name of what is skipped. */
export const CUPS_MISSING: string | null = missing.length > 0 ? `no ${missing.join(', ')} on this machine` : null;

export interface PrivateCups {
	/** For the programs that are to talk to it. */
	readonly env: NodeJS.ProcessEnv;
	/** One of its own commands. */
	readonly run: (program: (typeof PROGRAMS)[number], ...args: readonly string[]) => Promise<string>;
	readonly close: () => Promise<void>;
}

const FOLDERS = ['etc', 'spool', 'cache', 'run', 'tmp', 'log'] as const;
const UP_MS = 10_000;

export async function openPrivateCups(): Promise<PrivateCups> {
	const root = mkdtempSync(join(tmpdir(), 'private-cups-'));
	for (const folder of FOLDERS) mkdirSync(join(root, folder));
	// What moves the bytes runs as another user, where the server may choose one.
	chmodSync(root, 0o755);
	const at = (...parts: string[]): string => join(root, ...parts);
	writeFileSync(
		at('etc', 'cups-files.conf'),
		[
			`ServerRoot ${at('etc')}`,
			`RequestRoot ${at('spool')}`,
			`CacheDir ${at('cache')}`,
			`StateDir ${at('run')}`,
			`TempDir ${at('tmp')}`,
			`AccessLog ${at('log', 'access')}`,
			`ErrorLog ${at('log', 'error')}`,
			`PageLog ${at('log', 'page')}`,
			'Printcap',
			`SystemGroup ${process.platform === 'darwin' ? 'admin' : userInfo().username}`,
		].join('\n'),
	);
	const socket = at('run', 'cups.sock');
	const all = 'Order allow,deny\nAllow all';
	writeFileSync(
		at('etc', 'cupsd.conf'),
		`Listen ${socket}\nLogLevel warn\nBrowsing Off\nDefaultAuthType None\nWebInterface No\n` +
			`<Location />\n${all}\n</Location>\n<Policy default>\n<Limit All>\n${all}\n</Limit>\n</Policy>\n`,
	);
	const env = { PATH, CUPS_SERVER: socket };
	const config = ['-c', at('etc', 'cupsd.conf'), '-s', at('etc', 'cups-files.conf')];
	const server = spawn('cupsd', ['-f', ...config], { env, stdio: 'ignore' });
	const gone = new Promise<void>((resolve) => server.on('close', () => resolve()));
	const close = async (): Promise<void> => {
		// In good order: it ends the programs that it has started.
		server.kill('SIGTERM');
		await gone;
		rmSync(root, { recursive: true, force: true });
	};
	const cups: PrivateCups = {
		env,
		run: async (program, ...args) => (await run(program, [...args], { env: { ...env, LC_ALL: 'C' } })).stdout,
		close,
	};
	const until = performance.now() + UP_MS;
	while (!(await cups.run('lpstat', '-r').catch(() => '')).includes('scheduler is running')) {
		if (performance.now() < until) continue;
		await close();
		throw new Error('the private print server did not come up');
	}
	return cups;
}
