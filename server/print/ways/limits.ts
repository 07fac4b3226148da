// How long a printer is waited for. Every kind of trouble is found within 3 s, which is what these numbers are made from.

export interface Limits {
	/** For a connection, or for a device file to open. */
	readonly connectMs: number;
	/** For the answer to one real-time question; printers need a few milliseconds, */
	readonly statusMs: number;
	/** and from the beginning of a look, with the connecting or the waiting before the questions, until all are answered. */
	readonly healthMs: number;
	/** While the answer after the slip is waited for, paper and cover are asked for this often. */
	readonly lookEveryMs: number;
	/** Without a byte leaving, or without any answer after the slip: a stall, which is told. */
	readonly stallMs: number;
	/** A stalled slip is waited for so long: it comes out by itself when the printer goes on, and a second must not. */
	readonly giveUpMs: number;
	/** For the answer after the slip, of a printer that answers questions meanwhile: the time to print, */
	readonly confirmMs: number;
	/** and for each byte: a bridge to a serial printer at 9600 baud takes about a millisecond. */
	readonly confirmMsPerByte: number;
	/** After the slip, of a printer that gives no answer there: time for it to show trouble. */
	readonly muteMs: number;
	/** For what a printer still held from a job that broke off. */
	readonly backlogMs: number;
	/** Answers that come closer together than this belong together. */
	readonly quietMs: number;
}

/**
 * Nobody there: connectMs = 1.5 s. There and mute, or there and in trouble: healthMs = 2.9 s at the very worst, connecting
 * included; a few milliseconds as a rule. Trouble in mid-job: healthMs too, of which lookEveryMs is waiting. Stalled in
 * mid-slip: stallMs. Stalled after it: the looks end at lookEveryMs + statusMs = 1.3 s and at 2.6 s, the first after stallMs.
 */
export const LIMITS: Limits = {
	connectMs: 1_500,
	statusMs: 600,
	healthMs: 2_900,
	lookEveryMs: 700,
	stallMs: 2_200,
	giveUpMs: 120_000,
	confirmMs: 3_000,
	confirmMsPerByte: 1.1,
	muteMs: 1_500,
	backlogMs: 2_500,
	quietMs: 200,
};
