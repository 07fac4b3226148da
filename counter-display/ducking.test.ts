// The voice is heard over the hall's videos.

import { describe, expect, it } from 'vitest';
import { DUCKED, RAMP_MS, rampAt, STEP_MS, targetOf } from './ducking.ts';

describe('a video while the board speaks', () => {
	it('is 18 dB lower, whatever the hour’s volume, and silent in quiet hours', () => {
		for (const volume of [1, 0.6, 0.2])
			expect(20 * Math.log10(targetOf(volume, true) / targetOf(volume, false))).toBeCloseTo(-18, 1);
		expect(targetOf(0, false)).toBe(0);
	});

	it('goes down and comes back within 300 ms, without a jump anybody hears', () => {
		for (const [from, to] of [
			[1, DUCKED],
			[DUCKED, 1],
		] as const) {
			expect(rampAt(from, to, 0)).toBe(from);
			expect(rampAt(from, to, RAMP_MS)).toBeCloseTo(to);
			expect(rampAt(from, to, 10 * RAMP_MS)).toBeCloseTo(to);
			let before = from;
			for (let ms = STEP_MS; ms <= RAMP_MS; ms += STEP_MS) {
				const now = rampAt(from, to, ms);
				expect(Math.sign(now - before)).toBe(Math.sign(to - from));
				expect(Math.abs(now - before)).toBeLessThan(0.1);
				before = now;
			}
		}
	});
});
