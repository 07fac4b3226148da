// Is this queue giving numbers now: every rule, their order, and that a promised next opening is a true one.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Availability, availability, type Calendar, type Hours, type Today } from './availability.ts';
import { addDays, type Day, dayOf, instantOf, type MinuteOfDay, type TimeZone, type Weekday } from './day.ts';
import { DAY_MS, type Instant, MINUTE } from './id.ts';

const ZONE: TimeZone = 'Asia/Makassar';
const MONDAY = '2026-11-23' as Day;
const FRIDAY = '2026-11-27' as Day;
const SATURDAY = '2026-11-28' as Day;

const time = (text: string): MinuteOfDay => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
const on = (day: string, clock: string): Instant => instantOf(day as Day, time(clock), ZONE);

const lunch = { from: time('12:00'), to: time('13:00'), reason: 'Istirahat siang' };
const prayer = { from: time('11:45'), to: time('13:15'), reason: 'Jeda Istirahat Salat Jumat' };
const office = (weekday: Weekday): Hours => ({
	weekday,
	opens: time('08:00'),
	closes: weekday === 5 ? time('16:30') : time('16:00'),
	breaks: weekday === 5 ? [prayer] : [],
});
const hall: Calendar = {
	timeZone: ZONE,
	weekly: ([1, 2, 3, 4, 5] as const).map(office),
	holidays: [],
	specials: [],
	cutoffMinutes: 30,
	agencyDays: null,
	lastIntake: null,
};
const quiet: Today = { issued: 0, quota: null, needsPresence: false, officerPresent: false };
const christmas = { day: '2026-12-25' as Day, name: 'Hari Raya Natal' };

const open = (until: Instant): Availability => ({ open: true, until });
const shut = (reason: string, opens: Instant | null, note: string | null): unknown => ({
	...{ open: false, reason, note, opens },
});

describe('an ordinary week', () => {
	it.each([
		[MONDAY, '07:59', shut('before_opening', on(MONDAY, '08:00'), null)],
		[MONDAY, '08:00', open(on(MONDAY, '15:30'))],
		[MONDAY, '15:29', open(on(MONDAY, '15:30'))],
		[MONDAY, '15:30', shut('after_cutoff', on('2026-11-24', '08:00'), null)],
		[MONDAY, '15:59', shut('after_cutoff', on('2026-11-24', '08:00'), null)],
		[MONDAY, '16:00', shut('after_closing', on('2026-11-24', '08:00'), null)],
		[FRIDAY, '11:44', open(on(FRIDAY, '11:45'))],
		[FRIDAY, '11:45', shut('break', on(FRIDAY, '13:15'), prayer.reason)],
		[FRIDAY, '13:14', shut('break', on(FRIDAY, '13:15'), prayer.reason)],
		[FRIDAY, '13:15', open(on(FRIDAY, '16:00'))],
		[FRIDAY, '17:00', shut('after_closing', on('2026-11-30', '08:00'), null)],
		[SATURDAY, '10:00', shut('not_today', on('2026-11-30', '08:00'), null)],
	] as const)('%s %s', (day, clock, expected) => {
		expect(availability(hall, quiet, on(day, clock))).toEqual(expected);
	});

	it('stops at the minute: one millisecond before is still open', () => {
		expect(availability(hall, quiet, on(MONDAY, '15:30') - 1).open).toBe(true);
		expect(availability(hall, quiet, on(MONDAY, '08:00') - 1).open).toBe(false);
	});

	it('is told in the time of the hall, not of the server', () => {
		const east: Calendar = { ...hall, timeZone: 'Asia/Jayapura' };
		const at = instantOf(MONDAY, time('08:00'), 'Asia/Jayapura');
		expect(availability(east, quiet, at).open).toBe(true);
		expect(availability(hall, quiet, at)).toEqual(shut('before_opening', on(MONDAY, '08:00'), null));
	});
});

describe('several breaks a day', () => {
	const tea = { from: time('10:00'), to: time('10:15'), reason: 'Jeda' };
	const day = (...breaks: Hours['breaks']): Calendar => ({ ...hall, weekly: [{ ...office(1), breaks }] });

	it('names the break it is in, and numbers stop at the next one', () => {
		const twice = day(lunch, tea);
		expect(availability(twice, quiet, on(MONDAY, '09:00'))).toEqual(open(on(MONDAY, '10:00')));
		expect(availability(twice, quiet, on(MONDAY, '10:05'))).toEqual(shut('break', on(MONDAY, '10:15'), 'Jeda'));
		expect(availability(twice, quiet, on(MONDAY, '10:15'))).toEqual(open(on(MONDAY, '12:00')));
		expect(availability(twice, quiet, on(MONDAY, '12:59'))).toEqual(shut('break', on(MONDAY, '13:00'), lunch.reason));
	});

	it('does not promise to open where one break follows upon another', () => {
		const more = { from: time('13:00'), to: time('13:30'), reason: 'Rapat' };
		expect(availability(day(more, lunch), quiet, on(MONDAY, '12:30'))).toEqual(
			shut('break', on(MONDAY, '13:30'), lunch.reason),
		);
	});

	it('does not promise to open today when the break lasts to the cut-off', () => {
		const long = { from: time('14:00'), to: time('15:30'), reason: 'Upacara' };
		const week: Calendar = { ...hall, weekly: [{ ...office(1), breaks: [long] }, office(2)] };
		expect(availability(week, quiet, on(MONDAY, '14:10'))).toEqual(shut('break', on('2026-11-24', '08:00'), 'Upacara'));
	});

	it('opens after a break that begins with the day', () => {
		const roll = { from: time('08:00'), to: time('08:30'), reason: 'Apel pagi' };
		expect(availability(day(roll), quiet, on(MONDAY, '07:00'))).toEqual(
			shut('before_opening', on(MONDAY, '08:30'), null),
		);
	});
});

describe('special beats holiday beats week', () => {
	const at = on(christmas.day, '09:00');
	const special = {
		...{ day: christmas.day, opens: time('09:00'), closes: time('12:00'), breaks: [], reason: 'Pekan pelayanan' },
	};

	it('a holiday closes a working day and says its name', () => {
		const next = on('2026-12-28', '08:00');
		expect(availability({ ...hall, holidays: [christmas] }, quiet, at)).toEqual(shut('holiday', next, christmas.name));
	});

	it('a special opening opens a holiday, with its own hours', () => {
		const both: Calendar = { ...hall, holidays: [christmas], specials: [special] };
		expect(availability(both, quiet, at)).toEqual(open(on(christmas.day, '11:30')));
		expect(availability(both, quiet, at - MINUTE)).toEqual(shut('before_opening', at, null));
		expect(availability(both, quiet, on(christmas.day, '13:00'))).toMatchObject({ reason: 'after_closing' });
	});

	it('a special opening opens a Saturday and is promised on Friday evening', () => {
		const saturday: Calendar = { ...hall, specials: [{ ...special, day: SATURDAY }] };
		expect(availability(saturday, quiet, on(SATURDAY, '10:00')).open).toBe(true);
		expect(availability(saturday, quiet, on(FRIDAY, '18:00'))).toMatchObject({ opens: on(SATURDAY, '09:00') });
	});

	it('special hours of a working day (Ramadan) replace those of the week', () => {
		const ramadan: Calendar = { ...hall, specials: [{ ...special, day: MONDAY, closes: time('14:00') }] };
		expect(availability(ramadan, quiet, on(MONDAY, '08:30'))).toMatchObject({ reason: 'before_opening' });
		expect(availability(ramadan, quiet, on(MONDAY, '14:00'))).toMatchObject({ reason: 'after_closing' });
	});

	it('a special opening of the hall does not bring an agency that comes on other days', () => {
		const immigration: Calendar = { ...hall, agencyDays: [2, 4], specials: [{ ...special, day: SATURDAY }] };
		expect(availability(immigration, quiet, on(SATURDAY, '10:00'))).toEqual(
			shut('not_today', on('2026-12-01', '08:00'), null),
		);
	});
});

describe('an agency that comes on Tuesdays and Thursdays, 20 numbers, papers in by noon', () => {
	const immigration: Calendar = { ...hall, agencyDays: [2, 4], lastIntake: time('12:00') };
	const limited: Today = { ...quiet, quota: 20 };
	const tuesday = '2026-11-24';

	it.each([
		[MONDAY, '09:00', 0, shut('not_today', on(tuesday, '08:00'), null)],
		[tuesday, '09:00', 19, open(on(tuesday, '12:00'))],
		[tuesday, '09:00', 20, shut('quota', on('2026-11-26', '08:00'), null)],
		[tuesday, '12:00', 3, shut('after_cutoff', on('2026-11-26', '08:00'), null)],
		[tuesday, '16:00', 20, shut('after_closing', on('2026-11-26', '08:00'), null)],
	] as const)('%s %s with %i numbers given', (day, clock, issued, expected) => {
		expect(availability(immigration, { ...limited, issued }, on(day, clock))).toEqual(expected);
	});

	it('does not promise to open after the break when no number is left', () => {
		const soldOut: Today = { ...limited, issued: 20 };
		expect(availability(hall, soldOut, on(FRIDAY, '12:00'))).toEqual(
			shut('break', on('2026-11-30', '08:00'), prayer.reason),
		);
	});
});

describe('an officer must be there, where the hall wants it so', () => {
	const wanted: Today = { ...quiet, needsPresence: true };

	it('gives no numbers before the first officer has signed on, and cannot say when that will be', () => {
		expect(availability(hall, wanted, on(MONDAY, '09:00'))).toEqual(shut('no_officer', null, null));
		expect(availability(hall, { ...wanted, officerPresent: true }, on(MONDAY, '09:00')).open).toBe(true);
	});

	it('says the stronger reason first', () => {
		expect(availability(hall, wanted, on(FRIDAY, '12:00'))).toMatchObject({ reason: 'break' });
		expect(availability(hall, { ...wanted, quota: 5, issued: 5 }, on(MONDAY, '09:00'))).toMatchObject({
			reason: 'quota',
		});
	});
});

describe('a hall that never closes (00:00 to 24:00 every day)', () => {
	const always: Calendar = {
		...hall,
		cutoffMinutes: 0,
		weekly: ([0, 1, 2, 3, 4, 5, 6] as const).map((weekday) => ({ weekday, opens: 0, closes: 1440, breaks: [] })),
	};

	it('is open at every moment, midnight included', () => {
		const midnight = on(MONDAY, '00:00');
		for (const at of [midnight - 1, midnight, midnight + 1]) expect(availability(always, quiet, at).open).toBe(true);
		fc.assert(
			fc.property(fc.integer({ min: midnight, max: midnight + 400 * DAY_MS }), (at) => {
				expect(availability(always, quiet, at).open).toBe(true);
			}),
		);
	});

	it('with a cut-off gives no numbers in the last minutes of the day, and opens again at midnight', () => {
		const careful: Calendar = { ...always, cutoffMinutes: 30 };
		expect(availability(careful, quiet, on(MONDAY, '23:30'))).toEqual(
			shut('after_cutoff', on('2026-11-24', '00:00'), null),
		);
	});
});

describe('in any calendar', () => {
	const minute = fc.integer({ min: 0, max: 1440 });
	const breaks = fc.array(
		fc.tuple(minute, minute).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b), reason: 'Jeda' })),
		{ maxLength: 3 },
	);
	const hours = fc
		.tuple(minute, minute, breaks)
		.map(([a, b, pauses]) => ({ opens: Math.min(a, b), closes: Math.max(a, b), breaks: pauses }));
	const soon = fc.integer({ min: 0, max: 20 }).map((days) => addDays(MONDAY, days));
	const weekday = fc.constantFrom<Weekday>(0, 1, 2, 3, 4, 5, 6);
	const calendars: fc.Arbitrary<Calendar> = fc.record({
		timeZone: fc.constantFrom<TimeZone>('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'),
		weekly: fc
			.uniqueArray(fc.tuple(weekday, hours), { selector: ([day]) => day })
			.map((all) => all.map(([day, its]) => ({ weekday: day, ...its }))),
		holidays: fc.array(
			soon.map((day) => ({ day, name: 'Libur' })),
			{ maxLength: 4 },
		),
		specials: fc.array(
			fc.tuple(soon, hours).map(([day, its]) => ({ day, ...its, reason: 'Khusus' })),
			{ maxLength: 3 },
		),
		cutoffMinutes: fc.integer({ min: 0, max: 60 }),
		agencyDays: fc.option(fc.uniqueArray(weekday, { minLength: 1 }), { nil: null }),
		lastIntake: fc.option(minute, { nil: null }),
	});
	const todays: fc.Arbitrary<Today> = fc.record({
		issued: fc.integer({ min: 0, max: 3 }),
		quota: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
		needsPresence: fc.boolean(),
		officerPresent: fc.boolean(),
	});
	const moments = fc.integer({ min: on(MONDAY, '00:00'), max: on(MONDAY, '00:00') + 21 * DAY_MS });
	/** The numbers of a new day are not given yet; whether an officer will come, nobody knows. */
	const then = (today: Today, from: Instant, to: Instant, zone: TimeZone): Today => ({
		...today,
		issued: dayOf(from, zone) === dayOf(to, zone) ? today.issued : 0,
		officerPresent: true,
	});

	const anyPart = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

	it('a promised opening lies ahead and is truly open, and there is none before it', () => {
		fc.assert(
			fc.property(calendars, todays, moments, anyPart, (calendar, today, at, part) => {
				const now = availability(calendar, today, at);
				if (now.open || now.opens === null) return;
				const { opens } = now;
				expect(opens).toBeGreaterThan(at);
				const future = (moment: Instant) => then(today, at, moment, calendar.timeZone);
				expect(availability(calendar, future(opens), opens).open).toBe(true);
				const between = [opens - 1, Math.min(opens - 1, Math.floor(at + part * (opens - at)))];
				for (const moment of between) {
					const meanwhile = dayOf(moment, calendar.timeZone) === dayOf(at, calendar.timeZone) ? today : future(moment);
					expect(availability(calendar, meanwhile, moment).open).toBe(false);
				}
			}),
			{ numRuns: 2_000 },
		);
	});

	it('is open until the moment it said, and not at that moment', () => {
		fc.assert(
			fc.property(calendars, todays, moments, anyPart, (calendar, today, at, part) => {
				const now = availability(calendar, today, at);
				if (!now.open) return;
				const between = Math.min(now.until - 1, Math.floor(at + part * (now.until - at)));
				expect(availability(calendar, today, between)).toEqual(now);
				const after = availability(calendar, { ...today, issued: 0 }, now.until);
				// A day that runs to 24:00 may go on seamlessly into the next.
				if (dayOf(now.until, calendar.timeZone) === dayOf(at, calendar.timeZone)) expect(after.open).toBe(false);
			}),
			{ numRuns: 2_000 },
		);
	});
});
