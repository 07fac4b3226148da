// Every number and letter that can stand on a slip is said as Indonesians say it, with recordings that exist.

import { describe, expect, it } from 'vitest';
import type { AgencyId, CounterNumber } from './id.ts';
import {
	agencyClip,
	announcement,
	CLIPS,
	cardinal,
	DESK_WORDS,
	isNameClip,
	letters,
	NUMBER_CLIPS,
	numberWords,
	SCHOOLS,
	type School,
	type SpokenCall,
	ticketWords,
} from './speech.ts';
import { ENGLISH_CLIPS, englishAnnouncement, englishCardinal } from './speech-en.ts';

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

	it('reads numbers of five digits too, where a hall prints such', () => {
		expect(ticketWords('A-00012', 'with_zeros').join(' ')).toBe('a nol nol nol dua belas');
		expect(ticketWords('A-00012', 'without_zeros').join(' ')).toBe('a dua belas');
		for (const school of SCHOOLS) expect(ticketWords('A-12045', school).join(' ')).toBe('a satu dua nol empat lima');
	});

	it.each([-1, 10_000, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses to say %d', (value) => {
		expect(() => cardinal(value)).toThrow(RangeError);
	});

	it.each(['', '123456', '1a', ' 12', '-1', '１２'])('refuses to read "%s" as digits', (digits) => {
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

const call = (number: string, at: number, change: Partial<SpokenCall> = {}): SpokenCall => ({
	...{ number, counter: counter(at), recall: false, school: 'with_zeros', desk: 'loket', names: [] },
	...change,
});

describe('an announcement', () => {
	it('gives number and counter, in words and in clips, with a breath between them', () => {
		const said = announcement(call('A-007', 3));
		expect(said.text).toBe('Nomor antrean A nol nol tujuh, silakan menuju loket tiga');
		expect(said.breaths).toEqual([
			['phrase-number', 'letter-a', 'nol', 'nol', 'tujuh'],
			['phrase-loket', 'tiga'],
		]);
	});

	it('says first that it is a recall', () => {
		const said = announcement(call('BC-112', 12, { recall: true, school: 'per_digit' }));
		expect(said.text).toBe('Panggilan ulang. Nomor antrean B C satu satu dua, silakan menuju loket dua belas');
		expect(said.breaths).toEqual([
			['phrase-recall'],
			['phrase-number', 'letter-be', 'letter-ce', 'satu', 'satu', 'dua'],
			['phrase-loket', 'dua', 'belas'],
		]);
	});

	it.each(DESK_WORDS)('sends people to a "%s" where the hall calls it so, and names the agency last', (desk) => {
		const name = agencyClip('dpmptsp' as AgencyId);
		const said = announcement(call('A-001', 4, { desk, names: [name] }));
		expect(said.text).toBe(`Nomor antrean A nol nol satu, silakan menuju ${desk} empat`);
		expect(said.breaths.slice(1)).toEqual([[`phrase-${desk}`, 'empat'], ['agency-dpmptsp']]);
	});

	it('needs no recording outside the list, and the list holds none twice', () => {
		const known = new Set<string>(CLIPS);
		expect(known.size).toBe(CLIPS.length);
		const used = Object.keys(LETTER_NAMES).flatMap((letter, index) =>
			SCHOOLS.flatMap((school) =>
				announcement(
					call(`${letter}-${String(index * 391).padStart(3, '0')}`, index * 13, { school, recall: index % 2 === 0 }),
				).breaths.flat(),
			),
		);
		expect(used.filter((clip) => !known.has(clip))).toEqual([]);
	});

	it.each(['A012', 'A-', '-012', 'A-012-1', 'A-100000', 'a-012', ''])('refuses the number "%s"', (number) => {
		expect(() => announcement(call(number, 1))).toThrow(RangeError);
		expect(() => englishAnnouncement(call(number, 1))).toThrow(RangeError);
	});

	it.each([-1, 10_000, 2.5])('refuses the counter %d', (number) => {
		expect(() => announcement(call('A-001', number))).toThrow(RangeError);
		expect(() => englishAnnouncement(call('A-001', number))).toThrow(RangeError);
	});

	it.each(['agency-../../secret', 'agency-', 'agency-A', 'zone-0', 'zone-100', 'tiga'])(
		'knows no name "%s"',
		(name) => {
			expect(isNameClip(name)).toBe(false);
		},
	);
});

describe('every number of every line', () => {
	it('is announced in the words that the language has for it', () => {
		const wrong: string[] = [];
		for (let value = 0; value <= 9999; value++) {
			const digits = String(value).padStart(3, '0');
			const expected = readOut(digits);
			const at = (value % 999) + 1;
			const place = inWords(at);
			for (const [index, [letter, name]] of Object.entries(LETTER_NAMES).entries()) {
				const { text, breaths } = announcement(call(`${letter}-${digits}`, at));
				if (text !== `Nomor antrean ${letter} ${expected}, silakan menuju loket ${place}`) wrong.push(text);
				// The clips are made beside the text by the same steps: for each number those of one letter in turn.
				if (index !== value % 26) continue;
				const clips = breaths.map((words) => words.join(' ')).join(', ');
				if (clips !== `phrase-number letter-${name} ${expected}, phrase-loket ${place}`) wrong.push(clips);
			}
		}
		expect(wrong).toEqual([]);
	});
});

describe('in English', () => {
	it.each([
		['A-007', 3, 'with_zeros', 'Ticket number A zero zero seven, please go to counter three'],
		['BC-112', 12, 'with_zeros', 'Ticket number B C one one two, please go to counter twelve'],
		['A-112', 30, 'without_zeros', 'Ticket number A one hundred twelve, please go to counter thirty'],
		['A-007', 45, 'without_zeros', 'Ticket number A seven, please go to counter forty-five'],
		[
			'4K-1010',
			999,
			'per_digit',
			'Ticket number four K one zero one zero, please go to counter nine hundred ninety-nine',
		],
	] as const)('%s at counter %i (%s) is "%s"', (number, at, school, text) => {
		expect(englishAnnouncement(call(number, at, { school })).text).toBe(text);
	});

	it('calls again in other words, and every number has its recordings', () => {
		const again = englishAnnouncement(call('A-007', 3, { recall: true, desk: 'meja' }));
		expect(again.text).toBe('Calling again. Ticket number A zero zero seven, please go to desk three');
		expect(again.breaths).toEqual([
			['phrase-recall'],
			['phrase-number', 'letter-a', 'zero', 'zero', 'seven'],
			['phrase-meja', 'three'],
		]);
	});

	it('says every number from 0 to 9999 so that it is heard as itself', () => {
		const known = new Set<string>(ENGLISH_CLIPS);
		expect(known.size).toBe(ENGLISH_CLIPS.length);
		const wrong: string[] = [];
		for (let value = 0; value <= 9999; value++) {
			const words = englishCardinal(value);
			if (heardInEnglish(words) !== value || !words.every((word) => known.has(word))) wrong.push(words.join(' '));
		}
		expect(wrong).toEqual([]);
	});
});

/**
 * The teacher: writes a number out place by place ("satu ratus dua puluh satu"), then contracts as grammar books say: "satu"
 * before ratus, ribu, puluh and belas is "se-". Knows nothing of how speech.ts does it.
 */
function inWords(value: number): string {
	if (value === 0) return 'nol';
	const units = ' satu dua tiga empat lima enam tujuh delapan sembilan'.split(' ');
	const places = [' ribu', ' ratus', ' puluh', ''];
	const digits = Array.from(String(value).padStart(4, '0'), Number);
	return digits
		.flatMap((it, place) => (it === 0 ? [] : [`${units[it]}${places[place]}`]))
		.join(' ')
		.replace(/satu puluh (\w+)$/, '$1 belas')
		.replace(/\bsatu (ribu|ratus|puluh|belas)/g, 'se$1');
}

/** Each zero in front is said, then the rest. */
function readOut(digits: string): string {
	const zeros = /^0*/.exec(digits)?.[0].length ?? 0;
	const rest = Number(digits) === 0 ? [] : [inWords(Number(digits))];
	return [...Array.from({ length: zeros }, () => 'nol'), ...rest].join(' ');
}

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

function heardInEnglish(words: readonly string[]): number {
	const units = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen';
	const values = [...units.split(' '), 'seventeen', 'eighteen', 'nineteen'];
	const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
	let total = 0;
	let part = 0;
	for (const word of words) {
		if (word === 'thousand') {
			total += part * 1000;
			part = 0;
		} else if (word === 'hundred') part *= 100;
		else part += values.includes(word) ? values.indexOf(word) : 20 + tens.indexOf(word) * 10;
	}
	return total + part;
}
