// The manager's boards in a real browser: what is laid out is on the glass of the TV without a reload, the preview shows the
// same before it is saved, and a picture that is brought stands beside the calls.

import type { Browser, FrameLocator, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { axeFaults } from './axe.ts';
import { openBrowser } from './chromium.ts';
import { OFFICER, openScreen, PHONE, press, type Size, signIn, TV } from './hall.ts';
import { newFolder, type Running, removeFolder, startServer } from './server.ts';

let server: Running;
let browser: Browser;
let folder: string;
let opened: { address: string; faults: string[] }[];

beforeEach(async () => {
	folder = newFolder();
	opened = [];
	server = await startServer(folder);
	browser = await openBrowser();
});
afterEach(async () => {
	await browser?.close();
	await server?.stop();
	removeFolder(folder);
	expect(opened.filter((it) => it.faults.length > 0)).toEqual([]);
});

async function open(address: string, size: Size): Promise<Page> {
	const { page, faults } = await openScreen(browser, `${server.url}${address}`, size);
	opened.push({ address, faults });
	return page;
}
async function manager(size = OFFICER): Promise<Page> {
	const page = await open('/console/#boards', size);
	await signIn(page, 'manajer');
	await page.getByRole('heading', { name: 'Pratinjau' }).waitFor();
	return page;
}
const preview = (page: Page): FrameLocator => page.frameLocator('.glass iframe:last-child');

/** A picture of one colour, as a screen would show it. */
function picture(name: string, width: number, height: number): { name: string; mimeType: string; buffer: Buffer } {
	const png = new PNG({ width, height });
	png.data.fill(0x99);
	return { name, mimeType: 'image/png', buffer: PNG.sync.write(png) };
}
/** Noise, which no format makes small. */
function photo(name: string, width: number, height: number): { name: string; mimeType: string; buffer: Buffer } {
	const png = new PNG({ width, height });
	let seed = 42;
	for (let at = 0; at < png.data.length; at++) {
		seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
		png.data[at] = at % 4 === 3 ? 255 : seed >> 23;
	}
	return { name, mimeType: 'image/png', buffer: PNG.sync.write(png) };
}

test('a layout is seen in the preview first, and on the glass as soon as it is saved', async () => {
	const board = await open('/display/', TV);
	await board.getByText('Belum ada panggilan').waitFor();
	const page = await manager();
	await page.getByText('tersambung', { exact: true }).waitFor();
	expect(await axeFaults(page)).toEqual([]);

	await page.getByLabel('Panggilan untuk').selectOption('counter:5');
	await preview(page).getByText('Loket ini tutup').waitFor();
	// Nothing of it is on the TV yet.
	expect(await board.getByText('Belum ada panggilan').count()).toBe(1);
	// One desk is not divided, and says so.
	expect(await page.getByLabel('Panggilan saja').isDisabled()).toBe(true);
	await page.getByText('tidak dapat dibagi dua').waitFor();

	await board.evaluate(() => {
		(window as unknown as { same: boolean }).same = true;
	});
	await press(page, 'Simpan');
	await board.getByText('Loket ini tutup').waitFor();
	expect(await board.evaluate(() => (window as unknown as { same?: boolean }).same)).toBe(true);
	await page.getByText('Tersimpan. Sudah tampil di papan.').waitFor();
	// The preview was no board, and the board still is one.
	expect(await page.getByRole('button', { name: /Papan contoh/ }).count()).toBe(1);

	await page.getByLabel('Ukuran TV (inci)').fill('32');
	await page.getByLabel('Kursi terjauh (m)').fill('20');
	await page.getByText(/kurang: pakai TV/).waitFor();
	await press(page, 'Batalkan perubahan');
	expect(await page.getByLabel('Ukuran TV (inci)').inputValue()).toBe('');
});

test('what is not saved is not left without asking', async () => {
	await open('/display/', TV);
	const page = await manager();
	await page.getByLabel('Informasi layanan').check();
	await press(page, 'Isi dan pengumuman');
	await press(page, 'Tetap di sini');
	expect(await page.getByLabel('Informasi layanan').isChecked()).toBe(true);
	await press(page, 'Laporan');
	await press(page, 'Tinggalkan');
	await page.locator('nav [aria-current=page]', { hasText: 'Laporan' }).waitFor();
});

test('back, forward and a typed address lead from page to page, and ask before what is not saved is lost', async () => {
	await open('/display/', TV);
	const page = await manager();
	const current = page.locator('nav [aria-current=page]', { hasNotText: 'Tata letak' });
	const stands = (name: string) => expect.poll(() => current.textContent()).toContain(name);
	await press(page, 'Suara');
	await page.getByRole('heading', { name: 'Suara panggilan' }).waitFor();
	await page.goBack();
	await stands('Papan');
	await page.goForward();
	await stands('Suara');
	await page.evaluate(() => {
		location.hash = 'boards';
	});
	await page.getByLabel('Informasi layanan').check();
	// A hand is slower than the page, which has drawn the change by then.
	await page.waitForTimeout(500);
	await page.goBack();
	await press(page, 'Tetap di sini');
	expect(new URL(page.url()).hash).toBe('#boards');
	expect(await page.getByLabel('Informasi layanan').isChecked()).toBe(true);
	await page.goBack();
	await press(page, 'Tinggalkan');
	await stands('Suara');
	expect(new URL(page.url()).hash).toBe('#voice');
});

test('a board is taken off the list after a question, and its glass shows no calls from that moment', async () => {
	const board = await open('/display/', TV);
	await board.getByText('Belum ada panggilan').waitFor();
	const page = await manager();
	await press(page, 'Hapus dari daftar');
	await press(page, 'Batal');
	expect(await page.getByRole('button', { name: /Papan contoh/ }).count()).toBe(1);
	await press(page, 'Hapus dari daftar');
	const question = page.getByRole('dialog');
	await question.getByText('Papan ini sedang tersambung').waitFor();
	expect(await axeFaults(page)).toEqual([]);
	await question.getByRole('button', { name: 'Hapus dari daftar' }).click();
	await page.getByText('sudah dihapus dari daftar').waitFor();
	await page.getByText('Belum ada papan').waitFor();
	expect(await board.getByText('Belum ada panggilan').count()).toBe(0);
});

test('texts and notices for all boards are saved and stand on the board', async () => {
	const board = await open('/display/', TV);
	const page = await manager();
	await press(page, 'Isi dan pengumuman');
	await page.getByLabel('Teks berjalan').fill('Parkir di sisi barat');
	await press(page, 'Tambah ruang');
	await page
		.getByLabel(/^Nama ruang/)
		.last()
		.fill('Ruang menyusui');
	await press(page, 'Tambah pengumuman');
	const notice = page.getByRole('group', { name: /^Pengumuman ke-/ }).last();
	await notice.getByLabel(/^Kapan/).selectOption({ label: 'Pada jam' });
	expect(await axeFaults(page)).toEqual([]);
	// No time yet.
	expect(await page.getByRole('button', { name: 'Simpan' }).getAttribute('aria-disabled')).toBe('true');
	await notice.getByLabel('Jam', { exact: true }).fill('9.30, 14.00');
	await press(page, 'Simpan');
	await board.getByText('Parkir di sisi barat').first().waitFor();
	// The new room can be chosen for a board.
	await press(page, 'Tata letak');
	await page.getByLabel('Panggilan untuk').selectOption({ label: 'Ruang menyusui' });
	await press(page, 'Simpan');
	await page.getByText('Tersimpan. Sudah tampil di papan.').waitFor();
});

test('pictures are brought, refused in words, ordered, taken away and brought back, and stand on the board', async () => {
	const board = await open('/display/', TV);
	const page = await manager();
	await page.getByLabel('Video dan gambar').check();
	await press(page, 'Simpan');
	await page.getByText('Tersimpan. Sudah tampil di papan.').waitFor();
	await press(page, 'Video dan gambar');
	await page.getByText('Belum ada video atau gambar.').waitFor();
	expect(await axeFaults(page)).toEqual([]);
	await page.locator('input[type=file]').setInputFiles([
		picture('satu.png', 64, 36),
		{ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') },
		// Four megabytes as they come; drawn smaller before they are sent.
		photo('dua.png', 1_200, 900),
	]);
	await page.getByText('Jenis berkas ini tidak dapat ditampilkan semua papan.').waitFor();
	await expect.poll(() => page.locator('.media-list li').count()).toBe(2);
	await page.getByText('Tampil di 1 papan.').waitFor();
	expect(await axeFaults(page)).toEqual([]);
	const first = board.locator('.media img');
	const natural = () => first.evaluate((it) => (it as HTMLImageElement).naturalWidth);
	await expect.poll(natural).toBe(64);

	await press(page, 'Turunkan: satu.png');
	await expect.poll(() => page.locator('.media-list strong').allTextContents()).toEqual(['dua.png', 'satu.png']);
	await page.getByLabel('Lama tampil dua.png, detik').fill('3');
	await page.getByLabel('Lama tampil dua.png, detik').press('Enter');
	await press(page, 'Hapus satu.png');
	await expect.poll(() => page.locator('.media-list li').count()).toBe(1);
	await expect.poll(natural).toBe(1_200);
	await press(page, 'Kembalikan');
	await expect.poll(() => page.locator('.media-list li').count()).toBe(2);
	// Three seconds each, and then the other.
	await expect.poll(natural, { timeout: 10_000 }).toBe(64);
	const phone = await manager(PHONE);
	expect(await axeFaults(phone)).toEqual([]);
}, 60_000);

test('an officer is shown no boards’ page, and a stranger’s frame shows no board', async () => {
	const officer = await open('/console/#boards', OFFICER);
	await signIn(officer, 'disdukcapil5');
	await officer.getByRole('button', { name: 'Panggil berikutnya' }).waitFor();
	const status = (address: string) => officer.evaluate(async (it) => (await fetch(it)).status, address);
	expect(await Promise.all(['/api/v1/boards', '/api/v1/media', '/api/v1/board-settings'].map(status))).toEqual([
		403, 403, 403,
	]);
	const stranger = await browser.newContext();
	const page = await stranger.newPage();
	await page.setContent(`<iframe src="${server.url}/display/?look=%7B%22scope%22%3A%7B%22kind%22%3A%22hall%22%7D%7D">`);
	const frame = page.frames()[1];
	await expect.poll(() => frame?.url()).toMatch(/chrome-error/);
});
