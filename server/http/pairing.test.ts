// Pairing of a program with the whole server: the code of a print agent is for the program alone.

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Reply } from '../../shared/contract.ts';
import { digest } from '../hall/secret.ts';
import { addDevice } from '../setup/devices.ts';
import { openTestServer, type TestServer } from '../testing/test-server.ts';

const CODE = 'BCDFGHJK';

let server: TestServer;
beforeEach(async () => {
	server = await openTestServer();
	const agent = { role: 'agent', name: 'PC Kios 1', zone: null, counter: null, inches: null, code: CODE } as const;
	addDevice(server.store, agent, server.clock.now());
});
afterEach(async () => {
	expect(server.faults).toEqual([]);
	await server.close();
});

test('a browser that types the code of a print agent is turned away, and the code stays good for the program', async () => {
	const page = await server.send('GET', `/pair/${CODE}`);
	expect([page.status, page.headers['set-cookie']]).toEqual([404, undefined]);
	const reply = await server.send('POST', '/api/v1/pair', { body: { code: CODE, role: 'agent' } });
	expect([reply.status, reply.headers['set-cookie']]).toEqual([201, undefined]);
	const said = reply.json() as Reply<{ readonly token: string }>;
	const token = said.ok ? said.value.token : null;
	expect((await server.connect('agent', { token })).shown().view).toEqual({ status: null, job: null });
	// Once.
	expect((await server.send('POST', '/api/v1/pair', { body: { code: CODE } })).status).toBe(401);
});

test('a code that is too old is worth nothing', async () => {
	server.clock.pass(11 * 60_000);
	expect((await server.send('POST', '/api/v1/pair', { body: { code: CODE } })).status).toBe(401);
});

test('a browser that becomes a kiosk is asked once how large its panel is, and its page is drawn by that from then on', async () => {
	const kiosk = { role: 'kiosk', name: 'Kios 1', zone: null, counter: null, inches: null, code: 'KKKKKKKK' } as const;
	addDevice(server.store, kiosk, server.clock.now());
	const paired = await server.send('GET', '/pair/KKKK-KKKK');
	expect([paired.status, paired.headers.location]).toEqual([303, '/pair/panel']);
	const cookie = /giliran_kiosk=[^;]+/.exec(String(paired.headers['set-cookie']))?.[0] ?? '';
	const as = { headers: { cookie, 'sec-fetch-site': 'same-origin' } };
	expect((await server.send('GET', '/pair/panel', as)).text).toContain('21,5 inci');
	for (const wrong of ['3', '101', 'besar', '1e9', ''])
		expect((await server.send('GET', `/pair/panel?inches=${wrong}`, as)).status).toBe(400);
	const kept = await server.send('GET', '/pair/panel?inches=15,6', as);
	expect([kept.status, kept.headers.location]).toEqual([303, '/kiosk/']);
	expect(server.app.hall.rows.deviceByToken(digest(cookie.split('=')[1] ?? ''))?.inches).toBe(15.6);
	// Nobody else may say it.
	expect((await server.send('GET', '/pair/panel?inches=32')).status).toBe(404);
});

test('a kiosk whose panel was told on the command line is not asked again', async () => {
	const kiosk = { role: 'kiosk', name: 'Kios 2', zone: null, counter: null, inches: 32, code: 'MMMMMMMM' } as const;
	addDevice(server.store, kiosk, server.clock.now());
	expect((await server.send('GET', '/pair/MMMMMMMM')).headers.location).toBe('/kiosk/');
});
