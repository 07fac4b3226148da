// Which calls stand beside the large one: nobody who is being called is left out for one who was called longer ago.

import { type Instant, SECOND } from '../shared/id.ts';
import type { BoardCall } from '../shared/views.ts';

export const ROWS = 5;
const TURN = 7 * SECOND;

/** Of the calls before the newest those still being called come first, by turns when they are too many; then the others. */
export function beside(calls: readonly BoardCall[], at: Instant): readonly BoardCall[] {
	const before = calls.slice(1);
	const called = before.filter((call) => call.state === 'called');
	const others = before.filter((call) => call.state !== 'called');
	const turns = Math.max(1, Math.ceil(called.length / ROWS));
	const from = (Math.floor(at / TURN) % turns) * ROWS;
	const rows = [...called.slice(from, from + ROWS), ...others].slice(0, ROWS);
	return rows.sort((a, b) => b.rev - a.rev);
}
