// Which things a visitor means by what was typed: case, accents, spaces and hyphens do not matter, the beginning of a
// word is enough. Of four letters or more it may be any part ("lahir" finds "kelahiran": Indonesian builds words around
// their roots), and may hold one wrong, missing, extra or swapped letter; of eight or more, two. A word that fits nothing
// does not hide the rest, and one that only says "I would like to" is not looked for.

/** Shorter words are so alike ("KTP", "KIA") that one letter off is another word. */
const FORGIVEN_FROM = 4;
/** A word so long is still the same with two letters off. */
const FORGIVEN_TWICE_FROM = 8;
/** Neighbouring words are also read as one: "ktpel" finds "KTP-el". */
const JOINED_AT_MOST = 3;
/** A hit in the first text (the name) comes before any in the second (whose it is). */
const PER_TEXT = 10;
/** A rarer word comes before any better hit of a commoner one. */
const PER_WORD = 1000;

const cost = { word: 0, beginning: 1, inside: 2, typo: 4, typoInBeginning: 5, typos: 6 } as const;
/** Where only some of the words fit, one of them must say something: two letters fit too much. */
const SAYS_SOMETHING_FROM = 3;

/** What people say around the thing they mean, in both languages. */
const FILLERS: ReadonlySet<string> = new Set(
	'saya aku mau ingin hendak pengen cara buat bikin membuat pembuatan urus mengurus pengurusan ngurus untuk yang dan di ke dari kami minta mohon tolong i want to my the a get how make'.split(
		' ',
	),
);
/** Without those; all of them where nothing else was typed. */
function meant(words: readonly string[]): readonly string[] {
	const rest = words.filter((word) => !FILLERS.has(word));
	return rest.length > 0 ? rest : words;
}

export const wordsOf = (text: string): readonly string[] =>
	text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== '');

/**
 * The things that hold every typed word, best first; where there are none, those that hold the most of them. Equal ones
 * stay in their own order. Nothing typed, nothing found.
 */
export function search<Thing>(
	typed: string,
	things: readonly Thing[],
	textsOf: (thing: Thing) => readonly string[],
): readonly Thing[] {
	return indexOf(things, textsOf)(typed);
}

/** The same for a kiosk that asks at every key: what can be found is taken apart once, and each of its words stands there once. */
export function indexOf<Thing>(
	things: readonly Thing[],
	textsOf: (thing: Thing) => readonly string[],
): (typed: string) => readonly Thing[] {
	const places = new Map<string, number>();
	const placeOf = (word: string): number => {
		const place = places.get(word) ?? places.size;
		places.set(word, place);
		return place;
	};
	const known = things.map((thing) => ({ thing, texts: textsOf(thing).map((it) => candidates(it).map(placeOf)) }));
	const words = [...places.keys()].map((word) => ({ word, letters: lettersOf(word) }));
	return (typed) => find(meant(wordsOf(typed)), words, known);
}

interface Word {
	readonly word: string;
	readonly letters: number;
}
/** Which letters a word has, a bit for each: what lacks more of the wanted ones than may be wrong needs no closer look. */
function lettersOf(word: string): number {
	let letters = 0;
	for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
	return letters;
}
function lacksTooMuch(wanted: Word, { letters }: Word): boolean {
	const mayLack = wanted.word.length < FORGIVEN_FROM ? 0 : wanted.word.length < FORGIVEN_TWICE_FROM ? 1 : 2;
	let lacking = wanted.letters & ~letters;
	for (let times = 0; times < mayLack; times++) lacking &= lacking - 1;
	return lacking !== 0;
}

interface Known<Thing> {
	readonly thing: Thing;
	/** Of each text the words, by their places among all words. */
	readonly texts: readonly (readonly number[])[];
}

function find<Thing>(
	wanted: readonly string[],
	words: readonly Word[],
	known: readonly Known<Thing>[],
): readonly Thing[] {
	if (wanted.length === 0) return [];
	const costsOf = (typed: string): readonly number[] => {
		const it: Word = { word: typed, letters: lettersOf(typed) };
		return words.map((word) => (lacksTooMuch(it, word) ? Number.POSITIVE_INFINITY : costOfWord(typed, word.word)));
	};
	const costs = wanted.map(costsOf);
	// Read as one word too: "k.k." and "k t p" are spelt-out "KK" and "KTP".
	const asOne = costsOf(wanted.join(''));
	const held = known.map(({ thing, texts }): Held<Thing> => {
		const perWord = costs.map((it) => costIn(it, texts));
		return {
			thing,
			perWord,
			cost: Math.min(sum(perWord), costIn(asOne, texts)),
			ahead: beginsWith(costs, texts) ? 0 : 1,
		};
	});
	const whole = held.filter((it) => it.cost < Number.POSITIVE_INFINITY);
	const found = whole.length > 0 ? whole : inPart(wanted, held);
	return [...found].sort((a, b) => a.cost - b.cost || a.ahead - b.ahead).map((it) => it.thing);
}

interface Held<Thing> {
	readonly thing: Thing;
	/** Infinite for a word that it does not hold. */
	readonly perWord: readonly number[];
	readonly cost: number;
	/** Of equals, what is called so comes before what only speaks of it: a passport before a letter for one. */
	readonly ahead: 0 | 1;
}

/** Whether the first word of the first text is one that was typed. */
function beginsWith(costs: readonly (readonly number[])[], [name]: readonly (readonly number[])[]): boolean {
	const first = name?.[0];
	return first !== undefined && costs.some((it) => isHeld(it[first]));
}

/** Those that hold the most words. A word that few things hold says more ("surat nikah" is about "nikah"), so it comes first. */
function inPart<Thing>(wanted: readonly string[], held: readonly Held<Thing>[]): readonly Held<Thing>[] {
	const spread = wanted.map((_, at) => held.filter((it) => isHeld(it.perWord[at])).length);
	const partly = held
		.map((it) => ({ ...it, places: wanted.flatMap((_, at) => (isHeld(it.perWord[at]) ? [at] : [])) }))
		.filter((it) => it.places.some((at) => (wanted[at]?.length ?? 0) >= SAYS_SOMETHING_FROM));
	const most = Math.max(...partly.map((it) => it.places.length));
	return partly
		.filter((it) => it.places.length === most)
		.map(({ thing, perWord, places, ahead }) => ({
			...{ thing, perWord, ahead },
			cost: sum(places.map((at) => (spread[at] ?? 0) * PER_WORD + (perWord[at] ?? 0))),
		}));
}

const isHeld = (cost: number | undefined): boolean => cost !== undefined && cost < Number.POSITIVE_INFINITY;
const sum = (costs: readonly number[]): number => costs.reduce((all, it) => all + it, 0);

/** `costs`: of every word, for one that was typed. */
function costIn(costs: readonly number[], texts: readonly (readonly number[])[]): number {
	let least = Number.POSITIVE_INFINITY;
	texts.forEach((text, place) => {
		for (const word of text) least = Math.min(least, place * PER_TEXT + (costs[word] ?? least));
	});
	return least;
}

function costOfWord(wanted: string, word: string): number {
	if (word === wanted) return cost.word;
	if (word.startsWith(wanted)) return cost.beginning;
	if (wanted.length < FORGIVEN_FROM) return Number.POSITIVE_INFINITY;
	if (word.includes(wanted)) return cost.inside;
	if (oneSlip(wanted, word)) return cost.typo;
	if (wanted.length >= FORGIVEN_TWICE_FROM && twoSlips(wanted, word)) return cost.typos;
	// The word may still be unfinished, so its beginnings of about the typed length are held against it.
	return oneSlip(wanted, word.slice(0, wanted.length - 1)) ||
		oneSlip(wanted, word.slice(0, wanted.length)) ||
		oneSlip(wanted, word.slice(0, wanted.length + 1))
		? cost.typoInBeginning
		: Number.POSITIVE_INFINITY;
}

function candidates(text: string): readonly string[] {
	const words = wordsOf(text);
	return words.flatMap((_, from) =>
		Array.from({ length: Math.min(JOINED_AT_MOST, words.length - from) }, (_, more) =>
			words.slice(from, from + more + 1).join(''),
		),
	);
}

/** Whether two letters changed, added or left out make one out of the other; the first letter is right. */
const twoSlips = (a: string, b: string): boolean =>
	a[0] === b[0] && Math.abs(a.length - b.length) <= 2 && within(2, a, b, 1, 1);

/** Whether `a` from `at` becomes `b` from `to` by so many letters changed, added or left out. */
function within(slips: number, a: string, b: string, at: number, to: number): boolean {
	let same = 0;
	while (at + same < a.length && a[at + same] === b[to + same]) same++;
	const [here, there] = [at + same, to + same];
	if (here === a.length || there === b.length) return a.length - here + (b.length - there) <= slips;
	if (slips === 0) return false;
	return (
		within(slips - 1, a, b, here + 1, there + 1) ||
		within(slips - 1, a, b, here + 1, there) ||
		within(slips - 1, a, b, here, there + 1)
	);
}

/** Whether one letter changed, added, left out, or swapped with its neighbour makes `a` out of `b`. */
export function oneSlip(a: string, b: string): boolean {
	if (a.length < b.length) return oneSlip(b, a);
	if (a.length - b.length > 1) return false;
	let same = 0;
	while (same < b.length && a[same] === b[same]) same++;
	if (a.length > b.length) return a.slice(same + 1) === b.slice(same);
	return (
		a.slice(same + 1) === b.slice(same + 1) ||
		(a[same] === b[same + 1] && a[same + 1] === b[same] && a.slice(same + 2) === b.slice(same + 2))
	);
}
