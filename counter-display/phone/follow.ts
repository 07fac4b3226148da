// One number as far as the lobby's board tells of it: a board forgets who was called long ago, the phone must not, and
// where it cannot know it says so instead of guessing.

import type { Day } from '../../shared/day.ts';
import type { Rev } from '../../shared/id.ts';
import { readTicketNumber, typedNumber } from '../../shared/number.ts';
import type { State } from '../../shared/ticket.ts';
import type { BoardCall, BoardView } from '../../shared/views.ts';

/** `unsure`: was called, and left the board while nobody looked. */
export type Standing = State | 'unsure';
const STANDINGS: readonly Standing[] = ['waiting', 'called', 'serving', 'parked', 'missed', 'closed', 'unsure'];

/** As much of a call as outlives the board. */
export interface LastCall extends Pick<BoardCall, 'rev' | 'at' | 'counter'> {
	/** As people call it. */
	readonly agency: string;
}

export interface Following {
	readonly number: string;
	/** Numbers begin anew every day. */
	readonly day: Day;
	readonly standing: Standing;
	/** null while it waits. */
	readonly call: LastCall | null;
}

/** What somebody typed or pasted; null when it is no number. */
export function begin(typed: string, view: BoardView): Following | null {
	const number = typedNumber(typed, digitsOf(view));
	return number === null ? null : look({ number, day: view.day, standing: 'waiting', call: null }, view);
}

/** After another view of the board; null on another day. */
export function look(before: Following, view: BoardView): Following | null {
	if (before.day !== view.day) return null;
	const found = view.calls.find((it) => isSame(it.number, before.number));
	if (!found) return unseen(before, view);
	const { number, state, rev, at, counter, agency } = found;
	return { ...before, number, standing: state, call: { rev, at, counter, agency: agency.shortName } };
}

/** Not among the calls of the board: never called, taken back, put back into the line, or called too long ago. */
function unseen(before: Following, view: BoardView): Following {
	const { call, standing, number } = before;
	if (!call) return before;
	if (reachesBackTo(view, call.rev)) return { ...before, standing: 'waiting', call: null };
	const atDesk = view.counters.some((it) => it.number === call.counter && it.serving === number);
	if (standing === 'serving' && atDesk) return before;
	return standing === 'called' || standing === 'serving' ? { ...before, standing: 'unsure' } : before;
}

/** Boards are sent more than these whenever there were so many: with fewer, none has been left out. */
const NONE_LEFT_OUT_BELOW = 6;
/** Who is being called stays on the board however long ago that was, and proves nothing of those between. */
const reachesBackTo = ({ calls }: BoardView, rev: Rev): boolean =>
	calls.length < NONE_LEFT_OUT_BELOW || calls.some((it) => it.state !== 'called' && it.rev < rev);

/** "A-12" and "A-012" are one number: how many digits a hall prints is only known from those it has called. */
function isSame(one: string, other: string): boolean {
	const [a, b] = [readTicketNumber(one), readTicketNumber(other)];
	return a !== null && b !== null && a.prefix === b.prefix && Number(a.digits) === Number(b.digits);
}

const USUAL_DIGITS = 3;
function digitsOf(view: BoardView): number {
	const numbers = [...view.calls.map((it) => it.number), ...view.agencies.flatMap((it) => it.current ?? [])];
	const lengths = numbers.flatMap((it) => readTicketNumber(it)?.digits.length ?? []);
	return lengths.length > 0 ? Math.min(...lengths) : USUAL_DIGITS;
}

export interface Ahead {
	/** The number of the same series that was called last. */
	readonly number: string;
	/** It is higher: ours may have been called already, or have a priority visitor before it. */
	readonly passed: boolean;
}
/** Where the line of this number has come to, as far as the board tells. */
export function lineOf({ number }: Following, view: BoardView): Ahead | null {
	const mine = readTicketNumber(number);
	const called = [...view.calls.map((it) => it.number), ...view.agencies.flatMap((it) => it.current ?? [])];
	const last = called.find((it) => readTicketNumber(it)?.prefix === mine?.prefix);
	const digits = last && readTicketNumber(last)?.digits;
	return last && digits && mine ? { number: last, passed: Number(digits) > Number(mine.digits) } : null;
}

/** What was kept by this phone, or null when it is not ours. */
export function readKept(text: string | null): Following | null {
	if (text === null) return null;
	const value: unknown = JSON.parse(text);
	return isFollowing(value) ? value : null;
}

const isFollowing = (it: unknown): it is Following =>
	isRecord(it) &&
	typeof it.number === 'string' &&
	readTicketNumber(it.number) !== null &&
	typeof it.day === 'string' &&
	STANDINGS.some((standing) => standing === it.standing) &&
	(it.standing === 'waiting') === (it.call === null) &&
	(it.call === null || isCall(it.call));
const isCall = (it: unknown): it is LastCall =>
	isRecord(it) &&
	typeof it.agency === 'string' &&
	(['rev', 'at', 'counter'] as const).every((name) => typeof it[name] === 'number');
const isRecord = (it: unknown): it is Readonly<Record<string, unknown>> => typeof it === 'object' && it !== null;
