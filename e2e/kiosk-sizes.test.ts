// Every state of the kiosk on every panel that kiosks are built with: each control as large as a finger, each choice larger,
// nothing too near, nothing cut off, letters large and dark enough. The states are those of the kiosk's gallery.
//   GILIRAN_ALL_PANELS=1   runs them: some minutes, and the pages with a keyboard do not fit the smallest panels yet.

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
		await document.fonts.ready;
		for (let frame = 0; frame < 4; frame += 1) await new Promise((done) => requestAnimationFrame(done));
	});
}

async function openScene(name: string): Promise<void> {
	await page.setViewportSize({ width: 1080, height: 1920 });
	await page.goto(`${address}?scene=${name}`);
	await page.locator('.kiosk').waitFor();
	await settle();
}

const wanted = test.skipIf(process.env.GILIRAN_ALL_PANELS === undefined);

wanted(
	'every state of the kiosk fits seven panels, in true millimetres',
	async () => {
		const faults: string[] = [];
		for (const name of await sceneNames()) {
			await openScene(name);
			for (const { inches, width, height } of PANELS) {
				await page.setViewportSize({ width, height });
				const mm = Math.hypot(width, height) / (inches * 25.4);
				await page.evaluate((it) => document.documentElement.style.setProperty('--mm', `${it}px`), mm);
				await settle();
				const found = await page.evaluate(sizeFaults);
				faults.push(...found.map((it) => `${name} ${inches}" ${width}x${height}: ${it}`));
			}
		}
		expect(faults).toEqual([]);
	},
	600_000,
);

wanted(
	'every state of the kiosk passes every rule of axe, and its contrast is 7:1',
	async () => {
		const faults: string[] = [];
		for (const name of await sceneNames()) {
			await openScene(name);
			// A page that has just come up is not to be pressed yet, nor dialogs to be read.
			await page.waitForTimeout(350);
			faults.push(...(await axeFaults(page, 7)).map((it) => `${name}: ${it}`));
		}
		expect(faults).toEqual([]);
	},
	600_000,
);
