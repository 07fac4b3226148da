// A hall gets a voice of its own: a manager records a phrase with a microphone, hears it in the next call, takes it back,
// brings a compressed file, takes the whole voice away in one file and puts it back. In a real browser that hears beeps.

import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFaults } from './axe.ts';
import { openBrowser } from './chromium.ts';
import { OFFICER, openScreen, PHONE, press, type Size, signIn } from './hall.ts';
import { newFolder, type Running, removeFolder, startServer } from './server.ts';

let server: Running;
let browser: Browser;
let page: Page;
const folder = newFolder();
const faults: string[][] = [];

/** The manager's page of the voice; `secure`: whether the browser may give it the microphone. */
async function studio(size: Size, secure: boolean): Promise<Page> {
	const screen = await openScreen(browser, `${server.url}/console/`, size);
	faults.push(screen.faults);
	// What a browser says of plain HTTP from another machine; here the server can only be reached as localhost.
	if (!secure)
		await screen.page.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }));
	await screen.page.goto(`${server.url}/console/#voice`);
	await screen.page.reload();
	await signIn(screen.page, 'manajer');
	await screen.page.getByRole('heading', { name: 'Suara panggilan' }).waitFor();
	return screen.page;
}
const row = (name: string) => page.getByRole('button', { name, exact: true });
const says = (text: string | RegExp) => page.getByRole('status').filter({ hasText: text }).first().waitFor();
/** What a board would play, by its tag. */
async function call(): Promise<string> {
	const reply = await page.request.get(`${server.url}/voice/call.wav?number=A-007&counter=3`);
	return reply.headers().etag ?? '';
}
/** Half a second of a tone as this browser compresses it (Opus). */
async function compressed(pitch: number): Promise<Buffer> {
	const base64 = await page.evaluate(async (hertz) => {
		const context = new AudioContext();
		const tone = new OscillatorNode(context, { frequency: hertz });
		const way = context.createMediaStreamDestination();
		tone.connect(way);
		const recorder = new MediaRecorder(way.stream);
		const chunks: Blob[] = [];
		recorder.ondataavailable = ({ data }) => chunks.push(data);
		const ended = new Promise((resolve) => recorder.addEventListener('stop', resolve));
		recorder.start();
		tone.start();
		setTimeout(() => recorder.stop(), 500);
		await ended;
		await context.close();
		const bytes = new Uint8Array(await new Blob(chunks).arrayBuffer());
		return btoa(Array.from(bytes, (it) => String.fromCharCode(it)).join(''));
	}, pitch);
	return Buffer.from(base64, 'base64');
}

beforeAll(async () => {
	server = await startServer(folder);
	browser = await openBrowser('no-user-gesture-required', [
		'--use-fake-device-for-media-stream',
		'--use-fake-ui-for-media-stream',
	]);
	page = await studio(OFFICER, true);
});
afterAll(async () => {
	await browser?.close();
	await server?.stop();
	removeFolder(folder);
});

test('a phrase that is recorded is in the next call, and gone again when it is taken back', async () => {
	expect(await axeFaults(page)).toEqual([]);
	await press(page, 'Rekaman');
	await page.getByText(/Belum ada rekaman sendiri/).waitFor();
	expect(await axeFaults(page)).toEqual([]);
	const bundled = await call();

	await row('Rekam: Nomor antrean').click();
	await page.getByRole('heading', { name: 'Nomor antrean' }).waitFor();
	await page.keyboard.press('Space');
	await says('Bicara sekarang');
	await page.waitForTimeout(1_500);
	await page.keyboard.press('Space');
	await says(/^Terekam \d/);
	expect(await axeFaults(page)).toEqual([]);
	expect(await call()).toBe(bundled);
	await page.keyboard.press('Enter');
	await says(/“Nomor antrean” dipakai/);
	const own = await call();
	expect(own).not.toBe(bundled);

	await press(page, 'Kembalikan');
	await says('Rekaman “Nomor antrean” dihapus.');
	expect(await call()).toBe(bundled);
	await press(page, 'Kembalikan');
	await says('“Nomor antrean” kembali ke rekaman sebelumnya.');
	expect(await call()).toBe(own);
});

test('a take that was not used is not lost without a word', async () => {
	await press(page, 'Kembali ke daftar');
	await row('Rekam: tujuh').first().click();
	await page.keyboard.press('Space');
	await says('Bicara sekarang');
	await page.waitForTimeout(700);
	await page.keyboard.press('Space');
	await says(/^Terekam/);
	await press(page, 'Laporan');
	await press(page, 'Tetap di sini');
	await press(page, 'Kembali ke daftar');
	await page.getByRole('dialog').getByRole('button', { name: 'Buang' }).click();
	await page.getByText(/1 dari \d+ rekaman sendiri/).waitFor();
});

test('compressed files find their places by their names', async () => {
	const before = await call();
	const buffer = await compressed(330);
	await page.locator('input[type=file][multiple]').setInputFiles([
		{ name: '01 Silakan menuju loket.opus', mimeType: 'audio/ogg', buffer },
		{ name: 'tujuh.opus', mimeType: 'audio/ogg', buffer: Buffer.from('no sound at all') },
		{ name: 'liburan.opus', mimeType: 'audio/ogg', buffer },
	]);
	const dialog = page.getByRole('dialog');
	await dialog.getByText('tidak cocok dengan rekaman mana pun').waitFor();
	expect(await axeFaults(page)).toEqual([]);
	await press(page, 'Pakai 2 berkas');
	await dialog.getByText('3 dipilih: 1 dipakai, 1 gagal, 1 tidak cocok.').waitFor();
	await dialog.getByText('Berkas itu bukan suara yang dapat dibaca.').waitFor();
	await press(page, 'Tutup');
	await page.getByText(/2 dari \d+ rekaman sendiri/).waitFor();
	expect(await call()).not.toBe(before);
});

test('the whole voice goes away in one file and comes back', async () => {
	const ours = await call();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Unduh berkas suara' }).click(),
	]);
	expect(download.suggestedFilename()).toMatch(/^giliran-suara-[a-z-]+-\d{4}-\d\d-\d\d\.zip$/);
	const zip = readFileSync(await download.path());

	for (const name of ['Nomor antrean', 'silakan menuju loket']) {
		await row(`Rekam: ${name}`).click();
		await press(page, 'Hapus rekaman sendiri');
		await says(`Rekaman “${name}” dihapus.`);
		await press(page, 'Kembali ke daftar');
	}
	await page.getByText(/Belum ada rekaman sendiri/).waitFor();
	const bring = (buffer: Buffer) =>
		page
			.locator('input[type=file][accept*=zip]')
			.setInputFiles({ name: 'suara.zip', mimeType: 'application/zip', buffer });
	await bring(Buffer.from('no file of a voice'));
	await page.getByText('Berkas itu bukan berkas suara Giliran (.zip).').waitFor();
	expect(await call()).not.toBe(ours);
	await bring(zip);
	const dialog = page.getByRole('dialog');
	await dialog.getByText('2 baru').waitFor();
	expect(await axeFaults(page)).toEqual([]);
	await press(page, 'Pasang');
	await page.getByText(/^2 rekaman dipasang\./).waitFor();
	expect(await call()).toBe(ours);
});

test('how calls are spoken is heard before it is saved, and asked about before it is lost', async () => {
	await press(page, 'Cara memanggil');
	const before = await call();
	await page.getByRole('radio', { name: 'meja' }).check();
	await page.getByText('Belum disimpan', { exact: true }).waitFor();
	const sampled = page.waitForResponse((it) => it.url().endsWith('/api/v1/voice-sample'));
	await press(page, 'Dengarkan contoh');
	expect((await sampled).headers()['content-type']).toBe('audio/wav');
	await press(page, 'Hentikan');
	expect(await call()).toBe(before);
	await press(page, 'Laporan');
	await press(page, 'Tetap di sini');
	await press(page, 'Tambah jam tenang');
	await page.getByLabel('Mulai').fill('12:30');
	await page.getByText('Isi jam mulai dan sampai').waitFor();
	await page.getByLabel('Sampai').fill('12:45');
	await press(page, 'Simpan');
	await page.getByText('Tersimpan. Berlaku mulai panggilan berikutnya.').waitFor();
	expect(await call()).not.toBe(before);
	const real = page.waitForResponse((it) => it.url().includes('/voice/call.wav'));
	await press(page, 'Dengarkan contoh');
	expect((await real).status()).toBe(200);
});

test('where the browser gives no microphone the page says why and what to do, also on a phone', async () => {
	const phone = await studio(PHONE, false);
	await press(phone, 'Rekaman');
	await press(phone, 'Lanjutkan merekam');
	await phone.getByText(/Peramban hanya mengizinkan mikrofon di komputer server/).waitFor();
	const button = phone.getByRole('button', { name: 'Rekam', exact: true });
	expect(await button.getAttribute('aria-disabled')).toBe('true');
	expect(await axeFaults(phone)).toEqual([]);
	await press(phone, 'Kembali ke daftar');
	await phone
		.getByText(/rekaman sendiri/)
		.first()
		.waitFor();
	expect(await axeFaults(phone)).toEqual([]);
});

test('the page threw nothing, and was refused nothing by its own policy', () => {
	expect(faults.length).toBe(2);
	expect(faults.flat()).toEqual([]);
});
