// The manager's settings of voice and boards over HTTP, on a real server: kept whole, shown at once, and refused by field.

import { desc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type BoardSettings, DEFAULT_BOARD, type ScheduledNotice } from '../../shared/board.ts';
import type { Reply } from '../../shared/contract.ts';
import type { RoomId, ServiceId } from '../../shared/id.ts';
import { DEFAULT_VOICE, type VoiceSettings } from '../../shared/voice.ts';
import { journal } from '../store/schema.ts';
import { spoiled } from '../testing/hostile.ts';
import { BOARD, KIOSK, MANAGER } from '../testing/small-hall.ts';
import { yes } from '../testing/test-hall.ts';
import { openTestServer, type TestServer } from '../testing/test-server.ts';
import { expectWhole } from '../testing/whole.ts';

let server: TestServer;
let token: string;
beforeEach(async () => {
	server = await openTestServer();
	token = await server.signIn(MANAGER.username);
});
afterEach(async () => {
	expect(server.faults).toEqual([]);
	expectWhole(server.store);
	await server.close();
});

const VOICE_PATH = '/api/v1/voice-settings';
const BOARD_PATH = '/api/v1/board-settings';
const get = async (path: string): Promise<unknown> =>
	yes((await server.send('GET', path, { token })).json() as Reply<unknown>);
const put = async (path: string, body: unknown): Promise<Reply<unknown>> =>
	(await server.send('PUT', path, { token, body })).json() as Reply<unknown>;

const VOICE: VoiceSettings = {
	...{ school: 'without_zeros', desk: 'meja', english: true, names: false },
	...{ repeatAfterMs: null, volume: 0.8, volumes: [{ from: 720, to: 780, volume: 0.4 }] },
	quiet: [{ from: 1_080, to: 1_440 }],
};
const NOTICE: ScheduledNotice = {
	...{ id: 'kupon', kind: 'own', text: 'Pengambilan kupon di loket 1.' },
	when: { kind: 'times', times: [9 * 60], days: [1, 2] },
};
const SETTINGS: BoardSettings = {
	pledge: 'Kami melayani sesuai standar pelayanan.',
	facilities: ['Ruang laktasi', 'Kursi roda'],
	rooms: [{ id: 'laktasi' as RoomId, name: 'Ruang laktasi' }],
	notices: [
		NOTICE,
		{ id: 'tutup', kind: 'closing', text: '', when: { kind: 'before_closing', minutes: 15 } },
		{ id: 'prayer', kind: 'prayer', text: '', when: { kind: 'times', times: [720, 915], days: null } },
	],
	...{ saysBreaks: false, night: 'dim', phone: false },
};
const TEXTS = { board: SETTINGS, runningText: 'Silakan siapkan KTP.' };

describe('how calls are spoken', () => {
	test('is kept, and boards speak so from then on', async () => {
		const board = await server.connect('board');
		expect(board.shown().view.voice).toMatchObject({ volume: 1, quiet: false });
		yes(await put(VOICE_PATH, VOICE));
		expect(await get(VOICE_PATH)).toEqual({ voice: VOICE });
		await board.until((view) => view.voice.volume === 0.8 && view.voice.repeatAfterMs === null);
		const [entry] = server.store.tables.select().from(journal).orderBy(desc(journal.id)).limit(1).all();
		expect(entry).toMatchObject({ kind: 'hall_changed', officerId: MANAGER.id, detail: { reason: 'voice' } });
	});

	test('names the desks on boards, kiosks, slips and the page of a ticket', async () => {
		const [board, kiosk] = [await server.connect('board'), await server.connect('kiosk')];
		yes(await put(VOICE_PATH, VOICE));
		await board.until(({ hall }) => hall.desk === 'meja');
		await kiosk.until(({ hall }) => hall.desk === 'meja');
		const ask = { requestId: crypto.randomUUID(), services: ['ktp' as ServiceId], priority: null };
		const { token } = yes(await server.app.asking.kiosk.take(KIOSK.id, ask));
		expect((await server.send('GET', `/t/${token}`)).text).toMatch(/ke meja \d/);
		await expect.poll(async () => (await server.send('GET', '/tray')).text).toMatch(/Meja \d/);
	});

	const wrong: readonly (readonly [object, string])[] = [
		[{ school: 'english' }, 'school'],
		[{ desk: 'kasir' }, 'desk'],
		[{ english: 1 }, 'english'],
		[{ repeatAfterMs: 0 }, 'repeatAfterMs'],
		[{ repeatAfterMs: 8_500 }, 'repeatAfterMs'],
		[{ repeatAfterMs: 61_000 }, 'repeatAfterMs'],
		[{ volume: 1.01 }, 'volume'],
		[{ volume: -0.1 }, 'volume'],
		[{ volume: '1' }, 'volume'],
		[{ volumes: [{ from: 0, to: 60, volume: 2 }] }, 'volumes.0.volume'],
		[
			{
				volumes: [
					{ from: 0, to: 60, volume: 1 },
					{ from: 60, to: 60, volume: 1 },
				],
			},
			'volumes.1.to',
		],
		[{ quiet: [{ from: 720, to: 700 }] }, 'quiet.0.to'],
		[{ quiet: [{ from: 0, to: 1_441 }] }, 'quiet.0.to'],
		[{ quiet: [{ from: 0.5, to: 10 }] }, 'quiet.0.from'],
		[{ quiet: Array.from({ length: 21 }, () => ({ from: 0, to: 1 })) }, 'quiet'],
		[{ loud: true }, 'input'],
	];
	test('is refused at the field that is wrong', async () => {
		for (const [change, where] of wrong) {
			expect(await put(VOICE_PATH, { ...VOICE, ...change }), JSON.stringify(change)).toEqual({
				ok: false,
				refusal: { code: 'malformed', where },
			});
			expect(await get(VOICE_PATH), JSON.stringify(change)).toEqual({ voice: DEFAULT_VOICE });
		}
	});
});

describe('what boards show and announce', () => {
	test('is kept, and open boards are shown it', async () => {
		const board = await server.connect('board');
		expect(board.shown().view).toMatchObject({ phone: expect.stringContaining('/papan'), notices: [] });
		yes(await put(BOARD_PATH, TEXTS));
		expect(await get(BOARD_PATH)).toEqual(TEXTS);
		const view = await board.until((it) => it.hall.runningText === TEXTS.runningText);
		expect(view.phone).toBeNull();
		// Monday, nine o'clock.
		expect(view.notices).toMatchObject([{ key: 'kupon@2026-11-23T09:00', text: NOTICE.text, sound: null }]);
	});

	test('leaves the voice as it is, and the other way round', async () => {
		const both = await Promise.all([put(VOICE_PATH, VOICE), put(BOARD_PATH, TEXTS)]);
		both.map(yes);
		expect([await get(VOICE_PATH), await get(BOARD_PATH)]).toEqual([{ voice: VOICE }, TEXTS]);
	});

	test('may drop a room in which somebody still waits', async () => {
		yes(await put(BOARD_PATH, TEXTS));
		yes(await put(BOARD_PATH, { ...TEXTS, board: { ...SETTINGS, rooms: [] } }));
		expect(await get(BOARD_PATH)).toMatchObject({ board: { rooms: [] } });
	});

	const wrong: readonly (readonly [Partial<Record<keyof BoardSettings | 'more', unknown>>, string])[] = [
		[{ pledge: 'x'.repeat(301) }, 'pledge'],
		[{ pledge: 'satu\nbaris' }, 'pledge'],
		[{ facilities: [' '] }, 'facilities.0'],
		[{ facilities: Array.from({ length: 31 }, () => 'Kursi roda') }, 'facilities'],
		[{ rooms: [{ id: 'Laktasi', name: 'Ruang laktasi' }] }, 'rooms.0.id'],
		[{ rooms: [{ id: 'laktasi', name: '' }] }, 'rooms.0.name'],
		[{ rooms: [...SETTINGS.rooms, { id: 'laktasi', name: 'Lain' }] }, 'rooms.1.id'],
		[{ rooms: Array.from({ length: 13 }, (_, it) => ({ id: `r${it}`, name: 'Ruang' })) }, 'rooms'],
		[{ notices: Array.from({ length: 41 }, (_, it) => ({ ...NOTICE, id: `n${it}` })) }, 'notices'],
		[{ notices: [NOTICE, NOTICE] }, 'notices.1.id'],
		[{ notices: [{ ...NOTICE, id: 'prayer' }] }, 'notices.0.id'],
		[{ notices: [{ ...NOTICE, id: '../kupon' }] }, 'notices.0.id'],
		[{ notices: [{ ...NOTICE, kind: 'azan' }] }, 'notices.0.kind'],
		[{ notices: [{ ...NOTICE, text: '' }] }, 'notices.0.text'],
		[{ notices: [{ ...NOTICE, text: 'x'.repeat(301) }] }, 'notices.0.text'],
		[{ notices: [{ ...NOTICE, kind: 'prayer' }] }, 'notices.0.text'],
		[{ notices: [{ ...NOTICE, when: { ...NOTICE.when, times: [] } }] }, 'notices.0.when.times'],
		[{ notices: [{ ...NOTICE, when: { ...NOTICE.when, times: [1_440] } }] }, 'notices.0.when.times.0'],
		[{ notices: [{ ...NOTICE, when: { ...NOTICE.when, times: [540, 540] } }] }, 'notices.0.when.times.1'],
		[{ notices: [{ ...NOTICE, when: { ...NOTICE.when, days: [7] } }] }, 'notices.0.when.days.0'],
		[{ notices: [{ ...NOTICE, when: { ...NOTICE.when, days: [] } }] }, 'notices.0.when.days'],
		[{ notices: [{ ...NOTICE, when: { kind: 'before_closing', minutes: -1 } }] }, 'notices.0.when.minutes'],
		[{ notices: [{ ...NOTICE, when: { kind: 'never' } }] }, 'notices.0.when.kind'],
		[{ saysBreaks: 'ya' }, 'saysBreaks'],
		[{ night: 'off' }, 'night'],
		[{ phone: null }, 'phone'],
		[{ more: 1 }, ''],
	];
	test('is refused at the field that is wrong', async () => {
		for (const [change, where] of wrong) {
			expect(await put(BOARD_PATH, { ...TEXTS, board: { ...SETTINGS, ...change } }), JSON.stringify(change)).toEqual({
				ok: false,
				refusal: { code: 'malformed', where: where === '' ? 'board' : `board.${where}` },
			});
			expect(await get(BOARD_PATH)).toEqual({ board: DEFAULT_BOARD, runningText: 'Selamat datang' });
		}
	});

	test('a running text that no foot of a board could show is refused', async () => {
		for (const runningText of ['x'.repeat(501), 'dua\nbaris', null, undefined])
			expect(await put(BOARD_PATH, { ...TEXTS, runningText })).toMatchObject({
				refusal: { code: 'malformed', where: 'runningText' },
			});
	});
});

describe('strangers, officers and screens', () => {
	test('read nothing and change nothing', async () => {
		const officer = await server.signIn('sari');
		const board = await server.connect('board');
		for (const [path, body] of [
			[VOICE_PATH, VOICE],
			[BOARD_PATH, TEXTS],
		] as const) {
			expect((await server.send('GET', path)).status).toBe(401);
			expect((await server.send('PUT', path, { body })).status).toBe(401);
			expect((await server.send('GET', path, { token: officer })).status).toBe(403);
			expect((await server.send('PUT', path, { token: officer, body })).status).toBe(403);
			for (const screen of [KIOSK, BOARD])
				expect((await server.send('PUT', path, { token: screen.token, body })).status).toBe(401);
		}
		expect(await get(VOICE_PATH)).toEqual({ voice: DEFAULT_VOICE });
		expect(await get(BOARD_PATH)).toMatchObject({ board: DEFAULT_BOARD });
		expect(board.shown().view.hall.runningText).toBe('Selamat datang');
		expect(server.store.tables.select().from(journal).where(eq(journal.kind, 'hall_changed')).all()).toEqual([]);
	});

	test('and nonsense of every kind is refused or harmless, never a fault of ours', async () => {
		const bad = [
			...spoiled({ ...VOICE }).map(([what, body]) => [VOICE_PATH, what, body] as const),
			...spoiled({ ...TEXTS }).map(([what, body]) => [BOARD_PATH, what, body] as const),
			...spoiled({ ...SETTINGS }).map(([what, board]) => [BOARD_PATH, `board: ${what}`, { ...TEXTS, board }] as const),
		];
		for (const [path, what, body] of bad) {
			const before = await get(path);
			const { status } = await server.send('PUT', path, { token, body });
			expect([200, 400], `${path} ${what}`).toContain(status);
			if (status !== 200) expect(await get(path), `${path} ${what}`).toEqual(before);
		}
	});
});
