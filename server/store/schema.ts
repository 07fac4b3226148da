// Every table of the hall. Rows say how things are now; `journal` says how they came to be so, and is never changed.
// What must never happen (two calls at one desk, one number twice) is refused by an index here, whatever the code does.

import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Day, MinuteOfDay } from '../../shared/day.ts';
import type { AgencyKind, Completion, HallSettings, HeadStart, ServiceCategory } from '../../shared/hall.ts';
import type {
	AgencyId,
	CounterNumber,
	DeviceId,
	Instant,
	OfficerId,
	QueueId,
	Rev,
	ServiceId,
	TicketId,
	VisitId,
	ZoneNumber,
} from '../../shared/id.ts';
import type { Outcome, ParkReason, State, TicketEvent } from '../../shared/ticket.ts';
import type { SlipFault, SlipState } from '../../shared/views.ts';
import type { WaitRange } from '../../shared/wait.ts';

/** What a hall file says beyond what the program uses (sources, remarks): kept so that an export gives it back. */
export type Remarks = Readonly<Record<string, unknown>>;
const remarks = () => text({ mode: 'json' }).$type<Remarks>().notNull();
const flag = () => integer({ mode: 'boolean' }).notNull();
/** Set when a later hall file no longer names it. Nothing is deleted: the past still points here. */
const retiredAt = () => integer().$type<Instant>();

export const settings = sqliteTable(
	'settings',
	{
		id: integer().primaryKey(),
		hall: text({ mode: 'json' }).$type<HallSettings>().notNull(),
		remarks: remarks(),
	},
	(t) => [check('settings_one_row', sql`${t.id} = 1`)],
);

export const zones = sqliteTable('zones', {
	number: integer().$type<ZoneNumber>().primaryKey(),
	name: text().notNull(),
	remarks: remarks(),
	retiredAt: retiredAt(),
});

export const agencies = sqliteTable('agencies', {
	id: text().$type<AgencyId>().primaryKey(),
	shortName: text().notNull(),
	name: text().notNull(),
	kind: text().$type<AgencyKind>().notNull(),
	zone: integer()
		.$type<ZoneNumber>()
		.notNull()
		.references(() => zones.number),
	position: integer().notNull(),
	days: text({ mode: 'json' }).$type<readonly number[]>(),
	dailyQuota: integer(),
	lastIntake: integer().$type<MinuteOfDay>(),
	remarks: remarks(),
	retiredAt: retiredAt(),
});

export const queues = sqliteTable(
	'queues',
	{
		id: text().$type<QueueId>().primaryKey(),
		agencyId: text()
			.$type<AgencyId>()
			.notNull()
			.references(() => agencies.id),
		prefix: text().notNull(),
		name: text().notNull(),
		position: integer().notNull(),
		remarks: remarks(),
		retiredAt: retiredAt(),
	},
	(t) => [
		uniqueIndex('queues_prefix').on(t.prefix).where(sql`${t.retiredAt} is null`),
		check('queues_prefix_letters', sql`${t.prefix} glob '[A-Z]' or ${t.prefix} glob '[A-Z][A-Z]'`),
	],
);

export const services = sqliteTable(
	'services',
	{
		id: text().$type<ServiceId>().primaryKey(),
		agencyId: text()
			.$type<AgencyId>()
			.notNull()
			.references(() => agencies.id),
		queueId: text()
			.$type<QueueId>()
			.notNull()
			.references(() => queues.id),
		name: text().notNull(),
		category: text().$type<ServiceCategory>().notNull(),
		counterMinutes: integer().notNull(),
		completion: text({ mode: 'json' }).$type<Completion>(),
		requirements: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
		feeAmount: integer(),
		feeText: text().notNull(),
		product: text().notNull(),
		position: integer().notNull(),
		remarks: remarks(),
		retiredAt: retiredAt(),
	},
	(t) => [
		check('services_category', sql`${t.category} in ('permit', 'non_permit')`),
		check('services_minutes', sql`${t.counterMinutes} between 1 and 480`),
	],
);

export const counters = sqliteTable('counters', {
	number: integer().$type<CounterNumber>().primaryKey(),
	agencyId: text()
		.$type<AgencyId>()
		.notNull()
		.references(() => agencies.id),
	priority: flag(),
	note: text(),
	remarks: remarks(),
	retiredAt: retiredAt(),
});

export const counterQueues = sqliteTable(
	'counter_queues',
	{
		counter: integer()
			.$type<CounterNumber>()
			.notNull()
			.references(() => counters.number),
		queueId: text()
			.$type<QueueId>()
			.notNull()
			.references(() => queues.id),
		position: integer().notNull(),
	},
	(t) => [primaryKey({ columns: [t.counter, t.queueId] })],
);

export const officers = sqliteTable(
	'officers',
	{
		id: integer().$type<OfficerId>().primaryKey(),
		username: text().notNull(),
		name: text().notNull(),
		role: text().$type<'officer' | 'manager'>().notNull(),
		/** null for the hall's managers, who belong to no agency. */
		agencyId: text()
			.$type<AgencyId>()
			.references(() => agencies.id),
		/** Where this officer usually sits. */
		counter: integer()
			.$type<CounterNumber>()
			.references(() => counters.number),
		/** scrypt, with its parameters and salt in the text. */
		pinHash: text().notNull(),
		retiredAt: retiredAt(),
	},
	(t) => [
		uniqueIndex('officers_username').on(t.username),
		check(
			'officers_role',
			sql`(${t.role} = 'manager') = (${t.agencyId} is null) and ${t.role} in ('officer', 'manager')`,
		),
	],
);

/** Wrong PINs, per officer and screen: a guess at one desk must not lock the officer out at another. */
export const pinTries = sqliteTable(
	'pin_tries',
	{
		username: text().notNull(),
		device: text().notNull(),
		tries: integer().notNull(),
		since: integer().$type<Instant>().notNull(),
	},
	(t) => [primaryKey({ columns: [t.username, t.device] })],
);

export const devices = sqliteTable(
	'devices',
	{
		id: integer().$type<DeviceId>().primaryKey(),
		role: text().$type<'kiosk' | 'board' | 'console'>().notNull(),
		name: text().notNull(),
		/** A board of one zone, a console of one counter; null = not bound. */
		zone: integer()
			.$type<ZoneNumber>()
			.references(() => zones.number),
		counter: integer()
			.$type<CounterNumber>()
			.references(() => counters.number),
		/** SHA-256 of the 256-bit token in its cookie; null until it is paired. */
		tokenHash: text(),
		/** SHA-256 of the pairing code, and until when it may be typed. */
		codeHash: text(),
		codeUntil: integer().$type<Instant>(),
		createdAt: integer().$type<Instant>().notNull(),
		revokedAt: integer().$type<Instant>(),
	},
	(t) => [
		uniqueIndex('devices_token').on(t.tokenHash),
		check('devices_role', sql`${t.role} in ('kiosk', 'board', 'console')`),
	],
);

/** An officer at a counter. A shift, not a socket, keeps a counter open: a reload must not close it. */
export const shifts = sqliteTable(
	'shifts',
	{
		id: integer().primaryKey(),
		day: text().$type<Day>().notNull(),
		officerId: integer()
			.$type<OfficerId>()
			.notNull()
			.references(() => officers.id),
		counter: integer()
			.$type<CounterNumber>()
			.notNull()
			.references(() => counters.number),
		startedAt: integer().$type<Instant>().notNull(),
		pauseReason: text(),
		pausedAt: integer().$type<Instant>(),
		endedAt: integer().$type<Instant>(),
	},
	(t) => [
		uniqueIndex('shifts_counter').on(t.counter).where(sql`${t.endedAt} is null`),
		uniqueIndex('shifts_officer').on(t.officerId).where(sql`${t.endedAt} is null`),
		index('shifts_day').on(t.day),
		check('shifts_pause', sql`(${t.pauseReason} is null) = (${t.pausedAt} is null)`),
	],
);

export const sessions = sqliteTable(
	'sessions',
	{
		/** SHA-256 of the token that the browser holds. */
		tokenHash: text().primaryKey(),
		officerId: integer()
			.$type<OfficerId>()
			.notNull()
			.references(() => officers.id),
		/** The shift it was opened with; null for a manager. */
		shiftId: integer().references(() => shifts.id),
		createdAt: integer().$type<Instant>().notNull(),
		expiresAt: integer().$type<Instant>().notNull(),
		endedAt: integer().$type<Instant>(),
	},
	(t) => [index('sessions_officer').on(t.officerId)],
);

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
			sql`(${t.state} = 'closed') = (${t.outcome} is not null) and (${t.outcome} is null or ${t.outcome} in ('served', 'no_show', 'transferred', 'cancelled', 'expired'))`,
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
] as const;
export type JournalKind = (typeof JOURNAL_KINDS)[number];

/** What a journal row carries beside its columns. */
export type JournalDetail =
	/** A new ticket as it began; `ticket` is the row without its rev. */
	| { readonly issued: Readonly<Record<string, unknown>> }
	/** `after`: what the pressing screen had seen; `recall`: a repeat of a call. */
	| { readonly event: TicketEvent; readonly after: Rev | null; readonly recall: boolean }
	| { readonly undoes: Rev }
	| { readonly reason: string }
	| { readonly slip: SlipState; readonly fault: SlipFault | null }
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
		index('journal_calls_of_queue').on(t.queueId, t.day, t.id).where(sql`${t.kind} = 'called'`),
		index('journal_officer').on(t.officerId, t.id).where(sql`${t.officerId} is not null`),
	],
);

/** What stood true for the holder when the number was taken; printed so, even if the paper comes later. */
export interface SlipFacts {
	readonly places: readonly {
		readonly serviceId: ServiceId;
		readonly ahead: number;
		readonly wait: WaitRange | null;
	}[];
	/** The address in the QR code. */
	readonly address: string;
}

/** The outbox of the printers: written with the ticket, drained by the spooler, true across a crash. */
export const printJobs = sqliteTable(
	'print_jobs',
	{
		id: integer().primaryKey(),
		visitId: integer()
			.$type<VisitId>()
			.notNull()
			.references(() => visits.id),
		facts: text({ mode: 'json' }).$type<SlipFacts>().notNull(),
		/** A second slip of the same number says so. */
		reprint: flag(),
		state: text().$type<SlipState>().notNull(),
		fault: text().$type<SlipFault>(),
		tries: integer().notNull(),
		createdAt: integer().$type<Instant>().notNull(),
		/** When the first byte of the slip went out; a job with this set may have come out and is never resent by itself. */
		sentAt: integer().$type<Instant>(),
		doneAt: integer().$type<Instant>(),
	},
	(t) => [
		index('print_jobs_waiting').on(t.id).where(sql`${t.state} in ('queued', 'printing')`),
		index('print_jobs_visit').on(t.visitId),
		check('print_jobs_state', sql`${t.state} in ('queued', 'printing', 'printed', 'unconfirmed', 'failed')`),
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
