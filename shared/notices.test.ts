// A notice is due at its minute on a day on which the hall is open, and at no other.

import { describe, expect, it } from 'vitest';
import type { Calendar } from './availability.ts';
import type { ScheduledNotice } from './board.ts';
import type { Day } from './day.ts';
import { type CounterNumber, type Instant, MINUTE, SECOND } from './id.ts';
import { dueNotices, noticeAddress } from './notices.ts';

const weekday = (day: 1 | 2 | 3 | 4 | 5, closes: number) => ({
	weekday: day,
	opens: 8 * 60,
	closes: closes * 60,
	breaks: [],
});
/** Monday to Thursday until 16.00, Friday until 11.00; Tuesday is a holiday, and on Saturday it opens specially. */
const CALENDAR: Calendar = {
	timeZone: 'Asia/Makassar',
	weekly: [...([1, 2, 3, 4] as const).map((it) => weekday(it, 16)), weekday(5, 11)],
	holidays: [{ day: '2026-11-24' as Day, name: 'Libur' }],
	specials: [{ day: '2026-11-28' as Day, opens: 9 * 60, closes: 12 * 60, breaks: [], reason: 'Akhir tahun' }],
	cutoffMinutes: 30,
	agencyDays: null,
	lastIntake: null,
};
const NOON = 12 * 60;
const times = (id: string, minutes: readonly number[], days: readonly number[] | null = null): ScheduledNotice => ({
	...{ id, kind: 'prayer', text: '' },
	when: { kind: 'times', times: minutes, days: days as never },
});
const beforeClosing = (minutes: number): ScheduledNotice => ({
	...{ id: 'tutup', kind: 'closing', text: '' },
	when: { kind: 'before_closing', minutes },
});
const at = (local: string): Instant => Date.parse(`2026-11-${local}+08:00`);
const keys = (notices: readonly ScheduledNotice[], when: Instant, calendar = CALENDAR) =>
	dueNotices(notices, calendar, when).map((it) => it.key);

describe('a notice at fixed times', () => {
	it('is due from its minute on, for two minutes, with a key of its day and time', () => {
		const due = (ms: number) => keys([times('salat', [NOON])], at('23T12:00:00') + ms);
		expect(due(-1)).toEqual([]);
		expect(due(0)).toEqual(['salat@2026-11-23T12:00']);
		expect(due(2 * MINUTE - 1)).toEqual(['salat@2026-11-23T12:00']);
		expect(due(2 * MINUTE)).toEqual([]);
	});

	it('is due at every one of its times, and on its days only', () => {
		const notice = times('salat', [NOON, 15 * 60 + 15], [1, 3]);
		expect(keys([notice], at('23T15:15:30'))).toEqual(['salat@2026-11-23T15:15']);
		expect(keys([notice], at('25T12:00:00'))).toEqual(['salat@2026-11-25T12:00']);
		expect(keys([notice], at('26T12:00:00'))).toEqual([]);
	});

	it('is due on no day on which the hall is closed, and not outside its hours', () => {
		const notice = times('salat', [NOON]);
		expect(keys([notice], at('24T12:00:00')), 'a holiday').toEqual([]);
		expect(keys([notice], at('29T12:00:00')), 'a Sunday').toEqual([]);
		expect(keys([notice], at('27T12:00:00')), 'after closing on a Friday').toEqual([]);
		expect(keys([notice], at('28T12:00:00')), 'a special opening, at its last minute').toHaveLength(1);
		expect(keys([times('pagi', [7 * 60])], at('23T07:00:00')), 'before opening').toEqual([]);
	});

	it('is due once though the same time is written twice', () => {
		expect(keys([times('salat', [NOON, NOON])], at('23T12:00:00'))).toHaveLength(1);
	});
});

describe('a notice before closing', () => {
	it('follows the hours of the day, of a special opening too', () => {
		const due = (local: string) => keys([beforeClosing(15)], at(local));
		expect(due('23T15:45:00')).toEqual(['tutup@2026-11-23T15:45']);
		expect(due('27T10:45:59')).toEqual(['tutup@2026-11-27T10:45']);
		expect(due('28T11:45:00')).toEqual(['tutup@2026-11-28T11:45']);
		expect(due('24T15:45:00'), 'a holiday').toEqual([]);
	});

	it('says when the hall closes', () => {
		expect(dueNotices([beforeClosing(15)], CALENDAR, at('23T15:46:00'))).toMatchObject([
			{ at: at('23T15:45:00'), closes: at('23T16:00:00') },
		]);
	});

	it('is none where the hall is not open that long', () => {
		expect(keys([beforeClosing(240)], at('28T08:00:00'))).toEqual([]);
	});

	it('is still due after midnight in a hall that closes with the day', () => {
		const always = { ...CALENDAR, holidays: [], weekly: [{ weekday: 1, opens: 0, closes: 1440, breaks: [] }] } as const;
		expect(keys([beforeClosing(1)], at('24T00:00:30'), always)).toEqual(['tutup@2026-11-23T23:59']);
	});
});

it('several come in the order in which they are due', () => {
	const all = [times('b', [NOON + 1]), times('a', [NOON]), times('c', [NOON + 1])];
	expect(keys(all, at('23T12:01:30'))).toEqual(['a@2026-11-23T12:00', 'b@2026-11-23T12:01', 'c@2026-11-23T12:01']);
	expect(keys([], at('23T12:01:30') - SECOND)).toEqual([]);
});

it('the sound of each has an address without a word of anybody’s in it', () => {
	const elsewhere = [1, 12] as CounterNumber[];
	expect(noticeAddress({ kind: 'prayer' })).toBe('/voice/notice.wav?kind=prayer');
	expect(noticeAddress({ kind: 'own', id: 'kupon-2' })).toBe('/voice/notice.wav?kind=own&id=kupon-2');
	const desk = { kind: 'break', counter: 3 as CounterNumber, prefix: 'A' } as const;
	expect(noticeAddress({ ...desk, elsewhere })).toBe('/voice/notice.wav?kind=break&counter=3&prefix=A&elsewhere=1.12');
	expect(noticeAddress({ ...desk, elsewhere: [] })).toBe('/voice/notice.wav?kind=break&counter=3&prefix=A');
});
