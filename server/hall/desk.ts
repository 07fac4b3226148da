// Who stands at a desk: an officer in an open shift. Every verb of a counter begins here, so that nobody acts for a desk
// they do not sit at, and nobody sees or touches the line of another agency.

import { dayOf } from '../../shared/day.ts';
import type { Counter } from '../../shared/hall.ts';
import type { CounterNumber, DeviceId, Instant, OfficerId, Rev, TicketId } from '../../shared/id.ts';
import type { Ticket } from '../../shared/ticket.ts';
import type { Hall } from '../store/hall.ts';
import type { Shift } from '../store/shift-rows.ts';
import { refuse } from './refused.ts';

/** What a session says about who is asking. */
export interface Desk {
	readonly officerId: OfficerId;
	readonly counter: CounterNumber;
	readonly deviceId: DeviceId | null;
}

/** The open shift of this officer at this counter, and the counter. Refuses `not_signed_in` when it has ended. */
export function atDesk(hall: Hall, desk: Desk): { readonly shift: Shift; readonly counter: Counter } {
	const shift = hall.rows.shiftAt(desk.counter);
	const counter = hall.catalogue().counter(desk.counter);
	if (shift?.officerId !== desk.officerId || !counter) refuse({ code: 'not_signed_in' });
	return { shift, counter };
}

/** A ticket of one of this counter's lines. One of another agency is as unknown as one that does not exist. */
export function ticketOfDesk(hall: Hall, counter: Counter, id: TicketId): Ticket {
	const ticket = hall.rows.ticket(id);
	if (!ticket || !counter.queues.includes(ticket.queueId)) refuse({ code: 'unknown', what: 'ticket' });
	const held = ticket.state === 'called' || ticket.state === 'serving';
	if (held && ticket.counter !== counter.number) refuse({ code: 'not_your_ticket' });
	return ticket;
}

/** Someone may come to this desk now: it is open, and nobody else is at it. */
export function mustBeFree(hall: Hall, shift: Shift, counter: CounterNumber, but: TicketId | null): void {
	if (shift.pausedAt !== null) refuse({ code: 'on_break' });
	const now = hall.rows.atCounter(counter);
	if (now && now.id !== but) refuse({ code: 'counter_busy', number: now.number });
}

/** This visitor is not called or served anywhere else. */
export function mustNotBeElsewhere(hall: Hall, ticket: Ticket): void {
	const elsewhere = hall.rows.ofVisitAtDesk(ticket.visitId);
	if (elsewhere && elsewhere.id !== ticket.id) refuse({ code: 'visit_busy', counter: elsewhere.counter });
}

/** The last call made at this counter today; what a console names when it asks for the next. */
export function lastCall(
	hall: Hall,
	counter: CounterNumber,
	at: Instant,
): {
	readonly rev: Rev;
	readonly after: Rev | null;
	readonly ticketId: TicketId;
	readonly ended: { readonly ticketId: TicketId; readonly rev: Rev } | null;
} | null {
	const row = hall.rows.lastCallAt(counter, dayOf(at, hall.catalogue().settings.timeZone));
	if (!row?.ticketId || !row.detail || !('event' in row.detail)) return null;
	const { after, recall, ended } = row.detail;
	return { rev: row.id, after: recall ? null : after, ticketId: row.ticketId, ended: ended ?? null };
}
