// A visitor who sees nothing takes a number alone: every key, and what is heard after it. The sounds are those that the kiosk
// fetches; their addresses say what is spoken.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFaults } from './axe.ts';
import { openBrowser } from './chromium.ts';
import { KIOSK, numberOn, openScreen } from './hall.ts';
import { newFolder, type Running, removeFolder, startServer } from './server.ts';

let server: Running;
let browser: Browser;
const folder = newFolder();
const faults: string[][] = [];

beforeAll(async () => {
	server = await startServer(folder);
	browser = await openBrowser();
});
afterAll(async () => {
	await browser?.close();
	await server?.stop();
	removeFolder(folder);
	expect(faults.flat()).toEqual([]);
});

interface Listening {
	readonly kiosk: Page;
	/** Names spoken since it was last asked, once this one is among them. */
	readonly heard: (name: string | RegExp) => Promise<readonly string[]>;
	/** The same, without waiting. */
	readonly spoken: () => readonly string[];
	/** Sounds fetched so far. */
	readonly sounds: () => number;
	readonly key: (...keys: readonly string[]) => Promise<void>;
}

async function listen(): Promise<Listening> {
	const { page: kiosk, faults: ofPage } = await openScreen(browser, 'about:blank', KIOSK);
	faults.push(ofPage);
	let spoken: string[] = [];
	let fetched = 0;
	kiosk.on('request', (request) => {
		const url = new URL(request.url());
		if (url.pathname !== '/voice/aloud.wav') return;
		fetched += 1;
		spoken.push(...(url.searchParams.get('say') ?? '').split(/[;,]/));
	});
	kiosk.on('response', (response) => {
		if (response.url().includes('/voice/aloud.wav') && ![200, 206, 304].includes(response.status()))
			ofPage.push(`${response.status()} ${response.url()}`);
	});
	await kiosk.goto(`${server.url}/kiosk/`);
	await kiosk.getByRole('heading', { level: 1 }).waitFor();
	return {
		kiosk,
		heard: async (name) => {
			const is = (it: string): boolean => (typeof name === 'string' ? it === name : name.test(it));
			await expect.poll(() => spoken.some(is), { message: `${name} is heard` }).toBe(true);
			const all = spoken;
			spoken = [];
			return all;
		},
		spoken: () => spoken,
		sounds: () => fetched,
		key: async (...keys) => {
			for (const it of keys) await kiosk.keyboard.press(it);
		},
	};
}

/** Down, until the control with the focus says this. */
async function goDownTo({ kiosk, key }: Listening, name: RegExp): Promise<void> {
	for (let step = 0; step < 60; step++) {
		await key('ArrowDown');
		const text = await kiosk.evaluate(() => document.activeElement?.textContent ?? '');
		if (name.test(text)) return;
	}
	throw new Error(`${name} is not reached by the arrow keys`);
}

test('a number is taken by keys and ears alone', async () => {
	const visitor = await listen();
	const { kiosk, key, heard } = visitor;

	await key('*');
	expect(await heard('s.kiosk.home.question'), 'how it is used, and the first question').toContain('s.aloud.begun');
	await key('ArrowDown');
	expect(await heard('s.aloud.choice'), 'the first choice, and of how many').toEqual(
		expect.arrayContaining(['n.1', 's.aloud.of']),
	);
	const outline = await kiosk.evaluate(() => {
		const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
		return { outlineStyle, width: Number.parseFloat(outlineWidth) };
	});
	expect(outline.outlineStyle).toBe('solid');
	expect(outline.width, 'who sees a little sees where it is').toBeGreaterThanOrEqual(4);

	await key('ArrowUp', 'ArrowDown');
	// Twenty agencies stand in groups.
	for (const wanted of [/^Zona 1/, /^Disdukcapil/, /^Akta kelahiran/]) {
		await goDownTo(visitor, wanted);
		await heard('s.aloud.choice');
		await key('Enter');
		await kiosk.waitForFunction(() => document.activeElement?.tagName === 'H1');
	}
	const page = await heard('s.kiosk.service.waiting');
	expect(
		page.some((it) => it.startsWith('service.')),
		'which service it is',
	).toBe(true);
	expect(
		page.some((it) => it.startsWith('s.kiosk.waiting')),
		'how many wait',
	).toBe(true);

	await goDownTo(visitor, /^Ambil nomor$/);
	await heard('s.kiosk.take.one');
	await key('Enter');
	const number = await numberOn(kiosk);
	const said = (name: string): number => visitor.spoken().filter((it) => it === name).length;
	// In their own time, one sound after the other; the page with the number waits for the last.
	await expect.poll(() => said(`t.${number}`), { message: 'the number is said twice', timeout: 40_000 }).toBe(2);
	await expect.poll(() => said('s.kiosk.result.where'), { message: 'and where to go', timeout: 40_000 }).toBe(2);
	expect(await numberOn(kiosk)).toBe(number);

	await key('0');
	await kiosk.getByRole('button', { name: 'Bacakan layar' }).waitFor();
	expect(await kiosk.getByRole('button', { name: 'Diam' }).count(), 'the next visitor is not read to').toBe(0);
});

test('back, again, louder, slower and silence are a key or a button each', async () => {
	const visitor = await listen();
	const { kiosk, key, heard, sounds } = visitor;
	await kiosk.getByRole('button', { name: 'Bacakan layar' }).click();
	await heard('s.kiosk.home.question');
	await goDownTo(visitor, /Prioritas/);
	await key('Enter');
	await heard('s.kiosk.priority.question');
	await key('ArrowDown');
	await heard('s.common.headStarts.elderly');
	await key('NumpadMultiply');
	await heard('s.common.headStarts.elderly');
	await key('NumpadAdd', 'NumpadSubtract', '+', '-');
	await kiosk.getByRole('button', { name: 'Lebih lambat' }).click();
	await kiosk.getByRole('button', { name: 'Kecepatan biasa' }).waitFor();
	await key('Numpad0');
	await heard('s.kiosk.home.question');

	await kiosk.getByRole('button', { name: 'Diam' }).click();
	await expect.poll(() => kiosk.getByRole('button', { name: 'Diam' }).count()).toBe(0);
	const before = sounds();
	await key('ArrowDown', 'ArrowDown');
	await kiosk.waitForTimeout(300);
	expect(sounds()).toBe(before);
});

test('the kiosk speaks Javanese on every page, keeps the place, and says that nobody has read it yet', async () => {
	const { page: kiosk } = await openScreen(browser, `${server.url}/kiosk/`, KIOSK);
	await kiosk.getByRole('button', { name: /Basa Jawa/ }).waitFor();
	expect(await kiosk.getByRole('button', { name: /Basa Jawa/ }).textContent()).toContain('belum ditinjau');
	await kiosk.getByRole('button', { name: 'Prioritas', exact: true }).click();
	await kiosk.getByRole('heading', { name: 'Siapa yang akan dilayani?' }).waitFor();
	await kiosk.getByRole('button', { name: /Basa Jawa/ }).click();
	await kiosk.getByRole('heading', { name: 'Sinten ingkang badhé dipunladosi?' }).waitFor();
	expect(await kiosk.locator('html').getAttribute('lang')).toBe('jv');
	expect(await axeFaults(kiosk)).toEqual([]);
	await kiosk.getByRole('button', { name: 'English' }).click();
	await kiosk.getByRole('heading', { level: 1 }).waitFor();
	await expect.poll(() => kiosk.locator('html').getAttribute('lang')).toBe('en');
	await kiosk.getByRole('button', { name: 'Back' }).click();
	await kiosk.getByRole('button', { name: /Basa Jawa/ }).click();
	await kiosk.getByRole('heading', { name: /Sugeng rawuh/ }).waitFor();
	await kiosk.close();
});

test('a language that cannot be fetched leaves the page as it is, with a word about it', async () => {
	const { page: kiosk } = await openScreen(browser, `${server.url}/kiosk/`, KIOSK);
	await kiosk.getByRole('button', { name: /Basa Jawa/ }).waitFor();
	await kiosk.route('**/languages/jv', (route) => route.abort());
	await kiosk.getByRole('button', { name: /Basa Jawa/ }).click();
	await kiosk.getByText('Bahasa itu belum dapat dimuat').waitFor();
	expect(await kiosk.locator('html').getAttribute('lang')).toBe('id');
	await kiosk.unroute('**/languages/jv');
	await kiosk.getByRole('button', { name: /Basa Jawa/ }).click();
	await kiosk.getByRole('heading', { name: /Sugeng rawuh/ }).waitFor();
	await kiosk.close();
});
