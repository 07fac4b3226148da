import { beforeEach, expect, test } from 'vitest';
import {
	type CounterNumber,
	type Instant,
	MINUTE,
	type Rev,
	SECOND,
	type ServiceId,
	type TicketId,
	type VisitId,
} from '../shared/id.ts';
import type { AtCounter, ConsoleView, LineItem } from '../shared/views.ts';
import { decide, isIdle, type Memory } from './decide.ts';
import type { Errand } from './errand.ts';
import { type Floor, openFloor } from './floor.ts';
import { LUNCH } from './lunch.ts';

const SPEED = 60;
const BEGAN: Instant = 1_000_000;
/** Simulated ms later, on the real clock. */
const later = (ms: number): Instant => BEGAN + ms / SPEED;
const VISIT = 5 as VisitId;
const TICKET = 7 as TicketId;

let clock: Instant;
let floor: Floor;
let memory: Memory;
beforeEach(() => {
	clock = BEGAN;
	floor = openFloor(1, SPEED, () => clock, 0);
	memory = { aside: new Map(), regret: null, readyAt: 0, lunchAt: Number.POSITIVE_INFINITY, eaten: false };
});

const ERRAND: Errand = {
	service: 'dtks' as ServiceId,
	serviceMs: 10 * MINUTE,
	walkMs: 40 * SECOND,
	patienceMs: 75 * SECOND,
	comes: 'at_once',
	backMs: 5 * MINUTE,
	aside: null,
	mistake: null,
	onward: null,
};
/** Who is at the desk came for this. */
function comesFor(errand: Partial<Errand>): void {
	const errands = [{ ...ERRAND, ...errand }];
	floor.people.set(VISIT, { comesAt: 0, priority: null, services: [ERRAND.service], errands });
}
const called = (more: Partial<AtCounter> = {}): Partial<ConsoleView> => ({
	now: {
		...({
			ticketId: TICKET,
			visitId: VISIT,
			rev: 11 as Rev,
			number: 'G-001',
			headStart: null,
			state: 'called',
		} as const),
		...{
			issuedAt: BEGAN,
			calledAt: BEGAN,
			calls: 1,
			startedAt: null,
			parkedMs: 0,
			also: [],
			slip: null,
			heard: { at: null, silent: [] },
			waitsIn: null,
		},
		service: { id: ERRAND.service, counterMinutes: 12 } as AtCounter['service'],
		...more,
	},
});
const serving = (more: Partial<AtCounter> = {}): Partial<ConsoleView> =>
	called({ state: 'serving', startedAt: BEGAN, ...more });
const item = (state: LineItem['state'], more: Partial<LineItem> = {}): LineItem => ({
	...({ ticketId: TICKET, rev: 11 as Rev, number: 'G-001', headStart: null, state, queueId: 'dinsos/G' } as LineItem),
	...{ issuedAt: BEGAN, since: BEGAN, parkReason: null, slip: null, elsewhere: false },
	...more,
});
/** Only what an officer of the demo looks at. */
const view = (shown: Partial<ConsoleView>): ConsoleView =>
	({
		...{ now: null, undo: null, line: [], parked: [], missed: [], lastCall: 0 as Rev, services: [] },
		shift: { since: BEGAN, pause: null },
		counter: { number: 13 as CounterNumber, queues: [] },
		...shown,
	}) as unknown as ConsoleView;
const at = (ms: number, shown: Partial<ConsoleView>) => {
	clock = later(ms);
	return decide(view(shown), memory, floor);
};
const pressed = (event: object) => expect.objectContaining({ do: 'record', ask: expect.objectContaining({ event }) });

test('a visitor is served from the moment they arrive, for as long as it takes', () => {
	comesFor({});
	expect(at(0, called())).toEqual({ do: 'wait', until: later(40 * SECOND) });
	expect(at(40 * SECOND, called())).toEqual(pressed({ kind: 'started' }));
	expect(at(9 * MINUTE, serving())).toEqual({ do: 'wait', until: later(10 * MINUTE) });
	expect(at(10 * MINUTE, serving())).toEqual(pressed({ kind: 'closed', as: 'served' }));
});

test('the time a visitor was aside does not count as service', () => {
	comesFor({});
	const parkedMs = (20 * MINUTE) / SPEED;
	expect(at(25 * MINUTE, serving({ parkedMs }))).toEqual({ do: 'wait', until: later(30 * MINUTE) });
	expect(at(30 * MINUTE, serving({ parkedMs }))).toEqual(pressed({ kind: 'closed', as: 'served' }));
});

test('a slow walker is called again, at most three times, and never given up', () => {
	comesFor({ walkMs: 4 * MINUTE });
	expect(at(75 * SECOND, called())).toEqual(pressed({ kind: 'called' }));
	expect(at(150 * SECOND, called({ calls: 2 }))).toEqual(pressed({ kind: 'called' }));
	expect(at(230 * SECOND, called({ calls: 3 }))).toEqual({ do: 'wait', until: later(4 * MINUTE) });
});

test('who does not come is missed after three calls, and closed once the grace has passed', () => {
	comesFor({ comes: 'never' });
	expect(at(225 * SECOND, called({ calls: 2 }))).toEqual(pressed({ kind: 'called' }));
	expect(at(225 * SECOND, called({ calls: 3 }))).toMatchObject({ ask: { event: { kind: 'missed' } }, back: null });
	memory.aside.set(TICKET, null);
	const shown = { missed: [item('missed')] };
	expect(at(14 * MINUTE, shown)).toEqual({ do: 'wait', until: later(15 * MINUTE) });
	expect(isIdle(view(shown), memory)).toBe(false);
	expect(at(15 * MINUTE, shown)).toEqual(pressed({ kind: 'closed', as: 'no_show' }));
});

test('who was only late is put back into the line, and comes at the next call', () => {
	comesFor({ comes: 'late' });
	const back = later(225 * SECOND + 5 * MINUTE);
	expect(at(225 * SECOND, called({ calls: 3 }))).toMatchObject({ ask: { event: { kind: 'missed' } }, back });
	memory.aside.set(TICKET, back);
	expect(at(9 * MINUTE, { missed: [item('missed')] })).toEqual(pressed({ kind: 'returned' }));
	floor.cameBack.add(TICKET);
	expect(at(40 * SECOND, called())).toEqual(pressed({ kind: 'started' }));
});

test('who lacks a paper steps aside once, and is taken up again before anybody new', () => {
	comesFor({ aside: { share: 0.5, awayMs: 20 * MINUTE, reason: 'documents' } });
	const back = later(25 * MINUTE);
	expect(at(5 * MINUTE, serving())).toMatchObject({
		ask: { event: { kind: 'parked', reason: 'documents' } },
		back,
	});
	floor.wasAside.add(TICKET);
	memory.aside.set(TICKET, back);
	const shown = { parked: [item('parked')], line: [item('waiting', { ticketId: 8 as TicketId })] };
	expect(at(24 * MINUTE, shown)).toEqual({ do: 'callNext' });
	expect(at(25 * MINUTE, shown)).toEqual(pressed({ kind: 'started' }));
	expect(at(25 * MINUTE, { parked: [item('parked', { elsewhere: true })] }).do).toBe('wait');
	expect(at(6 * MINUTE, serving())).toEqual({ do: 'wait', until: later(10 * MINUTE) });
});

test('who is sent on is transferred, unless the other line would not have them', () => {
	comesFor({ onward: { as: 'next_step', to: 'bayar' as ServiceId } });
	expect(at(10 * MINUTE, serving())).toEqual({
		do: 'transfer',
		ask: { ticketId: TICKET, after: 11, serviceId: 'bayar', as: 'next_step' },
	});
	floor.stays.add(TICKET);
	expect(at(10 * MINUTE, serving())).toEqual(pressed({ kind: 'closed', as: 'served' }));
});

test('a wrong call is taken back within the time that an undo is allowed', () => {
	comesFor({ mistake: 'call_undone' });
	const undo = { rev: 11, until: BEGAN + 10_000 } as ConsoleView['undo'];
	const notices = at(0, { ...called(), undo });
	expect(notices.do === 'wait' && notices.until).toBeLessThan(BEGAN + 10_000);
	expect(at(MINUTE, { ...called(), undo })).toEqual({ do: 'undo', rev: 11, ticketId: TICKET });
	floor.blundered.add(TICKET);
	expect(at(MINUTE, { ...called(), undo })).toEqual(pressed({ kind: 'started' }));
});

test('a call by mistake is released once, and a finish too early is taken back', () => {
	comesFor({ mistake: 'released' });
	expect(at(MINUTE, called())).toMatchObject({ ask: { event: { kind: 'released' } }, blunder: true });
	comesFor({ mistake: 'finish_undone' });
	expect(at(6 * MINUTE, serving())).toMatchObject({ ask: { event: { kind: 'closed' } }, blunder: true });
	memory.regret = { rev: 12 as Rev, at: later(7 * MINUTE) };
	const shown = { undo: { rev: 12 } as ConsoleView['undo'], line: [item('waiting')] };
	expect(at(6.5 * MINUTE, shown)).toEqual({ do: 'wait', until: later(7 * MINUTE) });
	expect(at(7 * MINUTE, shown)).toEqual({ do: 'undo', rev: 12, ticketId: null });
	expect(isIdle(view({}), memory)).toBe(false);
});

test('lunch begins when the desk is free, and ends by itself', () => {
	comesFor({});
	memory = { ...memory, lunchAt: later(5 * MINUTE) };
	const line = [item('waiting')];
	expect(at(6 * MINUTE, serving()).do).toBe('wait');
	expect(at(6 * MINUTE, { line })).toEqual({ do: 'pause' });
	memory.eaten = true;
	const shift = { since: BEGAN, pause: { reason: 'Istirahat makan', since: later(6 * MINUTE) } };
	expect(at(7 * MINUTE, { line, shift })).toEqual({ do: 'wait', until: later(6 * MINUTE + LUNCH) });
	expect(at(6 * MINUTE + LUNCH, { line, shift })).toEqual({ do: 'resume' });
	expect(at(6 * MINUTE + LUNCH, { line })).toEqual({ do: 'callNext' });
});

test('nobody is called who is at another counter, nor before the papers are put away', () => {
	expect(at(0, { line: [item('waiting', { elsewhere: true })] }).do).toBe('wait');
	memory.readyAt = later(20 * SECOND);
	expect(at(10 * SECOND, { line: [item('waiting')] })).toEqual({ do: 'wait', until: memory.readyAt });
});

test('when the demo is stopped, who is served is finished, who was called waits again, and the officer leaves', () => {
	comesFor({});
	floor.phase = 'stopped';
	expect(at(MINUTE, serving())).toEqual(pressed({ kind: 'closed', as: 'served' }));
	expect(at(0, called())).toEqual(pressed({ kind: 'released' }));
	expect(at(0, { line: [item('waiting')] })).toEqual({ do: 'signOff' });
	floor.phase = 'over';
	expect(at(0, {})).toEqual({ do: 'signOff' });
});

test('a person who plays along has time to see the number called', () => {
	const walks = at(0, called({ visitId: 99 as VisitId }));
	expect(walks).toEqual({ do: 'wait', until: BEGAN + 8 * SECOND });
});
