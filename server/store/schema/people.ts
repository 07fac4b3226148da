// Who may use the hall's screens: officers with their PINs, paired screens, shifts and sessions.

import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { BoardLayout } from '../../../shared/board.ts';
import type { Day } from '../../../shared/day.ts';
import type { Sound } from '../../../shared/hearing.ts';
import type { AgencyId, CounterNumber, DeviceId, Instant, OfficerId, ZoneNumber } from '../../../shared/id.ts';
import { retiredAt } from './columns.ts';
import { agencies, counters, zones } from './setup.ts';

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

/** `agent`: the print agent on the PC of a kiosk, for the printer that hangs there. */
export const DEVICE_ROLES = ['kiosk', 'board', 'console', 'agent'] as const;
export type DeviceRole = (typeof DEVICE_ROLES)[number];

export const devices = sqliteTable(
	'devices',
	{
		id: integer().$type<DeviceId>().primaryKey(),
		role: text().$type<DeviceRole>().notNull(),
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
		/** Of a board: how its sound stands, as it said last. */
		sound: text().$type<Sound>().notNull().default('unknown'),
		soundSince: integer().$type<Instant>(),
		/** Diagonal of a kiosk's panel in inches, so that its buttons are as large as fingers; null: nobody has said. */
		inches: real(),
		/** Of a board: how it is laid out; null: plainly, for its zone. */
		layout: text({ mode: 'json' }).$type<BoardLayout>(),
	},
	(t) => [
		uniqueIndex('devices_token').on(t.tokenHash),
		// Boards that cannot be heard: none, on a good day.
		index('devices_mute').on(t.id).where(sql`${t.sound} in ('locked', 'none', 'muted')`),
		check('devices_role', sql`${t.role} in ('kiosk', 'board', 'console', 'agent')`),
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
