// A visitor who sees nothing takes a number alone: every key, and what is heard after it. The sounds are those that the kiosk
// begins to play; their addresses say what is spoken.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFaults } from './axe.ts';
import { openBrowser } from './chromium.ts';
import { KIOSK, numberOn, openScreen, takeJustBefore } from './hall.ts';
import { newFolder, type Running, removeFolder, startServer } from './server.ts';

/** A reserved port on which no printer answers. */
const DEAD_PRINTER = 'tcp://127.0.0.1:9109';

let server: Running;
/** No paper comes out, and one number in three seconds is all it gives. */
let meagre: Running;
let browser: Browser;
const folders = [newFolder(), newFolder()] as const;
const faults: string[][] = [];

beforeAll(async () => {
	browser = await openBrowser();
	[server, meagre] = await Promise.all([
		startServer(folders[0]),
		startServer(folders[1], { PRINTER: DEAD_PRINTER, KIOSK_LIMIT: 'on' }),
	]);
});
afterAll(async () => {
	await browser?.close();
	for (const it of [server, meagre]) await it?.stop();
	for (const it of folders) removeFolder(it);
	expect(faults.flat()).toEqual([]);
});

interface Listening {
	readonly kiosk: Page;
	/** Names spoken since the last key, once this one is among them. */
	readonly heard: (name: string | RegExp) => Promise<readonly string[]>;
	/** The same, without waiting. */
	readonly spoken: () => readonly string[];
	/** Sounds begun so far. */
	readonly sounds: () => number;
	readonly key: (...keys: readonly string[]) => Promise<void>;
}

async function listen(at: Running = server, rate = 4): Promise<Listening> {
	const { page: kiosk, faults: ofPage } = await openScreen(browser, 'about:blank', KIOSK);
	faults.push(ofPage);
	let spoken: string[] = [];
	let played = 0;
	kiosk.on('console', (message) => {
		const [, address] = /^plays (.+)/.exec(message.text()) ?? [];
		if (address === undefined) return;
		played += 1;
		spoken.push(...(new URL(address).searchParams.get('say') ?? '').split(/[;,]/));
	});
	// One that is played again is not fetched again.
	await kiosk.addInitScript((faster) => {
		const { play } = HTMLMediaElement.prototype;
		HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
			console.log(`plays ${this.src}`);
			const begun = play.call(this);
			// We need not listen to all of it.
			this.playbackRate = faster;
			return begun;
		};
	}, rate);
	kiosk.on('response', (response) => {
		if (response.url().includes('/voice/aloud.wav') && ![200, 206, 304].includes(response.status()))
			ofPage.push(`${response.status()} ${response.url()}`);
	});
	await kiosk.goto(`${at.url}/kiosk/`, { waitUntil: 'commit' });
	await kiosk.getByRole('heading', { level: 1 }).waitFor();
	return {
		kiosk,
		heard: async (name) => {
			const is = (it: string): boolean => (typeof name === 'string' ? it === name : name.test(it));
			await expect.poll(() => spoken.some(is), { message: `${name} is heard`, timeout: 60_000 }).toBe(true);
			return spoken;
		},
		spoken: () => spoken,
		sounds: () => played,
		key: async (...keys) => {
			for (const it of keys) {
				spoken = [];
				await kiosk.keyboard.press(it);
			}
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
	expect(
		await kiosk.getByRole('button', { name: 'Diam', exact: true }).count(),
		'the next visitor is not read to',
	).toBe(0);
});

/** Down to it, and Enter; then the page that comes up has the focus, and is read. */
async function choose(visitor: Listening, name: RegExp, heard: string | RegExp): Promise<readonly string[]> {
	await goDownTo(visitor, name);
	await visitor.key('Enter');
	return visitor.heard(heard);
}
/** From the first page to that of a service. */
async function goToSkck(visitor: Listening): Promise<void> {
	await choose(visitor, /^Zona 3/, 's.kiosk.home.question');
	await choose(visitor, /^Polres/, 's.kiosk.agency.question');
	expect(await choose(visitor, /^SKCK baru/, 's.kiosk.service.waiting')).toContain('service.skck-baru');
}

test('priority, two services on one slip, and second thoughts: every step is heard', async () => {
	const visitor = await listen();
	const { kiosk, key, heard } = visitor;
	await key('*');
	await heard('s.kiosk.home.question');

	const asked = await choose(visitor, /^Prioritas$/, 's.kiosk.priority.question');
	expect(asked, 'no proof is asked').toContain('s.kiosk.priority.keeps');
	await goDownTo(visitor, /^Penyandang disabilitas/);
	expect(await heard('s.common.headStarts.disability')).toContain('s.aloud.choice');
	await key('Enter');
	await heard('s.kiosk.home.question');

	await goToSkck(visitor);
	await goDownTo(visitor, /^Ambil nomor/);
	const take = await heard('s.kiosk.take.one');
	expect(take, 'with which priority').toEqual(
		expect.arrayContaining(['s.kiosk.priority.chosen~0~0', 's.common.headStarts.disability']),
	);
	await choose(visitor, /^Tambah layanan lain/, 's.kiosk.home.question');
	await goDownTo(visitor, /^Lihat daftar/);
	await heard('s.kiosk.basket.open');
	await choose(visitor, /^Zona 4/, 's.kiosk.home.question');
	const bar = await choose(visitor, /^BPJS Kesehatan/, 's.kiosk.agency.question');
	expect(bar, 'what is on the list already').toEqual(expect.arrayContaining(['n.1', 'service.skck-baru']));
	const second = await choose(visitor, /^Perubahan data/, 's.kiosk.service.waiting');
	expect(second, 'what it is taken together with').toEqual(
		expect.arrayContaining(['s.kiosk.take.together~0~0', 'service.skck-baru']),
	);

	await choose(visitor, /^Ambil nomor untuk 2 layanan/, 's.kiosk.result.yours');
	const number = await numberOn(kiosk);
	await heard(`t.${number}`);
	expect(await heard('s.kiosk.result.also'), 'the second place, too').toContain('service.jkn-ubah');

	const regret = await choose(visitor, /^Batal atau ganti nomor/, 's.kiosk.regret.choice');
	expect(regret).toContain(`t.${number}`);
	await goDownTo(visitor, /^Batalkan nomor/);
	await heard('s.kiosk.regret.cancel');
	await key('Enter');
	expect(await heard('s.kiosk.regret.cancelled~0~2')).toEqual(
		expect.arrayContaining([`t.${number}`, 's.kiosk.regret.void']),
	);
	await goDownTo(visitor, /^Selesai/);
	await heard('s.kiosk.result.done');
	await key('Enter');
	await kiosk.getByRole('button', { name: 'Bacakan layar' }).waitFor();
});

test('a refusal is heard with what to do, and so is a slip that did not come out', async () => {
	const visitor = await listen(meagre);
	const { kiosk, key, heard } = visitor;
	await key('NumpadMultiply');
	await heard('s.kiosk.home.question');
	await goToSkck(visitor);
	await goDownTo(visitor, /^Ambil nomor$/);
	await takeJustBefore(kiosk, 'skck-perpanjang');
	await key('Enter');
	const no = await heard('s.kiosk.take.refused');
	expect(no, 'and how to go on').toContain('s.kiosk.take.understood');
	expect(
		no.some((it) => it.startsWith('s.common.refusal~')),
		'why, and for how long',
	).toBe(true);
	await key('Enter');
	await kiosk.waitForTimeout(3_000);

	await goDownTo(visitor, /^Ambil nomor$/);
	await key('Enter');
	await heard('s.kiosk.result.yours');
	await heard(/^s\.kiosk\.result\.noSlip\./);
	await expect.poll(() => visitor.spoken(), { timeout: 40_000 }).toContain('s.kiosk.result.afterSlip.failed');
	await goDownTo(visitor, /^Cetak lagi/);
	await heard('s.kiosk.result.again');
	await key('Numpad0');
	await kiosk.getByRole('button', { name: 'Bacakan layar' }).waitFor();
});

test('a number that is read stays until it has been read, and then as long as any; itself comes first', async () => {
	const visitor = await listen(server, 2);
	const { kiosk, key, heard } = visitor;
	let endedAt = Number.POSITIVE_INFINITY;
	await kiosk.exposeFunction('soundEnded', () => {
		endedAt = performance.now();
	});
	await kiosk.evaluate(() => {
		const { play } = HTMLMediaElement.prototype;
		HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
			this.onended = () => void Reflect.get(window, 'soundEnded')();
			return play.call(this);
		};
	});
	await key('NumpadMultiply');
	await heard('s.kiosk.home.question');
	await goToSkck(visitor);
	const said = await choose(visitor, /^Ambil nomor$/, 's.kiosk.result.yours');
	const itself = ['s.kiosk.result.yours', `t.${await numberOn(kiosk)}`];
	const from = said.indexOf('s.kiosk.result.yours');
	expect(said.slice(from, from + 7)).toEqual([
		...itself,
		's.aloud.onceMore',
		...itself,
		's.kiosk.result.where',
		expect.stringMatching(/^s\.kiosk\.counters/),
	]);
	const shownAt = performance.now();
	await kiosk.getByRole('button', { name: 'Bacakan layar' }).waitFor({ timeout: 90_000 });
	expect(endedAt - shownAt, 'longer than a number stays that nobody reads').toBeGreaterThan(10_000);
	expect(performance.now() - endedAt).toBeGreaterThan(8_000);
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

	await kiosk.getByRole('button', { name: 'Diam', exact: true }).click();
	await expect.poll(() => kiosk.getByRole('button', { name: 'Diam', exact: true }).count()).toBe(0);
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
