// What the process that plays the visitors is asked to do, and what it answers. The same jobs, by the same code, go to the
// hall's server and to the floor.

import type { Rev } from '../shared/id.ts';

/** Kiosks that ask for a number, and for the next as soon as they were answered, for so long. */
export interface TakeJob {
	readonly job: 'take';
	/** `bare`: the route that only answers. */
	readonly over: 'socket' | 'http' | 'bare';
	readonly url: string;
	readonly token: string;
	readonly services: readonly string[];
	readonly kiosks: number;
	readonly forMs: number;
}
export interface TakeDone {
	/** From asking to the answer, ms, one per number. */
	readonly latencies: Float64Array;
	readonly seconds: number;
	/** Day and number of each, as answered. */
	readonly numbers: readonly string[];
}

/** One officer calls, so many boards look on. Each visitor gives up when called, so that the desk is free again. */
export interface CallJob {
	readonly job: 'call';
	readonly url: string;
	readonly boardToken: string;
	readonly officerToken: string;
	readonly boards: number;
	readonly presses: number;
	/** Between two presses, so that one call has been drawn everywhere before the next. */
	readonly pauseMs: number;
	/** The counter's last call so far. */
	readonly after: Rev;
}
export interface CallDone {
	/** From the press to the first and to the last board that was shown it, ms, one per press. */
	readonly first: Float64Array;
	readonly last: Float64Array;
	/** For the next job at the same counter. */
	readonly after: Rev;
}

export type Job = TakeJob | CallJob;
export type Done<J extends Job> = J extends TakeJob ? TakeDone : CallDone;

/** What the floor is told: how long each row is that one ask writes, and what it answers and shows. */
export interface FloorParts {
	readonly folder: string;
	/** Length in characters of each row. */
	readonly rows: readonly number[];
	readonly reply: object;
	readonly shown: object;
	/** A call as the hall says it. */
	readonly sound: Buffer;
}
