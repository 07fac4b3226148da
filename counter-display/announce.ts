// Which calls and notices the board announces now, and which calls still pulse. Every fresh one is announced once and in
// order; a reload, a lost packet or several in one view neither swallow one nor repeat one.

import { type Instant, type Rev, SECOND } from '../shared/id.ts';
import { NOTICE_FRESH_FOR } from '../shared/notices.ts';
import type { BoardCall, BoardNotice, BoardView } from '../shared/views.ts';

/** Older calls are drawn, never announced: the visitor is at the desk by then or will be called again. */
export const FRESH_FOR = 30 * SECOND;
/** How long a call that was announced looks new. */
export const NEW_FOR = 5 * SECOND;
/** More than any board announces while a call is fresh. */
const REMEMBERED = 200;

/** One announcement. The time too, because a database that was set back gives its revs once more. */
export type CallKey = `${Rev}@${Instant}`;
export const keyOf = (call: BoardCall): CallKey => `${call.rev}@${call.at}`;

/** What outlives a reload. */
export interface Memory {
	/** Keys of calls and of notices, which never look alike. */
	readonly announced: readonly string[];
}
export const NOTHING: Memory = { announced: [] };

export interface Announcing {
	readonly memory: Memory;
	/** Announced just now by this page, and when. */
	readonly latest: readonly { readonly key: CallKey; readonly since: Instant }[];
}

export const begin = (memory: Memory): Announcing => ({ memory, latest: [] });

/** A view arrived that is true at `at`: what is to be announced now, oldest first, and the state after it. */
export function seen(
	state: Announcing,
	view: BoardView,
	at: Instant,
): {
	readonly state: Announcing;
	readonly announce: readonly BoardCall[];
	readonly notices: readonly BoardNotice[];
} {
	const before = new Set(state.memory.announced);
	const announce = view.calls
		.filter((call) => call.state === 'called' && call.at > at - FRESH_FOR && !before.has(keyOf(call)))
		.sort((a, b) => a.rev - b.rev);
	const notices = view.notices.filter((it) => it.at > at - NOTICE_FRESH_FOR && !before.has(it.key));
	if (announce.length === 0 && notices.length === 0) return { state, announce, notices };
	const keys = announce.map(keyOf);
	const announced = [...state.memory.announced, ...keys, ...notices.map((it) => it.key)].slice(-REMEMBERED);
	const latest = [...state.latest.filter((it) => near(it.since, at)), ...keys.map((key) => ({ key, since: at }))];
	return { state: { memory: { announced }, latest }, announce, notices };
}

/** Whether this call was announced just now. */
export const isNew = (state: Announcing, call: BoardCall, at: Instant): boolean =>
	state.latest.some((it) => it.key === keyOf(call) && near(it.since, at));

/** Near from both sides: the clock of a screen ticks by the second, and a clock that was set back must not pulse for hours. */
const near = (since: Instant, at: Instant): boolean => Math.abs(at - since) < NEW_FOR;

/** The memory as it was written, or nothing when it is not ours. */
export function readMemory(text: string | null): Memory {
	if (text === null) return NOTHING;
	const value: unknown = JSON.parse(text);
	return isMemory(value) ? { announced: value.announced } : NOTHING;
}

const isMemory = (value: unknown): value is Memory =>
	typeof value === 'object' &&
	value !== null &&
	'announced' in value &&
	Array.isArray(value.announced) &&
	value.announced.every((key) => typeof key === 'string');
