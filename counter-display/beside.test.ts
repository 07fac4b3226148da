// Nobody who is being called is left out, however many there are.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CounterNumber, type Instant, type Rev, SECOND } from '../shared/id.ts';
import type { BoardCall } from '../shared/views.ts';
import { beside, ROWS, TURN } from './beside.ts';
import { agencies } from './fixtures.ts';

const NOON: Instant = Date.parse('2026-11-23T04:00:00Z');
const call = (rev: number, state: BoardCall['state'] = 'called'): BoardCall => ({
	...{ rev: rev as Rev, at: NOON, number: `A-${String(rev).padStart(3, '0')}`, counter: 3 as CounterNumber },
	...{ agency: agencies.disdukcapil, recall: false, state, waitsIn: null },
});
const numbersOf = (calls: readonly BoardCall[]): readonly string[] => calls.map((it) => it.number);
const rowsOf = (calls: readonly BoardCall[]): readonly string[] => numbersOf(beside(calls, null, NOON).rows);

describe('beside the newest call', () => {
	const old = [4, 3, 2, 1].map((rev) => call(rev, 'serving'));

	it('stand the calls before it, newest first', () => {
		const calls = [9, 8, 7, 6, 5].map((rev) => call(rev));
		expect(rowsOf([...calls, ...old])).toEqual(['A-008', 'A-007', 'A-006', 'A-005', 'A-004']);
	});

	it('stands who is still being called rather than who was called later and came', () => {
		const came = [9, 8, 7, 6, 5].map((rev) => call(rev, 'serving'));
		expect(rowsOf([call(10), ...came, call(4)])).toEqual(['A-009', 'A-008', 'A-007', 'A-006', 'A-004']);
	});

	it('stands nobody when nobody or one was called', () => {
		expect(beside([], null, NOON)).toEqual({ rows: [], page: 1, pages: 1 });
		expect(beside(old.slice(0, 1), null, NOON).rows).toEqual([]);
	});

	it('has no pages for six, and says which of two it is for seven', () => {
		const some = (count: number) => Array.from({ length: count }, (_, index) => call(count - index));
		expect(beside(some(6), null, NOON)).toMatchObject({ page: 1, pages: 1 });
		const pages = [0, 1, 2, 3].map((turn) => beside(some(7), null, NOON + turn * TURN));
		expect(pages.map((it) => it.pages)).toEqual([2, 2, 2, 2]);
		expect(pages.map((it) => it.page).sort()).toEqual([1, 1, 2, 2]);
	});

	it('stands whoever is being spoken, on whatever page, until the last word', () => {
		const calls = Array.from({ length: 30 }, (_, index) => call(100 - index));
		for (const { number } of calls.slice(1)) {
			for (const turn of [0, 1, 2, 3, 4, 5]) {
				const { rows, page } = beside(calls, number, NOON + turn * TURN);
				expect(numbersOf(rows), number).toContain(number);
				expect(page).toBe(beside(calls, number, NOON).page);
			}
		}
		const came = calls.map((it) => (it.rev === 80 ? { ...it, state: 'serving' as const } : it));
		expect(numbersOf(beside(came, 'A-080', NOON).rows)).toContain('A-080');
	});

	it('come all in turn, four seconds each, when more are called than there are rows', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(12), fc.nat(1_000_000), (called, served, start) => {
				const calls = [
					...Array.from({ length: called }, (_, index) => call(100 - index)),
					...Array.from({ length: served }, (_, index) => call(50 - index, 'serving')),
				];
				const { pages } = beside(calls, null, NOON);
				const round = Array.from({ length: pages * 4 }, (_, second) =>
					beside(calls, null, NOON + (start + second) * SECOND),
				);
				const shown = new Map<string, number>();
				for (const it of round.flatMap(({ rows }) => numbersOf(rows))) shown.set(it, (shown.get(it) ?? 0) + 1);
				for (const number of numbersOf(calls.slice(1, called))) expect(shown.get(number)).toBe(4);
				for (const { rows } of round) expect(rows.length).toBeLessThanOrEqual(ROWS);
			}),
		);
	});
});
