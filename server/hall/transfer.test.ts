// Sent on to another line: the same person, number and slip; the old place is kept in time, or a new one begins.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MINUTE, type TicketId } from '../../shared/id.ts';
import { open } from '../testing/small-hall.ts';
import { no, openTestHall, type Seat, type TestHall, yes } from '../testing/test-hall.ts';
import { expectWhole } from '../testing/whole.ts';

let hall: TestHall;
let sari: Seat;
async function begin(change: Parameters<typeof openTestHall>[0] = {}): Promise<void> {
	hall = openTestHall(change);
	sari = await hall.sit(1);
}
beforeEach(() => begin());
afterEach(() => expectWhole(hall.store));

async function serving(priority?: 'elderly'): Promise<TicketId> {
	const { id } = await hall.ticket('nib', priority);
	hall.clock.pass(10 * MINUTE);
	yes(await sari.next());
	yes(await sari.record(id, { kind: 'started' }));
	hall.clock.pass(5 * MINUTE);
	return id;
}

test('from the wrong desk: counted as unserved here, keeps the place in time there, and the wait goes on', async () => {
	const id = await serving();
	await hall.ticket('skck');
	const { joinedAt, issuedAt, visitId } = hall.row(id);
	const moved = yes(await sari.transfer(id, 'skck', 'wrong_desk'));
	expect(moved.number).toBe('A-001');
	expect(hall.row(id)).toMatchObject({ state: 'closed', outcome: 'transferred' });
	expect(hall.row(moved.ticketId)).toMatchObject({
		...{ visitId, number: 'A-001', queueId: 'polres/S', agencyId: 'polres', serviceId: 'skck', state: 'waiting' },
		...{ joinedAt, issuedAt, headStart: null, fromTicket: id, calls: 0, firstCalledAt: null },
	});
	// Fifteen minutes of waiting before the one who came just now.
	const ilham = await hall.sit(21);
	expect(yes(await ilham.next()).number).toBe('A-001');
});

test('a visitor who is only called, not served yet, may be at the wrong desk too', async () => {
	const { id } = await hall.ticket('nib');
	yes(await sari.next());
	expect(no(await sari.transfer(id, 'skck', 'wrong_desk'))).toEqual({ code: 'wrong_state' });
	yes(await sari.record(id, { kind: 'started' }));
	yes(await sari.transfer(id, 'skck', 'wrong_desk'));
});

test('one who waits in the wrong line is sent on without being called', async () => {
	const { id, joinedAt } = await hall.ticket('nib');
	hall.clock.pass(MINUTE);
	const moved = yes(await sari.transfer(id, 'skck', 'wrong_desk'));
	expect(hall.row(moved.ticketId)).toMatchObject({ joinedAt, state: 'waiting' });
	expect(hall.row(id)).toMatchObject({ outcome: 'transferred', firstCalledAt: null });
	expect(no(await sari.transfer((await hall.ticket('nib')).id, 'skck', 'next_step'))).toEqual({ code: 'wrong_state' });
});

test('as a next step: served here, and joins there now with the head start of one who continues', async () => {
	const id = await serving();
	const moved = yes(await sari.transfer(id, 'ktp', 'next_step'));
	expect(hall.row(id)).toMatchObject({ state: 'closed', outcome: 'served' });
	expect(hall.row(moved.ticketId)).toMatchObject({
		...{ number: 'A-001', joinedAt: hall.clock.now(), headStart: 'continuing', headStartMs: 10 * MINUTE },
	});
});

test('a visitor with a longer head start keeps it', async () => {
	const id = await serving('elderly');
	const moved = yes(await sari.transfer(id, 'ktp', 'next_step'));
	expect(hall.row(moved.ticketId)).toMatchObject({ headStart: 'elderly', headStartMs: 30 * MINUTE });
});

test('to another line of the same agency is a place of its own', async () => {
	const id = await serving();
	yes(await sari.transfer(id, 'konsultasi', 'wrong_desk'));
	expect(yes(await (await hall.sit(3)).next()).number).toBe('A-001');
});

test('pressed twice sends on once', async () => {
	const id = await serving();
	const { rev } = hall.row(id);
	const [one, two] = await Promise.all([
		sari.transfer(id, 'skck', 'next_step', rev),
		sari.transfer(id, 'skck', 'next_step', rev),
	]);
	expect(yes(two)).toEqual(yes(one));
	expect(hall.hall.rows.ticketsOfVisit(hall.row(id).visitId)).toHaveLength(2);
});

test('a second press of "Selesai" on the old screen does not send on', async () => {
	const id = await serving();
	const { rev } = hall.row(id);
	yes(await sari.record(id, { kind: 'closed', as: 'served' }));
	expect(no(await sari.transfer(id, 'skck', 'next_step', rev))).toEqual({ code: 'stale' });
});

describe('is refused, and the visitor stays where they are', () => {
	let id: TicketId;
	beforeEach(async () => {
		id = await serving();
	});
	afterEach(() => expect(hall.row(id)).toMatchObject({ state: 'serving', counter: 1 }));

	test('into the line it came from', async () => {
		expect(no(await sari.transfer(id, 'pbg', 'wrong_desk'))).toEqual({ code: 'same_queue' });
	});

	test('to a service nobody knows', async () => {
		expect(no(await sari.transfer(id, 'sim', 'wrong_desk'))).toEqual({ code: 'unknown', what: 'service' });
	});
});

test('is refused into a line where the visitor stands already, until that place is over', async () => {
	const { visitId } = yes(await hall.take(['nib', 'skck']));
	const [permit] = hall.hall.rows.ticketsOfVisit(visitId);
	const id = permit?.id as TicketId;
	yes(await sari.next());
	yes(await sari.record(id, { kind: 'started' }));
	expect(no(await sari.transfer(id, 'skck', 'next_step'))).toEqual({ code: 'already_in_line' });
});

test('is refused where nobody serves at all today, but not over a lunch break or the cut-off', async () => {
	await begin({ agencies: { polres: { days: [2] } } });
	expect(no(await sari.transfer(await serving(), 'skck', 'wrong_desk'))).toMatchObject({ reason: 'not_today' });
	await begin({ agencies: { polres: { dailyQuota: 0 } } });
	expect(no(await sari.transfer(await serving(), 'skck', 'wrong_desk'))).toMatchObject({ reason: 'quota' });
	const lunch = { ...open(1, 8, 10), breaks: [{ from: 9 * 60 + 5, to: 9 * 60 + 59, reason: 'Istirahat' }] };
	await begin({ settings: { weekly: [lunch] } });
	const id = await serving();
	expect(no(await hall.take('skck'))).toMatchObject({ reason: 'break' });
	yes(await sari.transfer(id, 'skck', 'next_step'));
});

test('sent on, taken back, sent on again and pressed twice: the answer names the place that counts', async () => {
	const id = await serving();
	yes(await sari.transfer(id, 'skck', 'next_step'));
	yes(await sari.undo());
	const { rev } = hall.row(id);
	const again = yes(await sari.transfer(id, 'skck', 'next_step', rev));
	expect(yes(await sari.transfer(id, 'skck', 'next_step', rev))).toEqual(again);
	expect(hall.row(again.ticketId).state).toBe('waiting');
});
