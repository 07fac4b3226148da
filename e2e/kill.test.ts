// The plug is pulled: the built program is killed in the middle of its work, again and again, and nothing that anybody was
// told may have become untrue. And the ends it should have: SIGTERM, and a power cut while a slip is on its way.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openFakePrinter } from '../server/print/ways/testing/fake-printer.ts';
import { openStore, type Store } from '../server/store/open.ts';
import { faultsOf } from '../server/testing/whole.ts';
import type { KioskView, Shown } from '../shared/views.ts';
import {
	connect,
	counter,
	deviceToken,
	kiosk,
	nothingPromised,
	officerToken,
	type Person,
	type Promised,
	rush,
} from './load.ts';
import { newFolder, type Running, removeFolder, startServer } from './server.ts';

const KILLS = Number(process.env.GILIRAN_KILLS ?? 25);
const KIOSKS = 8;
const OFFICERS = ['dpmptsp1', 'dpmptsp2', 'dpmptsp3', 'dpmptsp4'];
/** Two lines that all four counters share, and one that nobody serves. */
const SERVICES = ['nib', 'pbg', 'sertifikat-standar', 'ambil-izin', 'sip-bidan', 'ktp-rekam'];

let folder: string;
let running: Running | null;
beforeEach(() => {
	folder = newFolder();
	running = null;
});
afterEach(async () => {
	await running?.stop('SIGKILL');
	removeFolder(folder);
});

const start = async (environment = {}): Promise<Running> => {
	running = await startServer(folder, environment);
	return running;
};

/** Everybody, known to the hall before the first cut; their tokens outlive every restart. */
async function people(url: string, promised: Promised): Promise<readonly Person[]> {
	const offered = (await firstView(url)).services.map((it) => it.id as string);
	const services = SERVICES.filter((it) => offered.includes(it));
	expect(services.length).toBeGreaterThan(2);
	const device = await deviceToken(url, 'kiosk');
	const tokens: string[] = [];
	for (const officer of OFFICERS) tokens.push(await officerToken(url, officer));
	return [
		...Array.from({ length: KIOSKS }, () => kiosk(device, services, promised)),
		...tokens.map((token) => counter(token, promised)),
	];
}
async function firstView(url: string): Promise<KioskView> {
	const reply = await fetch(`${url}/api/v1/kiosk`, {
		headers: { authorization: `Bearer ${await deviceToken(url, 'kiosk')}` },
	});
	return ((await reply.json()) as { value: Shown<KioskView> }).value.view;
}

/** What is not as it was promised, or not as it must be: nothing lost, nothing twice, nobody called to two counters. */
function wrong(promised: Promised): readonly unknown[] {
	const store = openStore(folder, 'check');
	try {
		const integrity = store.sqlite.pragma('integrity_check', { simple: true });
		return [
			...faultsOf(store),
			...broken(store, promised),
			...promised.odd,
			...(integrity === 'ok' ? [] : [integrity]),
		];
	} finally {
		store.sqlite.close();
	}
}
function broken({ sqlite }: Store, { numbers, calls, changes }: Promised): readonly string[] {
	const numberOf = sqlite.prepare('select number from visits where request_id = ?').pluck();
	const callOf = sqlite
		.prepare("select ticket_id from journal where id = ? and counter = ? and kind = 'called'")
		.pluck();
	const changeOf = sqlite.prepare('select ticket_id from journal where id = ?').pluck();
	// Nobody puts a visitor back here, so whoever was called twice was called at one and the same counter.
	const twoCounters = sqlite
		.prepare("select ticket_id from journal where kind = 'called' group by 1 having count(distinct counter) > 1")
		.pluck()
		.all();
	return [
		...[...numbers].flatMap(([request, number]) =>
			numberOf.get(request) === number ? [] : [`${number} was promised and is ${numberOf.get(request)}`],
		),
		...[...calls].flatMap(([key, ticket]) => {
			const [at, rev] = key.split(' ');
			return callOf.get(rev, at) === ticket ? [] : [`the call ${rev} of ticket ${ticket} to counter ${at} is lost`];
		}),
		...[...changes].flatMap(([rev, ticket]) => (changeOf.get(rev) === ticket ? [] : [`the change ${rev} is lost`])),
		...twoCounters.map((ticket) => `ticket ${ticket} was called to two counters`),
	];
}

test(`killed ${KILLS} times in the middle of a rush: nothing lost, nothing twice, nobody called to two counters`, {
	timeout: 300_000,
}, async () => {
	const promised = nothingPromised();
	let { url } = await start();
	const everybody = await people(url, promised);
	for (let kill = 0; kill < KILLS; kill++) {
		const { over } = await rush(url, everybody);
		await new Promise((done) => setTimeout(done, 20 + Math.random() * 180));
		expect(await running?.stop('SIGKILL')).toBe('SIGKILL');
		await over;
		({ url } = await start());
	}
	// Once more without a cut, so that what was never answered is asked again and answered.
	const { over } = await rush(url, everybody);
	await new Promise((done) => setTimeout(done, 500));
	expect(await running?.stop('SIGTERM')).toBe(0);
	await over;
	expect(wrong(promised)).toEqual([]);
	// It was a rush: there was much to lose.
	expect(promised.numbers.size).toBeGreaterThan(KILLS * 4);
	expect(promised.calls.size).toBeGreaterThan(KILLS / 2);
});

test('told to stop in the middle of a rush, it ends in order within two seconds with everything it promised', async () => {
	const promised = nothingPromised();
	const { url, stop } = await start();
	const everybody = await people(url, promised);
	const { over } = await rush(url, everybody);
	await vi.waitFor(() => expect(promised.numbers.size).toBeGreaterThan(20), { timeout: 20_000, interval: 1 });
	const began = performance.now();
	expect(await stop('SIGTERM')).toBe(0);
	expect(performance.now() - began).toBeLessThan(2_000);
	await over;
	expect(wrong(promised)).toEqual([]);
	// And it would be seen if it were not so.
	promised.numbers.set('44444444-4444-4444-8444-444444444444', 'A-999');
	expect(wrong(promised)).toEqual(['A-999 was promised and is undefined']);
});

test('a second server on the same folder is refused in one sentence, and the first goes on', async () => {
	const { url } = await start();
	await expect(startServer(folder)).rejects.toThrow(/ended \(1\): Giliran: DATA_DIR .+ is in use by another Giliran/);
	expect((await fetch(`${url}/health/ready`)).status).toBe(200);
});

describe('a slip that was on its way when the power went', () => {
	test('is told as unconfirmed, its number stands, and it is never printed again by itself', async () => {
		// Takes the slip and never says that it came out.
		const printer = await openFakePrinter({ answers: 'realtime' });
		try {
			const environment = { PRINTER: `tcp://127.0.0.1:${printer.port}` };
			const { url } = await start(environment);
			const token = await deviceToken(url, 'kiosk');
			const promised = nothingPromised();
			const socket = await connect(url, 'kiosk', token, () => undefined);
			const states = (): readonly string[] => {
				const store = openStore(folder, 'check');
				const all = store.sqlite.prepare('select state from print_jobs order by id').pluck().all() as string[];
				store.sqlite.close();
				return all;
			};
			const ask = { requestId: '22222222-2222-4222-8222-222222222222', services: ['nib'], priority: null };
			const reply = await socket.emitWithAck('take', ask);
			expect(reply.ok).toBe(true);
			promised.numbers.set(ask.requestId, reply.value.number);
			await vi.waitFor(() => expect(printer.slips).toHaveLength(1), { timeout: 10_000 });
			expect(await running?.stop('SIGKILL')).toBe('SIGKILL');
			expect(states()).toEqual(['printing']);

			printer.is.answers = 'everything';
			const again = await start(environment);
			await vi.waitFor(() => expect(states()).toEqual(['unconfirmed']), { timeout: 10_000 });
			// The printer is well, and the next slip comes out; the one before it does not come again.
			const seen: Shown<KioskView>[] = [];
			const screen = await connect(again.url, 'kiosk', token, (shown) => seen.push(shown));
			const next = await screen.emitWithAck('take', { ...ask, requestId: '33333333-3333-4333-8333-333333333333' });
			promised.numbers.set('33333333-3333-4333-8333-333333333333', next.value.number);
			await vi.waitFor(() => expect(states()).toEqual(['unconfirmed', 'printed']), { timeout: 10_000 });
			expect(printer.slips).toHaveLength(2);
			// The same request again is the same number, and no third slip.
			expect((await screen.emitWithAck('take', ask)).value.number).toBe(reply.value.number);
			await vi.waitFor(() =>
				expect(
					seen
						.at(-1)
						?.view.slips.map((it) => it.state)
						.sort(),
				).toEqual(['printed', 'unconfirmed']),
			);
			expect(await running?.stop('SIGTERM')).toBe(0);
			expect(printer.slips).toHaveLength(2);
			expect(wrong(promised)).toEqual([]);
		} finally {
			await printer.close();
		}
	});
});
