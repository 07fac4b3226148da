// What boards say of calls: the hall knows when a call was heard, where it was not, and why; and only boards are believed.

import { beforeEach, describe, expect, test } from 'vitest';
import type { DeviceId, Rev } from '../../shared/id.ts';
import { DAY_MS } from '../../shared/id.ts';
import { BOARD } from '../testing/small-hall.ts';
import { no, openTestHall, type Seat, type TestHall, yes } from '../testing/test-hall.ts';
import { openTestServer } from '../testing/test-server.ts';

let hall: TestHall;
let seat: Seat;
let rev: Rev;
beforeEach(async () => {
	hall = openTestHall();
	seat = await hall.sit(1);
	yes(await hall.take('nib'));
	rev = yes(await seat.next()).rev;
});
const heard = () => seat.view().now?.heard;
const OTHER = 3 as DeviceId;

describe('a call', () => {
	test('was heard by nobody until a board says so', () => {
		expect(heard()).toEqual({ at: null, silent: [] });
	});
	test('was heard when the first board had spoken it, however often it is said', async () => {
		hall.clock.pass(3_000);
		expect(yes(await hall.asking.board.spoken(BOARD.id, { rev }))).toBe(1);
		const first = hall.clock.now();
		hall.clock.pass(9_000);
		expect(yes(await hall.asking.board.spoken(BOARD.id, { rev }))).toBeNull();
		yes(await hall.asking.board.spoken(OTHER, { rev }));
		expect(heard()).toEqual({ at: first, silent: [] });
	});
	test('that a board could not speak says where and why, until it is heard there after all', async () => {
		yes(await hall.asking.board.silent(BOARD.id, { rev, why: 'locked' }));
		expect(heard()).toEqual({ at: null, silent: [{ board: 'board', why: 'locked' }] });
		yes(await hall.asking.board.spoken(BOARD.id, { rev }));
		expect(heard()).toEqual({ at: hall.clock.now(), silent: [] });
		expect(yes(await hall.asking.board.silent(BOARD.id, { rev, why: 'failed' }))).toBeNull();
		expect(heard()?.silent).toEqual([]);
	});
	test('whose word came late was heard when the board says, by the hall’s clock', async () => {
		const called = hall.clock.now();
		hall.clock.pass(20_000);
		yes(await hall.asking.board.spoken(BOARD.id, { rev, agoMs: 12_000 }));
		expect(heard()).toEqual({ at: called + 8_000, silent: [] });
		// Told again: the first word stays.
		expect(yes(await hall.asking.board.spoken(BOARD.id, { rev, agoMs: 0 }))).toBeNull();
		expect(heard()?.at).toBe(called + 8_000);
	});
	test('was never heard before it was made', async () => {
		const called = hall.clock.now();
		hall.clock.pass(3_000);
		yes(await hall.asking.board.spoken(BOARD.id, { rev, agoMs: 60_000 }));
		expect(heard()?.at).toBe(called);
	});
	test.each([-1, 60_001, 0.5, '12', null, Number.NaN])('was not heard %j ms ago', async (agoMs) => {
		for (const word of ['shown', 'spoken'] as const)
			expect(no(await hall.asking.board[word](BOARD.id, { rev, agoMs }))).toMatchObject({ code: 'malformed' });
		expect(no(await hall.asking.board.silent(BOARD.id, { rev, why: 'late', agoMs: 5 }))).toMatchObject({
			code: 'malformed',
		});
		expect(heard()).toEqual({ at: null, silent: [] });
	});
	test('that is called again has to be heard again', async () => {
		yes(await hall.asking.board.spoken(BOARD.id, { rev }));
		const ticket = seat.view().now?.ticketId;
		if (!ticket) throw new Error('nobody is at the desk');
		yes(await seat.record(ticket, { kind: 'called' }));
		expect(heard()).toEqual({ at: null, silent: [] });
	});
	test('of another day, or none at all, is unknown', async () => {
		const unknown = { code: 'unknown', what: 'ticket' };
		expect(no(await hall.asking.board.shown(BOARD.id, { rev: 99_999 }))).toEqual(unknown);
		expect(no(await hall.asking.board.shown(BOARD.id, { rev: 1 }))).toEqual(unknown);
		hall.clock.pass(DAY_MS);
		expect(no(await hall.asking.board.spoken(BOARD.id, { rev }))).toEqual(unknown);
	});
});

describe('a board', () => {
	test('that cannot be heard is shown to every console, and the journal tells since when', async () => {
		yes(await hall.asking.board.sound(BOARD.id, { sound: 'locked' }));
		yes(await hall.asking.board.sound(BOARD.id, { sound: 'locked' }));
		expect(seat.view().mute).toEqual([{ board: 'board', sound: 'locked' }]);
		yes(await hall.asking.board.sound(BOARD.id, { sound: 'ready' }));
		expect(seat.view().mute).toEqual([]);
		const told = hall.store.sqlite.prepare("select detail from journal where kind = 'sound'").pluck().all();
		expect(told).toEqual(['{"sound":"locked"}', '{"sound":"ready"}']);
	});
	test('is the only one that may speak for itself', async () => {
		const server = await openTestServer();
		const [kiosk, board, officer] = [
			await server.connect('kiosk'),
			await server.connect('board'),
			await server.console('sari'),
		];
		for (const name of ['shown', 'spoken', 'silent', 'sound']) {
			expect(await kiosk.ask(name, { rev: 1 })).toMatchObject({ refusal: { code: 'not_allowed' } });
			expect(await officer.ask(name, { rev: 1 })).toMatchObject({ refusal: { code: 'not_allowed' } });
		}
		expect(await board.ask('sound', { sound: 'loud' })).toMatchObject({ refusal: { code: 'malformed' } });
		expect(await board.ask('sound', { sound: 'locked' })).toEqual({ ok: true, value: {} });
		await officer.until((view) => view.mute.length === 1);
		await server.close();
	});
	test('that is switched off is not mute, it is gone', async () => {
		const server = await openTestServer();
		const [board, officer] = [await server.connect('board'), await server.console('sari')];
		await board.ask('sound', { sound: 'locked' });
		await officer.until((view) => view.mute.length === 1);
		board.socket.close();
		await officer.until((view) => view.mute.length === 0);
		await server.close();
	});
	test('whose word comes is shown at the counter that called', async () => {
		const server = await openTestServer();
		const [kiosk, board, officer] = [
			await server.connect('kiosk'),
			await server.connect('board'),
			await server.console('sari'),
		];
		await kiosk.ask('take', { requestId: crypto.randomUUID(), services: ['nib'], priority: null });
		await officer.until((view) => view.waiting === 1);
		await officer.ask('callNext', { after: officer.shown().view.lastCall });
		const { calls } = await board.until((view) => view.calls.length === 1);
		await board.ask('shown', { rev: calls[0]?.rev });
		await board.ask('spoken', { rev: calls[0]?.rev });
		await officer.until((view) => view.now?.heard.at !== null);
		await server.close();
	});
});
