// What the database itself refuses, whatever the code above it does: tried with plain SQL, as a bug would.

import { beforeEach, describe, expect, test } from 'vitest';
import { openTestHall, type TestHall, yes } from '../testing/test-hall.ts';
import { prepareRows } from './rows.ts';

let hall: TestHall;
beforeEach(async () => {
	hall = openTestHall();
	const sari = await hall.sit(1);
	await hall.take(['nib', 'skck']);
	await hall.take('nib');
	yes(await sari.next());
});
const run = (sql: string) => () => hall.store.sqlite.prepare(sql).run();

describe('the journal', () => {
	test.each([
		["update journal set kind = 'issued'"],
		['update journal set at = 0 where id = 1'],
		['delete from journal'],
		['delete from journal where id = (select max(id) from journal)'],
		["insert or replace into journal (id, at, day, kind) values (1, 0, '2026-11-23', 'paused')"],
	])('is append-only: %s', (sql) => {
		const before = hall.store.sqlite.prepare('select * from journal order by id').all();
		expect(run(sql)).toThrow('append-only');
		expect(hall.store.sqlite.prepare('select * from journal order by id').all()).toEqual(before);
	});

	test('never gives an id twice, not even after its last row was rolled back', () => {
		const add = hall.store.sqlite.prepare(
			"insert into journal (at, day, kind) values (1, '2026-11-23', 'paused') returning id",
		);
		const first = add.pluck().get() as number;
		expect(add.pluck().get()).toBe(first + 1);
	});
});

describe('refuses', () => {
	const CASES: readonly (readonly [string, string])[] = [
		['a second visitor at a counter', "update tickets set state = 'called', counter = 1, officer_id = 1 where id = 3"],
		['a second desk for a visitor', "update tickets set state = 'serving', counter = 21, officer_id = 21 where id = 2"],
		[
			'a number twice on a day',
			"insert into visits select 99, day, number, null, 'another-token', 'another-request', null, 1, null from visits where id = 1",
		],
		[
			'a request answered twice',
			"insert into visits select 99, day, 'A-099', null, 'another-token', request_id, null, 1, null from visits where id = 1",
		],
		[
			'two visits with one address',
			"insert into visits select 99, day, 'A-099', null, token, 'another-request', null, 1, null from visits where id = 1",
		],
		['a state that does not exist', "update tickets set state = 'lost' where id = 3"],
		['an end without an outcome', "update tickets set state = 'closed' where id = 3"],
		['an outcome without an end', "update tickets set outcome = 'served' where id = 3"],
		['a call without an officer', "update tickets set state = 'called', counter = 2 where id = 3"],
		['a ticket of nobody', 'update tickets set visit_id = 77 where id = 3'],
		['a ticket of a line that does not exist', "update tickets set queue_id = 'x/X' where id = 3"],
		['two officers at one counter', "insert into shifts (day, officer_id, counter, started_at) values ('d', 2, 1, 1)"],
		['one officer at two counters', "insert into shifts (day, officer_id, counter, started_at) values ('d', 1, 2, 1)"],
		['a text where a moment belongs', "update tickets set issued_at = 'yesterday' where id = 3"],
		['a second hall', "insert into settings values (2, '{}', '{}')"],
		[
			'two lines with one prefix',
			"insert into queues select 'polres/A', agency_id, 'A', name, 9, '{}', null from queues where prefix = 'S'",
		],
		[
			'a prefix with a digit',
			"insert into queues select 'polres/4', agency_id, '4', name, 9, '{}', null from queues where prefix = 'S'",
		],
		['an officer of no agency', "update officers set agency_id = null where username = 'sari'"],
		['a slip in no known state', "update print_jobs set state = 'lost'"],
	];
	test.each(CASES)('%s', (_, sql) => {
		expect(run(sql)).toThrow(/constraint|cannot store/i);
	});
});

test('no press walks through the past: every statement finds its rows by an index', () => {
	const { sqlite, tables } = hall.store;
	const prepared: string[] = [];
	const prepare = sqlite.prepare.bind(sqlite);
	Object.assign(sqlite, {
		prepare: (source: string) => {
			prepared.push(source);
			return prepare(source);
		},
	});
	prepareRows(tables);
	expect(prepared.length).toBeGreaterThan(30);
	/** The whole of these is small: one row a counter, a prefix or a line; or only its newest rows are asked for. */
	const SMALL = /SCAN (sqlite_sequence|wait_models|shifts)$|SCAN print_jobs$/;
	const slow = prepared.flatMap((source) => {
		const plan = prepare(`explain query plan ${source}`).all(...Array(source.split('?').length - 1).fill(null)) as {
			detail: string;
		}[];
		return plan
			.map(({ detail }) => detail)
			.filter((it) => /^SCAN/.test(it) && !/USING INDEX tickets_one_|USING INDEX shifts_/.test(it) && !SMALL.test(it))
			.map((it) => `${it}: ${source}`);
	});
	expect(slow).toEqual([]);
});
