// The business day of the hall and the time on its walls. Indonesia has three zones and no summer time, so plain
// arithmetic is exact and no clock, locale or time-zone database is asked (field rule: WIB +7, WITA +8, WIT +9).

import { DAY_MS, HOUR, type Instant, MINUTE } from './id.ts';

declare const kind: unique symbol;
/** A local date of the hall, "2026-11-22". Stored on every row: a ticket keeps its day when midnight passes. */
export type Day = string & { readonly [kind]: 'day' };

export const TIME_ZONES = {
	'Asia/Jakarta': { offset: 7 * HOUR, short: 'WIB' },
	'Asia/Makassar': { offset: 8 * HOUR, short: 'WITA' },
	'Asia/Jayapura': { offset: 9 * HOUR, short: 'WIT' },
} as const;
export type TimeZone = keyof typeof TIME_ZONES;

/** 0 = Sunday, as in ISO dates read by `Date`. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;
/** Minutes since local midnight, 0 to 1440 (24:00). */
export type MinuteOfDay = number;

export const dayOf = (at: Instant, zone: TimeZone): Day =>
	new Date(at + TIME_ZONES[zone].offset).toISOString().slice(0, 10) as Day;

/** The instant at which `day` begins in the hall. */
export const startOf = (day: Day, zone: TimeZone): Instant => Date.parse(`${day}T00:00:00Z`) - TIME_ZONES[zone].offset;

export const minuteOf = (at: Instant, zone: TimeZone): MinuteOfDay =>
	Math.floor(((at + TIME_ZONES[zone].offset) % DAY_MS) / MINUTE);

export const weekdayOf = (day: Day): Weekday => new Date(`${day}T00:00:00Z`).getUTCDay() as Weekday;

export const instantOf = (day: Day, minute: MinuteOfDay, zone: TimeZone): Instant =>
	startOf(day, zone) + minute * MINUTE;

export const addDays = (day: Day, days: number): Day =>
	new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10) as Day;

/** A real calendar date written as a day, or null ("2026-02-30" is null). */
export function readDay(text: string): Day | null {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
	const at = Date.parse(`${text}T00:00:00Z`);
	return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? null : (text as Day);
}

/** "07:30" or "24:00" as minutes since midnight, or null. */
export function readMinute(text: string): MinuteOfDay | null {
	const parts = /^(\d{2}):(\d{2})$/.exec(text);
	if (!parts) return null;
	const minute = Number(parts[1]) * 60 + Number(parts[2]);
	return Number(parts[2]) < 60 && minute <= 24 * 60 ? minute : null;
}

export const writeMinute = (minute: MinuteOfDay): string =>
	`${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** The time on the wall, "09.14" as Indonesia writes it. */
export const clockText = (at: Instant, zone: TimeZone): string => writeMinute(minuteOf(at, zone)).replace(':', '.');
