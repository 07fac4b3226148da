// One server a hall: two on one database would call the same visitor twice. A file with the process id says who has it;
// one that a crash or a power cut left behind names a process that is gone.

import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { StartRefused } from './store/open.ts';

/** Refuses while another server runs on this folder. Returns how to give it up. */
export function lockFolder(folder: string, pid: number): () => void {
	const file = path.join(folder, 'giliran.pid');
	const claim = (): boolean => {
		try {
			const handle = openSync(file, 'wx');
			writeSync(handle, String(pid));
			closeSync(handle);
			return true;
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
			throw error;
		}
	};
	if (!claim()) {
		const holder = Number(readFileSync(file, 'utf8'));
		if (Number.isInteger(holder) && holder > 0 && holder !== pid && isRunning(holder)) {
			throw new StartRefused(
				`DATA_DIR ${folder} is in use by another Giliran (process ${holder}). Stop it first, or choose another folder.`,
			);
		}
		rmSync(file);
		if (!claim()) throw new StartRefused(`DATA_DIR ${folder} was taken by another Giliran just now.`);
	}
	return () => rmSync(file, { force: true });
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
