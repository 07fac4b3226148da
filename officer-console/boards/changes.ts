// What managers have changed of boards, as it is read: the same change by the same person is told once, with how often. Pure.

import type { Instant } from '../../shared/id.ts';
import type { BoardWall } from '../../shared/views.ts';

type Change = BoardWall['changes'][number];

export interface Told extends Omit<Change, 'at'> {
	readonly times: number;
	/** The last time. */
	readonly at: Instant;
}

/** `changes`: newest first, and so is what is told. */
export function toldOnce(changes: readonly Change[]): readonly Told[] {
	const told = new Map<string, Told>();
	for (const change of changes) {
		const key = JSON.stringify([change.by, change.what, change.board]);
		const known = told.get(key);
		told.set(key, known ? { ...known, times: known.times + 1 } : { ...change, times: 1 });
	}
	return [...told.values()];
}
