// The least that a durable ask can cost: its rows, as so many characters, in one transaction that is on the disk when it
// returns. No rules, no indexes, nobody else in the same transaction.

import path from 'node:path';
import Database from 'better-sqlite3';

export interface BareStore {
	/** Writes one ask; gives its number. */
	readonly insert: (request: string) => number;
	readonly close: () => void;
}

/** `rows`: the length of each row that one ask writes. */
export function openBareStore(folder: string, rows: readonly number[]): BareStore {
	const database = new Database(path.join(folder, 'bare.db'));
	database.pragma('journal_mode = wal');
	database.pragma('synchronous = full');
	database.exec('create table if not exists bare (id integer primary key, body text not null)');
	const row = database.prepare<[string], { id: number }>('insert into bare (body) values (?) returning id');
	const ask = database.transaction((request: string): number => {
		let number = 0;
		for (const length of rows) number = row.get(request.padEnd(length, '.'))?.id ?? 0;
		return number;
	});
	return { insert: ask.immediate, close: () => database.close() };
}
