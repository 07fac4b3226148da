// Who is next: one order that can be said aloud, in which nobody starves and nobody is called to two counters.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_HEAD_START, PRIORITIES } from './hall.ts';
import { type CounterNumber, type Instant, MINUTE, type QueueId, type TicketId, type VisitId } from './id.ts';
import { ahead, countsFrom, type Desk, line, next, type Place, whereabouts } from './queue.ts';
import { STATES } from './ticket.ts';

const A = 'dpmptsp/A' as QueueId;
const B = 'dpmptsp/B' as QueueId;
const NINE: Instant = Date.parse('2026-11-23T01:00:00Z');
const desk = (...queues: readonly QueueId[]): Desk => ({ queues, priority: false });

/** A waiting ticket of queue A that came so many minutes after nine. */
const place = (id: number, minutes: number, more: Partial<Place>): Place => ({
	id: id as TicketId,
	visitId: id as VisitId,
	queueId: A,
	state: 'waiting',
	joinedAt: NINE + minutes * MINUTE,
	headStart: null,
	headStartMs: 0,
	counter: null,
	...more,
});
const elderly = { headStart: 'elderly', headStartMs: 30 * MINUTE } as const;
const continuing = { headStart: 'continuing', headStartMs: 10 * MINUTE } as const;
const at = (counter: number) => ({ state: 'serving', counter: counter as CounterNumber }) as const;

describe('the line', () => {
	it('is first come, first served; of two in the same millisecond the lower number is first', () => {
		expect(line([place(3, 0, {}), place(1, 5, {}), place(2, 0, {})], [A]).map((it) => it.id)).toEqual([2, 3, 1]);
	});

	it('counts a priority visitor as having come half an hour earlier, no more', () => {
		const tickets = [place(1, 0, {}), place(2, 20, {}), place(3, 45, elderly)];
		expect(line(tickets, [A]).map((it) => it.id)).toEqual([1, 3, 2]);
	});

	it('with a head start of a day puts priority before everyone who came today', () => {
		const always = { headStart: 'disability', headStartMs: LONGEST_HEAD_START } as const;
		expect(line([place(1, 0, {}), place(2, 480, always)], [A]).map((it) => it.id)).toEqual([2, 1]);
	});

	it('holds only those who wait, of the queues asked for', () => {
		const tickets = [...STATES.map((state, index) => place(index + 1, 0, { state })), place(9, 0, { queueId: B })];
		expect(line(tickets, [A]).map((it) => it.state)).toEqual(['waiting']);
		expect(line(tickets, [A, B])).toHaveLength(2);
		expect(line(tickets, [])).toEqual([]);
	});

	it('says how many are before a ticket, and its whole length to one who is not in it', () => {
		const waiting = line([place(1, 0, {}), place(2, 1, {}), place(3, 2, {})], [A]);
		expect([1, 2, 3, 4].map((id) => ahead(waiting, { id: id as TicketId }))).toEqual([0, 1, 2, 3]);
	});
});

describe('the next one', () => {
	it('is nobody when nobody waits', () => {
		expect(next([], desk(A))).toBeNull();
		expect(next([place(1, 0, at(4))], desk(A))).toBeNull();
		expect(next([place(1, 0, { queueId: B })], desk(A))).toBeNull();
	});

	it("is of the desk's own queue first, then of the one it helps, even where people wait longer", () => {
		const tickets = [place(1, 0, { queueId: B }), place(2, 50, {})];
		expect(next(tickets, desk(A, B))?.id).toBe(2);
		expect(next(tickets, desk(B, A))?.id).toBe(1);
		expect(next(tickets.slice(0, 1), desk(A, B))?.id).toBe(1);
	});

	it('passes over a person who is at another counter, who keeps the place', () => {
		const visitId = 7 as VisitId;
		const there = place(1, 0, { visitId, queueId: B, ...at(4) });
		const here = place(2, 0, { visitId });
		expect(next([there, here, place(3, 30, {})], desk(A))?.id).toBe(3);
		expect(next([{ ...there, state: 'parked' }, here, place(3, 30, {})], desk(A))?.id).toBe(2);
		expect(whereabouts([there, here])).toEqual(new Map([[visitId, 4]]));
	});

	it('helps the other queue when all of the own one are elsewhere', () => {
		const visitId = 7 as VisitId;
		const tickets = [place(1, 0, { visitId, ...at(4) }), place(2, 0, { visitId }), place(3, 9, { queueId: B })];
		expect(next(tickets, desk(A, B))?.id).toBe(3);
	});

	it('at a priority desk is a priority visitor, and anyone when there is none', () => {
		const priorityDesk: Desk = { queues: [A], priority: true };
		const tickets = [place(1, 0, {}), place(2, 59, elderly), place(3, 50, elderly)];
		expect(next(tickets, priorityDesk)?.id).toBe(3);
		expect(next(tickets.slice(0, 1), priorityDesk)?.id).toBe(1);
	});

	it('at a priority desk is not one who merely continues from another counter', () => {
		expect(next([place(1, 0, {}), place(2, 50, continuing)], { queues: [A], priority: true })?.id).toBe(1);
	});

	it('at a priority desk is still of its own queue first', () => {
		const tickets = [place(1, 0, {}), place(2, 0, { queueId: B, ...elderly })];
		expect(next(tickets, { queues: [A, B], priority: true })?.id).toBe(1);
	});
});

describe('in any hall', () => {
	const anyPlace = fc.record({
		visitId: fc.integer({ min: 1, max: 12 }).map((it) => it as VisitId),
		queueId: fc.constantFrom(A, B),
		state: fc.constantFrom(...STATES),
		joinedAt: fc.integer({ min: 0, max: 60 }).map((it) => NINE + it * MINUTE),
		headStart: fc.constantFrom(null, 'continuing' as const, ...PRIORITIES),
		headStartMs: fc.integer({ min: 0, max: 45 }).map((it) => it * MINUTE),
		counter: fc.constant(null),
	});
	const hall = fc
		.array(anyPlace, { maxLength: 25 })
		.map((all) => all.map((it, index): Place => ({ ...it, id: (index + 1) as TicketId })));
	const anyDesk = fc.record({
		queues: fc.constantFrom([A], [B], [A, B], [B, A]),
		priority: fc.boolean(),
	});
	const shuffled = hall.chain((all) =>
		fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length })),
	);

	it('the order is total and does not depend on how the tickets lie in the store', () => {
		fc.assert(
			fc.property(shuffled, anyDesk, ([all, mixed], someDesk) => {
				expect(line(mixed, [A, B])).toEqual(line(all, [A, B]));
				expect(next(mixed, someDesk)).toEqual(next(all, someDesk));
			}),
		);
	});

	it('nobody is overtaken by one who came later by more than the head start', () => {
		fc.assert(
			fc.property(hall, (all) => {
				const order = line(all, [A, B]);
				order.forEach((first, index) => {
					for (const later of order.slice(index + 1))
						expect(first.joinedAt - later.joinedAt).toBeLessThanOrEqual(first.headStartMs);
				});
			}),
		);
	});

	it('the one who is called waits, is free, and is of the desk; if none is called, none could be', () => {
		fc.assert(
			fc.property(hall, anyDesk, (all, someDesk) => {
				const busy = new Set(
					all.filter((it) => it.state === 'called' || it.state === 'serving').map((it) => it.visitId),
				);
				const able = all.filter(
					(it) => it.state === 'waiting' && !busy.has(it.visitId) && someDesk.queues.includes(it.queueId),
				);
				const chosen = next(all, someDesk);
				if (!chosen) expect(able).toEqual([]);
				else expect(able).toContain(chosen);
			}),
		);
	});

	it('an ordinary desk calls whoever counts from earliest in the first of its queues that has someone', () => {
		fc.assert(
			fc.property(hall, (all) => {
				const chosen = next(all, desk(A));
				const busy = whereabouts(all);
				for (const other of line(all, [A]))
					if (chosen && !busy.has(other.visitId)) expect(countsFrom(chosen)).toBeLessThanOrEqual(countsFrom(other));
			}),
		);
	});

	it('whoever waits is called in the end, after those of one head start at most, however many keep coming', () => {
		const stream = fc.record({
			perMinute: fc.integer({ min: 1, max: 5 }),
			minutesPerCall: fc.integer({ min: 1, max: 10 }),
		});
		fc.assert(
			fc.property(stream, ({ perMinute, minutesPerCall }) => {
				let waiting: readonly Place[] = [place(1, 0, {})];
				let id = 1;
				let called: Place | null = null;
				let before = -1;
				for (let minute = 0; called?.id !== 1; minute++) {
					waiting = [...waiting, ...Array.from({ length: perMinute }, () => place(++id, minute, elderly))];
					if (minute % minutesPerCall !== 0) continue;
					called = next(waiting, desk(A));
					waiting = waiting.filter((it) => it !== called);
					before++;
					if (before > 1_000) throw new Error('the ordinary visitor starves');
				}
				expect(before).toBeLessThanOrEqual(perMinute * 31);
			}),
			{ numRuns: 10 },
		);
	});
});
