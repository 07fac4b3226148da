// Random presses of officers, visitors, clocks and power cuts against a model of the hall (server/testing/model.ts): after
// every one the real hall must answer the same, stand the same, and be whole. GILIRAN_RUNS raises the number of runs.

import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RecordAsk, Reply } from '../../shared/contract.ts';
import { dayOf } from '../../shared/day.ts';
import { HOUR, MINUTE, type QueueId, type Rev, SECOND, type TicketId } from '../../shared/id.ts';
import { openInMemory, openStore, type Store } from '../store/open.ts';
import { type Event, type Model, openModel, type Place, type Sending } from '../testing/model.ts';
import { type CounterOfSmallHall, KIOSK, makeSmallHall, SERVICES } from '../testing/small-hall.ts';
import { MONDAY_NINE, openClock, type TestHall, useTestHall } from '../testing/test-hall.ts';
import { faultsOf } from '../testing/whole.ts';
import { turnDay } from './day.ts';
import type { Desk } from './desk.ts';
import { Refused } from './refused.ts';
import { signOn } from './shift.ts';

/** The real hall as one run of presses finds it: opened, killed and opened again. */
interface Real {
	hall: TestHall;
	/** As after a power cut: what is not on the disk is gone. */
	readonly crash: () => void;
	/** Every rev that some screen has shown. */
	readonly seen: number[];
	/** The last ask of an officer, once more, as an impatient finger or a lost answer sends it. */
	again: Ask | null;
	checked: Rev;
}
type Press = fc.AsyncCommand<Model, Real>;
type Outcome = string | null;
/** What the model says, and what the hall answers. */
type Ask = (model: Model, real: Real) => Promise<readonly [Outcome, Outcome]>;

const COUNTERS: readonly CounterOfSmallHall[] = [1, 2, 3, 11, 12, 21];
const EVENTS: readonly Event[] = [
	...(['called', 'started', 'missed', 'released', 'returned', 'parked', 'served', 'no_show', 'cancelled'] as const),
];
const eventOf = (event: Event): RecordAsk['event'] =>
	event === 'parked'
		? { kind: event, reason: 'copies' }
		: event === 'served' || event === 'no_show' || event === 'cancelled'
			? { kind: 'closed', as: event }
			: { kind: event };
const outcome = (reply: Reply<unknown>): Outcome => (reply.ok ? null : reply.refusal.code);
const deskOf = (counter: number, officer: number): Desk =>
	({ counter, officerId: officer, deviceId: null }) as unknown as Desk;

/** One press: what the model says must be what the real hall answers, and what both are afterwards. */
const press = (name: string, run: Ask): Press => ({
	check: () => true,
	toString: () => name,
	run: async (model, real) => {
		const [expected, answered] = await run(model, real);
		if (answered !== expected) expect.fail(`${name}: answered ${answered}, expected ${expected}`);
		compare(model, real);
	},
});

/** As expect().toEqual(), without its price where all is well: this is asked tens of thousands of times. */
function same(actual: unknown, expected: unknown): void {
	if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
}
function compare(model: Model, real: Real): void {
	const { hall, store } = real.hall;
	const rows = store.sqlite.prepare('select * from tickets order by id').all() as Row[];
	for (const row of rows) {
		model.stamp(row.id, row.rev);
		if (row.rev > real.checked) real.seen.push(row.rev);
	}
	same(
		rows.map(asPlace),
		model.places().map(({ since: _, day: __, ...place }) => place),
	);
	const today = dayOf(model.at(), 'Asia/Makassar');
	for (const queue of new Set(Object.values(SERVICES))) {
		const line = model.line(queue).map((it) => it.id);
		const shown = hall.rows.line(queue as QueueId, today, 1_000).map((it) => it.id);
		same([shown, hall.rows.inLine(queue as QueueId, today)], [line, line.length]);
	}
	// Nothing told means nothing written; the rows above would show it.
	if (hall.rows.lastRev() !== real.checked) same(faultsOf(store, real.checked), []);
	real.checked = hall.rows.lastRev();
	const open = hall.rows.openShifts().map((it) => [it.counter, it.officerId, it.pausedAt !== null]);
	same(open.sort(), [...model.shifts].map(([counter, { officer, paused }]) => [counter, officer, paused]).sort());
}
/** As it lies in the table. */
type Row = Readonly<Record<'id' | 'rev' | 'visit_id' | 'joined_at' | 'calls', number>> &
	Readonly<Record<'number' | 'queue_id', string>> &
	Readonly<Record<'from_ticket' | 'counter' | 'missed_at' | 'first_called_at' | 'started_at', number | null>> &
	Readonly<Pick<Place, 'outcome' | 'state'> & { head_start: Place['head'] }>;
const asPlace = (row: Row): Omit<Place, 'since' | 'day'> => ({
	...{ id: row.id, visit: row.visit_id, number: row.number, queue: row.queue_id },
	...{ from: row.from_ticket, head: row.head_start, joined: row.joined_at, state: row.state },
	...{ outcome: row.outcome, counter: row.counter, calls: row.calls, missedAt: row.missed_at },
	...{ firstCalled: row.first_called_at, started: row.started_at },
});

// What can be pressed. Numbers choose among what is there, so that most presses hit something: an officer who sits at a
// counter, a visitor who is there or in its line, an event that the state allows.
type Choice = readonly [number, string];
const choose = <It>(all: readonly It[], pick: number): It | undefined => all[pick % Math.max(1, all.length)];
/** Once in so many times; else null, which means: as it is. */
const rarely = <It>(arbitrary: fc.Arbitrary<It>, times = 15): fc.Arbitrary<It | null> =>
	fc.oneof({ weight: times - 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });
const counter = fc.constantFrom(...COUNTERS);
/** A counter that is open, or any; and whoever sits there, or another. */
const seat = fc.tuple(fc.nat(50), rarely(counter), rarely(counter));
type Seat = readonly [number, number | null, number | null];
function seatFor(model: Model, [pick, any, other]: Seat): { readonly at: number; readonly who: number } {
	const at = any ?? choose([...model.shifts.keys()], pick) ?? 1;
	return { at, who: other ?? model.shifts.get(at)?.officer ?? at };
}
/** What the finger saw when it is not what is true now. */
const maybeOld = rarely(fc.nat(20), 7);
/** Mostly the visitor at the desk, or one of its lines; sometimes anybody, or nobody. */
const target: fc.Arbitrary<Choice> = fc.tuple(
	fc.nat(50),
	fc.constantFrom(
		...['here', 'here', 'here', 'here', 'here', 'here', 'here', 'mine', 'mine', 'mine', 'aside', 'aside', 'closed'],
		...['any', 'none'],
	),
);

function ticketFor(model: Model, at: number, [pick, where]: Choice): number {
	const mine = model.places().filter((it) => model.helps(at).includes(it.queue));
	const open = mine.filter((it) => it.state !== 'closed');
	const groups: Readonly<Record<string, readonly Place[]>> = {
		here: mine.filter((it) => it.id === model.here(at)?.id),
		aside: open.filter((it) => it.state === 'parked' || it.state === 'missed'),
		closed: mine.filter((it) => it.state === 'closed'),
		any: model.places(),
		none: [],
	};
	const group = groups[where] ?? open;
	return choose(where === 'none' || group.length > 0 ? group : open, pick)?.id ?? 9_999;
}
const revOf = (real: Real, id: number): Rev => real.hall.hall.rows.ticket(id as TicketId)?.rev ?? (0 as Rev);
const afterFor = (real: Real, id: number, stale: number | null): Rev =>
	stale === null ? revOf(real, id) : ((choose(real.seen, stale) ?? 0) as Rev);
/** Asks, and keeps the ask to be sent again. */
const asked = (real: Real, model: Model, ask: Ask): ReturnType<Ask> => {
	real.again = ask;
	return ask(model, real);
};

const uuid = (count: number): string => `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
const service = fc.constantFrom(...Object.keys(SERVICES));
/** Mostly one; and rarely the same twice. */
const services = fc.oneof(
	{ weight: 6, arbitrary: service.map((it) => [it]) },
	{ weight: 4, arbitrary: fc.uniqueArray(service, { minLength: 2, maxLength: 4 }) },
	{ weight: 1, arbitrary: fc.array(service, { minLength: 2, maxLength: 3 }) },
);
const take = fc.tuple(fc.nat(40), services, fc.nat(4)).map(([request, wanted, priority]) =>
	press(`take #${request} ${wanted} ${priority === 0 ? 'elderly' : ''}`, async (model, { hall }) => {
		// Small numbers come again: the same request, sent once more.
		const requestId = uuid(request < 4 ? request : model.places().length * 100 + request);
		const ask = { requestId, services: wanted, priority: priority === 0 ? 'elderly' : null };
		return [model.take(requestId, wanted, priority === 0), outcome(await hall.asking.kiosk.take(KIOSK.id, ask))];
	}),
);
const next = fc.tuple(seat, maybeOld).map(([where, stale]) =>
	press(`next at ${where} after ${stale ?? 'now'}`, async (model, real) => {
		const { at, who } = seatFor(model, where);
		const after = stale === null ? model.lastCall(at) : (choose([0, ...real.seen], stale) ?? 0);
		return asked(real, model, async (said, { hall }) => [
			said.next(at, who, after),
			outcome(await hall.asking.console.callNext(deskOf(at, who), { after })),
		]);
	}),
);
/** All counters press in the same tick. */
const rush = fc.constant(
	press('everybody presses next', async (model, real) => {
		const seats = [...model.shifts].map(([at, { officer: who }]) => ({ at, who, after: model.lastCall(at) }));
		const expected = seats.map(({ at, who, after }) => model.next(at, who, after));
		const answered = await Promise.all(
			seats.map(({ at, who, after }) => real.hall.asking.console.callNext(deskOf(at, who), { after })),
		);
		return [expected.join(), answered.map(outcome).join()];
	}),
);
/** What is mostly done with a visitor who was called is to serve them. */
function likely(model: Model, id: number): readonly Event[] {
	const may = model.may(id);
	return may.includes('started') ? [...may, 'started', 'started', 'started'] : may;
}
const record = fc
	.tuple(seat, target, fc.nat(50), rarely(fc.constantFrom(...EVENTS), 6), maybeOld)
	.map(([where, what, pick, any, stale]) =>
		press(`${any ?? `event ${pick}`} at ${where} of ${what} after ${stale ?? 'now'}`, async (model, real) => {
			const { at, who } = seatFor(model, where);
			const id = ticketFor(model, at, what);
			const after = afterFor(real, id, stale);
			const event = any ?? choose(likely(model, id), pick) ?? 'called';
			const ask = { ticketId: id, after, event: eventOf(event) };
			return asked(real, model, async (said, now) => [
				said.record(at, who, id, event, after, after === revOf(now, id)),
				outcome(await now.hall.asking.console.record(deskOf(at, who), ask)),
			]);
		}),
	);
/** The one key: of the one at the desk mostly, and as the state says, mostly. */
const finishAndCall = fc
	.tuple(seat, rarely(target, 4), rarely(fc.constantFrom('served', 'missed'), 4), maybeOld)
	.map(([where, what, any, stale]) =>
		press(`${any ?? 'end'} at ${where} of ${what ?? 'here'} after ${stale ?? 'now'}, and next`, async (model, real) => {
			const { at, who } = seatFor(model, where);
			const id = what ? ticketFor(model, at, what) : (model.here(at)?.id ?? 9_999);
			const after = afterFor(real, id, stale);
			const as = any ?? (model.may(id).includes('missed') ? 'missed' : 'served');
			return asked(real, model, async (said, now) => [
				said.finishAndCall(at, who, id, as, after, after === revOf(now, id)),
				outcome(await now.hall.asking.console.finishAndCall(deskOf(at, who), { ticketId: id, after, as })),
			]);
		}),
	);
const servedBy = (model: Model): readonly Place[] => model.places().filter((it) => it.state === 'serving');
const transfer = fc
	.tuple(seat, rarely(target, 3), service, fc.constantFrom<Sending>('wrong_desk', 'next_step'), maybeOld)
	.map(([where, what, serviceId, as, stale]) =>
		press(`${as} to ${serviceId} at ${where} of ${what ?? 'served'} after ${stale ?? 'now'}`, async (model, real) => {
			// Mostly one who is being served, wherever that is.
			const served = what ? undefined : choose(servedBy(model), where[0]);
			const { at, who } = seatFor(model, served ? [0, served.counter, where[2]] : where);
			const id = served?.id ?? ticketFor(model, at, what ?? [where[0], 'mine']);
			const after = afterFor(real, id, stale);
			const ask = { ticketId: id, after, serviceId, as };
			return asked(real, model, async (said, now) => [
				said.transfer(at, who, id, serviceId, as, after, after === revOf(now, id)),
				outcome(await now.hall.asking.console.transfer(deskOf(at, who), ask)),
			]);
		}),
	);
const undo = fc.tuple(seat, maybeOld).map(([where, stale]) =>
	press(`undo at ${where} of ${stale ?? 'the last'}`, async (model, real) => {
		const { at, who } = seatFor(model, where);
		const rev = stale === null ? model.lastPress(who) : (choose(real.seen, stale) ?? 0);
		return asked(real, model, async (said, { hall }) => [
			said.undo(at, who, rev),
			outcome(await hall.asking.console.undo(deskOf(at, who), { rev })),
		]);
	}),
);
const again = fc.constant(
	press('the same press once more', async (model, real) => (real.again ? real.again(model, real) : [null, null])),
);
/** The reply of the real hall to an officer who signs on. */
const sitDown = ({ commits, hall }: TestHall, desk: Desk): Promise<Outcome> =>
	commits
		.run((now) => signOn(hall, desk, now))
		.then(
			() => null,
			(error: unknown) => (error instanceof Refused ? error.refusal.code : String(error)),
		);
const sit = fc.tuple(counter, rarely(counter, 3)).map(([at, other]) =>
	press(`${other ?? at} signs on at ${at}`, async (model, { hall }) => {
		const who = other ?? at;
		return [model.sit(at, who), await sitDown(hall, deskOf(at, who))];
	}),
);
const shift = fc.tuple(seat, fc.constantFrom('leave', 'pause', 'resume', 'resume')).map(([where, what]) =>
	press(`${what} at ${where}`, async (model, { hall }) => {
		const { at, who } = seatFor(model, where);
		const desk = deskOf(at, who);
		const { pause, resume, signOff } = hall.asking.console;
		if (what === 'leave') return [model.leave(at, who), outcome(await signOff(desk, {}))];
		if (what === 'pause') return [model.pause(at, who, true), outcome(await pause(desk, { reason: 'Salat' }))];
		return [model.pause(at, who, false), outcome(await resume(desk, {}))];
	}),
);
const clock = fc
	.constantFrom(SECOND, 5 * SECOND, 10 * SECOND, 11 * SECOND, MINUTE, 15 * MINUTE, 16 * MINUTE, 31 * MINUTE)
	.map((ms) =>
		press(`${ms / SECOND} s pass`, async (model, { hall }) => {
			model.pass(ms);
			hall.clock.pass(ms);
			return [null, null];
		}),
	);
const night = fc.constantFrom(0, MINUTE, 8 * HOUR).map((late) =>
	press(`midnight passes, ${late / MINUTE} minutes ago`, async (model, { hall }) => {
		model.pass(24 * HOUR - ((model.at() + 8 * HOUR) % (24 * HOUR)) + late);
		hall.clock.set(model.at());
		model.turn();
		await hall.commits.run((now) => turnDay(hall.hall, now));
		// The officers come back, each to the own counter where nobody is still served.
		const answered: Outcome[] = [];
		for (const at of COUNTERS) answered.push(await sitDown(hall, deskOf(at, at)));
		return [COUNTERS.map((at) => model.sit(at, at)).join(), answered.join()];
	}),
);
const time = fc.oneof({ weight: 9, arbitrary: clock }, { weight: 1, arbitrary: night });
const crash = fc.constant(
	press('the power goes and comes', async (_, real) => {
		real.crash();
		return [null, null];
	}),
);

const presses = (most: number) =>
	fc.commands(
		[
			...[take, take, take, take, take, take, next, next, next, next, next, next, rush],
			...[record, record, record, record, record, record, record, record, record, record, transfer, transfer, transfer],
			...[
				finishAndCall,
				finishAndCall,
				finishAndCall,
				undo,
				undo,
				undo,
				again,
				again,
				again,
				sit,
				shift,
				shift,
				time,
				time,
				time,
				crash,
			],
		],
		{ maxCommands: most, size: 'max' },
	);

/** All officers are there, and the first visitors have come. */
async function begin(real: Real): Promise<{ model: Model; real: Real }> {
	const model = openModel(MONDAY_NINE);
	for (const at of COUNTERS) {
		model.sit(at, at);
		await real.hall.sit(at);
	}
	for (const wanted of [['nib'], ['nib', 'skck'], ['ktp', 'kk', 'konsultasi'], ['ktp'], ['konsultasi'], ['skck']]) {
		const requestId = uuid(900 + model.places().length);
		model.take(requestId, wanted, false);
		await real.hall.take(wanted, { requestId });
	}
	return { model, real };
}
const survives = (open: () => Real, runs: number, most: number): Promise<void> =>
	fc.assert(
		fc.asyncProperty(presses(most), async (commands) => {
			const real = open();
			const started = await begin(real);
			await fc.asyncModelRun(() => started, commands);
			expect(faultsOf(real.hall.store)).toEqual([]);
			real.hall.store.sqlite.close();
		}),
		{ numRuns: runs },
	);

const RUNS = Number(process.env.GILIRAN_RUNS ?? 80);

function inMemory(): Real {
	const store = openInMemory();
	makeSmallHall(store, {}, MONDAY_NINE);
	const time = openClock(MONDAY_NINE);
	const real: Real = {
		hall: useTestHall(store, time),
		seen: [],
		again: null,
		checked: 0 as Rev,
		// Everything that is not in the tables is forgotten.
		crash: () => {
			real.hall = useTestHall(store, time);
		},
	};
	return real;
}

test('whatever is pressed, the hall answers and stands as the model does', { timeout: 600_000 }, () =>
	survives(inMemory, RUNS, 60),
);

test('and so it does on a disk, where a power cut leaves the files as they are', { timeout: 600_000 }, async () => {
	const root = mkdtempSync(path.join(tmpdir(), 'giliran-model-'));
	let count = 0;
	const folder = (): string => path.join(root, String(++count));
	const onDisk = (): Real => {
		const time = openClock(MONDAY_NINE);
		let at = folder();
		let store: Store = openStore(at, 'x');
		makeSmallHall(store, {}, MONDAY_NINE);
		const real: Real = {
			hall: useTestHall(store, time),
			seen: [],
			again: null,
			checked: 0 as Rev,
			crash: () => {
				const next = folder();
				const files = ['giliran.db', 'giliran.db-wal'].filter((it) => existsSync(path.join(at, it)));
				const copies = files.map((it) => [path.join(at, it), path.join(next, it)] as const);
				mkdirSync(next);
				for (const [from, to] of copies) copyFileSync(from, to);
				store.sqlite.close();
				at = next;
				store = openStore(at, 'x');
				real.hall = useTestHall(store, time);
			},
		};
		return real;
	};
	try {
		await survives(onDisk, Math.ceil(RUNS / 15), 60);
	} finally {
		rmSync(root, { recursive: true });
	}
});
