// Which call has its turn on the board. Every fresh call is announced once and in order, each large for at least five
// seconds; a reload, a lost packet or several calls in one view neither swallow one nor repeat one.

import { type Instant, type Rev, SECOND } from '../shared/id.ts';
import type { BoardCall, BoardView } from '../shared/views.ts';

/** Older calls are drawn, never announced: the visitor is at the desk by then or will be called again. */
export const FRESH_FOR = 30 * SECOND;
/** How long a call stays large before the next takes its place. */
export const HOLD = 5 * SECOND;
/** More than any board announces while a call is fresh. */
const REMEMBERED = 200;

/** One announcement. The time too, because a database that was set back gives its revs once more. */
export type CallKey = `${Rev}@${Instant}`;
export const keyOf = (call: BoardCall): CallKey => `${call.rev}@${call.at}`;

/** What outlives a reload. */
export interface Memory {
	readonly announced: readonly CallKey[];
	/** Seen while fresh, and still to be announced. */
	readonly owed: readonly CallKey[];
	readonly at: Instant;
}
export const NOTHING: Memory = { announced: [], owed: [], at: 0 };

export interface Announcing {
	readonly memory: Memory;
	/** Those who wait for their turn, oldest first; at most one for each counter. */
	readonly waiting: readonly BoardCall[];
	/** The call announced last. */
	readonly hero: BoardCall | null;
	/** Until then nothing takes the hero's place. */
	readonly holdUntil: Instant;
}

export const begin = (memory: Memory): Announcing => ({ memory, waiting: [], hero: null, holdUntil: 0 });

/**
 * A view arrived that is true at `at`. What is fresh joins those who wait; what was recalled, taken back or is at the
 * desk already leaves them.
 */
export function seen(state: Announcing, view: BoardView, at: Instant): Announcing {
	const { announced } = state.memory;
	// A board that was away for long owes nothing any more.
	const owed = at - state.memory.at < FRESH_FOR ? state.memory.owed : [];
	const waiting = view.calls
		.filter((call) => call.state === 'called' && !announced.includes(keyOf(call)))
		.filter((call) => call.at > at - FRESH_FOR || owed.includes(keyOf(call)))
		.sort((a, b) => a.rev - b.rev);
	return { ...state, waiting, memory: { announced, owed: waiting.map(keyOf), at } };
}

/** The call whose turn it is at `at` (announce it now), or null, and the state after it. */
export function turn(
	state: Announcing,
	at: Instant,
): { readonly state: Announcing; readonly announce: BoardCall | null } {
	const [first, ...waiting] = state.waiting;
	// A clock that was set back must not hold the board for hours.
	const held = at < state.holdUntil && at >= state.holdUntil - HOLD;
	if (!first || held) return { state, announce: null };
	const announced = [...state.memory.announced, keyOf(first)].slice(-REMEMBERED);
	const memory = { announced, owed: waiting.map(keyOf), at };
	return { state: { memory, waiting, hero: first, holdUntil: at + HOLD }, announce: first };
}

/** The call that is drawn large: the one announced last, or the newest in the view when that is over. */
export function heroOf(state: Announcing, view: BoardView, at: Instant): BoardCall | null {
	const { hero } = state;
	const latest = hero && view.calls.find((call) => call.number === hero.number);
	// The number was called again and waits for its turn: it stays as it was announced. Called by mistake: it is gone.
	const stays = latest && hero ? (latest.rev === hero.rev ? latest : hero) : null;
	if (stays && at < state.holdUntil) return stays;
	const waiting = new Set(state.waiting.map(keyOf));
	const newest = view.calls.find((call) => !waiting.has(keyOf(call))) ?? null;
	return stays && (!newest || stays.rev >= newest.rev) ? stays : newest;
}

/** The memory as it was written, or nothing when it is not ours. */
export function readMemory(text: string | null): Memory {
	if (text === null) return NOTHING;
	const value: unknown = JSON.parse(text);
	return isMemory(value) ? value : NOTHING;
}

const isMemory = (value: unknown): value is Memory =>
	typeof value === 'object' &&
	value !== null &&
	'announced' in value &&
	'owed' in value &&
	'at' in value &&
	[value.announced, value.owed].every((it) => Array.isArray(it) && it.every((key) => typeof key === 'string')) &&
	typeof value.at === 'number';
