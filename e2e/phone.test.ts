// The board on a visitor's phone: captions that stay as long as somebody is called, one's own number followed up to the desk,
// and calls read aloud for whoever wants that. No screen of the hall is made of the phone.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFaults } from './axe.ts';
import { openBrowser } from './chromium.ts';
import { chooseService, KIOSK, numberOn, OFFICER, openScreen, PHONE, press, type Size, signIn } from './hall.ts';
import { newFolder, type Running, removeFolder, startServer } from './server.ts';

let server: Running;
let browser: Browser;
let officer: Page;
const folder = newFolder();
const faults: string[][] = [];

async function open(address: string, size: Size): Promise<Page> {
	const screen = await openScreen(browser, `${server.url}${address}`, size);
	faults.push(screen.faults);
	return screen.page;
}
/** A number as a visitor gets it. */
async function takeNumber(): Promise<string> {
	const kiosk = await open('/kiosk/', KIOSK);
	await chooseService(kiosk, /Disdukcapil/, 'Perekaman KTP-el pemula');
	await press(kiosk, 'Ambil nomor');
	const number = await numberOn(kiosk);
	await kiosk.close();
	await officer.getByText(number).first().waitFor();
	return number;
}
async function callOne(): Promise<string> {
	const number = await takeNumber();
	await press(officer, 'Panggil berikutnya');
	return number;
}
const caption = (phone: Page, number: string) =>
	phone.getByRole('region', { name: 'Sedang dipanggil' }).getByRole('listitem').filter({ hasText: number });
const alarm = (phone: Page) => phone.getByRole('alertdialog');
const status = (phone: Page, text: string) => phone.getByRole('status').filter({ hasText: text });

beforeAll(async () => {
	server = await startServer(folder);
	browser = await openBrowser();
	officer = await open('/console/', OFFICER);
	await signIn(officer, 'disdukcapil5');
	await officer.getByRole('button', { name: 'Panggil berikutnya' }).waitFor();
});
afterAll(async () => {
	await browser?.close();
	await server?.stop();
	removeFolder(folder);
});

test('a caption says what is spoken, comes up again with a recall, and goes when the visitor has come', async () => {
	const phone = await open('/papan', PHONE);
	await phone.getByText('Tidak ada nomor yang sedang dipanggil.').waitFor();
	const number = await callOne();
	const words = caption(phone, number).getByText(/^Nomor antrean C nol nol .+, silakan menuju loket lima\.$/);
	await words.waitFor();
	await caption(phone, number).getByText('Loket 5').waitFor();
	expect(await caption(phone, number).getByText('Panggilan ulang', { exact: true }).count()).toBe(0);
	await press(officer, 'Panggil ulang');
	await caption(phone, number).getByText('Panggilan ulang', { exact: true }).waitFor();
	expect(await axeFaults(phone)).toEqual([]);

	await press(officer, 'Mulai layani');
	await caption(phone, number).waitFor({ state: 'detached' });
	await phone.getByRole('region', { name: 'Panggilan terakhir' }).getByText(number).waitFor();
	await press(officer, 'Selesai');
	expect(await phone.context().cookies(), 'the phone is no screen of the hall').toEqual([]);
	await phone.close();
});

test('a visitor follows a number, is called over the whole page, and is told what becomes of it', async () => {
	const phone = await open('/papan?lang=id', PHONE);
	await phone.evaluate(() => {
		// What would be felt; this machine has nothing that could shake.
		navigator.vibrate = (strokes) => {
			document.body.dataset.felt = `${document.body.dataset.felt ?? ''} ${String(strokes)}`;
			return true;
		};
	});
	const felt = () => phone.evaluate(() => document.body.dataset.felt?.trim() ?? '');
	const number = await takeNumber();
	const field = phone.getByLabel('Nomor antrean Anda');
	await field.fill('KTP');
	await press(phone, 'Ikuti');
	await phone.getByText('Itu bukan nomor antrean.').waitFor();
	await field.fill(` ${number.toLowerCase().replace('-', ' ')}`);
	await press(phone, 'Ikuti');
	await phone.getByRole('heading', { name: `Nomor Anda ${number}` }).waitFor();
	await status(phone, 'Belum dipanggil').waitFor();

	await press(officer, 'Panggil berikutnya');
	await alarm(phone).getByText('Silakan menuju Loket 5').waitFor();
	const { x, y, width, height } = (await alarm(phone).boundingBox()) ?? { x: 1, y: 1, width: 0, height: 0 };
	expect({ x, y, width, height }, 'over everything else').toEqual({ x: 0, y: 0, ...PHONE });
	expect(await phone.title()).toBe(`${number} dipanggil ke Loket 5`);
	expect(await felt()).toBe('400,200,400,200,400');
	await phone.waitForTimeout(1_700);
	expect(await axeFaults(phone)).toEqual([]);
	await press(phone, 'Mengerti');
	await alarm(phone).waitFor({ state: 'detached' });
	await status(phone, 'Silakan menuju Loket 5').waitFor();

	await press(officer, 'Panggil ulang');
	await alarm(phone).getByText(number).waitFor();
	expect(await felt()).toBe('400,200,400,200,400 400,200,400,200,400');
	await press(officer, 'Tidak hadir');
	await alarm(phone).waitFor({ state: 'detached' });
	await status(phone, 'Terlewat: temui petugas Loket 5').waitFor();
	expect(await phone.title()).toBe('Papan antrean');
	await phone.reload();
	await status(phone, 'Terlewat: temui petugas Loket 5').waitFor();

	await press(phone, `Berhenti mengikuti ${number}`);
	await field.waitFor();
	await phone.close();
});

test('calls are read aloud on the phone only once that is wished, by the file that the boards play', async () => {
	const phone = await open('/papan', PHONE);
	const files: string[] = [];
	phone.on('request', (it) => {
		if (it.url().includes('/voice/call.wav')) files.push(it.url());
	});
	await phone.getByRole('heading', { name: 'Semua instansi' }).waitFor();
	const silent = await callOne();
	await caption(phone, silent).waitFor();
	await press(officer, 'Mulai layani');
	await press(officer, 'Selesai');
	expect(files).toEqual([]);
	await press(phone, 'Bacakan panggilan');
	const spoken = await callOne();
	await expect.poll(() => files.some((it) => it.includes(spoken))).toBe(true);
	expect(files.some((it) => it.includes(silent))).toBe(false);
	await press(officer, 'Mulai layani');
	await press(officer, 'Selesai');
	await phone.close();
});

test('every agency is found, also by half its name, and English is there for whoever asks', async () => {
	const phone = await open('/papan/?zone=3', PHONE);
	await phone.getByRole('link', { name: 'Tampilkan seluruh aula' }).click();
	const agencies = phone.getByRole('region', { name: 'Semua instansi' }).getByRole('listitem');
	await expect.poll(() => agencies.count()).toBe(20);
	await phone.getByLabel('Cari instansi').fill('imig');
	await expect.poll(() => agencies.count()).toBe(1);
	await phone.getByLabel('Cari instansi').fill('sepeda');
	await phone.getByText('Tidak ada instansi yang cocok.').waitFor();
	await press(phone, 'English');
	await phone.getByText('No agency matches.').waitFor();
	expect(await phone.locator('html').getAttribute('lang')).toBe('en');
	await phone.close();
});

test('letters twice as large only make the page longer', async () => {
	const phone = await open('/papan', PHONE);
	await phone.getByRole('heading', { name: 'Semua instansi' }).waitFor();
	await phone.evaluate(() => {
		document.documentElement.style.fontSize = '200%';
	});
	expect(await axeFaults(phone)).toEqual([]);
	await phone.close();
});

test('a phone that has lost the hall says since when, and shows nothing stale as new', async () => {
	const phone = await open('/papan', PHONE);
	await phone.getByRole('heading', { name: 'Semua instansi' }).waitFor();
	await server.stop();
	await status(phone, 'Sambungan terputus, menyambung').waitFor();
	await phone.getByText(/Data pukul \d\d\.\d\d\./).waitFor();
	expect(await axeFaults(phone)).toEqual([]);
});

test('no page threw anything, and none was refused anything by its own policy', () => {
	expect(faults.length).toBeGreaterThan(5);
	expect(faults.flat()).toEqual([]);
});
