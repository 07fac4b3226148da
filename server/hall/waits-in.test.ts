// Where a visitor waits: said at the kiosk that gave the number, seen by the officer, and called out on that room's own board
// and on nobody else's.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type BoardScope, DEFAULT_BOARD, plainLayout, type WaitingRoom } from '../../shared/board.ts';
import type { Taken } from '../../shared/contract.ts';
import { type DeviceId, HOUR, type RoomId, type VisitId } from '../../shared/id.ts';
import type { BoardView } from '../../shared/views.ts';
import { KIOSK, REVOKED_KIOSK } from '../testing/small-hall.ts';
import { no, openTestHall, type TestHall, yes } from '../testing/test-hall.ts';
import { expectWhole } from '../testing/whole.ts';
import { boardView } from '../views/board.ts';
import { kioskView } from '../views/kiosk.ts';

const room = (id: string, name: string): WaitingRoom => ({ id: id as RoomId, name });
const NURSING = room('laktasi', 'Ruang laktasi');
const PLAY = room('bermain', 'Ruang bermain anak');

let hall: TestHall;
let taken: Taken;
beforeEach(async () => {
	hall = openTestHall({ settings: { board: { ...DEFAULT_BOARD, rooms: [NURSING, PLAY] } } });
	taken = yes(await hall.take('nib'));
});
afterEach(() => expectWhole(hall.store));

const waitIn = (id: string | null, visitId: VisitId = taken.visitId, kiosk: DeviceId = KIOSK.id) =>
	hall.asking.kiosk.waitIn(kiosk, { visitId, room: id });
const kept = (): string | null | undefined => hall.hall.rows.visit(taken.visitId)?.waitsIn;
const said = (): readonly string[] =>
	hall.store.sqlite.prepare("select detail from journal where kind = 'waits_in' order by id").pluck().all() as string[];
const board = (scope: BoardScope): BoardView =>
	boardView(hall.hall, { ...plainLayout(null), scope }, 'http://hall.test', () => false, hall.clock.now());
const numbersIn = (it: WaitingRoom): readonly string[] =>
	board({ kind: 'room', room: it.id }).calls.map((call) => call.number);

describe('at the kiosk', () => {
	test('the rooms of the hall are offered', () => {
		expect(kioskView(hall.hall, hall.clock.now()).rooms).toEqual([NURSING, PLAY]);
	});
	test('a visitor may change their mind as often as they like, and each change stands in the journal once', async () => {
		for (const it of ['bermain', 'bermain', 'laktasi', null, null]) yes(await waitIn(it));
		expect(kept()).toBeNull();
		expect(said()).toEqual(['{"room":"bermain"}', '{"room":"laktasi"}', '{"room":null}']);
	});
	test('only a room of the hall is taken, and only from the kiosk that gave the number today', async () => {
		expect(no(await waitIn('musala'))).toEqual({ code: 'unknown', what: 'place' });
		const unknown = { code: 'unknown', what: 'visit' };
		expect(no(await waitIn('laktasi', 999 as VisitId))).toEqual(unknown);
		expect(no(await waitIn('laktasi', taken.visitId, REVOKED_KIOSK.id))).toEqual(unknown);
		hall.clock.pass(16 * HOUR);
		expect(no(await waitIn('laktasi'))).toEqual(unknown);
		expect(kept()).toBeNull();
	});
	test('one who is being called waits no longer, and one with another place in line still does', async () => {
		yes(await (await hall.sit(1)).next());
		expect(no(await waitIn('laktasi'))).toEqual({ code: 'wrong_state' });
		taken = yes(await hall.take(['skck', 'ktp']));
		yes(await (await hall.sit(21)).next());
		yes(await waitIn('laktasi'));
	});
});

describe('the officer', () => {
	test('is told in line, at the desk and among the missed, and no more once the room is gone', async () => {
		const sari = await hall.sit(1);
		await hall.take('nib');
		yes(await waitIn('laktasi'));
		expect(sari.view().line.map((it) => it.waitsIn)).toEqual(['Ruang laktasi', null]);
		const { ticketId } = yes(await sari.next());
		expect(sari.view().now?.waitsIn).toBe('Ruang laktasi');
		yes(await sari.record(ticketId, { kind: 'missed' }));
		expect(sari.view().missed).toMatchObject([{ number: taken.number, waitsIn: 'Ruang laktasi' }]);
		const { settings } = hall.hall.catalogue();
		const without = { ...settings, board: { ...settings.board, rooms: [PLAY] } };
		hall.store.sqlite.prepare('update settings set hall = ?').run(JSON.stringify(without));
		hall.hall.reload();
		expect(sari.view().missed).toMatchObject([{ waitsIn: null }]);
	});
});

describe('the boards', () => {
	test('the room’s own calls those who wait there, and no other room’s does', async () => {
		yes(await waitIn('bermain'));
		const other = yes(await hall.take('nib'));
		const [sari, budi] = [await hall.sit(1), await hall.sit(2)];
		yes(await sari.next());
		yes(await budi.next());
		expect(board({ kind: 'room', room: PLAY.id })).toMatchObject({
			place: PLAY.name,
			calls: [{ number: taken.number, counter: 1, waitsIn: PLAY.name }],
		});
		expect(numbersIn(NURSING)).toEqual([]);
		expect(board({ kind: 'hall' }).calls.map((it) => it.number)).toEqual([other.number, taken.number]);
	});
	test('the hall’s call everyone and say of nobody where they sit', async () => {
		yes(await waitIn('laktasi'));
		yes(await (await hall.sit(1)).next());
		for (const scope of [{ kind: 'hall' }, { kind: 'agency', agency: 'dpmptsp' }] as readonly BoardScope[])
			expect(board(scope).calls).toMatchObject([{ number: taken.number, waitsIn: null }]);
	});
});
