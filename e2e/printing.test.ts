// Nobody stands there with nothing: two kiosk printers that fail as printers do, seen by the visitor, the officer and the
// manager in a real browser, and read back from the bytes that reached the paper.

import { execFileSync } from 'node:child_process';
import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PC437 } from '../server/print/compose/glyphs.ts';
import { readPaper, written } from '../server/print/compose/testing/read-paper.ts';
import { type FakePrinter, openFakePrinter } from '../server/print/ways/testing/fake-printer.ts';
import { axeFaults } from './axe.ts';
import { openBrowser } from './chromium.ts';
import { chooseService, KIOSK, numberOn, OFFICER, openScreen, PHONE, press, type Size, signIn } from './hall.ts';
import { newFolder, type Running, removeFolder, startServer } from './server.ts';

let server: Running;
let browser: Browser;
let folder: string;
let one: FakePrinter;
let two: FakePrinter;
let opened: { address: string; faults: string[] }[];

beforeEach(async () => {
	folder = newFolder();
	opened = [];
	[one, two] = await Promise.all([openFakePrinter(), openFakePrinter()]);
	server = await startServer(folder);
	browser = await openBrowser();
	for (const [name, printer] of [
		['Kios 1', one],
		['Kios 2', two],
	] as const)
		hall('printer', 'add', '--name', name, '--way', `tcp://127.0.0.1:${printer.port}`, '--profile', 'unknown-80');
});
afterEach(async () => {
	await browser?.close();
	await server?.stop();
	await Promise.all([one.close(), two.close()]);
	removeFolder(folder);
	expect(opened.filter((it) => it.faults.length > 0)).toEqual([]);
});

/** On the command line, beside the running server. */
function hall(...words: string[]): void {
	execFileSync(process.execPath, ['dist/server/setup/cli.js', ...words], {
		env: { ...process.env, DATA_DIR: folder },
		stdio: 'pipe',
	});
}
async function open(address: string, size: Size): Promise<Page> {
	const { page, faults } = await openScreen(browser, `${server.url}${address}`, size);
	opened.push({ address, faults });
	return page;
}
async function manager(size = OFFICER): Promise<Page> {
	const page = await open('/console/#printers', size);
	await signIn(page, 'manajer');
	await page.getByRole('heading', { name: 'Kios 1' }).waitFor();
	return page;
}
async function takeNumber(kiosk: Page): Promise<string> {
	await chooseService(kiosk, /Disdukcapil/, 'Perekaman KTP-el pemula');
	await press(kiosk, 'Ambil nomor');
	return numberOn(kiosk);
}
/** What stands on each slip that came out, as one text. */
const papers = (printer: FakePrinter): readonly string[] =>
	printer.slips.map((bytes) => written(readPaper(bytes, PC437)).join('\n'));

test('the roll is empty: the number stays, another printer helps, and everybody knows', async () => {
	const wall = await manager();
	const officer = await open('/console/', OFFICER);
	await signIn(officer, 'disdukcapil5');
	await officer.getByRole('button', { name: 'Panggil berikutnya' }).waitFor();
	one.is.paper = 'out';
	// Seen while nobody prints, by whoever is near.
	await officer
		.getByText(/Kios 1.*kehabisan kertas/i)
		.first()
		.waitFor();
	await wall
		.getByText(/kehabisan kertas/i)
		.first()
		.waitFor();
	expect(await axeFaults(wall)).toEqual([]);
	expect(await axeFaults(officer)).toEqual([]);

	const kiosk = await open('/kiosk/', KIOSK);
	const number = await takeNumber(kiosk);
	// To its visitor only what they can do.
	await kiosk.getByText('Karcis belum keluar.').waitFor();
	expect(await axeFaults(kiosk)).toEqual([]);
	await press(kiosk, 'Cetak di Kios 2');
	await kiosk.getByText('Karcis Anda keluar di Kios 2.').waitFor();
	await expect.poll(() => papers(two).length).toBe(1);
	// It is the one slip of this number, not a second.
	expect(papers(two)[0]).toContain(number);
	expect(papers(two)[0]).not.toContain('CETAK ULANG');

	one.is.paper = 'there';
	await expect.poll(() => officer.getByText(/Kios 1.*kehabisan kertas/i).count()).toBe(0);
	expect(papers(one)).toEqual([]);
});

test('a slip that waits comes out by itself when the cover is closed', async () => {
	one.is.cover = 'open';
	const kiosk = await open('/kiosk/', KIOSK);
	const number = await takeNumber(kiosk);
	await kiosk.getByText('Karcis belum keluar.').waitFor();
	one.is.cover = 'closed';
	await kiosk.getByText('Silakan ambil karcis Anda.').waitFor();
	expect(papers(one)).toHaveLength(1);
	expect(papers(one)[0]).toContain(number);
});

test('an officer prints a lost slip again, the manager tries a printer, and both come out marked', async () => {
	const kiosk = await open('/kiosk/', KIOSK);
	const number = await takeNumber(kiosk);
	await kiosk.getByText('Silakan ambil karcis Anda.').waitFor();

	const officer = await open('/console/', OFFICER);
	await signIn(officer, 'disdukcapil5');
	await officer.getByRole('button', { name: 'Panggil berikutnya' }).waitFor();
	await officer.keyboard.press('c');
	const dialog = officer.getByRole('dialog');
	await dialog.getByRole('textbox').fill(number);
	await dialog.getByRole('textbox').press('Enter');
	await officer.getByText(new RegExp(`${number} dicetak ulang`)).waitFor();
	await expect.poll(() => papers(one).length).toBe(2);
	expect(papers(one)[1]).toContain('CETAK ULANG');
	expect(papers(one)[1]).toContain(number);

	const wall = await manager(PHONE);
	expect(await axeFaults(wall)).toEqual([]);
	await wall
		.getByRole('button', { name: /Cetak percobaan/ })
		.first()
		.click();
	await expect.poll(() => papers(one).length).toBe(3);
	expect(papers(one)[2]).toContain('CETAK PERCOBAAN');
});

test('the manager lays slips out otherwise and sees them dot for dot', async () => {
	const editor = await open('/console/#slip', OFFICER);
	await signIn(editor, 'manajer');
	const preview = editor.getByRole('img', { name: /pratinjau|contoh/i }).first();
	await expect.poll(() => preview.evaluate((it) => (it as HTMLImageElement).naturalWidth)).toBeGreaterThan(400);
	expect(await axeFaults(editor)).toEqual([]);
	await editor.getByLabel(/Catatan/).fill('Simpan karcis ini');
	await press(editor, 'Simpan');
	const kiosk = await open('/kiosk/', KIOSK);
	await takeNumber(kiosk);
	await kiosk.getByText('Silakan ambil karcis Anda.').waitFor();
	expect(papers(one)[0]).toContain('Simpan karcis ini');
});
