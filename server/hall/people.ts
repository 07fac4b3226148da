// Officers signing in: a PIN is good only at one screen for a few tries, a session is a row that can be ended, and an
// officer's session lives no longer than the shift it opened.

import { and, asc, eq, isNull } from 'drizzle-orm';
import { SESSION_LENGTH } from '../../shared/hall.ts';
import { type CounterNumber, type DeviceId, type Instant, MINUTE, type OfficerId } from '../../shared/id.ts';
import type { Hall } from '../store/hall.ts';
import { officers, pinTries, sessions } from '../store/schema.ts';
import { refuse } from './refused.ts';
import { signOff, signOn } from './shift.ts';

export type Officer = typeof officers.$inferSelect;
export interface Session {
	readonly tokenHash: string;
	readonly officer: Officer;
	/** null for a manager. */
	readonly counter: CounterNumber | null;
}

/** Six digits at 5 tries in 15 minutes are guessed with a chance of 0.05 % a day. */
const MOST_TRIES = 5;
const TRY_WINDOW = 15 * MINUTE;

export const findOfficer = (hall: Hall, username: string): Officer | undefined =>
	hall.store.tables
		.select()
		.from(officers)
		.where(and(eq(officers.username, username), isNull(officers.retiredAt)))
		.get();

/** Everyone who may sign in, by counter; managers first. */
export const listOfficers = (hall: Hall): readonly Officer[] =>
	hall.store.tables
		.select()
		.from(officers)
		.where(isNull(officers.retiredAt))
		.orderBy(asc(officers.counter), asc(officers.username))
		.all();

/** Counts a try before the PIN is checked, so that many tries at once are still counted. Returns how many are left after it. */
export function countTry(hall: Hall, username: string, device: string, at: Instant): number {
	const { tables } = hall.store;
	const mine = and(eq(pinTries.username, username), eq(pinTries.device, device));
	const row = tables.select().from(pinTries).where(mine).get();
	const fresh = !row || at - row.since >= TRY_WINDOW;
	if (!fresh && row.tries >= MOST_TRIES) refuse({ code: 'locked_out', until: row.since + TRY_WINDOW });
	const tries = fresh ? 1 : row.tries + 1;
	const values = { username, device, tries, since: fresh ? at : row.since };
	tables
		.insert(pinTries)
		.values(values)
		.onConflictDoUpdate({ target: [pinTries.username, pinTries.device], set: values })
		.run();
	return MOST_TRIES - tries;
}

/** The PIN was right: a commit of its own, because a counter that turns out to be taken is no reason to count tries. */
export function forgetTries(hall: Hall, username: string, device: string): void {
	hall.store.tables
		.delete(pinTries)
		.where(and(eq(pinTries.username, username), eq(pinTries.device, device)))
		.run();
}

/** After the right PIN: an officer's shift begins (or goes on), and the session is written. `wanted`: null = the usual counter. */
export function signIn(
	hall: Hall,
	officer: Officer,
	wanted: CounterNumber | null,
	deviceId: DeviceId | null,
	tokenHash: string,
	at: Instant,
): Session {
	const counter = officer.role === 'manager' ? null : counterFor(hall, officer, wanted);
	const shiftId = counter === null ? null : signOn(hall, { officerId: officer.id, counter, deviceId }, at);
	hall.store.tables
		.insert(sessions)
		.values({ tokenHash, officerId: officer.id, shiftId, createdAt: at, expiresAt: at + SESSION_LENGTH })
		.run();
	return { tokenHash, officer, counter };
}

/** Refuses a counter of another agency as unknown. */
function counterFor(hall: Hall, officer: Officer, wanted: CounterNumber | null): CounterNumber {
	const number = wanted ?? officer.counter ?? refuse({ code: 'unknown', what: 'counter' });
	const counter = hall.catalogue().staffed(number);
	if (!counter || counter.agencyId !== officer.agencyId) refuse({ code: 'unknown', what: 'counter' });
	return number;
}

/** Who holds this token now; null when it ended, expired, or its shift is over. */
export function findSession(hall: Hall, tokenHash: string, at: Instant): Session | null {
	const { tables } = hall.store;
	const row = tables
		.select()
		.from(sessions)
		.where(and(eq(sessions.tokenHash, tokenHash), isNull(sessions.endedAt)))
		.get();
	if (!row || row.expiresAt <= at) return null;
	const officer = tables
		.select()
		.from(officers)
		.where(and(eq(officers.id, row.officerId), isNull(officers.retiredAt)))
		.get();
	if (!officer) return null;
	if (row.shiftId === null) return { tokenHash, officer, counter: null };
	const shift = hall.rows.openShifts().find((it) => it.id === row.shiftId);
	return shift ? { tokenHash, officer, counter: shift.counter } : null;
}

/** The officer leaves the counter (refused while a visitor is there); a manager's session just ends. */
export function leave(hall: Hall, officerId: OfficerId, counter: CounterNumber | null, at: Instant): void {
	if (counter !== null) signOff(hall, { officerId, counter, deviceId: null }, at);
	hall.store.tables
		.update(sessions)
		.set({ endedAt: at })
		.where(and(eq(sessions.officerId, officerId), isNull(sessions.endedAt)))
		.run();
}
