// Which days may be asked for: real dates, in order, and at most six years, so that a slip of the hand asks for no century.

import { type Day, readDay } from '../../shared/day.ts';
import { DAY_MS } from '../../shared/id.ts';
import type { Refusal } from '../../shared/refusal.ts';

/** Both days are in it. */
export interface Range {
	readonly from: Day;
	readonly to: Day;
}

const MOST_DAYS = 366 * 6;

/** The range as written in an address, or why not. */
export function readRange(from: string, to: string): Range | Refusal {
	const first = readDay(from);
	const last = readDay(to);
	if (first === null || (last !== null && first > last)) return { code: 'malformed', where: 'from' };
	if (last === null || daysBetween(first, last) >= MOST_DAYS) return { code: 'malformed', where: 'to' };
	return { from: first, to: last };
}

const daysBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;
