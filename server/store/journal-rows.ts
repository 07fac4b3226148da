// The statements about what happened, prepared once: the entries of a ticket, what is new, and the calls. What becomes an
// entry is decided in server/hall.

import { and, asc, desc, eq, getTableColumns, ne, sql } from 'drizzle-orm';
import type { Day } from '../../shared/day.ts';
import type { CounterNumber, OfficerId, QueueId, Rev, TicketId } from '../../shared/id.ts';
import type { Ticket, TicketEntry } from '../../shared/ticket.ts';
import type { Tables } from './open.ts';
import { journal, tickets, visits } from './schema.ts';
import { placeholders, prepareWith } from './statement.ts';
import type { Visit } from './visit-rows.ts';

export type JournalRow = typeof journal.$inferSelect;
export type NewJournalRow = Omit<JournalRow, 'id'>;
/** An entry about the hall itself: no ticket's, no counter's, nobody's doing. What it is about is added to it. */
export const OF_THE_HALL = {
	visitId: null,
	ticketId: null,
	queueId: null,
	counter: null,
	officerId: null,
	deviceId: null,
} as const;
/** A call, and the ticket that was called. */
export type CallRow = Pick<JournalRow, 'id' | 'at' | 'counter' | 'detail' | 'ticketId'> &
	Pick<Ticket, 'number' | 'agencyId' | 'state'> &
	Pick<Visit, 'waitsIn'>;
export type News = Pick<JournalRow, 'id' | 'kind' | 'queueId' | 'counter' | 'visitId'>;

/** More than there are counters in the largest hall: however many call at once, none is missed. */
const CALLS_OF_HALL = 64;
const CALLS_OF_LINE = 16;

export function prepareJournalRows(tables: Tables) {
	const p = sql.placeholder;
	const prepare = prepareWith(tables.$client);
	const call = {
		id: journal.id,
		at: journal.at,
		counter: journal.counter,
		detail: journal.detail,
		ticketId: journal.ticketId,
		number: tickets.number,
		agencyId: tickets.agencyId,
		state: tickets.state,
		waitsIn: visits.waitsIn,
	};
	// As the partial index has it, or SQLite would walk through the whole journal.
	const aCall = sql`${journal.kind} = 'called'`;
	const st = {
		insertJournal: prepare(
			tables
				.insert(journal)
				.values(placeholders(getTableColumns(journal), 'id') as never)
				.returning({ id: journal.id }),
		),
		lastRev: prepare(
			tables
				.select({ seq: sql<number>`seq`.as('seq') })
				.from(sql`sqlite_sequence`)
				.where(sql`name = 'journal'`),
		),
		journalRow: prepare(
			tables
				.select()
				.from(journal)
				.where(eq(journal.id, p('rev'))),
		),
		journalOfTicket: prepare(
			tables
				.select()
				.from(journal)
				.where(eq(journal.ticketId, p('ticketId')))
				.orderBy(asc(journal.id)),
		),
		newsAfter: prepare(
			tables
				.select({
					id: journal.id,
					kind: journal.kind,
					queueId: journal.queueId,
					counter: journal.counter,
					visitId: journal.visitId,
				})
				.from(journal)
				.where(sql`${journal.id} > ${p('rev')}`)
				.orderBy(asc(journal.id)),
		),
		lastCallAt: prepare(
			tables
				.select()
				.from(journal)
				.where(and(eq(journal.counter, p('counter')), eq(journal.day, p('day')), aCall))
				.orderBy(desc(journal.id))
				.limit(1),
		),
		lastOfOfficer: prepare(
			tables
				.select()
				.from(journal)
				.where(and(eq(journal.officerId, p('officerId')), sql`${journal.ticketId} is not null`))
				.orderBy(desc(journal.id))
				.limit(1),
		),
		callsOf: prepare(
			tables
				.select(call)
				.from(journal)
				.innerJoin(tickets, eq(tickets.id, journal.ticketId))
				.innerJoin(visits, eq(visits.id, tickets.visitId))
				.where(and(eq(journal.day, p('day')), aCall))
				.orderBy(desc(journal.id))
				.limit(CALLS_OF_HALL),
		),
		callsIn: prepare(
			tables
				.select(call)
				.from(journal)
				.innerJoin(tickets, eq(tickets.id, journal.ticketId))
				.innerJoin(visits, eq(visits.id, tickets.visitId))
				.where(and(eq(journal.queueId, p('queueId')), eq(journal.day, p('day')), aCall))
				.orderBy(desc(journal.id))
				.limit(CALLS_OF_LINE),
		),
		callOf: prepare(
			tables
				.select(call)
				.from(journal)
				.innerJoin(tickets, eq(tickets.id, journal.ticketId))
				.innerJoin(visits, eq(visits.id, tickets.visitId))
				.where(and(eq(journal.ticketId, p('ticketId')), eq(journal.day, p('day')), aCall))
				.orderBy(desc(journal.id))
				.limit(1),
		),
		lastCallIn: prepare(
			tables
				.select({ id: journal.id, number: tickets.number, state: tickets.state })
				.from(journal)
				.innerJoin(tickets, eq(tickets.id, journal.ticketId))
				.where(and(eq(journal.queueId, p('queueId')), eq(journal.day, p('day')), aCall, ne(tickets.state, 'waiting')))
				.orderBy(desc(journal.id))
				.limit(1),
		),
	};
	return {
		/** The id the next journal row will have: inside a transaction nobody else can take it. */
		lastRev: (): Rev => (st.lastRev.get({})?.seq ?? 0) as Rev,
		nextRev: (): Rev => ((st.lastRev.get({})?.seq ?? 0) + 1) as Rev,
		insertJournal: (row: NewJournalRow): Rev =>
			(st.insertJournal.get({ ...row, detail: row.detail === null ? null : JSON.stringify(row.detail) }) as { id: Rev })
				.id,
		journalOf: (ticketId: TicketId): readonly JournalRow[] => st.journalOfTicket.all({ ticketId }),
		journalRow: (rev: Rev): JournalRow | undefined => st.journalRow.get({ rev }),
		entriesOf: (ticketId: TicketId): readonly TicketEntry[] => st.journalOfTicket.all({ ticketId }).map(ticketEntry),
		/** What happened after `rev`, as far as it says whom to show it. */
		newsAfter: (rev: Rev): readonly News[] => st.newsAfter.all({ rev }),
		lastCallAt: (counter: CounterNumber, day: Day): JournalRow | undefined => st.lastCallAt.get({ counter, day }),
		lastOfOfficer: (officerId: OfficerId): JournalRow | undefined => st.lastOfOfficer.get({ officerId }),
		/** The newest calls of the day, newest first, each with its ticket as it is now: in the whole hall, or in one line. */
		callsOf: (day: Day): readonly CallRow[] => st.callsOf.all({ day }),
		/** The newest call of one ticket on that day. */
		callOf: (ticketId: TicketId, day: Day): CallRow | undefined => st.callOf.get({ ticketId, day }),
		callsIn: (queueId: QueueId, day: Day): readonly CallRow[] => st.callsIn.all({ queueId, day }),
		/** The newest call of a line today that was not taken back. */
		lastCallIn: (queueId: QueueId, day: Day): Pick<CallRow, 'id' | 'number' | 'state'> | undefined =>
			st.lastCallIn.get({ queueId, day }),
	};
}

/** A journal row about a ticket, as the rules read it. */
export function ticketEntry(row: JournalRow): TicketEntry {
	const { id: rev, at, officerId, detail } = row;
	if (detail && 'issued' in detail)
		return { rev, at, officerId, kind: 'issued', ticket: { ...(detail.issued as unknown as Ticket), rev } };
	if (detail && 'undoes' in detail) return { rev, at, officerId, kind: 'undone', undoes: detail.undoes };
	if (detail && 'event' in detail) return { rev, at, officerId, kind: detail.event.kind, event: detail.event };
	throw new Error(`journal row ${rev} (${row.kind}) says nothing about a ticket`);
}
