// The picture that the kiosk shows beside a number, for the visitor's phone.

import { encode } from 'uqr';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Reply, Taken } from '../../shared/contract.ts';
import { KIOSK } from '../testing/small-hall.ts';
import { openTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeEach(async () => {
	server = await openTestServer();
});
afterEach(async () => {
	expect(server.faults).toEqual([]);
	await server.close();
});

async function takeNumber(): Promise<Taken> {
	const body = { requestId: crypto.randomUUID(), services: ['ktp'], priority: null };
	const reply = (await server.send('POST', '/api/v1/tickets', { token: KIOSK.token, body })).json() as Reply<Taken>;
	if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply.refusal)}`);
	return reply.value;
}

/** The dark modules of a drawn code, row by row, as text. */
function drawn(svg: string): readonly string[] {
	const size = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
	const dark = new Set([...svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`));
	return Array.from({ length: size }, (_, y) =>
		Array.from({ length: size }, (_, x) => (dark.has(`${x} ${y}`) ? '#' : '.')).join(''),
	);
}

it('leads a phone to the address that stands on the slip', async () => {
	const { token, address } = await takeNumber();
	const picture = await server.send('GET', `/t/${token}/qr.svg`);
	expect(picture.status).toBe(200);
	const modules = encode(address, { ecc: 'M', border: 4 }).data;
	expect(drawn(picture.text)).toEqual(modules.map((row) => row.map((dark) => (dark ? '#' : '.')).join('')));
	expect(address.endsWith(`/t/${token}`)).toBe(true);
});

it('is a picture that nobody keeps and that can do nothing', async () => {
	const { token } = await takeNumber();
	const { headers } = await server.send('GET', `/t/${token}/qr.svg`);
	expect(headers).toMatchObject({
		'content-type': 'image/svg+xml',
		'cache-control': 'no-store',
		'x-content-type-options': 'nosniff',
	});
	expect(headers['content-security-policy']).toContain("default-src 'none'");
});

it.each(['AAAAAAAAAAAAAAAAAAAAAA', 'x', '..%2F..%2Fetc', '%00', "'%20or%201=1"])(
	'is not drawn for %s, which is nobody’s number',
	async (token) => {
		const answer = await server.send('GET', `/t/${token}/qr.svg`);
		expect(answer.status).toBe(404);
		expect(answer.headers['content-type']).toMatch(/^text\/plain/);
		expect(answer.text).not.toContain('<svg');
	},
);
