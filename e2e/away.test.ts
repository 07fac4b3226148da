// Bad moments seen from the screens: the server dies and comes back, a finger presses twice, two officers press at once.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './chromium.ts';
import { chooseService, KIOSK, numberOn, OFFICER, openScreen, press, type Size, signIn, TV } from './hall.ts';
import { newFolder, type Running, removeFolder, startServer } from './server.ts';

let server: Running;
let browser: Browser;
const folder = newFolder();
const restart = async (): Promise<void> => {
	server = await startServer(folder, { PORT: new URL(server.url).port });
};
const open = async (address: string, size: Size): Promise<Page> =>
	(await openScreen(browser, `${server.url}${address}`, size)).page;
const waiting = async (page: Page): Promise<number> =>
	Number(/Menunggu\s*(\d+)/.exec((await page.textContent('body')) ?? '')?.[1] ?? Number.NaN);

beforeAll(async () => {
	server = await startServer(folder);
	browser = await openBrowser();
});
afterAll(async () => {
	await browser?.close();
	await server?.stop();
	removeFolder(folder);
});

test('a number asked for while the server is away comes when it is back, and only once', async () => {
	const kiosk = await open('/kiosk/', KIOSK);
	const officer = await open('/console/', OFFICER);
	await signIn(officer, 'polres18');
	await officer.getByRole('button', { name: 'Panggil berikutnya' }).waitFor();
	await chooseService(kiosk, /Polres/, 'SKCK baru');
	const take = kiosk.getByRole('button', { name: 'Ambil nomor', exact: true });
	await take.waitFor();

	await server.stop('SIGKILL');
	await officer
		.getByText(/Sambungan terputus/)
		.first()
		.waitFor();
	// Nothing can be called now, and a press is not kept for later.
	expect(await officer.getByRole('button', { name: 'Panggil berikutnya' }).getAttribute('aria-disabled')).toBe('true');
	await officer.keyboard.press('Space');
	await kiosk
		.getByText(/Sambungan (ke server )?terputus/)
		.first()
		.waitFor();

	await restart();
	await officer.getByText('Terhubung').waitFor({ timeout: 10_000 });
	await press(kiosk, 'Ambil nomor');
	expect(await numberOn(kiosk)).toBe('M-001');
	await expect.poll(() => waiting(officer)).toBe(1);
});

test('the server dies between the press and the number: the kiosk asks again and gets one number', async () => {
	const kiosk = await open('/kiosk/', KIOSK);
	await chooseService(kiosk, /Polres/, 'SKCK baru');
	await kiosk.getByRole('button', { name: 'Ambil nomor', exact: true }).waitFor();
	// Stopped, not dead: the press is sent and no answer comes; then it is killed and started again.
	server.child.kill('SIGSTOP');
	await press(kiosk, 'Ambil nomor');
	await server.stop('SIGKILL');
	await restart();
	await kiosk.getByTestId('ticket-number').waitFor({ timeout: 30_000 });
	expect(await numberOn(kiosk)).toBe('M-002');
});

test('two presses of the same finger call one visitor', async () => {
	const officer = await open('/console/', OFFICER);
	await signIn(officer, 'polres18');
	const next = officer.getByRole('button', { name: 'Panggil berikutnya' });
	await expect.poll(() => waiting(officer)).toBe(2);
	await next.dblclick();
	await officer.getByText('M-001').first().waitFor();
	await expect.poll(() => waiting(officer)).toBe(1);
	await press(officer, 'Mulai layani');
	await officer.locator('.plate-number').getByText('Dilayani').first().waitFor();
	await press(officer, 'Selesai');
	await expect.poll(() => next.getAttribute('aria-disabled')).not.toBe('true');
	await officer.keyboard.press('Space');
	await officer.keyboard.press('Space');
	await expect.poll(() => waiting(officer)).toBe(0);
});

test('two officers of one line press at the same moment and get two visitors', async () => {
	const kiosk = await open('/kiosk/', KIOSK);
	for (const _ of [1, 2]) {
		await chooseService(kiosk, /Samsat/, 'Pajak kendaraan tahunan');
		await press(kiosk, 'Ambil nomor');
		await kiosk.getByTestId('ticket-number').waitFor();
		await press(kiosk, 'Selesai');
	}
	const officers = await Promise.all([open('/console/', OFFICER), open('/console/', OFFICER)]);
	for (const [index, officer] of officers.entries()) await signIn(officer, `samsat${20 + index}`);
	for (const officer of officers) await expect.poll(() => waiting(officer)).toBe(2);
	await Promise.all(officers.map((officer) => press(officer, 'Panggil berikutnya')));
	const called = await Promise.all(officers.map((officer) => officer.locator('.plate-number .big').textContent()));
	expect([...called].sort()).toEqual(['N-001', 'N-002']);
});

test('a board whose server is gone says so and keeps what it knew', async () => {
	const board = await open('/display/', TV);
	await board.getByTestId('current-call').waitFor();
	const before = await board.getByTestId('current-call').textContent();
	await server.stop('SIGKILL');
	await board
		.getByText(/Sambungan terputus/)
		.first()
		.waitFor({ timeout: 10_000 });
	expect(await board.getByTestId('current-call').textContent()).toBe(before);
	await restart();
	await board
		.getByText(/Sambungan terputus/)
		.first()
		.waitFor({ state: 'detached', timeout: 10_000 });
});
