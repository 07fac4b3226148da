// When each officer eats: in three turns through the hall, so that an agency with several desks never closes for lunch.

import { type AgencyId, type CounterNumber, HOUR, MINUTE } from '../shared/id.ts';
import type { Moment } from './day.ts';

export const LUNCH = 45 * MINUTE;
const FIRST = 11.5 * HOUR;
const TURNS = 3;

export interface Desk {
	readonly number: CounterNumber;
	readonly agencyId: AgencyId;
}

/** When the break of each desk is due; it begins once the visitor who is there has gone. */
export function lunches(desks: readonly Desk[]): ReadonlyMap<CounterNumber, Moment> {
	const turns = new Map<CounterNumber, Moment>();
	for (const [nth, agency] of [...new Set(desks.map((it) => it.agencyId))].entries()) {
		const own = desks.filter((it) => it.agencyId === agency);
		for (const [index, { number }] of own.entries()) turns.set(number, FIRST + ((nth + index) % TURNS) * LUNCH);
	}
	return turns;
}
