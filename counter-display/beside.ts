// Which calls stand beside the large one: nobody who is being called is left out for one who was called longer ago, and
// more than there is room for come by turns.

import { type Instant, SECOND } from '../shared/id.ts';
import type { BoardCall } from '../shared/views.ts';

export const ROWS = 5;
/** Long enough to find one's number among five. */
export const TURN = 4 * SECOND;

export interface Beside {
	readonly rows: readonly BoardCall[];
	/** Which of the pages these are, from 1, and how many there are: 1 of 1 where all have room. */
	readonly page: number;
	readonly pages: number;
}

/** Of the calls before the newest those still being called come first, by turns when they are too many; then the others. */
export function beside(calls: readonly BoardCall[], at: Instant): Beside {
	const before = calls.slice(1);
	const called = before.filter((call) => call.state === 'called');
	const others = before.filter((call) => call.state !== 'called');
	const pages = Math.max(1, Math.ceil(called.length / ROWS));
	const turn = Math.floor(at / TURN) % pages;
	const rows = [...called.slice(turn * ROWS, (turn + 1) * ROWS), ...others].slice(0, ROWS);
	return { rows: rows.sort((a, b) => b.rev - a.rev), page: turn + 1, pages };
}
