// What the lobby is told besides calls: what it means that a desk pauses, on the boards that it concerns, and once.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type BoardScope, DEFAULT_BOARD, plainLayout, type ScheduledNotice } from '../../shared/board.ts';
import { type Instant, MINUTE, type RoomId, SECOND } from '../../shared/id.ts';
import type { BoardNotice } from '../../shared/views.ts';
import { DEFAULT_VOICE } from '../../shared/voice.ts';
import { open } from '../testing/small-hall.ts';
import { openTestHall, type TestHall, yes } from '../testing/test-hall.ts';
import { expectWhole } from '../testing/whole.ts';
import { boardView } from './board.ts';
import type { Recorded } from './notices.ts';

let hall: TestHall;
beforeEach(() => {
	hall = openTestHall();
});
afterEach(() => expectWhole(hall.store));

const notices = (
	scope: BoardScope = { kind: 'hall' },
	recorded: Recorded = () => false,
	of: TestHall = hall,
): readonly BoardNotice[] =>
	boardView(of.hall, { ...plainLayout(null), scope }, 'http://hall.test', recorded, of.clock.now()).notices;
const texts = (): readonly string[] => notices().map((it) => it.text);

describe('a desk that pauses', () => {
	test('is told with the open desks of its line, and spoken to those who wait for it', async () => {
		await hall.take('nib');
		const [sari] = [await hall.sit(1), await hall.sit(2), await hall.sit(3)];
		yes(await sari.pause('Istirahat'));
		expect(notices()).toEqual([
			{
				key: `break-1@${hall.clock.now()}`,
				at: hall.clock.now(),
				kind: 'break',
				text: 'Loket 1 istirahat. Antrean A tetap dilayani di loket 2 dan 3.',
				sound: '/voice/notice.wav?kind=break&counter=1&prefix=A&elsewhere=2.3',
			},
		]);
	});

	test('leaves its visitors their numbers where nobody else serves them', async () => {
		await hall.take('skck');
		const ilham = await hall.sit(21);
		yes(await ilham.pause('Salat'));
		expect(notices()).toMatchObject([
			{
				text: 'Loket 21 istirahat. Nomor antrean S tetap berlaku; silakan menunggu.',
				sound: '/voice/notice.wav?kind=break&counter=21&prefix=S',
			},
		]);
	});

	test('is only shown where nobody waits for its line, or where the hall wants it so', async () => {
		const ilham = await hall.sit(21);
		yes(await ilham.pause('Salat'));
		expect(notices()).toMatchObject([{ kind: 'break', sound: null }]);
		const silent = openTestHall({ settings: { board: { ...DEFAULT_BOARD, saysBreaks: false } } });
		await silent.take('skck');
		yes(await (await silent.sit(21)).pause('Salat'));
		expect(notices({ kind: 'hall' }, () => false, silent)).toMatchObject([{ kind: 'break', sound: null }]);
	});

	test('is told for a minute, and not once it is open again', async () => {
		const sari = await hall.sit(1);
		yes(await sari.pause('Istirahat'));
		hall.clock.pass(MINUTE - 1);
		expect(texts()).toHaveLength(1);
		hall.clock.pass(1);
		expect(texts()).toEqual([]);
		hall.clock.pass(-MINUTE / 2);
		expect(texts()).toHaveLength(1);
		yes(await sari.resume());
		expect(texts()).toEqual([]);
	});

	test('sends nobody to a desk that pauses too', async () => {
		const [sari, budi] = [await hall.sit(1), await hall.sit(2)];
		yes(await budi.pause('Istirahat'));
		hall.clock.pass(SECOND);
		yes(await sari.pause('Istirahat'));
		expect(texts()).toEqual([
			'Loket 2 istirahat. Nomor antrean A tetap berlaku; silakan menunggu.',
			'Loket 1 istirahat. Nomor antrean A tetap berlaku; silakan menunggu.',
		]);
	});

	test('concerns the boards of its zone, its agency and itself, and no others', async () => {
		yes(await (await hall.sit(1)).pause('Istirahat'));
		const told = (scope: unknown) => notices(scope as BoardScope).length;
		expect(
			[
				{ kind: 'hall' },
				{ kind: 'zone', zone: 1 },
				{ kind: 'zone', zone: 2 },
				{ kind: 'agency', agency: 'dpmptsp' },
				{ kind: 'agency', agency: 'polres' },
				{ kind: 'counter', counter: 1 },
				{ kind: 'counter', counter: 2 },
			].map(told),
		).toEqual([1, 1, 0, 1, 0, 1, 0]);
	});

	test('is called what stands over it', async () => {
		hall = openTestHall({ settings: { voice: { ...DEFAULT_VOICE, desk: 'meja' } } });
		await hall.sit(2);
		yes(await (await hall.sit(1)).pause('Istirahat'));
		expect(texts()).toEqual(['Meja 1 istirahat. Antrean A tetap dilayani di meja 2.']);
	});
});

describe('a desk whose officer leaves', () => {
	test('is told as closed when nobody has taken it over within half a minute', async () => {
		await hall.take('nib');
		const [sari] = [await hall.sit(1), await hall.sit(2)];
		yes(await sari.signOff());
		expect(texts(), 'somebody may be about to take over').toEqual([]);
		hall.clock.pass(30 * SECOND);
		expect(notices()).toMatchObject([
			{
				key: `closed-1@${hall.clock.now()}`,
				kind: 'closed',
				text: 'Loket 1 tutup hari ini. Antrean A tetap dilayani di loket 2.',
				sound: '/voice/notice.wav?kind=closed&counter=1&prefix=A&elsewhere=2',
			},
		]);
		hall.clock.pass(MINUTE);
		expect(texts()).toEqual([]);
	});

	test('is not closed for those who hand it over', async () => {
		yes(await (await hall.sit(1)).signOff());
		hall.clock.pass(20 * SECOND);
		await hall.sit(1, 2);
		hall.clock.pass(20 * SECOND);
		expect(texts()).toEqual([]);
	});

	test('goes home, after closing: that is no news', async () => {
		hall = openTestHall({ settings: { weekly: [open(1, 8, 9)] } });
		hall.clock.pass(-5 * MINUTE);
		const sari = await hall.sit(1);
		hall.clock.pass(5 * MINUTE);
		yes(await sari.signOff());
		hall.clock.pass(30 * SECOND);
		expect(texts()).toEqual([]);
	});
});

describe('what is announced by the clock', () => {
	const at = (id: string, kind: ScheduledNotice['kind'], text: string): ScheduledNotice => ({
		...{ id, kind, text },
		when: { kind: 'times', times: [9 * 60], days: null },
	});
	const all = [
		at('salat', 'prayer', ''),
		at('hadiah', 'gratification', ''),
		at('kupon', 'own', 'Pengambilan kupon di loket 1.'),
		{ ...at('tutup', 'closing', ''), when: { kind: 'before_closing', minutes: 60 } } as const,
	];
	beforeEach(() => {
		const rooms = [{ id: 'laktasi' as RoomId, name: 'Ruang laktasi' }];
		hall = openTestHall({ settings: { weekly: [open(1, 8, 10)], board: { ...DEFAULT_BOARD, rooms, notices: all } } });
	});

	test('stands on every board for two minutes, in the hall’s words or its own', () => {
		expect(notices({ kind: 'room', room: 'laktasi' as RoomId })).toHaveLength(4);
		expect(notices()).toMatchObject([
			{ key: 'salat@2026-11-23T09:00', kind: 'prayer', sound: '/voice/notice.wav?kind=prayer' },
			{ key: 'hadiah@2026-11-23T09:00', kind: 'gratification', sound: '/voice/notice.wav?kind=gratification' },
			{ key: 'kupon@2026-11-23T09:00', kind: 'own', text: 'Pengambilan kupon di loket 1.', sound: null },
			{
				key: 'tutup@2026-11-23T09:00',
				text: 'Layanan hari ini ditutup pukul 10.00. Pemegang nomor antrean tetap kami layani.',
				sound: '/voice/notice.wav?kind=closing',
			},
		]);
		hall.clock.pass(2 * MINUTE);
		expect(notices()).toEqual([]);
	});

	test('is spoken in the hall’s own words where there is a recording of them', () => {
		const spoken = notices({ kind: 'hall' }, (clip) => clip === 'notice-kupon');
		expect(spoken[2]?.sound).toBe('/voice/notice.wav?kind=own&id=kupon');
	});

	test('comes with the pauses of desks, oldest first', async () => {
		const early: Instant = hall.clock.now() - 20 * SECOND;
		hall.clock.set(early);
		const sari = await hall.sit(1);
		yes(await sari.pause('Istirahat'));
		hall.clock.pass(20 * SECOND);
		expect(notices().map((it) => it.kind)).toEqual(['break', 'prayer', 'gratification', 'own', 'closing']);
	});
});
