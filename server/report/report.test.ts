import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import type { Day, TimeZone } from '../../shared/day.ts';
import { instantOf } from '../../shared/day.ts';
import { HOUR, type Instant, MINUTE, SECOND } from '../../shared/id.ts';
import { REPORT_GROUPS, type Report, type ReportRow, type Spread } from '../../shared/report.ts';
import { type Outcome, serviceMs, type Ticket, waitMs } from '../../shared/ticket.ts';
import { openInMemory, type Store } from '../store/open.ts';
import type { Range } from './range.ts';
import { report } from './report.ts';
import { COUNTERS, day, empty, type Placed, put, SERVICES, setUp } from './small-hall.fixture.ts';

const ZONE: TimeZone = 'Asia/Makassar';
const FRIDAY = day('2026-11-20');
const MONDAY = day('2026-11-23');
const NOW: Instant = instantOf(MONDAY, 16 * 60, ZONE);
const [nib, , ktp] = SERVICES;

let store: Store;
beforeEach(() => {
	store = openInMemory();
	setUp(store, ZONE);
});

const ask = (from: Day, to: Day = from): Report => report(store.sqlite, { from, to, at: NOW });
const clock = (on: Day, hours: number, minutes: number): Instant => instantOf(on, hours * 60 + minutes, ZONE);

const served = (on: Day, issuedAt: Instant, wait: number, walk: number, service: number): Placed => ({
	service: nib,
	day: on,
	issuedAt,
	state: 'closed',
	outcome: 'served',
	counter: COUNTERS[0] ?? null,
	firstCalledAt: issuedAt + wait,
	calledAt: issuedAt + wait,
	walkedMs: walk,
	startedAt: issuedAt + wait + walk,
	closedAt: issuedAt + wait + walk + service,
});
const nothing: Spread = { count: 0, mean: null, median: null, p90: null, max: null };

test('one visitor who was served shows up once in every table, with three different times', () => {
	put(store, [{ ...served(FRIDAY, clock(FRIDAY, 8, 59), 12 * MINUTE, 40 * SECOND, 9 * MINUTE), parkedMs: 4 * MINUTE }]);
	const { total, groups, categories } = ask(FRIDAY);
	const one = (ms: number): Spread => ({ count: 1, mean: ms, median: ms, p90: ms, max: ms });
	expect(total).toEqual({
		...{ key: 'total', name: 'Jumlah' },
		...{ issued: 1, served: 1, noShow: 0, cancelled: 0, expired: 0, open: 0, transferred: 0 },
		...{ wait: one(12 * MINUTE), walk: one(40 * SECOND), service: one(5 * MINUTE) },
	});
	const figures = { ...total, key: expect.any(String), name: expect.any(String) };
	const named = (rows: readonly ReportRow[]) => rows.map(({ key, name }) => [key, name]);
	expect(named(groups.agency)).toEqual([['dpmptsp', 'Dinas Penanaman Modal']]);
	expect(named(groups.service)).toEqual([['nib', 'Nomor Induk Berusaha']]);
	expect(named(groups.queue)).toEqual([['dpmptsp/A', 'A · Perizinan']]);
	expect(named(groups.counter)).toEqual([['1', 'Loket 1']]);
	expect(named(groups.hour)).toEqual([['08', '08.00–08.59']]);
	for (const group of REPORT_GROUPS) expect(groups[group]).toEqual([figures]);
	expect(categories).toMatchObject({ permit: { issued: 1 }, non_permit: { issued: 0, wait: nothing } });
});

test('a day without visitors is a report of nothing that still holds', () => {
	put(store, [served(FRIDAY, clock(FRIDAY, 9, 0), MINUTE, SECOND, MINUTE)]);
	const made = ask(day('2026-11-21'), day('2026-11-22'));
	expect(made.total).toMatchObject({ issued: 0, open: 0, wait: nothing, walk: nothing, service: nothing });
	for (const group of REPORT_GROUPS) expect(made.groups[group]).toEqual([]);
	expect(made.checks.map((check) => check.holds)).toEqual(Array(7).fill(true));
});

test('a transferred ticket is counted where it went: not issued here, and none of its times count here', () => {
	const at = clock(FRIDAY, 10, 0);
	put(store, [
		{ ...served(FRIDAY, at, 7 * MINUTE, SECOND, MINUTE), outcome: 'transferred' },
		{ ...served(FRIDAY, at + 9 * MINUTE, 2 * MINUTE, SECOND, MINUTE), service: ktp, counter: COUNTERS[2] ?? null },
	]);
	const { total, groups, checks } = ask(FRIDAY);
	expect(total).toMatchObject({
		issued: 1,
		served: 1,
		transferred: 1,
		wait: { count: 1, max: 2 * MINUTE },
		walk: { count: 1 },
	});
	expect(groups.agency.map((row) => [row.key, row.issued, row.transferred])).toEqual([
		['dpmptsp', 0, 1],
		['disdukcapil', 1, 0],
	]);
	expect(checks.every((check) => check.holds)).toBe(true);
});

test('who was called and did not come has waited; who was never called has not, and belongs to no counter', () => {
	const at = clock(FRIDAY, 10, 0);
	const called = { firstCalledAt: at + 5 * MINUTE, calledAt: at + 6 * MINUTE, counter: COUNTERS[1] ?? null };
	put(store, [
		{ service: nib, day: FRIDAY, issuedAt: at, state: 'closed', outcome: 'no_show', ...called },
		{ service: nib, day: FRIDAY, issuedAt: at, state: 'closed', outcome: 'expired' },
		{ service: nib, day: FRIDAY, issuedAt: at, state: 'waiting', outcome: null },
	]);
	const { total, groups } = ask(FRIDAY);
	expect(total).toMatchObject({
		issued: 3,
		noShow: 1,
		expired: 1,
		open: 1,
		wait: { count: 1, mean: 5 * MINUTE },
		walk: nothing,
	});
	expect(groups.counter.map((row) => [row.key, row.name, row.issued])).toEqual([
		['2', 'Loket 2', 1],
		['-', 'Belum dipanggil', 2],
	]);
});

test('what has been retired keeps its name, and two services of one name say whose they are', () => {
	const at = clock(FRIDAY, 10, 0);
	put(
		store,
		SERVICES.map((service) => ({ service, day: FRIDAY, issuedAt: at, state: 'waiting', outcome: null })),
	);
	expect(ask(FRIDAY).groups.service.map((row) => row.name)).toEqual([
		'Nomor Induk Berusaha',
		'Konsultasi (DPMPTSP)',
		'KTP-el hilang',
		'Konsultasi (Disdukcapil)',
	]);
});

test('a ticket counts on the day it was issued, even when it ends after midnight', () => {
	put(store, [
		{ ...served(FRIDAY, clock(FRIDAY, 23, 50), MINUTE, SECOND, HOUR) },
		{ ...served(MONDAY, clock(MONDAY, 0, 5), MINUTE, SECOND, HOUR) },
	]);
	expect(ask(FRIDAY).total.issued).toBe(1);
	expect(ask(FRIDAY, MONDAY).groups.hour.map((row) => row.key)).toEqual(['00', '23']);
});

test.each([
	['Asia/Jakarta', '08'],
	['Asia/Makassar', '09'],
	['Asia/Jayapura', '10'],
] as const)('half past one UTC is in %s the hour %s', (zone, hour) => {
	const other = openInMemory();
	setUp(other, zone);
	put(other, [
		{ service: nib, day: FRIDAY, issuedAt: Date.parse('2026-11-20T01:30:00Z'), state: 'waiting', outcome: null },
	]);
	expect(report(other.sqlite, { from: FRIDAY, to: FRIDAY, at: NOW }).groups.hour.map((row) => row.key)).toEqual([hour]);
});

test('a report writes nothing', () => {
	put(store, [served(FRIDAY, clock(FRIDAY, 9, 0), MINUTE, SECOND, MINUTE)]);
	store.sqlite.pragma('query_only = ON');
	expect(ask(FRIDAY).total.issued).toBe(1);
});

test('a hall that was not set up has no report', () => {
	expect(() => report(openInMemory().sqlite, { from: FRIDAY, to: FRIDAY, at: NOW })).toThrow('not been set up');
});

// The same figures, computed the slow way from the tickets themselves.

const DAYS = [day('2026-11-19'), FRIDAY, day('2026-11-21'), MONDAY];
const anyDuration = fc.integer({ min: -20 * MINUTE, max: 3 * HOUR });
const anyTicket: fc.Arbitrary<Placed> = fc
	.record({
		service: fc.constantFrom(...SERVICES),
		on: fc.constantFrom(...DAYS),
		minute: fc.integer({ min: 0, max: 24 * 60 - 1 }),
		ending: fc.constantFrom<Outcome | 'waiting' | 'parked' | 'missed'>(
			...([
				'served',
				'served',
				'served',
				'no_show',
				'transferred',
				'cancelled',
				'expired',
				'waiting',
				'parked',
				'missed',
			] as const),
		),
		counter: fc.constantFrom(...COUNTERS),
		called: fc.boolean(),
		wait: anyDuration,
		walk: fc.integer({ min: 0, max: 10 * MINUTE }),
		service_: anyDuration,
		parkedMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: HOUR })),
	})
	.map(({ service, on, minute, ending, counter, called, wait, walk, service_, parkedMs }): Placed => {
		const issuedAt = clock(on, 0, minute);
		const open = ending === 'waiting' || ending === 'parked' || ending === 'missed';
		const began = {
			service,
			day: on,
			issuedAt,
			...(open ? { state: ending, outcome: null } : { state: 'closed' as const, outcome: ending }),
		};
		if (ending !== 'served' && !called) return began;
		const firstCalledAt = issuedAt + wait;
		const startedAt = firstCalledAt + walk;
		const calledOnly = { ...began, counter, firstCalledAt, calledAt: firstCalledAt };
		if (ending === 'no_show' || ending === 'missed' || ending === 'waiting') return calledOnly;
		return { ...calledOnly, walkedMs: walk, startedAt, parkedMs, closedAt: open ? null : startedAt + service_ };
	});

function slowSpread(durations: readonly (number | null)[]): Spread {
	const rising = durations.filter((it) => it !== null).sort((a, b) => a - b);
	if (rising.length === 0) return nothing;
	const inc = (percent: number): number => {
		const rank = (percent / 100) * (rising.length - 1);
		const low = rising[Math.trunc(rank)] ?? Number.NaN;
		const high = rising[Math.min(rising.length - 1, Math.trunc(rank) + 1)] ?? Number.NaN;
		return low + (high - low) * (rank - Math.trunc(rank));
	};
	const mean = rising.reduce((a, b) => a + b) / rising.length;
	return { count: rising.length, mean, median: inc(50), p90: inc(90), max: rising.at(-1) ?? null };
}

function slowFigures(all: readonly Ticket[]): Omit<ReportRow, 'key' | 'name'> {
	const here = all.filter((ticket) => ticket.outcome !== 'transferred');
	const ended = (outcome: Outcome): number => all.filter((ticket) => ticket.outcome === outcome).length;
	return {
		issued: here.length,
		served: ended('served'),
		noShow: ended('no_show'),
		cancelled: ended('cancelled'),
		expired: ended('expired'),
		transferred: ended('transferred'),
		open: all.filter((ticket) => ticket.state !== 'closed').length,
		wait: slowSpread(here.map(waitMs)),
		walk: slowSpread(here.map((ticket) => ticket.walkedMs)),
		service: slowSpread(here.filter((ticket) => ticket.outcome === 'served').map(serviceMs)),
	};
}

const KEY_OF = {
	agency: (ticket: Ticket) => ticket.agencyId as string,
	service: (ticket: Ticket) => ticket.serviceId as string,
	queue: (ticket: Ticket) => ticket.queueId as string,
	counter: (ticket: Ticket) => (ticket.counter === null ? '-' : String(ticket.counter)),
	hour: (ticket: Ticket) => new Date(ticket.issuedAt + 8 * HOUR).toISOString().slice(11, 13),
};

const close = (made: Spread, slow: Spread): void => {
	expect([made.count, made.median, made.p90, made.max]).toEqual([slow.count, slow.median, slow.p90, slow.max]);
	if (slow.mean === null) expect(made.mean).toBeNull();
	else expect(made.mean).toBeCloseTo(slow.mean, 3);
	expect(Math.min(0, made.mean ?? 0, made.median ?? 0)).toBe(0);
};
const same = (made: ReportRow, slow: Omit<ReportRow, 'key' | 'name'>): void => {
	const { wait, walk, service, ...counts } = slow;
	expect(made).toMatchObject(counts);
	close(made.wait, wait);
	close(made.walk, walk);
	close(made.service, service);
};

test('every figure of every table is what counting by hand gives, and every total is the sum of its rows', () => {
	const days = fc.tuple(fc.constantFrom(...DAYS), fc.constantFrom(...DAYS)).map((pair): Range => {
		const [from = FRIDAY, to = FRIDAY] = [...pair].sort();
		return { from, to };
	});
	fc.assert(
		fc.property(fc.array(anyTicket, { maxLength: 60 }), days, (placed, { from, to }) => {
			empty(store);
			const asked = put(store, placed).filter((ticket) => ticket.day >= from && ticket.day <= to);
			const made = ask(from, to);
			same(made.total, slowFigures(asked));
			for (const group of REPORT_GROUPS) {
				const keys = new Set(asked.map(KEY_OF[group]));
				expect(new Set(made.groups[group].map((row) => row.key))).toEqual(keys);
				for (const row of made.groups[group])
					same(row, slowFigures(asked.filter((ticket) => KEY_OF[group](ticket) === row.key)));
				for (const count of ['issued', 'served', 'noShow', 'cancelled', 'expired', 'open', 'transferred'] as const)
					expect(made.groups[group].reduce((sum, row) => sum + row[count], 0)).toBe(made.total[count]);
			}
			const permits = new Set<string>(SERVICES.filter((it) => it.category === 'permit').map((it) => it.id));
			same(made.categories.permit, slowFigures(asked.filter((ticket) => permits.has(ticket.serviceId))));
			same(made.categories.non_permit, slowFigures(asked.filter((ticket) => !permits.has(ticket.serviceId))));
			for (const row of [made.total, ...Object.values(made.groups).flat()])
				expect(row.issued).toBe(row.served + row.noShow + row.cancelled + row.expired + row.open);
			expect(made.checks).toEqual(['total', ...REPORT_GROUPS, 'category'].map((group) => ({ group, holds: true })));
		}),
		{ numRuns: 150 },
	);
});
