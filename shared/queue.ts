// Who is next. A line is sorted by the moment each ticket counts as having come (joinedAt less its head start), then id.
// One number holds strict priority (a head start of a day), ageing (nobody who has waited longer than the head start
// can be overtaken, so no one starves) and continuing visits; an officer can say it aloud: "dihitung datang lebih awal".
// Only a priority counter takes such visitors first, whoever came when: a hall keeps an ordinary counter open beside it.

import type { CounterNumber, Instant, QueueId, VisitId } from './id.ts';
import type { Ticket } from './ticket.ts';

/** What the line looks at; a ticket has it and more. */
export type Place = Pick<
	Ticket,
	'id' | 'visitId' | 'queueId' | 'state' | 'joinedAt' | 'headStart' | 'headStartMs' | 'counter'
>;

export const countsFrom = (ticket: Place): Instant => ticket.joinedAt - ticket.headStartMs;

const byPlace = (a: Place, b: Place): number => countsFrom(a) - countsFrom(b) || a.id - b.id;

const hasPriority = (ticket: Pick<Place, 'headStart'>): boolean =>
	ticket.headStart !== null && ticket.headStart !== 'continuing';

/** The waiting tickets of these queues in the order in which they will be called. */
export const line = <P extends Place>(tickets: readonly P[], queues: readonly QueueId[]): readonly P[] =>
	tickets.filter((ticket) => ticket.state === 'waiting' && queues.includes(ticket.queueId)).sort(byPlace);

/** Where each visit is just now: a person called or served at one counter is passed over by all others. */
export const whereabouts = (tickets: readonly Place[]): ReadonlyMap<VisitId, CounterNumber | null> =>
	new Map(
		tickets
			.filter((ticket) => ticket.state === 'called' || ticket.state === 'serving')
			.map((ticket) => [ticket.visitId, ticket.counter]),
	);

export interface Desk {
	/** In the order in which this desk helps. */
	readonly queues: readonly QueueId[];
	/** Takes visitors with a priority before all others of the same queue; one who continues from another desk has none. */
	readonly priority: boolean;
}

/**
 * The ticket a desk calls next, or null when nobody can be called.
 * A desk works off its own queue before it helps another; a person who is at another counter keeps the place and is passed over.
 */
export function next<P extends Place>(tickets: readonly P[], desk: Desk): P | null {
	const busy = whereabouts(tickets);
	for (const queue of desk.queues) {
		const free = line(tickets, [queue]).filter((ticket) => !busy.has(ticket.visitId));
		const preferred = desk.priority ? free.find(hasPriority) : undefined;
		const chosen = preferred ?? free[0];
		if (chosen) return chosen;
	}
	return null;
}

/** How many of the line are before this ticket; its length for one that is not in it. */
export function ahead(waiting: readonly Place[], ticket: Pick<Place, 'id'>): number {
	const place = waiting.findIndex((it) => it.id === ticket.id);
	return place === -1 ? waiting.length : place;
}
