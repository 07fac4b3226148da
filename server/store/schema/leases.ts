// Numbers that are lent to a kiosk for the time when it cannot ask: each becomes a visit, or is recorded as never given.

import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Day } from '../../../shared/day.ts';
import type { DeviceId, Instant, LeaseId, QueueId } from '../../../shared/id.ts';
import type { LeaseEnd } from '../../../shared/lease.ts';
import { devices } from './people.ts';
import { queues } from './setup.ts';

export const leases = sqliteTable(
	'leases',
	{
		id: integer().$type<LeaseId>().primaryKey(),
		deviceId: integer()
			.$type<DeviceId>()
			.notNull()
			.references(() => devices.id),
		day: text().$type<Day>().notNull(),
		queueId: text()
			.$type<QueueId>()
			.notNull()
			.references(() => queues.id),
		prefix: text().notNull(),
		/** The counts of its numbers, both included. */
		first: integer().notNull(),
		last: integer().notNull(),
		grantedAt: integer().$type<Instant>().notNull(),
		/** When nothing more could come of it, and how that was known; null while the kiosk may still give from it. */
		endedAt: integer().$type<Instant>(),
		end: text().$type<LeaseEnd>(),
	},
	(t) => [
		index('leases_open').on(t.deviceId, t.day).where(sql`${t.endedAt} is null`),
		index('leases_day').on(t.day),
		check('leases_counts', sql`${t.first} <= ${t.last}`),
		check(
			'leases_end',
			sql`(${t.endedAt} is null) = (${t.end} is null) and (${t.end} is null or ${t.end} in ('used', 'returned', 'lost'))`,
		),
	],
);
