// The board on the TVs that halls own: a browser of 2018, a remote control for a keyboard, a network that lets no WebSocket
// through or goes dead without a word, and nobody who comes by for weeks.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Between, between, type Sockets } from './between.ts';
import { forget, NEWER } from './chrome-53.ts';
import { openBrowser } from './chromium.ts';
import { type Desk, openDesk } from './desk.ts';
import { openScreen, TV } from './hall.ts';
import { oldChromium, openOldBrowser } from './old-chromium.ts';
import { newFolder, type Running, removeFolder, startServer } from './server.ts';

/** A TV of LG's, 2018. */
const WEBOS_4 =
	'Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/53.0.2785.34 Safari/537.36 WebAppManager';

let server: Running;
let browser: Browser;
let locked: Browser;
let desk: Desk;
const boxes: Between[] = [];
const folder = newFolder();
const faults: string[][] = [];

beforeAll(async () => {
	server = await startServer(folder);
	browser = await openBrowser();
	locked = await openBrowser('document-user-activation-required');
	desk = await openDesk(server.url, 'disdukcapil5', 'ktp-rekam');
});
afterAll(async () => {
	await browser?.close();
	await locked?.close();
	for (const box of boxes) box.close();
	await server?.stop();
	removeFolder(folder);
});

async function open(where: Browser, prepare: (page: Page) => Promise<void>): Promise<Page> {
	const { page, faults: seen } = await openScreen(where, 'about:blank', TV);
	faults.push(seen);
	await prepare(page);
	return page;
}
/** By day its calls, by night its clock. */
const isThere = (board: Page): Promise<void> => board.locator('.board, .night').first().waitFor();
const openBoard = async (url: string): Promise<Page> => {
	const board = await open(browser, async (page) => void (await page.goto(`${url}/display/`)));
	await isThere(board);
	return board;
};
const asOldTv = async (page: Page): Promise<void> => {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('Network.setUserAgentOverride', { userAgent: WEBOS_4 });
	await page.addInitScript(forget, NEWER);
	await page.goto(`${server.url}/display/`);
};
const shows = (board: Page, number: string, within: number): Promise<void> =>
	board.getByTestId('current-call').getByText(number, { exact: true }).waitFor({ timeout: within });
const lost = (board: Page) => board.getByText(/Sambungan terputus/).first();
const connected = async (): Promise<string> => (await fetch(`${server.url}/metrics`)).text();
async function openBox(sockets: Sockets): Promise<Between> {
	const box = await between(server.url, sockets);
	boxes.push(box);
	return box;
}

describe('a browser that lacks all that came after Chrome 53', () => {
	test('shows a call and speaks it to its end', async () => {
		const board = await open(browser, asOldTv);
		expect(await board.evaluate('[navigator.userAgent, typeof ResizeObserver, typeof Promise.any].join()')).toBe(
			`${WEBOS_4},undefined,undefined`,
		);
		await expect.poll(() => connected()).toMatch(/role="board"\} 1/);
		await shows(board, await desk.call(), 5_000);
		await expect.poll(async () => (await desk.view()).now?.heard.at ?? null).not.toBeNull();
		await board.close();
	});

	test('is mute until OK is pressed on the remote control', async () => {
		const board = await open(locked, asOldTv);
		await expect.poll(async () => (await desk.view()).mute.map((it) => it.sound)).toEqual(['locked']);
		await desk.call();
		await expect.poll(async () => (await desk.view()).now?.heard.silent.map((it) => it.why)).toEqual(['locked']);
		await board.keyboard.press('Enter');
		await expect.poll(async () => (await desk.view()).mute).toEqual([]);
		await desk.recall();
		await expect.poll(async () => (await desk.view()).now?.heard.at ?? null).not.toBeNull();
		await board.close();
	});

	test.runIf(oldChromium)(
		'a Chromium that is really old: shows a call and speaks it, without a complaint',
		async () => {
			const old = openOldBrowser(oldChromium ?? '', `${server.url}/display/`);
			try {
				await expect.poll(() => connected()).toMatch(/role="board"\} 1/);
				await desk.call();
				await expect.poll(async () => (await desk.view()).now?.heard.at ?? null).not.toBeNull();
				expect(old.complaints()).toEqual([]);
			} finally {
				await old.close();
			}
		},
	);
});

test.each(['refuse', 'hang'] as const)(
	'where a box would %s WebSockets, a call is on the board within two seconds',
	async (sockets) => {
		const board = await openBoard((await openBox(sockets)).url);
		for (let it = 0; it < 3; it++) await shows(board, await desk.call(), 2_000);
		await board.close();
	},
);

/** The sound files that a board has asked for. */
function ears(board: Page): readonly string[] {
	const heard: string[] = [];
	board.on('request', (it) => {
		const number = new URL(it.url()).searchParams.get('number');
		if (number && it.url().includes('/voice/')) heard.push(number);
	});
	return heard;
}

describe('two boards, one by WebSocket and one that polls,', () => {
	let ways: readonly { readonly box: Between; readonly board: Page }[];
	beforeAll(async () => {
		const open = async (sockets: Sockets) => {
			const box = await openBox(sockets);
			return { box, board: await openBoard(box.url) };
		};
		ways = await Promise.all([open('pass'), open('refuse')]);
	});
	const onEach = (look: (board: Page) => Promise<unknown>): Promise<unknown> =>
		Promise.all(ways.map(({ board }) => look(board)));
	const fresh = (): Promise<number[]> => Promise.all(ways.map(({ board }) => board.locator('.fresh').count()));

	test('that nothing reaches any more say so within ten seconds, and call nobody who was called long ago', async () => {
		const before = await desk.call();
		await onEach((board) => shows(board, before, 2_000));
		const heard = ways.map(({ board }) => ears(board));
		for (const { box } of ways) box.cut();
		const cutAt = Date.now();
		const missed = await desk.call();
		await onEach((board) => lost(board).waitFor({ timeout: 10_000 - (Date.now() - cutAt) }));
		await onEach(async (board) => {
			expect(await board.getByTestId('current-call').textContent(), 'what it knew stands there').toContain(before);
			expect(await board.locator('.old').count(), 'and looks it').toBe(1);
		});

		// Until the call that they missed is no news to anybody.
		await new Promise((done) => setTimeout(done, 31_000 - (Date.now() - cutAt)));
		for (const { box } of ways) box.mend();
		await onEach((board) => shows(board, missed, 15_000));
		await onEach((board) => lost(board).waitFor({ state: 'detached' }));
		expect(await fresh()).toEqual([0, 0]);
		await onEach(async (board) => {
			await board.evaluate('sessionStorage.clear()');
			await board.reload();
			await shows(board, missed, 10_000);
		});
		expect(await fresh()).toEqual([0, 0]);
		const next = await desk.call();
		await onEach((board) => shows(board, next, 2_000));
		await expect.poll(() => heard.map((it) => it.includes(next))).toEqual([true, true]);
		expect(heard.flat()).not.toContain(missed);
	});

	test('whose server hangs say so within ten seconds, and are live again when it goes on', async () => {
		server.child.kill('SIGSTOP');
		try {
			await onEach((board) => lost(board).waitFor({ timeout: 10_000 }));
		} finally {
			server.child.kill('SIGCONT');
		}
		await onEach((board) => lost(board).waitFor({ state: 'detached', timeout: 15_000 }));
		const number = await desk.call();
		await onEach((board) => shows(board, number, 2_000));
	});
});

test('a page that is half a day old is loaded anew in a quiet moment, and never while the server is away', async () => {
	const box = await openBox('pass');
	const board = await open(browser, async (page) => {
		await page.clock.install();
		await page.goto(`${box.url}/display/`);
	});
	await isThere(board);
	let loads = 0;
	board.on('load', () => {
		loads += 1;
	});
	box.cut();
	await board.clock.fastForward('13:00:00');
	await lost(board).waitFor();
	await board.clock.fastForward('02:00:00');
	expect(loads).toBe(0);
	box.mend();
	await lost(board).waitFor({ state: 'detached', timeout: 20_000 });
	await expect
		.poll(async () => {
			await board.clock.fastForward('01:01:00');
			return loads;
		})
		.toBeGreaterThan(0);
	await board.close();
});

test('no screen threw anything, and none was refused anything by its own policy', () => {
	expect(faults.length).toBeGreaterThan(5);
	expect(faults.flat()).toEqual([]);
});
