// Videos and pictures that boards show beside the calls. The file lies beside the database under the hash of its content;
// nothing is deleted here, what is gone is retired.

import { sql } from 'drizzle-orm';
import { check, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Instant, MediaId, OfficerId } from '../../../shared/id.ts';
import type { BoardMedia } from '../../../shared/views.ts';
import { retiredAt } from './columns.ts';
import { officers } from './people.ts';

export const media = sqliteTable(
	'media',
	{
		id: integer().$type<MediaId>().primaryKey(),
		/** As the file was called when it came. */
		name: text().notNull(),
		kind: text().$type<BoardMedia['kind']>().notNull(),
		/** SHA-256 of the content in hex, and the ending that its first bytes call for ("….mp4"). */
		file: text().notNull(),
		bytes: integer().notNull(),
		/** How long a picture stands. */
		seconds: integer().notNull(),
		position: integer().notNull(),
		addedAt: integer().$type<Instant>().notNull(),
		addedBy: integer()
			.$type<OfficerId>()
			.notNull()
			.references(() => officers.id),
		retiredAt: retiredAt(),
	},
	(t) => [
		uniqueIndex('media_file').on(t.file).where(sql`${t.retiredAt} is null`),
		check('media_kind', sql`${t.kind} in ('video', 'picture')`),
		check('media_seconds', sql`${t.seconds} between 3 and 600`),
	],
);
