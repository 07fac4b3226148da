// An officer at a counter: signing on and off, breaks. The shift keeps the counter open, not the socket: a reload, a
// crash or a cut cable closes nothing.

import { eq } from 'drizzle-orm';
import { dayOf } from '../../shared/day.ts';
import type { CounterNumber, DeviceId, Instant, OfficerId } from '../../shared/id.ts';
import type { Hall } from '../store/hall.ts';
import { type JournalKind, officers, shifts } from '../store/schema.ts';
import type { Shift } from '../store/shift-rows.ts';
import { atDesk, type Desk } from './desk.ts';
import { refuse } from './refused.ts';

function note(
	hall: Hall,
	kind: JournalKind,
	desk: { officerId: OfficerId | null; counter: CounterNumber; deviceId: DeviceId | null },
	reason: string | null,
	at: Instant,
): void {
	hall.rows.insertJournal({
		at,
		day: dayOf(at, hall.catalogue().settings.timeZone),
		kind,
		visitId: null,
		ticketId: null,
		queueId: null,
		counter: desk.counter,
		officerId: desk.officerId,
		deviceId: desk.deviceId,
		detail: reason === null ? null : { reason },
	});
}

/** The shift at this counter; the same one when the officer is there already. A counter in somebody's use is refused; a desk the officer left without signing off is left for them, unless a visitor still stands there. */
export function signOn(hall: Hall, desk: Desk, at: Instant): Shift['id'] {
	const catalogue = hall.catalogue();
	const counter = catalogue.staffed(desk.counter) ?? refuse({ code: 'unknown', what: 'counter' });
	const open = hall.rows.openShifts();
	const mine = open.find((it) => it.officerId === desk.officerId);
	if (mine?.counter === desk.counter) return mine.id;
	const theirs = open.find((it) => it.counter === desk.counter);
	if (theirs) refuse({ code: 'counter_taken', counter: counter.number, officer: officerName(hall, theirs.officerId) });
	if (mine) {
		if (hall.rows.atCounter(mine.counter)) refuse({ code: 'officer_elsewhere', counter: mine.counter });
		endShift(hall, mine, at);
	}
	const day = dayOf(at, catalogue.settings.timeZone);
	const shift = hall.store.tables
		.insert(shifts)
		.values({ day, officerId: desk.officerId, counter: desk.counter, startedAt: at })
		.returning({ id: shifts.id })
		.get();
	note(hall, 'signed_on', desk, null, at);
	return shift.id;
}

const officerName = (hall: Hall, id: OfficerId): string =>
	hall.store.tables.select({ name: officers.name }).from(officers).where(eq(officers.id, id)).get()?.name ?? '';

export function endShift(hall: Hall, shift: Shift, at: Instant): void {
	hall.store.tables
		.update(shifts)
		.set({ endedAt: at, pauseReason: null, pausedAt: null })
		.where(eq(shifts.id, shift.id))
		.run();
	note(hall, 'signed_off', { officerId: shift.officerId, counter: shift.counter, deviceId: null }, null, at);
}

/** Refused while a visitor is at the desk: finish, or put back, first. */
export function signOff(hall: Hall, desk: Desk, at: Instant): void {
	const { shift } = atDesk(hall, desk);
	mustBeAlone(hall, desk);
	endShift(hall, shift, at);
}

/** A second press of the same button finds the break begun, and is content. */
export function pause(hall: Hall, reason: string, desk: Desk, at: Instant): void {
	const { shift } = atDesk(hall, desk);
	if (shift.pausedAt !== null) return;
	mustBeAlone(hall, desk);
	hall.store.tables.update(shifts).set({ pauseReason: reason, pausedAt: at }).where(eq(shifts.id, shift.id)).run();
	note(hall, 'paused', desk, reason, at);
}

export function resume(hall: Hall, desk: Desk, at: Instant): void {
	const { shift } = atDesk(hall, desk);
	if (shift.pausedAt === null) return;
	hall.store.tables.update(shifts).set({ pauseReason: null, pausedAt: null }).where(eq(shifts.id, shift.id)).run();
	note(hall, 'resumed', desk, null, at);
}

function mustBeAlone(hall: Hall, desk: Desk): void {
	const now = hall.rows.atCounter(desk.counter);
	if (now) refuse({ code: 'counter_busy', number: now.number });
}
