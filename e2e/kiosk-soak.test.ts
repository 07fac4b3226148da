// A week of visitors before one kiosk, played fast: each walks at random through its screens, takes a number or does not, and
// goes away. Nothing of them is left, and after all of them the page is no heavier than after the first.
// GILIRAN_VISITORS=2000 plays a week of a busy kiosk; GILIRAN_SEED=… repeats a walk that broke.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { needChromium, openBrowser } from './chromium.ts';
import { chooseService, KIOSK, numberOn, press } from './hall.ts';
import { newFolder, type Running, removeFolder, startServer } from './server.ts';

const VISITORS = Number(process.env.GILIRAN_VISITORS ?? 15);
const SEED = Number(process.env.GILIRAN_SEED ?? 20_270_104);
/** So long that what is met for the first time, and what the browser then makes faster, no longer weighs. */
const IS_LONG = VISITORS >= 500;
/** Bytes by which the page may grow with each visitor of a long run. */
const MOST_A_VISITOR = 500;
const HOME = 'Instansi apa yang Anda tuju?';
/** Longer than the question and its answer, and than a number that could not be printed. */
const GONE_MS = 51_000;
/** A touch that comes sooner after another is taken for a trembling hand. */
const UNHURRIED_MS = 700;
/** Who knows what they came for. */
const DECIDED_EVERY = 4;
/** What stands still after its name is forgotten, in real time: a list is measured before it is drawn. */
const DRAWN_MS = 60;

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

/**
 * The kiosk measures stillness and hurry by the clock that never jumps; here it does, instead of waiting, and the kiosk looks
 * at it ten times as often.
 */
const hurriedTime = `(() => {
	const real = performance.now.bind(performance);
	let ahead = 0;
	performance.now = () => real() + ahead;
	window.__jump = (ms) => { ahead += ms; };
	const every = window.setInterval.bind(window);
	window.setInterval = (work, ms, ...more) => every(work, ms / 10, ...more);
})()`;

interface Walk {
	readonly seed: number;
	readonly unhurriedMs: number;
	readonly drawnMs: number;
}
interface Walked {
	/** That came to the glass. */
	readonly numbers: string[];
	/** What was pressed. */
	readonly trail: string[];
}
/** What the page is taught for this test. Once: whatever it is asked anew is compiled anew, and stays. */
interface Taught {
	__jump: (ms: number) => void;
	__walk: (walk: Walk) => Promise<Walked>;
}
/** One visitor, within the page: presses what a finger could press now, what is on the glass and nothing behind a question. */
function teach(): void {
	const taught = window as unknown as Taught;
	taught.__walk = async ({ seed, unhurriedMs, drawnMs }) => {
		/** mulberry32: 0 to below 1. */
		let state = seed;
		const chance = (): number => {
			state = (state + 0x6d2b79f5) | 0;
			let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
			mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
			return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
		};
		const pressable = (): readonly HTMLElement[] => {
			// A page that has just come up hears no finger for a moment.
			for (const it of document.getAnimations())
				if (it.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY) it.finish();
			const scope = document.querySelector('dialog[open]') ?? document;
			return [...scope.querySelectorAll('button')].filter((button) => {
				const { x, y, width, height } = button.getBoundingClientRect();
				const top = document.elementFromPoint(x + width / 2, y + height / 2);
				return button.contains(top) && button.ariaDisabled !== 'true';
			});
		};
		const numbers: string[] = [];
		const trail: string[] = [];
		for (let steps = 4 + Math.floor(chance() * 9); steps > 0; steps--) {
			const open = pressable();
			// Pressed rather often: a walk that is only random seldom gets so far.
			const take = chance() < 0.5 ? open.find((it) => /^(Ambil nomor|Take a number)/.test(it.innerText)) : undefined;
			// Of the page itself, not of its head or foot.
			const onward = chance() < 0.85 ? open.filter((it) => it.closest('main, dialog')) : [];
			const pool = onward.length > 0 ? onward : open;
			const next = take ?? pool[Math.floor(chance() * pool.length)];
			if (!next) continue;
			trail.push(next.innerText.trim().replace(/\s+/g, ' ').slice(0, 30));
			// The kiosk knows by the finger that somebody is there.
			for (const kind of ['pointerdown', 'pointerup'])
				next.dispatchEvent(new PointerEvent(kind, { bubbles: true, pointerType: 'mouse' }));
			next.click();
			taught.__jump(unhurriedMs);
			await new Promise((done) => setTimeout(done, drawnMs));
			const number = document.querySelector('[data-testid="ticket-number"]')?.textContent;
			if (number) numbers.push(number.trim());
		}
		return { numbers, trail };
	};
}
const walk = (kiosk: Page, how: Walk): Promise<Walked> =>
	kiosk.evaluate((it) => (window as unknown as Taught).__walk(it), how);

/** One who knows the way. */
async function comeForNumber(kiosk: Page): Promise<readonly string[]> {
	await chooseService(kiosk, /Disdukcapil/, 'Akta kelahiran');
	await press(kiosk, 'Ambil nomor');
	return [await numberOn(kiosk)];
}

/** The kiosk is left alone until it has forgotten this visitor. */
async function goneHome(kiosk: Page): Promise<void> {
	const lookAgain = (): Promise<string | null> =>
		kiosk.evaluate(
			async ({ goneMs, noticedMs }) => {
				(window as unknown as Taught).__jump(goneMs);
				// Home looks the same with a priority that was chosen by somebody else.
				await new Promise((done) => setTimeout(done, noticedMs));
				const { lang, className } = document.documentElement;
				const isFresh =
					lang === 'id' && className === '' && document.querySelector('.kiosk.low, dialog[open]') === null;
				return isFresh ? (document.querySelector('h1')?.innerText ?? null) : null;
			},
			{ goneMs: GONE_MS, noticedMs: DRAWN_MS },
		);
	await expect.poll(lookAgain, { interval: 1 }).toBe(HOME);
}

interface Weight {
	readonly visitors: number;
	/** What the page holds. */
	readonly bytes: number;
	readonly nodes: number;
	readonly listeners: number;
}
/**
 * Kinds of what a page holds, as a heap snapshot names them. Not among them: code, which the browser compiles anew for weeks (of
 * the page, and of what this test asks it), and what the browser keeps outside the page, such as its list of requests.
 */
const HELD: ReadonlySet<string> = new Set([
	...['object', 'closure', 'array', 'string', 'concatenated string', 'sliced string', 'regexp', 'number', 'bigint'],
]);
interface Snapshot {
	readonly snapshot: { readonly meta: { readonly node_fields: string[]; readonly node_types: [string[]] } };
	readonly nodes: number[];
}
async function weigh(devtools: CDPSession, visitors: number): Promise<Weight> {
	// What the first finds dead the second frees.
	for (let times = 0; times < 2; times++) await devtools.send('HeapProfiler.collectGarbage');
	const chunks: string[] = [];
	const keep = ({ chunk }: { readonly chunk: string }): void => {
		chunks.push(chunk);
	};
	devtools.on('HeapProfiler.addHeapSnapshotChunk', keep);
	await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
	devtools.off('HeapProfiler.addHeapSnapshotChunk', keep);
	const { snapshot, nodes: cells } = JSON.parse(chunks.join('')) as Snapshot;
	const { node_fields: fields, node_types: types } = snapshot.meta;
	const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
	let bytes = 0;
	for (let at = 0; at < cells.length; at += fields.length)
		if (HELD.has(types[0][cells[at + type] ?? -1] ?? '')) bytes += cells[at + size] ?? 0;
	const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters');
	return { visitors, bytes, nodes, listeners: jsEventListeners };
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
	// Laid out as it is, and painted with a quarter of the dots: a software renderer takes most of the time for them.
	const context = await browser.newContext({ viewport: KIOSK, deviceScaleFactor: 0.5 });
	const kiosk = await context.newPage();
	const faults: string[] = [];
	kiosk.on('pageerror', (error) => faults.push(String(error)));
	kiosk.on('console', (message) => {
		if (/content security policy/i.test(message.text())) faults.push(message.text());
	});
	await kiosk.addInitScript(hurriedTime);
	await kiosk.addInitScript(teach);
	await kiosk.goto(`${server.url}/kiosk/`);
	await kiosk.getByRole('heading', { name: HOME }).waitFor();
	const devtools = await kiosk.context().newCDPSession(kiosk);
	const before = await remains(kiosk);
	const weights: Weight[] = [];
	let taken = 0;
	let visitor = 0;
	let trail: readonly string[] = [];
	try {
		while (visitor < VISITORS) {
			visitor++;
			const isDecided = visitor % DECIDED_EVERY === 0;
			const gone = isDecided
				? { numbers: await comeForNumber(kiosk), trail: ['the known way'] }
				: await walk(kiosk, { seed: SEED + visitor, unhurriedMs: UNHURRIED_MS, drawnMs: DRAWN_MS });
			trail = gone.trail;
			const numbers = new Set(gone.numbers);
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
			// A picture that comes when its visitor has left is forgotten a moment later.
			await expect.poll(async () => ({ ...(await remains(kiosk)), text: '' })).toEqual({ ...before, text: '' });
			const weight = await weigh(devtools, visitor);
			weights.push(weight);
			if (IS_LONG) process.stdout.write(`${JSON.stringify(weight)}\n`);
		}
	} catch (broke) {
		throw new Error(`seed ${SEED}, visitor ${visitor}: ${trail.join(' > ')}`, { cause: broke });
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
	// A short run meets a language or a page for the first time in its second half; one view of the hall that stays is far
	// more. In a long run 8.7 kB would be half a MiB an hour of a busy kiosk.
	expect(grown.bytes, JSON.stringify(settled)).toBeLessThan(IS_LONG ? MOST_A_VISITOR : 20_000);
	expect(grown.nodes, JSON.stringify(settled)).toBeLessThan(IS_LONG ? 1 : 20);
	expect(grown.of, JSON.stringify(settled)).toBeLessThan(IS_LONG ? 0.1 : 2);
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
