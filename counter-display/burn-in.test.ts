// A TV of the lobby shows the same picture for years: nothing may stand in one place.

import { describe, expect, it } from 'vitest';
import { type Instant, MINUTE, SECOND } from '../shared/id.ts';
import { MARGIN, shiftAt, wanderAt } from './burn-in.ts';

const NINE: Instant = Date.parse('2026-11-23T01:00:00Z');
const minutes = (count: number): readonly Instant[] => Array.from({ length: count }, (_, it) => NINE + it * MINUTE);

describe('the picture by day', () => {
	it('stands still for three minutes, then moves two to four pixels', () => {
		for (const at of minutes(200)) {
			const [before, after] = [shiftAt(at), shiftAt(at + 3 * MINUTE)];
			const moved = Math.abs(after.x - before.x) + Math.abs(after.y - before.y);
			expect(moved, new Date(at).toISOString()).toBeGreaterThanOrEqual(2);
			expect(moved).toBeLessThanOrEqual(4);
		}
		const within = NINE - (NINE % (3 * MINUTE));
		expect(shiftAt(within + 3 * MINUTE - SECOND)).toEqual(shiftAt(within));
	});

	it('has stood in sixteen places within an hour, and never shows its edge', () => {
		const places = minutes(48).map(shiftAt);
		expect(new Set(places.map(({ x, y }) => `${x} ${y}`))).toHaveLength(16);
		for (const { x, y } of places) expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThan(MARGIN);
	});
});

describe('the clock by night', () => {
	it('stands elsewhere every minute, within the screen, and has been everywhere by morning', () => {
		const places = minutes(12 * 60).map(wanderAt);
		for (const [index, { left, top }] of places.entries()) {
			expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
			expect(Math.max(left, top)).toBeLessThanOrEqual(1);
			const next = places[index + 1];
			if (next) expect(Math.abs(next.left - left) + Math.abs(next.top - top)).toBeGreaterThan(0.2);
		}
		expect(new Set(places.map(({ left, top }) => `${left} ${top}`))).toHaveLength(17 * 11);
	});
});
