// What stands on the paper: the slip of a number, read back from the bytes by a reader that knows only the printer's
// commands. How whole slips look is in golden/.

import fc from 'fast-check';
import { encode as qrEncode } from 'uqr';
import { describe, expect, test } from 'vitest';
import { DEFAULT_LAYOUT, SLIP_BLOCKS } from '../../../shared/slip.ts';
import { words } from '../../../shared/words/words.ts';
import { isDark } from './bitmap.ts';
import { encode, paperMm } from './encode.ts';
import { altOf, largest, linesOf, testLines, wrap } from './lines.ts';
import { bitmapOf } from './picture.ts';
import { dotsPerMm, PROFILES, type Profile, profileFor } from './profile.ts';
import { QUIET, qrContent, TICKET_DOTS, wifiContent } from './qr.ts';
import type { Slip } from './slip.ts';
import { readPaper, written } from './testing/read-paper.ts';
import { ADDRESS, full, hall, ktp, laidOut, reprint, several, single, trial, twoCopies } from './testing/slips.ts';

const EVERY_PROFILE: readonly Profile[] = Object.values(PROFILES);
const T82: Profile = PROFILES['epson-tm-t82'];

const read = (slip: Slip, profile: Profile) =>
	readPaper(encode(linesOf(slip, profile, words.id), profile), profile.codePage);
const textOn = (slip: Slip, profile: Profile): readonly string[] => written(read(slip, profile));

describe('a slip on paper', () => {
	test('a second one carries its own time and what the first one said', () => {
		const again = textOn(reprint, profileFor(58));
		expect(again[0]).toBe('** CETAK ULANG 09.40 WITA **');
		expect(again.slice(1)).toEqual(textOn(single, profileFor(58)));
	});
	test('says priority without saying which, and lists each place of a number with several', () => {
		const all = textOn(several, profileFor(80));
		expect(all).toContain('** PRIORITAS **');
		expect(all).toContain('1. Kepolisian Resor Palopo');
		expect(all).toContain('2. Dinas Kependudukan dan Pencatatan Sipil');
	});
	test('of a demonstration says so; a real hall does not, and a city that the name lacks is added', () => {
		expect(textOn({ ...single, hall: { ...hall, demo: true } }, profileFor(58))[0]).toBe(
			'** CONTOH, bukan karcis asli **',
		);
		const other = { ...single, hall: { ...hall, name: 'Grha Layanan', city: 'Kota Palopo' } };
		expect(textOn(other, profileFor(58)).slice(0, 2)).toEqual(['Grha Layanan', 'Kota Palopo']);
	});
	test('has the number as large as fits, and every line fits the paper', () => {
		expect([32, 42, 48].map((columns) => largest('C-012', columns))).toEqual([6, 8, 8]);
		expect([32, 42, 48].map((columns) => largest('AB-1012', columns))).toEqual([4, 6, 6]);
		for (const profile of EVERY_PROFILE)
			for (const slip of [single, several, full])
				for (const it of read(slip, profile).marks)
					if (it.kind === 'text') expect(it.text.length * it.width).toBeLessThanOrEqual(profile.columns);
	});
	test('begins with ESC @ and the code page, and ends at the cutter or the tear bar', () => {
		for (const profile of EVERY_PROFILE) {
			const { commands, marks } = read(single, profile);
			expect(commands.slice(0, 3)).toEqual(['ESC @', 'FS .', `ESC t ${profile.codePage.select}`]);
			const feed = { kind: 'feed', lines: profile.feedToTear };
			const end = profile.cutter === 'none' ? [feed] : [feed, { kind: 'cut', full: false }];
			expect(marks.slice(-end.length)).toEqual(end);
			expect(marks.filter((it) => it.kind === 'cut')).toHaveLength(end.length - 1);
		}
	});
	test('is cut through on a printer with a full cutter', () => {
		const profile: Profile = { ...profileFor(80), cutter: 'full' };
		expect(read(single, profile).marks.at(-1)).toEqual({ kind: 'cut', full: true });
	});
	test('in English says the same', () => {
		expect(altOf(linesOf(single, profileFor(80), words.en))).toContain('Counters 5, 6\nZone 1');
	});
	test('with its QR code is at most 130 mm of 80 mm paper', () => {
		expect(paperMm(linesOf(single, T82, words.id), T82)).toBeLessThanOrEqual(130);
	});
	test('is read aloud as its rows, drawn ones too', () => {
		const slip = { ...single, places: [{ ...ktp, service: 'Akta lahir Łucja' }] };
		const alt = altOf(linesOf(slip, profileFor(58), words.id)).split('\n');
		expect(alt.slice(0, 3)).toEqual(['Mal Pelayanan Publik Kota Palopo', 'Nomor antrean Anda', 'C-012']);
		expect(alt).toContain('Akta lahir Łucja');
	});
});

describe('the layout', () => {
	test('prints the blocks that are named, in their order, and the number always', () => {
		const slip = { ...single, hall: laidOut({ blocks: ['time', 'number', 'hall'] }) };
		expect(textOn(slip, T82).slice(0, -2)).toEqual([
			'Jumat, 9 Januari 2026 · 09.14 WITA',
			'─'.repeat(48),
			'Nomor antrean Anda',
			'C-012 (x8)',
			'Mal Pelayanan Publik Kota Palopo',
		]);
		expect(textOn({ ...single, hall: laidOut({ blocks: [] }) }, T82)).toContain('C-012 (x8)');
	});
	test('cannot switch off the marks, the number or the cut, whatever it says', () => {
		fc.assert(
			fc.property(fc.shuffledSubarray([...SLIP_BLOCKS]), fc.constantFrom(...EVERY_PROFILE), (blocks, profile) => {
				const layout = { ...full.hall.layout, blocks };
				const marked = { ...reprint, priority: true, hall: { ...full.hall, layout, demo: true } };
				const paper = textOn(marked, profile);
				expect(paper.slice(0, 2)).toEqual(['** CONTOH, bukan karcis asli **', '** CETAK ULANG 09.40 WITA **']);
				expect(paper.filter((it) => it.startsWith('C-012 '))).toHaveLength(1);
				expect(paper.at(-1)).toBe(profile.cutter === 'none' ? '....' : '[cut]');
			}),
			{ numRuns: 100 },
		);
	});
	test('two copies are one job: the second is marked, leads nowhere, and has the right glyphs', () => {
		const slip = { ...twoCopies, places: [{ ...ktp, service: 'Perekaman KTP-él' }] };
		const paper = textOn(slip, T82);
		const [first, second] = [paper.slice(0, paper.indexOf('[cut]')), paper.slice(paper.indexOf('[cut]') + 1)];
		expect(second[0]).toBe('** SALINAN **');
		expect(first.filter((it) => it.startsWith('[QR'))).toHaveLength(2);
		expect(second.join('\n')).not.toMatch(/QR|Wi-Fi|sandi/);
		expect(second).toContain('Perekaman KTP-él');
		expect(second.at(-1)).toBe('[cut]');
	});
	test('lists what to have at hand under a box each, eight at most', () => {
		const requirements = Array.from({ length: 11 }, (_, it) => `Berkas ${it + 1}`);
		const slip = {
			...single,
			hall: laidOut({ blocks: ['number', 'requirements'] }),
			places: [{ ...ktp, requirements }],
		};
		const paper = textOn(slip, profileFor(58));
		expect(paper.filter((it) => it.startsWith('[ ] Berkas'))).toHaveLength(8);
		expect(paper).toContain('dan 3 lainnya');
		expect(textOn({ ...slip, places: [{ ...ktp, requirements: [] }] }, profileFor(58)).join()).not.toContain('Siapkan');
	});
	test('draws the logo, and goes without one that cannot be shown', () => {
		expect(textOn(full, T82)[0]).toBe('[raster 152 x 152]');
		const broken = { ...single, hall: laidOut({ logo: 'bukan gambar' }) };
		expect(textOn(broken, T82)).toEqual(textOn(single, T82));
	});
	test('has the note at the foot', () => {
		expect(textOn({ ...single, hall: laidOut({ note: 'Terima kasih.' }) }, T82).at(-3)).toBe('Terima kasih.');
	});
	test('a test slip says what it is, which printer, and how wide', () => {
		const text = written(readPaper(encode(testLines(trial, T82, words.id), T82), T82.codePage));
		expect(text[0]).toBe('** CETAK PERCOBAAN **');
		expect(text).toEqual(expect.arrayContaining(['Kios 1', 'Epson TM-T82', 'Huruf 4 (x4)']));
		expect(text).toContain('123456789012345678901234567890123456789012345678');
	});
});

describe('a row that the printer’s glyphs cannot say', () => {
	const slip = { ...single, places: [{ ...ktp, agency: 'Kantor Łódź' }] };
	test('is drawn as large as the line that it stands for', () => {
		const [drawn] = read(slip, T82).marks.filter((it) => it.kind === 'raster');
		expect([drawn?.dots[0]?.length, drawn?.dots.length, drawn?.center]).toEqual([136, 30, true]);
		expect(paperMm(linesOf(slip, T82, words.id), T82)).toBe(
			paperMm(linesOf({ ...single, places: [{ ...ktp, agency: 'Kantor Lodz' }] }, T82, words.id), T82),
		);
	});
});

describe('the QR code', () => {
	test('a printer that draws it is handed the address', () => {
		const [qr] = read(single, profileFor(80)).marks.filter((it) => it.kind === 'qr');
		expect(qr).toEqual({ kind: 'qr', content: ADDRESS, dots: 6 });
	});
	test('for others it is drawn, module by module, with clear space around it, in bands that join', () => {
		const { marks, commands } = read(single, profileFor(58));
		const [raster] = marks.filter((it) => it.kind === 'raster');
		const modules = qrEncode(ADDRESS, { ecc: 'M', border: QUIET }).data;
		const dots = raster?.dots ?? [];
		expect(dots).toHaveLength(modules.length * 6);
		expect(commands.filter((it) => it === 'GS v 0')).toHaveLength(2);
		for (const [y, row] of dots.entries())
			for (const [x, dark] of row.entries())
				if (dark !== (modules[Math.floor(y / 6)]?.[Math.floor(x / 6)] ?? false)) expect.fail(`dot ${x},${y}`);
	});
	test('an address is put into it as visible ASCII, and one too long to scan is left out', () => {
		expect(qrContent('http://aula/\u001b\u0010é')).toBe('http://aula/%1B%10%C3%A9');
		const long = { ...single, address: `http://aula/${'x'.repeat(400)}` };
		expect(linesOf(long, profileFor(58), words.id).some((it) => it.kind === 'qr')).toBe(false);
	});
	test('of a network is what phones join it by, its signs escaped', () => {
		expect(wifiContent({ name: 'MPP Palopo', password: 'a;b:c,d\\e"f12' })).toBe(
			'WIFI:T:WPA;S:MPP Palopo;P:a\\;b\\:c\\,d\\\\e\\"f12;;',
		);
		expect(wifiContent({ name: 'Tamu', password: null })).toBe('WIFI:T:nopass;S:Tamu;;');
	});
	test('of a network is drawn even if its name ends in half a character', () => {
		const wifi = { name: 'Tamu \ud83d', password: null };
		expect(textOn({ ...single, hall: laidOut({ blocks: ['wifi', 'number'], wifi }) }, T82)[1]).toBe('Wi-Fi: Tamu');
	});
	test('of a network whose name is more than plain signs reaches every printer as dots', () => {
		const wifi = { name: 'Café Siak', password: null };
		const marks = read({ ...single, hall: laidOut({ blocks: ['number', 'wifi'], wifi }) }, T82).marks;
		expect(marks.map((it) => it.kind)).toContain('raster');
		expect(marks.map((it) => it.kind)).not.toContain('qr');
	});
});

describe('the picture of a slip', () => {
	test('is as wide as the paper, and as long as the paper that the job uses', () => {
		for (const profile of EVERY_PROFILE) {
			const lines = linesOf(twoCopies, profile, words.id);
			const { width, height } = bitmapOf(lines, profile);
			expect(Math.abs(width / dotsPerMm(profile) - profile.paper), profile.id).toBeLessThan(0.1);
			expect(Math.ceil(height / dotsPerMm(profile)), profile.id).toBe(paperMm(lines, profile));
		}
	});
	test('has the very dots of every raster that is sent', () => {
		const profile = profileFor(58);
		const slip = {
			...full,
			hall: { ...full.hall, layout: { ...full.hall.layout, blocks: ['logo', 'number'] as const } },
		};
		const [logo] = read(slip, profile).marks.filter((it) => it.kind === 'raster');
		const picture = bitmapOf(linesOf(slip, profile, words.id), profile);
		const left = Math.floor((464 - 384) / 2 + (384 - 152) / 2);
		for (const [y, row] of logo?.dots.entries() ?? [])
			for (const [x, dark] of row.entries())
				if (isDark(picture, left + x, 90 + y) !== dark) expect.fail(`dot ${x},${y}`);
	});
	test('costs no paper that its lines do not say: 512 dots at 180 dpi are longer than at 203', () => {
		const lines = [{ kind: 'feed', lines: 10 }] as const;
		expect([paperMm(lines, PROFILES['epson-tm-t88']), paperMm(lines, T82)]).toEqual([43, 38]);
		const dots = TICKET_DOTS;
		expect(paperMm([{ kind: 'qr', content: ADDRESS, dots }], T82)).toBe(33);
	});
	test('of the usual layout names no block that there is not', () => {
		expect(DEFAULT_LAYOUT.blocks.every((it) => SLIP_BLOCKS.includes(it))).toBe(true);
	});
});

describe('wrapping', () => {
	const sentence = fc
		.array(fc.stringMatching(/^[!-~]{1,50}$/), { minLength: 1, maxLength: 30 })
		.map((it) => it.join(' '));
	test('no row is longer than the paper and no letter is lost', () => {
		fc.assert(
			fc.property(sentence, fc.integer({ min: 4, max: 48 }), (text, columns) => {
				const rows = wrap(text, columns, Number.POSITIVE_INFINITY);
				expect(Math.max(...rows.map((it) => it.length))).toBeLessThanOrEqual(columns);
				expect(rows.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
			}),
		);
	});
	test('a word that fits on a row is never broken', () => {
		fc.assert(
			fc.property(sentence, (text) => {
				const rows = wrap(text, 50, Number.POSITIVE_INFINITY);
				expect(rows.flatMap((it) => it.split(' '))).toEqual(text.split(' '));
			}),
		);
	});
	test('a name of ten thousand letters ends visibly after four rows', () => {
		const rows = wrap('sangat panjang '.repeat(700).trim(), 32);
		expect(rows).toHaveLength(4);
		expect(rows.at(-1)).toMatch(/\.\.\.$/);
	});
});
