// Which of the hall's videos and pictures comes next: round and round in the manager's order, past those that fail.

import { type Instant, MINUTE } from '../shared/id.ts';
import type { BoardMedia } from '../shared/views.ts';

/** A file that could not be played is tried again after this: the hall may have been away, or the file replaced. */
export const RETRY_AFTER = 5 * MINUTE;

/** When a file failed, by its address. */
export type Failures = ReadonlyMap<string, Instant>;

const plays = (failed: Failures, { address }: BoardMedia, at: Instant): boolean => {
	const since = failed.get(address);
	return since === undefined || Math.abs(at - since) >= RETRY_AFTER;
};

/** The one after `address`; the first where that is not in the list any more; null while none can be played. */
export function following(
	items: readonly BoardMedia[],
	address: string | null,
	failed: Failures,
	at: Instant,
): BoardMedia | null {
	const from = items.findIndex((it) => it.address === address) + 1;
	return [...items.slice(from), ...items.slice(0, from)].find((it) => plays(failed, it, at)) ?? null;
}

/** What is to be played now: still `address`, whatever else the manager has changed, or the one after it. */
export function current(
	items: readonly BoardMedia[],
	address: string | null,
	failed: Failures,
	at: Instant,
): BoardMedia | null {
	const playing = items.find((it) => it.address === address);
	return playing && plays(failed, playing, at) ? playing : following(items, address, failed, at);
}
