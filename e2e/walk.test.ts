// One visit through the whole house, on four screens in a real browser, asserting what each person sees.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './chromium.ts';
import { newFolder, type Running, removeFolder, startServer } from './server.ts';

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

async function open(address: string, width: number, height: number): Promise<Page> {
	const context = await browser.newContext({ viewport: { width, height } });
	const page = await context.newPage();
	page.on('pageerror', (error) => {
		throw error;
	});
	await page.goto(`${server.url}${address}`);
	return page;
}

async function signIn(page: Page, username: string): Promise<void> {
	await page.getByLabel('Nama pengguna').fill(username);
	await page.getByLabel('PIN').fill('246810');
	await page.getByRole('button', { name: 'Masuk' }).click();
}

/** Takes a number for a service of an agency and gives it back, from the home screen of the kiosk. */
async function takeNumber(kiosk: Page, agency: RegExp, service: string): Promise<string> {
	await kiosk.getByRole('button', { name: agency }).click();
	await kiosk.getByRole('button', { name: service }).click();
	await kiosk.getByRole('button', { name: 'Ambil nomor' }).click();
	const number = await kiosk.getByTestId('ticket-number').textContent();
	return number?.trim() ?? '';
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('a visitor takes a number, is called, seen on the board, served, and counted in the report', async () => {
	const home = await open('/', 1366, 768);
	await expect.poll(() => home.getByRole('link', { name: 'Kios' }).count()).toBeGreaterThan(0);

	const kiosk = await open('/kiosk/', 1080, 1920);
	const board = await open('/display/', 1920, 1080);
	const zone2 = await open('/display/?zone=2', 1920, 1080);
	const officer = await open('/console/', 1366, 768);
	await signIn(officer, 'disdukcapil5');
	await officer.getByRole('button', { name: 'Panggil berikutnya' }).waitFor();

	const number = await takeNumber(kiosk, /Disdukcapil/, 'Perekaman KTP-el pemula');
	expect(number).toMatch(/^C-\d{3}$/);
	// The tray has printed it, and the kiosk says so.
	await kiosk.getByText('Karcis sudah dicetak').waitFor();
	const tray = await open('/tray', 1366, 900);
	await tray.getByText(number).first().waitFor();

	await officer.getByText(number).first().waitFor();
	await press(officer, 'Panggil berikutnya');
	const current = board.getByTestId('current-call');
	await expect.poll(() => current.textContent()).toContain(number);
	expect(await current.textContent()).toContain('Loket 5');
	expect(
		(await zone2.getByTestId('current-call').count()) === 0 ||
			!(await zone2.getByTestId('current-call').textContent())?.includes(number),
	).toBe(true);

	await press(officer, 'Mulai layani');
	// A reload in the middle of the service loses nothing.
	await officer.reload();
	await officer.getByRole('button', { name: 'Selesai', exact: true }).waitFor();
	await officer.getByText(number).first().waitFor();
	await press(officer, 'Selesai');
	await expect
		.poll(
			async () =>
				(await officer.getByRole('button', { name: 'Mulai layani', exact: true }).getAttribute('aria-disabled')) ??
				'false',
		)
		.toBe('true');
	await press(officer, 'Keluar');
	await officer.getByLabel('PIN').waitFor();

	const manager = await open('/console/', 1366, 768);
	await signIn(manager, 'manajer');
	await manager
		.getByText(/1 nomor/)
		.first()
		.waitFor();
	await manager.getByText(/cocok/).first().waitFor();
});

test('a wrong PIN is refused in words, and the right one is let in', async () => {
	const page = await open('/console/', 1366, 768);
	await page.getByLabel('Nama pengguna').fill('polres18');
	await page.getByLabel('PIN').fill('000000');
	await page.getByRole('button', { name: 'Masuk' }).click();
	await page.getByText('Nama pengguna atau PIN salah').waitFor();
	await signIn(page, 'polres18');
	await page.getByRole('button', { name: 'Panggil berikutnya' }).waitFor();
});
