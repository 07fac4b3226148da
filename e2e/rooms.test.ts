// Who waits out of sight of the boards is not forgotten: the visitor says so at the kiosk, the officer sees it, and the screen
// in that room shows and speaks the call. So do the hall's boards; the screen of another room does not.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BoardLayout, plainLayout } from '../shared/board.ts';
import type { Reply } from '../shared/contract.ts';
import type { RoomId } from '../shared/id.ts';
import type { BoardWall } from '../shared/views.ts';
import { axeFaults } from './axe.ts';
import { openBrowser } from './chromium.ts';
import { chooseService, KIOSK, numberOn, OFFICER, openScreen, press, type Size, signIn, TV } from './hall.ts';
import { newFolder, type Running, removeFolder, startServer } from './server.ts';

let server: Running;
let browser: Browser;
let manager: Page;
const folder = newFolder();
const faults: string[][] = [];

const ROOMS = [
	{ id: 'laktasi', name: 'Ruang laktasi' },
	{ id: 'bermain', name: 'Ruang bermain anak' },
];
const ofRoom = (id: string): BoardLayout => ({ ...plainLayout(null), scope: { kind: 'room', room: id as RoomId } });

async function open(address: string, size: Size): Promise<Page> {
	const screen = await openScreen(browser, `${server.url}${address}`, size);
	faults.push(screen.faults);
	return screen.page;
}
/** As the manager's page asks. */
async function manage<Value>(method: 'GET' | 'PUT', path: string, data?: object): Promise<Value> {
	const headers = { 'x-giliran': '1', origin: server.url };
	const response = await manager.request.fetch(`${server.url}/api/v1${path}`, {
		method,
		headers,
		...(data && { data }),
	});
	const reply: Reply<Value> = await response.json();
	if (!reply.ok) throw new Error(`${path}: ${JSON.stringify(reply.refusal)}`);
	return reply.value;
}
const boards = async (): Promise<readonly number[]> =>
	(await manage<BoardWall>('GET', '/boards')).boards.map((it) => it.id);

interface Board {
	readonly page: Page;
	/** Numbers whose sound files it has asked for. */
	readonly played: () => readonly string[];
}
/** Another TV, laid out so. */
async function hang(layout: BoardLayout): Promise<Board> {
	const before = await boards();
	const page = await open('/display/', TV);
	const files: URL[] = [];
	page.on('request', (it) => files.push(new URL(it.url())));
	await expect.poll(async () => (await boards()).length).toBe(before.length + 1);
	const id = (await boards()).find((it) => !before.includes(it));
	await manage('PUT', `/boards/${id}/layout`, layout);
	return {
		page,
		played: () =>
			files.flatMap((it) => (it.pathname === '/voice/call.wav' ? [it.searchParams.get('number') ?? ''] : [])),
	};
}

beforeAll(async () => {
	server = await startServer(folder);
	browser = await openBrowser();
	manager = await open('/console/', OFFICER);
	await signIn(manager, 'manajer');
	await manager.getByRole('button', { name: 'Keluar' }).waitFor();
	const { board, runningText } = await manage<{ board: object; runningText: string }>('GET', '/board-settings');
	await manage('PUT', '/board-settings', { board: { ...board, rooms: ROOMS }, runningText });
});
afterAll(async () => {
	await browser?.close();
	await server?.stop();
	removeFolder(folder);
});

test('a call is repeated in the room where the visitor waits, and in no other', async () => {
	const [hall, play, nursing] = [
		await hang(plainLayout(null)),
		await hang(ofRoom('bermain')),
		await hang(ofRoom('laktasi')),
	];
	for (const [board, { name }] of [
		[play, { name: 'Ruang bermain anak' }],
		[nursing, { name: 'Ruang laktasi' }],
	] as const)
		await board.page.getByText(name).first().waitFor();

	const kiosk = await open('/kiosk/', KIOSK);
	await chooseService(kiosk, /Disdukcapil/, 'Perekaman KTP-el pemula');
	await press(kiosk, 'Ambil nomor');
	const number = await numberOn(kiosk);
	await press(kiosk, 'Ruang bermain anak');
	await kiosk.getByText('Panggilan Anda juga tampil di layar Ruang bermain anak.').waitFor();
	expect(await axeFaults(kiosk)).toEqual([]);

	const officer = await open('/console/', OFFICER);
	await signIn(officer, 'disdukcapil5');
	const mark = officer.getByText('menunggu di Ruang bermain anak');
	await mark.first().waitFor();
	await press(officer, 'Panggil berikutnya');
	await officer.getByRole('region', { name: number }).getByText('menunggu di Ruang bermain anak').waitFor();

	for (const { page, played } of [play, hall]) {
		await expect.poll(() => page.getByTestId('current-call').textContent()).toContain(number);
		await expect.poll(played).toContain(number);
	}
	expect(await hall.page.getByText('Ruang bermain anak').count(), 'nobody in the hall is told where they sit').toBe(0);
	expect(await nursing.page.getByText(number).count()).toBe(0);
	expect(nursing.played()).toEqual([]);
});

test('no screen threw anything, and none was refused anything by its own policy', () => {
	expect(faults.length).toBeGreaterThan(5);
	expect(faults.flat()).toEqual([]);
});
