import { expect, test } from 'vitest';
import { report } from '../server/report/report.ts';
import { setUp } from '../server/report/small-hall.fixture.ts';
import { openInMemory, type Store } from '../server/store/open.ts';
import type { Day } from '../shared/day.ts';
import { fillHistory } from './history.ts';

const sunday = '2026-11-22' as Day;

function filled(seed: number): Store {
	const store = openInMemory();
	setUp(store, 'Asia/Makassar');
	expect(fillHistory(store, { until: sunday, days: 3, ticketsPerDay: 200, seed })).toEqual([
		'2026-11-18',
		'2026-11-19',
		'2026-11-20',
	]);
	return store;
}
const rowsOf = ({ sqlite }: Store): unknown[] => sqlite.prepare('select * from tickets order by id').all();

test('a made-up past is the same for the same seed, and another for another', () => {
	const past = rowsOf(filled(7));
	expect(past).toHaveLength(600);
	expect(rowsOf(filled(7))).toEqual(past);
	expect(rowsOf(filled(8))).not.toEqual(past);
});

test('a made-up past refers only to what stands in the hall, and leaves the store as durable as it was', () => {
	const { sqlite } = filled(7);
	expect(sqlite.pragma('foreign_key_check')).toEqual([]);
	expect([sqlite.pragma('foreign_keys', { simple: true }), sqlite.pragma('synchronous', { simple: true })]).toEqual([
		1, 2,
	]);
	const made = report(sqlite, { from: '2026-11-18' as Day, to: sunday, at: 0 });
	expect(made.total.issued + made.total.transferred).toBe(600);
	expect(made.checks.every((check) => check.holds)).toBe(true);
	expect(made.groups.hour.map((row) => row.key)).toEqual(['08', '09', '10', '11', '12', '13', '14', '15']);
});

test('the percentiles are those that the database computes itself', () => {
	const { sqlite } = filled(9);
	const { wait } = report(sqlite, { from: '2026-11-18' as Day, to: sunday, at: 0 }).total;
	const theirs = sqlite
		.prepare(
			`select count(*) as count, avg(wait) as mean, percentile(wait, 50) as median, percentile(wait, 90) as p90, max(wait) as max
			from (select first_called_at - issued_at as wait from tickets where outcome <> 'transferred' and first_called_at is not null)`,
		)
		.get();
	expect(wait).toEqual(theirs);
});
