import { expect, it } from 'vitest';
import { pixelsPerMm } from './panel.ts';

const UPRIGHT = { width: 1080, height: 1920 };

it('a millimetre is as many pixels as the diagonal says', () => {
	// A 21.5 inch panel that stands upright is 268 mm wide.
	expect(1080 / (pixelsPerMm('', '21.5', UPRIGHT) ?? 0)).toBeCloseTo(267.7, 1);
	// 20 mm on the panels of the field.
	expect(20 * (pixelsPerMm('?inch=15.6', undefined, UPRIGHT) ?? 0)).toBeCloseTo(111, 0);
	expect(20 * (pixelsPerMm('?inch=43', undefined, UPRIGHT) ?? 0)).toBeCloseTo(40.3, 0);
	expect(1280 / (pixelsPerMm('', '10.1', { width: 1280, height: 800 }) ?? 0)).toBeCloseTo(217.5, 1);
});

it('what the address says wins over what was paired', () => {
	expect(pixelsPerMm('?inch=43', '21.5', UPRIGHT)).toBe(pixelsPerMm('', '43', UPRIGHT));
});

it.each([
	['', undefined],
	['?inch=', undefined],
	['?inch=besar', ''],
	['?inch=0', '3'],
	['?inch=-15', '1000'],
])('"%s" and %j are no panel', (search, paired) => {
	expect(pixelsPerMm(search, paired, UPRIGHT)).toBeNull();
});
