// What kiosks are sent: how the hall is set up once for each connection and again only when it changed; how its lines stand
// every time; and put together always the whole view.

import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Day } from '../../shared/day.ts';
import type { KioskView, Shown } from '../../shared/views.ts';
import { journal } from '../store/schema.ts';
import { KIOSK } from '../testing/small-hall.ts';
import { openTestServer, type Screen, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeEach(async () => {
	server = await openTestServer();
});
afterEach(async () => {
	expect(server.faults).toEqual([]);
	await server.close();
});

type Kiosk = Screen<'kiosk'>;
const take = (kiosk: Kiosk): Promise<unknown> =>
	kiosk.ask('take', { requestId: randomUUID(), services: ['nib'], priority: null });
const waiting = (people: number) => (view: KioskView) => view.queues[0]?.waiting === people;
/** Set up otherwise as another process would do it; the server reads of it with the next press. */
function setUp(sql: string): void {
	server.store.sqlite.exec(sql);
	const entry = { at: server.clock.now(), day: '2026-11-23' as Day, kind: 'hall_changed' as const };
	server.store.tables.insert(journal).values(entry).run();
}
const RENAMED = "update services set name = 'Nomor Induk Berusaha, baru' where id = 'nib'";
const nameOf = (view: KioskView): string | undefined => view.services.find((it) => it.id === 'nib')?.name;
/** How many times it was sent how the hall is set up. */
const setUps = (kiosk: Kiosk): number => kiosk.sent.filter((it) => it.still !== undefined).length;
/** Soon: a slip may have come out since. */
async function expectWholeView(kiosk: Kiosk): Promise<void> {
	const whole = async (): Promise<boolean> => {
		const reply = await server.send('GET', '/api/v1/kiosk', { token: KIOSK.token });
		return isDeepStrictEqual(kiosk.shown().view, (reply.json() as { value: Shown<KioskView> }).value.view);
	};
	await expect.poll(whole, { timeout: 10_000 }).toBe(true);
}

test('a kiosk is sent once how the hall is set up, with its first view, and sees the whole hall with every number', async () => {
	const kiosk = await server.connect('kiosk');
	for (let people = 1; people <= 3; people++) {
		await take(kiosk);
		await kiosk.until(waiting(people));
		await expectWholeView(kiosk);
	}
	expect(kiosk.sent.length).toBeGreaterThanOrEqual(4);
	expect(kiosk.sent.map((it) => it.still !== undefined)).toEqual(kiosk.sent.map((_, at) => at === 0));
});

test('a hall that is set up otherwise while kiosks are connected is on all of them, and sent to each of them once', async () => {
	const [kiosk, other] = [await server.connect('kiosk'), await server.connect('kiosk')];
	setUp(RENAMED);
	await take(kiosk);
	for (const it of [kiosk, other]) {
		expect(nameOf(await it.until((view) => nameOf(view)?.endsWith('baru') === true))).toBeDefined();
		await it.until(waiting(1));
	}
	await take(kiosk);
	for (const it of [kiosk, other]) {
		await it.until(waiting(2));
		await expectWholeView(it);
		expect(setUps(it)).toBe(2);
	}
});

test('a change that no kiosk shows sends none of them the hall again', async () => {
	const kiosk = await server.connect('kiosk');
	setUp('update counters set number = number');
	await take(kiosk);
	await kiosk.until(waiting(1));
	expect(setUps(kiosk)).toBe(1);
});

test('of two kiosks the one that is new is sent everything, the other what moves', async () => {
	const old = await server.connect('kiosk');
	await take(old);
	await old.until(waiting(1));
	const fresh = await server.connect('kiosk');
	await expectWholeView(fresh);
	await take(fresh);
	for (const it of [old, fresh]) {
		await it.until(waiting(2));
		await expectWholeView(it);
		expect(setUps(it)).toBe(1);
	}
});

test('a kiosk that was away while the hall was set up otherwise knows all of it with the first view of its return', async () => {
	const [kiosk, witness] = [await server.connect('kiosk'), await server.connect('kiosk')];
	kiosk.socket.close();
	setUp(RENAMED);
	await take(witness);
	await witness.until(waiting(1));
	const before = kiosk.sent.length;
	kiosk.socket.connect();
	await kiosk.until(waiting(1));
	expect(kiosk.sent[before]?.still).toBeDefined();
	expect(nameOf(kiosk.shown().view)).toMatch(/baru$/);
	await expectWholeView(kiosk);
});
