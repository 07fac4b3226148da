// At the kiosk: how many bytes a browser that was never here fetches before anybody can touch anything, and how long it takes
// from the last touch until the number is on the glass, on a machine six times as slow as this one. Beside it a bare page
// with one button and a bare Socket.IO ask.

import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { BARE_KIOSK } from './bare-kiosk.ts';
import { findChromium, launchChromium } from './chromium.ts';
import { atMost, type Figure, type Section } from './figures.ts';
import type { Stage } from './stage.ts';
import { p50, p99 } from './stats.ts';

export interface KioskPlan {
	/** Of each, in turn. */
	readonly rounds: number;
	readonly touches: number;
	readonly loads: number;
}

const PANEL = { width: 1080, height: 1920 };
/** A kiosk's small PC beside the machine that measures. */
const SLOWER = 6;
/** What a hand takes for the answer to its touch, and does not touch again. */
const AT_ONCE = atMost(300);
/** A touch that comes sooner after another is taken for a trembling hand. */
const UNHURRIED_MS = 600;
/** Painted; a second later also what the kiosk fetches for the time when the server is away. */
const SETTLED_MS = 2_500;
const AGENCY = /Disdukcapil/;
const SERVICE = 'Perekaman KTP-el pemula';

/** A kiosk in a browser: `before` leads to the last touch, `after` back to the start. */
interface Glass {
	readonly page: Page;
	readonly devtools: CDPSession;
	readonly before: () => Promise<void>;
	readonly after: () => Promise<void>;
	readonly times: number[];
}

/** Null where there is no Chromium to look with. */
export async function benchKiosk(stage: Stage, plan: KioskPlan): Promise<Section | null> {
	const program = findChromium();
	if (!program) return null;
	const browser = await launchChromium(program, 'no-user-gesture-required', []);
	try {
		const loaded: { readonly ours: number[]; readonly floor: number[] } = { ours: [], floor: [] };
		const ready: { readonly ours: number[]; readonly floor: number[] } = { ours: [], floor: [] };
		for (let turn = 0; turn < plan.loads; turn++) {
			for (const side of ['ours', 'floor'] as const) {
				const { bytes, ms } = await firstLoad(browser, stage, side);
				loaded[side].push(bytes / 1000);
				ready[side].push(ms);
			}
		}
		const ours = await openOurs(browser, stage);
		const floor = await openFloor(browser, stage);
		// The first number of a page fetches and compiles what the next ones find ready.
		for (const glass of [ours, floor]) {
			await touch(glass);
			glass.times.length = 0;
		}
		for (let round = 0; round < plan.rounds; round++)
			for (const glass of [ours, floor]) for (let turn = 0; turn < plan.touches; turn++) await touch(glass);
		return {
			title: 'At the kiosk',
			method:
				`Chromium at 1080x1920, the processor slowed ${SLOWER} times. First load: what the network carried with nothing cached, until ` +
				`${SETTLED_MS / 1000} s after the page could be used, fonts and all; medians of ${plan.loads}. Touch: ${plan.rounds * plan.touches} touches, from the ` +
				'lifted finger until after the frame in which the number stood in the page. Floor: a bare page with one button, bare Socket.IO, one durable row.',
			figures: [
				pair('bytes of the first load', 'kB', p50(loaded.ours), p50(loaded.floor)),
				pair('from the address to the first page', 'ms', p50(ready.ours), p50(ready.floor)),
				pair('last touch to the number, p50', 'ms', p50(ours.times), p50(floor.times)),
				{ ...pair('last touch to the number, p99', 'ms', p99(ours.times), p99(floor.times)), aim: AT_ONCE },
			],
		};
	} finally {
		await browser.close();
	}
}

const pair = (name: string, unit: Figure['unit'], ours: number, floor: number): Figure => ({
	...{ name, unit, ours, floor, aim: null },
});

async function kioskContext(browser: Browser, { server, tokens }: Stage): Promise<BrowserContext> {
	const context = await browser.newContext({ viewport: PANEL, hasTouch: true });
	await context.addCookies([{ name: 'giliran_kiosk', value: tokens.kiosk, url: server.url }]);
	return context;
}

const firstTile = (page: Page) => page.getByRole('button', { name: AGENCY }).first();
const bareButton = (page: Page) => page.locator('body[data-ready] button');

async function firstLoad(
	browser: Browser,
	stage: Stage,
	side: 'ours' | 'floor',
): Promise<{ readonly bytes: number; readonly ms: number }> {
	const context = await kioskContext(browser, stage);
	const page = await context.newPage();
	const devtools = await context.newCDPSession(page);
	let bytes = 0;
	await devtools.send('Network.enable');
	devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
		bytes += encodedDataLength;
	});
	await slow(devtools, SLOWER);
	const from = performance.now();
	await page.goto(side === 'ours' ? `${stage.server.url}/kiosk/` : `${stage.floor.url}${BARE_KIOSK}`);
	await (side === 'ours' ? firstTile(page) : bareButton(page)).waitFor();
	const ms = performance.now() - from;
	await page.waitForTimeout(SETTLED_MS);
	await context.close();
	return { bytes, ms };
}

const slow = (devtools: CDPSession, rate: number) => devtools.send('Emulation.setCPUThrottlingRate', { rate });

async function openGlass(browser: Browser, stage: Stage, address: string): Promise<Omit<Glass, 'before' | 'after'>> {
	const context = await kioskContext(browser, stage);
	const page = await context.newPage();
	await page.addInitScript(watch);
	await page.goto(address);
	return { page, devtools: await context.newCDPSession(page), times: [] };
}

async function openOurs(browser: Browser, stage: Stage): Promise<Glass> {
	const glass = await openGlass(browser, stage, `${stage.server.url}/kiosk/`);
	const { page } = glass;
	await firstTile(page).waitFor();
	return {
		...glass,
		before: async () => {
			// Over the zone, where the hall is so large that it shows zones first, and over the pages of a long list.
			const way = [SERVICE, AGENCY, 'Lihat lainnya'].map((name) => page.getByRole('button', { name }).first());
			while ((await takeButton(page).count()) === 0) {
				for (const next of way) {
					if ((await next.count()) === 0) continue;
					await next.tap();
					break;
				}
				await page.waitForTimeout(UNHURRIED_MS);
			}
		},
		after: async () => {
			await page.getByRole('button', { name: 'Selesai', exact: true }).tap();
			await firstTile(page).waitFor();
		},
	};
}
const takeButton = (page: Page) => page.getByRole('button', { name: 'Ambil nomor', exact: true });

async function openFloor(browser: Browser, stage: Stage): Promise<Glass> {
	const glass = await openGlass(browser, stage, `${stage.floor.url}${BARE_KIOSK}`);
	const { page } = glass;
	return {
		...glass,
		before: () => bareButton(page).waitFor(),
		after: async () => {
			await page.reload();
		},
	};
}

/** Only the last touch is slow; the way there is walked as fast as it goes, with the pauses that a kiosk asks of a hand. */
async function touch({ page, devtools, before, after, times }: Glass): Promise<void> {
	await before();
	await page.waitForTimeout(UNHURRIED_MS);
	await page.evaluate('__watch.begin()');
	await slow(devtools, SLOWER);
	await takeButton(page).tap();
	times.push(await page.evaluate('__watch.done'));
	await slow(devtools, 1);
	await after();
	await page.waitForTimeout(UNHURRIED_MS);
}

/** Runs in the page before anything else: ms from the lifted finger until a number stood in a painted frame. */
const watch = `(() => {
	let lifted = 0;
	addEventListener('pointerup', (event) => { lifted = event.timeStamp; }, { capture: true });
	window.__watch = {
		begin() {
			this.done = new Promise((resolve) => {
				const frame = () => {
					if (!document.querySelector('[data-testid=ticket-number]')?.textContent) return requestAnimationFrame(frame);
					const after = new MessageChannel();
					after.port1.onmessage = () => resolve(performance.now() - lifted);
					after.port2.postMessage(null);
				};
				requestAnimationFrame(frame);
			});
		},
	};
})()`;
