import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PRIORITIES } from '../shared/hall.ts';
import { type AgencyId, type CounterNumber, HOUR, MINUTE, type QueueId, type ServiceId } from '../shared/id.ts';
import { planDay, shareOut, type Visitor } from './day.ts';
import type { Offer } from './errand.ts';
import { readHabits } from './hall-file.ts';
import { LUNCH, lunches } from './lunch.ts';

const { hours, perDay } = readHabits();
const offer = (id: string, queue: string, minutes: number, weight: number): Offer => ({
	id: id as ServiceId,
	queueId: queue as QueueId,
	minutes,
	weight,
});
const OFFERS: readonly Offer[] = [
	offer('skck-baru', 'polres/M', 30, 16),
	offer('sidik-jari', 'polres/M', 10, 8),
	offer('bayar', 'bank/Y', 5, 25),
	offer('ktp-rekam', 'disdukcapil/C', 10, 54),
	offer('dtks', 'dinsos/G', 12, 26),
];
const day = (seed: number, visitors: number, offers = OFFERS): readonly Visitor[] =>
	planDay({ seed, visitors, hours, offers });
const queueOf = (id: ServiceId): QueueId | undefined => OFFERS.find((it) => it.id === id)?.queueId;
const share = (all: readonly Visitor[], so: (it: Visitor) => boolean): number => all.filter(so).length / all.length;
const BIG = day(1, 5000);

test('the example hall expects 432 visitors, most of them at nine', () => {
	expect([...perDay.values()].reduce((sum, it) => sum + it, 0)).toBe(432);
	expect([...hours]).toEqual([
		[8, 0.17],
		[9, 0.22],
		[10, 0.2],
		[11, 0.12],
		[12, 0.05],
		[13, 0.1],
		[14, 0.09],
		[15, 0.05],
	]);
});

test('the same seed is the same day, another seed another one', () => {
	expect(day(7, 432)).toEqual(day(7, 432));
	expect(day(8, 432)).not.toEqual(day(7, 432));
});

test('as many come as were asked for, in order, each hour its share', () => {
	fc.assert(
		fc.property(fc.nat(), fc.integer({ min: 1, max: 600 }), (seed, visitors) => {
			const all = day(seed, visitors);
			expect(all).toHaveLength(visitors);
			expect(all.map((it) => it.comesAt)).toEqual(all.map((it) => it.comesAt).sort((a, b) => a - b));
			for (const [hour, part] of hours) {
				const came = all.filter((it) => Math.floor(it.comesAt / HOUR) === hour).length;
				expect(Math.abs(came - visitors * part)).toBeLessThan(1);
			}
		}),
		{ numRuns: 40 },
	);
});

test('shares are rounded to whole visitors without losing one', () => {
	fc.assert(
		fc.property(fc.nat(2000), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (total, shares) => {
			expect(shareOut(total, shares).reduce((sum, it) => sum + it, 0)).toBe(total);
		}),
	);
});

test('nobody asks for what is closed, nor is sent on to it', () => {
	const open = OFFERS.filter((it) => it.id !== 'bayar' && it.id !== 'dtks');
	const wanted = new Set(day(1, 2000, open).flatMap((it) => it.errands.map((errand) => errand.service)));
	expect([...wanted].sort()).toEqual(['ktp-rekam', 'sidik-jari', 'skck-baru']);
	expect(day(1, 100, [])).toEqual([]);
});

test('services are chosen as often as on an ordinary day', () => {
	const whole = OFFERS.reduce((sum, it) => sum + it.weight, 0);
	for (const { id, weight } of OFFERS)
		expect(share(BIG, (it) => it.services[0] === id)).toBeCloseTo(weight / whole, 1.5);
});

test('one in ten has a priority, of all six kinds; one in twelve comes for two things', () => {
	expect(share(BIG, (it) => it.priority !== null)).toBeCloseTo(0.1, 1.5);
	expect(new Set(BIG.flatMap((it) => it.priority ?? []))).toEqual(new Set(PRIORITIES));
	expect(share(BIG, (it) => it.services.length === 2)).toBeCloseTo(0.08, 1.5);
});

test('some do not come, a few are only late, some step aside, officers slip now and then', () => {
	const first = (so: (it: Visitor['errands'][number]) => boolean) =>
		share(BIG, ({ errands: [errand] }) => errand !== undefined && so(errand));
	expect(first((it) => it.comes === 'never')).toBeCloseTo(0.04, 1.5);
	expect(first((it) => it.comes === 'late')).toBeCloseTo(0.02, 1.5);
	expect(first((it) => it.aside !== null)).toBeCloseTo(0.05, 1.5);
	expect(first((it) => it.mistake !== null)).toBeCloseTo(0.02, 1.5);
});

test('a service takes about as long as the hall file says, and never absurdly long', () => {
	const plain = BIG.flatMap((it) => it.errands).filter(
		(it) => it.service === 'ktp-rekam' && it.onward?.as !== 'wrong_desk',
	);
	const minutes = plain.map((it) => it.serviceMs / MINUTE);
	expect(minutes.reduce((sum, it) => sum + it, 0) / minutes.length).toBeCloseTo(10, 0);
	expect(Math.max(...minutes)).toBeLessThanOrEqual(40);
	expect(Math.min(...minutes)).toBeGreaterThanOrEqual(2.5);
});

test('a visitor is sent on along a route that the hall allows: never within a line, never into one they stand in', () => {
	const sent = BIG.filter((it) => it.errands.some((errand) => errand.onward));
	expect(sent.length / BIG.length).toBeGreaterThan(0.03);
	expect(sent.length / BIG.length).toBeLessThan(0.12);
	for (const { services, errands } of sent) {
		for (const { service, onward } of errands) {
			if (!onward) continue;
			expect(errands.map((it) => it.service)).toContain(onward.to);
			expect(queueOf(onward.to)).not.toBe(queueOf(service));
			expect(services.slice(1).map(queueOf)).not.toContain(queueOf(onward.to));
		}
		expect(new Set(errands.map((it) => it.service)).size).toBe(errands.length);
	}
	const routes = sent.map(({ errands }) => errands.map((it) => it.service).join(' > '));
	expect(routes).toContain('sidik-jari > bayar > skck-baru');
	expect(routes).toContain('skck-baru > bayar');
	expect(sent.some(({ errands }) => errands[0]?.onward?.as === 'wrong_desk')).toBe(true);
});

test('an agency with several desks is never all at lunch', () => {
	const desks = [1, 2, 3, 4, 5].map((number) => ({
		number: number as CounterNumber,
		agencyId: (number < 5 ? 'dpmptsp' : 'dinsos') as AgencyId,
	}));
	const turns = lunches(desks);
	expect(turns.size).toBe(5);
	const away = (number: number, at: number): boolean => {
		const from = turns.get(number as CounterNumber) ?? 0;
		return at >= from && at < from + LUNCH;
	};
	for (let at = 11 * HOUR; at < 15 * HOUR; at += 5 * MINUTE) {
		expect([1, 2].every((it) => away(it, at))).toBe(false);
		expect([1, 2, 3, 4].filter((it) => away(it, at)).length).toBeLessThanOrEqual(2);
	}
	expect(turns.get(5 as CounterNumber)).not.toBe(turns.get(1 as CounterNumber));
});
