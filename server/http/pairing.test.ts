// Pairing of a program with the whole server: the code of a print agent is for the program alone.

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Reply } from '../../shared/contract.ts';
import { addDevice } from '../setup/devices.ts';
import { openTestServer, type TestServer } from '../testing/test-server.ts';

const CODE = 'BCDFGHJK';

let server: TestServer;
beforeEach(async () => {
	server = await openTestServer();
	const agent = { role: 'agent', name: 'PC Kios 1', zone: null, counter: null, code: CODE } as const;
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
