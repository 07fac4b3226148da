// Whoever does not see the kiosk hears all of it: every state of its gallery, held against what the reader says there. What is
// deliberately left to the eyes stands below, and nothing else is.

import type { Browser, Page } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import javanese from '../languages/jv.json' with { type: 'json' };
import { openBrowser } from './chromium.ts';
import { KIOSK } from './hall.ts';

let gallery: ViteDevServer;
let browser: Browser;
let page: Page;
let address: string;
beforeAll(async () => {
	gallery = await createServer({ server: { host: '127.0.0.1', port: 0, hmr: false }, logLevel: 'error' });
	await gallery.listen();
	address = `${gallery.resolvedUrls?.local[0] ?? ''}kiosk/gallery.html`;
	browser = await openBrowser();
	page = await (await browser.newContext({ viewport: KIOSK })).newPage();
});
afterAll(async () => {
	await browser?.close();
	await gallery?.close();
});

/** Larger, lower, darker: other looks of the same texts. */
const SAME_TEXTS = /-(low|large|contrast|large-low)$/;
/** Before there is a hall to speak of, nobody reads. */
const WITHOUT_HALL: readonly string[] = ['preparing', 'full', 'updating', 'unpaired', 'home-away'];
/** Switches of languages are named in their own; a hall's language file is not in the gallery. */
const FOR_EYES: readonly RegExp[] = [/^(Bahasa Indonesia|English|Basa Jawa.*)$/];

test('every text of every page is read, in Indonesian, English and Javanese', async () => {
	await page.goto(address, { waitUntil: 'commit' });
	page.setDefaultTimeout(60_000);
	const links = page.locator('#screen a');
	await links.first().waitFor();
	const names = (await links.allTextContents()).filter((it) => !SAME_TEXTS.test(it) && !WITHOUT_HALL.includes(it));
	expect(names.length).toBeGreaterThan(50);
	const missed: Record<string, readonly string[]> = {};
	for (const name of names) {
		const left = await page.evaluate(
			async ([scene, regional]): Promise<readonly string[]> => {
				location.hash = scene;
				const language = /-(english|javanese)$/.exec(scene)?.[1]?.replace('english', 'en').replace('javanese', 'jv');
				const { documentElement: shown } = document;
				while (shown.dataset.scene !== scene || shown.lang !== (language ?? 'id'))
					await new Promise((done) => setTimeout(done, 10));
				for (let frame = 0; frame < 3; frame++) await new Promise((done) => requestAnimationFrame(done));
				// Of the gallery's own server, not of this file's.
				const { leftOut } = await new Function('return import("/e2e/heard.ts")')();
				return leftOut(regional);
			},
			[name, javanese] as const,
		);
		const silent = left.filter((text) => !FOR_EYES.some((it) => it.test(text)));
		if (silent.length > 0) missed[name] = silent;
	}
	expect(missed).toEqual({});
});
