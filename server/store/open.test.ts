// Opening the hall's file: durable on every open, copied before an upgrade, and never silently on a file that is newer,
// damaged, or something else.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_LAYOUT } from '../../shared/slip.ts';
import { KIOSK, makeSmallHall } from '../testing/small-hall.ts';
import { MONDAY_NINE, openClock, useTestHall, yes } from '../testing/test-hall.ts';
import { expectWhole } from '../testing/whole.ts';
import { closeStore, copiesOf, openInMemory, openStore, PRAGMAS, StartRefused, type Store } from './open.ts';
import { devices, printJobs, settings } from './schema.ts';

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));
const migrations = (
	JSON.parse(readFileSync(path.join(MIGRATIONS, 'meta', '_journal.json'), 'utf8')) as {
		entries: readonly { tag: string; when: number }[];
	}
).entries;

let folder: string;
let opened: Store[];
beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'giliran-store-'));
	opened = [];
});
afterEach(() => {
	for (const store of opened) if (store.sqlite.open) store.sqlite.close();
	rmSync(folder, { recursive: true, force: true });
});

const file = () => path.join(folder, 'giliran.db');
const open = (stamp = 'now'): Store => {
	const store = openStore(folder, stamp);
	opened.push(store);
	return store;
};
/** A hall with one visitor, as the last evening left it. */
async function yesterday(): Promise<void> {
	const store = open();
	makeSmallHall(store, {}, MONDAY_NINE);
	const hall = useTestHall(store, openClock(MONDAY_NINE));
	yes(await hall.take('nib'));
	await hall.commits.close();
	closeStore(store);
}
/** Something done to the file by another hand, while the server is off. */
function meddle<Result>(what: (sqlite: Database.Database) => Result): Result {
	const sqlite = new Database(file());
	try {
		return what(sqlite);
	} finally {
		sqlite.close();
	}
}
const refusal = (): string => {
	try {
		open('later').sqlite.close();
	} catch (error) {
		if (error instanceof StartRefused) return error.message;
		throw error;
	}
	return 'opened';
};

describe('durable', () => {
	const read = ({ sqlite }: Store) =>
		Object.fromEntries(Object.keys(PRAGMAS).map((name) => [name, sqlite.pragma(name, { simple: true })]));

	test('on a fresh file', () => {
		expect(read(open())).toEqual(PRAGMAS);
		expect(PRAGMAS).toMatchObject({ journal_mode: 'wal', synchronous: 2, foreign_keys: 1 });
	});

	test('and on every file that is opened again, where SQLite itself falls back to less', () => {
		closeStore(open());
		expect(meddle((sqlite) => [sqlite.pragma('synchronous', { simple: true }), sqlite.pragma('journal_mode')])).toEqual(
			// What this file would be opened with if nobody asked for more: the trap.
			[1, [{ journal_mode: 'wal' }]],
		);
		expect(read(open())).toEqual(PRAGMAS);
	});

	test('and in memory, where tests live, but for the log that only a file has', () => {
		const store = openInMemory();
		opened.push(store);
		expect(read(store)).toEqual({ ...PRAGMAS, journal_mode: 'memory' });
	});

	test('and closed into one file that is a backup by itself', async () => {
		await yesterday();
		expect(existsSync(`${file()}-wal`)).toBe(false);
		expect(meddle((sqlite) => sqlite.prepare('select number from visits').pluck().all())).toEqual(['A-001']);
	});

	test('what was answered is in the file that the next start reads', async () => {
		await yesterday();
		const hall = useTestHall(open(), openClock(MONDAY_NINE));
		expect(yes(await hall.take('nib')).number).toBe('A-002');
		expectWhole(hall.store);
	});
});

describe('an upgrade', () => {
	/** As a program before the first migration left it. */
	const makeOlder = () =>
		meddle((sqlite) => {
			sqlite.exec('delete from __drizzle_migrations');
			const schema = sqlite.prepare("select type, name from sqlite_master where name not like 'sqlite_%'").all() as {
				type: string;
				name: string;
			}[];
			sqlite.pragma('foreign_keys = off');
			for (const { type, name } of schema)
				if (type === 'table' && name !== '__drizzle_migrations') sqlite.exec(`drop table "${name}"`);
			sqlite.exec('create table before_the_hall (note text)');
			sqlite.exec("insert into before_the_hall values ('kept')");
			sqlite.pragma('user_version = 0');
		});

	test('copies the file as it was first, then migrates it', async () => {
		await yesterday();
		makeOlder();
		const store = open('2026-11-24T07-00-00Z');
		expect(copiesOf(folder)).toEqual(['giliran-2026-11-24T07-00-00Z-schema-0.db']);
		const copy = new Database(path.join(folder, 'copies', copiesOf(folder)[0] ?? ''), { readonly: true });
		expect(copy.prepare('select note from before_the_hall').pluck().all()).toEqual(['kept']);
		expect(copy.prepare("select count(*) from sqlite_master where name = 'tickets'").pluck().get()).toBe(0);
		expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
		copy.close();
		expect(store.sqlite.prepare('select count(*) from tickets').pluck().get()).toBe(0);
		expect(store.sqlite.prepare('select note from before_the_hall').pluck().all()).toEqual(['kept']);
		expect(Number(store.sqlite.pragma('user_version', { simple: true }))).toBeGreaterThan(0);
	});

	test('from the first release keeps every slip, and tells of none what is not known', () => {
		const [first] = migrations;
		mkdirSync(folder, { recursive: true });
		meddle((sqlite) => {
			sqlite.exec(readFileSync(path.join(MIGRATIONS, `${first?.tag}.sql`), 'utf8'));
			sqlite.exec(
				'create table __drizzle_migrations (id integer primary key autoincrement, hash text, created_at numeric)',
			);
			sqlite.prepare("insert into __drizzle_migrations (hash, created_at) values ('x', ?)").run(first?.when);
			sqlite.pragma('user_version = 1');
			sqlite.exec(`
				insert into settings values (1, '{"name":"MPP","timeZone":"Asia/Makassar"}', '{}');
				insert into devices (id, role, name, token_hash, created_at) values (7, 'kiosk', 'Kios 1', 'hash', 5);
				insert into visits values (1, '2026-11-23', 'A-001', null, 't1', 'r1', 7, 10), (2, '2026-11-23', 'A-002', null, 't2', 'r2', 7, 20);
				insert into print_jobs values
					(1, 1, '{"places":[],"address":"x"}', 0, 'printed', null, 1, 10, 11, 12),
					(2, 1, '{"places":[],"address":"x"}', 1, 'printing', null, 1, 13, 14, null),
					(3, 2, '{"places":[],"address":"x"}', 0, 'queued', null, 0, 20, null, null);
			`);
		});
		const { tables, sqlite } = open();
		expect(tables.select().from(printJobs).all()).toMatchObject([
			{ id: 1, kind: 'slip', state: 'printed', printerId: null, doneAt: 12 },
			{ id: 2, kind: 'reprint', state: 'unconfirmed', doneAt: 14 },
			{ id: 3, kind: 'slip', state: 'failed', fault: 'offline', doneAt: 20 },
		]);
		expect(tables.select().from(devices).all()).toMatchObject([{ id: 7, role: 'kiosk', tokenHash: 'hash' }]);
		expect(tables.select().from(settings).get()?.hall.slip).toEqual(DEFAULT_LAYOUT);
		expect(sqlite.pragma('foreign_key_check')).toEqual([]);
		expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
		const strict = sqlite.prepare(
			"select name from pragma_table_list where schema = 'main' and not strict and name not like 'sqlite_%' and name <> '__drizzle_migrations'",
		);
		expect(strict.pluck().all()).toEqual([]);
	});

	test('copies also what stood in the log only', async () => {
		await yesterday();
		makeOlder();
		const writer = new Database(file());
		writer.pragma('journal_mode = wal');
		writer.exec("insert into before_the_hall values ('in the log')");
		// Not closed: as after a crash, the row is in the log and not in the file.
		open('x');
		writer.close();
		const copy = new Database(path.join(folder, 'copies', 'giliran-x-schema-0.db'), { readonly: true });
		expect(copy.prepare('select note from before_the_hall').pluck().all()).toEqual(['kept', 'in the log']);
		copy.close();
	});

	test('that goes wrong leaves everything as it was', async () => {
		await yesterday();
		makeOlder();
		// In the way of the last but one table: what was made before it must be gone again.
		meddle((sqlite) => sqlite.exec('create table visits (mine text)'));
		const tables = () =>
			meddle((sqlite) =>
				sqlite.prepare("select name from sqlite_master where type = 'table' order by 1").pluck().all(),
			);
		const before = tables();
		expect(() => open('x')).toThrow(/visits/);
		expect(tables()).toEqual(before);
		expect(meddle((sqlite) => sqlite.pragma('user_version', { simple: true }))).toBe(0);
		expect(copiesOf(folder)).toHaveLength(1);
	});

	test('happens once: neither a fresh file nor one of today is copied', async () => {
		await yesterday();
		closeStore(open());
		closeStore(open());
		expect(copiesOf(folder)).toEqual([]);
	});
});

describe('is refused in one sentence', () => {
	test('a file of a newer program, untouched', async () => {
		await yesterday();
		meddle((sqlite) => sqlite.pragma('user_version = 99'));
		const before = readFileSync(file());
		expect(refusal()).toMatch(
			/^The database .+giliran\.db was written by a newer Giliran \(schema 99, .+ knows \d+\)\./,
		);
		expect(readFileSync(file()).equals(before)).toBe(true);
		expect(copiesOf(folder)).toEqual([]);
	});

	test('a file that is something else', () => {
		writeFileSync(file(), `<html>${'x'.repeat(5_000)}</html>`);
		expect(refusal()).toMatch(/is not a database of Giliran/);
		expect(statSync(file()).size).toBe(5_013);
	});

	test.each([
		['where its tables are listed', 0],
		['where its rows are', 0.5],
	])('a file that was damaged %s while the power went', async (_, from) => {
		await yesterday();
		// A start that did not end well: a log is there.
		const crashed = new Database(file());
		crashed.pragma('journal_mode = wal');
		crashed.exec("insert into sequences values ('2026-11-23', 'Z', 1)");
		const log = readFileSync(`${file()}-wal`);
		crashed.close();
		const bytes = readFileSync(file());
		// The pages after the first full of rubbish.
		for (let at = Math.max(8_192, Math.floor(bytes.length * from)); at < bytes.length; at += 512)
			bytes.fill(0xa5, at, at + 64);
		writeFileSync(file(), bytes);
		writeFileSync(`${file()}-wal`, log.subarray(0, 32));
		expect(refusal()).toMatch(/is damaged \(.+\)\. Restore the newest copy from the folder "copies"\.$/s);
	});

	test('a folder where a file is expected', () => {
		mkdirSync(file());
		expect(() => open()).toThrow();
	});
});

test('a hall that was killed, not closed, opens with everything that was committed', async () => {
	const store = open();
	makeSmallHall(store, {}, MONDAY_NINE);
	const hall = useTestHall(store, openClock(MONDAY_NINE));
	const { number } = yes(await hall.asking.kiosk.take(KIOSK.id, request));
	// The files as they lie on the disk at this moment, the log beside them.
	const after = mkdtempSync(path.join(tmpdir(), 'giliran-killed-'));
	for (const suffix of ['', '-wal'])
		writeFileSync(path.join(after, `giliran.db${suffix}`), readFileSync(`${file()}${suffix}`));
	store.sqlite.close();
	const again = useTestHall(openStore(after, 'x'), openClock(MONDAY_NINE));
	expect(yes(await again.asking.kiosk.take(KIOSK.id, request)).number).toBe(number);
	expectWhole(again.store);
	again.store.sqlite.close();
	rmSync(after, { recursive: true });
});
const request = { requestId: '11111111-1111-4111-8111-111111111111', services: ['nib'], priority: null };
