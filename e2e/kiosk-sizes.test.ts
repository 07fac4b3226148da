// Every state of the kiosk on the panels that kiosks are built with: each control as large as a finger, each choice larger,
// nothing too near, nothing cut off, letters large and dark enough. The states are those of the kiosk's gallery.
//   GILIRAN_ALL_PANELS=1   each state on all seven panels, and axe on each; without it those that need most room, on the smallest panel and another one
//                          in turn, and axe not once more in each language (access.test.ts reads them).

import type { Browser, Page } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFaults } from './axe.ts';
import { openBrowser } from './chromium.ts';
import { sizeFaults } from './measure.ts';

const PANELS = [
	{ inches: 10.1, width: 1280, height: 800 },
	{ inches: 15.6, width: 1920, height: 1080 },
	{ inches: 15.6, width: 1080, height: 1920 },
	{ inches: 21.5, width: 1080, height: 1920 },
	{ inches: 21.5, width: 1920, height: 1080 },
	{ inches: 32, width: 1080, height: 1920 },
	{ inches: 43, width: 1080, height: 1920 },
] as const;

let gallery: ViteDevServer;
let browser: Browser;
let page: Page;
let address: string;
beforeAll(async () => {
	gallery = await createServer({ server: { host: '127.0.0.1', port: 0, hmr: false }, logLevel: 'error' });
	await gallery.listen();
	address = `${gallery.resolvedUrls?.local[0] ?? ''}kiosk/gallery.html`;
	browser = await openBrowser();
	page = await (await browser.newContext()).newPage();
});
afterAll(async () => {
	await browser?.close();
	await gallery?.close();
});

async function sceneNames(): Promise<readonly string[]> {
	await page.goto(address);
	const links = page.locator('#screen a');
	await links.first().waitFor();
	return links.allTextContents();
}

/** The scene as it stands once its letters are there and nothing is being measured any more. */
async function settle(): Promise<void> {
	await page.evaluate(async () => {
		// Somebody stands there: no page goes back to the first by itself.
		dispatchEvent(new Event('wheel'));
		await document.fonts.ready;
		for (let frame = 0; frame < 3; frame += 1) await new Promise((done) => requestAnimationFrame(done));
	});
}

/** What is fetched with a page is there, and what the scene wants pressed has been. */
async function openScene(name: string): Promise<void> {
	await page.evaluate((it) => {
		location.hash = it;
	}, name);
	await page.waitForFunction(
		(it) =>
			document.documentElement.dataset.scene === it &&
			document.querySelector('main h1') !== null &&
			(!document.querySelector('.kiosk > .foot [aria-pressed="true"]') || document.querySelector('.aloud') !== null),
		name,
	);
}

async function stand({ inches, width, height }: (typeof PANELS)[number]): Promise<void> {
	await page.setViewportSize({ width, height });
	const mm = Math.hypot(width, height) / (inches * 25.4);
	await page.evaluate((it) => document.documentElement.style.setProperty('--mm', `${it}px`), mm);
	await settle();
}

const [smallest, ...others] = PANELS;
const wantsAll = process.env.GILIRAN_ALL_PANELS !== undefined;
function panelsFor(place: number): readonly (typeof PANELS)[number][] {
	if (wantsAll) return PANELS;
	return [smallest, others[place % others.length] ?? smallest];
}

/** Colours move nothing, English is shorter than Indonesian, and large letters need most in the lower half. */
const SMALLER_THAN = /-(contrast|english|(?<!large-)low|large)$/;

test('every state of the kiosk fits its panels, in true millimetres', async () => {
	const faults: string[] = [];
	for (const [place, name] of (await sceneNames()).filter((it) => wantsAll || !SMALLER_THAN.test(it)).entries()) {
		await openScene(name);
		for (const panel of panelsFor(place)) {
			await stand(panel);
			const found = await page.evaluate(sizeFaults);
			faults.push(...found.map((it) => `${name} ${panel.inches}" ${panel.width}x${panel.height}: ${it}`));
		}
	}
	expect(faults).toEqual([]);
}, 900_000);

test('every state of the kiosk passes every rule of axe, and its contrast is 7:1', async () => {
	const faults: string[] = [];
	const names = await sceneNames();
	await stand(PANELS[3]);
	for (const name of names.filter((it) => wantsAll || !/-(english|javanese|large-low)$/.test(it))) {
		await openScene(name);
		await settle();
		faults.push(...(await axeFaults(page, 7)).map((it) => `${name}: ${it}`));
	}
	expect(faults).toEqual([]);
}, 900_000);
