// What happens to a visitor at the desk: every event, what it leaves on the row, and every press that must be refused.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HOUR, MINUTE, type Rev, SECOND, type TicketId } from '../../shared/id.ts';
import { serviceMs, waitMs } from '../../shared/ticket.ts';
import { no, openTestHall, type Seat, type TestHall, yes } from '../testing/test-hall.ts';
import { expectWhole } from '../testing/whole.ts';

let hall: TestHall;
let sari: Seat;
let budi: Seat;
beforeEach(async () => {
	hall = openTestHall();
	[sari, budi] = [await hall.sit(1), await hall.sit(2)];
});
afterEach(() => expectWhole(hall.store));

/** A visitor who came and was called by Sari ten minutes later. */
async function called(service = 'nib'): Promise<TicketId> {
	const { id } = await hall.ticket(service);
	hall.clock.pass(10 * MINUTE);
	yes(await sari.next());
	return id;
}
async function serving(): Promise<TicketId> {
	const id = await called();
	hall.clock.pass(MINUTE);
	yes(await sari.record(id, { kind: 'started' }));
	return id;
}

describe('at the desk', () => {
	test('a visitor is called, walks, is served, and the three times are three', async () => {
		const id = await serving();
		hall.clock.pass(15 * MINUTE);
		yes(await sari.record(id, { kind: 'closed', as: 'served' }));
		const ticket = hall.row(id);
		expect(ticket).toMatchObject({ state: 'closed', outcome: 'served', counter: 1, officerId: 1, walkedMs: MINUTE });
		expect([waitMs(ticket), serviceMs(ticket)]).toEqual([10 * MINUTE, 15 * MINUTE]);
		expect(sari.view()).toMatchObject({ now: null, today: { called: 1, served: 1, noShow: 0 } });
	});

	test('a recall counts, and the wait still ends at the first call', async () => {
		const id = await called();
		for (let it = 0; it < 3; it++) {
			hall.clock.pass(30 * SECOND);
			yes(await sari.record(id, { kind: 'called' }));
		}
		const ticket = hall.row(id);
		expect(ticket).toMatchObject({ state: 'called', calls: 4 });
		expect(waitMs(ticket)).toBe(10 * MINUTE);
		expect(hall.story(id)).toEqual(['issued', 'called', 'called', 'called', 'called']);
	});

	test('who does not come is missed, and the desk is free', async () => {
		const id = await called();
		yes(await sari.record(id, { kind: 'missed' }));
		expect(sari.view()).toMatchObject({ now: null, missed: [{ ticketId: id }], today: { noShow: 1 } });
		await hall.ticket('nib');
		expect(yes(await sari.next()).number).toBe('A-002');
	});

	test('a visitor called by mistake goes back to the same place', async () => {
		const id = await called();
		await hall.ticket('nib');
		yes(await sari.record(id, { kind: 'released' }));
		expect(hall.row(id)).toMatchObject({ state: 'waiting', counter: null, officerId: null, calls: 0 });
		expect(yes(await budi.next()).ticketId).toBe(id);
	});

	test('one who gives up is closed as cancelled', async () => {
		const id = await called();
		yes(await sari.record(id, { kind: 'closed', as: 'cancelled' }));
		expect(hall.row(id)).toMatchObject({ state: 'closed', outcome: 'cancelled' });
	});

	test('a reload in the middle of a service shows the same visitor', async () => {
		const id = await serving();
		await hall.sit(1);
		expect(sari.view().now).toMatchObject({ ticketId: id, state: 'serving', startedAt: hall.clock.now() });
	});
});

describe('set aside', () => {
	test('for copies, and taken up again at another counter: what stood still is not service', async () => {
		const id = await serving();
		hall.clock.pass(5 * MINUTE);
		yes(await sari.record(id, { kind: 'parked', reason: 'copies' }));
		expect(hall.row(id)).toMatchObject({ state: 'parked', parkReason: 'copies' });
		expect(budi.view().parked).toMatchObject([{ ticketId: id, parkReason: 'copies' }]);
		hall.clock.pass(20 * MINUTE);
		yes(await budi.record(id, { kind: 'started' }));
		expect(hall.row(id)).toMatchObject({ state: 'serving', counter: 2, officerId: 2, parkReason: null });
		hall.clock.pass(5 * MINUTE);
		yes(await budi.record(id, { kind: 'closed', as: 'served' }));
		expect(serviceMs(hall.row(id))).toBe(10 * MINUTE);
	});

	test('and back in the line: joins now', async () => {
		const id = await serving();
		yes(await sari.record(id, { kind: 'parked', reason: 'documents' }));
		const other = await hall.ticket('nib');
		hall.clock.pass(MINUTE);
		yes(await sari.record(id, { kind: 'returned' }));
		expect(hall.row(id).joinedAt).toBe(hall.clock.now());
		expect(yes(await sari.next()).ticketId).toBe(other.id);
	});

	test('is not taken up at a desk where somebody is, nor on a break', async () => {
		const id = await serving();
		yes(await sari.record(id, { kind: 'parked', reason: 'payment' }));
		await hall.ticket('nib');
		yes(await budi.next());
		expect(no(await budi.record(id, { kind: 'started' }))).toEqual({ code: 'counter_busy', number: 'A-002' });
		yes(await sari.pause('Salat'));
		expect(no(await sari.record(id, { kind: 'called' }))).toEqual({ code: 'on_break' });
	});
});

describe('missed, and back', () => {
	test('within the grace the visitor keeps the place', async () => {
		const id = await called();
		const { joinedAt } = hall.row(id);
		await hall.ticket('nib');
		yes(await sari.record(id, { kind: 'missed' }));
		hall.clock.pass(15 * MINUTE);
		yes(await sari.record(id, { kind: 'returned' }));
		expect(hall.row(id)).toMatchObject({ state: 'waiting', joinedAt, calls: 0, missedAt: null });
		expect(yes(await budi.next()).ticketId).toBe(id);
	});

	test('after the grace the visitor joins now', async () => {
		const id = await called();
		const other = await hall.ticket('nib');
		yes(await sari.record(id, { kind: 'missed' }));
		hall.clock.pass(15 * MINUTE + 1);
		yes(await sari.record(id, { kind: 'returned' }));
		expect(hall.row(id).joinedAt).toBe(hall.clock.now());
		expect(yes(await budi.next()).ticketId).toBe(other.id);
	});

	test('may be called straight to the desk, and the wait stays what it was', async () => {
		const id = await called();
		yes(await sari.record(id, { kind: 'missed' }));
		hall.clock.pass(MINUTE);
		yes(await budi.record(id, { kind: 'called' }));
		expect(hall.row(id)).toMatchObject({ state: 'called', counter: 2, missedAt: null });
		expect(waitMs(hall.row(id))).toBe(10 * MINUTE);
		// That was a call of this counter: its screen moves on with it.
		expect(budi.view().lastCall).toBe(hall.row(id).rev);
	});

	test('and never again: closed as a no-show', async () => {
		const id = await called();
		yes(await sari.record(id, { kind: 'missed' }));
		yes(await sari.record(id, { kind: 'closed', as: 'no_show' }));
		expect(hall.row(id)).toMatchObject({ state: 'closed', outcome: 'no_show' });
	});
});

describe('is refused', () => {
	test('a ticket of another agency, exactly like one that does not exist', async () => {
		const foreign = await hall.ticket('skck');
		const refusal = { code: 'unknown', what: 'ticket' };
		expect(no(await sari.record(foreign.id, { kind: 'called' }))).toEqual(refusal);
		expect(no(await sari.record(99 as TicketId, { kind: 'called' }, foreign.rev))).toEqual(refusal);
		expect(no(await sari.transfer(foreign.id, 'nib', 'wrong_desk'))).toEqual(refusal);
		expect(hall.story(foreign.id)).toEqual(['issued']);
	});

	test('a visitor who is at another counter of the same line', async () => {
		const id = await serving();
		for (const event of [
			{ kind: 'closed', as: 'served' },
			{ kind: 'parked', reason: 'other' },
		] as const)
			expect(no(await budi.record(id, event))).toEqual({ code: 'not_your_ticket' });
		expect(no(await budi.transfer(id, 'skck', 'next_step'))).toEqual({ code: 'not_your_ticket' });
		expect(hall.row(id)).toMatchObject({ state: 'serving', counter: 1 });
	});

	test('a visitor who is called elsewhere under another service', async () => {
		const { visitId } = yes(await hall.take(['nib', 'konsultasi']));
		const [perizinan, bantuan] = hall.hall.rows.ticketsOfVisit(visitId).map((it) => it.id) as [TicketId, TicketId];
		yes(await sari.next());
		yes(await sari.record(perizinan, { kind: 'missed' }));
		yes(await budi.record(bantuan, { kind: 'called' }));
		expect(no(await sari.record(perizinan, { kind: 'called' }))).toEqual({ code: 'visit_busy', counter: 2 });
	});

	test('a press on an old screen, whatever it asks', async () => {
		const id = await called();
		const seen = hall.row(id).rev;
		yes(await sari.record(id, { kind: 'started' }));
		for (const event of [{ kind: 'missed' }, { kind: 'released' }, { kind: 'called' }] as const)
			expect(no(await sari.record(id, event, seen))).toEqual({ code: 'stale' });
		expect(no(await sari.transfer(id, 'skck', 'wrong_desk', seen))).toEqual({ code: 'stale' });
		expect(no(await sari.record(id, { kind: 'closed', as: 'served' }, 999 as Rev))).toEqual({ code: 'stale' });
		expect(hall.story(id)).toEqual(['issued', 'called', 'started']);
	});

	test('what the state does not allow', async () => {
		const id = await called();
		for (const event of [
			{ kind: 'closed', as: 'served' },
			{ kind: 'closed', as: 'no_show' },
			{ kind: 'parked', reason: 'other' },
			{ kind: 'returned' },
		] as const)
			expect(no(await sari.record(id, event))).toEqual({ code: 'wrong_state' });
		expect(hall.story(id)).toEqual(['issued', 'called']);
	});

	test('everything once the officer has signed off', async () => {
		const id = await called();
		yes(await sari.record(id, { kind: 'missed' }));
		yes(await sari.signOff());
		expect(no(await sari.record(id, { kind: 'returned' }))).toEqual({ code: 'not_signed_in' });
		expect(no(await sari.undo())).toEqual({ code: 'not_signed_in' });
	});
});

describe('a double press', () => {
	const presses = ['started', 'missed', 'released', 'called'] as const;
	test.each(presses)('of "%s" does its work once and is answered twice', async (kind) => {
		const id = await called();
		const after = hall.row(id).rev;
		const [one, two] = await Promise.all([sari.record(id, { kind }, after), sari.record(id, { kind }, after)]);
		expect(yes(two)).toEqual(yes(one));
		expect(hall.story(id)).toEqual(['issued', 'called', kind]);
	});

	test('of "Selesai" whose answer was lost is answered again, hours later', async () => {
		const id = await serving();
		const after = hall.row(id).rev;
		const { rev } = yes(await sari.record(id, { kind: 'closed', as: 'served' }, after));
		hall.clock.pass(HOUR);
		expect(yes(await sari.record(id, { kind: 'closed', as: 'served' }, after)).rev).toBe(rev);
		// The same press of somebody else is not the same press.
		expect(no(await budi.record(id, { kind: 'closed', as: 'served' }, after))).toEqual({ code: 'stale' });
	});
});
