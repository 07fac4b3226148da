// A number that its visitor does not want: given up or changed at the kiosk that gave it, whole or not at all.

import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Taken } from '../../shared/contract.ts';
import { CHANGE_ENDS, SECOND_THOUGHTS } from '../../shared/hall.ts';
import type { DeviceId, ServiceId, VisitId } from '../../shared/id.ts';
import { KIOSK, REVOKED_KIOSK } from '../testing/small-hall.ts';
import { no, openTestHall, type TestHall, yes } from '../testing/test-hall.ts';
import { expectWhole } from '../testing/whole.ts';

let hall: TestHall;
let taken: Taken;
beforeEach(async () => {
	hall = openTestHall();
	taken = yes(await hall.take(['nib', 'skck']));
});
afterEach(() => expectWhole(hall.store));

const cancel = (visitId: VisitId = taken.visitId, kiosk: DeviceId = KIOSK.id) =>
	hall.asking.kiosk.cancelTaken(kiosk, { visitId });
const find = (held: string, kiosk: DeviceId = KIOSK.id) => hall.asking.kiosk.findHeld(kiosk, { held });
const change = (services: readonly string[], requestId: string = randomUUID(), replaces: VisitId = taken.visitId) =>
	hall.asking.kiosk.take(KIOSK.id, { requestId, services: services as ServiceId[], priority: null, replaces });
const places = ({ visitId }: Taken = taken): readonly string[] =>
	hall.hall.rows.ticketsOfVisit(visitId).map((it) => it.outcome ?? it.state);
const slip = ({ visitId }: Taken = taken) => {
	const { state, fault } = hall.hall.slips.ofVisit(visitId) ?? {};
	return [state, fault];
};

describe('a number is given up', () => {
	test('in all its lines at once, its slip is not printed any more, and asked twice it is done once', async () => {
		yes(await cancel());
		expect(places()).toEqual(['cancelled', 'cancelled']);
		expect(slip()).toEqual(['failed', 'cancelled']);
		const before = hall.hall.rows.lastRev();
		yes(await cancel());
		expect(hall.hall.rows.lastRev()).toBe(before);
		const [first] = hall.hall.rows.ticketsOfVisit(taken.visitId);
		expect(first && hall.story(first.id)).toEqual(['issued', 'closed']);
	});
	test('and nobody calls it, while the next visitor gets the next number', async () => {
		const sari = await hall.sit(1);
		yes(await cancel());
		expect(no(await sari.next())).toEqual({ code: 'line_empty' });
		expect(yes(await hall.take('nib')).number).toBe('A-002');
	});
	test('only at the kiosk that gave it, and of the same day', async () => {
		const unknown = { code: 'unknown', what: 'visit' };
		expect(no(await cancel(taken.visitId, REVOKED_KIOSK.id))).toEqual(unknown);
		expect(no(await cancel(999 as VisitId))).toEqual(unknown);
		hall.clock.set(Date.parse('2026-11-24T00:00:10+08:00'));
		expect(no(await cancel())).toEqual(unknown);
		expect(places()).toEqual(['waiting', 'waiting']);
	});
	test('for a minute, to the millisecond', async () => {
		hall.clock.pass(SECOND_THOUGHTS);
		const other = yes(await hall.take('nib'));
		yes(await cancel());
		hall.clock.pass(SECOND_THOUGHTS + 1);
		expect(no(await cancel(other.visitId))).toEqual({ code: 'too_late' });
	});
	test('not while one of its lines has called it, nor after', async () => {
		const ilham = await hall.sit(21);
		const { ticketId } = yes(await ilham.next());
		expect(no(await cancel())).toEqual({ code: 'visit_busy', counter: 21 });
		yes(await ilham.record(ticketId, { kind: 'missed' }));
		expect(no(await cancel())).toEqual({ code: 'wrong_state' });
		expect(places()).toEqual(['waiting', 'missed']);
	});
	test('although its slip is on paper, which stays as it is', async () => {
		const job = hall.hall.slips.ofVisit(taken.visitId);
		const at = hall.clock.now();
		if (job) hall.hall.slips.change(job.id, { state: 'printed', fault: null, sentAt: at, doneAt: at });
		yes(await cancel());
		expect(slip()).toEqual(['printed', null]);
	});
});

describe('a number is found by whoever comes back with it', () => {
	test('as it is typed, and as a scanner reads it', async () => {
		const { visitId, services } = taken;
		const until = hall.clock.now() + SECOND_THOUGHTS;
		const held = { visitId, number: 'A-001', until, services, priority: null };
		for (const typed of ['A-001', 'a1', ' a 001 ', taken.address, `${taken.address}\r`])
			expect(yes(await find(typed)), typed).toEqual(held);
	});
	test('but no other number, no nonsense, none of another kiosk, and none that is too old or called', async () => {
		const unknown = { code: 'unknown', what: 'number' };
		for (const typed of ['A-002', '', 'x', '/t/', `/t/${'A'.repeat(22)}`, "' or 1=1"])
			expect(no(await find(typed)), typed).toEqual(unknown);
		expect(no(await find('A-001', REVOKED_KIOSK.id))).toEqual(unknown);
		yes(await (await hall.sit(1)).next());
		expect(no(await find('A-001'))).toEqual({ code: 'visit_busy', counter: 1 });
		const other = yes(await hall.take('ktp'));
		hall.clock.pass(SECOND_THOUGHTS + 1);
		expect(no(await find(other.number))).toEqual({ code: 'too_late' });
	});
});

describe('a number is changed', () => {
	test('for one of another service in one go, and the answer to the same request is the same number', async () => {
		const requestId = randomUUID();
		const next = yes(await change(['ktp'], requestId));
		expect([next.number, places(next), places()]).toEqual(['D-001', ['waiting'], ['cancelled', 'cancelled']]);
		expect(yes(await change(['ktp'], requestId)).number).toBe('D-001');
	});
	test('or kept as it was when the new one cannot be given', async () => {
		expect(no(await change(['sim']))).toEqual({ code: 'unknown', what: 'service' });
		expect(no(await change(['ktp', 'ktp']))).toMatchObject({ code: 'malformed' });
		expect(places()).toEqual(['waiting', 'waiting']);
		expect(slip()).toEqual(['queued', null]);
	});
	test('not when it has been called meanwhile: its visitor goes to the desk, and has no second number', async () => {
		yes(await (await hall.sit(1)).next());
		expect(no(await change(['ktp']))).toEqual({ code: 'visit_busy', counter: 1 });
		expect(hall.hall.rows.visitByNumber('2026-11-23' as never, 'D-001')).toBeUndefined();
	});
	test('while its visitor still chooses, but not for ever', async () => {
		hall.clock.pass(CHANGE_ENDS);
		const next = yes(await change(['ktp']));
		hall.clock.pass(CHANGE_ENDS + 1);
		expect(no(await change(['nib'], randomUUID(), next.visitId))).toEqual({ code: 'too_late' });
		expect(places(next)).toEqual(['waiting']);
	});
	test('also where the last number of the day was the one given up', async () => {
		hall = openTestHall({ agencies: { polres: { dailyQuota: 1 } } });
		taken = yes(await hall.take('skck'));
		expect(no(await hall.take('skck'))).toMatchObject({ code: 'closed', reason: 'quota' });
		// A quota counts numbers that were given: one that was cancelled has been given too.
		expect(no(await change(['skck']))).toMatchObject({ code: 'closed', reason: 'quota' });
		expect(places()).toEqual(['waiting']);
	});
});
