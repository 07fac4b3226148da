// The manager's printers and slips over HTTP, on a real server with a printer that fails as printers do; and the page that a
// kiosk's browser prints.

import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { PNG } from 'pngjs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Reply, Reprinting, Taken } from '../../shared/contract.ts';
import type { PrinterId } from '../../shared/id.ts';
import { DEFAULT_LAYOUT, type SlipLayout } from '../../shared/slip.ts';
import type { PrinterWall } from '../../shared/views.ts';
import { type FakePrinter, openFakePrinter } from '../print/ways/testing/fake-printer.ts';
import { addPrinter, routeKiosk } from '../setup/printers.ts';
import { printers } from '../store/schema.ts';
import { spoiled } from '../testing/hostile.ts';
import { KIOSK, MANAGER } from '../testing/small-hall.ts';
import { yes } from '../testing/test-hall.ts';
import { openTestServer, type TestServer } from '../testing/test-server.ts';
import { expectWhole } from '../testing/whole.ts';

let server: TestServer;
let fake: FakePrinter;
let token: string;
let one: PrinterId;

const add = (name: string, way: string, device: number | null = null): PrinterId =>
	addPrinter(server.store, { name, way, profile: 'epson-tm-t82', device, rollMm: null }, server.clock.now());
/** As after the command line: the server notices what another hand has written with its next commit. */
const noticed = () => server.app.hall.reload();

beforeEach(async () => {
	server = await openTestServer();
	fake = await openFakePrinter();
	one = add('Kios 1', `tcp://127.0.0.1:${fake.port}`);
	noticed();
	token = await server.signIn(MANAGER.username);
});
afterEach(async () => {
	expect(server.faults).toEqual([]);
	expectWhole(server.store);
	await server.close();
	await fake.close();
});

const V1 = '/api/v1';
const get = async <Value>(path: string): Promise<Value> =>
	yes((await server.send('GET', V1 + path, { token })).json() as Reply<Value>);
const post = async <Value>(path: string, body: unknown): Promise<Reply<Value>> =>
	(await server.send('POST', V1 + path, { token, body })).json() as Reply<Value>;
const take = async (): Promise<Taken> => {
	const body = { requestId: randomUUID(), services: ['nib'], priority: null };
	return yes((await server.send('POST', `${V1}/tickets`, { token: KIOSK.token, body })).json() as Reply<Taken>);
};
const wall = () => get<PrinterWall>('/printers');
const until = (so: (now: PrinterWall['printers'][number]) => boolean) =>
	vi.waitFor(
		async () => {
			const [now] = (await wall()).printers;
			if (!now || !so(now)) throw new Error(`not so: ${JSON.stringify(now)}`);
			return now;
		},
		{ timeout: 8_000, interval: 30 },
	);

describe('the printer wall', () => {
	test('shows each printer: how it stands, what came out last, what waits, and the paper used', async () => {
		const { number } = await take();
		const now = await until((it) => it.last !== null && it.state === 'ready');
		expect(now).toMatchObject({
			name: 'Kios 1',
			way: `tcp://127.0.0.1:${fake.port}`,
			profile: 'epson-tm-t82',
			model: 'Epson TM-T82',
			state: 'ready',
			seenAt: server.clock.now(),
			waiting: 0,
			last: { number, state: 'printed', fault: null },
			paper: { rollMm: 80_000 },
		});
		expect(now.paper.usedMm).toBeGreaterThan(50);
	});
	test('shows trouble, how many wait for it, and that it is over', async () => {
		fake.is.cover = 'open';
		await until((it) => it.state === 'cover_open');
		await take();
		await take();
		expect(await until((it) => it.waiting === 2)).toMatchObject({ waitingSince: server.clock.now() });
		const officer = await server.console('sari');
		expect(officer.shown().view.printers).toMatchObject([{ name: 'Kios 1', state: 'cover_open' }]);
		fake.is.cover = 'closed';
		await until((it) => it.state === 'ready' && it.waiting === 0);
		expect(fake.slips).toHaveLength(2);
		await officer.until((view) => view.printers[0]?.state === 'ready');
	}, 20_000);
	test('tells of boards that cannot be heard, with the same alarm', async () => {
		const board = await server.connect('board');
		await board.ask('sound', { sound: 'locked' });
		expect((await wall()).mute).toMatchObject([{ sound: 'locked' }]);
		await board.ask('sound', { sound: 'ready' });
		expect((await wall()).mute).toEqual([]);
	});
	test('is nobody’s but the manager’s', async () => {
		const officer = await server.signIn('sari');
		for (const [method, path] of [
			['GET', '/printers'],
			['GET', '/profiles'],
			['GET', '/slip-layout'],
			['PUT', '/slip-layout'],
			['POST', '/slip-preview'],
			['POST', `/printers/${one}/test`],
			['POST', `/printers/${one}/roll`],
			['POST', `/printers/${one}/cancel`],
		] as const) {
			const body = method === 'GET' ? {} : { body: {} };
			expect((await server.send(method, V1 + path, { token: officer, ...body })).status, path).toBe(403);
			expect((await server.send(method, V1 + path, body)).status, path).toBe(401);
		}
	});
});

describe('the manager', () => {
	test('has a test slip printed', async () => {
		yes(await post(`/printers/${one}/test`, {}));
		const now = await until((it) => it.last !== null);
		expect(now.last).toMatchObject({ number: null, state: 'printed' });
		expect(fake.slips).toHaveLength(1);
	});
	test('drops what waits', async () => {
		fake.is.paper = 'out';
		await take();
		await until((it) => it.waiting === 1);
		expect(yes(await post(`/printers/${one}/cancel`, {}))).toEqual({ cancelled: 1 });
		expect(await until((it) => it.waiting === 0)).toMatchObject({ last: null });
	});
	test('puts in a roll of another length', async () => {
		await take();
		await until((it) => it.paper.usedMm > 0 && it.last !== null);
		yes(await post(`/printers/${one}/roll`, { rollMm: 40_000 }));
		expect((await wall()).printers[0]?.paper).toMatchObject({ rollMm: 40_000, usedMm: 0 });
		for (const rollMm of [0, -1, 1e9, 1.5, '40000', null])
			expect(await post(`/printers/${one}/roll`, { rollMm })).toMatchObject({ refusal: { code: 'malformed' } });
	});
	test('has a slip printed again, marked', async () => {
		const { number } = await take();
		await until((it) => it.last !== null);
		expect(yes(await post<Reprinting>('/reprints', { number, printer: null }))).toEqual({ number, printer: 'Kios 1' });
		await vi.waitFor(() => expect(fake.slips).toHaveLength(2));
		const officer = await server.signIn('sari');
		const asked = await server.send('POST', `${V1}/reprints`, { token: officer, body: { number, printer: one } });
		expect(asked.json()).toEqual({ ok: true, value: { number, printer: 'Kios 1' } });
		expect(await post('/reprints', { number: 'A-999', printer: null })).toMatchObject({
			refusal: { code: 'unknown', what: 'number' },
		});
		expect(await post('/reprints', { number, printer: 77 })).toMatchObject({ refusal: { what: 'printer' } });
	});
	test('names a printer that is not there', async () => {
		for (const id of ['77', '0', '-1', 'x', '1e3', "1' or 1=1"])
			expect(
				(await server.send('POST', `${V1}/printers/${encodeURIComponent(id)}/test`, { token, body: {} })).status,
			).toBeGreaterThanOrEqual(400);
	});
});

describe('the layout of slips', () => {
	const put = async (layout: unknown) =>
		(await server.send('PUT', `${V1}/slip-layout`, { token, body: layout })).json() as Reply<unknown>;
	const LAYOUT: SlipLayout = {
		...DEFAULT_LAYOUT,
		blocks: ['hall', 'number', 'places', 'qr'],
		note: 'Simpan karcis ini',
	};
	test('is kept, and the next slip is laid out so', async () => {
		yes(await put(LAYOUT));
		expect(await get('/slip-layout')).toEqual({ layout: LAYOUT });
		await take();
		await until((it) => it.last !== null);
	});
	test('that makes no slip is refused by name', async () => {
		for (const [change, fault] of [
			[{ blocks: ['qr'] }, 'no_number'],
			[{ blocks: ['number', 'number'] }, 'block_twice'],
			[{ note: 'x'.repeat(200) }, 'note_too_long'],
			[{ wifi: { name: '', password: null } }, 'wifi_name'],
			[{ wifi: { name: 'MPP', password: 'pendek' } }, 'wifi_password'],
			[{ logo: `iVBORw0KGgo${'A'.repeat(50_000)}` }, 'logo_too_large'],
		] as const)
			expect(await put({ ...LAYOUT, ...change })).toMatchObject({ refusal: { code: 'layout', fault } });
	});
	test('of another shape is malformed', async () => {
		for (const [, input] of spoiled({ ...LAYOUT }))
			expect(await put(input), JSON.stringify(input)?.slice(0, 300)).toMatchObject({ ok: false });
		expect(await get('/slip-layout')).toEqual({ layout: DEFAULT_LAYOUT });
	});
	test('is shown dot for dot before it is kept', async () => {
		const preview = async (profile: string, layout: SlipLayout = LAYOUT) => {
			const socket = await fetch(`http://127.0.0.1:${server.port}${V1}/slip-preview`, {
				method: 'POST',
				headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
				body: JSON.stringify({ layout, profile }),
			});
			return { status: socket.status, bytes: Buffer.from(await socket.arrayBuffer()) };
		};
		const [narrow, wide] = [await preview('unknown-58'), await preview('epson-tm-t82')];
		const [a, b] = [PNG.sync.read(narrow.bytes), PNG.sync.read(wide.bytes)];
		expect(a.width).toBeLessThan(b.width);
		const short = PNG.sync.read((await preview('unknown-58', { ...LAYOUT, blocks: ['number'] })).bytes);
		expect(short.height).toBeLessThan(a.height);
		expect((await preview('canon')).status).toBe(400);
	});
});

describe('the page that a kiosk’s browser prints', () => {
	test('is the slip’s picture on a page of the paper’s width, framed by the kiosk alone', async () => {
		const browser = add('Peramban', 'browser', KIOSK.id);
		routeKiosk(server.store, KIOSK.id, [browser], 0);
		noticed();
		const kiosk = await server.connect('kiosk');
		const { visitId, token: visit } = await take();
		expect((await kiosk.until((view) => view.slips.some((it) => it.visitId === visitId))).slips[0]?.here).toBe(true);
		const said = (await kiosk.ask('printHere', { visitId })) as Reply<{ readonly address: string }>;
		expect(yes(said)).toEqual({ address: `/t/${visit}/slip` });
		expect((await server.send('GET', `/t/${visit}/slip`)).status).toBe(404);
		const own = { headers: { cookie: `giliran_kiosk=${KIOSK.token}` } };
		const page = await server.send('GET', `/t/${visit}/slip`, own);
		expect(page.headers['x-frame-options']).toBe('SAMEORIGIN');
		expect(page.headers['content-security-policy']).toContain("frame-ancestors 'self'");
		expect(page.text).toContain('A-001');
		const style = /href="(\/slip-\d+-\d+\.css)"/.exec(page.text)?.[1] ?? '';
		expect((await server.send('GET', style)).text).toMatch(/@page \{ size: 80mm 1\d\dmm/);
		expect((await server.send('GET', `/t/${visit}/slip.png`, own)).headers['content-type']).toBe('image/png');
		await kiosk.until((view) => view.slips[0]?.state === 'unconfirmed');
		expect(await kiosk.ask('printHere', { visitId })).toMatchObject({ refusal: { code: 'already_printed' } });
	});
	test('is also what to bring for a service, for that kiosk and for nobody else', async () => {
		const sheet = '/services/nib/sheet';
		const own = { headers: { cookie: `giliran_kiosk=${KIOSK.token}` } };
		expect((await server.send('GET', sheet, own)).status).toBe(404);
		routeKiosk(server.store, KIOSK.id, [add('Peramban', 'browser', KIOSK.id)], 0);
		noticed();
		const kiosk = await server.connect('kiosk');
		const said = await kiosk.ask('printRequirements', { requestId: randomUUID(), service: 'nib' });
		expect(yes(said)).toEqual({ printer: null, here: sheet });
		const page = await server.send('GET', sheet, own);
		expect(page.headers['x-frame-options']).toBe('SAMEORIGIN');
		expect(page.text).toContain('PERSYARATAN');
		expect(page.text).toContain(`<img src="${sheet}.png"`);
		expect((await server.send('GET', `${sheet}.png`, own)).headers['content-type']).toBe('image/png');
		for (const path of [sheet, `${sheet}.png`]) expect((await server.send('GET', path)).status).toBe(404);
		expect((await server.send('GET', '/services/sepeda/sheet', own)).status).toBe(404);
	});
	test('is nothing without the token of a visit', async () => {
		for (const path of ['/t/x/slip', `/t/${'A'.repeat(22)}/slip`, `/t/${'A'.repeat(22)}/slip.png`])
			expect((await server.send('GET', path)).status).toBe(404);
	});
});

test('a printer of which a later release wrote the way prints nothing, and its slips are given up in time', async () => {
	server.store.tables.update(printers).set({ way: 'quantum:7' }).where(eq(printers.id, one)).run();
	noticed();
	await take();
	await vi.waitFor(() => expect(server.faults).toMatchObject([{ way: 'quantum:7' }]));
	server.forgetFaults();
	server.clock.pass(121_000);
	expect(await until((it) => it.waiting === 0)).toMatchObject({ last: null });
}, 15_000);
