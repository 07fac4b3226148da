// Nobody's call is swallowed and nobody's is repeated, however the views arrive and however often the board reloads.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CounterNumber, type Instant, type Rev, SECOND } from '../shared/id.ts';
import type { BoardCall, BoardView } from '../shared/views.ts';
import { type Announcing, begin, FRESH_FOR, HOLD, heroOf, NOTHING, readMemory, seen, turn } from './announce.ts';
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
	...more,
});
const view = (...newestFirst: readonly BoardCall[]): BoardView => ({ ...emptyView, calls: newestFirst });
const reloaded = (state: Announcing): Announcing => begin(readMemory(JSON.stringify(state.memory)));

/** Lets the seconds pass and writes down what is announced and when. */
function listen(start: Announcing, from: number, to: number): { state: Announcing; said: readonly string[] } {
	let state = start;
	const said: string[] = [];
	for (let second = from; second <= to; second++) {
		const next = turn(state, NOON + second * SECOND);
		state = next.state;
		if (next.announce) said.push(`${second}: ${next.announce.number}`);
	}
	return { state, said };
}
const show = (state: Announcing, seconds: number, ...calls: readonly BoardCall[]): Announcing =>
	seen(state, view(...calls), NOON + seconds * SECOND);
const heroAt = (state: Announcing, seconds: number, ...calls: readonly BoardCall[]): string | undefined =>
	heroOf(state, view(...calls), NOON + seconds * SECOND)?.number;

describe('a call', () => {
	it('is announced at once, once, and stays large', () => {
		const state = show(begin(NOTHING), 0, call(1, 0, {}));
		const { state: later, said } = listen(state, 0, 60);
		expect(said).toEqual(['0: A-001']);
		expect(heroAt(later, 60, call(1, 0, {}))).toBe('A-001');
	});

	it('is announced while it is under 30 seconds old, and only drawn after that', () => {
		expect(listen(show(begin(NOTHING), 29, call(1, 0, {})), 29, 60).said).toEqual(['29: A-001']);
		const late = show(begin(NOTHING), 30, call(1, 0, {}));
		expect(listen(late, 30, 60).said).toEqual([]);
		expect(heroAt(late, 30, call(1, 0, {}))).toBe('A-001');
	});

	it('is large for five seconds before the next, in the order of the calls', () => {
		const calls = [3, 2, 1].map((rev) => call(rev, 0, {}));
		const { said } = listen(show(begin(NOTHING), 1, ...calls), 1, 60);
		expect(said).toEqual(['1: A-001', '6: A-002', '11: A-003']);
	});

	it('keeps its five seconds when another comes in the meantime', () => {
		let { state } = listen(show(begin(NOTHING), 0, call(1, 0, {})), 0, 2);
		const both = [call(2, 2, {}), call(1, 0, {})];
		state = show(state, 2, ...both);
		expect(heroAt(state, 4, ...both)).toBe('A-001');
		expect(listen(state, 3, 60).said).toEqual(['5: A-002']);
		expect(heroAt(listen(state, 3, 5).state, 5, ...both)).toBe('A-002');
	});

	it('is not cut short by one that is being served already', () => {
		const { state } = listen(show(begin(NOTHING), 0, call(1, 0, {})), 0, 1);
		const both = [call(2, 1, { state: 'serving' }), call(1, 0, {})];
		const more = show(state, 2, ...both);
		expect(heroAt(more, 3, ...both)).toBe('A-001');
		expect(listen(more, 2, 30).said).toEqual([]);
		expect(heroAt(more, 6, ...both)).toBe('A-002');
	});

	it('is announced again when it is called again', () => {
		const { state } = listen(show(begin(NOTHING), 0, call(1, 0, {})), 0, 3);
		const recall = call(2, 4, { number: 'A-001', recall: true });
		const again = show(state, 4, recall);
		expect(heroAt(again, 4, recall)).toBe('A-001');
		expect(listen(again, 4, 60).said).toEqual(['5: A-001']);
	});

	it('is not announced any more when the visitor is at the desk or the call was taken back', () => {
		const two = show(begin(NOTHING), 0, call(2, 0, {}), call(1, 0, {}));
		const { state } = listen(two, 0, 1);
		expect(listen(show(state, 2, call(2, 0, { state: 'serving' }), call(1, 0, {})), 2, 30).said).toEqual([]);
		expect(listen(show(state, 2, call(1, 0, {})), 2, 30).said).toEqual([]);
	});

	it('goes from the board at once when it was taken back', () => {
		const both = [call(2, 1, {}), call(1, -60, { state: 'serving' })];
		const { state } = listen(show(begin(NOTHING), 1, ...both), 1, 2);
		expect(heroAt(state, 2, ...both)).toBe('A-002');
		expect(heroAt(show(state, 3, ...both.slice(1)), 3, ...both.slice(1))).toBe('A-001');
		expect(heroAt(show(state, 3), 3)).toBeUndefined();
	});

	it('is not lost when a reload falls among several', () => {
		const calls = [4, 3, 2, 1].map((rev) => call(rev, 0, {}));
		const { state, said } = listen(show(begin(NOTHING), 0, ...calls), 0, 7);
		const rest = listen(show(reloaded(state), 28, ...calls), 28, 60);
		expect([...said, ...rest.said]).toEqual(['0: A-001', '5: A-002', '28: A-003', '33: A-004']);
	});

	it('is not owed by a board that was away for long', () => {
		const calls = [4, 3, 2, 1].map((rev) => call(rev, 0, {}));
		const { state } = listen(show(begin(NOTHING), 0, ...calls), 0, 1);
		expect(listen(show(reloaded(state), 31, ...calls), 31, 60).said).toEqual([]);
	});

	it('is announced though a database that was set back gives its number in the journal once more', () => {
		const { state } = listen(show(begin(NOTHING), 0, call(1, 0, {})), 0, 10);
		const another = call(1, 12, { number: 'B-001' });
		expect(listen(show(state, 12, another), 12, 30).said).toEqual(['12: B-001']);
	});

	it('is announced though the clock of the server was set back', () => {
		const { state } = listen(show(begin(NOTHING), 0, call(1, 0, {})), 0, 1);
		const earlier = [call(2, -3_600, {}), call(1, 0, {})];
		expect(listen(show(state, -3_600, ...earlier), -3_600, -3_590).said).toEqual(['-3600: A-002']);
	});
});

describe('what a board remembers', () => {
	it('starts empty, and is read back as it was written', () => {
		expect(readMemory(null)).toEqual(NOTHING);
		const { memory } = show(begin(NOTHING), 0, call(1, 0, {}));
		expect(readMemory(JSON.stringify(memory))).toEqual(memory);
	});

	it.each(['null', '[]', '{}', '{"announced":[1],"owed":[],"at":0}', '{"announced":[],"owed":[],"at":"x"}'])(
		'is nothing when another wrote %s',
		(text) => {
			expect(readMemory(text)).toEqual(NOTHING);
		},
	);

	it('does not grow for ever', () => {
		let state = begin(NOTHING);
		for (let rev = 1; rev <= 500; rev++) {
			const second = rev * 5;
			state = turn(show(state, second, call(rev, second, {})), NOON + second * SECOND).state;
		}
		expect(state.memory.announced.length).toBeLessThanOrEqual(200);
		expect(state.memory.announced.at(-1)).toBe(`500@${NOON + 2_500 * SECOND}`);
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

	it('each call that was shown while fresh is announced once, in order, and no other', () => {
		fc.assert(
			fc.property(steps, (all) => {
				let state = begin(NOTHING);
				let second = 0;
				let rev = 0;
				let calls: readonly BoardCall[] = [];
				const due = new Set<string>();
				const said: { readonly call: BoardCall; readonly at: Instant; readonly life: number }[] = [];
				let life = 0;
				const showNow = () => {
					const at = NOON + second * SECOND;
					for (const it of calls) if (it.at > at - FRESH_FOR) due.add(it.number);
					state = seen(state, view(...calls), at);
					speak();
				};
				const speak = () => {
					const next = turn(state, NOON + second * SECOND);
					state = next.state;
					if (next.announce) said.push({ call: next.announce, at: NOON + second * SECOND, life });
				};
				for (const { kind, wait } of all) {
					// A reload takes up to twelve seconds, in which nothing is heard and calls go on.
					if (kind === 'reload') {
						second += wait;
						state = reloaded(state);
						life++;
						showNow();
						continue;
					}
					for (let passed = 0; passed < wait; passed++) {
						second++;
						speak();
					}
					if (kind === 'call') calls = [call(++rev, second, {}), ...calls];
					else showNow();
				}
				for (let rest = 0; rest < 400; rest++) {
					second++;
					speak();
				}
				expect(said.map((it) => it.call.number)).toEqual([...due].sort());
				said.forEach((it, index) => {
					const before = said[index - 1];
					if (before && before.life === it.life) expect(it.at - before.at).toBeGreaterThanOrEqual(HOLD);
				});
			}),
			{ numRuns: 500 },
		);
	});
});
