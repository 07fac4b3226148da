// A call is heard in the hall, and the desk knows it because the board said so; a board that may not sound says that too,
// until somebody touches it. In a real browser, with the sound files that the server makes.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Reply } from '../shared/contract.ts';
import type { ConsoleView, Shown } from '../shared/views.ts';
import { openBrowser } from './chromium.ts';
import { openDesk } from './desk.ts';
import { chooseService, KIOSK, numberOn, OFFICER, openScreen, press, type Size, signIn, TV } from './hall.ts';
import { newFolder, type Running, removeFolder, startServer } from './server.ts';

let server: Running;
let browser: Browser;
/** A TV whose browser makes no sound before it is touched. */
let locked: Browser;
let officer: Page;
const folder = newFolder();
const faults: string[][] = [];

async function open(where: Browser, address: string, size: Size): Promise<Page> {
	const screen = await openScreen(where, `${server.url}${address}`, size);
	faults.push(screen.faults);
	return screen.page;
}
/** What the officer at counter 5 is shown. */
async function desk(): Promise<ConsoleView> {
	const reply: Reply<Shown<ConsoleView>> = await (await officer.request.get(`${server.url}/api/v1/console`)).json();
	if (!reply.ok) throw new Error(JSON.stringify(reply.refusal));
	return reply.value.view;
}
const unlocking = (board: Page) => board.getByRole('button', { name: 'Sentuh layar atau tekan OK untuk suara' });

beforeAll(async () => {
	server = await startServer(folder);
	browser = await openBrowser();
	locked = await openBrowser('document-user-activation-required');
	officer = await open(browser, '/console/', OFFICER);
	await signIn(officer, 'disdukcapil5');
	await officer.getByRole('button', { name: 'Panggil berikutnya' }).waitFor();
});
afterAll(async () => {
	await browser?.close();
	await locked?.close();
	await server?.stop();
	removeFolder(folder);
});

/** A visitor takes a number and is called to counter 5; the number. */
async function callOne(): Promise<string> {
	const kiosk = await open(browser, '/kiosk/', KIOSK);
	await chooseService(kiosk, /Disdukcapil/, 'Perekaman KTP-el pemula');
	await press(kiosk, 'Ambil nomor');
	const number = await numberOn(kiosk);
	await kiosk.close();
	await officer.getByText(number).first().waitFor();
	await press(officer, 'Panggil berikutnya');
	return number;
}

test('a board that may not sound says so and stays mute, and is ready after one key of its remote control', async () => {
	// The desk is asked, not the board: whatever Playwright looks up on a page counts as a touch there.
	const board = await open(locked, '/display/', TV);
	await expect.poll(async () => (await desk()).mute.map((it) => it.sound)).toEqual(['locked']);
	await callOne();
	await expect.poll(async () => (await desk()).now?.heard.silent.map((it) => it.why)).toEqual(['locked']);
	expect((await desk()).now?.heard.at).toBeNull();

	await board.keyboard.press('Enter');
	await expect.poll(async () => (await desk()).mute).toEqual([]);
	await expect.poll(() => unlocking(board).count()).toBe(0);
	await press(officer, 'Panggil ulang');
	await expect.poll(async () => (await desk()).now?.heard.at ?? null).not.toBeNull();

	const other = await open(locked, '/display/', TV);
	const [bar, call] = [await unlocking(other).boundingBox(), await other.getByTestId('current-call').boundingBox()];
	expect(bar?.height, 'seen from everywhere').toBeGreaterThan(90);
	expect(bar?.y, 'and covers nothing of the call').toBeGreaterThanOrEqual((call?.y ?? 0) + (call?.height ?? 0));
	await press(officer, 'Mulai layani');
	await press(officer, 'Selesai');
	await board.close();
	await other.close();
});

test('a call is spoken to its end, in one file that loads, and the desk knows when it was heard', async () => {
	const board = await open(browser, '/display/', TV);
	const files: string[] = [];
	board.on('response', (it) => {
		if (it.url().includes('/voice/')) files.push(`${it.status()} ${new URL(it.url()).search}`);
	});
	await board.getByTestId('current-call').waitFor();
	const number = await callOne();
	await expect.poll(async () => (await desk()).now?.number).toBe(number);
	const { calledAt } = (await desk()).now ?? { calledAt: 0 };
	await expect.poll(async () => (await desk()).now?.heard.at ?? 0).toBeGreaterThan(calledAt);
	expect((await desk()).now?.heard.silent).toEqual([]);
	expect(files.filter((it) => it.includes(number)).every((it) => /^20[06] .*counter=5&recall=0/.test(it))).toBe(true);
	expect(files.some((it) => it.includes(number))).toBe(true);
	expect(await unlocking(board).count()).toBe(0);
});

test('a desk that pauses is told in the foot of the board, and aloud to those who wait for it', async () => {
	const board = await open(browser, '/display/', TV);
	await board.getByTestId('current-call').waitFor();
	await press(officer, 'Mulai layani');
	await press(officer, 'Selesai');
	const kiosk = await open(browser, '/kiosk/', KIOSK);
	await chooseService(kiosk, /Disdukcapil/, 'Perekaman KTP-el pemula');
	await press(kiosk, 'Ambil nomor');
	await numberOn(kiosk);
	const sound = board.waitForResponse((it) => it.url().includes('/voice/notice.wav'));
	const paused = await officer.request.post(`${server.url}/api/v1/counter/pause`, {
		headers: { 'x-giliran': '1' },
		data: { reason: 'Istirahat' },
	});
	expect(paused.status()).toBe(200);
	await board.getByText('Loket 5 istirahat. Nomor antrean C tetap berlaku; silakan menunggu.').waitFor();
	const file = await sound;
	expect([200, 206]).toContain(file.status());
	expect(new URL(file.url()).search).toBe('?kind=break&counter=5&prefix=C');
});

test('a call that is spoken to its end while the server is away was heard then, as the desk learns once it is back', async () => {
	const elsewhere = newFolder();
	const first = await startServer(elsewhere);
	const { url } = first;
	const tv = await openScreen(browser, `${url}/display/`, TV);
	await tv.page.locator('.board').waitFor();
	const counter = await openDesk(url, 'disdukcapil5', 'ktp-rekam');
	const sound = tv.page.waitForResponse((it) => it.url().includes('/voice/call.wav'));
	await counter.call();
	await (await sound).finished();
	await first.stop('SIGKILL');
	// Spoken in some six seconds.
	await tv.page.waitForTimeout(9_000);
	const backAt = Date.now();
	const second = await startServer(elsewhere, { PORT: new URL(url).port });
	await expect.poll(async () => (await counter.view()).now?.heard.at ?? null, { timeout: 20_000 }).not.toBeNull();
	const { heard, calledAt } = (await counter.view()).now ?? { heard: { at: null }, calledAt: null };
	expect(heard.at).toBeGreaterThan(calledAt ?? 0);
	expect(heard.at).toBeLessThan(backAt);
	await tv.page.close();
	await second.stop();
	removeFolder(elsewhere);
});

test('no screen threw anything, and none was refused anything by its own policy', () => {
	expect(faults.length).toBeGreaterThan(4);
	expect(faults.flat()).toEqual([]);
});
