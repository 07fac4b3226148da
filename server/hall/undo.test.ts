// "Urungkan": the last press of an officer is taken back within ten seconds, and the row is what it was before.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RecordAsk } from '../../shared/contract.ts';
import { MINUTE, type Rev, SECOND, type TicketId } from '../../shared/id.ts';
import type { Ticket } from '../../shared/ticket.ts';
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

type Press = RecordAsk['event'];
const start: Press = { kind: 'started' };
const park: Press = { kind: 'parked', reason: 'copies' };
const missed: Press = { kind: 'missed' };
const served: Press = { kind: 'closed', as: 'served' };

/** A ticket that Sari called, and to which then this happened, a minute apart. */
async function pressed(...presses: readonly Press[]): Promise<TicketId> {
	const { id } = await hall.ticket('nib');
	hall.clock.pass(MINUTE);
	yes(await sari.next());
	for (const press of presses) {
		hall.clock.pass(MINUTE);
		yes(await sari.record(id, press));
	}
	return id;
}
const butForRev = (ticket: Ticket): object => ({ ...ticket, rev: null });

const STORIES: readonly (readonly [string, readonly Press[], Press])[] = [
	['a recall', [], { kind: 'called' }],
	['the start', [], start],
	['a no-show', [], missed],
	['a release', [], { kind: 'released' }],
	['a cancellation', [], { kind: 'closed', as: 'cancelled' }],
	['setting aside', [start], park],
	['finishing', [start], served],
	['taking up again', [start, park], start],
	['calling one who was set aside', [start, park], { kind: 'called' }],
	['sending one who was set aside to the line', [start, park], { kind: 'returned' }],
	['the return of one who was missed', [missed], { kind: 'returned' }],
	['calling one who was missed', [missed], { kind: 'called' }],
	['closing one who was missed', [missed], { kind: 'closed', as: 'no_show' }],
];

test.each(STORIES)('%s is taken back within ten seconds: the row is as before', async (_, before, press) => {
	const id = await pressed(...before);
	const was = hall.row(id);
	hall.clock.pass(MINUTE);
	yes(await sari.record(id, press));
	hall.clock.pass(10 * SECOND);
	expect(sari.view().undo).toMatchObject({ number: 'A-001', kind: press.kind });
	const { rev } = yes(await sari.undo());
	expect(butForRev(hall.row(id))).toEqual(butForRev(was));
	expect(hall.row(id).rev).toBe(rev);
	// The journal keeps both.
	expect(hall.story(id).slice(-2)).toEqual([press.kind, 'undone']);
	// The screen offers nothing more, and can go on.
	expect(sari.view().undo).toBeNull();
	yes(await sari.record(id, press));
});

test.each(STORIES)('%s stands after ten seconds', async (_, before, press) => {
	const id = await pressed(...before);
	yes(await sari.record(id, press));
	const stands = hall.row(id);
	hall.clock.pass(10 * SECOND + 1);
	expect(sari.view().undo).toBeNull();
	expect(no(await sari.undo())).toEqual({ code: 'undo_too_late' });
	expect(hall.row(id)).toEqual(stands);
});

describe('a call', () => {
	test('is taken back: the visitor waits again, first as before, and the next press calls', async () => {
		const first = await hall.ticket('nib');
		await hall.ticket('nib');
		yes(await sari.next());
		yes(await sari.undo());
		expect(butForRev(hall.row(first.id))).toEqual(butForRev(first));
		expect(sari.view()).toMatchObject({ now: null, waiting: 2 });
		expect(yes(await sari.next()).ticketId).toBe(first.id);
	});

	test('of the same visitor by another counter meanwhile is not lost', async () => {
		const first = await hall.ticket('nib');
		yes(await sari.next());
		yes(await sari.record(first.id, { kind: 'released' }));
		yes(await budi.next());
		// Sari's last press was the release; Budi has called since.
		expect(no(await sari.undo())).toEqual({ code: 'not_your_ticket' });
		expect(hall.row(first.id)).toMatchObject({ state: 'called', counter: 2 });
	});
});

test('what other officers have done since does not matter', async () => {
	const parked = await pressed(start, park);
	const gone = await hall.ticket('nib');
	yes(await sari.next());
	yes(await sari.record(gone.id, missed));
	yes(await budi.record(parked, start));
	yes(await sari.undo(hall.row(gone.id).rev));
	expect(hall.row(gone.id)).toMatchObject({ state: 'called', counter: 1 });
});

describe('is refused', () => {
	test('to another officer', async () => {
		const id = await pressed(missed);
		expect(no(await budi.undo(hall.row(id).rev))).toEqual({ code: 'nothing_to_undo' });
		await hall.ticket('nib');
		yes(await budi.next());
		expect(no(await budi.undo(hall.row(id).rev))).toEqual({ code: 'stale' });
	});

	test('to one who has pressed nothing', async () => {
		expect(no(await sari.undo(1 as Rev))).toEqual({ code: 'nothing_to_undo' });
	});

	test('of finishing, when the counter has called another since', async () => {
		const id = await pressed(start, served);
		const { rev } = hall.row(id);
		await hall.ticket('nib');
		yes(await sari.next());
		// The last press is the call now.
		expect(no(await sari.undo(rev))).toEqual({ code: 'stale' });
		expect(hall.row(id)).toMatchObject({ outcome: 'served' });
	});

	test('when the visitor is at another counter by now', async () => {
		const { visitId } = yes(await hall.take(['nib', 'skck']));
		const [permit] = hall.hall.rows.ticketsOfVisit(visitId);
		yes(await sari.next());
		yes(await sari.record(permit?.id as TicketId, missed));
		yes(await (await hall.sit(21)).next());
		expect(no(await sari.undo())).toEqual({ code: 'visit_busy', counter: 21 });
		expect(hall.row(permit?.id as TicketId).state).toBe('missed');
	});

	test('on a break, where it would bring somebody to the desk', async () => {
		await pressed(missed);
		yes(await sari.pause('Istirahat'));
		expect(no(await sari.undo())).toEqual({ code: 'on_break' });
	});

	test('from another desk than the one it was pressed at', async () => {
		const id = await pressed(missed);
		const { rev } = hall.row(id);
		yes(await sari.signOff());
		const moved = await hall.sit(3, 1);
		await hall.ticket('nib');
		const tini = await hall.sit(1, 3);
		yes(await tini.next());
		expect(moved.view().undo).toBeNull();
		expect(no(await moved.undo(rev))).toEqual({ code: 'nothing_to_undo' });
		expect(hall.row(id).state).toBe('missed');
	});
});

describe('pressed twice', () => {
	test('takes back once, and is answered the same', async () => {
		const id = await pressed(start);
		const { rev } = hall.row(id);
		const [one, two] = await Promise.all([sari.undo(rev), sari.undo(rev)]);
		expect(yes(two)).toEqual(yes(one));
		expect(hall.story(id)).toEqual(['issued', 'called', 'started', 'undone']);
	});

	test('does not go on to the press before, nor does taking back the taking back', async () => {
		const { id } = await hall.ticket('nib');
		yes(await sari.next());
		yes(await sari.record(id, start));
		const { rev } = yes(await sari.undo());
		expect(no(await sari.undo(rev))).toEqual({ code: 'nothing_to_undo' });
		expect(hall.row(id).state).toBe('called');
	});
});

describe('a transfer', () => {
	async function sentOn(as: 'wrong_desk' | 'next_step'): Promise<{ readonly from: TicketId; readonly to: TicketId }> {
		const from = await pressed(start);
		hall.clock.pass(MINUTE);
		return { from, to: yes(await sari.transfer(from, 'skck', as)).ticketId };
	}

	test.each(['wrong_desk', 'next_step'] as const)('(%s) is taken back whole', async (as) => {
		const { from, to } = await sentOn(as);
		hall.clock.pass(9 * SECOND);
		yes(await sari.undo());
		expect(hall.row(from)).toMatchObject({ state: 'serving', counter: 1, outcome: null });
		expect(hall.row(to)).toMatchObject({ state: 'closed', outcome: 'withdrawn' });
		expect(no(await (await hall.sit(21)).next())).toEqual({ code: 'line_empty' });
		// And can be made anew, as the same visitor with the same number.
		expect(yes(await sari.transfer(from, 'skck', as)).number).toBe('A-001');
		expect(yes(await (await hall.sit(21)).next()).number).toBe('A-001');
	});

	test('stands once the new place was called', async () => {
		const { from, to } = await sentOn('next_step');
		yes(await (await hall.sit(21)).next());
		expect(no(await sari.undo())).toEqual({ code: 'visit_busy', counter: 21 });
		expect(hall.row(from)).toMatchObject({ outcome: 'served' });
		expect(hall.row(to)).toMatchObject({ state: 'called' });
	});
});
