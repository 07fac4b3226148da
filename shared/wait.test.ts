// The wait told to a visitor: a range that widens with doubt, in steps one can honestly say, or nothing at all.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE } from './id.ts';
import { FIRST_SPREAD, pointWait, type WaitModel, waitRange } from './wait.ts';

const standard: WaitModel = { minutesPerCall: 10, ...FIRST_SPREAD, basis: 'standard' };
const learnt: WaitModel = { minutesPerCall: 6, low: 0.6, high: 1.4, basis: 'history' };

describe('the wait', () => {
	it('is not guessed while no counter is open', () => {
		expect(pointWait(standard, 3, 0)).toBeNull();
		expect(waitRange(standard, 3, 0)).toBeNull();
		expect(waitRange(standard, 0, 0)).toBeNull();
	});

	it('is the counter minutes of the people before, over the counters that are open', () => {
		expect(pointWait(learnt, 6, 2)).toBe(18 * MINUTE);
		expect(pointWait(learnt, 0, 2)).toBe(0);
	});

	it.each([
		[learnt, 0, 1, 0, 0],
		[learnt, 1, 1, 3, 9],
		[learnt, 3, 1, 10, 30],
		[learnt, 6, 2, 10, 30],
		[standard, 1, 4, 1, 4],
		[standard, 5, 1, 25, 75],
		[{ ...learnt, low: 1, high: 1 }, 1, 1, 6, 7],
		[{ ...standard, low: 1, high: 1 }, 1, 1, 10, 15],
	] as const)('%o with %i before and %i open: %i to %i minutes', (model, people, counters, from, to) => {
		expect(waitRange(model, people, counters)).toEqual({ fromMinutes: from, toMinutes: to, basis: model.basis });
	});

	const anyModel = fc.record({
		minutesPerCall: fc.double({ min: 0.2, max: 60, noNaN: true }),
		low: fc.double({ min: 0.1, max: 1, noNaN: true }),
		high: fc.double({ min: 1, max: 4, noNaN: true }),
		basis: fc.constantFrom('history' as const, 'standard' as const),
	});
	const people = fc.integer({ min: 0, max: 200 });
	const counters = fc.integer({ min: 1, max: 30 });

	it('holds the plain figure, is never upside down, and says whole minutes below ten and fives above', () => {
		fc.assert(
			fc.property(anyModel, people, counters, (model, before, open) => {
				const point = (pointWait(model, before, open) ?? Number.NaN) / MINUTE;
				const range = waitRange(model, before, open);
				if (!range) throw new Error('counters are open');
				const { fromMinutes, toMinutes } = range;
				expect(fromMinutes).toBeLessThanOrEqual(point + 1e-9);
				expect(toMinutes).toBeGreaterThanOrEqual(point - 1e-9);
				expect(toMinutes - fromMinutes).toBeGreaterThanOrEqual(before > 0 ? 1 : 0);
				for (const minutes of [fromMinutes, toMinutes])
					expect(Number.isInteger(minutes) && (minutes <= 10 || minutes % 5 === 0)).toBe(true);
			}),
		);
	});

	it('does not shrink when one more is before me, nor grow when one more counter opens', () => {
		fc.assert(
			fc.property(anyModel, people, counters, (model, before, open) => {
				const now = waitRange(model, before, open);
				const more = waitRange(model, before + 1, open);
				const faster = waitRange(model, before, open + 1);
				if (!now || !more || !faster) throw new Error('counters are open');
				expect(more.fromMinutes).toBeGreaterThanOrEqual(now.fromMinutes);
				expect(more.toMinutes).toBeGreaterThanOrEqual(now.toMinutes);
				expect(faster.fromMinutes).toBeLessThanOrEqual(now.fromMinutes);
				expect(faster.toMinutes).toBeLessThanOrEqual(now.toMinutes);
			}),
		);
	});
});
