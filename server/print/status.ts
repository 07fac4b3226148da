// What a printer says back, and how to ask. One byte carries no name, so it is known by its fixed bits alone: a real-time
// answer 0xx1xx10, an answer in turn 0xx0xxxx, and a 4-byte automatic report that begins 0xx1xx00 and is skipped.

import type { SlipFault } from '../../shared/views.ts';

export interface Answer {
	/** `now`: to DLE EOT, at once, past everything buffered. `in_turn`: to GS r, when everything before it is worked off. */
	readonly kind: 'now' | 'in_turn';
	readonly bits: number;
}

/** Takes the bytes as they come; gives an answer when one is complete. */
export function openAnswers(): (byte: number) => Answer | null {
	let skip = 0;
	return (byte) => {
		if (skip > 0) {
			skip--;
			return null;
		}
		if ((byte & 0x93) === 0x12) return { kind: 'now', bits: byte };
		if ((byte & 0x93) === 0x10) {
			skip = 3;
			return null;
		}
		return (byte & 0x90) === 0 ? { kind: 'in_turn', bits: byte } : null;
	};
}

const realTime = (n: number): Uint8Array => Uint8Array.of(0x10, 0x04, n);

/** DLE EOT 2, 4, 3, 1: from the cause that people can mend to the one that only says "not ready". */
export const QUESTIONS: readonly { readonly ask: Uint8Array; readonly fault: (bits: number) => SlipFault | null }[] = [
	{ ask: realTime(2), fault: (bits) => (bits & 0x04 ? 'cover_open' : bits & 0x20 ? 'paper_out' : null) },
	{ ask: realTime(4), fault: (bits) => (bits & 0x60 ? 'paper_out' : null) },
	{ ask: realTime(3), fault: (bits) => (bits & 0x08 ? 'cutter' : bits & 0x60 ? 'offline' : null) },
	{ ask: realTime(1), fault: (bits) => (bits & 0x08 ? 'offline' : null) },
];

/** GS r 1, the last bytes of a job: answered only when the slip before it has been printed. */
export const ASK_IN_TURN = Uint8Array.of(0x1d, 0x72, 0x01);
/** Paper was there to the end. Near end (bits 0, 1) is no fault of this slip. */
export const paperLeft = (bits: number): boolean => (bits & 0x0c) === 0;
