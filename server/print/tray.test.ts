// The tray's page: the last slips as they look on paper, harmless whatever is printed on them.

import fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { words } from '../../shared/words/words.ts';
import { printJobs } from '../store/schema.ts';
import { isDark } from './compose/bitmap.ts';
import { linesOf } from './compose/lines.ts';
import { bitmapOf } from './compose/picture.ts';
import { profileFor } from './compose/profile.ts';
import { openSlips } from './slips.ts';
import { MORNING, seedHall } from './testing/seed.ts';
import { paperOf, TRAY_CSS, trayPage } from './tray.ts';

const RENEWS = '<script src="/renew.js" data-seconds="5"></script>';
const unescaped = (text: string): string => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
const alts = (page: string): readonly string[] =>
	[...page.matchAll(/ alt="([^"]*)"/g)].map((it) => unescaped(it[1] ?? ''));
const pictures = (page: string): readonly PNG[] =>
	[...page.matchAll(/ src="data:image\/png;base64,([^"]*)"/g)].map((it) =>
		PNG.sync.read(Buffer.from(it[1] ?? '', 'base64')),
	);

describe('the tray', () => {
	test('before the first number it says how one comes here', () => {
		const { store, catalogue } = seedHall();
		expect(trayPage(store, catalogue, 80)).toContain('Belum ada karcis');
		expect(trayPage(store, null, 80)).toContain('Belum ada karcis');
	});
	test('shows the last twenty, newest first, with what became of each', () => {
		const { store, catalogue, take } = seedHall();
		for (let number = 101; number <= 124; number++) take(`C-${number}`, { state: 'printed' });
		take('C-125', { state: 'failed', fault: 'paper_out' });
		const page = trayPage(store, catalogue, 80);
		const numbers = [...page.matchAll(/<strong>(C-\d+)<\/strong>/g)].map((it) => it[1]);
		expect(numbers).toEqual(Array.from({ length: 20 }, (_, it) => `C-${125 - it}`));
		expect(page).toContain('Karcis tidak tercetak: Printer kehabisan kertas');
		expect(page).toContain('Karcis sudah dicetak');
	});
	test('draws dot for dot the slip that a printer of that width would be sent', () => {
		const { store, catalogue, take } = seedHall();
		const { job } = take('C-012');
		for (const mm of [58, 80] as const) {
			const drawn = bitmapOf(linesOf(openSlips(store)(job, catalogue), profileFor(mm), words.id), profileFor(mm));
			const page = trayPage(store, catalogue, paperOf(String(mm), 80));
			expect(page).toContain(`class="paper-${mm}"`);
			const [picture] = pictures(page);
			expect([picture?.width, picture?.height]).toEqual([drawn.width, drawn.height]);
			for (let y = 0; y < drawn.height; y++)
				for (let x = 0; x < drawn.width; x++)
					if ((picture?.data[(y * drawn.width + x) * 4] === 0) !== isDark(drawn, x, y)) expect.fail(`dot ${x},${y}`);
		}
		expect(paperOf('99', 58)).toBe(58);
		expect(paperOf(undefined, 80)).toBe(80);
	});
	test('says to a screen reader what stands on the slip', () => {
		const { store, catalogue, take } = seedHall();
		take('C-012');
		const [alt] = alts(trayPage(store, catalogue, 80));
		expect(alt?.split('\n')).toEqual(expect.arrayContaining(['Nomor antrean Anda', 'C-012', 'Loket 5, 6 · Zona 1']));
	});
	test('shows a test slip, which is nobody’s', () => {
		const { store, catalogue, take } = seedHall();
		take('C-012');
		store.tables
			.insert(printJobs)
			.values({
				...{ kind: 'test', visitId: null, facts: { places: [], address: '' }, printerId: null, state: 'queued' },
				...{ tries: 0, createdAt: MORNING },
			})
			.run();
		const page = trayPage(store, catalogue, 80);
		expect(page).toContain('<strong>Cetak percobaan</strong>');
		expect(alts(page)[0]).toContain('** CETAK PERCOBAAN **');
		expect(alts(page)).toHaveLength(2);
	});
	test('a hall that is called otherwise is drawn anew', () => {
		const { store, catalogue, take } = seedHall();
		take('C-012');
		const before = alts(trayPage(store, catalogue, 80))[0];
		expect(alts(trayPage(store, catalogue, 80))[0]).toBe(before);
		const renamed = { ...catalogue, settings: { ...catalogue.settings, name: 'Grha Layanan' } };
		expect(alts(trayPage(store, renamed, 80))[0]).toContain('Grha Layanan');
	});
	test('has no script but the one that renews it, and no style of its own', () => {
		const { store, catalogue, take } = seedHall();
		take('C-012');
		const page = trayPage(store, catalogue, 58);
		expect(page.replace(RENEWS, '')).not.toMatch(/<script|<style|\sstyle=|\son\w+=|javascript:/i);
		expect(page).toContain(RENEWS);
		expect(TRAY_CSS).not.toMatch(/url\(|@import/);
	});
	test('a name that is mark-up stays a name', () => {
		const { store, catalogue, take } = seedHall({
			name: '<img src=x onerror=alert(1)>"\'&',
			complaintLine: '</figure><script>1</script>',
		});
		take('C-012');
		const page = trayPage(store, catalogue, 80);
		expect(page.replace(RENEWS, '')).not.toMatch(/<img src|<script|<\/figure><s/);
		expect(alts(page)[0]).toContain('<img src=x onerror=alert(1)>');
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
				const settings = { ...catalogue.settings, name };
				const html = trayPage(store, { ...catalogue, settings }, 58).replace(RENEWS, '');
				expect(
					html.match(
						/<(?!\/?(html|head|meta|title|link|body|header|h1|p|nav|span|a|main|ol|li|figure|img|figcaption|strong|!doctype)[ >])/g,
					),
				).toBeNull();
				expect(html.match(/ (src|alt)="/g)).toHaveLength(2);
			}),
			{ numRuns: 30 },
		);
	});
});
