// The hall's videos and pictures as the manager sees them, and which files are the hall's at all. Reads only.

import { asc, count, eq, isNull } from 'drizzle-orm';
import type { Instant } from '../../shared/id.ts';
import type { MediaList } from '../../shared/media.ts';
import { mediaAddress } from '../store/catalogue.ts';
import type { Hall } from '../store/hall.ts';
import { media, officers } from '../store/schema.ts';

/** Everything that is shown, with who brought it. */
export const mediaList = (hall: Hall, at: Instant): MediaList => ({
	at,
	timeZone: hall.catalogue().settings.timeZone,
	media: hall.store.tables
		.select({ media, by: officers.name })
		.from(media)
		.innerJoin(officers, eq(officers.id, media.addedBy))
		.where(isNull(media.retiredAt))
		.orderBy(asc(media.position), asc(media.id))
		.all()
		.map(({ media: { id, name, kind, file, bytes, seconds, addedAt }, by }) => ({
			...{ id, name, kind, address: mediaAddress(file), bytes, seconds, addedAt, addedBy: by },
		})),
});

/** Whether this file is, or was, one of the hall's. */
export const isMediaFile = (hall: Hall, file: string): boolean =>
	(hall.store.tables.select({ rows: count() }).from(media).where(eq(media.file, file)).get()?.rows ?? 0) > 0;
