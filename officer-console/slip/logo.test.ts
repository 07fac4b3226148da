import { describe, expect, it } from 'vitest';
import { isBlack, sizeOf, USUAL_SHADE } from './logo.ts';

describe('a picture that becomes a logo', () => {
	it('is never wider or higher than the paper takes, and never made larger', () => {
		expect(sizeOf(4000, 1000, 1)).toEqual({ width: 384, height: 96 });
		expect(sizeOf(500, 2000, 1)).toEqual({ width: 50, height: 200 });
		expect(sizeOf(120, 80, 1)).toEqual({ width: 120, height: 80 });
		expect(sizeOf(4000, 1, 1)).toEqual({ width: 384, height: 1 });
	});

	it('is black where it is dark, and paper where it is clear', () => {
		expect(isBlack(11, 90, 82, 255, USUAL_SHADE)).toBe(true);
		expect(isBlack(255, 209, 102, 255, USUAL_SHADE)).toBe(false);
		expect(isBlack(0, 0, 0, 0, USUAL_SHADE)).toBe(false);
	});

	it('is blacker with a higher shade', () => {
		expect(isBlack(180, 180, 180, 255, 120)).toBe(false);
		expect(isBlack(180, 180, 180, 255, 200)).toBe(true);
	});
});
