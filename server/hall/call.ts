// The officer presses "Panggil berikutnya". One press, one call: it names the call it saw last, so a press that comes
// twice gets the same visitor, and two counters in the same tick get different ones.

import type { CallNextAsk, Changed, FinishAndCallAsk, FinishedAndCalled } from '../../shared/contract.ts';
import { type Day, dayOf } from '../../shared/day.ts';
import type { Counter } from '../../shared/hall.ts';
import { type Instant, START } from '../../shared/id.ts';
import { next, type Place } from '../../shared/queue.ts';
import type { Ticket, TicketEvent } from '../../shared/ticket.ts';
import type { Hall } from '../store/hall.ts';
import { atDesk, type Desk, lastCall, mustBeFree, ticketOfDesk } from './desk.ts';
import { change, pressed } from './record.ts';
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
	const ticket = chosenBy(hall, counter, at) ?? refuse({ code: 'line_empty' });
	return changed(change(hall, ticket, calledTo(desk), desk, at, ask.after));
}

/**
 * One key for the whole day: the visitor at the desk has been served, or did not come, and the next one is called. Where
 * nobody waits only the first happens. Refuses: another agency's ticket, a state that does not allow it, an old screen.
 */
export function finishAndCall(hall: Hall, ask: FinishAndCallAsk, desk: Desk, at: Instant): FinishedAndCalled {
	const { counter } = atDesk(hall, desk);
	const ticket = ticketOfDesk(hall, counter, ask.ticketId);
	const event: TicketEvent = ask.as === 'served' ? { kind: 'closed', as: 'served' } : { kind: 'missed' };
	const last = lastCall(hall, counter.number, at);
	if (ticket.rev !== ask.after) {
		const twin = pressed(hall, ticket, event.kind, ask.after, desk) ?? refuse({ code: 'stale' });
		const called = last?.ended?.rev === twin ? hall.rows.ticket(last.ticketId) : undefined;
		return { finished: changed(ticket), called: called ? changed(called) : null };
	}
	const finished = change(hall, ticket, event, desk, at, ask.after);
	const following = chosenBy(hall, counter, at);
	return {
		finished: changed(finished),
		called: following && changed(change(hall, following, calledTo(desk), desk, at, last?.rev ?? START, finished)),
	};
}

const calledTo = ({ counter, officerId }: Desk): TicketEvent => ({ kind: 'called', counter, officerId });

/** Whom this counter calls now; null: nobody waits who is not at a desk already. */
function chosenBy(hall: Hall, counter: Counter, at: Instant): Ticket | null {
	const chosen = next(candidates(hall, counter, dayOf(at, hall.catalogue().settings.timeZone)), counter);
	return (chosen && hall.rows.ticket(chosen.id)) ?? null;
}

/** Everyone who could be next: of each line only the first who is not at a desk, and the first of those with a priority. */
function candidates(hall: Hall, counter: Counter, day: Day): readonly Place[] {
	const fronts = counter.queues.flatMap((queue) => [
		...hall.rows.front(queue, day),
		...(counter.priority ? hall.rows.frontPreferred(queue, day) : []),
	]);
	return [...hall.rows.atDesks(), ...new Map(fronts.map((place) => [place.id, place])).values()];
}
