// The hall as it is set up: what a hall file says. Nothing is ever deleted here; what is gone is retired.

import { sql } from 'drizzle-orm';
import { check, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { MinuteOfDay } from '../../../shared/day.ts';
import type { AgencyKind, Completion, HallSettings, ServiceCategory } from '../../../shared/hall.ts';
import type { AgencyId, CounterNumber, QueueId, ServiceId, ZoneNumber } from '../../../shared/id.ts';
import { flag, retiredAt } from './columns.ts';

/** What a hall file says beyond what the program uses (sources, remarks): kept so that an export gives it back. */
export type Remarks = Readonly<Record<string, unknown>>;

const remarks = () => text({ mode: 'json' }).$type<Remarks>().notNull();

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
		/** Steps, as the service standard names them; empty: the hall has not written them down. */
		procedure: text({ mode: 'json' }).$type<readonly string[]>().notNull().default([]),
		/** Where to complain about this service; null: where one complains about the hall. */
		complaint: text(),
		/** Where it can be had without coming; null: only here. */
		online: text(),
		/** Other words by which people look for it. */
		keywords: text({ mode: 'json' }).$type<readonly string[]>().notNull().default([]),
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
