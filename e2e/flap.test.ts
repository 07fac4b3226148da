// Kiosks in a real browser whose line is cut again and again, whose server is gone, and whose browser is killed: they go on
// giving numbers and slips, no number is given or printed twice, and nobody who was shown one is missing in the hall.

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, errors, type Locator, type Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FakePrinter, openFakePrinter } from '../server/print/ways/testing/fake-printer.ts';
import { openStore } from '../server/store/open.ts';
import { faultsOf } from '../server/testing/whole.ts';
import { needChromium, openBrowser } from './chromium.ts';
import { type Door, openDoor } from './flapping.ts';
import { KIOSK, numberOn, press } from './hall.ts';
import { deviceToken, kiosk as kioskProgram, nothingPromised, rush } from './load.ts';
import { hallCommand, type Paper, paperOfBrowser, papersOf, wrongPapers } from './papers.ts';
import { newFolder, type Running, removeFolder, startServer } from './server.ts';

const SECONDS = Number(process.env.GILIRAN_FLAP_SECONDS ?? 12);
const AWAY_SECONDS = Number(process.env.GILIRAN_AWAY_SECONDS ?? 8);
const SEED = Number(process.env.GILIRAN_SEED ?? Date.now() % 1_000_000);
const KIOSKS = 3;
/** How long a visitor presses and hears nothing, ms. The kiosk itself has given up before. */
const STANDS_THERE = 40_000;
/** How long a visitor looks at the slot for the slip, ms. */
const PATIENCE = 2_000;
/** What a slow machine takes to tell this test that a number is on the glass. */
const SLACK = 1_500;

let folder: string;
let server: Running;
let door: Door;
beforeEach(async () => {
	folder = newFolder();
	server = await startServer(folder);
	door = await openDoor(() => server.url);
});
afterEach(async () => {
	await door.close();
	await server.stop('SIGKILL');
	removeFolder(folder);
});

/** mulberry32: the same cuts for the same seed. */
function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** How many records this browser keeps: leases, or numbers given and not handed in. */
const kept = (page: Page, store: 'leases' | 'given'): Promise<number> =>
	page.evaluate(
		(name) =>
			new Promise<number>((done) => {
				const asked = indexedDB.open('giliran-lent');
				// Not there yet: it is the kiosk's to make.
				asked.onupgradeneeded = () => asked.transaction?.abort();
				asked.onerror = () => done(-1);
				asked.onsuccess = () => {
					const base = asked.result;
					const count = base.transaction(name).objectStore(name).count();
					count.onsuccess = () => {
						base.close();
						done(count.result);
					};
				};
			}),
		store,
	);
const hasNumbers = (page: Page): Promise<void> => expect.poll(() => kept(page, 'leases')).toBeGreaterThan(0);
const hasHandedIn = (page: Page): Promise<void> => expect.poll(() => kept(page, 'given'), { timeout: 60_000 }).toBe(0);

/** What a visitor was shown, and when, by the clock that the server has too. */
interface Seen {
	readonly number: string;
	readonly from: number;
	readonly to: number;
}
/** One visitor from the first page to the number. null: was asked to come again, and was shown none. */
async function visit(page: Page, paper: readonly Paper[] | null = null): Promise<Seen | null> {
	const before = paper?.length;
	await toService(page);
	const take = page.getByRole('button', { name: 'Ambil nomor', exact: true });
	await take.waitFor();
	if ((await take.getAttribute('aria-disabled')) === 'true') return home(page);
	const from = Date.now();
	const number = page.getByTestId('ticket-number');
	const refused = page.getByRole('dialog').getByRole('button', { name: 'Mengerti' });
	const gaveUp = page.getByRole('dialog').getByRole('button', { name: 'Coba lagi' });
	const answer = number.or(refused).or(gaveUp).first();
	// A press in the very moment of a cut may meet a button that has just become grey: who hears nothing presses again.
	const until = from + STANDS_THERE;
	while (!(await comes(answer, take))) {
		// All numbers that were lent for this day are given: then it says where else to go while the line is cut.
		if (await isGrey(take)) return home(page);
		if (Date.now() > until) throw new Error(`on the glass: ${await page.locator('body').innerText()}`);
	}
	if (!(await number.isVisible())) {
		await ((await refused.isVisible()) ? refused.click() : page.getByRole('dialog').getByText('Batal').click());
		return home(page);
	}
	const seen = { number: await numberOn(page), from, to: Date.now() };
	// Where paper comes out visitors wait for it, and not for long.
	for (const until = Date.now() + PATIENCE; paper && paper.length === before && Date.now() < until; )
		await page.waitForTimeout(50);
	// The number goes by itself, too.
	if ((await number.count()) > 0) await press(page, 'Selesai');
	return seen;
}
/** Presses, and waits for an answer; it may come after the next press. */
async function comes(answer: Locator, take: Locator): Promise<boolean> {
	const isLate = (fault: unknown): boolean => {
		if (fault instanceof errors.TimeoutError) return false;
		throw fault;
	};
	if (!(await answer.isVisible())) await take.click({ timeout: 2_000 }).catch(isLate);
	return answer.waitFor({ timeout: 6_000 }).then(() => true, isLate);
}
const isGrey = (take: Locator): Promise<boolean> =>
	take.evaluateAll((all) => all.some((it) => it.ariaDisabled === 'true' && it.ariaBusy !== 'true'));
/** Through zone and agency, as many pages as there are. */
async function toService(page: Page): Promise<void> {
	const service = page.getByRole('button', { name: /^SKCK baru/ });
	const before = page.getByRole('button', { name: /Polres/ });
	await service.or(before).first().waitFor();
	while (!(await service.isVisible())) {
		await before.first().click();
		await service.or(before).first().waitFor();
	}
	await service.click();
}
/** Back to the first page by the foot of each. */
async function home(page: Page): Promise<null> {
	const back = page.getByRole('button', { name: 'Kembali', exact: true });
	while (await back.isVisible()) await back.click();
	return null;
}
/** One whose slips its own browser prints; else they come out of this printer. */
async function openPrintingKiosk(
	context: BrowserContext,
	printer: number | null,
): Promise<{ readonly page: Page; readonly paper: readonly Paper[] | null }> {
	const paper = printer === null ? await paperOfBrowser(context, 'a browser') : null;
	const page = await openKiosk(context);
	const kiosk = newest('device');
	const own = printer ?? add(`Peramban ${kiosk}`, 'browser', '--device', `${kiosk}`);
	hallCommand(folder, 'printer', 'route', '--kiosk', `${kiosk}`, '--printers', `${own}`);
	await page.reload();
	await hasNumbers(page);
	return { page, paper };
}
/** The last row of what the hall has many of. */
const newest = (what: 'device' | 'printer'): number => {
	const rows = hallCommand(folder, what, 'list').trim().split('\n');
	return Number.parseInt(rows.at(-1) ?? '', 10);
};
/** A printer of the hall; its number. */
const add = (name: string, way: string, ...more: string[]): number => {
	hallCommand(folder, 'printer', 'add', '--name', name, '--way', way, '--profile', 'unknown-80', ...more);
	return newest('printer');
};
const openKiosk = async (context: BrowserContext): Promise<Page> => {
	const page = await context.newPage();
	const fetched = page.waitForResponse(/\/assets\/lent-/);
	await page.goto(`${door.url}/kiosk/`);
	await (await fetched).finished();
	await hasNumbers(page);
	return page;
};

/** What is not as it was shown or printed; read from the file when the server has ended. */
function wrong(seen: readonly Seen[], papers: readonly Paper[] = []): readonly string[] {
	const store = openStore(folder, 'check');
	try {
		const rows = store.sqlite.prepare(
			'select v.number, t.joined_at as at from visits v join tickets t on t.visit_id = v.id where v.number = ?',
		);
		const twice = seen.filter((it, at) => seen.findIndex((other) => other.number === it.number) !== at);
		const lost = seen.flatMap(({ number, from, to }) => {
			const row = rows.get(number) as { at: number } | undefined;
			if (!row) return [`${number} was shown and is not in the hall`];
			return from - SLACK <= row.at && row.at <= to + SLACK
				? []
				: [`${number} joined at ${row.at}, was pressed after ${from} and shown before ${to}`];
		});
		return [
			...faultsOf(store),
			...twice.map((it) => `${it.number} was shown twice`),
			...lost,
			...wrongPapers(store, papers),
		];
	} finally {
		store.sqlite.close();
	}
}
const isLent = ({ number }: Seen): boolean => /-9\d\d$/.test(number);

test(`the line is cut every 0.2 to 3 s for ${SECONDS} s: no number twice, nobody lost, everybody in their place (seed ${SEED})`, {
	timeout: (SECONDS + 180) * 1_000,
}, async () => {
	const browser: Browser = await openBrowser();
	const promised = nothingPromised();
	const printers: FakePrinter[] = [await openFakePrinter(), await openFakePrinter()];
	try {
		const [forOthers = 0, forFirst = 0] = printers.map(({ port }, nth) => add(`Rol ${nth}`, `tcp://127.0.0.1:${port}`));
		const kiosks: Awaited<ReturnType<typeof openPrintingKiosk>>[] = [];
		for (let nth = 0; nth < KIOSKS; nth++)
			kiosks.push(await openPrintingKiosk(await browser.newContext({ viewport: KIOSK }), nth === 0 ? forFirst : null));
		// Others take numbers of another line meanwhile, over a good one.
		const other = kioskProgram(await deviceToken(server.url, 'kiosk'), ['ktp-rekam'], promised);
		hallCommand(folder, 'printer', 'route', '--kiosk', `${newest('device')}`, '--printers', `${forOthers}`);
		const { over } = await rush(server.url, [other]);
		let going = true;
		const seen: Seen[] = [];
		const atKiosks = kiosks.map(async ({ page, paper }) => {
			while (going) {
				const one = await visit(page, paper);
				if (one) seen.push(one);
			}
		});
		const visitors = Promise.all(atKiosks);
		// A visitor who is left standing there ends it at once.
		const cuts = await Promise.race([door.flap(SECONDS * 1_000, randomFrom(SEED)), visitors.then(() => 0)]);
		going = false;
		await visitors;
		for (const { page } of kiosks) await hasHandedIn(page);
		expect(await server.stop('SIGTERM')).toBe(0);
		await over;
		const ofBrowsers = kiosks.flatMap((it) => it.paper ?? []);
		const ofPrinters = printers.flatMap((it, nth) => papersOf(`roll ${nth}`, it));
		process.stdout.write(
			`${seen.length} visitors at ${KIOSKS} kiosks, ${cuts} cuts: ${seen.filter(isLent).length} lent numbers, ` +
				`${ofBrowsers.length} slips of browsers, ${ofPrinters.length} of printers\n`,
		);
		expect(promised.odd).toEqual([]);
		expect(wrong(seen, [...ofBrowsers, ...ofPrinters])).toEqual([]);
		expect(cuts).toBeGreaterThan(SECONDS / 6 - 1);
		expect(seen.length).toBeGreaterThanOrEqual(KIOSKS * 2);
		expect(ofBrowsers.length).toBeGreaterThanOrEqual(KIOSKS - 1);
	} finally {
		await browser.close();
		for (const it of printers) await it.close();
	}
});

test(`the server is gone for ${AWAY_SECONDS} s and more: the kiosk says so and goes on, and hands everything in`, async () => {
	const browser = await openBrowser();
	try {
		const page = await openKiosk(await browser.newContext({ viewport: KIOSK }));
		const seen: (Seen | null)[] = [await visit(page)];
		const { port } = new URL(server.url);
		await server.stop('SIGKILL');
		await page.getByText('nomor tetap bisa diambil').waitFor();
		const until = performance.now() + AWAY_SECONDS * 1_000;
		while (performance.now() < until) {
			seen.push(await visit(page));
			// Nobody presses faster than once in three seconds.
			await page.waitForTimeout(3_200);
		}
		const shown = seen.filter((it) => it !== null);
		expect(shown.filter(isLent).length).toBeGreaterThanOrEqual(2);
		server = await startServer(folder, { PORT: port });
		await hasHandedIn(page);
		const after = await visit(page);
		expect(after && isLent(after)).toBe(false);
		expect(await server.stop('SIGTERM')).toBe(0);
		expect(wrong(after ? [...shown, after] : shown)).toEqual([]);
	} finally {
		await browser.close();
	}
});

test('a browser that is killed between the press and the server’s return keeps the number, and hands it in', async () => {
	const profile = mkdtempSync(path.join(tmpdir(), 'giliran-profile-'));
	const open = () =>
		chromium.launchPersistentContext(profile, {
			executablePath: needChromium(),
			viewport: KIOSK,
			args: ['--no-sandbox', '--disable-gpu'],
		});
	let context = await open();
	try {
		// Paired on some day before: a browser writes a new cookie down only half a minute later.
		await openKiosk(context);
		await context.close();
		context = await open();
		const page = await openKiosk(context);
		const { port } = new URL(server.url);
		await server.stop('SIGKILL');
		await page.getByText('nomor tetap bisa diambil').waitFor();
		const seen = await visit(page);
		expect(seen && isLent(seen)).toBe(true);
		await kill(context);

		server = await startServer(folder, { PORT: port });
		context = await open();
		const again = await context.newPage();
		await again.goto(`${door.url}/kiosk/`);
		await hasNumbers(again);
		await hasHandedIn(again);
		expect(await server.stop('SIGTERM')).toBe(0);
		expect(wrong(seen ? [seen] : [])).toEqual([]);
	} finally {
		await context.close();
		removeFolder(profile);
	}
});

/** As the power does: no page is told, nothing is written any more. */
async function kill(context: BrowserContext): Promise<void> {
	const browser = context.browser();
	if (!browser) throw new Error('the context has no browser');
	const session = await browser.newBrowserCDPSession();
	const { processInfo } = await session.send('SystemInfo.getProcessInfo');
	const main = processInfo.find((it) => it.type === 'browser');
	if (!main) throw new Error('the browser has no process');
	const ended = new Promise<void>((done) => context.once('close', () => done()));
	process.kill(main.id, 'SIGKILL');
	await ended;
}
