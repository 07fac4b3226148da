// What happens in a day: numbers, visits, tickets, the journal of it all, and what is learnt about waiting.

import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Day } from '../../../shared/day.ts';
import type { HeadStart } from '../../../shared/hall.ts';
import type { Sound } from '../../../shared/hearing.ts';
import type {
	AgencyId,
	CounterNumber,
	DeviceId,
	Instant,
	OfficerId,
	PrinterId,
	QueueId,
	Rev,
	RoomId,
	ServiceId,
	TicketId,
	VisitId,
} from '../../../shared/id.ts';
import type { PrinterState, SlipFault, SlipState } from '../../../shared/slip.ts';
import type { Outcome, ParkReason, State, TicketEvent } from '../../../shared/ticket.ts';
import { flag } from './columns.ts';
import { devices, officers } from './people.ts';
import { agencies, counters, queues, services } from './setup.ts';

/** The last number of each prefix on each day. Numbers come from here alone: never count rows, never max + 1. */
export const sequences = sqliteTable(
	'sequences',
	{
		day: text().$type<Day>().notNull(),
		prefix: text().notNull(),
		last: integer().notNull(),
	},
	(t) => [primaryKey({ columns: [t.day, t.prefix] })],
);

/** One person here today, who holds one number. No name, no phone, nothing personal. */
export const visits = sqliteTable(
	'visits',
	{
		id: integer().$type<VisitId>().primaryKey(),
		day: text().$type<Day>().notNull(),
		number: text().notNull(),
		/** Self-declared category; shown to officers as a mark, in reports only as a sum. */
		headStart: text().$type<HeadStart>(),
		/** The unguessable part of the ticket page's address, 22 base64url characters. */
		token: text().notNull(),
		requestId: text().notNull(),
		deviceId: integer()
			.$type<DeviceId>()
			.references(() => devices.id),
		createdAt: integer().$type<Instant>().notNull(),
		/** The room out of sight of the boards where this visitor said to wait; its screen repeats the calls. */
		waitsIn: text().$type<RoomId>(),
	},
	(t) => [
		uniqueIndex('visits_number').on(t.day, t.number),
		uniqueIndex('visits_request').on(t.requestId),
		uniqueIndex('visits_token').on(t.token),
	],
);

/** One place in one line: shared/ticket.ts says what each column means and how it may change. */
export const tickets = sqliteTable(
	'tickets',
	{
		id: integer().$type<TicketId>().primaryKey(),
		visitId: integer()
			.$type<VisitId>()
			.notNull()
			.references(() => visits.id),
		day: text().$type<Day>().notNull(),
		number: text().notNull(),
		agencyId: text()
			.$type<AgencyId>()
			.notNull()
			.references(() => agencies.id),
		queueId: text()
			.$type<QueueId>()
			.notNull()
			.references(() => queues.id),
		serviceId: text()
			.$type<ServiceId>()
			.notNull()
			.references(() => services.id),
		headStart: text().$type<HeadStart>(),
		headStartMs: integer().notNull(),
		state: text().$type<State>().notNull(),
		outcome: text().$type<Outcome>(),
		issuedAt: integer().$type<Instant>().notNull(),
		joinedAt: integer().$type<Instant>().notNull(),
		toldWaitMs: integer(),
		firstCalledAt: integer().$type<Instant>(),
		calledAt: integer().$type<Instant>(),
		walkedMs: integer(),
		calls: integer().notNull(),
		startedAt: integer().$type<Instant>(),
		parkedAt: integer().$type<Instant>(),
		parkedMs: integer().notNull(),
		parkReason: text().$type<ParkReason>(),
		missedAt: integer().$type<Instant>(),
		closedAt: integer().$type<Instant>(),
		deskSince: integer().$type<Instant>(),
		deskMs: integer().notNull(),
		counter: integer()
			.$type<CounterNumber>()
			.references(() => counters.number),
		officerId: integer()
			.$type<OfficerId>()
			.references(() => officers.id),
		fromTicket: integer().$type<TicketId>(),
		rev: integer().$type<Rev>().notNull(),
	},
	(t) => [
		uniqueIndex('tickets_one_at_a_counter').on(t.counter).where(sql`${t.state} in ('called', 'serving')`),
		uniqueIndex('tickets_one_place_at_a_time').on(t.visitId).where(sql`${t.state} in ('called', 'serving')`),
		// Every line in the order of shared/queue.ts, who is set aside, and what an earlier day left open: one small index.
		index('tickets_open')
			.on(t.day, t.queueId, t.state, sql`(${t.joinedAt} - ${t.headStartMs})`, t.id)
			.where(sql`${t.state} <> 'closed'`),
		index('tickets_visit').on(t.visitId),
		index('tickets_day').on(t.day, t.queueId),
		index('tickets_counter').on(t.counter, t.day).where(sql`${t.counter} is not null`),
		check('tickets_state', sql`${t.state} in ('waiting', 'called', 'serving', 'parked', 'missed', 'closed')`),
		check(
			'tickets_outcome',
			sql`(${t.state} = 'closed') = (${t.outcome} is not null) and (${t.outcome} is null or ${t.outcome} in ('served', 'no_show', 'transferred', 'cancelled', 'expired', 'withdrawn'))`,
		),
		check(
			'tickets_desk',
			sql`${t.state} not in ('called', 'serving') or (${t.counter} is not null and ${t.officerId} is not null)`,
		),
	],
);

export const JOURNAL_KINDS = [
	'issued',
	'called',
	'started',
	'parked',
	'missed',
	'released',
	'returned',
	'closed',
	'undone',
	'signed_on',
	'signed_off',
	'paused',
	'resumed',
	'hall_changed',
	'printed',
	'printer',
	'sound',
	'waits_in',
] as const;

export type JournalKind = (typeof JOURNAL_KINDS)[number];

/** What a journal row carries beside its columns. */
export type JournalDetail =
	/** A new ticket as it began; `ticket` is the row without its rev. */
	| { readonly issued: Readonly<Record<string, unknown>> }
	/**
	 * `after`: what the pressing screen had seen; `recall`: a repeat of a call; `ended`: what the same press did with the
	 * visitor who was at the desk before, taken back with this.
	 */
	| {
			readonly event: TicketEvent;
			readonly after: Rev | null;
			readonly recall: boolean;
			readonly ended?: { readonly ticketId: TicketId; readonly rev: Rev };
	  }
	/** `asked`: the rev that the screen named; of a transfer it is the new place's, while `undoes` is the old one's closing. */
	| { readonly undoes: Rev; readonly asked: Rev }
	| { readonly reason: string }
	/** `by`: who of the hall asked for it; null: it happened by itself, or the visitor did. */
	| { readonly slip: SlipState; readonly fault: SlipFault | null; readonly by: OfficerId | null }
	| { readonly sound: Sound }
	| { readonly printer: PrinterId; readonly state: PrinterState }
	| { readonly room: RoomId | null }
	| null;

/** Append-only (a trigger aborts update and delete). Its id is the `rev` of everything a screen is shown. */
export const journal = sqliteTable(
	'journal',
	{
		id: integer().$type<Rev>().primaryKey({ autoIncrement: true }),
		at: integer().$type<Instant>().notNull(),
		day: text().$type<Day>().notNull(),
		kind: text().$type<JournalKind>().notNull(),
		visitId: integer().$type<VisitId>(),
		ticketId: integer().$type<TicketId>(),
		queueId: text().$type<QueueId>(),
		counter: integer().$type<CounterNumber>(),
		officerId: integer().$type<OfficerId>(),
		deviceId: integer().$type<DeviceId>(),
		detail: text({ mode: 'json' }).$type<JournalDetail>(),
	},
	(t) => [
		index('journal_ticket').on(t.ticketId).where(sql`${t.ticketId} is not null`),
		index('journal_calls').on(t.day, t.id).where(sql`${t.kind} = 'called'`),
		index('journal_calls_of_counter').on(t.counter, t.day, t.id).where(sql`${t.kind} = 'called'`),
		index('journal_calls_of_queue').on(t.queueId, t.day, t.id).where(sql`${t.kind} = 'called'`),
		index('journal_officer').on(t.officerId, t.id).where(sql`${t.officerId} is not null`),
	],
);

/** What a queue's own past says about waiting; made anew each morning from the journal's tickets. */
export const waitModels = sqliteTable(
	'wait_models',
	{
		queueId: text()
			.$type<QueueId>()
			.notNull()
			.references(() => queues.id),
		/** Priority visitors wait differently and need a correction of their own. */
		priority: flag(),
		day: text().$type<Day>().notNull(),
		minutesPerCall: real().notNull(),
		low: real().notNull(),
		high: real().notNull(),
		samples: integer().notNull(),
	},
	(t) => [primaryKey({ columns: [t.queueId, t.priority] })],
);
