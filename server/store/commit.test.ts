// One verb, one commit, and many verbs of the same moment in one: counted at the database itself.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Rev } from '../../shared/id.ts';
import { refuse } from '../hall/refused.ts';
import { MONDAY_NINE } from '../testing/test-hall.ts';
import { type Commits, openCommits } from './commit.ts';
import { openInMemory, type Store } from './open.ts';

let store: Store;
let commits: Commits;
/** Every statement that begins or ends a transaction, in order. */
let log: string[];
beforeEach(() => {
	store = openInMemory();
	log = [];
	const prepare = store.sqlite.prepare.bind(store.sqlite);
	const listened = (source: string): ReturnType<typeof prepare> => {
		const statement = prepare(source);
		if (!/^(begin|commit|rollback$)/.test(source)) return statement;
		const run = statement.run.bind(statement);
		return Object.assign(statement, {
			run: () => {
				log.push(source);
				return run();
			},
		});
	};
	commits = openCommits({ ...store, sqlite: Object.assign(store.sqlite, { prepare: listened }) }, () => MONDAY_NINE);
});
afterEach(() => commits.close());

const count = (day: string): number =>
	Number(store.sqlite.prepare('select count(*) from sequences where day = ?').pluck().get(day));
const write = (day: string, prefix: string): void => {
	store.sqlite.prepare('insert into sequences values (?, ?, 1)').run(day, prefix);
};
const tell = (): void => {
	store.sqlite.prepare("insert into journal (at, day, kind) values (1, '2026-11-23', 'paused')").run();
};
const outcome = (promise: Promise<unknown>): Promise<string> =>
	promise.then(
		() => 'done',
		(error: Error) => error.message,
	);
const A_TICK = ['begin immediate', 'commit'];

describe('asks of the same tick', () => {
	test('share one commit, in the order in which they came', async () => {
		const order: number[] = [];
		await Promise.all([1, 2, 3, 4, 5].map((it) => commits.run(() => order.push(it))));
		expect(order).toEqual([1, 2, 3, 4, 5]);
		expect(log).toEqual(A_TICK);
	});

	test('that are too many for one commit are all done, in more', async () => {
		const done = await Promise.all(Array.from({ length: 200 }, (_, it) => commits.run(() => it)));
		expect(done).toEqual(Array.from({ length: 200 }, (_, it) => it));
		expect(log.length).toBe(A_TICK.length * Math.ceil(200 / 64));
	});

	test('are of one moment', async () => {
		const at = await Promise.all([commits.run((it) => it), commits.run((it) => it)]);
		expect(at).toEqual([MONDAY_NINE, MONDAY_NINE]);
	});

	test('one after the other, each has its own', async () => {
		await commits.run(() => write('a', 'A'));
		await commits.run(() => write('a', 'B'));
		expect(log).toEqual([...A_TICK, ...A_TICK]);
	});
});

describe('one that goes wrong', () => {
	test('leaves the others whole, before it and after it', async () => {
		const outcomes = await Promise.all([
			outcome(commits.run(() => write('a', 'A'))),
			outcome(
				commits.run(() => {
					write('a', 'B');
					throw new Error('a fault of ours');
				}),
			),
			outcome(commits.run(() => write('a', 'C'))),
		]);
		expect(outcomes).toEqual(['done', 'a fault of ours', 'done']);
		expect(store.sqlite.prepare('select prefix from sequences order by prefix').pluck().all()).toEqual(['A', 'C']);
		expect(log).toEqual(A_TICK);
	});

	test('a refusal takes back its own writes only', async () => {
		const refused = commits.run(() => {
			write('a', 'B');
			refuse({ code: 'line_empty' });
		});
		await Promise.all([
			commits.run(() => write('a', 'A')),
			expect(refused).rejects.toMatchObject({ refusal: { code: 'line_empty' } }),
		]);
		expect(count('a')).toBe(1);
	});

	test('a broken promise of the database does too', async () => {
		const outcomes = await Promise.all([
			outcome(commits.run(() => write('a', 'A'))),
			outcome(commits.run(() => write('a', 'A'))),
			outcome(commits.run(() => write('a', 'B'))),
		]);
		expect(outcomes).toEqual(['done', expect.stringContaining('UNIQUE'), 'done']);
		expect(count('a')).toBe(2);
	});

	test('a fault that ends the whole transaction fails all of them, and the next tick goes on', async () => {
		const outcomes = await Promise.all([
			outcome(commits.run(() => write('a', 'A'))),
			outcome(
				commits.run(() => {
					// What SQLite does by itself when the disk is full.
					store.sqlite.exec('rollback');
					throw new Error('database or disk is full');
				}),
			),
			outcome(commits.run(() => write('a', 'B'))),
		]);
		expect(outcomes).toEqual(Array(3).fill('database or disk is full'));
		expect(count('a')).toBe(0);
		await commits.run(() => write('a', 'C'));
		expect(count('a')).toBe(1);
	});
});

describe('nobody is told before it is on the disk', () => {
	test('neither who asked nor the screens', async () => {
		const heard: string[] = [];
		commits.onCommit((rev) => heard.push(`screens ${rev}, ${store.sqlite.inTransaction ? 'open' : 'committed'}`));
		const asks = [1, 2, 3].map((it) =>
			commits
				.run(() => {
					tell();
					expect(store.sqlite.inTransaction).toBe(true);
				})
				.then(() => heard.push(`answer ${it}, ${store.sqlite.inTransaction ? 'open' : 'committed'}`)),
		);
		await Promise.all(asks);
		expect(heard.filter((it) => it.startsWith('answer'))).toEqual([1, 2, 3].map((it) => `answer ${it}, committed`));
		expect(heard.filter((it) => it.startsWith('screens'))).toEqual(['screens 3, committed']);
	});

	test('a verb that wrote nothing, or was refused, is no news', async () => {
		const shown: Rev[] = [];
		commits.onCommit((rev) => shown.push(rev));
		await commits.run(() => undefined);
		await outcome(
			commits.run(() => {
				tell();
				refuse({ code: 'stale' });
			}),
		);
		expect(shown).toEqual([]);
		await Promise.all([commits.run(tell), commits.run(tell)]);
		expect(shown).toEqual([2]);
	});
});

test('closing waits for what was asked and refuses what comes after', async () => {
	const asked = commits.run(() => write('a', 'A'));
	await commits.close();
	await asked;
	expect(count('a')).toBe(1);
	await expect(commits.run(() => write('a', 'B'))).rejects.toThrow('closing');
});
