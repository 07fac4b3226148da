// A whole day of the demo hall: 1,500 visitors and all its counters, from a seed, looked at after every press; and the
// rush at one line, where fifty counters press in the same tick. GILIRAN_SEED plays another day.

import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Changed, RecordAsk, Reply } from '../../shared/contract.ts';
import { PRIORITIES } from '../../shared/hall.ts';
import { type CounterNumber, HOUR, type Instant, MINUTE, type OfficerId, type Rev, SECOND } from '../../shared/id.ts';
import { PARK_REASONS } from '../../shared/ticket.ts';
import { makeDemoHall, readDemoHall } from '../setup/demo.ts';
import { lineStatus, readPresence } from '../store/lines.ts';
import { openInMemory } from '../store/open.ts';
import { makeSmallHall } from '../testing/small-hall.ts';
import { MONDAY_NINE, openClock, type TestHall, useTestHall, yes } from '../testing/test-hall.ts';
import { expectWhole, faultsAtDesks } from '../testing/whole.ts';
import type { Desk } from './desk.ts';
import { addDevice } from './devices.ts';
import { signOn } from './shift.ts';

const SEED = Number(process.env.GILIRAN_SEED ?? 20261123);
const VISITORS = 1_500;
const OPENS: Instant = Date.parse('2026-11-23T08:00:00+08:00');

/** mulberry32: the same seed plays the same day. */
function dice(seed: number) {
	let state = seed;
	const roll = (): number => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	return {
		roll,
		chance: (of: number): boolean => roll() < of,
		between: (low: number, high: number): number => Math.floor(low + roll() * (high - low)),
		among: <It>(all: readonly It[]): It => {
			const one = all[Math.floor(roll() * all.length)];
			if (one === undefined) throw new Error('nothing to choose from');
			return one;
		},
	};
}

/** What happens next in the hall, by time. */
function agenda() {
	const entries: { readonly at: Instant; readonly what: () => Promise<void> }[] = [];
	return {
		add: (at: Instant, what: () => Promise<void>): void => {
			const place = entries.findLastIndex((it) => it.at <= at);
			entries.splice(place + 1, 0, { at, what });
		},
		next: () => entries.shift(),
	};
}

test(`a day of ${VISITORS} visitors, seed ${SEED}`, { timeout: 120_000 }, async () => {
	const { chance, between, among, roll } = dice(SEED);
	const store = openInMemory();
	makeDemoHall(store, readDemoHall(), 'no PIN', OPENS);
	const clock = openClock(OPENS);
	const hall = useTestHall(store, clock);
	const { catalogue, rows } = hall.hall;
	const kiosk = addDevice(hall.hall, { role: 'kiosk', name: 'Kios', zone: null, counter: null }, 'hash', OPENS);
	const { kiosk: asks, console: desks } = hall.asking;
	const todo = agenda();
	const numbers = new Set<string>();
	let steps = 0;
	let checked: Rev = rows.lastRev();

	/** One press, and a look at the hall after it. */
	async function pressed<Value>(ask: Promise<Reply<Value>>): Promise<Value | null> {
		const reply = await ask;
		steps += 1;
		const faults = faultsAtDesks(store, checked);
		if (faults.length > 0) expect.fail(`after step ${steps} of seed ${SEED}: ${faults.join('\n')}`);
		checked = rows.lastRev();
		if (steps % 2_500 === 0) expectWhole(store);
		return reply.ok ? reply.value : null;
	}

	async function visitor(): Promise<void> {
		// As on the kiosk: what is closed (an agency that comes on other days, a quota) cannot be pressed.
		const presence = readPresence(hall.hall);
		const open = catalogue().services.filter((it) => {
			const queue = catalogue().queue(it.queueId);
			return queue && lineStatus(hall.hall, queue, presence, clock.now()).availability.open;
		});
		const wanted = new Set([among(open).id, ...(chance(0.08) ? [among(open).id] : [])]);
		const ask = {
			requestId: randomUUID(),
			services: [...wanted],
			priority: chance(0.1) ? among(PRIORITIES) : null,
		};
		const taken = await pressed(asks.take(kiosk, ask));
		expect(taken, 'every visitor gets a number').not.toBeNull();
		expect(numbers.has(taken?.number ?? ''), `${taken?.number} was given before`).toBe(false);
		numbers.add(taken?.number ?? '');
		// A kiosk that heard no answer asks again.
		if (chance(0.05)) expect((await pressed(asks.take(kiosk, ask)))?.number).toBe(taken?.number);
	}

	/** An officer through the day: calls, serves, errs, takes a break. */
	function officer(counter: CounterNumber): void {
		const desk: Desk = { counter, officerId: (officerAt.get(counter) ?? 0) as OfficerId, deviceId: null };
		const later = (ms: number, what: () => Promise<void>): void => todo.add(clock.now() + ms, what);
		const record = (changed: Changed, event: RecordAsk['event']): Promise<Changed | null> =>
			pressed(desks.record(desk, { ticketId: changed.ticketId, after: changed.rev, event }));

		const onScreen = (): Rev => rows.lastCallAt(counter, '2026-11-23' as never)?.id ?? (0 as Rev);
		async function call(): Promise<void> {
			if (clock.now() > OPENS + 10 * HOUR) return;
			const after = onScreen();
			const called = await pressed(desks.callNext(desk, { after }));
			if (chance(0.05)) await pressed(desks.callNext(desk, { after }));
			if (!called) return chance(0.05) ? rest() : takeUpOrWait();
			if (chance(0.02)) {
				await pressed(desks.undo(desk, { rev: called.rev }));
				return later(5 * SECOND, call);
			}
			later(between(20, 90) * SECOND, () => (chance(0.06) ? miss(called) : serve(called)));
		}
		async function serve(called: Changed): Promise<void> {
			const recalled = chance(0.2) ? await record(called, { kind: 'called' }) : null;
			const started = await record(recalled ?? called, { kind: 'started' });
			if (!started) throw new Error(`${called.number} could not be served at ${counter}`);
			later(between(2, 12) * MINUTE, () => finish(started));
		}
		async function finish(started: Changed): Promise<void> {
			const how = roll();
			if (how < 0.06) await record(started, { kind: 'parked', reason: among(PARK_REASONS) });
			else if (how < 0.16) {
				const ask = {
					...{ ticketId: started.ticketId, after: started.rev, serviceId: among(catalogue().services).id },
					as: how < 0.1 ? 'wrong_desk' : 'next_step',
				};
				const moved = await pressed(desks.transfer(desk, ask));
				if (!moved) await record(started, { kind: 'closed', as: 'served' });
				else if (chance(0.1)) {
					await pressed(desks.undo(desk, { rev: rows.lastOfOfficer(desk.officerId)?.id }));
					const again = rows.ticket(started.ticketId);
					if (again?.state === 'serving')
						await record({ ...started, rev: again.rev }, { kind: 'closed', as: 'served' });
				}
			} else await record(started, { kind: 'closed', as: 'served' });
			later(between(5, 40) * SECOND, call);
		}
		async function miss(called: Changed): Promise<void> {
			const missed = await record(called, { kind: chance(0.1) ? 'released' : 'missed' });
			if (missed && chance(0.5))
				later(between(1, 30) * MINUTE, async () => {
					const now = rows.ticket(missed.ticketId);
					if (now?.state === 'missed') await record({ ...missed, rev: now.rev }, { kind: 'returned' });
				});
			later(10 * SECOND, call);
		}
		/** Somebody of the own lines who was set aside and is back with the papers; else a moment of waiting. */
		async function takeUpOrWait(): Promise<void> {
			const queues = catalogue().counter(counter)?.queues ?? [];
			const parked = queues
				.flatMap((queue) => rows.aside(queue, '2026-11-23' as never))
				.find((it) => it.state === 'parked');
			const started =
				parked && (await record({ ticketId: parked.id, number: parked.number, rev: parked.rev }, { kind: 'started' }));
			if (started) return later(between(2, 8) * MINUTE, () => finish(started));
			later(between(30, 120) * SECOND, call);
		}
		async function rest(): Promise<void> {
			await pressed(desks.pause(desk, { reason: 'Istirahat' }));
			expect(await pressed(desks.callNext(desk, { after: onScreen() }))).toBeNull();
			later(between(10, 30) * MINUTE, async () => {
				await pressed(desks.resume(desk, {}));
				await call();
			});
		}
		todo.add(OPENS + between(0, 10) * MINUTE, async () => {
			await hall.commits.run((at) => signOn(hall.hall, desk, at));
			await call();
		});
	}

	const officerAt = new Map(
		(
			store.sqlite.prepare('select counter, id from officers where counter is not null').all() as {
				counter: CounterNumber;
				id: OfficerId;
			}[]
		).map((it) => [it.counter, it.id]),
	);
	const counters = catalogue().counters.slice(0, 30);
	expect(counters).toHaveLength(30);
	for (const { number } of counters) officer(number);
	for (let it = 0; it < VISITORS; it++) todo.add(OPENS + between(0, 8 * 60) * MINUTE, visitor);
	for (let entry = todo.next(); entry; entry = todo.next()) {
		clock.set(Math.max(clock.now(), entry.at));
		await entry.what();
	}

	expectWhole(store);
	expect(numbers.size).toBe(VISITORS);
	const by = Object.fromEntries(
		(
			store.sqlite
				.prepare("select coalesce(outcome, 'open') as how, count(*) as count from tickets group by 1")
				.all() as {
				how: string;
				count: number;
			}[]
		).map((it) => [it.how, it.count]),
	);
	// It was a day worth the name: people were served, sent on, missed.
	expect(by).toMatchObject({ served: expect.any(Number), transferred: expect.any(Number) });
	expect(by.served).toBeGreaterThan(VISITORS * 0.6);
	expect(steps).toBeGreaterThan(VISITORS * 3);
});

test('fifty counters press in the same tick, round after round: every press is answered, no visitor called twice', async () => {
	const COUNTERS = 50;
	const ROUNDS = Number(process.env.GILIRAN_RUNS ?? 120);
	const hall = wideHall(COUNTERS);
	const { chance } = dice(SEED);
	const { callNext, record } = hall.asking.console;
	const desks = Array.from({ length: COUNTERS }, (_, it): Desk => deskAt(100 + it));
	for (const desk of desks) await hall.commits.run((at) => signOn(hall.hall, desk, at));
	// Sometimes more wait than there are counters, sometimes fewer.
	for (let it = 0; it < COUNTERS + 10; it++) await hall.take('nib');
	for (let round = 0; round < ROUNDS; round++) {
		const waiting = hall.hall.rows.inLine('dpmptsp/A' as never, '2026-11-23' as never);
		const presses = desks.flatMap((desk) => {
			const ask = { after: hall.hall.rows.lastCallAt(desk.counter, '2026-11-23' as never)?.id ?? 0 };
			return (chance(0.2) ? [1, 2] : [1]).map(async () => ({ desk, reply: await callNext(desk, ask) }));
		});
		const answers = await Promise.all(presses);
		const calledAt = new Map<number, Set<number>>();
		for (const { desk, reply } of answers) {
			if (reply.ok)
				calledAt.set(reply.value.ticketId, (calledAt.get(reply.value.ticketId) ?? new Set()).add(desk.counter));
			else expect(reply.refusal.code).toBe('line_empty');
		}
		expect([...calledAt.values()].filter((it) => it.size > 1)).toEqual([]);
		expect(calledAt.size).toBe(Math.min(COUNTERS, waiting));
		hall.clock.pass(SECOND);
		// Most go back to their places; a few are done, so that the line grows short and is filled again.
		await Promise.all(
			desks.map(async (desk) => {
				const here = hall.hall.rows.atCounter(desk.counter);
				if (!here) return;
				const event = chance(0.1) ? { kind: 'closed', as: 'cancelled' } : { kind: 'released' };
				yes(await record(desk, { ticketId: here.id, after: here.rev, event }));
			}),
		);
		if (chance(0.1)) await Promise.all(Array.from({ length: 50 }, () => hall.take('nib')));
	}
	expectWhole(hall.store);
});

const deskAt = (number: number): Desk => ({
	counter: number as CounterNumber,
	officerId: number as OfficerId,
	deviceId: null,
});
/** The small hall with many more counters at its first line. */
function wideHall(counters: number): TestHall {
	const store = openInMemory();
	makeSmallHall(store, {}, MONDAY_NINE);
	for (let it = 100; it < 100 + counters; it++)
		store.sqlite.exec(`
			insert into counters (number, agency_id, priority, remarks) values (${it}, 'dpmptsp', 0, '{}');
			insert into counter_queues values (${it}, 'dpmptsp/A', 0);
			insert into officers (id, username, name, role, agency_id, counter, pin_hash)
				values (${it}, 'petugas${it}', 'Petugas', 'officer', 'dpmptsp', ${it}, 'none');`);
	return useTestHall(store, openClock(MONDAY_NINE));
}
