// Which calls stand beside the large one: nobody who is being called is left out for one who was called longer ago, more
// than there is room for come by turns, and the number that is being spoken is always there to be found.

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

/**
 * Of the calls before the newest those still being called come first, by turns when they are too many; then the others.
 * `spoken`: the number that is being spoken, whose page is turned to; null: none.
 */
export function beside(calls: readonly BoardCall[], spoken: string | null, at: Instant): Beside {
	const before = calls.slice(1);
	// Who comes while the number is still being spoken has not been left behind by it.
	const isCalled = (call: BoardCall): boolean => call.state === 'called' || call.number === spoken;
	const called = before.filter(isCalled);
	const others = before.filter((call) => !isCalled(call));
	const pages = Math.max(1, Math.ceil(called.length / ROWS));
	const place = called.findIndex((call) => call.number === spoken);
	const turn = place < 0 ? Math.floor(at / TURN) % pages : Math.floor(place / ROWS);
	const rows = [...called.slice(turn * ROWS, (turn + 1) * ROWS), ...others].slice(0, ROWS);
	return { rows: rows.sort((a, b) => b.rev - a.rev), page: turn + 1, pages };
}
