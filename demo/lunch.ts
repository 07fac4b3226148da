// When each officer eats: in turns, so that an agency with several desks never closes for lunch.

import { type AgencyId, type CounterNumber, HOUR, MINUTE } from '../shared/id.ts';
import type { Moment } from './day.ts';

export const LUNCH = 45 * MINUTE;
const FIRST = 11.5 * HOUR;
const TURNS = 3;
/** Whoever sits alone eats at noon. */
const ALONE = 12 * HOUR;

export interface Desk {
	readonly number: CounterNumber;
	readonly agencyId: AgencyId;
}

/** When the break of each desk is due; it begins once the visitor who is there has gone. */
export function lunches(desks: readonly Desk[]): ReadonlyMap<CounterNumber, Moment> {
	const turns = new Map<CounterNumber, Moment>();
	for (const agency of new Set(desks.map((it) => it.agencyId))) {
		const own = desks.filter((it) => it.agencyId === agency);
		for (const [index, { number }] of own.entries())
			turns.set(number, own.length === 1 ? ALONE : FIRST + (index % TURNS) * LUNCH);
	}
	return turns;
}
