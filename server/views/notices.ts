// What the lobby is told besides calls, just now: what the hall announces by the clock, and what it means to visitors that
// a desk pauses or closes.

import { openingHours } from '../../shared/availability.ts';
import { dayOf } from '../../shared/day.ts';
import type { Counter } from '../../shared/hall.ts';
import { type CounterNumber, type Instant, MINUTE, type QueueId, SECOND } from '../../shared/id.ts';
import { type DeskNotice, type DueNotice, dueNotices, noticeAddress } from '../../shared/notices.ts';
import type { NameClip } from '../../shared/speech.ts';
import { MOST_DESKS_NAMED, ownNoticeClip } from '../../shared/speech-notices.ts';
import type { BoardNotice } from '../../shared/views.ts';
import { words } from '../../shared/words/words.ts';
import type { Hall } from '../store/hall.ts';

/** Whether the hall has a recording of this. Only it knows that has the files. */
export type Recorded = (clip: NameClip) => boolean;

/** How long a pause or a closure is news. */
const NEWS_FOR = MINUTE;
/** Officers hand over a desk, or signed off by mistake: a desk that is open again within this never closed. */
const HANDOVER = 30 * SECOND;

const say = words.id.notices;

/** Oldest first. `counters`: those whose pauses concern this board. */
export const noticesNow = (
	hall: Hall,
	counters: readonly Counter[],
	recorded: Recorded,
	at: Instant,
): readonly BoardNotice[] =>
	[...scheduled(hall, recorded, at), ...ofDesks(hall, counters, at)].sort((a, b) => a.at - b.at);

function scheduled(hall: Hall, recorded: Recorded, at: Instant): readonly BoardNotice[] {
	const { settings, calendar } = hall.catalogue();
	return dueNotices(settings.board.notices, calendar(null), at).map((due) => ({
		key: due.key,
		at: due.at,
		kind: due.notice.kind,
		text: textOf(due, words.id.common.time.clock(due.closes, settings.timeZone)),
		sound: soundOf(due, recorded),
	}));
}

function textOf({ notice }: DueNotice, closes: string): string {
	switch (notice.kind) {
		case 'closing':
			return say.closing(closes);
		case 'prayer':
		case 'gratification':
			return say[notice.kind];
		case 'own':
			return notice.text;
	}
}

function soundOf({ notice: { kind, id } }: DueNotice, recorded: Recorded): string | null {
	if (kind !== 'own') return noticeAddress({ kind });
	return recorded(ownNoticeClip(id)) ? noticeAddress({ kind, id }) : null;
}

interface Left {
	readonly counter: Counter;
	readonly kind: DeskNotice['kind'];
	readonly at: Instant;
}

function ofDesks(hall: Hall, counters: readonly Counter[], at: Instant): readonly BoardNotice[] {
	const catalogue = hall.catalogue();
	const { settings } = catalogue;
	const { opens, closes } = openingHours(catalogue.calendar(null), at);
	if (opens === null || closes === null) return [];
	const day = dayOf(at, settings.timeZone);
	const shifts = new Map(hall.rows.openShifts().map((it) => [it.counter, it]));
	const ended = new Map(
		hall.rows.shiftsEnded(day, at - NEWS_FOR - HANDOVER).map((it) => [it.counter, it.endedAt + HANDOVER]),
	);
	const left = counters.flatMap((counter): readonly Left[] => {
		const shift = shifts.get(counter.number);
		if (shift) return shift.pausedAt === null ? [] : [{ counter, kind: 'break', at: shift.pausedAt }];
		const since = ended.get(counter.number);
		return since === undefined ? [] : [{ counter, kind: 'closed', at: since }];
	});
	const serves = (queue: QueueId, except: CounterNumber): readonly CounterNumber[] =>
		catalogue
			.countersOf(queue)
			.map((it) => it.number)
			.filter((it) => it !== except && shifts.get(it)?.pausedAt === null);
	return left
		.filter((it) => it.at <= at && at < it.at + NEWS_FOR && opens <= it.at && it.at < closes)
		.flatMap(({ counter: { number: counter, queues }, kind, at: since }) => {
			const queue = queues[0] && catalogue.queue(queues[0]);
			if (!queue) return [];
			const elsewhere = serves(queue.id, counter).slice(0, MOST_DESKS_NAMED + 1);
			const notice: DeskNotice = { kind, counter, prefix: queue.prefix, elsewhere };
			// Where nobody waits for this line nobody needs to hear it.
			const aloud = settings.board.saysBreaks && hall.rows.inLine(queue.id, day) > 0;
			const sound = aloud ? noticeAddress(notice) : null;
			return [{ key: `${kind}-${counter}@${since}`, at: since, kind, text: deskText(hall, notice), sound }];
		});
}

function deskText(hall: Hall, { kind, counter, prefix, elsewhere }: DeskNotice): string {
	const { desk } = hall.catalogue().settings.voice;
	const itself = say[kind](say.place(desk, [counter]));
	if (elsewhere.length === 0) return `${itself} ${say.stillValid(prefix)}`;
	const places = elsewhere.length > MOST_DESKS_NAMED ? say.otherPlaces(desk) : say.place(desk, elsewhere);
	return `${itself} ${say.servedAt(prefix, places)}`;
}
