// What a screen fetches, weighed in a browser: a kiosk or board on a slow network in the hall must be there soon.

import { gzipSync } from 'node:zlib';
import type { Browser, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './chromium.ts';
import { chooseService, KIOSK, numberOn, PHONE, press, type Size, TV } from './hall.ts';
import { newFolder, type Running, removeFolder, startServer } from './server.ts';

/*
 * Page, scripts and styles, gzip; the fonts are fetched beside them and kept for good. First what a visitor waits for; then,
 * ahead of any wish, what must be there when the server is away: numbers for bad times, the inner pages, keys, English.
 */
const MOST_AT_FIRST = 50_000;
const MOST_OF_KIOSK = 71_000;
const MOST_OF_PHONE = 40_000;
/** The board brings along what the oldest TVs lack, and their way to the server. */
const MOST_BYTES_OF_BOARD = 60_000;

let server: Running;
let browser: Browser;
const folder = newFolder();

beforeAll(async () => {
	server = await startServer(folder);
	browser = await openBrowser();
});
afterAll(async () => {
	await browser?.close();
	await server?.stop();
	removeFolder(folder);
});

interface Scales {
	readonly page: Page;
	/** Of everything that was fetched so far. */
	readonly bytes: () => Promise<number>;
	/** Of the page and what it names itself. */
	readonly atFirst: () => Promise<number>;
}
async function openScales(address: string, viewport: Size): Promise<Scales> {
	const page = await (await browser.newContext({ viewport })).newPage();
	const fetched: Response[] = [];
	page.on('response', (response) => {
		if (['document', 'script', 'stylesheet'].includes(response.request().resourceType())) fetched.push(response);
	});
	await page.goto(`${server.url}${address}`);
	const weigh = async (some: readonly Response[]): Promise<number> => {
		const bodies = await Promise.all(some.map((it) => it.body()));
		return bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
	};
	const [html] = fetched;
	const named = (await html?.text()) ?? '';
	return {
		page,
		bytes: () => weigh(fetched),
		atFirst: () => weigh(fetched.filter((it) => it === html || named.includes(new URL(it.url()).pathname))),
	};
}
/** How many files whose name begins so a page has fetched. */
const fetchedOf = (page: Page, name: string): Promise<number> =>
	page.evaluate(
		(begin) => performance.getEntriesByType('resource').filter((it) => it.name.includes(`/assets/${begin}`)).length,
		name,
	);

test('the kiosk is soon there, and a whole visit fetches nothing that was not fetched ahead', async () => {
	const { page: kiosk, bytes, atFirst } = await openScales('/kiosk/', KIOSK);
	await kiosk.getByRole('button', { name: 'Cari layanan' }).waitFor();
	const first = await atFirst();
	expect(first).toBeGreaterThan(10_000);
	expect(first).toBeLessThanOrEqual(MOST_AT_FIRST);

	await expect.poll(() => fetchedOf(kiosk, 'lent-'), { message: 'the last part that is fetched ahead' }).toBe(1);
	const whole = await bytes();
	expect(whole).toBeGreaterThan(first);
	expect(whole).toBeLessThanOrEqual(MOST_OF_KIOSK);

	await press(kiosk, 'Cari layanan');
	await press(kiosk, 'Kembali');
	await chooseService(kiosk, /Disdukcapil/, 'Perekaman KTP-el pemula');
	await press(kiosk, 'Ambil nomor');
	expect(await numberOn(kiosk)).toMatch(/^C-\d{3}$/);
	await kiosk.getByRole('img', { name: 'Kode QR halaman nomor Anda' }).waitFor();
	await press(kiosk, 'English');
	await kiosk.getByText('Your number').waitFor();
	expect(await bytes()).toBe(whole);
});

test('the board is light, and a browser of today fetches no letters that are there for old TVs', async () => {
	const { page: board, bytes } = await openScales('/display/', TV);
	// By day its calls, by night its clock.
	await board.locator('.board, .night').first().waitFor();
	expect(await bytes()).toBeGreaterThan(10_000);
	expect(await bytes()).toBeLessThanOrEqual(MOST_BYTES_OF_BOARD);
	const fonts = await board.evaluate(async () => {
		await document.fonts.ready;
		return performance.getEntriesByType('resource').flatMap(({ name }) => /[^/]+\.woff2?$/.exec(name) ?? []);
	});
	expect(fonts.filter((it) => it.includes('wght'))).toHaveLength(1);
	expect(fonts.filter((it) => !it.includes('wght'))).toEqual([]);
});

test('the board on a phone is light, and its English is fetched by whoever asks for it', async () => {
	const { page: phone, bytes } = await openScales('/papan', PHONE);
	await phone.getByRole('heading', { name: 'Semua instansi' }).waitFor();
	const indonesian = await bytes();
	expect(indonesian).toBeGreaterThan(10_000);
	expect(indonesian).toBeLessThanOrEqual(MOST_OF_PHONE);
	await press(phone, 'English');
	await phone.getByRole('heading', { name: 'All agencies' }).waitFor();
	expect(await bytes()).toBeGreaterThan(indonesian);
});

test('English that cannot be fetched leaves the kiosk in Indonesian with a word about it, until it can', async () => {
	const kiosk = await (await browser.newContext({ viewport: KIOSK })).newPage();
	await kiosk.route('**/assets/english-*', (route) => route.abort());
	await kiosk.goto(`${server.url}/kiosk/`);
	await press(kiosk, 'English');
	await kiosk.getByText('English is not available now').waitFor();
	await kiosk.getByText('Instansi apa yang Anda tuju?').waitFor();
	expect(await kiosk.locator('html').getAttribute('lang')).toBe('id');

	await kiosk.unroute('**/assets/english-*');
	await press(kiosk, 'English');
	await kiosk.getByText('Which agency do you need?').waitFor();
	expect(await kiosk.locator('html').getAttribute('lang')).toBe('en');
	expect(await kiosk.getByText('English is not available now').count()).toBe(0);
});
