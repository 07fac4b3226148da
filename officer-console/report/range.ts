// Which days a report is about: the usual choices, counted from the hall's today, and how the first sentence names them.

import { addDays, type Day, dayOf, type TimeZone } from '../../shared/day.ts';
import type { Instant } from '../../shared/id.ts';

export interface Range {
	readonly from: Day;
	readonly to: Day;
}
export const PRESETS = ['today', 'yesterday', 'week', 'month'] as const;
export type Preset = (typeof PRESETS)[number];

const firstOfMonth = (day: Day): Day => `${day.slice(0, 8)}01` as Day;

const RANGES: Readonly<Record<Preset, (today: Day) => Range>> = {
	today: (today) => ({ from: today, to: today }),
	yesterday: (today) => ({ from: addDays(today, -1), to: addDays(today, -1) }),
	week: (today) => ({ from: addDays(today, -6), to: today }),
	month: (today) => ({ from: firstOfMonth(today), to: today }),
};

export const rangeOf = (preset: Preset, today: Day): Range => RANGES[preset](today);

/** The choice this range is, or null for dates of one's own. On the first of a month that is "today", the shorter word. */
export const presetOf = (range: Range, today: Day): Preset | null =>
	PRESETS.find((preset) => {
		const usual = rangeOf(preset, today);
		return usual.from === range.from && usual.to === range.to;
	}) ?? null;

/** Today before the hall has said where it is: by the clock and zone of this computer, which may be neither. */
export const guessToday = (at: Instant, minutesWestOfUtc: number): Day =>
	new Date(at - minutesWestOfUtc * 60_000).toISOString().slice(0, 10) as Day;

export const hallToday = (madeAt: Instant, zone: TimeZone): Day => dayOf(madeAt, zone);
