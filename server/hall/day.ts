// The turn of the day. State-based, so it does not matter whether the server was up at midnight: whatever an earlier day
// left open is closed on that day's account. Numbers begin anew by themselves, for a sequence belongs to its day.

import { dayOf } from '../../shared/day.ts';
import { HOUR, type Instant } from '../../shared/id.ts';
import type { Outcome, Ticket } from '../../shared/ticket.ts';
import type { Hall } from '../store/hall.ts';
import { change, NOBODY } from './record.ts';
import { endShift } from './shift.ts';

/** A visitor who is at a desk when midnight passes is served to the end; after this long nobody is at that desk any more. */
const SERVED_PAST_MIDNIGHT = 6 * HOUR;

/** How a ticket of yesterday ends; null while it is still being served. */
function endOf(ticket: Ticket, at: Instant): Outcome | null {
	if (ticket.state === 'missed') return 'no_show';
	if (ticket.state === 'serving' && at - (ticket.deskSince ?? ticket.issuedAt) < SERVED_PAST_MIDNIGHT) return null;
	return 'expired';
}

/** Closes what earlier days left open. Returns how many tickets it closed. Runs at start and every minute. */
export function turnDay(hall: Hall, at: Instant): number {
	const day = dayOf(at, hall.catalogue().settings.timeZone);
	let closed = 0;
	for (const ticket of hall.rows.openBefore(day)) {
		const as = endOf(ticket, at);
		if (as === null) continue;
		change(hall, ticket, { kind: 'closed', as }, NOBODY, at, null);
		closed++;
	}
	for (const shift of hall.rows.openShifts()) {
		if (shift.day < day && !hall.rows.atCounter(shift.counter)) endShift(hall, shift, at);
	}
	return closed;
}
