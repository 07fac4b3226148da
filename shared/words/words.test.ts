// The spelling of the hall: no sentence on a screen or slip is written in a way that KBBI does not know.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { words } from './words.ts';

/** Wrong and right. Whole words; an ending ("antriannya") does not hide them. */
const MISSPELT: Readonly<Record<string, string>> = {
	...{ antri: 'antre', antrian: 'antrean', mengantri: 'mengantre', ijin: 'izin', perijinan: 'perizinan' },
	...{ silahkan: 'silakan', praktek: 'praktik', mall: 'mal', prosentase: 'persentase', nopember: 'November' },
	...{ pebruari: 'Februari', kwitansi: 'kuitansi', resiko: 'risiko', aktifitas: 'aktivitas', jadual: 'jadwal' },
	...{ hadlir: 'hadir', ijasah: 'ijazah', apotik: 'apotek', analisa: 'analisis', kwalitas: 'kualitas' },
	...{ merubah: 'mengubah', rubah: 'ubah', sekedar: 'sekadar', nomer: 'nomor', fotocopy: 'fotokopi' },
	...{ 'foto copy': 'fotokopi', kadaluarsa: 'kedaluwarsa', kadaluwarsa: 'kedaluwarsa', obyek: 'objek' },
	...{ 'non perizinan': 'nonperizinan', 'loket-loket': 'loket', difabel: 'penyandang disabilitas' },
};
/** "mall" is right in English; the proper name of the place still is "Mal Pelayanan Publik". */
const RIGHT_IN_ENGLISH: ReadonlySet<string> = new Set(['mall']);

/** What is wrong in a text, each with what is right. */
function misspellings(text: string): readonly string[] {
	return PATTERNS.flatMap(({ wrong, right, pattern }) =>
		pattern.test(text) ? [`"${wrong}" is written "${right}": ${text}`] : [],
	);
}
const PATTERNS = Object.entries(MISSPELT).map(([wrong, right]) => ({
	...{ wrong, right },
	pattern: new RegExp(`(?<![\\p{L}])${wrong}(nya|ku|mu|kan|lah|kah)?(?![\\p{L}])`, 'iu'),
}));

/** Something of every kind that a sentence may speak about. A sentence that fits none of them is a fault of this list. */
const SAMPLES: readonly unknown[] = [
	...[
		0,
		1,
		3,
		1_250,
		90_000,
		'A-012',
		'Disdukcapil',
		'2026-11-27',
		'Asia/Makassar',
		'meja',
		null,
		true,
		[3, 4],
		['A-012'],
		[],
	],
	...[
		{ fromMinutes: 10, toMinutes: 25, basis: 'history' },
		{ fromMinutes: 0, toMinutes: 0, basis: 'standard' },
	],
	...(
		[
			'ticket',
			'service',
			'counter',
			'officer',
			'visit',
			'device',
			'printer',
			'number',
			'zone',
			'board',
			'place',
			'media',
		] as const
	).map((what) => ({
		code: 'unknown',
		what,
	})),
	...['not_signed_in', 'not_allowed', 'stale', 'line_empty', 'on_break', 'not_on_break', 'wrong_state', 'too_fast'].map(
		(code) => ({ code }),
	),
	...['not_your_ticket', 'already_in_line', 'same_queue', 'nothing_to_undo', 'undo_too_late', 'offline'].map(
		(code) => ({
			code,
		}),
	),
	...[
		{ code: 'already_printed' },
		{ code: 'request_used', number: 'A-012' },
		{ code: 'too_late' },
		{ code: 'printer_away' },
		{ code: 'layout', fault: 'no_number' },
	],
	...[
		{ code: 'board_layout', fault: 'side' },
		{ code: 'media', fault: 'large' },
		{ code: 'recording', fault: 'empty' },
		{ code: 'voice_pack', fault: 'damaged', entry: 'id/tiga.wav' },
	],
	...[{ code: 'no_answer' }, { code: 'malformed', where: 'services' }, { code: 'internal', reference: 'k3f9' }],
	...[
		{ code: 'counter_busy', number: 'A-012' },
		{ code: 'counter_taken', counter: 3, officer: 'Sari' },
	],
	...[
		{ code: 'visit_busy', counter: 3 },
		{ code: 'visit_busy', counter: null },
		{ code: 'too_many_services', most: 5 },
		{ code: 'too_soon', seconds: 3 },
	],
	...[
		{ code: 'wrong_pin', left: 2 },
		{ code: 'wrong_pin', left: 0 },
		{ code: 'locked_out', until: 1_764_122_400_000 },
	],
	...[
		{ code: 'officer_elsewhere', counter: 3 },
		{ code: 'closed', reason: 'quota', note: null, opens: null },
	],
];

/** Every choice of so many samples, in every order. */
const choices = (length: number): readonly (readonly unknown[])[] =>
	length === 0 ? [[]] : choices(length - 1).flatMap((chosen) => SAMPLES.map((sample) => [...chosen, sample]));

/** All that a sentence says to the samples that fit it. A sample that does not fit makes it throw or say nonsense. */
function said(sentence: (...args: readonly unknown[]) => unknown): readonly string[] {
	return choices(Math.min(sentence.length, 2)).flatMap((args) => {
		try {
			const text = sentence(...args, 'Asia/Makassar');
			return typeof text === 'string' ? [text] : [];
		} catch (error) {
			// Not every sample fits every sentence; one that none fits is reported by the test.
			if (error instanceof TypeError || error instanceof RangeError) return [];
			throw error;
		}
	});
}

interface Entry {
	readonly path: string;
	readonly texts: readonly string[];
}

/** Every sentence of a dictionary with its place in it. */
function entries(dictionary: unknown, path: string): readonly Entry[] {
	if (typeof dictionary === 'string') return [{ path, texts: [dictionary] }];
	if (typeof dictionary === 'function') {
		const sentence = dictionary as (...args: readonly unknown[]) => unknown;
		return [{ path, texts: [...new Set(said(sentence))] }];
	}
	if (typeof dictionary !== 'object' || dictionary === null) throw new Error(`${path} is no sentence`);
	return Object.entries(dictionary).flatMap(([name, value]) => entries(value, `${path}.${name}`));
}

const all = { id: entries(words.id, 'id'), en: entries(words.en, 'en') };

/** The source text of a language's sentences, line by line, comments left out: it also holds branches no sample reached. */
const sources = (language: 'id' | 'en'): readonly string[] => {
	const folder = new URL(`./${language}/`, import.meta.url);
	return readdirSync(folder)
		.filter((file) => file.endsWith('.ts'))
		.flatMap((file) => readFileSync(new URL(file, folder), 'utf8').split('\n'))
		.filter((line) => !/^\s*(\/\/|\/?\*|import )/.test(line));
};
const inEnglish = (text: string): readonly string[] =>
	misspellings(text).filter((fault) => ![...RIGHT_IN_ENGLISH].some((word) => fault.startsWith(`"${word}"`)));

describe('the checker', () => {
	it.each(['Ambil nomor antrian', 'SILAHKAN menuju loket', 'Perijinan', 'di Mall Pelayanan', 'ijinnya', 'resiko.'])(
		'finds the fault in "%s"',
		(text) => {
			expect(misspellings(text)).toHaveLength(1);
		},
	);

	it.each(['Ambil nomor antrean', 'Silakan menuju loket', 'Perizinan', 'Mal Pelayanan Publik', 'small', 'risiko'])(
		'finds none in "%s"',
		(text) => {
			expect(misspellings(text)).toEqual([]);
		},
	);

	it('sees into functions and nested sections', () => {
		const bad = { section: { text: 'Nomor antrean', call: (number: string) => `Antrian ${number}` } };
		const faults = entries(bad, 'bad').flatMap((it) => it.texts.flatMap(misspellings));
		expect(faults).toContain('"antrian" is written "antrean": Antrian A-012');
	});
});

describe('the sentences', () => {
	it('are many, and each can be said to someone', () => {
		expect(all.id.length).toBeGreaterThan(60);
		expect(all.id.concat(all.en).filter((it) => it.texts.length === 0)).toEqual([]);
	});

	it('are the same in both languages, one for one', () => {
		const places = (list: readonly Entry[]) => list.map((it) => it.path.slice(3)).sort();
		expect(places(all.en)).toEqual(places(all.id));
	});

	it('are spelt as KBBI spells them', () => {
		expect(all.id.flatMap((it) => it.texts.flatMap(misspellings))).toEqual([]);
		expect(sources('id').length).toBeGreaterThan(100);
		expect(sources('id').flatMap(misspellings)).toEqual([]);
	});

	it('keep the spelling where an English sentence names something Indonesian', () => {
		expect(all.en.flatMap((it) => it.texts.flatMap(inEnglish))).toEqual([]);
		expect(sources('en').flatMap(inEnglish)).toEqual([]);
	});
});
