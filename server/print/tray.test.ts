// The tray's page: the last slips as they look on paper, harmless whatever is printed on them.

import fc from 'fast-check';
import { encode as qrEncode } from 'uqr';
import { describe, expect, test } from 'vitest';
import { words } from '../../shared/words/words.ts';
import { drawingOf } from './drawing.ts';
import { linesOf } from './lines.ts';
import { profileFor } from './profile.ts';
import { QUIET } from './qr.ts';
import { openSlips } from './slip.ts';
import { ADDRESS, seedHall } from './testing/seed.ts';
import { paperOf, TRAY_CSS, trayPage } from './tray.ts';

const texts = (svg: string): readonly string[] =>
	[...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map((it) => it[1] ?? '');

const RENEWS = '<script src="/renew.js" data-seconds="5"></script>';

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
	test('draws exactly the lines that a printer of that width would be sent', () => {
		const { store, catalogue, take } = seedHall();
		const { job } = take('C-012');
		for (const mm of [58, 80] as const) {
			const lines = linesOf(openSlips(store)(job, catalogue), profileFor(mm), words.id);
			const page = trayPage(store, catalogue, paperOf(String(mm), 80));
			expect(page).toContain(`class="paper-${mm}"`);
			expect(texts(page)).toEqual(lines.flatMap((it) => (it.kind === 'text' ? [it.text] : [])));
			const dark = qrEncode(ADDRESS, { ecc: 'M', border: 0 }).data.flatMap((row, y) =>
				row.flatMap((it, x) => (it ? [`M${x + QUIET} ${y + QUIET}h1v1h-1z`] : [])),
			);
			expect(page).toContain(`d="${dark.join('')}"`);
		}
		expect(paperOf('99', 58)).toBe(58);
		expect(paperOf(undefined, 80)).toBe(80);
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
			complaintLine: '</svg><script>1</script>',
		});
		take('C-012');
		const page = trayPage(store, catalogue, 80);
		expect(page.replace(RENEWS, '')).not.toMatch(/<img|<script|<\/svg><s/);
		expect(texts(page).join(' ')).toContain('&#60;img src=x onerror=alert(1)&#62;');
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
				const svg = drawingOf([{ kind: 'text', text, scale: 1, align: 'left', bold: true }], profileFor(58), text);
				expect(svg.match(/<(?!\/?(svg|rect|text)[ >])/g)).toBeNull();
				expect(svg.match(/"/g)).toHaveLength(
					svg.match(/="/g)?.length === undefined ? 0 : 2 * (svg.match(/="/g)?.length ?? 0),
				);
			}),
		);
	});
});
