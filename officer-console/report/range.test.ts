import { describe, expect, it } from 'vitest';
import type { Day } from '../../shared/day.ts';
import { guessToday, hallToday, PRESETS, presetOf, rangeOf } from './range.ts';

const day = (text: string): Day => text as Day;

describe('the days of a report', () => {
	it('are counted from today, seven days with today among them', () => {
		const today = day('2026-03-02');
		expect(Object.fromEntries(PRESETS.map((preset) => [preset, rangeOf(preset, today)]))).toEqual({
			today: { from: '2026-03-02', to: '2026-03-02' },
			yesterday: { from: '2026-03-01', to: '2026-03-01' },
			week: { from: '2026-02-24', to: '2026-03-02' },
			month: { from: '2026-03-01', to: '2026-03-02' },
		});
	});

	it('are recognised again, and dates of one’s own are not', () => {
		const today = day('2026-03-15');
		for (const preset of PRESETS) expect(presetOf(rangeOf(preset, today), today)).toBe(preset);
		expect(presetOf({ from: day('2026-03-03'), to: day('2026-03-09') }, today)).toBeNull();
	});

	it('are "today" on the first of a month, although the month is only that day', () => {
		const first = day('2026-03-01');
		expect(presetOf(rangeOf('month', first), first)).toBe('today');
	});

	it('follow the hall, not this computer, once the hall is known', () => {
		// 23.30 in Jakarta is already tomorrow in Palopo and Jayapura.
		const at = Date.UTC(2026, 0, 14, 16, 30);
		expect(guessToday(at, -7 * 60)).toBe('2026-01-14');
		expect(hallToday(at, 'Asia/Makassar')).toBe('2026-01-15');
		expect(hallToday(at, 'Asia/Jayapura')).toBe('2026-01-15');
	});
});
