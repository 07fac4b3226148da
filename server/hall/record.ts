// The only place where a ticket is written. Row and journal entry are made together by the same pure apply(), so the
// journal always replays to the rows.

import { dayOf } from '../../shared/day.ts';
import type { CounterNumber, DeviceId, Instant, OfficerId, Rev, TicketId } from '../../shared/id.ts';
import { apply, can, type Ticket, type TicketEvent, undone } from '../../shared/ticket.ts';
import type { Hall } from '../store/hall.ts';
import type { JournalDetail, JournalKind } from '../store/schema.ts';
import { refuseIf } from './refused.ts';

/** Who did it and from where; all null when the day itself did (midnight). */
export interface Actor {
	readonly officerId: OfficerId | null;
	readonly counter: CounterNumber | null;
	readonly deviceId: DeviceId | null;
}
export const NOBODY: Actor = { officerId: null, counter: null, deviceId: null };

function write(hall: Hall, ticket: Ticket, kind: JournalKind, detail: JournalDetail, actor: Actor, at: Instant): void {
	const rev = hall.rows.insertJournal({
		at,
		day: dayOf(at, hall.catalogue().settings.timeZone),
		kind,
		visitId: ticket.visitId,
		ticketId: ticket.id,
		queueId: ticket.queueId,
		counter: actor.counter ?? ticket.counter,
		officerId: actor.officerId,
		deviceId: actor.deviceId,
		detail,
	});
	if (rev !== ticket.rev) throw new Error(`journal row ${rev} was to be ${ticket.rev}`);
}

/** A new place in a line. */
export function issue(hall: Hall, blank: Omit<Ticket, 'id' | 'rev'>, actor: Actor, at: Instant): Ticket {
	const rev = hall.rows.nextRev();
	const id: TicketId = hall.rows.insertTicket({ ...blank, rev });
	const ticket: Ticket = { ...blank, id, rev };
	write(hall, ticket, 'issued', { issued: { ...blank, id } }, actor, at);
	return ticket;
}

/** The ticket after the event; refused where the table of states does not allow it. `after` is what the pressing screen had seen; `ended`: see JournalDetail. */
export function change(
	hall: Hall,
	ticket: Ticket,
	event: TicketEvent,
	actor: Actor,
	at: Instant,
	after: Rev | null,
	ended?: Ticket,
): Ticket {
	refuseIf(can(ticket.state, event));
	const changed = apply(ticket, event, at, hall.rows.nextRev());
	const recall = event.kind === 'called' && ticket.state === 'called';
	write(
		hall,
		changed,
		event.kind,
		{ event, after, recall, ...(ended && { ended: { ticketId: ended.id, rev: ended.rev } }) },
		actor,
		at,
	);
	hall.rows.updateTicket(changed);
	return changed;
}

/** The entry of a press that this officer made on this ticket from the same screen; null: there was none. */
export function pressed(hall: Hall, ticket: Ticket, kind: TicketEvent['kind'], after: Rev, by: Actor): Rev | null {
	const twin = hall.rows
		.journalOf(ticket.id)
		.find(
			(row) =>
				row.officerId === by.officerId &&
				row.kind === kind &&
				row.detail !== null &&
				'event' in row.detail &&
				row.detail.after === after,
		);
	return twin?.id ?? null;
}

/** The ticket as it was before entry `undoes`. */
export function takeBack(hall: Hall, ticketId: TicketId, undoes: Rev, asked: Rev, actor: Actor, at: Instant): Ticket {
	const restored = undone(hall.rows.entriesOf(ticketId), undoes, hall.rows.nextRev());
	write(hall, restored, 'undone', { undoes, asked }, actor, at);
	hall.rows.updateTicket(restored);
	return restored;
}
