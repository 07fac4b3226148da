// A kiosk that vanished while the hall is open is missed by whoever sits in the hall, until it is back or nobody needs it.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../../shared/id.ts';
import { KIOSK, open } from '../testing/small-hall.ts';
import { openTestHall, type TestHall, useTestHall, yes } from '../testing/test-hall.ts';
import { openTestServer, type TestServer } from '../testing/test-server.ts';
import { awaitKiosks, kiosksAway } from './kiosks-away.ts';

describe('a kiosk', () => {
	let hall: TestHall;
	const away = () => kiosksAway(hall.hall, hall.clock.now());
	beforeEach(() => {
		hall = openTestHall();
		hall.hall.roll.came(KIOSK.id);
	});

	test('is missed when it has been silent for a minute, and not any more when it is back', () => {
		hall.clock.pass(HOUR);
		const since = hall.clock.now();
		hall.hall.roll.left(KIOSK.id, since);
		hall.clock.pass(59 * SECOND);
		expect(away()).toEqual([]);
		hall.clock.pass(SECOND);
		expect(away()).toEqual([{ kiosk: 'kiosk', since }]);
		hall.hall.roll.came(KIOSK.id);
		expect(away()).toEqual([]);
	});

	test('that is open in two windows is there until both are closed', () => {
		hall.hall.roll.came(KIOSK.id);
		hall.hall.roll.left(KIOSK.id, hall.clock.now());
		hall.clock.pass(HOUR);
		expect(away()).toEqual([]);
		hall.hall.roll.left(KIOSK.id, hall.clock.now());
		hall.clock.pass(MINUTE);
		expect(away()).toHaveLength(1);
	});

	test('is nobody’s trouble after the hall has closed, nor the next morning, when it is not switched on yet', () => {
		const hours = ([1, 2] as const).map((weekday) => open(weekday, 8, 16));
		hall = openTestHall({ settings: { weekly: hours } });
		hall.hall.roll.left(KIOSK.id, hall.clock.now());
		hall.clock.pass(HOUR);
		expect(away()).toHaveLength(1);
		hall.clock.pass(12 * HOUR);
		expect(away()).toEqual([]);
		hall.clock.pass(11 * HOUR);
		expect(away()).toEqual([]);
	});

	test('is waited for a minute, too, by a server that was started again', async () => {
		yes(await hall.asking.kiosk.lease(KIOSK.id, { known: [] }));
		hall = useTestHall(hall.store, hall.clock);
		const since = hall.clock.now();
		awaitKiosks(hall.hall, since);
		expect(away()).toEqual([]);
		hall.clock.pass(MINUTE);
		expect(away()).toEqual([{ kiosk: 'kiosk', since }]);
	});

	test('that was taken out of the hall is missed by nobody', () => {
		hall.hall.roll.left(KIOSK.id, hall.clock.now());
		hall.clock.pass(MINUTE);
		hall.store.sqlite.prepare('update devices set revoked_at = 1 where id = ?').run(KIOSK.id);
		expect(away()).toEqual([]);
	});
});

describe('in the hall', () => {
	let server: TestServer;
	beforeEach(async () => {
		server = await openTestServer();
	});
	afterEach(() => server.close());
	/** A browser, and no program: it names the page that asks. */
	const glass = () =>
		server.connect('kiosk', {
			token: null,
			headers: { origin: `http://127.0.0.1:${server.port}`, cookie: `giliran_kiosk=${KIOSK.token}` },
		});

	test('every console is told of a kiosk that vanished, and that it is back', async () => {
		const officer = await server.console('sari');
		const kiosk = await glass();
		kiosk.socket.close();
		await expect.poll(() => server.app.hall.roll.gone()).toHaveLength(1);
		const since = server.clock.now();
		server.clock.pass(MINUTE);
		await officer.until((view) => view.kiosksAway.length === 1);
		expect(officer.shown().view.kiosksAway).toEqual([{ kiosk: 'kiosk', since }]);
		await glass();
		await officer.until((view) => view.kiosksAway.length === 0);
	});

	test('a program that takes numbers comes and goes as it likes', async () => {
		const program = await server.connect('kiosk');
		program.socket.close();
		await program.ended;
		server.clock.pass(HOUR);
		expect(kiosksAway(server.app.hall, server.clock.now())).toEqual([]);
	});
});
