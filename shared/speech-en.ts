// "A-012 to counter 3" in English, for halls that call in a second language. Digits are read one by one, as English
// announcements do; only a hall that leaves zeros out has whole numbers read.

import type { Announcement, DeskWord, SpokenCall } from './speech.ts';
import { splitNumber } from './speech.ts';

const UNITS = [
	...(['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'] as const),
	...(['eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'] as const),
] as const;
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const;
export const ENGLISH_NUMBER_CLIPS = [...UNITS, ...TENS, 'hundred', 'thousand'] as const;
export type EnglishNumberClip = (typeof ENGLISH_NUMBER_CLIPS)[number];

const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz');
type LetterClip = `letter-${string}`;

const PHRASES = {
	recall: 'Calling again.',
	number: 'Ticket number',
	loket: 'please go to counter',
	meja: 'please go to desk',
	ruang: 'please go to room',
} as const satisfies Readonly<Record<DeskWord | 'recall' | 'number', string>>;
type PhraseClip = `phrase-${keyof typeof PHRASES}`;

export type EnglishClip = EnglishNumberClip | LetterClip | PhraseClip;
/** The closed list of recordings that an English voice pack must bring. */
export const ENGLISH_CLIPS: readonly EnglishClip[] = [
	...ENGLISH_NUMBER_CLIPS,
	...LETTERS.map((it): LetterClip => `letter-${it}`),
	...(Object.keys(PHRASES) as (keyof typeof PHRASES)[]).map((it): PhraseClip => `phrase-${it}`),
];

function unit(value: number): EnglishNumberClip {
	const word = UNITS[value];
	if (!word) throw new RangeError(`cannot say ${value} as one word`);
	return word;
}

/** 0 to 9999: "one hundred twelve". Without "and": shorter, and said so in announcements. */
export function englishCardinal(value: number): readonly EnglishNumberClip[] {
	if (!Number.isInteger(value) || value < 0 || value > 9999) throw new RangeError(`cannot say the number ${value}`);
	return value === 0 ? ['zero'] : beyondZero(value);
}

function beyondZero(value: number): readonly EnglishNumberClip[] {
	if (value === 0) return [];
	if (value >= 1000) return [unit(Math.floor(value / 1000)), 'thousand', ...beyondZero(value % 1000)];
	if (value >= 100) return [unit(Math.floor(value / 100)), 'hundred', ...beyondZero(value % 100)];
	const ten = TENS[Math.floor(value / 10) - 2];
	return ten ? [ten, ...beyondZero(value % 10)] : [unit(value)];
}

/** As it is written: "forty-five". */
const written = (words: readonly EnglishNumberClip[]): string =>
	words.join(' ').replace(new RegExp(`(${TENS.join('|')}) (?!hundred|thousand)`, 'g'), '$1-');

/** Clips of a ticket number as it sounds in English: its letters, then its digits one by one. */
export function englishTicketClips(number: string): readonly EnglishClip[] {
	const { prefix, digits } = splitNumber(number);
	return Array.from(
		`${prefix}${digits}`,
		(sign): EnglishClip => (/\d/.test(sign) ? unit(Number(sign)) : `letter-${sign.toLowerCase()}`),
	);
}

/** The same call as `announcement` says in Indonesian. Throws a RangeError for what cannot be said. */
export function englishAnnouncement(call: SpokenCall): Announcement<EnglishClip> {
	const { prefix, digits } = splitNumber(call.number);
	if (!/^[A-Z0-9]{1,2}$/.test(prefix) || !/^\d{1,5}$/.test(digits))
		throw new RangeError(`cannot say the ticket number "${call.number}"`);
	const sounds = Array.from(
		prefix,
		(sign): EnglishClip => (/\d/.test(sign) ? unit(Number(sign)) : `letter-${sign.toLowerCase()}`),
	);
	const signs = Array.from(prefix, (sign) => (/\d/.test(sign) ? unit(Number(sign)) : sign));
	const whole = call.school === 'without_zeros' && Number(digits) <= 9999;
	const count = whole ? englishCardinal(Number(digits)) : Array.from(digits, (it) => unit(Number(it)));
	const counter = englishCardinal(call.counter);
	const number = [...signs, whole ? written(count) : count.join(' ')].join(' ');
	const sentence = `${PHRASES.number} ${number}, ${PHRASES[call.desk]} ${written(counter)}`;
	return {
		text: call.recall ? `${PHRASES.recall} ${sentence}` : sentence,
		breaths: [
			...(call.recall ? [['phrase-recall' as const]] : []),
			['phrase-number', ...sounds, ...count],
			[`phrase-${call.desk}`, ...counter],
			...call.names.map((name) => [name]),
		],
	};
}
