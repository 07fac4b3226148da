// Every way through the kiosk, on every shape of its glass, by finger and by keypad alone: to a number, and to each clear "no".
// Every run tries each way once, and each shape and hand in turn; GILIRAN_ALL_PANELS=1 tries every way on all of them (minutes).

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import javanese from '../languages/jv.json' with { type: 'json' };
import { dayOf, weekdayOf } from '../shared/day.ts';
import { openBrowser } from './chromium.ts';
import { numberOn, type Size, takeJustBefore } from './hall.ts';
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
/** Gives one number in three seconds, five a minute, as kiosks do. */
let paced: Running;
/** One agency comes on another day, one has a single number a day. */
let narrow: Running;
const folders = [newFolder(), newFolder(), newFolder(), newFolder()] as const;

const WEEKDAYS = ['minggu', 'senin', 'selasa', 'rabu', 'kamis', 'jumat', 'sabtu'];
/** The example hall on one of its worse days. */
function narrowHall(folder: string): void {
	const file = JSON.parse(readFileSync('demo/hall.json', 'utf8'));
	const today = weekdayOf(dayOf(Date.now(), 'Asia/Makassar'));
	for (const agency of file.instansi) {
		// Midnight may come while we look.
		if (agency.id === 'dinsos') agency.hariLayanan = [WEEKDAYS[(today + 3) % 7]];
		if (agency.id === 'disnaker') agency.kuotaHarian = 1;
	}
	const place = path.join(folder, 'hall.json');
	writeFileSync(place, JSON.stringify(file));
	const env = { ...process.env, DATA_DIR: folder };
	execFileSync(process.execPath, ['dist/server/setup/cli.js', 'import', place], { env, stdio: 'ignore' });
}

beforeAll(async () => {
	browser = await openBrowser();
	[server, paperless, paced, narrow] = await Promise.all([
		startServer(folders[0]),
		startServer(folders[1], { PRINTER: DEAD_PRINTER }),
		startServer(folders[2], { KIOSK_LIMIT: 'on' }),
		startServer(folders[3]),
	]);
	narrowHall(folders[3]);
});
afterAll(async () => {
	await browser?.close();
	for (const it of [server, paperless, paced, narrow]) await it?.stop();
	for (const it of folders) removeFolder(it);
});

/** Somebody before the glass: what they press, by which hand, and how often they had to. */
interface Visitor {
	readonly kiosk: Page;
	/** Pages of a long list that must be turned first are not counted: they press nothing of their own choice. */
	readonly press: (name: string | RegExp) => Promise<void>;
	/** What is greyed out; nothing may come of it. */
	readonly pressAnyway: (name: string) => Promise<void>;
	readonly pressed: () => number;
	readonly asked: (question: string | RegExp) => Promise<void>;
}

const NEXT = /^(Lihat lainnya|More)$/;

function visitor(kiosk: Page, hand: Hand): Visitor {
	let count = 0;
	const button = (name: string | RegExp): Locator =>
		kiosk.getByRole('button', { name, exact: typeof name === 'string' }).first();
	/** The first key is a real one, which fetches what keys do; the others are sent from within the page, for their number. */
	async function reach(it: Locator): Promise<void> {
		await kiosk.keyboard.press('ArrowDown');
		await kiosk.waitForFunction(() => document.activeElement?.matches('button, a, input'));
		const reached = await it.evaluate((control) => {
			for (let step = 0; step < 120 && control !== document.activeElement; step++)
				document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
			return control === document.activeElement;
		});
		if (!reached) throw new Error(`${String(it)} is not reached by the arrow keys`);
	}
	const one: Record<Hand, (it: Locator, force: boolean) => Promise<void>> = {
		touch: async (it, force) => {
			await kiosk.waitForTimeout(UNHURRIED_MS);
			await it.tap({ force });
		},
		keypad: async (it) => {
			await reach(it);
			await kiosk.keyboard.press('Enter');
		},
	};
	return {
		kiosk,
		press: async (name) => {
			const wanted = button(name);
			const next = button(NEXT);
			await wanted.or(next).first().waitFor();
			for (let pages = 0; pages < 6 && (await wanted.count()) === 0; pages++) await one[hand](next, false);
			await one[hand](wanted, false);
			count += 1;
		},
		pressAnyway: async (name) => {
			await button(name).waitFor();
			await one[hand](button(name), true);
		},
		pressed: () => count,
		asked: (question) => kiosk.getByRole('heading', { level: 1, name: question }).waitFor(),
	};
}

interface Flow {
	readonly name: string;
	/** Null: a server of its own, which is handed to the walk. */
	readonly at: (() => Running) | null;
	readonly walk: (visitor: Visitor, own: Running | null) => Promise<void>;
}
const hall = (): Running => server;
const withoutPaper = (): Running => paperless;
const withLimits = (): Running => paced;
const onABadDay = (): Running => narrow;

const NUMBER = /^[A-Z]-\d{3}$/;
const see = (kiosk: Page, text: string | RegExp): Promise<void> => kiosk.getByText(text).first().waitFor();
const noNumber = async ({ kiosk }: Visitor): Promise<void> => {
	await kiosk.waitForTimeout(300);
	expect(await kiosk.getByTestId('ticket-number').count()).toBe(0);
};
/** How the page looks: how large its question is, where it begins, and in what colours. */
const looks = (kiosk: Page): Promise<{ size: number; top: number; colours: string }> =>
	kiosk.getByRole('heading', { level: 1 }).evaluate((it) => {
		const colours = (part: Element | null): string => {
			const { color, backgroundColor } = getComputedStyle(part ?? document.body);
			return `${color} on ${backgroundColor}`;
		};
		return {
			size: Number.parseFloat(getComputedStyle(it).fontSize),
			top: it.getBoundingClientRect().top / innerHeight,
			colours: ['button', 'header', 'main'].map((part) => colours(document.querySelector(part))).join(' '),
		};
	});
/** Leases that this kiosk's browser keeps for the time when the server is away. */
const leases = (kiosk: Page): Promise<number> =>
	kiosk.evaluate(
		() =>
			new Promise<number>((done) => {
				const asked = indexedDB.open('giliran-lent');
				asked.onupgradeneeded = () => asked.transaction?.abort();
				asked.onerror = () => done(0);
				asked.onsuccess = () => {
					const count = asked.result.transaction('leases').objectStore('leases').count();
					count.onsuccess = () => {
						asked.result.close();
						done(count.result);
					};
				};
			}),
	);

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
			expect(await numberOn(it.kiosk)).toMatch(NUMBER);
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
			expect(await numberOn(it.kiosk)).toMatch(NUMBER);
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
			expect(await numberOn(it.kiosk)).toMatch(NUMBER);
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
			expect(await numberOn(it.kiosk)).toMatch(NUMBER);
		},
	},
	{
		name: 'in English, and in Indonesian again for the next',
		at: hall,
		walk: async (it) => {
			await it.press('English');
			await it.kiosk.locator('html[lang=en]').waitFor();
			await toSkck(it);
			await it.press(/^Take a number$|^Get a number$/);
			expect(await numberOn(it.kiosk)).toMatch(NUMBER);
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
	{
		name: 'an agency that comes on another day is grey, says why and when, and gives no number',
		at: onABadDay,
		walk: async (it) => {
			await it.press(/Dinsos/);
			const card = it.kiosk.getByRole('button', { name: /^Dinsos/ });
			await card.waitFor();
			for (const text of ['Tutup', 'Tidak melayani hari ini', 'Buka kembali'])
				expect(await card.textContent()).toContain(text);
			await it.press(/^Dinsos/);
			await it.press(/^Pengecekan/);
			await see(it.kiosk, /Tidak melayani hari ini\. Buka kembali \p{L}+, \d+ \p{L}+ \d{4}/u);
			await it.pressAnyway('Ambil nomor');
			await noNumber(it);
		},
	},
	{
		name: 'a quota that is used up is told before the press',
		at: onABadDay,
		walk: async (it) => {
			// Who is here at the same time has the last one.
			await takeJustBefore(it.kiosk, 'ak1');
			await it.press(/Disnaker/);
			await it.press(/^Disnaker/);
			await it.press(/^Kartu pencari kerja/);
			await see(it.kiosk, /Kuota hari ini sudah terpenuhi\. Buka kembali/);
			await it.pressAnyway('Ambil nomor');
			await noNumber(it);
		},
	},
	{
		name: 'who presses too soon after another number is told how long to wait, and has one then',
		at: withLimits,
		walk: async (it) => {
			await toSkck(it);
			await takeJustBefore(it.kiosk, 'skck-perpanjang');
			await it.press('Ambil nomor');
			await see(it.kiosk, /Silakan coba lagi \d+ detik lagi/);
			await noNumber(it);
			await it.press('Mengerti');
			await it.kiosk.waitForTimeout(3_000);
			await it.press('Ambil nomor');
			expect(await numberOn(it.kiosk)).toMatch(NUMBER);
		},
	},
	{
		name: 'what to bring comes out on paper, and no number with it',
		at: hall,
		walk: async (it) => {
			await toSkck(it);
			await it.press('Cetak persyaratan');
			await see(it.kiosk, /Ini bukan nomor antrean/);
			await noNumber(it);
		},
	},
	{
		name: 'found by what has happened, for who does not know what it is called',
		at: hall,
		walk: async (it) => {
			await it.press(/^Saya mau mengurus/);
			await it.asked('Apa yang ingin Anda urus?');
			await it.press(/^Kelahiran anak/);
			await it.asked('Kelahiran anak');
			await it.press(/^Akta kelahiran/);
			await it.press('Ambil nomor');
			expect(await numberOn(it.kiosk)).toMatch(/^D-\d{3}$/);
		},
	},
	{
		name: 'lower, larger and darker for a whole visit, and as ever for the next',
		at: hall,
		walk: async (it) => {
			const before = await looks(it.kiosk);
			await it.press('Akses');
			await it.asked('Apa yang memudahkan Anda?');
			for (const aid of [/^Layar rendah/, /^Huruf besar/, /^Kontras tinggi/]) await it.press(aid);
			await it.press('Kembali');
			await it.asked(HOME);
			const during = await looks(it.kiosk);
			expect(during.size).toBeGreaterThan(before.size);
			expect(during.top).toBeGreaterThan(before.top + 0.2);
			expect(during.colours).not.toBe(before.colours);
			await toSkck(it);
			await it.press('Ambil nomor');
			expect(await numberOn(it.kiosk)).toMatch(NUMBER);
			expect((await looks(it.kiosk)).top).toBeGreaterThan(0.3);
			await it.press('Selesai');
			await it.asked(HOME);
			expect(await looks(it.kiosk)).toEqual(before);
		},
	},
	{
		name: 'in Javanese from the first page to the last',
		at: hall,
		walk: async (it) => {
			const { kiosk } = javanese.sentences;
			await it.press(/^Basa Jawa/);
			await it.asked(kiosk.home.question);
			await toSkck(it);
			await it.press(kiosk.take.one);
			expect(await numberOn(it.kiosk)).toMatch(NUMBER);
			await it.kiosk.locator('html[lang=jv]').waitFor();
			await it.press(kiosk.result.done);
			await it.asked(HOME);
		},
	},
	{
		name: 'who stands still is asked, may stay, and is forgotten without an answer',
		at: hall,
		walk: async (it) => {
			await toSkck(it);
			await it.asked('SKCK baru');
			const question = it.kiosk.getByRole('dialog', { name: 'Masih di sana?' });
			await it.kiosk.clock.fastForward(31_000);
			await question.waitFor();
			await it.press('Lanjut');
			await question.waitFor({ state: 'detached' });
			await it.asked('SKCK baru');
			await it.kiosk.clock.fastForward(31_000);
			await question.waitFor();
			await it.kiosk.clock.fastForward(20_000);
			await it.asked(HOME);
			expect(await question.count()).toBe(0);
		},
	},
	{
		name: 'the server is away: the kiosk says so, and gives a number all the same',
		at: null,
		walk: async (it, own) => {
			await expect.poll(() => leases(it.kiosk)).toBeGreaterThan(0);
			await own?.stop('SIGKILL');
			await see(it.kiosk, 'nomor tetap bisa diambil');
			await toSkck(it);
			await it.press('Ambil nomor');
			expect(await numberOn(it.kiosk)).toMatch(/^M-9\d\d$/);
			await see(it.kiosk, 'Server tidak tersambung; nomor Anda tetap berlaku.');
			await it.press('Selesai');
			await it.asked(HOME);
		},
	},
];

const WAYS = PANELS.flatMap((size) => HANDS.map((hand) => ({ ...size, hand })));
const isAll = process.env.GILIRAN_ALL_PANELS !== undefined;
/** In turn, so that every shape and hand is used; the next way starts where the last one ended. */
const TRIED = FLOWS.flatMap((flow, at) =>
	WAYS.filter((_, way) => isAll || way === at % WAYS.length).map((way) => ({ ...flow, ...way })),
);

describe('on every glass, by every hand', () => {
	test.each(TRIED)('$name ($width x $height, $hand)', async ({ at, walk, hand, width, height }) => {
		const folder = newFolder();
		const own = at === null ? await startServer(folder) : null;
		const context = await browser.newContext({ viewport: { width, height }, hasTouch: hand === 'touch' });
		const kiosk = await context.newPage();
		const faults: string[] = [];
		kiosk.on('pageerror', (error) => faults.push(String(error)));
		kiosk.setDefaultTimeout(30_000);
		await kiosk.clock.install();
		await kiosk.goto(`${(at?.() ?? own)?.url}/kiosk/`, { waitUntil: 'commit' });
		const it = visitor(kiosk, hand);
		await it.asked(HOME);
		await walk(it, own);
		expect(faults).toEqual([]);
		await context.close();
		await own?.stop();
		removeFolder(folder);
	});
});
