// The wall of boards: each with its layout, its sound, whether it is there, and when it was heard last; and what a board can
// be laid out for. Reads only.

import { and, desc, eq, gte, inArray, isNotNull, isNull, max, sql } from 'drizzle-orm';
import { BOARD_CHANGES, plainLayout } from '../../shared/board.ts';
import { type Day, dayOf } from '../../shared/day.ts';
import { type DeviceId, HOUR, type Instant } from '../../shared/id.ts';
import { ticketNumber } from '../../shared/number.ts';
import type { BoardWall } from '../../shared/views.ts';
import type { Hall } from '../store/hall.ts';
import { devices, hearings, journal, officers } from '../store/schema.ts';
import { toldApart } from './board-names.ts';

type Board = BoardWall['boards'][number];

/** `connected`: how many windows show a board now. Those that are there come first. */
export const boardWall = (hall: Hall, connected: (board: DeviceId) => number, at: Instant): BoardWall =>
	hall.rows.together(() => read(hall, connected, at));

function read(hall: Hall, connected: (board: DeviceId) => number, at: Instant): BoardWall {
	const { settings, zones, agencies, counters, queues, zone, agency } = hall.catalogue();
	const heard = heardToday(hall, dayOf(at, settings.timeZone));
	const rows = hall.store.tables
		.select()
		.from(devices)
		.where(and(eq(devices.role, 'board'), isNull(devices.revokedAt)))
		.all();
	const boards = toldApart(
		hall,
		rows.map((it) => ({ ...it, board: it.name })),
	).map((it): Board => {
		const windows = connected(it.id);
		const { spoken: lastSpoken = null, shown = null } = heard.words.get(it.id) ?? {};
		return {
			id: it.id,
			name: it.board,
			zone: it.zone === null ? null : { number: it.zone, name: zone(it.zone)?.name ?? '' },
			layout: it.layout ?? plainLayout(it.zone),
			sound: it.sound,
			soundSince: it.soundSince,
			connected: windows,
			// Its sound becomes unknown when its last window is closed; of one that is to be silent there is only what it showed.
			seenAt: windows > 0 ? at : Math.max(it.createdAt, it.soundSince ?? 0, lastSpoken ?? 0, shown ?? 0),
			lastSpoken,
			lastSilent: heard.silent.get(it.id) ?? null,
		};
	});
	return {
		at,
		timeZone: settings.timeZone,
		boards: boards.sort(
			(a, b) => Number(b.connected > 0) - Number(a.connected > 0) || a.name.localeCompare(b.name, 'id') || a.id - b.id,
		),
		changes: lastChanges(hall, at),
		signs: Math.max(0, ...queues.map((it) => ticketNumber(it.prefix, 1, settings.numberDigits).length)),
		choices: {
			zones: zones.map(({ number, name }) => ({ number, name })),
			agencies: agencies.map(({ id, name }) => ({ id, name })),
			counters: counters.map((it) => ({ number: it.number, agency: agency(it.agencyId)?.shortName ?? '' })),
			rooms: settings.board.rooms,
			desk: settings.voice.desk,
		},
	};
}

/** Of one manager within an hour; whoever reads them is told equal ones once. */
const MOST_CHANGES = 100;

/** Through the entries of each manager, who are few: the journal of a hall is long. */
function lastChanges(hall: Hall, at: Instant): BoardWall['changes'] {
	const { tables } = hall.store;
	const managers = tables.select().from(officers).where(eq(officers.role, 'manager')).all();
	const changes = managers
		.flatMap(({ id, name }) =>
			tables
				.select()
				.from(journal)
				.where(eq(journal.officerId, id))
				.orderBy(desc(journal.id))
				.limit(MOST_CHANGES)
				.all()
				.flatMap((entry) => {
					const { detail } = entry;
					const reason = entry.kind === 'hall_changed' && detail && 'reason' in detail ? detail.reason : null;
					// "voice recording id/tiga" is of the voice.
					const what = BOARD_CHANGES.find((it) => reason === it || reason?.startsWith(`${it} `));
					if (!what || entry.at <= at - HOUR) return [];
					return [{ rev: entry.id, at: entry.at, by: name, what, board: entry.deviceId }];
				}),
		)
		.sort((a, b) => b.rev - a.rev)
		.slice(0, MOST_CHANGES);
	const names = namesOf(
		hall,
		changes.flatMap((it) => it.board ?? []),
	);
	return changes.map(({ at: when, by, what, board }) => ({
		...{ at: when, by, what },
		board: board === null ? null : (names.get(board) ?? null),
	}));
}

/** Boards that were sent away have their names as well. */
function namesOf(hall: Hall, boards: readonly DeviceId[]): ReadonlyMap<DeviceId, string> {
	if (boards.length === 0) return new Map();
	const wanted = inArray(devices.id, [...new Set(boards)]);
	const rows = hall.store.tables.select({ id: devices.id, board: devices.name }).from(devices).where(wanted).all();
	return new Map(toldApart(hall, rows).map((it) => [it.id, it.board]));
}

interface HeardToday {
	readonly words: ReadonlyMap<DeviceId, { readonly spoken: Instant | null; readonly shown: Instant | null }>;
	readonly silent: ReadonlyMap<
		DeviceId,
		{ readonly why: NonNullable<Board['lastSilent']>['why']; readonly at: Instant }
	>;
}

/** From the day's first call on: its rows lie together, however many years there are. */
function heardToday(hall: Hall, day: Day): HeardToday {
	const { tables } = hall.store;
	const first = tables
		.select({ rev: journal.id })
		.from(journal)
		.where(and(eq(journal.day, day), sql`${journal.kind} = 'called'`))
		.orderBy(journal.id)
		.limit(1)
		.get();
	if (!first) return { words: new Map(), silent: new Map() };
	const since = gte(hearings.rev, first.rev);
	const words = tables
		.select({ board: hearings.deviceId, spoken: max(hearings.spokenAt), shown: max(hearings.shownAt) })
		.from(hearings)
		.where(since)
		.groupBy(hearings.deviceId)
		.all();
	// Beside a max() SQLite gives the other columns of that very row (lang_select.html, "bare columns").
	const silent = tables
		.select({ board: hearings.deviceId, rev: max(hearings.rev), why: hearings.silence, at: journal.at })
		.from(hearings)
		.innerJoin(journal, eq(journal.id, hearings.rev))
		.where(and(since, isNotNull(hearings.silence)))
		.groupBy(hearings.deviceId)
		.all();
	return {
		words: new Map(words.map(({ board, ...last }) => [board, last])),
		silent: new Map(silent.flatMap(({ board, why, at }) => (why === null ? [] : [[board, { why, at }]]))),
	};
}
