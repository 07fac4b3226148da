// Which notice stands in the foot of the board: the one that is being spoken, else one that is due just now, by turns where
// there are several. It is there to be read by those who do not hear it.

import { type Instant, MINUTE, SECOND } from '../shared/id.ts';
import type { BoardNotice } from '../shared/views.ts';
import type { Speaking } from './utterance.ts';

/** A board is shown a notice up to a quarter of a minute after it is due. */
export const STANDS_FOR = MINUTE;
/** Two lines are read twice in this. */
const TURN = 10 * SECOND;

export function currentNotice(
	notices: readonly BoardNotice[],
	speaking: Speaking | null,
	now: Instant,
): BoardNotice | null {
	if (speaking?.kind === 'notice') return speaking.notice;
	const standing = notices.filter((it) => it.at <= now && now < it.at + STANDS_FOR);
	return standing[Math.floor(now / TURN) % standing.length] ?? null;
}
