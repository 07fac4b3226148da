// One visit through the whole house, on four screens in a real browser, asserting what each person sees.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './chromium.ts';
import { chooseService, KIOSK, numberOn, OFFICER, openScreen, PHONE, press, type Size, signIn, TV } from './hall.ts';
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

/** Every page that was opened, to ask at the end what went wrong on it. */
const opened: { address: string; faults: string[] }[] = [];
async function open(address: string, size: Size): Promise<Page> {
	const { page, faults } = await openScreen(browser, `${server.url}${address}`, size);
	opened.push({ address, faults });
	return page;
}

test('a visitor takes a number, is called, seen on the board, served, and counted in the report', async () => {
	const home = await open('/', OFFICER);
	await expect.poll(() => home.getByRole('link', { name: 'Kios' }).count()).toBeGreaterThan(0);

	const kiosk = await open('/kiosk/', KIOSK);
	const board = await open('/display/', TV);
	const zone2 = await open('/display/?zone=2', TV);
	const officer = await open('/console/', OFFICER);
	await signIn(officer, 'disdukcapil5');
	await officer.getByRole('button', { name: 'Panggil berikutnya' }).waitFor();

	await chooseService(kiosk, /Disdukcapil/, 'Perekaman KTP-el pemula');
	await press(kiosk, 'Ambil nomor');
	const number = await numberOn(kiosk);
	expect(number).toMatch(/^C-\d{3}$/);
	// The tray has printed it, and the kiosk says so.
	await kiosk.getByText('Karcis sudah dicetak').waitFor();
	const tray = await open('/tray', OFFICER);
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

	const manager = await open('/console/', OFFICER);
	await signIn(manager, 'manajer');
	await manager
		.getByText(/1 nomor/)
		.first()
		.waitFor();
	await manager.getByText(/cocok/).first().waitFor();
});

test('a wrong PIN is refused in words, and the right one is let in', async () => {
	const page = await open('/console/', OFFICER);
	await page.getByLabel('Nama pengguna').fill('polres18');
	await page.getByLabel('PIN').fill('000000');
	await page.getByRole('button', { name: 'Masuk' }).click();
	await page.getByText('Nama pengguna atau PIN salah').waitFor();
	await signIn(page, 'polres18');
	await page.getByRole('button', { name: 'Panggil berikutnya' }).waitFor();
});

test('the page behind the QR code follows the number on a phone', async () => {
	const kiosk = await open('/kiosk/', KIOSK);
	const reply = await kiosk.request.post(`${server.url}/api/v1/demo/devices`, {
		data: { role: 'kiosk' },
		headers: { 'x-giliran': '1' },
	});
	const { token } = (await reply.json()).value;
	const taken = await kiosk.request.post(`${server.url}/api/v1/tickets`, {
		data: { requestId: crypto.randomUUID(), services: ['skck-baru'], priority: 'elderly' },
		headers: { authorization: `Bearer ${token}`, 'x-giliran': '1' },
	});
	const { number, address } = (await taken.json()).value;
	const phone = await open(new URL(address).pathname, PHONE);
	await phone.getByRole('heading', { name: number }).waitFor();
	await phone.getByText('Anda berikutnya').waitFor();
	const wide = await phone.evaluate(() => document.documentElement.scrollWidth > innerWidth);
	expect(wide).toBe(false);
});

test('no screen threw anything, and none was refused anything by its own policy', () => {
	expect(opened.length).toBeGreaterThan(5);
	expect(opened.filter((it) => it.faults.length > 0)).toEqual([]);
});
