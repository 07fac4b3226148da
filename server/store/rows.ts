// The statements that run on every press, prepared once (a built query costs 24 µs, a prepared one 2; see statement.ts).
// Reads and writes of single rows only; what may be written is decided in server/hall.

import {
	and,
	asc,
	count,
	desc,
	eq,
	getTableColumns,
	inArray,
	isNotNull,
	isNull,
	lt,
	ne,
	notInArray,
	type SQL,
	sql,
} from 'drizzle-orm';
import type { BoardLayout } from '../../shared/board.ts';
import type { Day } from '../../shared/day.ts';
import type { Sound } from '../../shared/hearing.ts';
import type { CounterNumber, DeviceId, Instant, OfficerId, QueueId, Rev, TicketId, VisitId } from '../../shared/id.ts';
import type { Place } from '../../shared/queue.ts';
import type { Ticket, TicketEntry } from '../../shared/ticket.ts';
import { openLineBook } from './line-book.ts';
import type { Tables } from './open.ts';
import { devices, hearings, journal, sequences, shifts, tickets, visits, waitModels } from './schema.ts';
import { prepareWith } from './statement.ts';

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
export type Visit = typeof visits.$inferSelect;
export type Shift = typeof shifts.$inferSelect;
export type Device = typeof devices.$inferSelect;
/** A board's word on a call, with its name. */
export type HearingRow = Pick<typeof hearings.$inferSelect, 'spokenAt' | 'silence'> & {
	readonly id: DeviceId;
	readonly board: string;
};
export type WaitModelRow = typeof waitModels.$inferSelect;

/** `{ state: placeholder('state'), … }` for every column of a table but its key. */
export function placeholders<Row extends Record<string, unknown>>(
	columns: Row,
	without: keyof Row & string,
): Record<string, SQL> {
	const names = Object.keys(columns).filter((name) => name !== without);
	return Object.fromEntries(names.map((name) => [name, sql`${sql.placeholder(name)}`]));
}

/** More than there are counters in the largest hall: however many call at once, none is missed. */
const CALLS_OF_HALL = 64;
const CALLS_OF_LINE = 16;

export function prepareRows(tables: Tables) {
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
	// Written out as the partial indexes have them: with a bound value SQLite would not see that the index fits, and would
	// walk through every ticket of the past instead of the few that are open.
	const open = sql`${tickets.state} <> 'closed'`;
	const atDesk = sql`${tickets.state} in ('called', 'serving')`;
	const aCall = sql`${journal.kind} = 'called'`;
	const countsFrom = sql`(${tickets.joinedAt} - ${tickets.headStartMs})`;
	const inLine = and(open, eq(tickets.day, p('day')), eq(tickets.queueId, p('queueId')), eq(tickets.state, 'waiting'));
	// A visitor may stand in one line more than once: while at a desk, with all of these places.
	const nowhereElse = notInArray(
		tickets.visitId,
		tables.select({ visitId: tickets.visitId }).from(tickets).where(atDesk),
	);
	const withPriority = and(isNotNull(tickets.headStart), ne(tickets.headStart, 'continuing'));
	const st = {
		sequence: prepare(
			tables
				.insert(sequences)
				.values({ day: p('day'), prefix: p('prefix'), last: 1 })
				.onConflictDoUpdate({ target: [sequences.day, sequences.prefix], set: { last: sql`${sequences.last} + 1` } })
				.returning({ last: sequences.last }),
		),
		sequenceNow: prepare(
			tables
				.select({ last: sequences.last })
				.from(sequences)
				.where(and(eq(sequences.day, p('day')), eq(sequences.prefix, p('prefix')))),
		),
		visitByRequest: prepare(
			tables
				.select()
				.from(visits)
				.where(eq(visits.requestId, p('requestId'))),
		),
		visitByToken: prepare(
			tables
				.select()
				.from(visits)
				.where(eq(visits.token, p('token'))),
		),
		visitByNumber: prepare(
			tables
				.select()
				.from(visits)
				.where(and(eq(visits.day, p('day')), eq(visits.number, p('number')))),
		),
		visitById: prepare(
			tables
				.select()
				.from(visits)
				.where(eq(visits.id, p('id'))),
		),
		insertVisit: prepare(
			tables
				.insert(visits)
				.values(placeholders(getTableColumns(visits), 'id') as never)
				.returning({ id: visits.id }),
		),
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
		hearingsOf: prepare(
			tables
				.select({
					id: devices.id,
					spokenAt: hearings.spokenAt,
					silence: hearings.silence,
					board: sql<string>`${devices.name}`.as('board'),
				})
				.from(hearings)
				.innerJoin(devices, eq(devices.id, hearings.deviceId))
				.where(eq(hearings.rev, p('rev'))),
		),
		muteBoards: prepare(
			tables
				.select({ id: devices.id, board: sql<string>`${devices.name}`.as('board'), sound: devices.sound })
				.from(devices)
				.where(
					and(
						eq(devices.role, 'board'),
						isNull(devices.revokedAt),
						isNotNull(devices.tokenHash),
						// Written as the partial index has it, or SQLite reads every device.
						sql`${devices.sound} in ('locked', 'none', 'muted')`,
					),
				),
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
		shiftAt: prepare(
			tables
				.select()
				.from(shifts)
				.where(and(eq(shifts.counter, p('counter')), isNull(shifts.endedAt))),
		),
		presence: prepare(
			tables
				.select({
					counters: sql<string | null>`group_concat(iif(paused_at is null, '', '-') || counter)`.as('counters'),
				})
				.from(shifts)
				.where(isNull(shifts.endedAt)),
		),
		openShifts: prepare(tables.select().from(shifts).where(isNull(shifts.endedAt))),
		shiftsEnded: prepare(
			tables
				.select({ counter: shifts.counter, endedAt: sql<Instant>`${shifts.endedAt}`.as('endedAt') })
				.from(shifts)
				.where(and(eq(shifts.day, p('day')), sql`${shifts.endedAt} > ${p('after')}`))
				.orderBy(asc(shifts.id)),
		),
		deviceByToken: prepare(
			tables
				.select()
				.from(devices)
				.where(and(eq(devices.tokenHash, p('tokenHash')), isNull(devices.revokedAt))),
		),
		layoutOf: prepare(
			tables
				.select({ layout: devices.layout })
				.from(devices)
				.where(eq(devices.id, p('device'))),
		),
		waitModels: prepare(tables.select().from(waitModels)),
	};
	const book = openLineBook(tables.$client, (queueId, day) => st.inLine.all({ queueId, day }));
	const together = tables.$client.transaction((read: () => unknown) => read());
	return {
		/** Many reads as of one moment; and one lock for all of them, where each alone would take its own. */
		together: <Result>(read: () => Result): Result => together.deferred(read) as Result,
		/** The next number of the prefix today; never given twice, whatever else happens in this transaction. */
		nextInSequence: (day: Day, prefix: string): number => {
			const row = st.sequence.get({ day, prefix });
			if (!row) throw new Error('the sequence gave no number');
			return row.last;
		},
		/** How far the series has come today. */
		sequenceNow: (day: Day, prefix: string): number => st.sequenceNow.get({ day, prefix })?.last ?? 0,
		visitByRequest: (requestId: string): Visit | undefined => st.visitByRequest.get({ requestId }),
		visitByToken: (token: string): Visit | undefined => st.visitByToken.get({ token }),
		visitByNumber: (day: Day, number: string): Visit | undefined => st.visitByNumber.get({ day, number }),
		visit: (id: VisitId): Visit | undefined => st.visitById.get({ id }),
		insertVisit: (visit: Omit<Visit, 'id'>): VisitId => (st.insertVisit.get(visit) as { id: VisitId }).id,
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
		/** Changes when another process has written to the file; SQLite's own count. */
		dataVersion: (): number => Number(tables.$client.pragma('data_version', { simple: true })),
		/** The id the next journal row will have: inside a transaction nobody else can take it. */
		lastRev: (): Rev => (st.lastRev.get({})?.seq ?? 0) as Rev,
		nextRev: (): Rev => ((st.lastRev.get({})?.seq ?? 0) + 1) as Rev,
		insertJournal: (row: NewJournalRow): Rev =>
			(st.insertJournal.get({ ...row, detail: row.detail === null ? null : JSON.stringify(row.detail) }) as { id: Rev })
				.id,
		journalOf: (ticketId: TicketId): readonly JournalRow[] => st.journalOfTicket.all({ ticketId }),
		journalRow: (rev: Rev): JournalRow | undefined => st.journalRow.get({ rev }),
		/** What the boards made of this call. */
		hearingsOf: (rev: Rev): readonly HearingRow[] => st.hearingsOf.all({ rev }),
		/** Boards that said last that they cannot be heard. */
		muteBoards: (): readonly { readonly id: DeviceId; readonly board: string; readonly sound: Sound }[] =>
			st.muteBoards.all({}),
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
		/** Every staffed counter in one text, "1,2,-3": those on a break with a minus. Equal texts, equal presence. */
		presence: (): string => st.presence.get()?.counters ?? '',
		/** The shift that keeps this counter open. */
		shiftAt: (counter: CounterNumber): Shift | undefined => st.shiftAt.get({ counter }),
		openShifts: (): readonly Shift[] => st.openShifts.all(),
		/** Of that day, and over since `after`, in the order in which they began. */
		shiftsEnded: (
			day: Day,
			after: Instant,
		): readonly { readonly counter: CounterNumber; readonly endedAt: Instant }[] => st.shiftsEnded.all({ day, after }),
		/** The screen that holds this token, unless it was revoked. Asked with every request of a program. */
		deviceByToken: (tokenHash: string): Device | undefined => st.deviceByToken.get({ tokenHash }),
		/** How a board is laid out; null: plainly. */
		layoutOf: (device: DeviceId): BoardLayout | null => st.layoutOf.get({ device })?.layout ?? null,
		waitModels: (): readonly WaitModelRow[] => st.waitModels.all(),
	};
}
export type Rows = ReturnType<typeof prepareRows>;

/** A journal row about a ticket, as the rules read it. */
export function ticketEntry(row: JournalRow): TicketEntry {
	const { id: rev, at, officerId, detail } = row;
	if (detail && 'issued' in detail)
		return { rev, at, officerId, kind: 'issued', ticket: { ...(detail.issued as unknown as Ticket), rev } };
	if (detail && 'undoes' in detail) return { rev, at, officerId, kind: 'undone', undoes: detail.undoes };
	if (detail && 'event' in detail) return { rev, at, officerId, kind: detail.event.kind, event: detail.event };
	throw new Error(`journal row ${rev} (${row.kind}) says nothing about a ticket`);
}
