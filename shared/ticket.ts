// A ticket is one place in one line. Its states, what may happen to it, and what it is afterwards; a ticket changes
// only through apply(). The journal holds the events, so folding them from the first gives the row again (replay).

import type { Day } from './day.ts';
import type { HeadStart } from './hall.ts';
import { UNDO_WINDOW } from './hall.ts';
import type { AgencyId, CounterNumber, Instant, OfficerId, QueueId, Rev, ServiceId, TicketId, VisitId } from './id.ts';
import type { Refusal } from './refusal.ts';

export const STATES = ['waiting', 'called', 'serving', 'parked', 'missed', 'closed'] as const;
export type State = (typeof STATES)[number];
/**
 * How a ticket ended. `transferred`: it moved to another line unserved and is counted there. `withdrawn`: the transfer
 * that made it was taken back within the undo window, so it is counted nowhere.
 */
export const OUTCOMES = ['served', 'no_show', 'transferred', 'cancelled', 'expired', 'withdrawn'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why a visitor is asked to step aside for a while. */
export const PARK_REASONS = ['documents', 'payment', 'copies', 'other'] as const;
export type ParkReason = (typeof PARK_REASONS)[number];

export interface Ticket {
	readonly id: TicketId;
	readonly visitId: VisitId;
	/** The business day it was issued on; kept when midnight passes. */
	readonly day: Day;
	/** The visit's number, as printed. */
	readonly number: string;
	readonly agencyId: AgencyId;
	readonly queueId: QueueId;
	readonly serviceId: ServiceId;
	readonly headStart: HeadStart;
	readonly headStartMs: number;
	readonly state: State;
	readonly outcome: Outcome | null;
	readonly issuedAt: Instant;
	/** Its place in the line; later than issuedAt for one who came back and joined anew. */
	readonly joinedAt: Instant;
	/** The wait that was told to the visitor, ms; null if none could be. The error of it corrects the next one. */
	readonly toldWaitMs: number | null;
	/** Waiting ends here, once and for all: issue to first call. */
	readonly firstCalledAt: Instant | null;
	/** The last call that was not a recall. */
	readonly calledAt: Instant | null;
	/** Walking, ms: from the call to the first start. */
	readonly walkedMs: number | null;
	/** Calls and recalls since it last waited. */
	readonly calls: number;
	/** First start. Service: from here to the end, net of parking. */
	readonly startedAt: Instant | null;
	/** Since when the service stands still: from parking until it is taken up again or ends, waiting and walking back included. */
	readonly parkedAt: Instant | null;
	readonly parkedMs: number;
	/** Only while parked. */
	readonly parkReason: ParkReason | null;
	readonly missedAt: Instant | null;
	readonly closedAt: Instant | null;
	/** Since when it holds a counter (called or served), and how long it has held one before, ms: the true cost of a number. */
	readonly deskSince: Instant | null;
	readonly deskMs: number;
	/** Who called it last. Kept after closing, for the reports. */
	readonly counter: CounterNumber | null;
	readonly officerId: OfficerId | null;
	/** The ticket of the same visit this one continues. */
	readonly fromTicket: TicketId | null;
	/** The journal id of its last change; a screen names it to say what it saw. */
	readonly rev: Rev;
}

/** What is known of a place when it is taken; everything else begins as the same for all. */
export type Beginning = Pick<
	Ticket,
	| 'visitId'
	| 'day'
	| 'number'
	| 'agencyId'
	| 'queueId'
	| 'serviceId'
	| 'headStart'
	| 'headStartMs'
	| 'issuedAt'
	| 'joinedAt'
	| 'toldWaitMs'
	| 'fromTicket'
>;
export const beginning = (known: Beginning): Omit<Ticket, 'id' | 'rev'> => ({
	...known,
	state: 'waiting',
	outcome: null,
	firstCalledAt: null,
	calledAt: null,
	walkedMs: null,
	calls: 0,
	startedAt: null,
	parkedAt: null,
	parkedMs: 0,
	parkReason: null,
	missedAt: null,
	closedAt: null,
	deskSince: null,
	deskMs: 0,
	counter: null,
	officerId: null,
});

/** What the desk (or the end of the day) does to a ticket. Everything apply() needs stands in the event, so replay needs nothing else. */
export type TicketEvent =
	/** First call, or recall when it is already called. */
	| { readonly kind: 'called'; readonly counter: CounterNumber; readonly officerId: OfficerId }
	| { readonly kind: 'started'; readonly counter: CounterNumber; readonly officerId: OfficerId }
	| { readonly kind: 'parked'; readonly reason: ParkReason }
	| { readonly kind: 'missed' }
	/** Called by mistake: waits again, keeps the place. */
	| { readonly kind: 'released' }
	/** Back from parked or missed; `joinedAt` as placeOnReturn() says. */
	| { readonly kind: 'returned'; readonly joinedAt: Instant }
	| { readonly kind: 'closed'; readonly as: Outcome };
export type EventKind = TicketEvent['kind'];

/** Which event may happen in which state; for `closed`, which outcomes. The whole life of a ticket is this table. */
const ALLOWED: Readonly<
	Record<State, { readonly [K in Exclude<EventKind, 'closed'>]?: true } & { readonly closed: readonly Outcome[] }>
> = {
	waiting: { called: true, closed: ['transferred', 'cancelled', 'expired', 'withdrawn'] },
	called: { called: true, started: true, missed: true, released: true, closed: ['cancelled', 'expired'] },
	serving: { parked: true, closed: ['served', 'transferred', 'expired'] },
	parked: { called: true, started: true, returned: true, closed: ['expired'] },
	missed: { called: true, returned: true, closed: ['no_show', 'expired'] },
	closed: { closed: [] },
};

/** Whether the event may happen now. The server enforces it, the console greys its buttons by it. */
export function can(state: State, event: { readonly kind: EventKind; readonly as?: Outcome }): Refusal | null {
	const row = ALLOWED[state];
	const allowed =
		event.kind === 'closed' ? event.as !== undefined && row.closed.includes(event.as) : row[event.kind] === true;
	return allowed ? null : { code: 'wrong_state' };
}

/** The place of one who comes back: within the grace a missed visitor keeps it, else joins now. */
export const placeOnReturn = (ticket: Ticket, at: Instant, graceMs: number): Instant =>
	ticket.state === 'missed' && ticket.missedAt !== null && at - ticket.missedAt <= graceMs ? ticket.joinedAt : at;

/** The ticket after the event. The caller has asked can() first; an event that cannot happen is a bug and throws. */
export function apply(ticket: Ticket, event: TicketEvent, at: Instant, rev: Rev): Ticket {
	if (can(ticket.state, event)) throw new Error(`a ${ticket.state} ticket cannot be ${event.kind}`);
	switch (event.kind) {
		case 'called': {
			const recall = ticket.state === 'called';
			return {
				...ticket,
				...BACK,
				...leavesDesk(ticket, at),
				state: 'called',
				deskSince: at,
				counter: event.counter,
				officerId: event.officerId,
				firstCalledAt: ticket.firstCalledAt ?? at,
				calledAt: recall ? ticket.calledAt : at,
				calls: ticket.calls + 1,
				rev,
			};
		}
		case 'started':
			return {
				...ticket,
				...BACK,
				...goesOn(ticket, at),
				...leavesDesk(ticket, at),
				state: 'serving',
				deskSince: at,
				counter: event.counter,
				officerId: event.officerId,
				startedAt: ticket.startedAt ?? at,
				walkedMs: ticket.startedAt === null ? span(ticket.calledAt, at) : ticket.walkedMs,
				rev,
			};
		case 'parked':
			return { ...ticket, ...leavesDesk(ticket, at), state: 'parked', parkedAt: at, parkReason: event.reason, rev };
		case 'missed':
			return { ...ticket, ...leavesDesk(ticket, at), state: 'missed', missedAt: at, rev };
		case 'released':
			return { ...ticket, ...leavesDesk(ticket, at), state: 'waiting', counter: null, officerId: null, calls: 0, rev };
		case 'returned':
			return {
				...ticket,
				...BACK,
				state: 'waiting',
				joinedAt: event.joinedAt,
				counter: null,
				officerId: null,
				calls: 0,
				rev,
			};
		case 'closed':
			return {
				...ticket,
				...BACK,
				...goesOn(ticket, at),
				...leavesDesk(ticket, at),
				state: 'closed',
				outcome: event.as,
				closedAt: at,
				rev,
			};
	}
}

/** What is over once a visitor who was set aside is back. */
const BACK = { parkReason: null, missedAt: null } as const;

/** The service goes on or ends: how long it stood still is summed, and taken off the service time. */
const goesOn = (ticket: Ticket, at: Instant): Pick<Ticket, 'parkedAt' | 'parkedMs'> => ({
	parkedAt: null,
	parkedMs: ticket.parkedMs + (span(ticket.parkedAt, at) ?? 0),
});

/** The time at a counter is summed whatever ends it: finding, waiting for and sending away a visitor costs it too. */
const leavesDesk = (ticket: Ticket, at: Instant): Pick<Ticket, 'deskSince' | 'deskMs'> => ({
	deskSince: null,
	deskMs: ticket.deskMs + (span(ticket.deskSince, at) ?? 0),
});

/** One line of the journal about a ticket. */
export type TicketEntry = { readonly rev: Rev; readonly at: Instant; readonly officerId: OfficerId | null } & (
	| { readonly kind: 'issued'; readonly ticket: Ticket }
	| { readonly kind: EventKind; readonly event: TicketEvent }
	/** Takes back the entry `undoes`; the row becomes what it was before that. */
	| { readonly kind: 'undone'; readonly undoes: Rev }
);

/** The entries that still hold: an undone entry and its undoing both fall away. */
function standing(entries: readonly TicketEntry[]): readonly TicketEntry[] {
	const undone = new Set(entries.flatMap((entry) => (entry.kind === 'undone' ? [entry.undoes] : [])));
	return entries.filter((entry) => entry.kind !== 'undone' && !undone.has(entry.rev));
}

/** The row that the journal of one ticket (in order of rev) says. Its rev is that of the last entry, undone or not. */
export function replay(entries: readonly TicketEntry[]): Ticket {
	let ticket: Ticket | null = null;
	for (const entry of standing(entries)) {
		if (entry.kind === 'issued') ticket = entry.ticket;
		else if (ticket && 'event' in entry) ticket = apply(ticket, entry.event, entry.at, entry.rev);
	}
	const last = entries.at(-1);
	if (!ticket || !last) throw new Error('a journal must begin with an issued ticket');
	return { ...ticket, rev: last.rev };
}

/** The entry that an undo would take back: the last standing one, if the same officer made it within UNDO_WINDOW. */
export function undoable(
	entries: readonly TicketEntry[],
	officerId: OfficerId,
	at: Instant,
): { readonly undoes: Rev } | Refusal {
	const last = standing(entries).at(-1);
	if (!last || last.kind === 'issued') return { code: 'nothing_to_undo' };
	if (last.officerId !== officerId) return { code: 'not_your_ticket' };
	if (at - last.at > UNDO_WINDOW) return { code: 'undo_too_late' };
	return { undoes: last.rev };
}

/** The row as it was before entry `undoes`, carrying the rev of the undoing. */
export function undone(entries: readonly TicketEntry[], undoes: Rev, rev: Rev): Ticket {
	return { ...replay(entries.filter((entry) => entry.rev !== undoes)), rev };
}

/** Waiting, walking (`walkedMs`) and service are three different times; ms, or null while unknown. A clock that was set back makes none negative. */
export const waitMs = (ticket: Ticket): number | null => span(ticket.issuedAt, ticket.firstCalledAt);
export const serviceMs = (ticket: Ticket): number | null => {
	const whole = span(ticket.startedAt, ticket.closedAt);
	return whole === null ? null : Math.max(0, whole - ticket.parkedMs);
};
const span = (from: Instant | null, to: Instant | null): number | null =>
	from === null || to === null ? null : Math.max(0, to - from);
