// Rows -> what the holder of a number is shown: where to go, who is before, how long. Read by the kiosk's reply and by
// the page behind the QR code; it holds nothing that is not printed on the slip or seen on the board.

import type { Instant } from '../../shared/id.ts';
import type { Ticket } from '../../shared/ticket.ts';
import type { VisitView } from '../../shared/views.ts';
import { waitRange } from '../../shared/wait.ts';
import { agencyFacts } from '../store/catalogue.ts';
import type { Hall } from '../store/hall.ts';
import { agencyOf, openCounters, readPresence } from '../store/lines.ts';
import type { Visit } from '../store/visit-rows.ts';

/** A place that was given up for another (transferred) is not shown: the one it went to is. */
export function visitView(hall: Hall, visit: Visit): VisitView {
	const catalogue = hall.catalogue();
	const presence = readPresence(hall);
	const place = (ticket: Ticket): VisitView['places'][number] => {
		const queue = catalogue.queue(ticket.queueId);
		const waiting = ticket.state === 'waiting';
		const moment: Instant = ticket.joinedAt - ticket.headStartMs;
		// Everyone who counts as having come no later, without this ticket itself.
		const ahead = waiting ? Math.max(0, hall.rows.inLineBefore(ticket.queueId, ticket.day, moment) - 1) : null;
		const atDesk = ticket.state === 'called' || ticket.state === 'serving';
		const counters = queue ? openCounters(catalogue, queue, presence) : 0;
		return {
			agency: agencyFacts(agencyOf(catalogue, ticket)),
			service: catalogue.service(ticket.serviceId)?.name ?? ticket.serviceId,
			state: ticket.state,
			outcome: ticket.outcome,
			counter: atDesk ? ticket.counter : null,
			counters: catalogue.countersOf(ticket.queueId).map((it) => it.number),
			ahead,
			wait:
				ahead === null
					? null
					: waitRange(catalogue.waitModel(ticket.queueId, ticket.headStart !== null), ahead, counters),
			issuedAt: ticket.issuedAt,
		};
	};
	const places = hall.rows
		.ticketsOfVisit(visit.id)
		.filter((it) => it.outcome !== 'transferred' && it.outcome !== 'withdrawn');
	return { hall: catalogue.facts, number: visit.number, day: visit.day, places: places.map(place) };
}
