// A visitor goes on to another line with the same number and slip. At the wrong desk: unserved, keeps the place in time.
// As a next step: served here, joins the next line now with the small head start of a continuing visit.

import { servesToday } from '../../shared/availability.ts';
import type { Changed, TransferAsk } from '../../shared/contract.ts';
import type { HallSettings, HeadStart } from '../../shared/hall.ts';
import type { Instant } from '../../shared/id.ts';
import { can, type Ticket, type TicketEvent } from '../../shared/ticket.ts';
import type { Hall } from '../store/hall.ts';
import { lineStatus, readPresence } from '../store/lines.ts';
import { changed } from './call.ts';
import { atDesk, type Desk, ticketOfDesk } from './desk.ts';
import { pressedBefore } from './event.ts';
import { change, issue } from './record.ts';
import { refuse, refuseIf } from './refused.ts';
import { join } from './take.ts';

/** Refuses: unknown service, the line it is in already, a line that does not serve today, a state that does not allow it. Answers with the new place. */
export function transfer(hall: Hall, ask: TransferAsk, desk: Desk, at: Instant): Changed {
	const { counter } = atDesk(hall, desk);
	const ticket = ticketOfDesk(hall, counter, ask.ticketId);
	const event: TicketEvent = { kind: 'closed', as: ask.as === 'wrong_desk' ? 'transferred' : 'served' };
	const ofVisit = hall.rows.ticketsOfVisit(ticket.visitId);
	if (ticket.rev !== ask.after) {
		const following = ofVisit.findLast((it) => it.fromTicket === ticket.id);
		return following && pressedBefore(hall, ticket, 'closed', ask.after, desk)
			? changed(following)
			: refuse({ code: 'stale' });
	}
	refuseIf(can(ticket.state, event));
	const service = hall.catalogue().offered(ask.serviceId) ?? refuse({ code: 'unknown', what: 'service' });
	const queue = hall.catalogue().queue(service.queueId) ?? refuse({ code: 'unknown', what: 'service' });
	if (queue.id === ticket.queueId) refuse({ code: 'same_queue' });
	if (ofVisit.some((it) => it.queueId === queue.id && it.state !== 'closed')) refuse({ code: 'already_in_line' });
	const presence = readPresence(hall);
	const { availability } = lineStatus(hall, queue, presence, at);
	if (!availability.open && !servesToday(availability)) {
		refuse({ code: 'closed', reason: availability.reason, note: availability.note, opens: availability.opens });
	}
	const headStart =
		ask.as === 'wrong_desk' ? ticket.headStart : continuing(ticket, hall.catalogue().settings.headStarts);
	const place = join(
		hall,
		{
			visitId: ticket.visitId,
			day: ticket.day,
			number: ticket.number,
			service,
			queue,
			headStart,
			issuedAt: ask.as === 'wrong_desk' ? ticket.issuedAt : at,
			joinedAt: ask.as === 'wrong_desk' ? ticket.joinedAt : at,
			fromTicket: ticket.id,
		},
		presence,
		at,
	);
	change(hall, ticket, event, desk, at, ask.after);
	return changed(issue(hall, place.ticket, desk, at));
}

/** A visitor with a longer head start of their own keeps it. */
const continuing = (ticket: Ticket, headStarts: HallSettings['headStarts']): HeadStart =>
	ticket.headStart !== null && headStarts[ticket.headStart] >= headStarts.continuing ? ticket.headStart : 'continuing';
