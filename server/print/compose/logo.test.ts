// The logo: what an office uploads, as dots; and whatever it is, never a reason for a slip not to be printed.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { harmless, isDark } from './bitmap.ts';
import { logoOf } from './logo.ts';
import { EMBLEM, pngLogo } from './testing/logo.ts';

const darkness = (base64: string, dots: number): number => {
	const logo = logoOf(base64, dots);
	if (!logo) return 0;
	let dark = 0;
	for (let y = 0; y < logo.height; y++) for (let x = 0; x < logo.width; x++) if (isDark(logo, x, y)) dark++;
	return dark / (logo.width * logo.height);
};

describe('a logo', () => {
	test('that fits is printed dot for dot', () => {
		const logo = logoOf(
			pngLogo(20, 9, (x, y) => (x < y ? 0 : 255)),
			384,
		);
		expect([logo?.width, logo?.height]).toEqual([20, 9]);
		for (let y = 0; y < 9; y++) for (let x = 0; x < 20; x++) expect(logo && isDark(logo, x, y)).toBe(x < y);
	});
	test('that is wider than the paper is made smaller, and none is longer than 30 mm', () => {
		const wide = logoOf(
			pngLogo(1200, 300, () => 0),
			384,
		);
		expect([wide?.width, wide?.height]).toEqual([384, 96]);
		const tall = logoOf(
			pngLogo(100, 960, () => 0),
			384,
		);
		expect([tall?.width, tall?.height]).toEqual([25, 240]);
	});
	test('of a grey is as dark as the grey, and a drawing keeps clean edges', () => {
		expect(
			darkness(
				pngLogo(100, 100, () => 100),
				384,
			),
		).toBeCloseTo(155 / 255, 1);
		expect(
			darkness(
				pngLogo(100, 100, (x) => (x < 48 ? 20 : x < 52 ? 120 : 230)),
				384,
			),
		).toBeCloseTo(0.52, 5);
	});
	test('that cannot be decoded, is too large, or shows nothing on white paper is left out', () => {
		const png = Buffer.from(EMBLEM, 'base64');
		const huge = Buffer.from(png);
		huge.writeUInt32BE(60_000, 16);
		huge.writeUInt32BE(60_000, 20);
		const left = [
			...['', 'not base64 !!', Buffer.from('GIF89a').toString('base64')],
			png.subarray(0, 60).toString('base64'),
			huge.toString('base64'),
			pngLogo(2_001, 1, () => 0),
			pngLogo(30, 30, () => 255),
			pngLogo(30, 30, () => null),
		];
		expect(left.map((it) => logoOf(it, 512))).toEqual(left.map(() => null));
	});
	test('never throws, whichever byte of it is spoilt', () => {
		const png = Buffer.from(EMBLEM, 'base64');
		fc.assert(
			fc.property(fc.integer({ min: 0, max: png.length - 1 }), fc.integer({ min: 0, max: 255 }), (at, byte) => {
				const spoilt = Buffer.from(png);
				spoilt[at] = byte;
				const logo = logoOf(spoilt.toString('base64'), 384);
				if (logo) expect(logo.height).toBeLessThanOrEqual(240);
			}),
			{ numRuns: 60 },
		);
	});
});

test('dots that read as a real-time command are made one dot wider, and nothing else changes', () => {
	expect([...harmless(Uint8Array.of(0x10, 0x04, 0x10, 0x05, 0x10, 0x14, 0x10, 0x10, 0x04, 0x10))]).toEqual([
		0x18, 0x04, 0x18, 0x05, 0x18, 0x14, 0x10, 0x18, 0x04, 0x10,
	]);
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 200 }), (bits) => {
			expect(
				[...harmless(bits)].every((byte, at, all) => byte !== 0x10 || ![4, 5, 0x14].includes(all[at + 1] ?? 0)),
			).toBe(true);
		}),
	);
});
