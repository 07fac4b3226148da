// The officer presses "Panggil berikutnya". One press, one call: it names the call it saw last, so a press that comes
// twice gets the same visitor, and two counters in the same tick get different ones.

import type { CallNextAsk, Changed } from '../../shared/contract.ts';
import { type Day, dayOf } from '../../shared/day.ts';
import type { Counter } from '../../shared/hall.ts';
import { type Instant, START } from '../../shared/id.ts';
import { next, type Place } from '../../shared/queue.ts';
import type { Ticket } from '../../shared/ticket.ts';
import type { Hall } from '../store/hall.ts';
import { atDesk, type Desk, lastCall, mustBeFree } from './desk.ts';
import { change } from './record.ts';
import { refuse } from './refused.ts';

export const changed = ({ id, number, rev }: Ticket): Changed => ({ ticketId: id, number, rev });

/** Refuses: not signed in, on a break, somebody at the desk, nobody to call, or a press on an old screen. */
export function callNext(hall: Hall, ask: CallNextAsk, desk: Desk, at: Instant): Changed {
	const { shift, counter } = atDesk(hall, desk);
	const last = lastCall(hall, counter.number, at);
	if (ask.after !== (last?.rev ?? START)) {
		const again = last?.after === ask.after ? hall.rows.ticket(last.ticketId) : undefined;
		return again ? changed(again) : refuse({ code: 'stale' });
	}
	mustBeFree(hall, shift, counter.number, null);
	const chosen = next(candidates(hall, counter, dayOf(at, hall.catalogue().settings.timeZone)), counter);
	const ticket = (chosen && hall.rows.ticket(chosen.id)) ?? refuse({ code: 'line_empty' });
	const event = { kind: 'called', counter: counter.number, officerId: desk.officerId } as const;
	return changed(change(hall, ticket, event, desk, at, ask.after));
}

/** Everyone who could be next: of each line only the first who is not at a desk, and the first of those with a priority. */
function candidates(hall: Hall, counter: Counter, day: Day): readonly Place[] {
	const fronts = counter.queues.flatMap((queue) => [
		...hall.rows.front(queue, day),
		...(counter.priority ? hall.rows.frontPreferred(queue, day) : []),
	]);
	return [...hall.rows.atDesks(), ...new Map(fronts.map((place) => [place.id, place])).values()];
}
