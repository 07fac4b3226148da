// Is this queue giving numbers now, and if not, why and until when. One evaluator for kiosk, console, board and API, so
// that no two screens tell different truths. Order of rules: a special opening beats a holiday, a holiday beats the week;
// then breaks, the cut-off before closing, the quota, and whether an officer is there at all.

import {
	addDays,
	type Day,
	dayOf,
	instantOf,
	type MinuteOfDay,
	minuteOf,
	type TimeZone,
	type Weekday,
	weekdayOf,
} from './day.ts';
import type { Instant } from './id.ts';

export interface Break {
	readonly from: MinuteOfDay;
	readonly to: MinuteOfDay;
	/** The hall's own words ("Jeda Istirahat Salat Jumat"). */
	readonly reason: string;
}

export interface Hours {
	readonly weekday: Weekday;
	readonly opens: MinuteOfDay;
	readonly closes: MinuteOfDay;
	readonly breaks: readonly Break[];
}

/** A day that is open although the week or a holiday says otherwise; the reason is public. */
export interface SpecialOpening {
	readonly day: Day;
	readonly opens: MinuteOfDay;
	readonly closes: MinuteOfDay;
	readonly breaks: readonly Break[];
	readonly reason: string;
}

export type ClosedReason =
	| 'holiday'
	| 'not_today'
	| 'before_opening'
	| 'break'
	| 'after_cutoff'
	| 'after_closing'
	| 'quota'
	| 'no_officer';

export type Availability =
	/** `until`: when numbers stop, by break or cut-off. */
	| { readonly open: true; readonly until: Instant }
	/** `note`: the hall's own words (name of the holiday, reason of the break). `opens`: null when none is known. */
	| {
			readonly open: false;
			readonly reason: ClosedReason;
			readonly note: string | null;
			readonly opens: Instant | null;
	  };

/** Everything the rules look at; the caller reads it, the rules only decide. */
export interface Calendar {
	readonly timeZone: TimeZone;
	readonly weekly: readonly Hours[];
	readonly holidays: readonly { readonly day: Day; readonly name: string }[];
	readonly specials: readonly SpecialOpening[];
	readonly cutoffMinutes: number;
	/** Weekdays on which the agency comes; null = whenever the hall is open. */
	readonly agencyDays: readonly number[] | null;
	readonly lastIntake: MinuteOfDay | null;
}

export interface Today {
	readonly issued: number;
	readonly quota: number | null;
	readonly needsPresence: boolean;
	readonly officerPresent: boolean;
}

/** How far ahead the next opening is looked for. */
const HORIZON_DAYS = 60;

type DayPlan =
	| {
			readonly open: true;
			readonly from: MinuteOfDay;
			readonly stop: MinuteOfDay;
			readonly closes: MinuteOfDay;
			readonly breaks: readonly Break[];
	  }
	| { readonly open: false; readonly reason: 'holiday' | 'not_today'; readonly note: string | null };

function planOf(day: Day, calendar: Calendar): DayPlan {
	const special = calendar.specials.find((it) => it.day === day);
	const weekday = weekdayOf(day);
	if (!special) {
		const holiday = calendar.holidays.find((it) => it.day === day);
		if (holiday) return { open: false, reason: 'holiday', note: holiday.name };
	}
	// A special opening is the hall's: it does not bring an agency that comes on other days only.
	if (calendar.agencyDays && !calendar.agencyDays.includes(weekday))
		return { open: false, reason: 'not_today', note: null };
	const hours = special ?? calendar.weekly.find((it) => it.weekday === weekday);
	if (!hours) return { open: false, reason: 'not_today', note: null };
	const stop = Math.min(hours.closes - calendar.cutoffMinutes, calendar.lastIntake ?? hours.closes);
	return { open: true, from: hours.opens, stop, closes: hours.closes, breaks: hours.breaks };
}

/** The first minute of a planned day, not before `earliest`, at which numbers are given; null if there is none left. */
function firstOpenMinute(plan: DayPlan, earliest: MinuteOfDay): MinuteOfDay | null {
	if (!plan.open) return null;
	let minute = Math.max(earliest, plan.from);
	for (const pause of [...plan.breaks].sort((a, b) => a.from - b.from)) {
		if (minute >= pause.from && minute < pause.to) minute = pause.to;
	}
	return minute < plan.stop ? minute : null;
}

function nextOpening(after: Day, calendar: Calendar): Instant | null {
	for (let ahead = 1; ahead <= HORIZON_DAYS; ahead++) {
		const day = addDays(after, ahead);
		const minute = firstOpenMinute(planOf(day, calendar), 0);
		if (minute !== null) return instantOf(day, minute, calendar.timeZone);
	}
	return null;
}

/** Whether a number may be taken at `at`. Numbers already given are served whatever this says. */
export function availability(calendar: Calendar, today: Today, at: Instant): Availability {
	const day = dayOf(at, calendar.timeZone);
	const minute = minuteOf(at, calendar.timeZone);
	const plan = planOf(day, calendar);
	const another = (): Instant | null => nextOpening(day, calendar);
	if (!plan.open) return { open: false, reason: plan.reason, note: plan.note, opens: another() };
	const soldOut = today.quota !== null && today.issued >= today.quota;
	const later = (from: MinuteOfDay): Instant | null => {
		const next = soldOut ? null : firstOpenMinute(plan, from);
		return next === null ? another() : instantOf(day, next, calendar.timeZone);
	};
	if (minute < plan.from) return { open: false, reason: 'before_opening', note: null, opens: later(plan.from) };
	if (minute >= plan.closes) return { open: false, reason: 'after_closing', note: null, opens: another() };
	if (minute >= plan.stop) return { open: false, reason: 'after_cutoff', note: null, opens: another() };
	const pause = plan.breaks.find((it) => minute >= it.from && minute < it.to);
	if (pause) return { open: false, reason: 'break', note: pause.reason, opens: later(pause.to) };
	if (soldOut) return { open: false, reason: 'quota', note: null, opens: another() };
	if (today.needsPresence && !today.officerPresent)
		return { open: false, reason: 'no_officer', note: null, opens: null };
	const nextPause = plan.breaks.filter((it) => it.from > minute).map((it) => it.from);
	return { open: true, until: instantOf(day, Math.min(plan.stop, ...nextPause), calendar.timeZone) };
}

/** From opening to closing on the day of `at`; both null on a day without. `next`: the first opening after `at`. */
export function openingHours(
	calendar: Calendar,
	at: Instant,
): { readonly opens: Instant | null; readonly closes: Instant | null; readonly next: Instant | null } {
	const day = dayOf(at, calendar.timeZone);
	const plan = planOf(day, calendar);
	const after = nextOpening(day, calendar);
	if (!plan.open) return { opens: null, closes: null, next: after };
	const opens = instantOf(day, plan.from, calendar.timeZone);
	return { opens, closes: instantOf(day, plan.closes, calendar.timeZone), next: at < opens ? opens : after };
}

/**
 * Whether a visitor who is in the hall already can still be sent to this line: a break or the cut-off will not keep them
 * out, but an agency that does not serve today, or has no number left, cannot take them.
 */
export const servesToday = (now: Availability): boolean =>
	now.open || !['holiday', 'not_today', 'quota'].includes(now.reason);
