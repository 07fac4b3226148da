// One server a hall: two on one database would call the same visitor twice. The operating system keeps the lock (taken
// through SQLite, which does it on every system) and lets it go when the process ends, however it ends. A file with the
// process id stands beside it for people only: after a power cut that number may be another program's.

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { StartRefused } from './store/open.ts';

/** Refuses while another server runs on this folder. Returns how to give it up. */
export function lockFolder(folder: string, pid: number): () => void {
	const pidFile = path.join(folder, 'giliran.pid');
	const lock = new Database(path.join(folder, 'giliran.lock'), { timeout: 0 });
	try {
		lock.exec('begin exclusive');
	} catch (error) {
		lock.close();
		if (!(error instanceof Database.SqliteError) || error.code !== 'SQLITE_BUSY') throw error;
		const holder = existsSync(pidFile) ? ` (process ${readFileSync(pidFile, 'utf8')})` : '';
		throw new StartRefused(
			`DATA_DIR ${folder} is in use by another Giliran${holder}. Stop it first, or choose another folder.`,
		);
	}
	writeFileSync(pidFile, String(pid));
	return () => {
		rmSync(pidFile, { force: true });
		lock.close();
	};
}
