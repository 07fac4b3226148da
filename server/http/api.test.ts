// The public API beside the sockets: the same verbs, refusals and repeats, because both come through one door; and what
// only HTTP has: statuses, types of content, sizes and paths.

import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Changed, Reply, Taken } from '../../shared/contract.ts';
import { SESSION_LENGTH } from '../../shared/hall.ts';
import { HOUR } from '../../shared/id.ts';
import { spoiled } from '../testing/hostile.ts';
import { BOARD, CONSOLE, KIOSK, OTHER_CONSOLE, PIN, REVOKED_KIOSK } from '../testing/small-hall.ts';
import { yes } from '../testing/test-hall.ts';
import { openTestServer, type Screen, type TestServer } from '../testing/test-server.ts';
import { expectWhole, written } from '../testing/whole.ts';

let server: TestServer;
beforeEach(async () => {
	server = await openTestServer();
});
afterEach(async () => {
	expect(server.faults).toEqual([]);
	expectWhole(server.store);
	await server.close();
});

const V1 = '/api/v1';
const takeAsk = (...services: string[]) => ({ requestId: randomUUID(), services, priority: null });
const post = async (path: string, token: string, body: unknown): Promise<Reply<never>> =>
	(await server.send('POST', V1 + path, { token, body })).json() as Reply<never>;
const status = async (method: string, path: string, asked = {}): Promise<number> =>
	(await server.send(method, V1 + path, asked)).status;
const writtenNow = (): unknown => written(server.store);

/** Both ways into the hall, as one kiosk and one counter use them. */
interface Door {
	readonly take: (body: object) => Promise<Reply<Taken>>;
	readonly ask: (name: string, body: Record<string, unknown>) => Promise<Reply<Changed>>;
}
type OpenDoor = () => Promise<Door>;
const sockets: OpenDoor = async () => {
	const kiosk: Screen<'kiosk'> = await server.connect('kiosk');
	const seat: Screen<'console'> = await server.console('sari');
	return { take: (body) => kiosk.ask('take', body), ask: (name, body) => seat.ask(name, body) };
};
const http: OpenDoor = async () => {
	const token = await server.signIn('sari');
	const paths: Readonly<Record<string, (id: unknown) => string>> = {
		callNext: () => '/calls',
		record: (id) => `/tickets/${id}/events`,
		transfer: (id) => `/tickets/${id}/transfer`,
		finishAndCall: (id) => `/tickets/${id}/finish-and-call`,
		undo: () => '/undo',
		pause: () => '/counter/pause',
		resume: () => '/counter/resume',
	};
	return {
		take: (body) => post('/tickets', KIOSK.token, body),
		ask: (name, { ticketId, ...body }) => post(paths[name]?.(ticketId) ?? '/nowhere', token, body),
	};
};

/** Until the tray has taken so many slips, which moves the rev on. */
const printed = (slips: number): Promise<void> =>
	vi.waitFor(() => {
		const told = server.store.sqlite.prepare("select count(*) from journal where kind = 'printed'");
		expect(told.pluck().get()).toBe(slips);
	});

/** A morning at one counter, with every refusal that an officer can meet; what was answered, in order. */
async function morning({ take, ask }: Door): Promise<readonly unknown[]> {
	const replies: unknown[] = [];
	const noted = <It>(reply: It): It => {
		replies.push(reply);
		return reply;
	};
	const twice = takeAsk('nib');
	noted(await take(twice));
	noted(await take(twice));
	await printed(1);
	noted(await take(takeAsk('nib', 'skck')));
	await printed(2);
	noted(await take(takeAsk('nib', 'nib')));
	noted(await take(takeAsk('unknown')));
	noted(await take({ ...takeAsk('nib'), extra: 1 }));
	const called = yes(noted(await ask('callNext', { after: 0 })));
	noted(await ask('callNext', { after: 0 }));
	noted(await ask('callNext', { after: called.rev }));
	noted(await ask('callNext', { after: 12_345 }));
	const { ticketId } = called;
	noted(await ask('record', { ticketId, after: called.rev, event: { kind: 'closed', as: 'served' } }));
	const started = yes(noted(await ask('record', { ticketId, after: called.rev, event: { kind: 'started' } })));
	noted(await ask('record', { ticketId, after: called.rev, event: { kind: 'started' } }));
	noted(await ask('record', { ticketId, after: called.rev, event: { kind: 'missed' } }));
	noted(await ask('record', { ticketId: 3, after: 1, event: { kind: 'called' } }));
	noted(await ask('record', { ticketId: 999, after: 1, event: { kind: 'called' } }));
	noted(await ask('record', { ticketId, after: started.rev, event: { kind: 'flown' } }));
	noted(await ask('transfer', { ticketId, after: started.rev, serviceId: 'pbg', as: 'next_step' }));
	const moved = yes(noted(await ask('transfer', { ticketId, after: started.rev, serviceId: 'skck', as: 'next_step' })));
	noted(await ask('transfer', { ticketId, after: started.rev, serviceId: 'skck', as: 'next_step' }));
	noted(await ask('undo', { rev: 1 }));
	const undone = yes(noted(await ask('undo', { rev: moved.rev })));
	noted(await ask('undo', { rev: moved.rev }));
	noted(await ask('pause', { reason: 'Salat' }));
	noted(await ask('record', { ticketId, after: undone.rev, event: { kind: 'parked', reason: 'copies' } }));
	noted(await ask('pause', { reason: 'Salat' }));
	noted(await ask('callNext', { after: called.rev }));
	noted(await ask('resume', {}));
	const second = yes(noted(await ask('callNext', { after: called.rev })));
	const here = { ticketId: second.ticketId, event: { kind: 'started' } };
	const { rev } = yes(noted(await ask('record', { ...here, after: second.rev })));
	for (const as of ['missed', 'served', 'served', 'flown'])
		noted(await ask('finishAndCall', { ticketId: second.ticketId, after: rev, as }));
	return replies;
}
/** Without what is different by nature: secrets, and the port they are reached at. */
const comparable = (replies: readonly unknown[]): unknown =>
	JSON.parse(JSON.stringify(replies).replace(/"(token|address)":"[^"]+"/g, '"$1":""'));

test('the same morning over sockets and over HTTP is answered the same, and leaves the same rows', async () => {
	const rows = () => server.store.sqlite.prepare('select * from tickets').all();
	const bySocket = comparable(await morning(await sockets()));
	const left = rows();
	await server.close();
	server = await openTestServer();
	expect(comparable(await morning(await http()))).toEqual(bySocket);
	expect(rows()).toEqual(left);
	const codes = (bySocket as Reply<unknown>[]).flatMap((it) => (it.ok ? [] : [it.refusal.code]));
	expect(new Set(codes)).toEqual(
		new Set([...['unknown', 'malformed', 'counter_busy', 'stale', 'wrong_state'], ...['same_queue', 'on_break']]),
	);
});

test('what one door was asked, the other has answered', async () => {
	const [bySocket, byHttp] = [await sockets(), await http()];
	const ask = takeAsk('nib');
	const taken = yes(await bySocket.take(ask));
	expect(yes(await byHttp.take(ask))).toEqual(taken);
	const called = yes(await byHttp.ask('callNext', { after: 0 }));
	expect(yes(await bySocket.ask('callNext', { after: 0 }))).toEqual(called);
});

describe('statuses', () => {
	test('201 for a number, also the second time; 200 for a change', async () => {
		const body = takeAsk('nib');
		expect(await status('POST', '/tickets', { token: KIOSK.token, body })).toBe(201);
		expect(await status('POST', '/tickets', { token: KIOSK.token, body })).toBe(201);
		const token = await server.signIn('sari');
		expect(await status('POST', '/calls', { token, body: { after: 0 } })).toBe(200);
	});

	const officer = () => server.signIn('sari');
	const none = async () => undefined;
	const kiosk = async () => KIOSK.token;
	const CASES: readonly (readonly [number, string, string, () => Promise<string | undefined>, unknown])[] = [
		[400, 'POST', '/tickets', kiosk, {}],
		[400, 'POST', '/tickets', kiosk, takeAsk('nib', 'pbg', 'konsultasi', 'ktp', 'kk', 'skck')],
		[401, 'POST', '/calls', none, { after: 0 }],
		[401, 'POST', '/calls', async () => 'made-up', { after: 0 }],
		[401, 'POST', '/calls', kiosk, { after: 0 }],
		[401, 'GET', '/console', none, undefined],
		[401, 'GET', '/sessions/current', none, undefined],
		[403, 'POST', '/calls', () => server.signIn('manajer'), { after: 0 }],
		[403, 'POST', '/demo/devices', none, { role: 'kiosk' }],
		[401, 'POST', '/tickets', none, takeAsk('nib')],
		[401, 'POST', '/leases', officer, { known: [] }],
		[200, 'POST', '/leases', kiosk, { known: [] }],
		[400, 'POST', '/leases/given', kiosk, { taken: [] }],
		[401, 'POST', '/waiting-rooms', officer, { visitId: 1, room: null }],
		[404, 'POST', '/waiting-rooms', kiosk, { visitId: 1, room: null }],
		[400, 'POST', '/waiting-rooms', kiosk, { visitId: 1, room: '../etc' }],
		[401, 'POST', '/held-numbers', officer, { held: 'A-001' }],
		[404, 'POST', '/held-numbers', kiosk, { held: 'A-001' }],
		[401, 'POST', '/cancellations', officer, { visitId: 1 }],
		[404, 'POST', '/cancellations', kiosk, { visitId: 1 }],
		[400, 'POST', '/cancellations', kiosk, { visitId: '1' }],
		[401, 'POST', '/requirement-sheets', officer, { requestId: crypto.randomUUID(), service: 'ktp' }],
		[404, 'POST', '/requirement-sheets', kiosk, { requestId: crypto.randomUUID(), service: 'sim' }],
		[401, 'POST', '/tickets', async () => REVOKED_KIOSK.token, takeAsk('nib')],
		[401, 'POST', '/tickets', async () => BOARD.token, takeAsk('nib')],
		[401, 'POST', '/tickets', officer, takeAsk('nib')],
		[404, 'POST', '/tickets', kiosk, takeAsk('no-such-service')],
		[404, 'POST', '/tickets/77/events', officer, { after: 1, event: { kind: 'called' } }],
		[400, 'POST', '/tickets/x/events', officer, { after: 1, event: { kind: 'called' } }],
		[400, 'POST', '/tickets/0/events', officer, { after: 1, event: { kind: 'called' } }],
		[400, 'POST', '/tickets/1.5/events', officer, { after: 1, event: { kind: 'called' } }],
		[401, 'GET', '/board', none, undefined],
		[400, 'GET', '/board?zone=x', kiosk, undefined],
		[400, 'GET', '/board?zoo=1', kiosk, undefined],
		[200, 'GET', '/board?zone=2', kiosk, undefined],
		[404, 'GET', '/board?zone=77', kiosk, undefined],
		[200, 'GET', '/board', officer, undefined],
		[401, 'GET', '/kiosk', async () => BOARD.token, undefined],
		[200, 'GET', '/kiosk', kiosk, undefined],
		[200, 'GET', '/console', officer, undefined],
		[404, 'GET', '/visits/AAAAAAAAAAAAAAAAAAAAAA', none, undefined],
		[404, 'GET', '/visits/short', none, undefined],
		[409, 'POST', '/calls', officer, { after: 0 }],
		[409, 'POST', '/calls', officer, { after: 5 }],
		[409, 'POST', '/undo', officer, { rev: 1 }],
		[200, 'POST', '/counter/pause', officer, { reason: 'Salat' }],
		[200, 'POST', '/counter/resume', officer, undefined],
		[404, 'GET', '/nothing-here', none, undefined],
		[404, 'DELETE', '/tickets', kiosk, undefined],
	];
	test.each(CASES)('%i for %s %s', async (wanted, method, path, who, body) => {
		const token = await who();
		const before = writtenNow();
		expect(await status(method, path, { token, body })).toBe(wanted);
		if (wanted >= 400) expect(writtenNow()).toEqual(before);
	});
});

describe('a ticket by its token', () => {
	test('is what its holder sees; no other token is needed, and none is in it', async () => {
		const { token, number } = yes((await post('/tickets', KIOSK.token, takeAsk('nib', 'skck'))) as Reply<Taken>);
		const answer = await server.send('GET', `${V1}/visits/${token}`);
		expect(answer.json()).toMatchObject({
			ok: true,
			value: { view: { number, places: [{ ahead: 0 }, { ahead: 0 }] } },
		});
		expect(answer.text).not.toContain(token);
	});
});

describe('what is no message', () => {
	const sent = async (raw: string, type = 'application/json') =>
		server.send('POST', `${V1}/tickets`, { token: KIOSK.token, raw, headers: { 'content-type': type } });
	const body = (): string => JSON.stringify(takeAsk('nib'));

	test.each([
		['text/plain, as a page of another site could send it', 415, () => sent(body(), 'text/plain')],
		['a form', 415, () => sent('requestId=1', 'application/x-www-form-urlencoded')],
		['XML', 415, () => sent('<take/>', 'text/xml')],
		['no type at all', 415, () => sent(body(), '')],
		['no JSON', 400, () => sent('{"requestId":')],
		['JSON that would change a prototype', 400, () => sent(`{"__proto__":{"a":1},${body().slice(1)}`)],
		['nothing', 400, () => sent('')],
		['a megabyte', 413, () => sent(`{"requestId":"${'x'.repeat(1_000_000)}"}`).catch(cutOff)],
	])('%s', async (_, wanted, ask) => {
		const before = writtenNow();
		const answer = await ask();
		expect(answer.status).toBe(wanted);
		expect(answer.json()).toEqual({ ok: false, refusal: { code: 'malformed', where: expect.any(String) } });
		expect(writtenNow()).toEqual(before);
	});
	/** The server may hang up before it has read a megabyte to its end: then there was no answer to read. */
	const cutOff = (error: NodeJS.ErrnoException) => {
		if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') throw error;
		return { status: 413, json: () => ({ ok: false, refusal: { code: 'malformed', where: 'body' } }) };
	};

	test('every bad input that a socket refuses', async () => {
		const before = writtenNow();
		for (const [name, input] of spoiled(takeAsk('nib'))) {
			if (input === undefined) continue;
			const answer = await server.send('POST', `${V1}/tickets`, { token: KIOSK.token, body: input });
			expect([answer.status, answer.json()], name).toMatchObject([400, { refusal: { code: 'malformed' } }]);
		}
		const token = await server.signIn('sari');
		const signedIn = writtenNow();
		for (const [name, input] of spoiled({ after: 1, event: { kind: 'called' } })) {
			const answer = await server.send('POST', `${V1}/tickets/1/events`, { token, body: input });
			expect([answer.status, answer.json()], name).toMatchObject([400, { refusal: { code: 'malformed' } }]);
		}
		expect(writtenNow()).toEqual(signedIn);
		expect(signedIn).not.toEqual(before);
	});
});

describe('a page in a browser', () => {
	const from = (headers: Record<string, string>) => ({ token: KIOSK.token, body: takeAsk('nib'), headers });
	const own = () => `http://127.0.0.1:${server.port}`;

	test('of another site is refused before anything is read', async () => {
		for (const origin of ['http://evil.example', 'null', 'http://127.0.0.1:1'])
			expect(await status('POST', '/tickets', from({ origin, 'x-giliran': '1' }))).toBe(403);
		expect(await status('GET', '/kiosk', { token: KIOSK.token, headers: { origin: 'http://evil.example' } })).toBe(403);
	});

	test('of a name that is not this hall’s is misdirected', async () => {
		for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.nip.io', '169.254.169.254'])
			expect(await status('POST', '/tickets', from({ host }))).toBe(421);
		expect(writtenNow()).toEqual([0, 0, 0, 0, 0, 0, 0]);
	});

	test('must say x-giliran to change anything, which no other site can without asking first', async () => {
		expect(await status('POST', '/tickets', from({ origin: own() }))).toBe(403);
		expect(await status('POST', '/tickets', from({ 'sec-fetch-site': 'same-origin' }))).toBe(403);
		expect(await status('DELETE', '/sessions/current', { headers: { origin: own() } })).toBe(403);
		expect(await status('POST', '/tickets', from({ origin: own(), 'x-giliran': '1' }))).toBe(201);
	});

	test('of another site gets no permission when it asks first', async () => {
		const headers = { origin: 'http://evil.example', 'access-control-request-method': 'POST' };
		const answer = await server.send('OPTIONS', `${V1}/tickets`, { headers });
		expect(answer.status).toBe(403);
		expect(Object.keys(answer.headers).filter((it) => it.startsWith('access-control'))).toEqual([]);
	});
});

describe('signing in', () => {
	const signIn = (body: object, token: string | undefined = CONSOLE.token) =>
		server.send('POST', `${V1}/sessions`, { ...(token ? { token } : {}), body });
	const sari = { username: 'sari', pin: PIN, counter: null };

	test('opens the counter, and sets a cookie that no script and no other site can use', async () => {
		const answer = await signIn(sari);
		expect(answer.status).toBe(201);
		expect(answer.json()).toMatchObject({
			ok: true,
			value: { counter: 1, officer: { name: 'Sari', role: 'officer' } },
		});
		expect(answer.headers['set-cookie']).toEqual([
			expect.stringMatching(/^giliran_session=[\w-]{43}; Max-Age=36000; Path=\/; HttpOnly; SameSite=Strict$/),
		]);
		expect(server.app.hall.rows.openShifts()).toMatchObject([{ counter: 1, officerId: 1 }]);
	});

	test('is refused at a screen that is none of the hall’s', async () => {
		expect((await signIn(sari, '')).json()).toMatchObject({ refusal: { code: 'unknown', what: 'device' } });
		expect((await signIn(sari, KIOSK.token)).json()).toMatchObject({ refusal: { code: 'unknown', what: 'device' } });
	});

	test('a wrong PIN and a name that nobody has are answered the same', async () => {
		const wrong = await signIn({ ...sari, pin: '000000' });
		const nobody = await signIn({ ...sari, username: 'nobody' });
		expect([wrong.status, wrong.json()]).toEqual([401, { ok: false, refusal: { code: 'wrong_pin', left: 4 } }]);
		expect([nobody.status, nobody.json()]).toEqual([wrong.status, wrong.json()]);
	});

	test('the sixth try is locked out even with the right PIN; another screen is not', async () => {
		for (let it = 0; it < 5; it++) expect((await signIn({ ...sari, pin: '000000' })).status).toBe(401);
		expect((await signIn(sari)).json()).toMatchObject({ refusal: { code: 'locked_out' } });
		expect((await signIn(sari, OTHER_CONSOLE.token)).status).toBe(201);
	});

	test('with the right PIN at a counter that is taken is no try', async () => {
		await server.signIn('sari');
		for (let it = 0; it < 6; it++)
			expect((await signIn({ username: 'budi', pin: PIN, counter: 1 })).json()).toEqual({
				ok: false,
				refusal: { code: 'counter_taken', counter: 1, officer: 'Sari' },
			});
		expect((await signIn({ username: 'budi', pin: PIN, counter: 2 })).status).toBe(201);
	});

	test.each([
		{ ...sari, pin: '24681' },
		{ ...sari, pin: 246810 },
		{ ...sari, pin: "' or 1=1" },
		{ ...sari, username: 'sari\u0000' },
		{ ...sari, username: '' },
		{ ...sari, counter: '1' },
		{ ...sari, counter: 0 },
		{ ...sari, role: 'manager' },
		{ username: 'sari', pin: PIN },
		[],
	])('with %j is malformed, and no try', async (body) => {
		expect((await signIn(body)).status).toBe(400);
		expect(server.store.sqlite.prepare('select count(*) from pin_tries').pluck().get()).toBe(0);
	});

	test('is over after ten hours, after signing off, and never says its token again', async () => {
		const token = await server.signIn('sari');
		const current = () => server.send('GET', `${V1}/sessions/current`, { token });
		expect((await current()).json()).toMatchObject({ value: { token: '', counter: 1 } });
		expect(await status('DELETE', '/sessions/current', { token })).toBe(200);
		expect((await current()).status).toBe(401);
		const other = await server.signIn('budi');
		server.clock.pass(SESSION_LENGTH);
		expect(await status('GET', '/sessions/current', { token: other })).toBe(401);
	});

	test('signing off is refused with somebody at the desk, and the session goes on', async () => {
		const token = await server.signIn('sari');
		await post('/tickets', KIOSK.token, takeAsk('nib'));
		await post('/calls', token, { after: 0 });
		const answer = await server.send('DELETE', `${V1}/sessions/current`, { token });
		expect([answer.status, answer.json()]).toMatchObject([409, { refusal: { code: 'counter_busy' } }]);
		expect(await status('GET', '/sessions/current', { token })).toBe(200);
	});

	test('a session of the evening is worth nothing at another agency’s line', async () => {
		const token = await server.signIn('ilham');
		const { visitId } = yes((await post('/tickets', KIOSK.token, takeAsk('nib'))) as Reply<Taken>);
		const [ticket] = server.app.hall.rows.ticketsOfVisit(visitId);
		server.clock.pass(HOUR);
		expect(
			await post(`/tickets/${ticket?.id}/events`, token, { after: ticket?.rev, event: { kind: 'called' } }),
		).toEqual({
			ok: false,
			refusal: { code: 'unknown', what: 'ticket' },
		});
	});
});
