// The business day changes at midnight of the hall, in whichever of the three zones it stands.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	addDays,
	clockText,
	type Day,
	dayOf,
	instantOf,
	minuteOf,
	readDay,
	readMinute,
	startOf,
	TIME_ZONES,
	type TimeZone,
	weekdayOf,
	writeMinute,
} from './day.ts';
import { DAY_MS } from './id.ts';

const ZONES = Object.keys(TIME_ZONES) as readonly TimeZone[];
const utc = (text: string): number => Date.parse(`${text}Z`);

describe('midnight in the hall', () => {
	it.each([
		['Asia/Jakarta', '2026-11-22T16:59:59.999', '2026-11-22', '23.59'],
		['Asia/Jakarta', '2026-11-22T17:00:00.000', '2026-11-23', '00.00'],
		['Asia/Makassar', '2026-11-22T15:59:59.999', '2026-11-22', '23.59'],
		['Asia/Makassar', '2026-11-22T16:00:00.000', '2026-11-23', '00.00'],
		['Asia/Jayapura', '2026-11-22T14:59:59.999', '2026-11-22', '23.59'],
		['Asia/Jayapura', '2026-11-22T15:00:00.000', '2026-11-23', '00.00'],
		['Asia/Jayapura', '2026-12-31T14:59:59.999', '2026-12-31', '23.59'],
		['Asia/Jayapura', '2026-12-31T15:00:00.000', '2027-01-01', '00.00'],
		['Asia/Makassar', '2028-02-28T16:00:00.000', '2028-02-29', '00.00'],
	] as const)('in %s, %s UTC is %s %s', (zone, at, day, clock) => {
		expect([dayOf(utc(at), zone), clockText(utc(at), zone)]).toEqual([day, clock]);
	});

	it('the same moment is three times and may be two days', () => {
		const at = utc('2026-11-22T15:30:00');
		expect(ZONES.map((zone) => dayOf(at, zone))).toEqual(['2026-11-22', '2026-11-22', '2026-11-23']);
		expect(ZONES.map((zone) => clockText(at, zone))).toEqual(['22.30', '23.30', '00.30']);
	});

	it('agrees with the time-zone database of the platform', () => {
		const instants = fc.integer({ min: utc('2000-01-01T00:00:00'), max: utc('2080-01-01T00:00:00') });
		for (const zone of ZONES) {
			const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
			fc.assert(
				fc.property(instants, (at) => {
					expect(`${dayOf(at, zone)} ${writeMinute(minuteOf(at, zone))}`).toBe(wall.format(at));
				}),
			);
		}
	});
});

describe('days and minutes', () => {
	const anyZone = fc.constantFrom(...ZONES);
	const anyInstant = fc.integer({ min: utc('2000-01-01T00:00:00'), max: utc('2080-01-01T00:00:00') });

	it('every moment lies in its day, and its minute leads back to it', () => {
		fc.assert(
			fc.property(anyInstant, anyZone, (at, zone) => {
				const day = dayOf(at, zone);
				expect(at - startOf(day, zone)).toBeGreaterThanOrEqual(0);
				expect(at - startOf(day, zone)).toBeLessThan(DAY_MS);
				expect(instantOf(day, minuteOf(at, zone), zone)).toBe(at - (at % 60_000));
				expect(instantOf(day, 24 * 60, zone)).toBe(startOf(addDays(day, 1), zone));
			}),
		);
	});

	it('knows the day of the week and counts days over months, years and leap days', () => {
		expect(weekdayOf('2026-11-22' as Day)).toBe(0);
		expect(weekdayOf('2026-11-27' as Day)).toBe(5);
		expect(addDays('2026-12-31' as Day, 1)).toBe('2027-01-01');
		expect(addDays('2028-03-01' as Day, -1)).toBe('2028-02-29');
		expect(addDays('2026-11-22' as Day, 365)).toBe('2027-11-22');
	});

	it.each(['2026-02-30', '2026-13-01', '2026-00-10', '2027-02-29', '26-1-1', '2026-1-01', '2026-01-01T00:00', ''])(
		'"%s" is no day',
		(text) => {
			expect(readDay(text)).toBeNull();
		},
	);

	it.each(['2026-02-28', '2028-02-29', '2026-12-31'])('"%s" is a day', (text) => {
		expect(readDay(text)).toBe(text);
	});

	it.each([
		['00:00', 0],
		['07:30', 450],
		['23:59', 1439],
		['24:00', 1440],
	])('"%s" is minute %i, and is written so', (text, minute) => {
		expect(readMinute(text)).toBe(minute);
		expect(writeMinute(minute)).toBe(text);
	});

	it.each(['24:01', '25:00', '07:60', '7:30', '07.30', '07:30:00', '-1:00', ''])('"%s" is no time', (text) => {
		expect(readMinute(text)).toBeNull();
	});
});
