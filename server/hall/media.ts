// Which videos and pictures the boards show, and in which order. What is taken away can be brought back for a day; only then
// may its file go.

import { and, asc, desc, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import type { BoardChange } from '../../shared/board.ts';
import { dayOf } from '../../shared/day.ts';
import type { Instant, MediaId, OfficerId } from '../../shared/id.ts';
import { type MediaChange, MOST_MEDIA, RESTORED_WITHIN, SECONDS } from '../../shared/media.ts';
import type { Hall } from '../store/hall.ts';
import { OF_THE_HALL } from '../store/journal-rows.ts';
import { media } from '../store/schema.ts';
import { refuse } from './refused.ts';

type MediaRow = typeof media.$inferSelect;
/** A file that lies whole on the disk. */
export type NewMedia = Pick<MediaRow, 'name' | 'kind' | 'file' | 'bytes'>;

const shown = isNull(media.retiredAt);

/** Boards are shown the change at once. */
function tell(hall: Hall, reason: BoardChange, by: OfficerId, at: Instant): void {
	const day = dayOf(at, hall.catalogue().settings.timeZone);
	hall.rows.insertJournal({ ...OF_THE_HALL, at, day, kind: 'hall_changed', officerId: by, detail: { reason } });
}

const inOrder = (hall: Hall): readonly MediaRow[] =>
	hall.store.tables.select().from(media).where(shown).orderBy(asc(media.position), asc(media.id)).all();

function mayBeMore(hall: Hall, file: string): void {
	const all = inOrder(hall);
	if (all.some((it) => it.file === file)) refuse({ code: 'media', fault: 'known' });
	if (all.length >= MOST_MEDIA) refuse({ code: 'media', fault: 'full' });
}

/** After all others. */
const lastPlace = (hall: Hall): number =>
	(hall.store.tables.select().from(media).where(shown).orderBy(desc(media.position)).limit(1).get()?.position ?? 0) + 1;

/** Refuses a file that is shown already, and one more than there may be. */
export function addMedia(hall: Hall, added: NewMedia, by: OfficerId, at: Instant): MediaId {
	mayBeMore(hall, added.file);
	const row = { ...added, seconds: SECONDS.usual, position: lastPlace(hall), addedAt: at, addedBy: by };
	const { id } = hall.store.tables.insert(media).values(row).returning({ id: media.id }).get();
	tell(hall, 'media added', by, at);
	return id;
}

/** How long it stands, and its place in the order. */
export function changeMedia(
	hall: Hall,
	id: MediaId,
	{ seconds, position }: MediaChange,
	by: OfficerId,
	at: Instant,
): void {
	const all = inOrder(hall);
	const changed = all.find((it) => it.id === id) ?? refuse({ code: 'unknown', what: 'media' });
	const order = all.filter((it) => it !== changed);
	order.splice(position, 0, changed);
	for (const [place, it] of order.entries()) {
		const set = it === changed ? { position: place, seconds } : { position: place };
		hall.store.tables.update(media).set(set).where(eq(media.id, it.id)).run();
	}
	tell(hall, 'media changed', by, at);
}

export function retireMedia(hall: Hall, id: MediaId, by: OfficerId, at: Instant): void {
	const mine = and(eq(media.id, id), shown);
	const { changes } = hall.store.tables.update(media).set({ retiredAt: at }).where(mine).run();
	if (changes === 0) refuse({ code: 'unknown', what: 'media' });
	tell(hall, 'media removed', by, at);
}

/** To the place it had. Refuses what was taken away too long ago: its file may be gone. */
export function restoreMedia(hall: Hall, id: MediaId, by: OfficerId, at: Instant): void {
	const mine = and(eq(media.id, id), isNotNull(media.retiredAt), gt(media.retiredAt, at - RESTORED_WITHIN));
	const row = hall.store.tables.select().from(media).where(mine).get() ?? refuse({ code: 'unknown', what: 'media' });
	mayBeMore(hall, row.file);
	hall.store.tables.update(media).set({ retiredAt: null }).where(eq(media.id, id)).run();
	tell(hall, 'media restored', by, at);
}

/**
 * Files that no board shows and nobody can bring back any more. One without a row is not among them: the database may be
 * an older one that was put back, and whoever looks for the video again finds it there.
 */
export function droppedFiles(hall: Hall, at: Instant): ReadonlySet<string> {
	const rows = hall.store.tables.select().from(media).all();
	const isNeeded = ({ retiredAt }: (typeof rows)[number]): boolean =>
		retiredAt === null || retiredAt > at - RESTORED_WITHIN;
	const needed = new Set(rows.filter(isNeeded).map((it) => it.file));
	return new Set(rows.map((it) => it.file).filter((it) => !needed.has(it)));
}
