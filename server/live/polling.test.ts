// A board whose TV knows no WebSocket polls: it is shown and says the same, and nobody else comes in by that way.

import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PROTOCOL, type Reply, type Role, type Taken } from '../../shared/contract.ts';
import { BOARD, KIOSK } from '../testing/small-hall.ts';
import { yes } from '../testing/test-hall.ts';
import { type Answer, type Hello, openTestServer, type Screen, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeEach(async () => {
	server = await openTestServer();
});
afterEach(async () => {
	expect(server.faults).toEqual([]);
	await server.close();
});

const OURS = { 'x-giliran': '1' };
const POLLS: Hello = { way: 'polling', headers: OURS };
const POLL = '/socket.io/?EIO=4&transport=polling';
const polling = (sid: string): string => `${POLL}&sid=${sid}`;

const turnedAway = (role: Role, hello: Hello): Promise<string> =>
	server.connect(role, hello).then(
		() => 'let in',
		(error: Error) => error.message,
	);
async function call(kiosk: Screen<'kiosk'>, seat: Screen<'console'>): Promise<string> {
	const asked = { requestId: randomUUID(), services: ['nib'], priority: null };
	const { number } = yes((await kiosk.ask('take', asked)) as Reply<Taken>);
	yes(await seat.ask('callNext', { after: seat.shown().view.lastCall }));
	return number;
}
/** Shakes hands as a program that keeps to nothing else; the session's secret id. */
async function begin(headers: Readonly<Record<string, string>>): Promise<Answer & { readonly sid: string }> {
	const answer = await server.send('GET', POLL, { headers });
	const sid = answer.status === 200 ? String((JSON.parse(answer.text.slice(1)) as { sid: string }).sid) : '';
	return { ...answer, sid };
}

test('a board that polls is shown every call, and what it heard is believed', async () => {
	const [kiosk, seat] = [await server.connect('kiosk'), await server.console('sari')];
	const board = await server.connect('board', POLLS);
	const number = await call(kiosk, seat);
	const { calls } = await board.until((view) => view.calls.length === 1);
	expect(calls).toMatchObject([{ number, state: 'called' }]);
	yes(await board.ask('shown', { rev: calls[0]?.rev }));
	yes(await board.ask('spoken', { rev: calls[0]?.rev }));
	expect((await seat.until((view) => view.now?.heard.at != null)).now?.number).toBe(number);
});

describe('at the door', () => {
	test.each(['kiosk', 'console', 'agent'] as const)('a %s is not polled', async (role) => {
		const token = role === 'console' ? await server.signIn('sari') : KIOSK.token;
		expect(await turnedAway(role, { ...POLLS, token })).toBe('wrong_protocol');
	});

	test('a cookie counts beside the header of our own page, which an old TV sends in place of an Origin', async () => {
		const cookie = `giliran_board=${BOARD.token}`;
		expect(await turnedAway('board', { ...POLLS, token: null, headers: { ...OURS, cookie } })).toBe('let in');
	});

	test.each([
		['without the header of our own page', {}],
		['of another site', { ...OURS, origin: 'http://evil.example' }],
		['by a name that is not this hall’s', { ...OURS, host: 'evil.example' }],
	])('a poll %s is refused, the first and every other', async (_, headers) => {
		expect((await begin(headers)).status).toBe(400);
		const { sid, headers: said } = await begin(OURS);
		expect(said).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
		expect(said['access-control-allow-origin']).toBeUndefined();
		const hello = `40/board,${JSON.stringify({ protocol: PROTOCOL, token: BOARD.token, zone: null })}`;
		expect((await server.send('POST', polling(sid), { raw: hello, headers })).status).toBe(400);
		expect((await server.send('GET', polling(sid), { headers })).status).toBe(400);
		expect((await server.send('GET', `${polling(sid)}&j=0`, { headers })).status).toBe(400);
		expect((await server.send('POST', polling(sid), { raw: hello, headers: OURS })).status).toBe(200);
	});
});

describe('a board that means harm', () => {
	test('and floods is told "too fast", then cut off', async () => {
		const board = await server.connect('board', POLLS);
		const replies: Reply<never>[] = [];
		for (let it = 0; it < 1_000; it++)
			board.socket.emit('shown', { rev: 'none' }, (reply: Reply<never>) => replies.push(reply));
		expect(await board.ended).toBe('io server disconnect');
		expect(replies.length).toBeLessThanOrEqual(220);
	});

	test('and sends a megabyte is not read', async () => {
		const { sid } = await begin(OURS);
		const { status } = await server.send('POST', polling(sid), { raw: '4'.repeat(1_000_000), headers: OURS });
		expect(status).toBe(413);
	});

	test('and never comes for what it is shown is dropped before that piles up', async () => {
		const [kiosk, seat] = [await server.connect('kiosk'), await server.console('sari')];
		const { sid } = await begin(OURS);
		const hello = `40/board,${JSON.stringify({ protocol: PROTOCOL, token: BOARD.token, zone: null })}`;
		expect((await server.send('POST', polling(sid), { raw: hello, headers: OURS })).status).toBe(200);
		await call(kiosk, seat);
		for (let it = 0; it < 80; it++) {
			const now = (await seat.until((view) => view.now !== null)).now;
			await seat.ask('record', { ticketId: now?.ticketId, after: now?.rev, event: { kind: 'called' } });
			await seat.until((view) => view.now?.rev !== now?.rev);
		}
		await expect.poll(async () => (await server.send('GET', '/metrics')).text).toMatch(/role="board"\} 0/);
	});
});

test('when the server goes, a board that waits for its next poll is told so at once', async () => {
	const board = await server.connect('board', POLLS);
	const began = Date.now();
	await server.app.close();
	expect(await board.ended).toMatch(/^transport (close|error)$/);
	expect(Date.now() - began).toBeLessThan(2_000);
	server = await openTestServer();
});
