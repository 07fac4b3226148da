// Dates, times and numbers as each language writes them: "Jumat, 9 Januari 2026", "09.14 WITA", "1.250".

import { clockText, type Day, dayOf, minuteOf, startOf, TIME_ZONES, type TimeZone } from '../day.ts';
import { HOUR, type Instant, MINUTE, SECOND } from '../id.ts';

export interface TimeWords {
	/** "Jumat, 9 Januari 2026" */
	readonly date: (day: Day) => string;
	/** "09.14" */
	readonly clock: (at: Instant, zone: TimeZone) => string;
	/** "09.14 WITA" */
	readonly clockZone: (at: Instant, zone: TimeZone) => string;
	/** Today only the time, otherwise with the day: "besok" is left to the sentence. Midnight is a day without an hour. */
	readonly when: (at: Instant, now: Instant, zone: TimeZone) => string;
	/** "1.250" */
	readonly count: (value: number) => string;
	/** "Rp30.000" */
	readonly rupiah: (amount: number) => string;
	/** A span of work or waiting: "45 dtk", "9 mnt", "1 j 05 mnt". */
	readonly span: (ms: number) => string;
	/** A running clock: "4.05", "1.02.09". */
	readonly stopwatch: (ms: number) => string;
}

interface Units {
	readonly second: string;
	readonly minute: string;
	readonly hour: string;
	readonly timeSeparator: string;
}

type Locale = 'id-ID' | 'en-GB';
export type DateWriter = TimeWords['date'];

export function timeWords(locale: Locale, units: Units): TimeWords {
	const dates = new Intl.DateTimeFormat(locale, {
		weekday: 'long',
		day: 'numeric',
		month: 'long',
		year: 'numeric',
		timeZone: 'UTC',
	});
	const date = (day: Day): string => dates.format(startOf(day, 'Asia/Jakarta') + TIME_ZONES['Asia/Jakarta'].offset);
	return timeWordsWith(date, locale, units);
}

/** For a language whose days and months no browser knows; its figures are written as in `locale`. */
export function timeWordsWith(date: DateWriter, locale: Locale, units: Units): TimeWords {
	const counts = new Intl.NumberFormat(locale);
	const clock = (at: Instant, zone: TimeZone): string => clockText(at, zone).replace('.', units.timeSeparator);
	const two = (value: number): string => String(value).padStart(2, '0');
	return {
		date,
		clock,
		clockZone: (at, zone) => `${clock(at, zone)} ${TIME_ZONES[zone].short}`,
		when: (at, now, zone) => {
			const day = dayOf(at, zone);
			if (day === dayOf(now, zone)) return clock(at, zone);
			return minuteOf(at, zone) === 0 ? date(day) : `${date(day)} ${clock(at, zone)}`;
		},
		count: (value) => counts.format(value),
		rupiah: (amount) => `Rp${counts.format(amount)}`,
		span: (ms) => {
			if (ms < MINUTE) return `${Math.round(ms / SECOND)} ${units.second}`;
			const minutes = Math.round(ms / MINUTE);
			return minutes < 60
				? `${minutes} ${units.minute}`
				: `${Math.floor(minutes / 60)} ${units.hour} ${two(minutes % 60)} ${units.minute}`;
		},
		stopwatch: (ms) => {
			const whole = Math.max(0, ms);
			const hours = Math.floor(whole / HOUR);
			const minutes = Math.floor((whole % HOUR) / MINUTE);
			const seconds = two(Math.floor((whole % MINUTE) / SECOND));
			return hours ? `${hours}.${two(minutes)}.${seconds}` : `${minutes}.${seconds}`;
		},
	};
}
