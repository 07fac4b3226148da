// The screens' sockets, on a real server: who is let in, what may be asked, what is shown, and what a bad client can do.

import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { get } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PROTOCOL, type Reply, type Role, type Taken } from '../../shared/contract.ts';
import { spoiled } from '../testing/hostile.ts';
import { BOARD, CONSOLE, KIOSK, REVOKED_KIOSK } from '../testing/small-hall.ts';
import { yes } from '../testing/test-hall.ts';
import { type Hello, openTestServer, type Screen, type TestServer } from '../testing/test-server.ts';
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

const takeAsk = (...services: string[]) => ({ requestId: randomUUID(), services, priority: null });
const take = async (kiosk: Screen<'kiosk'>, ...services: string[]): Promise<Taken> =>
	yes((await kiosk.ask('take', takeAsk(...services))) as Reply<Taken>);
const next = async (seat: Screen<'console'>) => yes(await seat.ask('callNext', { after: seat.shown().view.lastCall }));
const turnedAway = (role: Role, hello: Hello): Promise<string> =>
	server.connect(role, hello).then(
		() => 'let in',
		(error: Error) => error.message,
	);
const everything = (): unknown => written(server.store);

describe('at the door', () => {
	const own = () => `http://127.0.0.1:${server.port}`;
	const CASES: readonly (readonly [string, Role, () => Hello, string])[] = [
		['a screen of yesterday’s release', 'kiosk', () => ({ protocol: PROTOCOL - 1 }), 'wrong_protocol'],
		['a screen of tomorrow’s release', 'kiosk', () => ({ protocol: PROTOCOL + 1 }), 'wrong_protocol'],
		['no token', 'kiosk', () => ({ token: null }), 'unknown_device'],
		['a made-up token', 'kiosk', () => ({ token: 'x' }), 'unknown_device'],
		['a stolen kiosk that was revoked', 'kiosk', () => ({ token: REVOKED_KIOSK.token }), 'unknown_device'],
		['a board as a kiosk', 'kiosk', () => ({ token: BOARD.token }), 'unknown_device'],
		['a kiosk as a board', 'board', () => ({ token: KIOSK.token }), 'unknown_device'],
		['a console where nobody signed in', 'console', () => ({ token: CONSOLE.token }), 'not_signed_in'],
		['a kiosk as a console', 'console', () => ({ token: KIOSK.token }), 'not_signed_in'],
		['a hello without a protocol', 'kiosk', () => ({ auth: { token: KIOSK.token, zone: null } }), 'unknown_device'],
		[
			'a hello with more than belongs in it',
			'kiosk',
			() => ({ auth: { protocol: PROTOCOL, token: KIOSK.token, zone: null, admin: true } }),
			'unknown_device',
		],
		[
			'a token that is no text',
			'kiosk',
			() => ({ auth: { protocol: PROTOCOL, token: { $ne: '' }, zone: null } }),
			'unknown_device',
		],
		['a page of another site', 'kiosk', () => ({ headers: { origin: 'http://evil.example' } }), 'websocket error'],
		['a page of another port', 'kiosk', () => ({ headers: { origin: 'http://127.0.0.1:1' } }), 'websocket error'],
		['a page of nowhere', 'kiosk', () => ({ headers: { origin: 'null' } }), 'websocket error'],
		['a name that is not this hall’s', 'kiosk', () => ({ headers: { host: 'evil.example' } }), 'websocket error'],
		[
			'DNS rebinding: a foreign name in both',
			'kiosk',
			() => ({ headers: { host: 'evil.example:80', origin: 'http://evil.example:80' } }),
			'websocket error',
		],
		[
			'a cookie without a page that asks',
			'kiosk',
			() => ({ token: null, headers: { cookie: `giliran_kiosk=${KIOSK.token}` } }),
			'unknown_device',
		],
		[
			'another screen’s cookie',
			'board',
			() => ({ token: null, headers: { origin: own(), cookie: `giliran_kiosk=${KIOSK.token}` } }),
			'unknown_device',
		],
	];
	test.each(CASES)('%s is turned away', async (_, role, hello, reason) => {
		expect(await turnedAway(role, hello())).toBe(reason);
	});

	test('a browser of the hall is let in by its cookie, a program by its token', async () => {
		const headers = { origin: own(), cookie: `giliran_kiosk=${KIOSK.token}` };
		expect((await server.connect('kiosk', { token: null, headers })).shown().view.agencies).toHaveLength(3);
		expect((await server.connect('kiosk')).shown().view.agencies).toHaveLength(3);
	});

	test('a manager has no counter, and no console', async () => {
		expect(await turnedAway('console', { token: await server.signIn('manajer') })).toBe('not_signed_in');
	});
});

describe('asks', () => {
	test('of another role are not known: a kiosk calls nobody, a board does nothing', async () => {
		const refused = { ok: false, refusal: { code: 'not_allowed' } };
		const [kiosk, board, seat] = [
			await server.connect('kiosk'),
			await server.connect('board'),
			await server.console('sari'),
		];
		await take(kiosk, 'nib');
		const before = everything();
		expect(await kiosk.ask('callNext', { after: 0 })).toEqual(refused);
		expect(await kiosk.ask('signOff', {})).toEqual(refused);
		expect(await board.ask('take', takeAsk('nib'))).toEqual(refused);
		expect(await seat.ask('take', takeAsk('nib'))).toEqual(refused);
		for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'show', '', 'x'.repeat(500)])
			expect(await seat.ask(name, {})).toEqual(refused);
		expect(everything()).toEqual(before);
	});

	test('that want no answer are not done', async () => {
		const kiosk = await server.connect('kiosk');
		kiosk.socket.emit('take', takeAsk('nib'));
		kiosk.socket.emit('take');
		expect((await take(kiosk, 'nib')).number).toBe('A-001');
	});

	test('take, spoiled in every way: malformed, and nothing is written', async () => {
		const good = takeAsk('nib');
		// As many as one socket may send before it counts as a flood.
		for (const some of [spoiled(good).slice(0, 40), spoiled(good).slice(40)])
			await expectMalformed(
				await server.connect('kiosk'),
				'take',
				some.map(([, input]) => input),
			);
	});

	const GOOD = {
		callNext: { after: 0 },
		record: { ticketId: 1, after: 1, event: { kind: 'called' } },
		transfer: { ticketId: 1, after: 1, serviceId: 'skck', as: 'wrong_desk' },
		undo: { rev: 1 },
		pause: { reason: 'Istirahat' },
		resume: {},
		signOff: {},
	} as const;
	test.each(Object.entries(GOOD))('%s, spoiled in every way: malformed, and nothing is written', async (name, good) => {
		const seat = await server.console('sari');
		await expectMalformed(
			seat,
			name,
			spoiled(good).map(([, input]) => input),
		);
	});

	test.each([
		{ kind: 'closed', as: 'expired' },
		{ kind: 'closed', as: 'transferred' },
		{ kind: 'closed' },
		{ kind: 'parked' },
		{ kind: 'parked', reason: 'lunch' },
		{ kind: 'issued' },
		{ kind: 'undone', undoes: 1 },
		{ kind: 'called', counter: 2, officerId: 2 },
		{ kind: 'returned', joinedAt: 0 },
	])('an event that is no officer’s to send is malformed: %j', async (event) => {
		await expectMalformed(await server.console('sari'), 'record', [{ ticketId: 1, after: 1, event }]);
	});

	test('without any input, or in bytes, are malformed', async () => {
		const seat = await server.console('sari');
		expect(await seat.ask('callNext')).toMatchObject({ refusal: { code: 'malformed' } });
		expect(await seat.ask('callNext', Buffer.from('{}'))).toMatchObject({ refusal: { code: 'malformed' } });
	});

	async function expectMalformed(
		screen: Screen<'kiosk'> | Screen<'console'>,
		name: string,
		inputs: readonly unknown[],
	): Promise<void> {
		const before = everything();
		for (const input of inputs) {
			const reply = await screen.ask(name, input);
			expect(reply, JSON.stringify(input).slice(0, 200)).toEqual({
				ok: false,
				refusal: { code: 'malformed', where: expect.any(String) },
			});
		}
		expect(everything()).toEqual(before);
	}
});

describe('a client that means harm', () => {
	test('and floods is told "too fast", then cut off; the others are answered', async () => {
		const [bad, good] = [await server.connect('kiosk'), await server.connect('kiosk')];
		const replies: Reply<never>[] = [];
		for (let it = 0; it < 1_000; it++)
			bad.socket.emit('take', takeAsk('unknown-service'), (reply: Reply<never>) => replies.push(reply));
		expect((await take(good, 'nib')).number).toBe('A-001');
		expect(await bad.ended).toBe('io server disconnect');
		expect(replies.filter((it) => !it.ok && it.refusal.code === 'too_fast').length).toBeGreaterThan(0);
		expect(replies.length).toBeLessThanOrEqual(220);
		expect((await take(good, 'nib')).number).toBe('A-002');
	});

	test('and sends a megabyte is cut off; the others are answered', async () => {
		const [bad, good] = [await server.connect('kiosk'), await server.connect('kiosk')];
		const before = everything();
		bad.socket.emit('take', { ...takeAsk('nib'), services: ['n'.repeat(1_000_000)] }, () => undefined);
		expect(await bad.ended).toBe('transport close');
		expect(everything()).toEqual(before);
		expect((await take(good, 'nib')).number).toBe('A-001');
	});

	test('and speaks no Socket.IO at all is shut out; the others are answered', async () => {
		const good = await server.connect('kiosk');
		const [, socket] = await once(
			get({
				...{ host: '127.0.0.1', port: server.port, path: '/socket.io/?EIO=4&transport=websocket' },
				headers: {
					...{ connection: 'Upgrade', upgrade: 'websocket' },
					...{ 'sec-websocket-version': '13', 'sec-websocket-key': btoa('sixteen bytes it') },
				},
			}),
			'upgrade',
		);
		const closed = once(socket.resume(), 'close');
		socket.write('this is no frame of a WebSocket');
		await closed;
		expect((await take(good, 'nib')).number).toBe('A-001');
	});
});

describe('what is shown', () => {
	test('a number taken is in everybody’s view, and a call on the board', async () => {
		const [kiosk, board, seat] = [
			await server.connect('kiosk'),
			await server.connect('board'),
			await server.console('sari'),
		];
		const { number } = await take(kiosk, 'nib');
		expect(number).toBe('A-001');
		await seat.until((view) => view.waiting === 1);
		await board.until((view) => view.agencies[0]?.waiting === 1);
		await kiosk.until((view) => view.queues[0]?.waiting === 1);
		await next(seat);
		const { calls, agencies } = await board.until((view) => view.calls.length === 1);
		expect(calls).toMatchObject([{ number: 'A-001', counter: 1, recall: false, state: 'called' }]);
		expect(agencies[0]).toMatchObject({ current: 'A-001', waiting: 0 });
		await seat.until((view) => view.now?.number === 'A-001');
	});

	test('is always newer than before, on every screen', async () => {
		const [kiosk, board, seat] = [
			await server.connect('kiosk'),
			await server.connect('board'),
			await server.console('sari'),
		];
		for (let it = 0; it < 5; it++) await take(kiosk, 'nib');
		await seat.until((view) => view.waiting === 5);
		await next(seat);
		await board.until((view) => view.calls.length === 1);
		for (const { all } of [kiosk, board, seat]) {
			const revs = all.map((it) => it.rev);
			expect(revs).toEqual([...revs].sort((a, b) => a - b));
		}
	});

	test('to an officer is the own counter’s lines and nothing of another agency’s visitors', async () => {
		const kiosk = await server.connect('kiosk');
		const foreign = [await take(kiosk, 'skck'), await take(kiosk, 'ktp'), await take(kiosk, 'skck')];
		await take(kiosk, 'nib');
		const [sari, ilham] = [await server.console('sari'), await server.console('ilham')];
		await next(ilham);
		await sari.until((view) => view.waiting === 1);
		const text = JSON.stringify(sari.all);
		for (const { number, token } of foreign) {
			expect(text).not.toContain(number);
			expect(text).not.toContain(token);
		}
		expect(sari.shown().view.line.map((it) => it.number)).toEqual(['A-001']);
	});

	test('to a board of one zone is that zone', async () => {
		const [zone1, zone2, nowhere] = [
			await server.connect('board', { zone: 1 }),
			await server.connect('board', { zone: 2 }),
			await server.connect('board', { zone: 77 }),
		];
		expect(zone1.shown().view.agencies.map((it) => it.id)).toEqual(['dpmptsp', 'disdukcapil']);
		expect(zone2.shown().view.counters.map((it) => it.number)).toEqual([21]);
		expect(nowhere.shown().view).toMatchObject({ zone: null, agencies: { length: 3 } });
	});

	test('holds no ticket’s secret, on any screen', async () => {
		const kiosk = await server.connect('kiosk');
		const other = await server.connect('kiosk');
		const [board, seat] = [await server.connect('board'), await server.console('sari')];
		const { token } = await take(kiosk, 'nib');
		await seat.until((view) => view.waiting === 1);
		await other.until((view) => view.slips.length === 1);
		await board.until((view) => view.agencies[0]?.waiting === 1);
		for (const { all } of [kiosk, other, board, seat]) expect(JSON.stringify(all)).not.toContain(token);
	});
});

describe('an officer', () => {
	test('who reloads in the middle of a service finds the same visitor, and the counter was never closed', async () => {
		const kiosk = await server.connect('kiosk');
		await take(kiosk, 'nib');
		const token = await server.signIn('sari');
		const seat = await server.connect('console', { token });
		await next(seat);
		const called = await seat.until((view) => view.now !== null);
		yes(
			await seat.ask('record', { ticketId: called.now?.ticketId, after: called.now?.rev, event: { kind: 'started' } }),
		);
		seat.socket.close();
		const board = await server.connect('board');
		expect(board.shown().view.counters[0]).toMatchObject({ number: 1, state: 'open', serving: 'A-001' });
		const again = await server.connect('console', { token });
		expect(again.shown().view.now).toMatchObject({ number: 'A-001', state: 'serving' });
		// The press goes on where it was left.
		const { now } = again.shown().view;
		yes(
			await again.ask('record', { ticketId: now?.ticketId, after: now?.rev, event: { kind: 'closed', as: 'served' } }),
		);
		await again.until((view) => view.now === null && view.today.served === 1);
	});

	test('whose press was answered to a socket that is gone is answered again on the next', async () => {
		const kiosk = await server.connect('kiosk');
		await take(kiosk, 'nib');
		await take(kiosk, 'nib');
		const token = await server.signIn('sari');
		const seat = await server.connect('console', { token });
		seat.socket.emit('callNext', { after: 0 }, () => undefined);
		const other = await server.connect('console', { token });
		await other.until((view) => view.now !== null);
		seat.socket.close();
		expect(yes(await other.ask('callNext', { after: 0 }))).toMatchObject({ number: 'A-001' });
	});

	test('who signs off is shown out, and cannot come back with the old token', async () => {
		const token = await server.signIn('sari');
		const [seat, second] = [await server.connect('console', { token }), await server.connect('console', { token })];
		yes(await seat.ask('signOff', {}));
		expect(await Promise.all([seat.ended, second.ended])).toEqual(Array(2).fill('io server disconnect'));
		expect(await turnedAway('console', { token })).toBe('not_signed_in');
	});

	test('who signs on at another counter is shown out of the first', async () => {
		const seat = await server.console('sari');
		const body = { username: 'sari', pin: '135790', counter: 2 };
		const reply = await server.send('POST', '/api/v1/sessions', { token: CONSOLE.token, body });
		expect(reply.status).toBe(201);
		expect(await seat.ended).toBe('io server disconnect');
	});

	test('does nothing with a socket that outlived the session', async () => {
		const seat = await server.console('sari');
		server.store.sqlite.exec('update shifts set ended_at = 1 where counter = 1');
		expect(await seat.ask('callNext', { after: 0 })).toEqual({ ok: false, refusal: { code: 'not_signed_in' } });
	});
});

test('when the server goes, every screen is told so at once', async () => {
	const [kiosk, seat] = [await server.connect('kiosk'), await server.console('sari')];
	const began = Date.now();
	await server.app.close();
	expect(await Promise.all([kiosk.ended, seat.ended])).toEqual(['transport close', 'transport close']);
	expect(Date.now() - began).toBeLessThan(2_000);
	await expect(server.send('GET', '/health/ready')).rejects.toThrow();
	server = await openTestServer();
});
