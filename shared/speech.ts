// "A-012 to counter 3" as Indonesian words, and as the names of the recorded clips that say them one after another.
// Eighteen number clips and 26 letters say every number from 0 to 9999; what cannot be said is refused, never guessed.

import { NOTICE_KINDS } from './board.ts';
import type { AgencyId, CounterNumber, ZoneNumber } from './id.ts';

/** Everything a number is made of, 0 to 9999. The spoken word is also the name of its clip. */
export const NUMBER_CLIPS = [
	...(['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'] as const),
	...(['sepuluh', 'sebelas', 'belas', 'puluh', 'seratus', 'ratus', 'seribu', 'ribu'] as const),
] as const;
export type NumberClip = (typeof NUMBER_CLIPS)[number];

/** Names of the letters in Indonesian. Q and V are said differently by different people; the rest are firm. */
const LETTERS = {
	...{ A: 'a', B: 'be', C: 'ce', D: 'de', E: 'e', F: 'ef', G: 'ge', H: 'ha', I: 'i', J: 'je', K: 'ka', L: 'el' },
	...{ M: 'em', N: 'en', O: 'o', P: 'pe', Q: 'ki', R: 'er', S: 'es', T: 'te', U: 'u', V: 've', W: 'we', X: 'eks' },
	...{ Y: 'ye', Z: 'zet' },
} as const;
type Letter = keyof typeof LETTERS;
export type LetterClip = `letter-${(typeof LETTERS)[Letter]}`;

/** What stands over the place that a visitor goes to. */
export const DESK_WORDS = ['loket', 'meja', 'ruang'] as const;
export type DeskWord = (typeof DESK_WORDS)[number];

const PHRASES = {
	recall: 'Panggilan ulang.',
	number: 'Nomor antrean',
	loket: 'silakan menuju loket',
	meja: 'silakan menuju meja',
	ruang: 'silakan menuju ruang',
} as const;
export type PhraseClip = `phrase-${keyof typeof PHRASES}`;

/** What a hall brings itself: the name of an agency, of a zone ("di lantai dua"), its own notices. No pack is bound to have it. */
export type NameClip = `agency-${string}` | `zone-${string}` | `notice-${string}`;
export const agencyClip = (id: AgencyId): NameClip => `agency-${id}`;
export const zoneClip = (number: ZoneNumber): NameClip => `zone-${number}`;
/** Ids are lower case with hyphens; a name that could be a path is none, and neither is what every pack brings. */
export const isNameClip = (name: string): name is NameClip =>
	/^(agency-[a-z0-9][a-z0-9-]{0,59}|zone-[1-9]\d?|notice-[a-z0-9][a-z0-9-]{0,39})$/.test(name) &&
	!NOTICE_KINDS.some((kind) => name === `notice-${kind}`);

/** The closed list of recordings that an Indonesian voice pack must bring. */
export type Clip = NumberClip | LetterClip | PhraseClip;
export const CLIPS: readonly Clip[] = [
	...NUMBER_CLIPS,
	...Object.values(LETTERS).map((name): LetterClip => `letter-${name}`),
	...(['recall', 'number', ...DESK_WORDS] as const).map((name): PhraseClip => `phrase-${name}`),
];

/**
 * How the digits of a number are read. `with_zeros`: "nol sebelas" for 011 (as halls say it); `without_zeros`: "sebelas";
 * `per_digit`: "nol satu satu". A counter is always a plain cardinal.
 */
export const SCHOOLS = ['with_zeros', 'without_zeros', 'per_digit'] as const;
export type School = (typeof SCHOOLS)[number];

/** 0 to 9999 as a cardinal: "dua ribu sebelas". */
export function cardinal(value: number): readonly NumberClip[] {
	if (!Number.isInteger(value) || value < 0 || value > 9999) throw new RangeError(`cannot say the number ${value}`);
	return value === 0 ? ['nol'] : beyondZero(value);
}

/** The same, but nothing for 0: "dua ribu" has no "nol" after it. */
function beyondZero(value: number): readonly NumberClip[] {
	if (value === 0) return [];
	if (value < 10) return [digit(value)];
	if (value === 10) return ['sepuluh'];
	if (value === 11) return ['sebelas'];
	if (value < 20) return [digit(value - 10), 'belas'];
	if (value < 100) return [digit(Math.floor(value / 10)), 'puluh', ...beyondZero(value % 10)];
	if (value < 200) return ['seratus', ...beyondZero(value - 100)];
	if (value < 1000) return [digit(Math.floor(value / 100)), 'ratus', ...beyondZero(value % 100)];
	if (value < 2000) return ['seribu', ...beyondZero(value - 1000)];
	return [digit(Math.floor(value / 1000)), 'ribu', ...beyondZero(value % 1000)];
}

function digit(value: number): NumberClip {
	const clip = NUMBER_CLIPS[value];
	if (!clip || value > 9) throw new RangeError(`${value} is not a digit`);
	return clip;
}

const digitByDigit = (digits: string): readonly NumberClip[] => Array.from(digits, (it) => digit(Number(it)));

/**
 * One to five digits as printed ("012"), zeros in front included, in the words of the school. Beyond 9999, which no line
 * reaches in a day, every school reads digit by digit.
 */
export function numberWords(digits: string, school: School): readonly NumberClip[] {
	if (!/^\d{1,5}$/.test(digits)) throw new RangeError(`cannot say the digits "${digits}"`);
	if (Number(digits) > 9999) return digitByDigit(digits);
	switch (school) {
		case 'with_zeros': {
			const rest = digits.replace(/^0+/, '');
			const zeros = Array.from(digits.slice(rest.length), (): NumberClip => 'nol');
			return [...zeros, ...beyondZero(Number(rest))];
		}
		case 'without_zeros':
			return cardinal(Number(digits));
		case 'per_digit':
			return digitByDigit(digits);
	}
}

interface Sound {
	/** As it is written in the text: a letter stays a letter. */
	readonly written: string;
	readonly clip: NumberClip | LetterClip;
	readonly spoken: string;
}

const isLetter = (text: string): text is Letter => text in LETTERS;

/** A prefix sign by sign. Ours are one or two letters; those of other halls ("4K") can be read too. */
function prefixSounds(prefix: string): readonly Sound[] {
	if (!/^[A-Z0-9]{1,2}$/.test(prefix)) throw new RangeError(`cannot say the prefix "${prefix}"`);
	return Array.from(prefix, (sign): Sound => {
		if (isLetter(sign)) return { written: sign, clip: `letter-${LETTERS[sign]}`, spoken: LETTERS[sign] };
		const word = digit(Number(sign));
		return { written: word, clip: word, spoken: word };
	});
}

export const prefixClips = (prefix: string): readonly (NumberClip | LetterClip)[] =>
	prefixSounds(prefix).map((it) => it.clip);

/** The names of the signs of a prefix: "4K" is "empat", "ka". */
export const letters = (prefix: string): readonly string[] => prefixSounds(prefix).map((it) => it.spoken);

export function splitNumber(number: string): { readonly prefix: string; readonly digits: string } {
	const [prefix, digits, more] = number.split('-');
	if (prefix === undefined || digits === undefined || more !== undefined)
		throw new RangeError(`cannot say the ticket number "${number}"`);
	return { prefix, digits };
}

/** A ticket number as it sounds: "A-012" is "a nol dua belas". */
export function ticketWords(number: string, school: School): readonly string[] {
	const { prefix, digits } = splitNumber(number);
	return [...letters(prefix), ...numberWords(digits, school)];
}

export interface SpokenCall {
	/** As printed: "A-007". */
	readonly number: string;
	readonly counter: CounterNumber;
	readonly recall: boolean;
	readonly school: School;
	readonly desk: DeskWord;
	/** Names said last, each in a breath of its own; only such as a pack has. */
	readonly names: readonly NameClip[];
}

export interface Announcement<Word extends string = Clip> {
	/** For a caption: "Nomor antrean A nol nol tujuh, silakan menuju loket tiga". Names are not in it. */
	readonly text: string;
	/** For the voice pack: what is said in one breath each, in this order. The last clip of a breath falls. */
	readonly breaths: readonly (readonly (Word | NameClip)[])[];
}

/** What is said for one call. A recall says so first. Throws a RangeError for what cannot be said. */
export function announcement(call: SpokenCall): Announcement {
	const { prefix, digits } = splitNumber(call.number);
	const signs = prefixSounds(prefix);
	const count = numberWords(digits, call.school);
	const counter = cardinal(call.counter);
	const number = [...signs.map((it) => it.written), ...count].join(' ');
	const sentence = `${PHRASES.number} ${number}, ${PHRASES[call.desk]} ${counter.join(' ')}`;
	return {
		text: call.recall ? `${PHRASES.recall} ${sentence}` : sentence,
		breaths: [
			...(call.recall ? [['phrase-recall' as const]] : []),
			['phrase-number', ...signs.map((it) => it.clip), ...count],
			[`phrase-${call.desk}`, ...counter],
			...call.names.map((name) => [name]),
		],
	};
}
