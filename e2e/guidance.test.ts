// A visitor who does not know what the thing is called finds it, reads what to bring, takes it home on paper, and thinks again:
// at a kiosk of the example hall.

import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { axeFaults } from './axe.ts';
import { openBrowser } from './chromium.ts';
import { KIOSK, numberOn, openScreen, press } from './hall.ts';
import { newFolder, type Running, removeFolder, startServer } from './server.ts';

let server: Running;
let browser: Browser;
let kiosk: Page;
let faults: readonly string[] = [];
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
beforeEach(async () => {
	const screen = await openScreen(browser, `${server.url}/kiosk/`, KIOSK);
	kiosk = screen.page;
	faults = screen.faults;
});
afterEach(async () => {
	expect(faults).toEqual([]);
	await kiosk.context().close();
});

const button = (name: string | RegExp) => kiosk.getByRole('button', { name });
const heading = (name: string | RegExp) => kiosk.getByRole('heading', { level: 1, name });
/** By the everyday name, key by key on the glass. */
async function search(words: string): Promise<void> {
	await press(kiosk, 'Cari layanan');
	for (const letter of words.toUpperCase()) await press(kiosk, letter === ' ' ? 'Spasi' : letter);
}
async function takeByGuide(guide: string, service: RegExp): Promise<string> {
	await button(/^Saya mau mengurus/).click();
	await button(new RegExp(`^${guide}`)).click();
	await button(service).click();
	await press(kiosk, 'Ambil nomor');
	return numberOn(kiosk);
}
const tray = async (): Promise<string> => (await kiosk.request.get(`${server.url}/tray`)).text();

test('everyday words find the service, what to bring is read part by part and comes out on paper without a number', async () => {
	await search('kelakuan baek');
	await button(/^SKCK baru/).click();
	await heading('SKCK baru').waitFor();
	await kiosk.getByText('Rumus sidik jari').waitFor();
	expect(await axeFaults(kiosk)).toEqual([]);
	const qr = kiosk.getByRole('img', { name: 'Kode QR alamat https://skck.polri.go.id' });
	await expect.poll(() => qr.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBeGreaterThan(0);

	await press(kiosk, 'Cetak persyaratan');
	await kiosk.getByText('Ini bukan nomor antrean').waitFor();
	await expect.poll(tray).toContain('PERSYARATAN');
	await press(kiosk, 'Cetak persyaratan');
	await kiosk.getByText('Terlalu cepat').waitFor();

	await press(kiosk, 'Prosedur');
	await kiosk.getByText('Bayar PNBP').waitFor();
	await press(kiosk, 'Biaya dan waktu');
	await kiosk.getByText('Rp30.000').waitFor();
	await press(kiosk, 'Produk dan pengaduan');
	await kiosk.getByText('Layanan Polisi 110').waitFor();
});

test('where nothing is found, and before anything is typed, the occasions of life are offered', async () => {
	await search('QQQ');
	await button('Kelahiran anak').click();
	await heading('Kelahiran anak').waitFor();
	await button(/^Akta kelahiran/).waitFor();
	expect(await axeFaults(kiosk)).toEqual([]);
});

test('a number is given up on the page that shows it, and its slip says no more', async () => {
	const number = await takeByGuide('Menikah', /^Informasi dan pendaftaran nikah/);
	await press(kiosk, 'Batal atau ganti nomor');
	await heading(`Nomor ${number}`).waitFor();
	expect(await axeFaults(kiosk)).toEqual([]);
	await press(kiosk, 'Batalkan nomor');
	await heading(`Nomor ${number} sudah dibatalkan`).waitFor();
	expect(await axeFaults(kiosk)).toEqual([]);
	await press(kiosk, 'Selesai');
	await heading('Instansi apa yang Anda tuju?').waitFor();
});

test('whoever comes back within a minute types the number, or scans it, and changes it for another', async () => {
	// A glass gives one number in three seconds.
	await new Promise((done) => setTimeout(done, 3_000));
	const number = await takeByGuide('Melamar kerja', /^Kartu pencari kerja/);
	const address = await kiosk.getByRole('img', { name: 'Kode QR halaman nomor Anda' }).getAttribute('src');
	await press(kiosk, 'Selesai');
	await heading('Instansi apa yang Anda tuju?').waitFor();

	await button(/^Batal atau ganti nomor/).click();
	for (const key of ['H', '9', '9', '8']) await press(kiosk, key);
	await press(kiosk, 'Cari nomor ini');
	await kiosk.getByText('tidak diambil di kios ini').waitFor();
	expect(await axeFaults(kiosk)).toEqual([]);
	await kiosk.keyboard.type(`${server.url}${address?.replace('/qr.svg', '')}`);
	await kiosk.keyboard.press('Enter');
	await heading(`Nomor ${number}`).waitFor();

	await press(kiosk, 'Ganti layanan');
	await kiosk.getByText(`Mengganti nomor ${number}`).waitFor();
	await new Promise((done) => setTimeout(done, 3_000));
	const next = await takeByGuide('Kendaraan', /^Pajak kendaraan tahunan/);
	expect(next).toMatch(/^N-/);
	const old = await kiosk.request.get(`${server.url}${address?.replace('/qr.svg', '')}`);
	expect(await old.text()).toContain('Dibatalkan');
});
