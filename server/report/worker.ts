// Makes reports beside the hall: on a thread and a connection of its own that can only read, so that a report over years
// keeps no counter waiting. A fault ends the thread and is told to whoever asked.

import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { type ReportAsk, report } from './report.ts';

/** The database file. */
const file: unknown = workerData;
if (isMainThread || !parentPort || typeof file !== 'string') throw new Error('only openReports() starts this');

const port = parentPort;
const sqlite = telling(() => openToRead(file));
port.on('message', (ask: ReportAsk) => port.postMessage(telling(() => report(sqlite, ask))));

function openToRead(name: string): Database.Database {
	const opened = new Database(name, { readonly: true, fileMustExist: true });
	opened.pragma('trusted_schema = OFF');
	opened.pragma('cell_size_check = ON');
	return opened;
}

/** The driver's own errors lose their message on the way to another thread; a plain Error keeps it. */
function telling<Result>(work: () => Result): Result {
	try {
		return work();
	} catch (error) {
		if (!(error instanceof Database.SqliteError)) throw error;
		throw new Error(`${error.code}: ${error.message}\n${error.stack ?? ''}`);
	}
}
