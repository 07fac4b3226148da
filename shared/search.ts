// Which things a visitor means by what was typed: case, accents, spaces and hyphens do not matter, the beginning of a
// word is enough. Of four letters or more it may be any part ("lahir" finds "kelahiran": Indonesian builds words around
// their roots), and may hold one wrong, missing, extra or swapped letter.

/** Shorter words are so alike ("KTP", "KIA") that one letter off is another word. */
const FORGIVEN_FROM = 4;
/** Neighbouring words are also read as one: "ktpel" finds "KTP-el". */
const JOINED_AT_MOST = 3;
/** A hit in the first text (the name) comes before any in the second (whose it is). */
const PER_TEXT = 10;

const cost = { word: 0, beginning: 1, inside: 2, typo: 4 } as const;

export const wordsOf = (text: string): readonly string[] =>
	text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== '');

/** The things that hold every typed word, best first; equal ones stay in their own order. Nothing typed, nothing found. */
export function search<Thing>(
	typed: string,
	things: readonly Thing[],
	textsOf: (thing: Thing) => readonly string[],
): readonly Thing[] {
	const wanted = wordsOf(typed);
	if (wanted.length === 0) return [];
	return things
		.map((thing) => {
			const texts = textsOf(thing).map(candidates);
			// Read as one word too: "k.k." and "k t p" are spelt-out "KK" and "KTP".
			return { thing, cost: Math.min(costOf(wanted, texts), costOf([wanted.join('')], texts)) };
		})
		.filter((it) => it.cost < Number.POSITIVE_INFINITY)
		.sort((a, b) => a.cost - b.cost)
		.map((it) => it.thing);
}

function costOf(wanted: readonly string[], texts: readonly (readonly string[])[]): number {
	const perWord = wanted.map((word) =>
		Math.min(...texts.map((text, place) => place * PER_TEXT + Math.min(...text.map((it) => costOfWord(word, it))))),
	);
	return perWord.reduce((sum, it) => sum + it, 0);
}

function costOfWord(wanted: string, word: string): number {
	if (word === wanted) return cost.word;
	if (word.startsWith(wanted)) return cost.beginning;
	if (wanted.length < FORGIVEN_FROM) return Number.POSITIVE_INFINITY;
	if (word.includes(wanted)) return cost.inside;
	// The word may still be unfinished, so its beginnings of about the typed length are held against it.
	const lengths = [wanted.length - 1, wanted.length, wanted.length + 1];
	return lengths.some((length) => oneSlip(wanted, word.slice(0, length))) ? cost.typo : Number.POSITIVE_INFINITY;
}

function candidates(text: string): readonly string[] {
	const words = wordsOf(text);
	return words.flatMap((_, from) =>
		Array.from({ length: Math.min(JOINED_AT_MOST, words.length - from) }, (_, more) =>
			words.slice(from, from + more + 1).join(''),
		),
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
