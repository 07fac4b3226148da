// One key for the whole day: the press that ends a visit and calls the next does both or neither, once, and is taken
// back whole.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MINUTE, SECOND, type TicketId } from '../../shared/id.ts';
import type { Ticket } from '../../shared/ticket.ts';
import { no, openTestHall, type Seat, type TestHall, yes } from '../testing/test-hall.ts';
import { expectWhole } from '../testing/whole.ts';

let hall: TestHall;
let sari: Seat;
beforeEach(async () => {
	hall = openTestHall();
	sari = await hall.sit(1);
});
afterEach(() => expectWhole(hall.store));

/** Called to Sari's desk, and served there unless they have not come yet. */
async function atDesk(state: 'called' | 'serving' = 'serving'): Promise<Ticket> {
	const { id } = await hall.ticket('nib');
	yes(await sari.next());
	if (state === 'serving') yes(await sari.record(id, { kind: 'started' }));
	hall.clock.pass(MINUTE);
	return hall.row(id);
}
const butForRev = (ticket: Ticket): object => ({ ...ticket, rev: null });

describe('one press', () => {
	test('ends the visit and calls the next', async () => {
		const first = await atDesk();
		const second = await hall.ticket('nib');
		const { finished, called } = yes(await sari.finishAndCall(first.id, 'served'));
		expect([finished.number, called?.number]).toEqual(['A-001', 'A-002']);
		expect(hall.row(first.id)).toMatchObject({ state: 'closed', outcome: 'served' });
		expect(hall.row(second.id)).toMatchObject({ state: 'called', counter: 1 });
		expect(sari.view()).toMatchObject({ now: { number: 'A-002' }, lastCall: called?.rev });
	});

	test('of one who did not come puts the number among the missed', async () => {
		const first = await atDesk('called');
		await hall.ticket('nib');
		yes(await sari.finishAndCall(first.id, 'missed'));
		expect(hall.row(first.id)).toMatchObject({ state: 'missed' });
		expect(sari.view().now?.number).toBe('A-002');
	});

	test('with nobody waiting only ends the visit', async () => {
		const first = await atDesk();
		expect(yes(await sari.finishAndCall(first.id, 'served')).called).toBeNull();
		expect(sari.view()).toMatchObject({ now: null, undo: { number: 'A-001', kind: 'closed', ended: null } });
	});

	test('made twice on the same screen does its work once and is answered the same', async () => {
		const first = await atDesk();
		await hall.ticket('nib');
		await hall.ticket('nib');
		const [one, two] = await Promise.all([
			sari.finishAndCall(first.id, 'served', first.rev),
			sari.finishAndCall(first.id, 'served', first.rev),
		]);
		expect(yes(two)).toEqual(yes(one));
		expect(sari.view()).toMatchObject({ now: { number: 'A-002' }, waiting: 1 });
	});

	test('is the same call as that of “Panggil berikutnya” from the same screen', async () => {
		const first = await atDesk();
		const { lastCall } = sari.view();
		await hall.ticket('nib');
		const { called } = yes(await sari.finishAndCall(first.id, 'served'));
		expect(yes(await sari.next(lastCall))).toEqual(called);
	});

	test('calls the same visitor where another line of this desk is next', async () => {
		yes(await hall.take(['nib', 'konsultasi']));
		const { ticketId } = yes(await sari.next());
		yes(await sari.record(ticketId, { kind: 'started' }));
		const { called } = yes(await sari.finishAndCall(ticketId, 'served'));
		expect(called?.number).toBe('A-001');
		yes(await sari.undo());
		expect(sari.view().now).toMatchObject({ ticketId, state: 'serving' });
	});
});

describe('is refused, and nothing happens', () => {
	test.each([
		['called', 'served'],
		['serving', 'missed'],
	] as const)('to one who is %s, as %s', async (state, as) => {
		const first = await atDesk(state);
		await hall.ticket('nib');
		expect(no(await sari.finishAndCall(first.id, as))).toEqual({ code: 'wrong_state' });
		expect(hall.row(first.id)).toEqual(first);
		expect(sari.view().waiting).toBe(1);
	});

	test('on an old screen, and to another desk', async () => {
		const first = await atDesk('called');
		yes(await sari.record(first.id, { kind: 'started' }));
		expect(no(await sari.finishAndCall(first.id, 'served', first.rev))).toEqual({ code: 'stale' });
		const budi = await hall.sit(2);
		expect(no(await budi.finishAndCall(first.id, 'served'))).toEqual({ code: 'not_your_ticket' });
		const polres = await hall.sit(21);
		expect(no(await polres.finishAndCall(first.id, 'served'))).toEqual({ code: 'unknown', what: 'ticket' });
		expect(no(await sari.finishAndCall(99 as TicketId, 'served', first.rev))).toEqual({
			code: 'unknown',
			what: 'ticket',
		});
	});
});

describe('is taken back whole within ten seconds', () => {
	test.each([
		['serving', 'served'],
		['called', 'missed'],
	] as const)('one who was %s is at the desk again, and the next waits in the old place', async (state, as) => {
		const first = await atDesk(state);
		const second = await hall.ticket('nib');
		await hall.ticket('nib');
		yes(await sari.finishAndCall(first.id, as));
		hall.clock.pass(10 * SECOND);
		expect(sari.view().undo).toMatchObject({ number: 'A-002', kind: 'called', ended: { number: 'A-001' } });
		yes(await sari.undo());
		expect(butForRev(hall.row(first.id))).toEqual(butForRev(first));
		expect(butForRev(hall.row(second.id))).toEqual(butForRev(second));
		expect(sari.view()).toMatchObject({ now: { number: 'A-001', state }, waiting: 2, undo: null });
		expect(hall.story(second.id)).toEqual(['issued', 'called', 'undone']);
	});

	test('once, and answered the same when pressed twice', async () => {
		const first = await atDesk();
		await hall.ticket('nib');
		const { called } = yes(await sari.finishAndCall(first.id, 'served'));
		const [one, two] = await Promise.all([sari.undo(called?.rev), sari.undo(called?.rev)]);
		expect(yes(two)).toEqual(yes(one));
		expect(no(await sari.undo())).toEqual({ code: 'nothing_to_undo' });
	});

	test('but not when the one who was here is somewhere else by now', async () => {
		yes(await hall.take(['nib', 'skck']));
		const { ticketId } = yes(await sari.next());
		await hall.ticket('nib');
		yes(await sari.finishAndCall(ticketId, 'missed'));
		yes(await (await hall.sit(21)).next());
		expect(no(await sari.undo())).toEqual({ code: 'visit_busy', counter: 21 });
		expect(sari.view().now?.number).toBe('A-002');
	});

	test('nor when a colleague has taken up the one who was missed', async () => {
		const first = await atDesk('called');
		await hall.ticket('nib');
		const { called } = yes(await sari.finishAndCall(first.id, 'missed'));
		yes(await (await hall.sit(2)).record(first.id, { kind: 'returned' }));
		expect(sari.view().undo).toBeNull();
		expect(no(await sari.undo(called?.rev))).toEqual({ code: 'stale' });
	});

	test('and after the next was taken in, only that is taken back', async () => {
		const first = await atDesk();
		const second = await hall.ticket('nib');
		yes(await sari.finishAndCall(first.id, 'served'));
		yes(await sari.record(second.id, { kind: 'started' }));
		yes(await sari.undo());
		expect(hall.row(second.id).state).toBe('called');
		expect(hall.row(first.id).outcome).toBe('served');
	});
});
