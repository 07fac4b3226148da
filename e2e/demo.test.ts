// A whole short day against a real server in this process: real sockets, the real example hall, the server's own report.

import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openClient } from '../demo/client.ts';
import { openDoor } from '../demo/door.ts';
import { judge } from '../demo/figures.ts';
import { readHabits } from '../demo/hall-file.ts';
import { type PlayAsk, type Played, play } from '../demo/play.ts';
import { say, wrong } from '../demo/sentences.ts';
import { type App, openApp } from '../server/app.ts';
import { hashPin } from '../server/hall/pin.ts';
import { findLanguages, openLanguages } from '../server/language/languages.ts';
import { makeDemoHall, readDemoHall } from '../server/setup/demo.ts';
import { DEMO_PIN } from '../server/setup/demo-pin.ts';
import { openInMemory, type Store } from '../server/store/open.ts';
import { findBundled } from '../server/voice/pack.ts';
import { openVoices } from '../server/voice/voices.ts';
import type { Reply } from '../shared/contract.ts';
import { HOUR } from '../shared/id.ts';
import type { ConsoleView, Shown } from '../shared/views.ts';

/** A Tuesday at nine, so that a run never meets midnight. */
const started = Date.parse('2026-11-24T09:00:00+08:00') - Date.now();
const clock = (): number => Date.now() + started;

let store: Store;
let app: App;
let url: string;
let faults: unknown[];
beforeEach(async () => {
	store = openInMemory();
	faults = [];
	makeDemoHall(store, readDemoHall(), await hashPin(DEMO_PIN), clock());
	app = await openApp({
		kioskPace: null,
		...{
			store,
			clock,
			paper: 80,
			hosts: ['127.0.0.1'],
			publicUrl: () => url,
			media: path.join(tmpdir(), 'giliran-none'),
		},
		voices: openVoices({ bundled: findBundled(), own: null }, () => undefined),
		languages: openLanguages({ bundled: findLanguages(), own: null }, () => undefined),
		logger: pino({ level: 'error' }, { write: (line: string) => faults.push(JSON.parse(line)) }),
	});
	await app.http.listen({ host: '127.0.0.1', port: 0 });
	url = `http://127.0.0.1:${(app.http.server.address() as AddressInfo).port}`;
});
afterEach(async () => {
	await app.close();
	store.sqlite.close();
	expect(faults).toEqual([]);
});

const ask = (more: Partial<PlayAsk>): PlayAsk => ({
	...{ url, seed: 3, speed: 3600, visitors: 60, officers: 9, until: 13 * HOUR, free: 1, habits: readHabits() },
	...more,
});
const said: string[] = [];
const around = (stop: AbortSignal) => ({
	clock,
	stop,
	line: (text: string) => said.push(text),
	progress: () => undefined,
});
const judged = ({ before, after, floor }: Played) => {
	if (!after) throw new Error('the server did not answer');
	return judge(before, after, floor.tally);
};

test('everyone who took a number is served, missed or sent on, and the server has counted the same', async () => {
	const board = await openDoor(url).device('board');
	if (!board.ok) throw new Error('no board');
	const watching = openClient(url, 'board', board.value.token);
	const numbers = new Set<string>();
	const counting = setInterval(() => {
		for (const call of watching.shown()?.view.calls ?? []) numbers.add(call.number);
	}, 20);
	const played = await play(ask({}), around(new AbortController().signal));
	clearInterval(counting);
	watching.close();

	const { tally } = played.floor;
	expect(judged(played)).toEqual({ ok: true, lines: [expect.stringMatching(/cocok/)] });
	expect(tally.others).toBe(false);
	expect(tally.numbers).toBeGreaterThan(30);
	expect(played.after?.total.open).toBe(0);
	expect(played.after?.total.issued).toBe(tally.served + tally.noShow);
	expect([...tally.refusals.keys()].filter((it) => it !== 'line_empty' && it !== 'visit_busy')).toEqual([]);
	expect(numbers.size).toBeGreaterThan(20);
	expect(watching.shown()?.view.counters.filter((it) => it.state !== 'closed')).toEqual([]);
});

test('stopped in the middle, nobody is left at a desk and every officer has signed off', async () => {
	const stop = new AbortController();
	setTimeout(() => stop.abort(), 2_500);
	const played = await play(ask({ speed: 900 }), around(stop.signal));
	expect(played.floor.phase).toBe('stopped');
	expect(judged(played)).toMatchObject({ ok: true });
	expect(store.sqlite.prepare("select count(*) from tickets where state in ('called', 'serving')").pluck().get()).toBe(
		0,
	);
	expect(store.sqlite.prepare('select count(*) from shifts where ended_at is null').pluck().get()).toBe(0);
});

test('an officer of the demo leaves the desk to a person who presses there', async () => {
	const stop = new AbortController();
	const playing = play(ask({ speed: 600, officers: 1, until: null }), around(stop.signal));
	const consoleOf = async (token: string): Promise<ConsoleView> => {
		const response = await fetch(`${url}/api/v1/console`, { headers: { authorization: `Bearer ${token}` } });
		const reply = (await response.json()) as Reply<Shown<ConsoleView>>;
		if (!reply.ok) throw new Error(reply.refusal.code);
		return reply.value.view;
	};
	// The one counter the demo fills is that of the busiest agency.
	const person = await openDoor(url).signIn('disdukcapil5', null);
	if (!person.ok) throw new Error(person.refusal.code);
	for (let pressed = false; !pressed; ) {
		const { now } = await consoleOf(person.value.token);
		if (now?.state !== 'serving') continue;
		const response = await fetch(`${url}/api/v1/tickets/${now.ticketId}/events`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', authorization: `Bearer ${person.value.token}` },
			body: JSON.stringify({ after: now.rev, event: { kind: 'closed', as: 'served' } }),
		});
		pressed = response.ok;
	}
	while (!said.includes(say.deskLeft(5))) await new Promise((done) => setTimeout(done, 20));
	expect(await consoleOf(person.value.token)).toMatchObject({ now: null, counter: { number: 5 } });
	stop.abort();
	expect(judged(await playing).ok).toBe(true);
	expect(store.sqlite.prepare('select count(*) from shifts where ended_at is null').pluck().get()).toBe(1);
});

test('a hall that is no example is left alone', async () => {
	store.sqlite.exec("update settings set hall = json_set(hall, '$.demo', json('false'))");
	app.hall.reload();
	await expect(play(ask({}), around(new AbortController().signal))).rejects.toThrow(wrong.notDemo);
	expect(store.sqlite.prepare('select count(*) from devices').pluck().get()).toBe(0);
});
