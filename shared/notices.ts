// What is announced besides calls: when a scheduled notice is due, and what a notice says aloud. A notice is due once, and
// only on a day and at an hour at which the hall is open: nobody is told to an empty hall that it closes.

import { type Calendar, openingHours } from './availability.ts';
import type { NoticeKind, ScheduledNotice } from './board.ts';
import { type Day, dayOf, instantOf, minuteOf, startOf, weekdayOf, writeMinute } from './day.ts';
import { type CounterNumber, type Instant, MINUTE } from './id.ts';

/** A board that learns of a notice later than this keeps silent; it is an announcement of that minute, no news. */
export const NOTICE_FRESH_FOR = 2 * MINUTE;

/** A desk that pauses or closes, and the open desks that still serve its line. */
export interface DeskNotice {
	readonly kind: 'break' | 'closed';
	readonly counter: CounterNumber;
	/** Of the desk's own line, its first. */
	readonly prefix: string;
	/** In the order of their numbers; none: visitors of this line wait. */
	readonly elsewhere: readonly CounterNumber[];
}

/** What can be said aloud: nothing in it is free text. */
export type SpokenNotice =
	| DeskNotice
	| { readonly kind: Exclude<NoticeKind, 'own'> }
	/** The hall's own recording of this notice. */
	| { readonly kind: 'own'; readonly id: string };

/** Where the sound of a notice is. */
export const noticeAddress = (notice: SpokenNotice): string =>
	`/voice/notice.wav?kind=${notice.kind}${Object.entries(queryOf(notice))
		.map(([name, value]) => `&${name}=${value}`)
		.join('')}`;

/** Ids, prefixes and numbers: nothing that an address would have to hide. */
function queryOf(notice: SpokenNotice): Readonly<Record<string, string | number>> {
	switch (notice.kind) {
		case 'break':
		case 'closed': {
			const { counter, prefix, elsewhere } = notice;
			return { counter, prefix, ...(elsewhere.length > 0 && { elsewhere: elsewhere.join('.') }) };
		}
		case 'own':
			return { id: notice.id };
		case 'closing':
		case 'prayer':
		case 'gratification':
			return {};
	}
}

export interface DueNotice {
	readonly key: string;
	readonly at: Instant;
	readonly notice: ScheduledNotice;
	/** When the hall closes on that day. */
	readonly closes: Instant;
}

/** Those of the last two minutes, oldest first. */
export function dueNotices(notices: readonly ScheduledNotice[], calendar: Calendar, at: Instant): readonly DueNotice[] {
	if (notices.length === 0) return [];
	// Just after midnight, what was due before it too.
	const days = [...new Set([at - NOTICE_FRESH_FOR, at].map((it) => dayOf(it, calendar.timeZone)))];
	return days
		.flatMap((day) => dueOn(day, notices, calendar))
		.filter((it) => it.at <= at && at < it.at + NOTICE_FRESH_FOR)
		.sort((a, b) => a.at - b.at);
}

function dueOn(day: Day, notices: readonly ScheduledNotice[], calendar: Calendar): readonly DueNotice[] {
	const { timeZone } = calendar;
	const { opens, closes } = openingHours(calendar, startOf(day, timeZone));
	if (opens === null || closes === null) return [];
	return notices.flatMap((notice) =>
		[...new Set(timesOf(notice, day, closes))]
			.filter((at) => opens <= at && at <= closes)
			.map((at) => ({ key: `${notice.id}@${day}T${writeMinute(minuteOf(at, timeZone))}`, at, notice, closes })),
	);

	function timesOf({ when }: ScheduledNotice, on: Day, closing: Instant): readonly Instant[] {
		switch (when.kind) {
			case 'times':
				if (when.days && !when.days.includes(weekdayOf(on))) return [];
				return when.times.map((minute) => instantOf(on, minute, timeZone));
			case 'before_closing':
				return [closing - when.minutes * MINUTE];
		}
	}
}
