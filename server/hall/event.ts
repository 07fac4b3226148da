// What happens to a ticket at its desk besides the next call: recall, start, finish, missed, parked, back, undo.
// Every press names the state it saw (`after`); a press sent twice does its work once, one on an old screen is refused.

import type { Changed, RecordAsk, UndoAsk } from '../../shared/contract.ts';
import type { Instant, Rev, TicketId } from '../../shared/id.ts';
import { can, placeOnReturn, type Ticket, type TicketEvent, undoable, undone } from '../../shared/ticket.ts';
import type { Hall } from '../store/hall.ts';
import { changed } from './call.ts';
import { atDesk, type Desk, mustBeFree, mustNotBeElsewhere, ticketOfDesk } from './desk.ts';
import { change, pressed, takeBack } from './record.ts';
import { refuse, refuseIf } from './refused.ts';

/** Refuses: another agency's ticket, a state that does not allow it, a busy desk or visitor, an old screen. */
export function record(hall: Hall, ask: RecordAsk, desk: Desk, at: Instant): Changed {
	const { shift, counter } = atDesk(hall, desk);
	const ticket = ticketOfDesk(hall, counter, ask.ticketId);
	if (ticket.rev !== ask.after)
		return pressedBefore(hall, ticket, ask.event.kind, ask.after, desk) ?? refuse({ code: 'stale' });
	refuseIf(can(ticket.state, ask.event));
	const event = whole(hall, ask.event, ticket, desk, at);
	if (event.kind === 'called' || event.kind === 'started') {
		mustBeFree(hall, shift, counter.number, ticket.id);
		mustNotBeElsewhere(hall, ticket);
	}
	return changed(change(hall, ticket, event, desk, at, ask.after));
}

/** The event with everything that replaying it needs. */
function whole(hall: Hall, event: RecordAsk['event'], ticket: Ticket, desk: Desk, at: Instant): TicketEvent {
	switch (event.kind) {
		case 'called':
		case 'started':
			return { kind: event.kind, counter: desk.counter, officerId: desk.officerId };
		case 'returned':
			return { kind: 'returned', joinedAt: placeOnReturn(ticket, at, hall.catalogue().settings.lateGraceMs) };
		default:
			return event;
	}
}

/** The answer to the first of two equal presses, if this is the second. */
export function pressedBefore(
	hall: Hall,
	ticket: Ticket,
	kind: TicketEvent['kind'],
	after: Rev,
	desk: Desk,
): Changed | null {
	return pressed(hall, ticket, kind, after, desk) === null ? null : changed(ticket);
}

/** Takes back this officer's own last press within 10 s. A transfer is taken back whole: the new place is given up too. */
export function undo(hall: Hall, ask: UndoAsk, desk: Desk, at: Instant): Changed {
	const { shift, counter } = atDesk(hall, desk);
	const last = hall.rows.lastOfOfficer(desk.officerId);
	const ticket = last?.ticketId ? hall.rows.ticket(last.ticketId) : undefined;
	// What was pressed at another desk stays there: its visitor would come back to a desk that is somebody else's by now.
	if (!last || !ticket || last.counter !== counter.number) refuse({ code: 'nothing_to_undo' });
	const takenBack = last.detail && 'undoes' in last.detail ? last.detail : null;
	if (takenBack?.asked === ask.rev) return changed(ticket);
	if (last.id !== ask.rev) refuse({ code: 'stale' });
	// Not a ladder: after one press was taken back there is no way on to the one before.
	if (takenBack) refuse({ code: 'nothing_to_undo' });
	const ended = last.detail && 'event' in last.detail ? last.detail.ended : undefined;
	if (ended) return undoBoth(hall, ask, { called: ticket, ended }, desk, at);
	// A transfer ends with a new place; what is taken back is the closing of the old one, and the new one is given up.
	const following = last.kind === 'issued' ? ticket : null;
	const taken = following ? before(hall, following) : ticket;
	const entries = hall.rows.entriesOf(taken.id);
	const found = undoable(entries, desk.officerId, at);
	if ('code' in found) refuse(found);
	const { state } = undone(entries, found.undoes, taken.rev);
	if (state === 'called' || state === 'serving') {
		// The visitor will stand at this desk again: nobody else may be there, nor the visitor elsewhere.
		mustBeFree(hall, shift, counter.number, taken.id);
		mustNotBeElsewhere(hall, taken);
	}
	if (following && following.state !== 'waiting') refuse({ code: 'visit_busy', counter: following.counter });
	if (following) change(hall, following, { kind: 'closed', as: 'withdrawn' }, desk, at, null);
	return changed(takeBack(hall, taken.id, found.undoes, ask.rev, desk, at));
}

/** One press ended a visit and called the next: the next one waits again in the old place, and the first is at the desk again. */
function undoBoth(
	hall: Hall,
	ask: UndoAsk,
	{ called, ended }: { readonly called: Ticket; readonly ended: { readonly ticketId: TicketId; readonly rev: Rev } },
	desk: Desk,
	at: Instant,
): Changed {
	const { shift, counter } = atDesk(hall, desk);
	const call = undoable(hall.rows.entriesOf(called.id), desk.officerId, at);
	if ('code' in call) refuse(call);
	const first = hall.rows.ticket(ended.ticketId) ?? refuse({ code: 'nothing_to_undo' });
	// Whoever has done something with the first one since will not have it taken out of their hands.
	if (call.undoes !== ask.rev || first.rev !== ended.rev) refuse({ code: 'stale' });
	mustBeFree(hall, shift, counter.number, called.id);
	takeBack(hall, called.id, call.undoes, ask.rev, desk, at);
	// Only now: the next one may be the same visitor, in another line of this desk.
	mustNotBeElsewhere(hall, first);
	return changed(takeBack(hall, first.id, ended.rev, ask.rev, desk, at));
}

/** The place that this one continues. */
function before(hall: Hall, following: Ticket): Ticket {
	const ticket = following.fromTicket === null ? undefined : hall.rows.ticket(following.fromTicket);
	return ticket ?? refuse({ code: 'nothing_to_undo' });
}
