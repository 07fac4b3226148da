// The statements about places in the lines, prepared once: who stands where, who is first. Who is called is decided in
// shared/queue.ts and server/hall.

import { and, asc, count, eq, getTableColumns, inArray, isNotNull, lt, ne, notInArray, sql } from 'drizzle-orm';
import type { Day } from '../../shared/day.ts';
import type { CounterNumber, QueueId, TicketId, VisitId } from '../../shared/id.ts';
import type { Place } from '../../shared/queue.ts';
import type { Ticket } from '../../shared/ticket.ts';
import { openLineBook } from './line-book.ts';
import type { Tables } from './open.ts';
import { tickets } from './schema.ts';
import { placeholders, prepareWith } from './statement.ts';

export function prepareTicketRows(tables: Tables) {
	const p = sql.placeholder;
	const prepare = prepareWith(tables.$client);
	const place = {
		id: tickets.id,
		visitId: tickets.visitId,
		queueId: tickets.queueId,
		state: tickets.state,
		joinedAt: tickets.joinedAt,
		headStart: tickets.headStart,
		headStartMs: tickets.headStartMs,
		counter: tickets.counter,
	};
	// Written out as the partial indexes have them: with a bound value SQLite would not see that the index fits, and would
	// walk through every ticket of the past instead of the few that are open.
	const open = sql`${tickets.state} <> 'closed'`;
	const atDesk = sql`${tickets.state} in ('called', 'serving')`;
	const countsFrom = sql`(${tickets.joinedAt} - ${tickets.headStartMs})`;
	const inLine = and(open, eq(tickets.day, p('day')), eq(tickets.queueId, p('queueId')), eq(tickets.state, 'waiting'));
	// A visitor may stand in one line more than once: while at a desk, with all of these places.
	const nowhereElse = notInArray(
		tickets.visitId,
		tables.select({ visitId: tickets.visitId }).from(tickets).where(atDesk),
	);
	const withPriority = and(isNotNull(tickets.headStart), ne(tickets.headStart, 'continuing'));
	const st = {
		insertTicket: prepare(
			tables
				.insert(tickets)
				.values(placeholders(getTableColumns(tickets), 'id') as never)
				.returning({ id: tickets.id }),
		),
		updateTicket: prepare(
			tables
				.update(tickets)
				.set(placeholders(getTableColumns(tickets), 'id') as never)
				.where(eq(tickets.id, p('id'))),
		),
		ticket: prepare(
			tables
				.select()
				.from(tickets)
				.where(eq(tickets.id, p('id'))),
		),
		ticketsOfVisit: prepare(
			tables
				.select()
				.from(tickets)
				.where(eq(tickets.visitId, p('visitId')))
				.orderBy(asc(tickets.id)),
		),
		atCounter: prepare(
			tables
				.select()
				.from(tickets)
				.where(and(eq(tickets.counter, p('counter')), atDesk)),
		),
		ofVisitAtDesk: prepare(
			tables
				.select()
				.from(tickets)
				.where(and(eq(tickets.visitId, p('visitId')), atDesk)),
		),
		calledAtCounter: prepare(
			tables
				.select()
				.from(tickets)
				.where(and(eq(tickets.counter, p('counter')), eq(tickets.day, p('day')))),
		),
		/** All who are called or served anywhere: at most one a counter. */
		atDesks: prepare(
			tables
				.select({ ...place, number: tickets.number })
				.from(tickets)
				.where(atDesk),
		),
		front: prepare(
			tables.select(place).from(tickets).where(and(inLine, nowhereElse)).orderBy(countsFrom, tickets.id).limit(1),
		),
		frontPreferred: prepare(
			tables
				.select(place)
				.from(tickets)
				.where(and(inLine, nowhereElse, withPriority))
				.orderBy(countsFrom, tickets.id)
				.limit(1),
		),
		inLine: prepare(
			tables
				.select({
					id: tickets.id,
					day: tickets.day,
					queueId: tickets.queueId,
					state: tickets.state,
					joinedAt: tickets.joinedAt,
					headStartMs: tickets.headStartMs,
				})
				.from(tickets)
				.where(inLine)
				.orderBy(countsFrom, tickets.id),
		),
		line: prepare(tables.select().from(tickets).where(inLine).orderBy(countsFrom, tickets.id).limit(p('most'))),
		aside: prepare(
			tables
				.select()
				.from(tickets)
				.where(
					and(
						open,
						eq(tickets.day, p('day')),
						eq(tickets.queueId, p('queueId')),
						inArray(tickets.state, ['parked', 'missed']),
					),
				),
		),
		takenToday: prepare(
			tables
				.select({ numbers: count().as('numbers') })
				.from(tickets)
				.where(
					and(
						eq(tickets.day, p('day')),
						eq(tickets.queueId, p('queueId')),
						sql`ifnull(${tickets.outcome}, '') not in ('transferred', 'withdrawn')`,
					),
				),
		),
		openBefore: prepare(
			tables
				.select()
				.from(tickets)
				.where(and(open, lt(tickets.day, p('day')))),
		),
	};
	const book = openLineBook(tables.$client, (queueId, day) => st.inLine.all({ queueId, day }));
	return {
		insertTicket: (ticket: Omit<Ticket, 'id'>): TicketId => {
			book.writing();
			const { id } = st.insertTicket.get({ ...ticket }) as { id: TicketId };
			book.written({ ...ticket, id });
			return id;
		},
		updateTicket: (ticket: Ticket): void => {
			book.writing();
			st.updateTicket.run({ ...ticket });
			book.written(ticket);
		},
		ticket: (id: TicketId): Ticket | undefined => st.ticket.get({ id }),
		ticketsOfVisit: (visitId: VisitId): readonly Ticket[] => st.ticketsOfVisit.all({ visitId }),
		/** The one who is called to or served at this counter. */
		atCounter: (counter: CounterNumber): Ticket | undefined => st.atCounter.get({ counter }),
		/** The place in which this visitor is called or served, anywhere. */
		ofVisitAtDesk: (visitId: VisitId): Ticket | undefined => st.ofVisitAtDesk.get({ visitId }),
		/** Every ticket of the day that this counter called last. */
		calledAtCounter: (counter: CounterNumber, day: Day): readonly Ticket[] => st.calledAtCounter.all({ counter, day }),
		atDesks: (): readonly (Place & Pick<Ticket, 'number'>)[] => st.atDesks.all(),
		/** The first of a line, and of its visitors with a priority, who is at no desk: enough to decide who is next. */
		front: (queueId: QueueId, day: Day): readonly Place[] => st.front.all({ queueId, day }),
		frontPreferred: (queueId: QueueId, day: Day): readonly Place[] => st.frontPreferred.all({ queueId, day }),
		inLine: book.people,
		/** How many of the line count as having come at `moment` or earlier. */
		inLineBefore: book.before,
		line: (queueId: QueueId, day: Day, most: number): readonly Ticket[] => st.line.all({ queueId, day, most }),
		/** Parked or missed. */
		aside: (queueId: QueueId, day: Day): readonly Ticket[] => st.aside.all({ queueId, day }),
		/** Tickets of this queue today, without those that moved on unserved. */
		takenToday: (queueId: QueueId, day: Day): number => st.takenToday.get({ queueId, day })?.numbers ?? 0,
		/** Left over from earlier days. */
		openBefore: (day: Day): readonly Ticket[] => st.openBefore.all({ day }),
	};
}
