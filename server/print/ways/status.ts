// What a printer says back, and how to ask. An answer carries no name, so it is known by its fixed bits alone: to DLE EOT
// 0xx1xx10, to GS r 0xx0xxxx, and an automatic report (ASB) is four bytes, 0xx1xx00 and three of 0xx0xxxx.

import type { PrinterFault } from '../../../shared/slip.ts';

/**
 * What is known of a printer's answers. `in_turn`: DLE EOT, and GS r after the slip; `asb`: DLE EOT, and a report that is
 * asked for after the slip; `realtime`: DLE EOT alone; `none`: never asked; `learn`: found out by asking.
 */
export type Status = 'in_turn' | 'asb' | 'realtime' | 'none' | 'learn';

/** `now`: to DLE EOT, at once, past everything buffered. `in_turn`: to GS r, when everything before it is worked off. */
export type Answer =
	| { readonly kind: 'now' | 'in_turn'; readonly bits: number }
	| { readonly kind: 'report'; readonly bytes: readonly number[] };

/** What an answer means. */
export interface Word {
	readonly fault: PrinterFault | null;
	readonly nearEnd: boolean;
}

/** Flow control of serial printers: may stand between any two bytes. */
const XON = 0x11;
const XOFF = 0x13;
const REPORT_LENGTH = 4;

/** Takes the bytes as they come; gives an answer when one is complete. */
export function openAnswers(): (byte: number) => Answer | null {
	let report: number[] = [];
	return (byte) => {
		if (byte === XON || byte === XOFF) return null;
		if (report.length > 0 && (byte & 0x90) === 0) {
			report.push(byte);
			if (report.length < REPORT_LENGTH) return null;
			const bytes = report;
			report = [];
			return { kind: 'report', bytes };
		}
		// A byte that cannot stand in a report ends what only looked like one.
		report = [];
		if ((byte & 0x93) === 0x12) return { kind: 'now', bits: byte };
		if ((byte & 0x93) === 0x10) {
			report = [byte];
			return null;
		}
		return (byte & 0x90) === 0 ? { kind: 'in_turn', bits: byte } : null;
	};
}

const realTime = (n: number): Uint8Array => Uint8Array.of(0x10, 0x04, n);

export interface Question {
	readonly ask: Uint8Array;
	readonly means: (bits: number) => Word;
}
const only = (fault: PrinterFault | null): Word => ({ fault, nearEnd: false });

/** DLE EOT 2, 4, 3, 1: from the cause that people can mend to the one that only says "not ready". */
export const QUESTIONS: readonly Question[] = [
	{ ask: realTime(2), means: (bits) => only(bits & 0x04 ? 'cover_open' : bits & 0x20 ? 'paper_out' : null) },
	{ ask: realTime(4), means: (bits) => ({ fault: bits & 0x60 ? 'paper_out' : null, nearEnd: (bits & 0x0c) !== 0 }) },
	{ ask: realTime(3), means: (bits) => only(bits & 0x08 ? 'cutter' : bits & 0x60 ? 'offline' : null) },
	{ ask: realTime(1), means: (bits) => only(bits & 0x08 ? 'offline' : null) },
];

/** Whichever is answered by all that answer any; what it says does not matter. */
export const PING: Uint8Array = realTime(2);

/** The last bytes of a job, and the kind of answer that says that everything before them was worked off. */
export interface LastQuestion {
	/** The first bytes of a job, so that no such answer comes without the question. */
	readonly hush: Uint8Array;
	readonly ask: Uint8Array;
	readonly kind: 'in_turn' | 'report';
}
const BY_GS_R: LastQuestion = { hush: new Uint8Array(), ask: Uint8Array.of(0x1d, 0x72, 0x01), kind: 'in_turn' };
/** GS a 0: no reports. GS a 14 (online, error, paper) is executed in its turn and answered with a report at once. */
const NO_REPORTS = Uint8Array.of(0x1d, 0x61, 0x00);
const BY_GS_A: LastQuestion = {
	hush: NO_REPORTS,
	ask: Uint8Array.of(0x1d, 0x61, 0x0e, ...NO_REPORTS),
	kind: 'report',
};

export const LAST_QUESTION: Readonly<Record<Status, LastQuestion | null>> = {
	in_turn: BY_GS_R,
	asb: BY_GS_A,
	realtime: null,
	none: null,
	learn: BY_GS_R,
};

/** Reads an answer to a last question. */
export function meaning(answer: Answer): Word {
	if (answer.kind !== 'report') {
		const { bits } = answer;
		return { fault: bits & 0x0c ? 'paper_out' : null, nearEnd: (bits & 0x03) !== 0 };
	}
	const [printer = 0, error = 0, paper = 0] = answer.bytes;
	return { fault: reported(printer, error, paper), nearEnd: (paper & 0x03) !== 0 };
}

function reported(printer: number, error: number, paper: number): PrinterFault | null {
	if (printer & 0x20) return 'cover_open';
	if (paper & 0x0c) return 'paper_out';
	if (error & 0x08) return 'cutter';
	return error & 0x60 || printer & 0x08 ? 'offline' : null;
}
