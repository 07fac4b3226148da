// Hands as they are: slipping, trembling, long, double, many at once, on a keyboard that somebody has plugged in. Real touch
// events, by the browser's own protocol. Nothing breaks, nothing leaves the kiosk, and one press is one number.

import { randomUUID } from 'node:crypto';
import type { Browser, CDPSession, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openBrowser } from './chromium.ts';
import { chooseService, KIOSK, numberOn, openScreen, press } from './hall.ts';
import { newFolder, type Running, removeFolder, startServer } from './server.ts';

let server: Running;
let browser: Browser;
const folder = newFolder();
let kiosk: Page;
let faults: string[];
let glass: CDPSession;

beforeAll(async () => {
	server = await startServer(folder, { KIOSK_LIMIT: 'on' });
	browser = await openBrowser();
});
afterAll(async () => {
	await browser?.close();
	await server?.stop();
	removeFolder(folder);
});
beforeEach(async () => {
	await kiosk?.context().close();
	({ page: kiosk, faults } = await openScreen(browser, `${server.url}/kiosk/`, KIOSK));
	glass = await kiosk.context().newCDPSession(kiosk);
	await glass.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 });
	await tile(1).waitFor();
	await kiosk.waitForTimeout(400);
});

const tile = (zone: number): Locator => kiosk.locator('.tile', { hasText: `Zona ${zone}` });
const question = (): Promise<string | null> => kiosk.getByRole('heading', { level: 1 }).textContent();
const HOME = 'Instansi apa yang Anda tuju?';

interface Point {
	readonly x: number;
	readonly y: number;
}
async function middle(of: Locator): Promise<Point> {
	const box = await of.boundingBox();
	if (!box) throw new Error('It is not on the glass');
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: readonly Point[]) =>
	glass.send('Input.dispatchTouchEvent', { type, touchPoints: points.map((it, id) => ({ ...it, id })) });
async function tap(at: Point, heldMs = 40): Promise<void> {
	await touch('touchStart', at);
	await kiosk.waitForTimeout(heldMs);
	await touch('touchEnd');
}
/** Two touches of a hand that trembles, and how far apart they came to be, ms: on a busy machine perhaps too far to be one. */
async function tapTwice(at: Point, apartMs: number): Promise<number> {
	await tap(at);
	const first = performance.now();
	await kiosk.waitForTimeout(apartMs);
	await tap(at);
	return performance.now() - first;
}
const TREMBLE = 270;
/** Slowly, as a hand moves. */
async function slide(from: Point, to: Point): Promise<void> {
	await touch('touchStart', from);
	for (let part = 1; part <= 8; part += 1) {
		await touch('touchMove', { x: from.x + ((to.x - from.x) * part) / 8, y: from.y + ((to.y - from.y) * part) / 8 });
		await kiosk.waitForTimeout(12);
	}
	await touch('touchEnd');
}
/** Long enough for whatever a touch may still set off. */
const wait = (): Promise<void> => kiosk.waitForTimeout(600);

test('a finger that comes down on one button and leaves on the next presses neither', async () => {
	const [low, access] = [
		kiosk.getByRole('button', { name: 'Layar rendah' }),
		kiosk.getByRole('button', { name: 'Akses' }),
	];
	await slide(await middle(low), await middle(access));
	await wait();
	await slide(await middle(tile(1)), await middle(tile(2)));
	await wait();
	// Over the very edge between two, too, where the browser itself sees a press.
	const box = await low.boundingBox();
	if (!box) throw new Error('There is no foot');
	const edge = { x: box.x + box.width - 2, y: box.y + box.height / 2 };
	await slide(edge, { ...edge, x: edge.x + 9 });
	await wait();
	expect(await question()).toBe(HOME);
	expect(await kiosk.locator('.kiosk.low').count()).toBe(0);
	expect(await tile(1).count()).toBe(1);
});

test('a finger that trembles on a button, or stays on it long, presses it once', async () => {
	const access = await middle(kiosk.getByRole('button', { name: 'Akses' }));
	await slide(access, { x: access.x + 30, y: access.y + 12 });
	await kiosk.getByRole('heading', { name: 'Apa yang memudahkan Anda?' }).waitFor();
	await wait();
	await tap(await middle(kiosk.getByRole('button', { name: 'Huruf besar' })), 1500);
	await kiosk.locator('html.large').waitFor();
	await wait();
	expect(await kiosk.locator('html.large').count()).toBe(1);
});

test('a double touch is one press, also where another page has come up under the finger', async () => {
	const low = await middle(kiosk.getByRole('button', { name: 'Layar rendah' }));
	// Two slow ones are two presses, and change nothing.
	while ((await tapTwice(low, 90)) > TREMBLE) await wait();
	await wait();
	expect(await kiosk.locator('.kiosk.low').count()).toBe(1);
	await press(kiosk, 'Layar biasa');
	await wait();
	const zone = await middle(tile(2));
	while ((await tapTwice(zone, 120)) > TREMBLE) {
		await kiosk.reload();
		await tile(2).waitFor();
		await wait();
	}
	await wait();
	expect(await question()).toBe(HOME);
	expect(await kiosk.locator('.above').textContent()).toContain('Zona 2');
});

test('two fingers that pinch, edges that are swiped, and a push neither zoom nor scroll nor leave', async () => {
	const at = await middle(tile(2));
	await touch('touchStart', { ...at, x: at.x - 60 }, { ...at, x: at.x + 60 });
	for (const far of [120, 200, 300]) {
		await touch('touchMove', { ...at, x: at.x - far }, { ...at, x: at.x + far });
		await kiosk.waitForTimeout(20);
	}
	await touch('touchEnd');
	await slide({ x: 1, y: 900 }, { x: 700, y: 900 });
	await slide({ x: KIOSK.width - 1, y: 900 }, { x: 300, y: 900 });
	await slide({ x: 500, y: 1 }, { x: 500, y: 1200 });
	await slide({ x: 500, y: 1500 }, { x: 500, y: 300 });
	await wait();
	const state = await kiosk.evaluate(() => [
		visualViewport?.scale,
		scrollX,
		scrollY,
		location.pathname,
		history.length,
	]);
	expect(state.slice(0, 4)).toEqual([1, 0, 0, '/kiosk/']);
	expect(await question()).toBe(HOME);
	expect(faults).toEqual([]);
});

test('no menu, no drag, no browser key and no dropped file leaves the kiosk', async () => {
	const kept = await kiosk.evaluate(() => {
		const seen: string[] = [];
		const tried: readonly Event[] = [
			new MouseEvent('contextmenu', { bubbles: true, cancelable: true }),
			new MouseEvent('mousedown', { button: 1, bubbles: true, cancelable: true }),
			new MouseEvent('mouseup', { button: 3, bubbles: true, cancelable: true }),
			new MouseEvent('auxclick', { button: 1, bubbles: true, cancelable: true }),
			new Event('selectstart', { bubbles: true, cancelable: true }),
			new DragEvent('dragstart', { bubbles: true, cancelable: true }),
			new DragEvent('dragover', { bubbles: true, cancelable: true }),
			new DragEvent('drop', { bubbles: true, cancelable: true }),
			new WheelEvent('wheel', { bubbles: true, cancelable: true, ctrlKey: true }),
			...['F1', 'F3', 'F5', 'F6', 'F7', 'F11', 'F12', 'BrowserBack'].map(
				(key) => new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
			),
			...['p', 's', 'r', 'l', '+', 'ArrowLeft'].flatMap((key) => [
				new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true, cancelable: true }),
				new KeyboardEvent('keydown', { key, altKey: true, bubbles: true, cancelable: true }),
				new KeyboardEvent('keydown', { key, metaKey: true, bubbles: true, cancelable: true }),
			]),
		];
		for (const event of tried) if (document.body.dispatchEvent(event)) seen.push(event.type);
		return seen;
	});
	expect(kept).toEqual([]);
	const printed = kiosk.evaluate(() => new Promise((done) => addEventListener('beforeprint', () => done('printed'))));
	const steps = await kiosk.evaluate(() => history.length);
	for (const keys of ['F5', 'Control+r', 'Alt+ArrowLeft', 'Control+p', 'F11', 'Control+Shift+i', 'Alt+F4', 'F12'])
		await kiosk.keyboard.press(keys);
	for (const keys of ['Control+n', 'Control+t', 'Control+w', 'Control+Shift+n', 'Control+l', 'Meta+d', 'Escape'])
		await kiosk.keyboard.press(keys);
	expect(await Promise.race([printed, wait().then(() => 'not printed')])).toBe('not printed');
	expect(kiosk.isClosed()).toBe(false);
	expect(kiosk.context().pages()).toHaveLength(1);
	expect(await kiosk.evaluate(() => history.length)).toBe(steps);
	expect(new URL(kiosk.url()).pathname).toBe('/kiosk/');
	expect(await question()).toBe(HOME);
});

test('ten fast touches on "Ambil nomor" take one number; the next comes after three seconds, with a clear word before', async () => {
	await chooseService(kiosk, /Disdukcapil/, 'Perekaman KTP-el pemula');
	await wait();
	const take = await middle(kiosk.getByRole('button', { name: 'Ambil nomor', exact: true }));
	for (let times = 0; times < 10; times += 1) {
		await tap(take, 15);
		await kiosk.waitForTimeout(20);
	}
	const first = await numberOn(kiosk);
	expect(first).toMatch(/^C-\d{3}$/);

	// Another window of the same kiosk is the same kiosk.
	const askAgain = () =>
		kiosk.evaluate(async (requestId) => {
			const reply = await fetch('/api/v1/tickets', {
				method: 'POST',
				headers: { 'content-type': 'application/json', 'x-giliran': '1' },
				body: JSON.stringify({ requestId, services: ['ktp-rekam'], priority: null }),
			});
			return [reply.status, await reply.json()];
		}, randomUUID());
	expect(await askAgain()).toMatchObject([429, { refusal: { code: 'too_soon' } }]);
	await kiosk.waitForTimeout(3_100);
	// The very next number: the ten touches took one.
	const next = `C-${String(Number(first.slice(2)) + 1).padStart(3, '0')}`;
	expect(await askAgain()).toMatchObject([201, { value: { number: next } }]);
});

test('nothing of the last visitor is left: on the page, in storage, in the history, in what the browser lists', async () => {
	await kiosk.waitForTimeout(3_000);
	await chooseService(kiosk, /Polres/, 'SKCK perpanjangan');
	const steps = await kiosk.evaluate(() => history.length);
	await press(kiosk, 'Ambil nomor');
	const number = await numberOn(kiosk);
	const address = await kiosk.locator('.slip-qr img').getAttribute('src');
	const token = address?.split('/')[2] ?? '';
	expect(token.length).toBe(22);
	await press(kiosk, 'Selesai');
	await tile(1).waitFor();
	await wait();
	const left = await kiosk.evaluate(() => ({
		page: document.documentElement.outerHTML,
		storage: JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
		fetched: performance.getEntriesByType('resource').map((it) => it.name),
		steps: history.length,
	}));
	for (const secret of [token, number]) {
		expect(left.page).not.toContain(secret);
		expect(left.storage).not.toContain(secret);
		expect(left.fetched.join(' ')).not.toContain(secret);
	}
	expect(left.steps).toBe(steps);
});

test('five numbers a minute, then a clear word with the seconds to wait, and no number', async () => {
	const ask = () =>
		kiosk.evaluate(async (requestId) => {
			const reply = await fetch('/api/v1/tickets', {
				method: 'POST',
				headers: { 'content-type': 'application/json', 'x-giliran': '1' },
				body: JSON.stringify({ requestId, services: ['ktp-rekam'], priority: null }),
			});
			const { refusal } = await reply.json();
			return Number(refusal?.seconds ?? 0);
		}, randomUUID());
	let given = 0;
	for (let seconds = 0; seconds <= 3; ) {
		seconds = await ask();
		if (seconds === 0) given += 1;
		await kiosk.waitForTimeout(3_100);
	}
	expect(given, 'some were given to those before').toBeLessThanOrEqual(5);
	await chooseService(kiosk, /Polres/, 'SKCK baru');
	await wait();
	await tap(await middle(kiosk.getByRole('button', { name: 'Ambil nomor', exact: true })));
	await kiosk.getByText(/Silakan coba lagi \d+ detik lagi/).waitFor();
	expect(await kiosk.getByTestId('ticket-number').count()).toBe(0);
	await press(kiosk, 'Mengerti');
	expect(await question()).toBe('SKCK baru');
	expect(faults).toEqual([]);
});
