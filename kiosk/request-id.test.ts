import { expect, it } from 'vitest';
import { pixelsPerMm } from './panel.ts';
import { requestId } from './request-id.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

it('names every press with a UUID, also where the browser calls the hall insecure and offers none', () => {
	const insecure = { getRandomValues: crypto.getRandomValues.bind(crypto) };
	const names = Array.from({ length: 1000 }, () => requestId(insecure));
	for (const name of names) expect(name).toMatch(UUID);
	expect(new Set(names).size).toBe(1000);
	expect(requestId(crypto)).toMatch(UUID);
});

it('knows a millimetre on the panels of the field, and assumes nothing from a wrong diagonal', () => {
	const portrait = { width: 1080, height: 1920 };
	expect(20 * (pixelsPerMm('?inch=15.6', portrait) ?? 0)).toBeCloseTo(111, 0);
	expect(20 * (pixelsPerMm('?inch=21.5', portrait) ?? 0)).toBeCloseTo(80.7, 0);
	expect(20 * (pixelsPerMm('?inch=43', portrait) ?? 0)).toBeCloseTo(40.3, 0);
	for (const wrong of ['', '?inch=', '?inch=abc', '?inch=0', '?inch=-3', '?inch=1e9']) {
		expect(pixelsPerMm(wrong, portrait)).toBeNull();
	}
});
