// One call as one piece of sound without a seam: the chime, then breath after breath, each word set close to the next. The
// same words of the same pack give the same bytes.

import { CEILING } from './loudness.ts';
import type { Pack } from './pack.ts';
import { RATE, type Samples } from './wav.ts';

/** What one language says of a call, and the pack that says it. */
export interface Part {
	readonly pack: Pack;
	readonly breaths: readonly (readonly string[])[];
}

/** Pauses in seconds. Within a number none may be longer than 0.12: the words would fall apart. */
const PAUSE = {
	/** "dua" and "puluh" are one word to the ear. */
	bound: 0.005,
	word: 0.055,
	/** After "Nomor antrean" and "silakan menuju loket", so that what follows is listened to. */
	lead: 0.085,
	breath: 0.32,
	language: 0.6,
	/** A TV that wakes its amplifier swallows the first moments. */
	start: 0.1,
	end: 0.15,
} as const;

/** Words that are bound to the one before them: a digit, or "di" and "loket". */
const BOUND: ReadonlySet<string> = new Set([
	...['belas', 'puluh', 'ratus', 'ribu', 'hundred', 'thousand'],
	...['phrase-desk-loket', 'phrase-desk-meja', 'phrase-desk-ruang', 'phrase-others'],
]);

function pauseBefore(word: string, before: string): number {
	if (BOUND.has(word)) return PAUSE.bound;
	return before.startsWith('phrase-') ? PAUSE.lead : PAUSE.word;
}

/** Clips that no pack has are left out; the rest of the call is said. */
function breath({ clip }: Pack, words: readonly string[]): readonly Samples[] {
	const last = words.length - 1;
	return words.flatMap((word, index) => {
		const found = clip(word, index === last ? 'last' : 'inside');
		const before = words[index - 1];
		if (!found) return [];
		return before === undefined ? [found.samples] : [silence(pauseBefore(word, before)), found.samples];
	});
}

const silence = (length: number): Samples => new Float32Array(Math.round(length * RATE));

export function compose(chime: Samples, parts: readonly Part[]): Samples {
	const pieces: Samples[] = [silence(PAUSE.start), chime];
	parts.forEach(({ pack, breaths }, part) => {
		breaths.forEach((words, index) => {
			if (index > 0) pieces.push(silence(PAUSE.breath));
			else if (part > 0) pieces.push(silence(PAUSE.language));
			pieces.push(...breath(pack, words));
		});
	});
	return joined([...pieces, silence(PAUSE.end)]);
}

function joined(pieces: readonly Samples[]): Samples {
	const out = new Float32Array(pieces.reduce((sum, it) => sum + it.length, 0));
	let at = 0;
	for (const piece of pieces) {
		out.set(piece, at);
		at += piece.length;
	}
	// No two pieces overlap and each keeps below the ceiling; a bundled clip that somebody changed might not.
	return out.map((it) => Math.max(-CEILING, Math.min(CEILING, it)));
}
