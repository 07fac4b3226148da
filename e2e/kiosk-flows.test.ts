// Every way through the kiosk, on every shape of its glass, by finger and by keypad alone: a number in three presses, by search,
// several on one slip, by priority, in English, without paper, given up. GILIRAN_ALL_PANELS=1 tries every shape and hand (some minutes).

import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from './chromium.ts';
import { numberOn, type Size } from './hall.ts';
import { newFolder, type Running, removeFolder, startServer } from './server.ts';

const PANELS: readonly Size[] = [
	{ width: 1080, height: 1920 },
	{ width: 1920, height: 1080 },
	{ width: 768, height: 1024 },
];
const HANDS = ['touch', 'keypad'] as const;
type Hand = (typeof HANDS)[number];

const HOME = 'Instansi apa yang Anda tuju?';
/** A touch that comes sooner after another is taken for a trembling hand. */
const UNHURRIED_MS = 350;
/** A reserved port on which no printer answers. */
const DEAD_PRINTER = 'tcp://127.0.0.1:9109';

let browser: Browser;
let server: Running;
let paperless: Running;
const folders = [newFolder(), newFolder()] as const;
beforeAll(async () => {
	browser = await openBrowser();
	[server, paperless] = await Promise.all([
		startServer(folders[0]),
		startServer(folders[1], { PRINTER: DEAD_PRINTER }),
	]);
});
afterAll(async () => {
	await browser?.close();
	for (const it of [server, paperless]) await it?.stop();
	for (const it of folders) removeFolder(it);
});

/** Somebody before the glass: what they press, by which hand, and how often they had to. */
interface Visitor {
	readonly kiosk: Page;
	/** Pages of a long list that must be turned first are not counted: they press nothing of their own choice. */
	readonly press: (name: string | RegExp) => Promise<void>;
	readonly pressed: () => number;
	readonly asked: (question: string | RegExp) => Promise<void>;
}

const NEXT = /^(Lihat lainnya|More)$/;

function visitor(kiosk: Page, hand: Hand): Visitor {
	let count = 0;
	const button = (name: string | RegExp): Locator =>
		kiosk.getByRole('button', { name, exact: typeof name === 'string' }).first();
	const one: Record<Hand, (it: Locator) => Promise<void>> = {
		touch: async (it) => {
			await kiosk.waitForTimeout(UNHURRIED_MS);
			await it.tap();
		},
		keypad: async (it) => {
			await kiosk.waitForTimeout(UNHURRIED_MS);
			for (let step = 0; step < 80; step++) {
				if (await it.evaluate((control) => control === document.activeElement)) {
					await kiosk.keyboard.press('Enter');
					return;
				}
				await kiosk.keyboard.press('ArrowDown');
			}
			throw new Error(`${String(it)} is not reached by the arrow keys`);
		},
	};
	return {
		kiosk,
		press: async (name) => {
			const wanted = button(name);
			const next = button(NEXT);
			await wanted.or(next).first().waitFor();
			for (let pages = 0; pages < 6 && (await wanted.count()) === 0; pages++) await one[hand](next);
			await one[hand](wanted);
			count += 1;
		},
		pressed: () => count,
		asked: (question) => kiosk.getByRole('heading', { level: 1, name: question }).waitFor(),
	};
}

interface Flow {
	readonly name: string;
	readonly at: () => Running;
	readonly walk: (visitor: Visitor) => Promise<void>;
}
const hall = (): Running => server;
const withoutPaper = (): Running => paperless;

/** To the page of a service that is open all day. */
async function toSkck({ press }: Visitor): Promise<void> {
	await press(/Polres/);
	await press(/^Polres/);
	await press(/^SKCK baru/);
}

const FLOWS: readonly Flow[] = [
	{
		name: 'a number in four presses at most, and in three from the list',
		at: hall,
		walk: async (it) => {
			await it.press(/Polres/);
			await it.press(/^Polres/);
			const quick = it.kiosk.getByRole('button', { name: /^Ambil nomor: SKCK baru/ });
			await it.kiosk.getByRole('button', { name: /^SKCK baru/ }).waitFor();
			// A narrow glass has no room for a second button beside the name.
			const isQuick = await quick.isVisible();
			if (isQuick) await it.press(/^Ambil nomor: SKCK baru/);
			else {
				await it.press(/^SKCK baru/);
				await it.press('Ambil nomor');
			}
			expect(await numberOn(it.kiosk)).toMatch(/^[A-Z]-\d{3}$/);
			expect(it.pressed()).toBe(isQuick ? 3 : 4);
			await it.press('Selesai');
			await it.asked(HOME);
		},
	},
	{
		name: 'found by its everyday name',
		at: hall,
		walk: async (it) => {
			await it.press('Cari layanan');
			await it.asked('Layanan apa yang Anda cari?');
			for (const letter of 'SKCK') await it.press(letter);
			await it.press(/^SKCK baru/);
			await it.asked('SKCK baru');
			await it.press('Ambil nomor');
			expect(await numberOn(it.kiosk)).toMatch(/^[A-Z]-\d{3}$/);
		},
	},
	{
		name: 'two services on one slip',
		at: hall,
		walk: async (it) => {
			await toSkck(it);
			await it.press('Tambah layanan lain');
			await it.press(/Disdukcapil/);
			await it.press(/^Disdukcapil/);
			await it.press(/^Akta kelahiran/);
			await it.press('Ambil nomor untuk 2 layanan');
			expect(await numberOn(it.kiosk)).toMatch(/^[A-Z]-\d{3}$/);
			await it.kiosk.getByText('Akta kelahiran').first().waitFor();
		},
	},
	{
		name: 'with priority, chosen at the start',
		at: hall,
		walk: async (it) => {
			await it.press('Prioritas');
			await it.asked('Siapa yang akan dilayani?');
			await it.press(/^Lanjut usia/);
			await toSkck(it);
			await it.kiosk
				.getByText(/Prioritas: /)
				.first()
				.waitFor();
			await it.press(/^Ambil nomor/);
			expect(await numberOn(it.kiosk)).toMatch(/^[A-Z]-\d{3}$/);
		},
	},
	{
		name: 'in English, and in Indonesian again for the next',
		at: hall,
		walk: async (it) => {
			await it.press('English');
			await expect.poll(() => it.kiosk.locator('html').getAttribute('lang')).toBe('en');
			await toSkck(it);
			await it.press(/^Take a number$|^Get a number$/);
			expect(await numberOn(it.kiosk)).toMatch(/^[A-Z]-\d{3}$/);
			await it.press('Done');
			await it.asked(HOME);
		},
	},
	{
		name: 'the number stands large on the glass when no paper comes',
		at: withoutPaper,
		walk: async (it) => {
			await toSkck(it);
			await it.press('Ambil nomor');
			const number = it.kiosk.getByTestId('ticket-number');
			await it.kiosk
				.getByText(/foto layar ini/)
				.first()
				.waitFor({ timeout: 60_000 });
			const size = await number.evaluate((shown) => Number.parseFloat(getComputedStyle(shown).fontSize));
			expect(size).toBeGreaterThan(80);
			await it.press('Selesai');
			await it.asked(HOME);
		},
	},
	{
		name: 'given up on the page that shows it',
		at: hall,
		walk: async (it) => {
			await toSkck(it);
			await it.press('Ambil nomor');
			const number = await numberOn(it.kiosk);
			await it.press('Batal atau ganti nomor');
			await it.asked(`Nomor ${number}`);
			await it.press('Batalkan nomor');
			await it.asked(`Nomor ${number} sudah dibatalkan`);
			await it.press('Selesai');
			await it.asked(HOME);
		},
	},
];

const WAYS = PANELS.flatMap((size) => HANDS.map((hand) => ({ ...size, hand })));
/** The others show other sizes of the same pages; kiosk-sizes and kiosk-keypad look at those with every run. */
const TRIED = process.env.GILIRAN_ALL_PANELS === undefined ? WAYS.slice(0, 1) : WAYS;

describe.each(TRIED)('on a glass of $width x $height by $hand', ({ hand, ...size }) => {
	test.each(FLOWS)('$name', async ({ at, walk }) => {
		const context = await browser.newContext({ viewport: size, hasTouch: hand === 'touch' });
		const kiosk = await context.newPage();
		const faults: string[] = [];
		kiosk.on('pageerror', (error) => faults.push(String(error)));
		kiosk.setDefaultTimeout(20_000);
		await kiosk.goto(`${at().url}/kiosk/`);
		const it = visitor(kiosk, hand);
		await it.asked(HOME);
		await walk(it);
		expect(faults).toEqual([]);
		await context.close();
	});
});
