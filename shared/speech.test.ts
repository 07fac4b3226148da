// Every number and letter that can stand on a slip is said as Indonesians say it, with recordings that exist.

import { describe, expect, it } from 'vitest';
import type { CounterNumber } from './id.ts';
import {
	announcement,
	CLIPS,
	cardinal,
	letters,
	NUMBER_CLIPS,
	numberWords,
	SCHOOLS,
	type School,
	ticketWords,
} from './speech.ts';

const LETTER_NAMES = {
	...{ A: 'a', B: 'be', C: 'ce', D: 'de', E: 'e', F: 'ef', G: 'ge', H: 'ha', I: 'i', J: 'je', K: 'ka', L: 'el' },
	...{ M: 'em', N: 'en', O: 'o', P: 'pe', Q: 'ki', R: 'er', S: 'es', T: 'te', U: 'u', V: 've', W: 'we', X: 'eks' },
	...{ Y: 'ye', Z: 'zet' },
};

const READ_WITH_ZEROS = {
	'007': 'nol nol tujuh',
	'010': 'nol sepuluh',
	'011': 'nol sebelas',
	'012': 'nol dua belas',
	'020': 'nol dua puluh',
	'021': 'nol dua puluh satu',
	'099': 'nol sembilan puluh sembilan',
	'100': 'seratus',
	'101': 'seratus satu',
	'102': 'seratus dua',
	'110': 'seratus sepuluh',
	'111': 'seratus sebelas',
	'112': 'seratus dua belas',
	'119': 'seratus sembilan belas',
	'120': 'seratus dua puluh',
	'200': 'dua ratus',
	'211': 'dua ratus sebelas',
	'305': 'tiga ratus lima',
	'999': 'sembilan ratus sembilan puluh sembilan',
	'01': 'nol satu',
	'10': 'sepuluh',
	'12': 'dua belas',
	'20': 'dua puluh',
	'000': 'nol nol nol',
	'1000': 'seribu',
};

const TICKETS = [
	['A-007', 'a nol nol tujuh'],
	['A-011', 'a nol sebelas'],
	['B-012', 'be nol dua belas'],
	['C-102', 'ce seratus dua'],
	['D-110', 'de seratus sepuluh'],
	['E-211', 'e dua ratus sebelas'],
	['K-020', 'ka nol dua puluh'],
	['4K-10', 'empat ka sepuluh'],
	['4K-01', 'empat ka nol satu'],
	['1A-115', 'satu a seratus lima belas'],
	['X-999', 'eks sembilan ratus sembilan puluh sembilan'],
] as const;

const CARDINALS = [
	[0, 'nol'],
	[1, 'satu'],
	[10, 'sepuluh'],
	[11, 'sebelas'],
	[12, 'dua belas'],
	[19, 'sembilan belas'],
	[20, 'dua puluh'],
	[21, 'dua puluh satu'],
	[32, 'tiga puluh dua'],
	[100, 'seratus'],
	[101, 'seratus satu'],
	[1000, 'seribu'],
	[1001, 'seribu satu'],
	[2011, 'dua ribu sebelas'],
	[9999, 'sembilan ribu sembilan ratus sembilan puluh sembilan'],
] as const;

const counter = (number: number): CounterNumber => number as CounterNumber;

describe('numbers', () => {
	it.each(CARDINALS)('%i is said "%s"', (value, said) => {
		expect(cardinal(value).join(' ')).toBe(said);
	});

	it.each(Object.entries(READ_WITH_ZEROS))('%s on a slip is read "%s"', (digits, said) => {
		expect(numberWords(digits, 'with_zeros').join(' ')).toBe(said);
	});

	it.each(TICKETS)('%s is read "%s"', (number, said) => {
		expect(ticketWords(number, 'with_zeros').join(' ')).toBe(said);
	});

	it('leaves the zeros in front out, or reads digit by digit, where a hall wants it so', () => {
		expect(ticketWords('A-007', 'without_zeros').join(' ')).toBe('a tujuh');
		expect(ticketWords('A-112', 'per_digit').join(' ')).toBe('a satu satu dua');
		expect(numberWords('000', 'without_zeros').join(' ')).toBe('nol');
	});

	it.each(SCHOOLS)('says every number from 0 to 9999 in 18 clips, so that it is heard as itself (%s)', (school) => {
		expect(NUMBER_CLIPS).toHaveLength(18);
		const known = new Set<string>(NUMBER_CLIPS);
		const wrong: string[] = [];
		for (let value = 0; value <= 9999; value++) {
			const digits = String(value).padStart(3, '0');
			const words = numberWords(digits, school);
			if (heard(words, school) !== (school === 'without_zeros' ? String(value) : digits)) wrong.push(digits);
			if (!words.every((word) => known.has(word))) wrong.push(`${digits}: ${words.join(' ')}`);
		}
		expect(wrong).toEqual([]);
	});

	it.each([-1, 10_000, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses to say %d', (value) => {
		expect(() => cardinal(value)).toThrow(RangeError);
	});

	it.each(['', '12345', '1a', ' 12', '-1', '１２'])('refuses to read "%s" as digits', (digits) => {
		for (const school of SCHOOLS) expect(() => numberWords(digits, school)).toThrow(RangeError);
	});
});

describe('prefixes', () => {
	it.each(Object.entries(LETTER_NAMES))('%s is said "%s"', (letter, name) => {
		expect(letters(letter)).toEqual([name]);
		expect(CLIPS).toContain(`letter-${name}`);
	});

	it('says two letters one after the other', () => {
		expect(letters('BZ')).toEqual(['be', 'zet']);
	});

	it.each(['', 'a', 'ABC', 'Ä', ' ', 'A-'])('refuses the prefix "%s"', (prefix) => {
		expect(() => letters(prefix)).toThrow(RangeError);
	});
});

describe('an announcement', () => {
	it('gives number and counter, in words and in clips', () => {
		const said = announcement({ number: 'A-007', counter: counter(3), recall: false, school: 'with_zeros' });
		expect(said.text).toBe('Nomor antrean A nol nol tujuh, silakan menuju loket tiga');
		expect(said.clips).toEqual(['phrase-number', 'letter-a', 'nol', 'nol', 'tujuh', 'phrase-counter', 'tiga']);
	});

	it('says first that it is a recall', () => {
		const said = announcement({ number: 'BC-112', counter: counter(12), recall: true, school: 'per_digit' });
		expect(said.text).toBe('Panggilan ulang. Nomor antrean B C satu satu dua, silakan menuju loket dua belas');
		expect(said.clips).toEqual([
			...['phrase-recall', 'phrase-number', 'letter-be', 'letter-ce'],
			...['satu', 'satu', 'dua', 'phrase-counter', 'dua', 'belas'],
		]);
	});

	it('needs no recording outside the list, and the list holds none twice', () => {
		const known = new Set<string>(CLIPS);
		expect(known.size).toBe(CLIPS.length);
		const used = Object.keys(LETTER_NAMES).flatMap((letter, index) =>
			SCHOOLS.flatMap(
				(school) =>
					announcement({
						number: `${letter}-${String(index * 391).padStart(3, '0')}`,
						counter: counter(index * 13),
						recall: index % 2 === 0,
						school,
					}).clips,
			),
		);
		expect(used.filter((clip) => !known.has(clip))).toEqual([]);
	});

	it.each(['A012', 'A-', '-012', 'A-012-1', 'A-10000', 'a-012', ''])('refuses the number "%s"', (number) => {
		const say = () => announcement({ number, counter: counter(1), recall: false, school: 'with_zeros' });
		expect(say).toThrow(RangeError);
	});

	it.each([-1, 10_000, 2.5])('refuses the counter %d', (number) => {
		const say = () => announcement({ number: 'A-001', counter: counter(number), recall: false, school: 'with_zeros' });
		expect(say).toThrow(RangeError);
	});
});

/** The listener: writes down the digits that were said. Knows the language, not how speech.ts makes it. */
function heard(words: readonly string[], school: School): string {
	const units = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'];
	if (school === 'per_digit') return words.map((word) => units.indexOf(word)).join('');
	let zeros = 0;
	while (words[zeros] === 'nol') zeros++;
	let total = 0;
	let unit = 0;
	for (const word of words.slice(zeros)) {
		if (units.includes(word)) {
			total += unit;
			unit = units.indexOf(word);
		} else if (word === 'sepuluh' || word === 'sebelas') total += word === 'sepuluh' ? 10 : 11;
		else if (word === 'seratus' || word === 'seribu') total += word === 'seratus' ? 100 : 1000;
		else {
			total += word === 'belas' ? unit + 10 : unit * ({ puluh: 10, ratus: 100, ribu: 1000 }[word] ?? Number.NaN);
			unit = 0;
		}
	}
	total += unit;
	if (school === 'without_zeros') return String(total);
	return `${'0'.repeat(zeros)}${zeros === words.length ? '' : total}`;
}
