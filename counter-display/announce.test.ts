// Nobody's call is swallowed and nobody's is repeated, however the views arrive and however often the board reloads.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CounterNumber, type Instant, type Rev, SECOND } from '../shared/id.ts';
import type { BoardCall, BoardNotice, BoardView } from '../shared/views.ts';
import { type Announcing, begin, FRESH_FOR, isNew, NEW_FOR, NOTHING, readMemory, seen } from './announce.ts';
import { agencies, emptyView } from './fixtures.ts';

const NOON: Instant = Date.parse('2026-11-23T04:00:00Z');

const call = (rev: number, seconds: number, more: Partial<BoardCall>): BoardCall => ({
	rev: rev as Rev,
	at: NOON + seconds * SECOND,
	number: `A-${String(rev).padStart(3, '0')}`,
	counter: 3 as CounterNumber,
	agency: agencies.disdukcapil,
	recall: false,
	state: 'called',
	waitsIn: null,
	...more,
});
const view = (...newestFirst: readonly BoardCall[]): BoardView => ({ ...emptyView, calls: newestFirst });
const reloaded = (state: Announcing): Announcing => begin(readMemory(JSON.stringify(state.memory)));
const numbersOf = (calls: readonly BoardCall[]): readonly string[] => calls.map((it) => it.number);

/** Shows one view after another and writes down what each announces. */
function listen(start: Announcing, ...views: readonly (readonly [seconds: number, ...calls: readonly BoardCall[]])[]) {
	let state = start;
	const said = views.map(([seconds, ...calls]) => {
		const next = seen(state, view(...calls), NOON + seconds * SECOND);
		state = next.state;
		return numbersOf(next.announce);
	});
	return { state, said };
}

describe('a call', () => {
	it('is announced at once, and once', () => {
		const first = call(1, 0, {});
		expect(listen(begin(NOTHING), [0, first], [1, first], [29, first]).said).toEqual([['A-001'], [], []]);
	});

	it('is announced while it is under 30 seconds old, and only drawn after that', () => {
		expect(listen(begin(NOTHING), [29, call(1, 0, {})]).said).toEqual([['A-001']]);
		expect(listen(begin(NOTHING), [30, call(1, 0, {})]).said).toEqual([[]]);
	});

	it('waits for no other: all of one view are announced, in the order of the calls', () => {
		const calls = [4, 3, 2, 1].map((rev) => call(rev, 0, {}));
		expect(listen(begin(NOTHING), [1, ...calls], [2, ...calls]).said).toEqual([
			['A-001', 'A-002', 'A-003', 'A-004'],
			[],
		]);
	});

	it('looks new for five seconds, on this board and by its own clock', () => {
		const [first, second] = [call(1, 0, {}), call(2, 3, {})];
		const { state } = listen(begin(NOTHING), [0, first], [3, second, first]);
		const newAt = (seconds: number) =>
			numbersOf([first, second].filter((it) => isNew(state, it, NOON + seconds * SECOND)));
		expect(newAt(3)).toEqual(['A-001', 'A-002']);
		expect(newAt(5)).toEqual(['A-002']);
		expect(newAt(3 + NEW_FOR / SECOND)).toEqual([]);
		expect(newAt(-3_600)).toEqual([]);
		expect(isNew(reloaded(state), second, NOON + 3 * SECOND)).toBe(false);
	});

	it('is announced again when it is called again', () => {
		const recall = call(2, 4, { number: 'A-001', recall: true });
		expect(listen(begin(NOTHING), [0, call(1, 0, {})], [4, recall]).said).toEqual([['A-001'], ['A-001']]);
	});

	it('is not announced when the visitor is at the desk already', () => {
		expect(listen(begin(NOTHING), [1, call(1, 0, { state: 'serving' })]).said).toEqual([[]]);
	});

	it('is not repeated by a reload, and one that came during the reload is not lost', () => {
		const before = [call(2, 0, {}), call(1, 0, {})];
		const { state } = listen(begin(NOTHING), [0, ...before]);
		expect(listen(reloaded(state), [8, call(3, 4, {}), ...before]).said).toEqual([['A-003']]);
	});

	it('is announced though a database that was set back gives its number in the journal once more', () => {
		const { said } = listen(begin(NOTHING), [0, call(1, 0, {})], [12, call(1, 12, { number: 'B-001' })]);
		expect(said).toEqual([['A-001'], ['B-001']]);
	});

	it('is announced though the clock of the server was set back', () => {
		const { said } = listen(begin(NOTHING), [0, call(1, 0, {})], [-3_600, call(2, -3_600, {}), call(1, 0, {})]);
		expect(said).toEqual([['A-001'], ['A-002']]);
	});
});

describe('a notice', () => {
	const prayer: BoardNotice = { key: 'prayer@2026-11-23T12:00', at: NOON, kind: 'prayer', text: '', sound: null };
	const told = (state: Announcing, seconds: number, ...notices: readonly BoardNotice[]) => {
		const next = seen(state, { ...view(), notices }, NOON + seconds * SECOND);
		return { state: next.state, keys: next.notices.map((it) => it.key) };
	};

	it('is announced once by its key, and not again after a reload', () => {
		const first = told(begin(NOTHING), 10, prayer);
		expect(first.keys).toEqual([prayer.key]);
		expect(told(first.state, 25, prayer).keys).toEqual([]);
		expect(told(reloaded(first.state), 25, prayer).keys).toEqual([]);
		const closing = { ...prayer, key: 'closing@2026-11-23T12:00' };
		expect(told(reloaded(first.state), 25, prayer, closing).keys).toEqual([closing.key]);
	});

	it('is announced while it is under two minutes old', () => {
		expect(told(begin(NOTHING), 119, prayer).keys).toEqual([prayer.key]);
		expect(told(begin(NOTHING), 120, prayer).keys).toEqual([]);
	});

	it('and a call of the same view are both announced', () => {
		const next = seen(begin(NOTHING), { ...view(call(1, 0, {})), notices: [prayer] }, NOON);
		expect([numbersOf(next.announce), next.notices]).toEqual([['A-001'], [prayer]]);
		expect(readMemory(JSON.stringify(next.state.memory)).announced).toHaveLength(2);
	});
});

describe('what a board remembers', () => {
	it('starts empty, and is read back as it was written', () => {
		expect(readMemory(null)).toEqual(NOTHING);
		const { memory } = listen(begin(NOTHING), [0, call(1, 0, {})]).state;
		expect(readMemory(JSON.stringify(memory))).toEqual(memory);
	});

	it.each(['null', '[]', '{}', '{"announced":[1]}', '{"announced":"x"}'])(
		'is nothing when another wrote %s',
		(text) => {
			expect(readMemory(text)).toEqual(NOTHING);
		},
	);

	it('does not grow for ever', () => {
		let state = begin(NOTHING);
		for (let rev = 1; rev <= 500; rev++) state = listen(state, [rev * 5, call(rev, rev * 5, {})]).state;
		expect(state.memory.announced.length).toBeLessThanOrEqual(200);
		expect(state.memory.announced.at(-1)).toBe(`500@${NOON + 2_500 * SECOND}`);
		expect(state.latest.length).toBe(1);
	});
});

describe('whatever the views and reloads', () => {
	type Step = { readonly kind: 'call' | 'show' | 'reload'; readonly wait: number };
	const steps: fc.Arbitrary<readonly Step[]> = fc.array(
		fc.record({
			kind: fc.constantFrom('call' as const, 'call' as const, 'show' as const, 'show' as const, 'reload' as const),
			wait: fc.integer({ min: 0, max: 12 }),
		}),
		{ maxLength: 60 },
	);

	it('each call that was shown while fresh is announced once, in order, at once, and no other', () => {
		fc.assert(
			fc.property(steps, (all) => {
				let state = begin(NOTHING);
				let second = 0;
				let calls: readonly BoardCall[] = [];
				const due = new Set<string>();
				const said: string[] = [];
				for (const { kind, wait } of all) {
					second += wait;
					if (kind === 'call') {
						calls = [call(calls.length + 1, second, {}), ...calls];
						continue;
					}
					// A reload hears nothing while it lasts, and then sees what everybody sees.
					if (kind === 'reload') state = reloaded(state);
					const at = NOON + second * SECOND;
					for (const it of calls) if (it.at > at - FRESH_FOR) due.add(it.number);
					const next = seen(state, view(...calls), at);
					state = next.state;
					said.push(...numbersOf(next.announce));
					expect(said).toEqual([...due].sort());
				}
			}),
			{ numRuns: 500 },
		);
	});
});
