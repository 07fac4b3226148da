// The glyphs that may stand on paper: what is printed, what is said otherwise, what is drawn, and what never comes through.

import { describe, expect, test } from 'vitest';
import { canDraw } from './font/font.ts';
import { ASCII, bytesOf, isPrinted, PC437, PC858, printable, textOf } from './glyphs.ts';
import { PROFILES, type Profile, profileFor, profileNamed } from './profile.ts';

const EVERY_PROFILE: readonly Profile[] = Object.values(PROFILES);
const high = (page: { readonly high: string }): readonly string[] => [...page.high].filter((it) => it !== ' ');

describe('the profiles', () => {
	test('are named by their ids, and no other name is one', () => {
		for (const [id, profile] of Object.entries(PROFILES)) expect(profileNamed(id)).toEqual({ ...profile, id });
		expect(['', 'epson', 'constructor', '__proto__', 'UNKNOWN-58'].map(profileNamed)).toEqual(Array(5).fill(null));
		expect([58, 80].map((paper) => profileFor(paper as 58 | 80).id)).toEqual(['unknown-58', 'unknown-80']);
	});
	test('have columns that fit their dots, and paper that their dots fit', () => {
		for (const { id, columns, dots, dpi, paper, feedToTear } of EVERY_PROFILE) {
			expect(columns * 12, id).toBeLessThanOrEqual(dots);
			expect((dots / dpi) * 25.4, id).toBeLessThan(paper);
			// The cutter or the tear bar stands at least 10 mm after the head.
			expect((feedToTear * 30 * 25.4) / dpi, id).toBeGreaterThanOrEqual(10);
		}
	});
	test('have pages of 128 glyphs or none, each glyph once, all of them in the font', () => {
		for (const { codePage } of EVERY_PROFILE) {
			expect([0, 128]).toContain([...codePage.high].length);
			expect(new Set(high(codePage)).size).toBe(high(codePage).length);
			expect(high(codePage).filter((it) => !canDraw(it))).toEqual([]);
		}
	});
});

describe('glyphs', () => {
	const CASES: readonly (readonly [string, string, string])[] = [
		['10–25 menit · “Zona 1”…', '10-25 menit - "Zona 1"...', '10-25 menit · "Zona 1"...'],
		['Z\u0335\u0336a\u0337\u0338lgo', 'Zalgo', 'Zalgo'],
		[`Z${'\u0301\u0300\u0335'.repeat(500)}algo`, 'Źalgo', 'Źalgo'],
		['a\u202Etxt.exe\u202C\u200B\uFEFFb', 'atxt.exeb', 'atxt.exeb'],
		['Budi \u001bp\u0000\u0019\u00ad', 'Budi p', 'Budi p'],
		['KTP 👨‍👩‍👧 elektronik', 'KTP ? elektronik', 'KTP ? elektronik'],
		['日本語 中文', '?', '?'],
		['مكتب الشؤون الدينية KUA', '? KUA', '? KUA'],
		['\ud800Siti\udc00', 'Siti', 'Siti'],
		['Ａ１ ﬁ ½', 'A1 fi 1/2', 'A1 fi ½'],
		['Phạm', 'Pham', 'Pham'],
		['30 °C, € 5', '30 derajatC, EUR 5', '30 °C, EUR 5'],
		['satu\n\tdua\u00a0 tiga\u2028', 'satu dua tiga', 'satu dua tiga'],
	];
	test.each(CASES)('%j', (text, ascii, pc437) => {
		expect(printable(text, ASCII)).toBe(ascii);
		expect(printable(text, PC437)).toBe(pc437);
	});
	test('a letter that the printer lacks is kept to be drawn, where the font has it', () => {
		expect(printable('Cafe\u0301 Łódź', ASCII)).toBe('Café Łódź');
		expect(['Café', 'Łódź', 'Cafe'].map((it) => isPrinted(it, ASCII))).toEqual([false, false, true]);
		expect(['Café', 'Łódź', 'Cafe'].map((it) => isPrinted(it, PC437))).toEqual([true, false, true]);
	});
	test('the bytes of the pages are the ones of their tables', () => {
		expect([...bytesOf('éñßµ±÷°·²¿«»', PC437)]).toEqual([
			0x82, 0xa4, 0xe1, 0xe6, 0xf1, 0xf6, 0xf8, 0xfa, 0xfd, 0xa8, 0xae, 0xaf,
		]);
		expect([...bytesOf('€─ÁÃßµ±·²øéÐ´¾', PC858)]).toEqual([
			0xd5, 0xc4, 0xb5, 0xc7, 0xe1, 0xe6, 0xf1, 0xfa, 0xfd, 0x9b, 0x82, 0xd1, 0xef, 0xf3,
		]);
		for (const page of [PC437, PC858]) {
			const all = high(page).join('');
			expect(textOf(bytesOf(printable(all, page), page), page)).toBe(all);
		}
	});
});
