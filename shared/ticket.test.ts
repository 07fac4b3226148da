// The life of a ticket: the table of what may happen, the three times that are measured, and undo by replay.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from './day.ts';
import { UNDO_WINDOW } from './hall.ts';
import {
	type AgencyId,
	type CounterNumber,
	type Instant,
	MINUTE,
	type OfficerId,
	type QueueId,
	type Rev,
	SECOND,
	type ServiceId,
	type TicketId,
	type VisitId,
} from './id.ts';
import {
	apply,
	can,
	type EventKind,
	OUTCOMES,
	type Outcome,
	placeOnReturn,
	replay,
	STATES,
	type State,
	serviceMs,
	type Ticket,
	type TicketEntry,
	type TicketEvent,
	undoable,
	undone,
	waitMs,
} from './ticket.ts';

const NINE: Instant = Date.parse('2026-11-23T01:00:00Z');
const SARI = 1 as OfficerId;
const BUDI = 2 as OfficerId;
const rev = (value: number): Rev => value as Rev;
const past = (minutes: number): Instant => NINE + minutes * MINUTE;

const issued: Ticket = {
	id: 12 as TicketId,
	visitId: 12 as VisitId,
	day: '2026-11-23' as Day,
	number: 'A-012',
	agencyId: 'dpmptsp' as AgencyId,
	queueId: 'dpmptsp/A' as QueueId,
	serviceId: 'nib' as ServiceId,
	headStart: null,
	headStartMs: 0,
	state: 'waiting',
	outcome: null,
	issuedAt: NINE,
	joinedAt: NINE,
	toldWaitMs: null,
	firstCalledAt: null,
	calledAt: null,
	walkedMs: null,
	calls: 0,
	startedAt: null,
	parkedAt: null,
	parkedMs: 0,
	parkReason: null,
	missedAt: null,
	closedAt: null,
	deskSince: null,
	deskMs: 0,
	counter: null,
	officerId: null,
	fromTicket: null,
	rev: rev(1),
};

const desk = { counter: 3 as CounterNumber, officerId: SARI };
const call: TicketEvent = { kind: 'called', ...desk };
const start: TicketEvent = { kind: 'started', ...desk };
const park: TicketEvent = { kind: 'parked', reason: 'copies' };
const miss: TicketEvent = { kind: 'missed' };
const release: TicketEvent = { kind: 'released' };
const back = (joinedAt: Instant): TicketEvent => ({ kind: 'returned', joinedAt });
const close = (as: Outcome): TicketEvent => ({ kind: 'closed', as });

/** What becomes of the ticket when this happens at these minutes after nine. */
const lived = (...story: readonly (readonly [number, TicketEvent])[]): Ticket =>
	story.reduce((ticket, [minutes, event], index) => apply(ticket, event, past(minutes), rev(index + 2)), issued);

describe('what may happen in which state', () => {
	// A blank must be refused. Columns: called started parked missed released returned | as served no_show transferred cancelled expired withdrawn.
	const TABLE = `
		state   | called  started  parked  missed  released  returned | served  no_show  transferred  cancelled  expired  withdrawn
		waiting | called  .        .       .       .         .        | .       .        closed       closed     closed  closed
		called  | called  serving  .       missed  waiting   .        | .       .        .            closed     closed  .
		serving | .       .        parked  .       .         .        | closed  .        closed       .          closed  .
		parked  | called  serving  .       .       .         waiting  | .       .        .            .          closed  .
		missed  | called  .        .       .       .         waiting  | .       closed   .            .          closed  .
		closed  | .       .        .       .       .         .        | .       .        .            .          .  .
	`;
	const [head = [], ...rows] = TABLE.trim()
		.split('\n')
		.map((row) => row.trim().split(/[\s|]+/));
	const events: Readonly<Record<string, TicketEvent>> = {
		...{ called: call, started: start, parked: park, missed: miss, released: release, returned: back(NINE) },
		...Object.fromEntries(OUTCOMES.map((as) => [as, close(as)])),
	};
	const cells = rows.flatMap(([state = '', ...becomes]) =>
		becomes.map((then, column) => ({ state: state as State, what: head[column + 1] ?? '', then })),
	);

	it('names every state and every event', () => {
		expect(rows.map(([state]) => state)).toEqual([...STATES]);
		expect(head.slice(1)).toEqual(Object.keys(events));
		expect(cells).toHaveLength(STATES.length * (6 + OUTCOMES.length));
	});

	it.each(cells)('$state + $what -> $then', ({ state, what, then }) => {
		const event = events[what];
		if (!event) throw new Error(`no such event: ${what}`);
		const ticket: Ticket = { ...issued, state };
		if (then === '.') {
			expect(can(state, event)).toEqual({ code: 'wrong_state' });
			expect(() => apply(ticket, event, NINE, rev(2))).toThrow(state);
		} else {
			expect(can(state, event)).toBeNull();
			expect(apply(ticket, event, NINE, rev(2))).toMatchObject({ state: then, rev: 2 });
		}
	});

	it('refuses a close that does not say how', () => {
		for (const state of STATES) expect(can(state, { kind: 'closed' })).toEqual({ code: 'wrong_state' });
	});
});

describe('the three times', () => {
	it('waiting ends at the first call, walking at the start, service at the end', () => {
		const ticket = lived([9, call], [11, start], [26, close('served')]);
		expect([waitMs(ticket), ticket.walkedMs, serviceMs(ticket)]).toEqual([9 * MINUTE, 2 * MINUTE, 15 * MINUTE]);
	});

	it('a recall counts, and the wait still ends at the first call and the walk still begins there', () => {
		const ticket = lived([9, call], [10, call], [11, call], [12, start]);
		expect(ticket).toMatchObject({ calls: 3, calledAt: past(9), walkedMs: 3 * MINUTE });
		expect(waitMs(ticket)).toBe(9 * MINUTE);
	});

	it('who was missed and comes back walks from the second call', () => {
		const ticket = lived([9, call], [12, miss], [20, back(NINE)], [22, call], [23, start], [30, close('served')]);
		expect(ticket).toMatchObject({ calls: 1, walkedMs: MINUTE, missedAt: null });
		expect([waitMs(ticket), serviceMs(ticket)]).toEqual([9 * MINUTE, 7 * MINUTE]);
	});

	it('time set aside is not service, however often', () => {
		const ticket = lived([1, call], [2, start], [5, park], [15, start], [18, park], [38, start], [40, close('served')]);
		expect(ticket.parkedMs).toBe(30 * MINUTE);
		expect(serviceMs(ticket)).toBe(8 * MINUTE);
	});

	it('nor is the second wait and walk of one who was set aside', () => {
		const story = [
			[1, call],
			[2, start],
			[5, park],
			[15, back(past(15))],
			[35, call],
			[36, call],
			[37, start],
			[40, close('served')],
		] as const;
		expect(serviceMs(lived(...story))).toBe(6 * MINUTE);
		expect(lived(...story)).toMatchObject({ walkedMs: MINUTE, parkedMs: 32 * MINUTE, parkedAt: null });
	});

	it('a missed visitor has no service time, an unfinished one has none yet', () => {
		expect(serviceMs(lived([9, call], [12, miss], [30, close('no_show')]))).toBeNull();
		expect(serviceMs(lived([9, call], [12, start]))).toBeNull();
		expect(waitMs(issued)).toBeNull();
	});

	it('a number costs its counter the time from call to end, those who left included, without the time set aside', () => {
		expect(lived([9, call], [10, call], [12, miss]).deskMs).toBe(3 * MINUTE);
		expect(lived([9, call], [10, release]).deskMs).toBe(MINUTE);
		const ticket = lived([9, call], [11, start], [16, park], [30, call], [31, start], [36, close('served')]);
		expect(ticket).toMatchObject({ deskMs: 13 * MINUTE, deskSince: null });
	});

	it('who resumes a visitor at another counter serves there', () => {
		const there = { counter: 4 as CounterNumber, officerId: BUDI };
		expect(lived([9, call], [10, start], [12, park], [20, { kind: 'started', ...there }])).toMatchObject(there);
	});

	it('a clock that was set back makes no time negative', () => {
		const ticket = lived([9, call], [5, start], [4, park], [3, start], [2, close('served')]);
		expect([waitMs(ticket), ticket.walkedMs, ticket.parkedMs, serviceMs(ticket)]).toEqual([9 * MINUTE, 0, 0, 0]);
		expect(ticket.deskMs).toBe(0);
	});
});

describe('places', () => {
	it('called by mistake, a ticket keeps its place and stands at no counter', () => {
		expect(lived([9, call], [10, release])).toMatchObject({
			...{ state: 'waiting', joinedAt: NINE, calls: 0, counter: null, officerId: null },
		});
	});

	it('a missed visitor keeps the place within the grace, to the millisecond, and joins now after it', () => {
		const missed = lived([9, call], [12, miss]);
		const grace = 15 * MINUTE;
		expect(placeOnReturn(missed, past(12) + grace, grace)).toBe(NINE);
		expect(placeOnReturn(missed, past(12) + grace + 1, grace)).toBe(past(27) + 1);
	});

	it('one who was set aside joins now', () => {
		const parked = lived([9, call], [10, start], [12, park]);
		expect(placeOnReturn(parked, past(13), 15 * MINUTE)).toBe(past(13));
	});

	it('while parked the reason stands; afterwards it is gone', () => {
		expect(lived([9, call], [10, start], [12, park])).toMatchObject({ parkReason: 'copies', parkedAt: past(12) });
		expect(lived([9, call], [10, start], [12, park], [14, start]).parkReason).toBeNull();
		expect(lived([9, call], [10, start], [12, park], [14, call]).parkReason).toBeNull();
	});
});

/** A journal whose entries lie `every` ms apart. */
function journal(events: readonly TicketEvent[], every: number, officerId: OfficerId): readonly TicketEntry[] {
	const first: TicketEntry = { rev: rev(1), at: NINE, officerId: null, kind: 'issued', ticket: issued };
	const rest = events.map(
		(event, index): TicketEntry => ({
			...{ rev: rev(index + 2), at: NINE + (index + 1) * every, officerId, kind: event.kind, event },
		}),
	);
	return [first, ...rest];
}

describe('undo', () => {
	const called = journal([call], SECOND, SARI);

	it('puts the row back as it was before, whatever the last event was', () => {
		const stories: readonly (readonly TicketEvent[])[] = [
			[call],
			[call, call],
			[call, start],
			[call, miss],
			[call, release],
			[call, start, park],
			[call, start, park, back(past(1))],
			[call, miss, close('no_show')],
			[call, start, close('served')],
		];
		for (const story of stories) {
			const entries = journal(story, SECOND, SARI);
			const before = replay(entries.slice(0, -1));
			expect(undone(entries, rev(entries.length), rev(99))).toEqual({ ...before, rev: 99 });
		}
	});

	it('is open for ten seconds, to the officer who did it', () => {
		const at = NINE + SECOND;
		expect(undoable(called, SARI, at + UNDO_WINDOW)).toEqual({ undoes: 2 });
		expect(undoable(called, SARI, at + UNDO_WINDOW + 1)).toEqual({ code: 'undo_too_late' });
		expect(undoable(called, BUDI, at)).toEqual({ code: 'not_your_ticket' });
		expect(undoable(called.slice(0, 1), SARI, at)).toEqual({ code: 'nothing_to_undo' });
	});

	it('reaches the event before it next, and never undoes an undoing', () => {
		const entries: readonly TicketEntry[] = [
			...journal([call, start], SECOND, SARI),
			{ rev: rev(4), at: NINE + 3 * SECOND, officerId: SARI, kind: 'undone', undoes: rev(3) },
		];
		expect(replay(entries)).toMatchObject({ state: 'called', startedAt: null, rev: 4 });
		expect(undoable(entries, SARI, NINE + 4 * SECOND)).toEqual({ undoes: 2 });
		expect(undone(entries, rev(2), rev(5))).toEqual({ ...issued, rev: 5 });
	});

	it('cannot be replayed without a beginning', () => {
		expect(() => replay(called.slice(1))).toThrow('issued');
		expect(() => replay([])).toThrow('issued');
	});
});

describe('whatever happens', () => {
	const anyEvent: fc.Arbitrary<TicketEvent> = fc.oneof(
		fc.record({
			kind: fc.constantFrom('called' as const, 'started' as const),
			counter: fc.integer({ min: 1, max: 32 }).map((it) => it as CounterNumber),
			officerId: fc.constantFrom(SARI, BUDI),
		}),
		fc.constantFrom(start, miss, release, park, back(past(60))),
		fc.constantFrom(...OUTCOMES).map(close),
	);
	/** Presses in any order with any pauses; those that cannot happen are refused and leave no trace, some are undone. */
	const presses = fc.array(
		fc.record({ event: anyEvent, pause: fc.integer({ min: 0, max: 20 * MINUTE }), undo: fc.boolean() }),
		{ maxLength: 40 },
	);

	it('the journal replayed is the row, with undos in between', () => {
		fc.assert(
			fc.property(presses, (all) => {
				let entries: readonly TicketEntry[] = journal([], SECOND, SARI);
				let row = issued;
				let at = NINE;
				for (const press of all) {
					at += press.pause;
					const next = rev(row.rev + 1);
					const takeBack = press.undo ? undoable(entries, SARI, at) : null;
					if (takeBack && 'undoes' in takeBack) {
						row = undone(entries, takeBack.undoes, next);
						entries = [...entries, { rev: next, at, officerId: SARI, kind: 'undone', undoes: takeBack.undoes }];
					} else if (!can(row.state, press.event)) {
						row = apply(row, press.event, at, next);
						const kind: EventKind = press.event.kind;
						entries = [...entries, { rev: next, at, officerId: SARI, kind, event: press.event }];
					}
					expect(replay(entries)).toEqual(row);
				}
			}),
		);
	});

	it('the row makes sense in every state', () => {
		fc.assert(
			fc.property(presses, (all) => {
				let row = issued;
				let at = NINE;
				for (const { event, pause } of all) {
					at += pause;
					if (can(row.state, event)) continue;
					const before = row;
					row = apply(row, event, at, rev(row.rev + 1));
					expect(row.state === 'closed').toBe(row.outcome !== null && row.closedAt !== null);
					if (row.state === 'called' || row.state === 'serving') expect(row.counter).not.toBeNull();
					if (row.state === 'waiting') expect([row.counter, row.officerId]).toEqual([null, null]);
					if (row.state === 'serving') expect([row.parkedAt, row.startedAt === null]).toEqual([null, false]);
					if (row.state === 'parked') expect([row.parkedAt, row.parkReason]).toEqual([at, 'copies']);
					expect(row.missedAt !== null).toBe(row.state === 'missed');
					expect(row.deskSince !== null).toBe(row.state === 'called' || row.state === 'serving');
					expect(row.deskMs).toBeGreaterThanOrEqual(before.deskMs);
					// Once measured, the wait and the walk do not change any more; what stood still only grows.
					if (before.firstCalledAt !== null) expect(waitMs(row)).toBe(waitMs(before));
					if (before.walkedMs !== null) expect(row.walkedMs).toBe(before.walkedMs);
					expect(row.parkedMs).toBeGreaterThanOrEqual(before.parkedMs);
					expect([row.number, row.visitId, row.day, row.issuedAt]).toEqual(['A-012', 12, '2026-11-23', NINE]);
				}
			}),
		);
	});
});
