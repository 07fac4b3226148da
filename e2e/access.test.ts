// Everyone can use it: no screen breaks a rule that a machine can check (axe), and nothing runs off the edge.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFaults } from './axe.ts';
import { openBrowser } from './chromium.ts';
import {
	chooseAgency,
	chooseService,
	KIOSK,
	OFFICER,
	openScreen,
	PHONE,
	press,
	type Size,
	signIn,
	TV,
} from './hall.ts';
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

const open = async (address: string, size: Size): Promise<Page> =>
	(await openScreen(browser, `${server.url}${address}`, size)).page;

test('the kiosk, page by page', async () => {
	const kiosk = await open('/kiosk/', KIOSK);
	await kiosk.getByRole('button', { name: /Disdukcapil/ }).waitFor();
	expect(await axeFaults(kiosk)).toEqual([]);
	await chooseAgency(kiosk, /Disdukcapil/);
	await kiosk.locator('.card', { hasText: 'Akta kelahiran' }).waitFor();
	expect(await axeFaults(kiosk)).toEqual([]);
	await kiosk.locator('.card', { hasText: 'Akta kelahiran' }).click();
	await kiosk.getByRole('button', { name: 'Ambil nomor', exact: true }).waitFor();
	expect(await axeFaults(kiosk)).toEqual([]);
	await press(kiosk, 'Ambil nomor');
	await kiosk.getByTestId('ticket-number').waitFor();
	expect(await axeFaults(kiosk)).toEqual([]);
	await press(kiosk, 'Selesai');
	await kiosk.getByRole('button', { name: 'Cari layanan' }).click();
	await kiosk.getByRole('heading', { level: 1 }).waitFor();
	expect(await axeFaults(kiosk)).toEqual([]);
});

test.each([/Bahasa Indonesia/, /English/, /Basa Jawa/])(
	'the kiosk in %s, every page, silent and read aloud',
	async (language) => {
		const kiosk = await open('/kiosk/', KIOSK);
		await kiosk.getByRole('button', { name: language }).click();
		await kiosk.locator(`[aria-pressed="true"]`).filter({ hasText: language }).waitFor();
		const faults = async (page: string): Promise<readonly string[]> =>
			(await axeFaults(kiosk)).map((it) => `${page}: ${it}`);
		const foot = (at: number) => kiosk.locator('.foot button').nth(at);
		const found: string[] = [];
		// Once more with the reader's own buttons below.
		for (const way of ['silent', 'aloud']) {
			if (way === 'aloud') {
				await kiosk.keyboard.press('*');
				await kiosk.locator('.aloud').waitFor();
			}
			found.push(...(await faults(`home, ${way}`)));
			await foot(0).click();
			await kiosk.locator('.field').waitFor();
			found.push(...(await faults(`search, ${way}`)));
			await foot(0).click();
			await foot(1).click();
			await kiosk.locator('.category').first().waitFor();
			found.push(...(await faults(`priority, ${way}`)));
			await foot(0).click();
			await kiosk.getByRole('button', { name: /^Zona 1/ }).click();
			await kiosk.getByRole('button', { name: /^Disdukcapil/ }).click();
			await kiosk.getByRole('button', { name: /^Akta kelahiran/ }).waitFor();
			found.push(...(await faults(`agency, ${way}`)));
			await kiosk.getByRole('button', { name: /^Akta kelahiran/ }).click();
			await kiosk.locator('.primary').waitFor();
			found.push(...(await faults(`service, ${way}`)));
			await kiosk.locator('.primary').click();
			await kiosk.getByTestId('ticket-number').waitFor();
			found.push(...(await faults(`number, ${way}`)));
			for (let step = 0; step < 3 && way === 'silent'; step++) await kiosk.keyboard.press('0');
			if (way === 'silent') {
				await kiosk.locator('.home').waitFor();
				await kiosk.getByRole('button', { name: language }).click();
			}
		}
		expect(found).toEqual([]);
		await kiosk.close();
	},
);

test('every control of the kiosk is at least 20 mm high on its panel', async () => {
	const kiosk = await open('/kiosk/', KIOSK);
	await chooseService(kiosk, /DPMPTSP/, 'Pengambilan produk izin');
	await kiosk.getByRole('button', { name: 'Ambil nomor', exact: true }).waitFor();
	// 1080 px are the 268 mm of a 21.5" panel that stands upright.
	const millimetre = KIOSK.width / 268;
	const small = await kiosk.$$eval('button', (buttons) =>
		buttons.map((it) => ({ name: it.textContent ?? '', box: it.getBoundingClientRect().toJSON() as DOMRect })),
	);
	expect(small.length).toBeGreaterThan(3);
	expect(
		small
			.filter((it) => it.box.height < 20 * millimetre - 0.5 || it.box.width < 20 * millimetre - 0.5)
			.map((it) => it.name),
	).toEqual([]);
});

test('the board, the pages of the server and the phone', async () => {
	for (const [address, size] of [
		['/display/', TV],
		['/display/?zone=2', TV],
		['/', OFFICER],
		['/tray', OFFICER],
		['/pair', PHONE],
	] as const) {
		const page = await open(address, size);
		await page.waitForTimeout(700);
		expect([address, ...(await axeFaults(page))]).toEqual([address]);
	}
});

test('the console: signing in, at the desk, and the report', async () => {
	const officer = await open('/console/', OFFICER);
	await officer.getByLabel('PIN').waitFor();
	expect(await axeFaults(officer)).toEqual([]);
	await signIn(officer, 'disdukcapil7');
	await officer.getByRole('button', { name: 'Panggil berikutnya' }).waitFor();
	expect(await axeFaults(officer)).toEqual([]);
	await press(officer, 'Panggil berikutnya');
	await press(officer, 'Mulai layani');
	await press(officer, 'Alihkan');
	await officer.getByRole('dialog').waitFor();
	expect(await axeFaults(officer)).toEqual([]);
	const manager = await open('/console/', OFFICER);
	await signIn(manager, 'manajer');
	await manager.getByText(/cocok/).first().waitFor();
	expect(await axeFaults(manager)).toEqual([]);
});
