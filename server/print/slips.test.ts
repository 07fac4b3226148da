// What stands on the paper: the slip of a number, read back from the bytes by a reader that knows only the printer's commands.

import fc from 'fast-check';
import { encode as qrEncode } from 'uqr';
import { describe, expect, test } from 'vitest';
import type { Instant } from '../../shared/id.ts';
import { words } from '../../shared/words/words.ts';
import { encode } from './encode.ts';
import { ASCII, bytesOf, PC437, printable, textOf } from './glyphs.ts';
import { type Line, largest, linesOf, wrap } from './lines.ts';
import { PROFILES, type Profile, profileFor } from './profile.ts';
import { QUIET, qrContent } from './qr.ts';
import { openSlips, type Slip } from './slip.ts';
import { readPaper, written } from './testing/read-paper.ts';
import { ADDRESS, KTP, MORNING, SKCK, seedHall } from './testing/seed.ts';

const EVERY_PROFILE: readonly Profile[] = Object.values(PROFILES);

const hall = seedHall();
const slipOf = openSlips(hall.store);
const one = slipOf(hall.take('C-012').job, hall.catalogue);
const several = slipOf(
	hall.take('S-007', {
		headStart: 'pregnant',
		places: [
			{ serviceId: SKCK, ahead: 0, wait: { fromMinutes: 0, toMinutes: 0, basis: 'history' } },
			{ serviceId: KTP, ahead: 12, wait: null },
		],
	}).job,
	hall.catalogue,
);
const paper = (slip: Slip, profile: Profile) =>
	readPaper(encode(linesOf(slip, profile, words.id), profile), profile.codePage);

describe('a slip on paper', () => {
	test('on 58 mm it says everything in 32 columns and ends at the tear bar', () => {
		expect(written(paper(one, profileFor(58)))).toMatchInlineSnapshot(`
			[
			  "** CONTOH, bukan karcis asli **",
			  "Mal Pelayanan Publik Kota Palopo",
			  "--------------------------------",
			  "Nomor antrean Anda",
			  "C-012 (x6)",
			  ".",
			  "Dinas Kependudukan dan",
			  "Pencatatan Sipil",
			  "Perekaman KTP elektronik",
			  "3 orang sebelum Anda",
			  "sekitar 10-25 menit",
			  "Loket 5, 6 - Zona 1",
			  ".",
			  "Mohon menunggu nomor dipanggil.",
			  "[raster 248 x 246]",
			  "Pindai untuk memantau giliran",
			  "--------------------------------",
			  "Jumat, 9 Januari 2026",
			  "09.14 WITA",
			  "Pengaduan: WA 0811-0000-0000",
			  "....",
			]
		`);
	});
	test('on 80 mm it says everything in 42 columns and is cut', () => {
		expect(written(paper(one, profileFor(80)))).toMatchInlineSnapshot(`
			[
			  "** CONTOH, bukan karcis asli **",
			  "Mal Pelayanan Publik Kota Palopo",
			  "------------------------------------------",
			  "Nomor antrean Anda",
			  "C-012 (x8)",
			  ".",
			  "Dinas Kependudukan dan Pencatatan Sipil",
			  "Perekaman KTP elektronik",
			  "3 orang sebelum Anda · sekitar 10-25 menit",
			  "Loket 5, 6 · Zona 1",
			  ".",
			  "Mohon menunggu nomor dipanggil.",
			  ".",
			  "[QR http://192.168.1.10:3000/t/4fG0aXh2Tq9LkZ7mVbN1Cw]",
			  ".",
			  "Pindai untuk memantau giliran",
			  "------------------------------------------",
			  "Jumat, 9 Januari 2026 · 09.14 WITA",
			  "Pengaduan: WA 0811-0000-0000",
			  "....",
			  "[cut]",
			]
		`);
	});
	test('with several services it lists each place, and says priority without saying which', () => {
		expect(written(paper(several, profileFor(58)))).toMatchInlineSnapshot(`
			[
			  "** CONTOH, bukan karcis asli **",
			  "Mal Pelayanan Publik Kota Palopo",
			  "--------------------------------",
			  "Nomor antrean Anda",
			  "S-007 (x6)",
			  "** PRIORITAS **",
			  ".",
			  "2 layanan dengan satu nomor",
			  "1. Kepolisian Resor Palopo",
			  "Surat Keterangan Catatan",
			  "Kepolisian (SKCK) baru",
			  "Anda berikutnya",
			  "segera dipanggil",
			  "Loket 9 - Zona 3",
			  ".",
			  "2. Dinas Kependudukan dan",
			  "Pencatatan Sipil",
			  "Perekaman KTP elektronik",
			  "12 orang sebelum Anda",
			  "belum ada loket buka",
			  "Loket 5, 6 - Zona 1",
			  ".",
			  "Mohon menunggu nomor dipanggil.",
			  "[raster 248 x 246]",
			  "Pindai untuk memantau giliran",
			  "--------------------------------",
			  "Jumat, 9 Januari 2026",
			  "09.14 WITA",
			  "Pengaduan: WA 0811-0000-0000",
			  "....",
			]
		`);
		const all = written(paper(several, profileFor(80))).join('\n');
		expect(all).toContain('** PRIORITAS **');
		expect(all).not.toMatch(/hamil/i);
	});
	test('a second copy carries its own time and what the first one said', () => {
		const again = { ...one, reprintedAt: (MORNING + 26 * 60_000) as Instant };
		const text = written(paper(again, profileFor(58)));
		expect(text).toContain('** CETAK ULANG 09.40 WITA **');
		expect(text.filter((it) => !it.includes('CETAK ULANG'))).toEqual(written(paper(one, profileFor(58))));
	});
	test('a priority that only means "sent on from another counter" is not marked', () => {
		const { job } = hall.take('C-013', { headStart: 'continuing' });
		expect(slipOf(job, hall.catalogue).priority).toBe(false);
	});
	test('a real hall does not say "contoh", and a city that the name lacks is added', () => {
		const { catalogue, store, take } = seedHall({ demo: false, name: 'Grha Layanan', city: 'Kota Palopo' });
		const text = written(paper(openSlips(store)(take('C-001').job, catalogue), profileFor(58)));
		expect(text.slice(0, 2)).toEqual(['Grha Layanan', 'Kota Palopo']);
	});
	test('the number is as large as fits, and every line fits the paper', () => {
		expect(EVERY_PROFILE.map((it) => largest('C-012', it.columns))).toEqual([6, 8]);
		expect(EVERY_PROFILE.map((it) => largest('AB-1012', it.columns))).toEqual([4, 6]);
		for (const profile of EVERY_PROFILE)
			for (const it of paper(one, profile).marks)
				if (it.kind === 'text') expect(it.text.length * it.width).toBeLessThanOrEqual(profile.columns);
	});
	test('a job begins with ESC @ and the code page, and leaves enough paper to tear', () => {
		for (const profile of EVERY_PROFILE) {
			const { commands, marks } = paper(one, profile);
			expect(commands.slice(0, 3)).toEqual(['ESC @', 'FS .', `ESC t ${profile.codePage.select}`]);
			const end =
				profile.cutter === 'partial' ? [{ kind: 'feed', lines: 4 }, { kind: 'cut' }] : [{ kind: 'feed', lines: 4 }];
			expect(marks.slice(-end.length)).toEqual(end);
			expect(marks.filter((it) => it.kind === 'cut')).toHaveLength(profile.cutter === 'partial' ? 1 : 0);
		}
	});
	test('English says the same', () => {
		const text = linesOf(one, profileFor(80), words.en).flatMap((it) => (it.kind === 'text' ? [it.text] : []));
		expect(text).toContain('Counters 5, 6 · Zone 1');
	});
});

describe('the QR code', () => {
	test('a printer that draws it is handed the address', () => {
		const [qr] = paper(one, profileFor(80)).marks.filter((it) => it.kind === 'qr');
		expect(qr).toEqual({ kind: 'qr', content: ADDRESS, dots: 6 });
	});
	test('for others it is drawn, module by module, with clear space around it', () => {
		const [raster] = paper(one, profileFor(58)).marks.filter((it) => it.kind === 'raster');
		const modules = qrEncode(ADDRESS, { ecc: 'M', border: QUIET }).data;
		const dots = raster?.dots ?? [];
		expect(dots).toHaveLength(modules.length * 6);
		for (const [y, row] of dots.entries())
			for (const [x, dark] of row.entries())
				expect(dark, `dot ${x},${y}`).toBe(modules[Math.floor(y / 6)]?.[Math.floor(x / 6)] ?? false);
	});
	test('no byte of the picture can be taken for a real-time command', () => {
		fc.assert(
			fc.property(fc.webUrl(), (address) => {
				const bytes = encode([{ kind: 'qr', content: address }], profileFor(58));
				expect(bytes.includes(0x10)).toBe(false);
			}),
			{ numRuns: 60 },
		);
	});
	test('only visible ASCII is put into it, and an address too long to scan is left out', () => {
		expect(qrContent('http://aula/\u001b\u0010é')).toBe('http://aula/%1B%10%C3%A9');
		const long = { ...one, address: `http://aula/${'x'.repeat(400)}` };
		expect(linesOf(long, profileFor(58), words.id).some((it) => it.kind === 'qr')).toBe(false);
	});
});

describe('glyphs', () => {
	const CASES: readonly (readonly [string, string, string])[] = [
		['10–25 menit · “Zona 1”…', '10-25 menit - "Zona 1"...', '10-25 menit · "Zona 1"...'],
		['Café Siak', 'Cafe Siak', 'Café Siak'],
		['e\u0301', 'e', 'é'],
		['Z\u0335\u0336a\u0337\u0338lgo', 'Zalgo', 'Zalgo'],
		['a\u202Etxt.exe\u202C\u200B\uFEFFb', 'atxt.exeb', 'atxt.exeb'],
		['Budi \u001bp\u0000\u0019\u00fa', 'Budi pu', 'Budi pú'],
		['KTP 👨‍👩‍👧 elektronik', 'KTP ? elektronik', 'KTP ? elektronik'],
		['日本語', '?', '?'],
		['Ａ１ ﬁ ½', 'A1 fi 1/2', 'A1 fi ½'],
		['satu\n\tdua\u00a0 tiga', 'satu dua tiga', 'satu dua tiga'],
	];
	test.each(CASES)('%j', (text, ascii, pc437) => {
		expect(printable(text, ASCII)).toBe(ascii);
		expect(printable(text, PC437)).toBe(pc437);
	});
	test('the bytes of code page 437 are the ones of its table', () => {
		expect([...bytesOf('éñßµ±÷°·²¿«»', PC437)]).toEqual([
			0x82, 0xa4, 0xe1, 0xe6, 0xf1, 0xf6, 0xf8, 0xfa, 0xfd, 0xa8, 0xae, 0xaf,
		]);
		expect(textOf(bytesOf(printable('Ångström à la carte', PC437), PC437), PC437)).toBe('Ångström à la carte');
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

describe('hostile names', () => {
	const payload = 'Budi \x1bp\x00\x19\xfa\x1d(E\x03\x00\x06\x01\x02\x10\x14\x01\x00\x05\x1dV\x00\x1cq\x01';
	const bits = [
		'\x1b',
		'\x1d',
		'\x10',
		'\x1c',
		'\x00',
		'\n',
		'\r',
		'\u202e',
		'\u200d',
		'\u0301',
		'👩‍🚀',
		'@',
		'!',
		'p',
		'k',
		'(',
		' ',
	];
	const hostile = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 60 }),
		fc.string({ unit: fc.constantFrom(...bits), maxLength: 60 }),
		fc.constant(payload),
		fc.constant('x'.repeat(10_000)),
	);
	const TEMPLATE = ['ESC @', 'FS .', 'ESC t 0', 'ESC a', 'ESC E', 'ESC d', 'GS !', 'GS ( k', 'GS v 0', 'GS V 1'];
	const poisoned = fc
		.record({
			name: hostile,
			city: hostile,
			agency: hostile,
			service: hostile,
			number: hostile,
			address: hostile,
			line: hostile,
		})
		.map(
			(it): Slip => ({
				...one,
				hall: { ...one.hall, name: it.name, city: it.city, complaintLine: it.line },
				number: it.number,
				places: one.places.map((place) => ({ ...place, agency: it.agency, service: it.service })),
				address: it.address,
			}),
		);

	test('only the template’s own commands reach the printer, whatever the hall’s words are', () => {
		fc.assert(
			fc.property(poisoned, fc.constantFrom(...EVERY_PROFILE), (slip, profile) => {
				const { commands, marks } = paper(slip, profile);
				expect(commands.filter((it) => !TEMPLATE.includes(it))).toEqual([]);
				expect(commands.filter((it) => it === 'FS .')).toHaveLength(1);
				expect(marks.filter((it) => it.kind === 'cut')).toHaveLength(profile.cutter === 'partial' ? 1 : 0);
				expect(marks.length).toBeLessThan(60);
			}),
			{ numRuns: 400 },
		);
	}, 60_000);
	test('the encoder trusts no line either, wherever it came from', () => {
		fc.assert(
			fc.property(fc.array(hostile, { maxLength: 5 }), fc.constantFrom(...EVERY_PROFILE), (texts, profile) => {
				const lines = texts.map((text): Line => ({ kind: 'text', text, scale: 2, align: 'left', bold: false }));
				const { commands, marks } = readPaper(encode(lines, profile), profile.codePage);
				expect(commands).toHaveLength(3 + lines.length * 3);
				expect(marks).toHaveLength(lines.length);
			}),
			{ numRuns: 2_000 },
		);
	}, 60_000);
	test('a drawer pulse, a memory write and a cut in a name come out as letters', () => {
		expect(printable(payload, ASCII)).toBe('Budi pu(EVq');
	});
});
