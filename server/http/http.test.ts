// What every answer of the server carries, what it never gives away, and the pages that need no token.

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_BOARD } from '../../shared/board.ts';
import type { Reply, Taken } from '../../shared/contract.ts';
import { KIOSK } from '../testing/small-hall.ts';
import { yes } from '../testing/test-hall.ts';
import { openTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
	server = await openTestServer();
});
afterAll(async () => {
	expect(server.faults).toEqual([]);
	await server.close();
});
const get = (path: string, headers = {}) => server.send('GET', path, { headers });
const take = async (): Promise<Taken> => {
	const body = { requestId: randomUUID(), services: ['nib'], priority: null };
	return yes((await server.send('POST', '/api/v1/tickets', { token: KIOSK.token, body })).json() as Reply<Taken>);
};

describe('headers', () => {
	test('every answer, a good one and a bad one, carries the same', async () => {
		const answers = [
			await get('/health/live'),
			await get('/'),
			await get('/nowhere'),
			await get('/t/AAAAAAAAAAAAAAAAAAAAAA'),
			await server.send('POST', '/api/v1/tickets', { raw: '{' }),
			await get('/', { host: 'evil.example' }),
			await get('/', { origin: 'http://evil.example' }),
		];
		for (const { headers } of answers)
			expect({
				csp: headers['content-security-policy'],
				coop: headers['cross-origin-opener-policy'],
				corp: headers['cross-origin-resource-policy'],
				permissions: headers['permissions-policy'],
				referrer: headers['referrer-policy'],
				sniff: headers['x-content-type-options'],
				frame: headers['x-frame-options'],
			}).toMatchInlineSnapshot(`
				{
				  "coop": "same-origin",
				  "corp": "same-origin",
				  "csp": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
				  "frame": "DENY",
				  "permissions": "camera=(), microphone=(), geolocation=(), autoplay=(self)",
				  "referrer": "no-referrer",
				  "sniff": "nosniff",
				}
			`);
	});

	test('a screen may reach its own server by WebSocket, whose address old browsers want to see', async () => {
		const own = `127.0.0.1:${server.port}`;
		for (const page of ['/kiosk/', '/display/', '/console/', '/papan'])
			expect((await get(page)).headers['content-security-policy'], page).toContain(
				`connect-src 'self' ws://${own} wss://${own};`,
			);
	});

	test('only the console may listen, for there the hall records its own voice', async () => {
		const may = async (page: string) => (await get(page)).headers['permissions-policy'];
		expect(await may('/console/')).toBe('camera=(), microphone=(self), geolocation=(), autoplay=(self)');
		for (const page of ['/kiosk/', '/display/', '/'])
			expect(await may(page), page).toBe('camera=(), microphone=(), geolocation=(), autoplay=(self)');
	});

	test('nothing says what the server is made of, and no other site is given leave', async () => {
		for (const path of ['/', '/api/v1/board', '/nowhere']) {
			const names = Object.keys((await get(path)).headers);
			expect(names.filter((it) => /^(server|x-powered-by|access-control-.*)$/.test(it))).toEqual([]);
		}
	});
});

describe('files', () => {
	const OUTSIDE = [
		'/assets/../package.json',
		'/assets/../../package.json',
		'/assets/..%2f..%2fpackage.json',
		'/assets/%2e%2e/%2e%2e/package.json',
		'/assets/%252e%252e%252fpackage.json',
		'/assets/..%5c..%5cpackage.json',
		'/assets/..\\..\\package.json',
		'/assets//etc/passwd',
		'/assets/%00',
		'/assets/x%00.js',
		'/assets/.vite/manifest.json',
		'/.vite/manifest.json',
		'/assets/',
		'/assets',
		'/kiosk/../../package.json',
		'/kiosk/%2e%2e/%2e%2e/package.json',
		'/.env',
		'/.git/config',
		'/data/giliran.db',
		'/package.json',
		'//etc/passwd',
		'/../../../../etc/passwd',
	];
	test.each(OUTSIDE)('%s is not there', async (path) => {
		const { status, text } = await get(path);
		expect([400, 403, 404]).toContain(status);
		expect(text).not.toMatch(/giliran"|root:|dependencies|manifest|\.ts\b/);
	});
});

describe('a ticket’s page', () => {
	test('shows the number to whoever has its address, and is kept by nobody', async () => {
		const { token, number, address } = await take();
		expect(address).toBe(`http://127.0.0.1:${server.port}/t/${token}`);
		const page = await get(`/t/${token}`);
		expect([page.status, page.headers['cache-control'], page.headers['x-robots-tag']]).toEqual([
			200,
			'no-store',
			'noindex',
		]);
		expect(page.text).toContain(number);
		expect((await get(`/t/${token}?lang=en`)).text).toContain('lang="en"');
	});

	test('is the same "not known" for every wrong address', async () => {
		const { token } = await take();
		const wrong = [
			'AAAAAAAAAAAAAAAAAAAAAA',
			token.slice(1),
			`${token}A`,
			token.replace(/^./, (it) => (it === 'a' ? 'b' : 'a')),
			'%00',
			'..',
			"'%20or%201=1--",
			'x'.repeat(100),
		];
		const pages = await Promise.all(wrong.map((it) => get(`/t/${it}`)));
		const [first] = pages;
		expect(first?.status).toBe(404);
		expect(first?.text).toContain('<html lang="id">');
		for (const [index, { status, text, headers }] of pages.entries())
			expect([status, text, headers['cache-control']], wrong[index]).toEqual([404, first?.text, 'no-store']);
	});
});

test('OpenAPI lists every route of version 1', async () => {
	const { paths } = (await get('/api/openapi.json')).json() as { paths: Record<string, Record<string, object>> };
	const routes = Object.entries(paths).flatMap(([path, methods]) =>
		Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
	);
	expect(routes.filter((it) => it.includes('/api/v1/')).sort()).toEqual([
		'DELETE /api/v1/sessions/current',
		'DELETE /api/v1/voice/{lang}/{clip}',
		'GET /api/v1/board',
		'GET /api/v1/board-settings',
		'GET /api/v1/boards',
		'GET /api/v1/console',
		'GET /api/v1/counters',
		'GET /api/v1/kiosk',
		'GET /api/v1/media',
		'GET /api/v1/printers',
		'GET /api/v1/profiles',
		'GET /api/v1/report',
		'GET /api/v1/report.csv',
		'GET /api/v1/sessions/current',
		'GET /api/v1/slip-layout',
		'GET /api/v1/visits/{token}',
		'GET /api/v1/voice-pack',
		'GET /api/v1/voice-settings',
		'GET /api/v1/voice/{lang}',
		'GET /api/v1/voice/{lang}/{clip}/clip.wav',
		'POST /api/v1/boards/{id}/revoke',
		'POST /api/v1/calls',
		'POST /api/v1/cancellations',
		'POST /api/v1/counter/pause',
		'POST /api/v1/counter/resume',
		'POST /api/v1/demo/devices',
		'POST /api/v1/held-numbers',
		'POST /api/v1/leases',
		'POST /api/v1/leases/given',
		'POST /api/v1/media',
		'POST /api/v1/media/{id}/restore',
		'POST /api/v1/media/{id}/retire',
		'POST /api/v1/pair',
		'POST /api/v1/printers/{id}/cancel',
		'POST /api/v1/printers/{id}/roll',
		'POST /api/v1/printers/{id}/test',
		'POST /api/v1/reprints',
		'POST /api/v1/requirement-sheets',
		'POST /api/v1/sessions',
		'POST /api/v1/slip-preview',
		'POST /api/v1/tickets',
		'POST /api/v1/tickets/{id}/events',
		'POST /api/v1/tickets/{id}/finish-and-call',
		'POST /api/v1/tickets/{id}/transfer',
		'POST /api/v1/undo',
		'POST /api/v1/voice-names',
		'POST /api/v1/voice-pack',
		'POST /api/v1/voice-sample',
		'POST /api/v1/voice/{lang}/{clip}/restore',
		'POST /api/v1/waiting-rooms',
		'PUT /api/v1/board-settings',
		'PUT /api/v1/boards/{id}/layout',
		'PUT /api/v1/media/{id}',
		'PUT /api/v1/slip-layout',
		'PUT /api/v1/voice-names',
		'PUT /api/v1/voice-settings',
		'PUT /api/v1/voice/{lang}/{clip}',
	]);
	const body = paths['/api/v1/tickets']?.post as { requestBody?: unknown };
	expect(JSON.stringify(body.requestBody)).toContain('requestId');
});

test('metrics are figures of the hall that a monitor can read, and nobody’s', async () => {
	const { number, token } = await take();
	const { headers, text } = await get('/metrics');
	expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
	const lines = text.split('\n').filter((it) => it !== '');
	expect(lines.filter((it) => !/^(# (HELP|TYPE) \w+ .+|\w+(\{[^}]*\})? (-?[\d.]+(e[+-]?\d+)?|Nan))$/.test(it))).toEqual(
		[],
	);
	const value = (name: string) => lines.find((it) => it.startsWith(`${name} `))?.split(' ')[1];
	expect(value('giliran_rev')).toBe(String(server.app.hall.rows.lastRev()));
	const waiting = server.app.hall.rows.inLine('dpmptsp/A' as never, '2026-11-23' as never);
	expect(value('giliran_waiting{agency="dpmptsp"}')).toBe(String(waiting));
	expect(value('giliran_counters_open{state="open"}')).toBe('0');
	for (const secret of [number, token]) expect(text).not.toContain(secret);
});

test('a monitor sees that the server lives and is ready', async () => {
	expect((await get('/health/live')).json()).toEqual({ status: 'live' });
	expect((await get('/health/ready')).json()).toEqual({ status: 'ready', rev: server.app.hall.rows.lastRev() });
});

test('the start page of a real hall gives no browser anything, and shows no officer', async () => {
	const { text } = await get('/');
	expect(text).not.toMatch(/sari|135790|246810/);
	for (const path of ['/kiosk/', '/display/', '/console/'])
		expect((await get(path)).headers['set-cookie']).toBeUndefined();
});

test('the start page leads to the board on a phone, where the hall has one', async () => {
	const link = 'href="/papan"';
	expect((await get('/')).text).toContain(link);
	const without = await openTestServer({ settings: { board: { ...DEFAULT_BOARD, phone: false } } });
	expect((await without.send('GET', '/')).text).not.toContain(link);
	await without.close();
});

test('the board on a phone is anybody’s: it makes no browser a screen, and no cache keeps it', async () => {
	const demo = await openTestServer({ settings: { demo: true } });
	const open = (path: string) => demo.send('GET', path);
	expect((await open('/display/')).headers['set-cookie'], 'a board of the example hall').toBeDefined();
	const { headers } = await open('/papan?zone=2');
	expect(headers['set-cookie']).toBeUndefined();
	expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
	const elsewhere = await Promise.all(['/papan/', '/papan/?zone=2', '/papan//evil.example/x'].map(open));
	expect(elsewhere.map((it) => [it.status, it.headers.location])).toEqual([
		[308, '/papan'],
		[308, '/papan?zone=2'],
		[308, '/papan'],
	]);
	await demo.close();
});
