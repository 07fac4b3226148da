// A week of visitors before one kiosk, played fast: each walks at random through its screens, takes a number or does not, and
// goes away. Nothing of them is left, and after all of them the page is no heavier than after the first.
// GILIRAN_VISITORS=2000 plays a week of a busy kiosk; GILIRAN_SEED=… repeats a walk that broke.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { needChromium, openBrowser } from './chromium.ts';
import { chooseService, KIOSK, numberOn, openScreen, press } from './hall.ts';
import { newFolder, type Running, removeFolder, startServer } from './server.ts';

const VISITORS = Number(process.env.GILIRAN_VISITORS ?? 15);
const SEED = Number(process.env.GILIRAN_SEED ?? 20_270_104);
const HOME = 'Instansi apa yang Anda tuju?';
/** Longer than the question and its answer, and than a number that could not be printed. */
const GONE_MS = 51_000;
/** A touch that comes sooner after another is taken for a trembling hand. */
const UNHURRIED_MS = 700;
/** A list is measured before it is drawn. */
const DRAWN_MS = 80;
/** The kiosk looks at its clock four times a second. */
const NOTICED_MS = 300;
/** Who knows what they came for. */
const DECIDED_EVERY = 4;

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

/** mulberry32: 0 to below 1. */
function random(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** The kiosk measures stillness and hurry by the clock that never jumps; here it does, instead of waiting. */
const jumpingClock = `(() => {
	const real = performance.now.bind(performance);
	let ahead = 0;
	performance.now = () => real() + ahead;
	window.__jump = (ms) => { ahead += ms; };
})()`;
const jump = (kiosk: Page, ms: number) => kiosk.evaluate(`__jump(${ms})`);

interface Choice {
	readonly name: string;
	/** Of the page itself, not of its head or foot. */
	readonly isOfPage: boolean;
	readonly x: number;
	readonly y: number;
}
/** What a finger may press now: what is on the glass, and nothing behind a question. */
const choices = (kiosk: Page): Promise<readonly Choice[]> =>
	kiosk.evaluate(() => {
		// A page that has just come up hears no finger for a moment.
		for (const it of document.getAnimations())
			if (it.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY) it.finish();
		const scope = document.querySelector('dialog[open]') ?? document;
		return [...scope.querySelectorAll('button')].flatMap((button) => {
			const { x, y, width, height } = button.getBoundingClientRect();
			const at = { x: x + width / 2, y: y + height / 2 };
			const isOnTop = button.contains(document.elementFromPoint(at.x, at.y));
			const isOfPage = button.closest('main, dialog') !== null;
			return isOnTop && button.ariaDisabled !== 'true' ? [{ name: button.innerText.trim(), isOfPage, ...at }] : [];
		});
	});

/** Pressed rather often: a walk that is only random seldom gets so far. */
const TAKES = /^(Ambil nomor|Take a number)/;

/** One visitor's walk; the numbers that came to the glass. */
async function visit(kiosk: Page, chance: () => number, trail: string[]): Promise<readonly string[]> {
	const numbers: string[] = [];
	for (let steps = 3 + Math.floor(chance() * 9); steps > 0; steps--) {
		const open = await choices(kiosk);
		const take = chance() < 0.5 ? open.find((it) => TAKES.test(it.name)) : undefined;
		const onward = chance() < 0.7 ? open.filter((it) => it.isOfPage) : [];
		const pool = onward.length > 0 ? onward : open;
		const next = take ?? pool[Math.floor(chance() * pool.length)];
		if (!next) continue;
		trail.push(next.name.replace(/\s+/g, ' ').slice(0, 30));
		await kiosk.mouse.click(next.x, next.y);
		await jump(kiosk, UNHURRIED_MS);
		await kiosk.waitForTimeout(DRAWN_MS);
		const number = kiosk.getByTestId('ticket-number');
		if ((await number.count()) > 0) numbers.push((await number.first().textContent())?.trim() ?? '');
	}
	return numbers;
}

/** One who knows the way. */
async function comeForNumber(kiosk: Page): Promise<readonly string[]> {
	await chooseService(kiosk, /Disdukcapil/, 'Akta kelahiran');
	await press(kiosk, 'Ambil nomor');
	return [await numberOn(kiosk)];
}

async function goneHome(kiosk: Page): Promise<void> {
	const isFresh = () =>
		kiosk.evaluate(
			() =>
				document.documentElement.lang === 'id' &&
				document.documentElement.className === '' &&
				document.querySelector('.kiosk.low, dialog[open]') === null &&
				document.querySelector('h1')?.innerText,
		);
	await expect
		.poll(async () => {
			await jump(kiosk, GONE_MS);
			// Home looks the same with a priority that was chosen by somebody else.
			await kiosk.waitForTimeout(NOTICED_MS);
			return isFresh();
		})
		.toBe(HOME);
}

interface Weight {
	readonly visitors: number;
	readonly bytes: number;
	readonly nodes: number;
	readonly listeners: number;
}
async function weigh(devtools: CDPSession, visitors: number): Promise<Weight> {
	// What the first finds dead the second frees.
	for (let times = 0; times < 2; times++) await devtools.send('HeapProfiler.collectGarbage');
	const { usedSize } = await devtools.send('Runtime.getHeapUsage');
	const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters');
	return { visitors, bytes: usedSize, nodes, listeners: jsEventListeners };
}

/** Growth a visitor, by least squares. */
function slope(points: readonly Weight[], of: 'bytes' | 'nodes' | 'listeners'): number {
	const mean = (key: keyof Weight): number => points.reduce((sum, it) => sum + it[key], 0) / points.length;
	const [visitors, value] = [mean('visitors'), mean(of)];
	const shared = points.reduce((sum, it) => sum + (it.visitors - visitors) * (it[of] - value), 0);
	return shared / points.reduce((sum, it) => sum + (it.visitors - visitors) ** 2, 0);
}

const remains = (kiosk: Page) =>
	kiosk.evaluate(async () => ({
		text: document.body.innerText,
		storage: JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
		fetched: performance.getEntriesByType('resource').filter((it) => /\/t\//.test(it.name)).length,
		steps: history.length,
		address: location.pathname + location.search,
		windows: document.querySelectorAll('iframe').length,
	}));

test(`${VISITORS} visitors come and go (seed ${SEED}), nothing of them is left, and the page keeps its weight`, async () => {
	const { page: kiosk, faults } = await openScreen(browser, 'about:blank', KIOSK);
	await kiosk.addInitScript(jumpingClock);
	await kiosk.goto(`${server.url}/kiosk/`);
	await kiosk.getByRole('heading', { name: HOME }).waitFor();
	const devtools = await kiosk.context().newCDPSession(kiosk);
	const chance = random(SEED);
	const before = await remains(kiosk);
	const weights: Weight[] = [];
	let taken = 0;
	let trail: string[] = [];
	try {
		for (let visitor = 1; visitor <= VISITORS; visitor++) {
			trail = [];
			const isDecided = visitor % DECIDED_EVERY === 0;
			const numbers = new Set(await (isDecided ? comeForNumber(kiosk) : visit(kiosk, chance, trail)));
			taken += numbers.size;
			await goneHome(kiosk);
			if (visitor === Math.ceil(VISITORS / 4)) {
				// The nightly reload.
				await kiosk.reload();
				await kiosk.getByRole('heading', { name: HOME }).waitFor();
			}
			if (visitor % Math.ceil(VISITORS / 20) > 0) continue;
			const left = await remains(kiosk);
			for (const number of numbers) {
				expect(left.text).not.toContain(number);
				expect(left.storage).not.toContain(number);
			}
			expect({ ...left, text: '' }).toEqual({ ...before, text: '' });
			weights.push(await weigh(devtools, visitor));
		}
	} catch (broke) {
		throw new Error(`seed ${SEED}, after: ${trail.join(' > ')}`, { cause: broke });
	}
	expect(faults).toEqual([]);
	expect(taken, 'some of them took a number').toBeGreaterThanOrEqual(Math.floor(VISITORS / DECIDED_EVERY));
	// What every screen, language and lazily fetched part costs once is no growth.
	const settled = weights.slice(Math.ceil(weights.length / 2));
	const grown = { bytes: slope(settled, 'bytes'), nodes: slope(settled, 'nodes'), of: slope(settled, 'listeners') };
	const last = settled.at(-1);
	process.stdout.write(
		`page after ${VISITORS} visitors and ${taken} numbers: ${Math.round((last?.bytes ?? 0) / 1000)} kB, ${last?.nodes} nodes, ` +
			`${last?.listeners} listeners; ${Math.round(grown.bytes)} bytes a visitor\n`,
	);
	const isLong = VISITORS >= 1_000;
	// In a short run a language, a voice or a page that is first met in its second half weighs on the slope.
	expect(grown.bytes, JSON.stringify(settled)).toBeLessThan(isLong ? 500 : 60_000);
	expect(grown.nodes, JSON.stringify(settled)).toBeLessThan(isLong ? 1 : 20);
	expect(grown.of, JSON.stringify(settled)).toBeLessThan(isLong ? 0.1 : 2);
}, 7_200_000);

test('a browser that is closed and opened again is the same kiosk', async () => {
	const kept = mkdtempSync(path.join(tmpdir(), 'giliran-e2e-'));
	const open = () =>
		chromium.launchPersistentContext(kept, {
			executablePath: needChromium(),
			viewport: KIOSK,
			args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
		});
	const tokens: (string | undefined)[] = [];
	try {
		for (let time = 0; time < 2; time++) {
			const context = await open();
			const page = await context.newPage();
			await page.goto(`${server.url}/kiosk/`);
			await page.getByRole('heading', { name: HOME }).waitFor();
			tokens.push((await context.cookies()).find((it) => it.name === 'giliran_kiosk')?.value);
			await context.close();
		}
	} finally {
		rmSync(kept, { recursive: true, force: true });
	}
	expect(tokens[0]).toBeTypeOf('string');
	expect(tokens[1]).toBe(tokens[0]);
});
