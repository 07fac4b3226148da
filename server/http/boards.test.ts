// The manager's wall of boards on a real server: how each board stands as it said itself, and a layout that is on the glass as
// soon as it is saved.

import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type BoardLayout, plainLayout } from '../../shared/board.ts';
import { PROTOCOL, type Reply } from '../../shared/contract.ts';
import type { AgencyId, CounterNumber, RoomId, ZoneNumber } from '../../shared/id.ts';
import { DAY_MS, HOUR, SECOND } from '../../shared/id.ts';
import type { BoardWall, PrinterWall } from '../../shared/views.ts';
import { digest } from '../hall/secret.ts';
import { devices } from '../store/schema.ts';
import { spoiled } from '../testing/hostile.ts';
import { BOARD, KIOSK, MANAGER, SETTINGS } from '../testing/small-hall.ts';
import { no, yes } from '../testing/test-hall.ts';
import { openTestServer, type TestServer } from '../testing/test-server.ts';
import { expectWhole } from '../testing/whole.ts';

const ROOM = { id: 'laktasi' as RoomId, name: 'Ruang laktasi' };
let server: TestServer;
let token: string;
beforeEach(async () => {
	server = await openTestServer({ settings: { board: { ...SETTINGS.board, rooms: [ROOM] } } });
	token = await server.signIn(MANAGER.username);
});
afterEach(async () => {
	expect(server.faults).toEqual([]);
	expectWhole(server.store);
	await server.close();
});

const wall = async (): Promise<BoardWall> =>
	yes((await server.send('GET', '/api/v1/boards', { token })).json() as Reply<BoardWall>);
const lay = async (layout: unknown, id: number = BOARD.id): Promise<Reply<unknown>> =>
	(await server.send('PUT', `/api/v1/boards/${id}/layout`, { token, body: layout })).json() as Reply<unknown>;
const PLAIN = plainLayout(null);
const LARGE: BoardLayout = { ...PLAIN, side: 'media', speaks: false, diagonalInch: 55, farthestM: 12.5 };

async function call(): Promise<{ readonly rev: number }> {
	const { visitId } = yes(
		await server.app.asking.kiosk.take(KIOSK.id, { requestId: crypto.randomUUID(), services: ['nib'], priority: null }),
	);
	expect(visitId).toBeGreaterThan(0);
	const sari = await server.console('sari');
	yes(await sari.ask('callNext', { after: sari.shown().view.lastCall }));
	const view = await sari.until((it) => it.now !== null);
	return { rev: view.lastCall };
}

describe('the wall', () => {
	test('shows a board that nobody has laid out, and what it can be laid out for', async () => {
		const { boards, choices, signs, at, timeZone } = await wall();
		expect({ at, timeZone }).toEqual({ at: server.clock.now(), timeZone: 'Asia/Makassar' });
		expect(boards).toEqual([
			{
				...{ id: BOARD.id, name: 'board', zone: null, layout: PLAIN, sound: 'unknown', soundSince: null },
				...{ connected: 0, seenAt: server.clock.now(), lastSpoken: null, lastSilent: null },
			},
		]);
		expect(choices).toMatchObject({
			zones: [
				{ number: 1, name: 'Zona 1' },
				{ number: 2, name: 'Zona 2' },
			],
			rooms: [ROOM],
		});
		expect(choices.agencies[0]).toEqual({ id: 'dpmptsp', name: 'Kantor dpmptsp' });
		expect(choices.counters[0]).toEqual({ number: 1, agency: 'DPMPTSP' });
		expect([choices.agencies.length, choices.counters.length]).toEqual([3, 6]);
		expect(signs, 'A-001').toBe(5);
	});

	test('counts the windows that show a board, and none that only look', async () => {
		const [first] = [await server.connect('board'), await server.connect('board')];
		await server.connect('board', { auth: { protocol: PROTOCOL, token: null, zone: null, look: PLAIN } });
		expect((await wall()).boards).toMatchObject([{ connected: 2 }]);
		first.socket.close();
		await expect.poll(async () => (await wall()).boards[0]?.connected).toBe(1);
	});

	test('says when a board was heard last and why it was silent last, by its own word and of today only', async () => {
		const board = await server.connect('board');
		await board.ask('sound', { sound: 'muted' });
		const { rev } = await call();
		const called = server.clock.now();
		server.clock.pass(2 * SECOND);
		await board.ask('silent', { rev, why: 'muted' });
		expect((await wall()).boards).toMatchObject([
			{ sound: 'muted', soundSince: called, lastSpoken: null, lastSilent: { why: 'muted', at: called } },
		]);
		await board.ask('spoken', { rev });
		expect((await wall()).boards).toMatchObject([{ lastSpoken: server.clock.now(), lastSilent: null }]);
		server.clock.pass(DAY_MS);
		token = await server.signIn(MANAGER.username);
		expect((await wall()).boards).toMatchObject([{ lastSpoken: null, lastSilent: null }]);
	});

	test('names what managers have changed within the last hour, and who it was', async () => {
		expect((await wall()).changes).toEqual([]);
		yes(await lay(LARGE));
		const at = server.clock.now();
		const texts = { board: SETTINGS.board, runningText: 'Selamat siang' };
		yes((await server.send('PUT', '/api/v1/board-settings', { token, body: texts })).json() as Reply<unknown>);
		const changes = [
			{ at, by: 'Manajer', what: 'boards', board: null },
			{ at, by: 'Manajer', what: 'board layout', board: 'board' },
		];
		expect((await wall()).changes).toEqual(changes);
		server.clock.pass(HOUR - 1);
		expect((await wall()).changes).toEqual(changes);
		server.clock.pass(1);
		expect((await wall()).changes).toEqual([]);
	});

	test('knows when a board was seen last: now, while it is there, and when it was switched off', async () => {
		const board = await server.connect('board');
		const off = (): Promise<boolean> => wall().then((it) => it.boards[0]?.connected === 0);
		await board.ask('sound', { sound: 'ready' });
		server.clock.pass(2 * HOUR);
		const seen = server.clock.now();
		expect((await wall()).boards).toMatchObject([{ seenAt: seen }]);
		board.socket.close();
		await expect.poll(off).toBe(true);
		await expect.poll(async () => (await wall()).boards[0]?.sound).toBe('unknown');
		server.clock.pass(3 * HOUR);
		expect((await wall()).boards).toMatchObject([{ connected: 0, seenAt: seen }]);
	});

	test('tells two boards of one name apart, everywhere the same', async () => {
		const twin = { role: 'board' as const, name: 'board', tokenHash: digest('twin'), createdAt: 0 };
		server.store.tables.insert(devices).values(twin).run();
		const [board, other] = [await server.connect('board'), await server.connect('board', { token: 'twin' })];
		await board.ask('sound', { sound: 'locked' });
		await other.ask('sound', { sound: 'muted' });
		const { boards } = await wall();
		const names = boards.map((it) => it.name);
		expect(names).toEqual(boards.map((it) => `board · ${it.id}`));
		expect(new Set(names).size).toBe(2);
		const sari = await server.console('sari');
		expect(sari.shown().view.mute.map((it) => it.board)).toEqual(names);
		const printers = (await server.send('GET', '/api/v1/printers', { token })).json() as Reply<PrinterWall>;
		expect(yes(printers).mute.map((it) => it.board)).toEqual(names);
		const { rev } = await call();
		await board.ask('silent', { rev, why: 'locked' });
		const silent = async () => (await server.console('sari')).shown().view.now?.heard.silent;
		await expect.poll(silent).toEqual([{ board: `board · ${BOARD.id}`, why: 'locked' }]);
	});

	test('leaves out boards that were sent away, and every other screen', async () => {
		const more = { role: 'board' as const, createdAt: 0 };
		const values = [
			{ ...more, name: 'A, hilang', tokenHash: digest('x'), revokedAt: 1 },
			{ ...more, name: 'A, zona 2', tokenHash: digest('y'), zone: 2 as ZoneNumber },
		];
		server.store.tables.insert(devices).values(values).run();
		await server.connect('board');
		const { boards } = await wall();
		// The one that is there comes first, whatever it is called.
		expect(boards.map(({ name, connected }) => [name, connected])).toEqual([
			['board', 1],
			['A, zona 2', 0],
		]);
		expect(boards[1]).toMatchObject({ zone: { number: 2, name: 'Zona 2' }, layout: plainLayout(2 as ZoneNumber) });
	});
});

describe('a layout', () => {
	test('is on the glass of that board at once, and of no other', async () => {
		const other = { role: 'board' as const, name: 'TV 2', tokenHash: digest('other-board'), createdAt: 0 };
		server.store.tables.insert(devices).values(other).run();
		const [board, beside] = [await server.connect('board'), await server.connect('board', { token: 'other-board' })];
		yes(await lay(LARGE));
		expect((await board.until((it) => it.layout.side === 'media')).layout).toEqual(LARGE);
		expect((await wall()).boards.find((it) => it.id === BOARD.id)?.layout).toEqual(LARGE);
		expect(beside.shown().view.layout).toEqual(PLAIN);
		// And after it was switched off and on.
		expect((await server.connect('board')).shown().view.layout).toEqual(LARGE);
	});

	test('may be for the hall, a zone, an agency, a counter or a room', async () => {
		const board = await server.connect('board');
		const scopes: readonly BoardLayout['scope'][] = [
			{ kind: 'zone', zone: 2 as ZoneNumber },
			{ kind: 'agency', agency: 'polres' as AgencyId },
			{ kind: 'counter', counter: 21 as CounterNumber },
			{ kind: 'room', room: ROOM.id },
			{ kind: 'hall' },
		];
		for (const scope of scopes) {
			yes(await lay({ ...PLAIN, scope }));
			const { layout } = await board.until((it) => it.layout.scope.kind === scope.kind);
			expect(layout.scope).toEqual(scope);
		}
	});

	test('is refused for what is not there', async () => {
		for (const scope of [
			{ kind: 'zone', zone: 9 },
			{ kind: 'agency', agency: 'imigrasi' },
			{ kind: 'counter', counter: 99 },
			{ kind: 'room', room: 'gudang' },
		])
			expect(no(await lay({ ...PLAIN, scope }))).toEqual({ code: 'unknown', what: 'place' });
		expect((await wall()).boards[0]?.layout).toEqual(PLAIN);
	});

	test('is refused where there is no room for it', async () => {
		const counter = { kind: 'counter', counter: 21 };
		expect(no(await lay({ ...PLAIN, part: 'lines', side: 'media' }))).toEqual({ code: 'board_layout', fault: 'side' });
		expect(no(await lay({ ...PLAIN, scope: counter, part: 'calls' }))).toEqual({ code: 'board_layout', fault: 'part' });
	});

	test('is refused for what is no board, or not any more', async () => {
		server.store.tables.update(devices).set({ revokedAt: 1 }).where(eq(devices.id, BOARD.id)).run();
		for (const id of [BOARD.id, KIOSK.id, 4_711])
			expect(no(await lay(LARGE, id))).toEqual({ code: 'unknown', what: 'board' });
	});

	test('is refused in any other shape', async () => {
		const bad: readonly unknown[] = [
			...spoiled({ ...LARGE }),
			{ ...LARGE, diagonalInch: 4 },
			{ ...LARGE, farthestM: 101 },
			{ ...LARGE, scope: { kind: 'zone' } },
			{ ...LARGE, scope: { kind: 'hall', zone: 1 } },
		];
		// Nobody needs to have measured the room.
		const fine = (it: unknown) => JSON.stringify(it).match(/"(diagonalInch|farthestM)":null/);
		for (const layout of bad.filter((it) => !fine(it)))
			expect(await lay(layout), JSON.stringify(layout)).toMatchObject({ refusal: { code: 'malformed' } });
		for (const id of ['0', '-1', '1.5', 'x', '%00']) {
			const answer = await server.send('PUT', `/api/v1/boards/${id}/layout`, { token, body: LARGE });
			expect(answer.status, id).toBe(400);
		}
	});

	test('is the manager’s to change and to see', async () => {
		const sari = await server.signIn('sari');
		for (const [who, status] of [
			[sari, 403],
			[BOARD.token, 401],
			[null, 401],
		] as const) {
			const asked = who === null ? {} : { token: who };
			expect((await server.send('GET', '/api/v1/boards', asked)).status).toBe(status);
			const put = await server.send('PUT', `/api/v1/boards/${BOARD.id}/layout`, { ...asked, body: LARGE });
			expect(put.status).toBe(status);
		}
		expect((await wall()).boards[0]?.layout).toEqual(PLAIN);
	});
});

describe('a board that is taken off the list', () => {
	const revoke = (id: number | string, asked: { readonly token?: string } = { token }) =>
		server.send('POST', `/api/v1/boards/${id}/revoke`, asked);

	test('is sent away at once, does not come back, and is named among the changes', async () => {
		const [board, kiosk] = [await server.connect('board'), await server.connect('kiosk')];
		yes((await revoke(BOARD.id)).json() as Reply<unknown>);
		expect(await board.ended).toBe('io server disconnect');
		await expect(server.connect('board')).rejects.toThrow('unknown_device');
		expect(kiosk.socket.connected).toBe(true);
		const { boards, changes } = await wall();
		expect(boards).toEqual([]);
		expect(changes).toEqual([{ at: server.clock.now(), by: 'Manajer', what: 'board removed', board: 'board' }]);
		expect(no((await revoke(BOARD.id)).json() as Reply<unknown>)).toEqual({ code: 'unknown', what: 'board' });
	});

	test('that was never paired can never be: its code is worth nothing', async () => {
		const waiting = { role: 'board' as const, name: 'TV baru', createdAt: 0 };
		const code = { codeHash: digest('K7P3QX'), codeUntil: server.clock.now() + HOUR };
		const { id } = server.store.tables
			.insert(devices)
			.values({ ...waiting, ...code })
			.returning()
			.get();
		yes((await revoke(id)).json() as Reply<unknown>);
		const row = server.store.tables.select().from(devices).where(eq(devices.id, id)).get();
		expect(row).toMatchObject({ codeHash: null, codeUntil: null, revokedAt: server.clock.now() });
	});

	test('is a board, and the manager’s to take off', async () => {
		for (const id of [KIOSK.id, 4_711])
			expect(no((await revoke(id)).json() as Reply<unknown>)).toEqual({ code: 'unknown', what: 'board' });
		for (const id of ['0', 'x', '1.5']) expect((await revoke(id)).status, id).toBe(400);
		expect((await revoke(BOARD.id, { token: await server.signIn('sari') })).status).toBe(403);
		expect((await revoke(BOARD.id, { token: BOARD.token })).status).toBe(401);
		expect((await revoke(BOARD.id, {})).status).toBe(401);
		expect((await wall()).boards).toHaveLength(1);
	});
});

test('a page that only looks at a board may be a frame of ours and makes no board; every other page is in no frame', async () => {
	const look = encodeURIComponent(JSON.stringify(PLAIN));
	const { headers } = await server.send('GET', `/display/?look=${look}`);
	expect(headers['x-frame-options']).toBe('SAMEORIGIN');
	expect(headers['content-security-policy']).toContain("frame-ancestors 'self'");
	expect(headers['set-cookie']).toBeUndefined();
	for (const address of ['/display/', `/console/?look=${look}`, `/kiosk/?look=${look}`]) {
		const other = (await server.send('GET', address)).headers;
		expect(other['x-frame-options'], address).toBe('DENY');
		expect(other['content-security-policy'], address).toContain("frame-ancestors 'none'");
	}
});
