// Who only looks: phones and the manager's preview are shown a board without being one of the hall's screens, may say nothing,
// and see no more than everybody in the lobby does.

import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { type BoardLayout, type BoardSettings, DEFAULT_BOARD, plainLayout } from '../../shared/board.ts';
import { PROTOCOL } from '../../shared/contract.ts';
import type { RoomId } from '../../shared/id.ts';
import { CONSOLE, MANAGER, PIN } from '../testing/small-hall.ts';
import { openTestServer, type Screen, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
afterEach(async () => {
	expect(server.faults).toEqual([]);
	await server.close();
});

const NURSING = { id: 'laktasi' as RoomId, name: 'Ruang laktasi' };
const OF_ROOM: BoardLayout = { ...plainLayout(null), scope: { kind: 'room', room: NURSING.id } };
const open = async (board: Partial<BoardSettings>): Promise<void> => {
	server = await openTestServer({ settings: { board: { ...DEFAULT_BOARD, ...board } } });
};
/** `cookie`: of the browser that asks. */
const watch = (look: unknown, cookie: string | null = null): Promise<Screen<'board'>> =>
	server.connect('board', {
		auth: { protocol: PROTOCOL, token: null, zone: null, look },
		...(cookie === null ? {} : { headers: { cookie, origin: `http://127.0.0.1:${server.port}` } }),
	});
const turnedAway = (look: unknown): Promise<string> =>
	watch(look).then(
		() => 'let in',
		(error: Error) => error.message,
	);
const managersCookie = async (): Promise<string> => {
	const body = { username: MANAGER.username, pin: PIN, counter: null };
	const { text } = await server.send('POST', '/api/v1/sessions', { token: CONSOLE.token, body });
	return `giliran_session=${JSON.parse(text).value.token}`;
};

describe('a phone', () => {
	test('is shown the board as it changes, without a token, and may ask nothing', async () => {
		await open({});
		const phone = await watch(plainLayout(null));
		const kiosk = await server.connect('kiosk');
		await kiosk.ask('take', { requestId: randomUUID(), services: ['nib'], priority: null });
		await phone.until((view) => view.agencies[0]?.waiting === 1);
		for (const name of ['shown', 'spoken', 'silent', 'sound', 'take', 'callNext'])
			expect(await phone.ask(name, { rev: 1 })).toEqual({ ok: false, refusal: { code: 'not_allowed' } });
		const boards = server.store.sqlite.prepare("select count(*) from devices where role = 'board'").pluck().get();
		expect(boards, 'no screen of the hall was made of it').toBe(1);
	});

	test('of a made-up layout is turned away, and so are all where the hall wants none', async () => {
		await open({});
		expect(await turnedAway({ ...plainLayout(null), scope: { kind: 'everything' } })).toBe('unknown_device');
		await server.close();
		await open({ phone: false });
		expect(await turnedAway(plainLayout(null))).toBe('unknown_device');
	});

	test('cannot look up who waits in which room; the manager’s preview can', async () => {
		await open({ rooms: [NURSING] });
		expect(await turnedAway(OF_ROOM)).toBe('unknown_device');
		const preview = await watch(OF_ROOM, await managersCookie());
		expect(preview.shown().view.place).toBe(NURSING.name);
	});
});
