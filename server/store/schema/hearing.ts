// What each board made of each call: the three times of an announcement are the call's own (journal), and these two.

import { sql } from 'drizzle-orm';
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Silence } from '../../../shared/hearing.ts';
import type { DeviceId, Instant, Rev } from '../../../shared/id.ts';
import { journal } from './day.ts';
import { devices } from './people.ts';

export const hearings = sqliteTable(
	'hearings',
	{
		/** The call: its journal row. */
		rev: integer()
			.$type<Rev>()
			.notNull()
			.references(() => journal.id),
		deviceId: integer()
			.$type<DeviceId>()
			.notNull()
			.references(() => devices.id),
		shownAt: integer().$type<Instant>(),
		spokenAt: integer().$type<Instant>(),
		silence: text().$type<Silence>(),
	},
	(t) => [
		primaryKey({ columns: [t.rev, t.deviceId] }),
		check('hearings_either', sql`${t.spokenAt} is null or ${t.silence} is null`),
	],
);
