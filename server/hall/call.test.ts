// "Panggil berikutnya": one press calls one visitor, whoever presses at the same moment and however often.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MINUTE, type Rev } from '../../shared/id.ts';
import type { Ticket } from '../../shared/ticket.ts';
import { no, openTestHall, type Seat, type TestHall, yes } from '../testing/test-hall.ts';
import { expectWhole } from '../testing/whole.ts';

let hall: TestHall;
beforeEach(() => {
	hall = openTestHall();
});
afterEach(() => expectWhole(hall.store));

/** One after the other, a minute apart. */
async function arrive(...services: string[]): Promise<Ticket[]> {
	const tickets: Ticket[] = [];
	for (const service of services) {
		tickets.push(await hall.ticket(service));
		hall.clock.pass(MINUTE);
	}
	return tickets;
}
const callAndFinish = async (seat: Seat): Promise<string> => {
	const { ticketId, number } = yes(await seat.next());
	yes(await seat.record(ticketId, { kind: 'started' }));
	yes(await seat.record(ticketId, { kind: 'closed', as: 'served' }));
	return number;
};

describe('one press', () => {
	test('calls who came first, to this counter, and says so everywhere', async () => {
		const [first] = await arrive('nib', 'nib');
		const sari = await hall.sit(1);
		const called = yes(await sari.next());
		expect(called.ticketId).toBe(first?.id);
		expect(hall.row(called.ticketId)).toMatchObject({ state: 'called', counter: 1, officerId: 1, calls: 1 });
		expect(sari.view()).toMatchObject({ now: { number: 'A-001' }, lastCall: called.rev, waiting: 1 });
	});

	test('made twice on the same screen gets the same visitor', async () => {
		await arrive('nib', 'nib');
		const sari = await hall.sit(1);
		const [one, two] = await Promise.all([sari.next(0 as Rev), sari.next(0 as Rev)]);
		expect(yes(two)).toEqual(yes(one));
		expect(hall.story(yes(one).ticketId)).toEqual(['issued', 'called']);
	});

	test('whose answer was lost is answered again, even after the visitor was served', async () => {
		await arrive('nib', 'nib');
		const sari = await hall.sit(1);
		expect(await callAndFinish(sari)).toBe('A-001');
		expect(yes(await sari.next(0 as Rev)).number).toBe('A-001');
		expect(sari.view()).toMatchObject({ now: null, waiting: 1 });
	});

	test('on a screen that shows an older call is refused as stale', async () => {
		await arrive('nib', 'nib', 'nib');
		const sari = await hall.sit(1);
		await callAndFinish(sari);
		await callAndFinish(sari);
		expect(no(await sari.next(0 as Rev))).toEqual({ code: 'stale' });
		expect(no(await sari.next(999_999 as Rev))).toEqual({ code: 'stale' });
	});

	test('after a recall does not get the call before it', async () => {
		await arrive('nib', 'nib');
		const sari = await hall.sit(1);
		const { ticketId } = yes(await sari.next());
		yes(await sari.record(ticketId, { kind: 'called' }));
		expect(no(await sari.next(0 as Rev))).toEqual({ code: 'stale' });
	});

	test('with somebody at the desk is refused, and says who', async () => {
		await arrive('nib', 'nib');
		const sari = await hall.sit(1);
		yes(await sari.next());
		expect(no(await sari.next())).toEqual({ code: 'counter_busy', number: 'A-001' });
	});

	test('with nobody in the line is refused', async () => {
		await arrive('skck');
		const sari = await hall.sit(1);
		expect(no(await sari.next())).toEqual({ code: 'line_empty' });
	});

	test('on a break is refused', async () => {
		await arrive('nib');
		const sari = await hall.sit(1);
		yes(await sari.pause('Istirahat'));
		expect(no(await sari.next())).toEqual({ code: 'on_break' });
		yes(await sari.resume());
		expect(yes(await sari.next()).number).toBe('A-001');
	});

	test('by an officer who does not sit there is refused', async () => {
		await arrive('nib');
		const sari = await hall.sit(1);
		expect(no(await hall.asking.console.callNext({ ...sari.desk, counter: 2 as never }, { after: 0 }))).toEqual({
			code: 'not_signed_in',
		});
		yes(await sari.signOff());
		expect(no(await hall.asking.console.callNext(sari.desk, { after: 0 }))).toEqual({ code: 'not_signed_in' });
	});

	test('does not reach a visitor of yesterday', async () => {
		await arrive('nib');
		const sari = await hall.sit(1);
		hall.clock.pass(16 * 60 * MINUTE);
		expect(no(await sari.next(0 as Rev))).toEqual({ code: 'line_empty' });
	});
});

describe('counters that press in the same tick', () => {
	test('get different visitors', async () => {
		await arrive('nib', 'nib', 'nib');
		const seats = [await hall.sit(1), await hall.sit(2), await hall.sit(3)];
		const called = await Promise.all(seats.map((it) => it.next()));
		expect(new Set(called.map((it) => yes(it).number)).size).toBe(3);
	});

	test('for one visitor: one gets the call, the other an empty line', async () => {
		await arrive('nib');
		const [one, two] = await Promise.all([(await hall.sit(1)).next(), (await hall.sit(2)).next()]);
		expect(yes(one as never)).toMatchObject({ number: 'A-001' });
		expect(no(two as never)).toEqual({ code: 'line_empty' });
	});
});

describe('who is next', () => {
	test('a counter works off its own line before it helps the other, even for one who came earlier', async () => {
		await arrive('konsultasi', 'nib');
		const sari = await hall.sit(1);
		expect([await callAndFinish(sari), await callAndFinish(sari)]).toEqual(['A-001', 'B-001']);
		await arrive('nib', 'konsultasi');
		expect(await callAndFinish(await hall.sit(3))).toBe('B-002');
	});

	test('a visitor with a head start is counted as having come earlier, and not more', async () => {
		const [early, late] = await arrive('nib', 'nib');
		hall.clock.pass(27 * MINUTE);
		const elderly = await hall.ticket('nib', 'elderly');
		const sari = await hall.sit(1);
		// 29 minutes after the first: before both. The first came at 0, the second a minute later, this one counts from -1.
		expect(await callAndFinish(sari)).toBe(elderly.number);
		hall.clock.pass(1.5 * MINUTE);
		await hall.ticket('nib', 'disability');
		// 30 and a half minutes after the first: nobody who has waited longer than the head start is overtaken.
		expect([await callAndFinish(sari), await callAndFinish(sari)]).toEqual([early?.number, 'A-004']);
		expect(await callAndFinish(sari)).toBe(late?.number);
	});

	test('a priority counter takes visitors with a priority first, and everyone when there is none', async () => {
		await hall.ticket('ktp');
		hall.clock.pass(60 * MINUTE);
		await hall.ticket('kk', 'pregnant');
		const dewi = await hall.sit(12);
		const yusuf = await hall.sit(11);
		expect([await callAndFinish(dewi), await callAndFinish(dewi)]).toEqual(['D-002', 'D-001']);
		await hall.ticket('ktp');
		hall.clock.pass(60 * MINUTE);
		await hall.ticket('ktp', 'child');
		expect(await callAndFinish(yusuf)).toBe('D-003');
	});

	test('a priority counter finds the visitor with a priority behind many who continue from another desk', async () => {
		const sari = await hall.sit(1);
		for (let it = 0; it < 4; it++) {
			const { id } = await hall.ticket('nib');
			yes(await sari.next());
			yes(await sari.record(id, { kind: 'started' }));
			yes(await sari.transfer(id, 'ktp', 'next_step'));
		}
		hall.clock.pass(60 * MINUTE);
		const elderly = await hall.ticket('ktp', 'elderly');
		expect(yes(await (await hall.sit(12)).next()).ticketId).toBe(elderly.id);
	});

	test('an officer calls nobody of another agency', async () => {
		await arrive('skck', 'ktp');
		expect(no(await (await hall.sit(1)).next())).toEqual({ code: 'line_empty' });
		expect(yes(await (await hall.sit(21)).next()).number).toBe('S-001');
	});
});

describe('a visitor who is at another counter', () => {
	test('is passed over, keeps the place, and is called when free', async () => {
		const { visitId } = yes(await hall.take(['skck', 'ktp']));
		hall.clock.pass(MINUTE);
		await arrive('ktp', 'ktp');
		const [ilham, yusuf] = [await hall.sit(21), await hall.sit(11)];
		yes(await ilham.next());
		expect(yusuf.view().line.map((it) => it.elsewhere)).toEqual([true, false, false]);
		expect(await callAndFinish(yusuf)).toBe('D-001');
		const first = ilham.view().now?.ticketId ?? (0 as never);
		yes(await ilham.record(first, { kind: 'started' }));
		yes(await ilham.record(first, { kind: 'closed', as: 'served' }));
		const called = yes(await yusuf.next());
		expect(called.number).toBe('S-001');
		expect(hall.row(called.ticketId)).toMatchObject({ visitId, queueId: 'disdukcapil/D' });
	});

	test('does not hide the line behind, however many places in it are theirs', async () => {
		yes(await hall.take(['ktp', 'kk', 'akta', 'skck']));
		hall.clock.pass(MINUTE);
		await arrive('ktp');
		const [yusuf, dewi] = [await hall.sit(11), await hall.sit(12)];
		expect(yes(await yusuf.next()).number).toBe('D-001');
		// Two more places of the same visitor stand before the next one.
		expect(yes(await dewi.next()).number).toBe('D-002');
	});

	test('makes a line of nobody else an empty one', async () => {
		yes(await hall.take(['ktp', 'kk']));
		const [yusuf, dewi] = [await hall.sit(11), await hall.sit(12)];
		yes(await yusuf.next());
		expect(no(await dewi.next())).toEqual({ code: 'line_empty' });
	});
});
