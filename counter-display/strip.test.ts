// Twenty agencies on one line of a TV: each has its page, none is left out, and a zone is never torn without need.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgencyId, ZoneNumber } from '../shared/id.ts';
import type { BoardView } from '../shared/views.ts';
import { agenciesView, busyView, emptyView, zoneView } from './fixtures.ts';
import { pageAt, pagesOf as pagesBy, ranges, STRIP_CELLS, TABLE_LINES, tableOf } from './strip.ts';

const pagesOf = (view: BoardView) => pagesBy(view, STRIP_CELLS.whole);

describe('the strip', () => {
	it('pages the whole hall zone by zone', () => {
		const pages = pagesOf(busyView);
		expect(pages.map((page) => [page.zone, page.cells.length])).toEqual([
			[1, 3],
			[2, 7],
			[3, 6],
			[4, 4],
		]);
	});

	it('shows one zone on one page', () => {
		expect(pagesOf(zoneView).map((page) => [page.zone, page.cells.length])).toEqual([[2, 7]]);
	});

	it('tells of each agency its number, who waits, and which of its counters do not call', () => {
		const cells = pagesOf(busyView).flatMap((page) => page.cells);
		expect(cells.find((it) => it.id === 'dpmptsp')).toMatchObject({
			...{ current: 'A-012', state: 'called', waiting: 3, onBreak: [2], closed: [4], allClosed: false },
		});
		expect(cells.find((it) => it.id === 'imigrasi')).toMatchObject({ current: null, state: null, allClosed: true });
	});

	it('before opening every desk is closed', () => {
		expect(pagesOf(emptyView).every((page) => page.cells.every((cell) => cell.allClosed))).toBe(true);
	});

	it('stays on a page for seven seconds and comes round', () => {
		const pages = pagesOf(busyView);
		const turns = Array.from({ length: 29 }, (_, second) => pageAt(pages, second * 1_000));
		expect(turns.lastIndexOf(0)).toBe(28);
		for (const page of [0, 1, 2, 3]) expect(turns.slice(0, 28).filter((it) => it === page)).toHaveLength(7);
		expect(pageAt([], 5_000)).toBe(0);
	});

	it('holds every agency exactly once, at most eight to a page, however many there are', () => {
		const [model] = busyView.agencies;
		if (!model) throw new Error('the fixture has agencies');
		const zones = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 60 });
		fc.assert(
			fc.property(zones, (all) => {
				const agencies = all.map((zone, index) => ({
					...{ ...model, id: `agency-${index}` as AgencyId, zone: zone as ZoneNumber },
				}));
				const pages = pagesOf({ ...busyView, agencies });
				const ids = pages.flatMap((page) => page.cells.map((cell) => cell.id));
				expect([...ids].sort()).toEqual(agencies.map((it) => it.id).sort());
				for (const page of pages) expect(page.cells.length).toBeLessThanOrEqual(8);
			}),
		);
	});
});

describe('the table of a board of lines', () => {
	it('holds every agency once, zone after zone, on as few pages as will do', () => {
		const pages = tableOf(busyView);
		expect(pages.map((page) => page.length)).toEqual([10, 10]);
		const zones = pages.flat().map((it) => it.zone);
		expect(zones).toEqual([...zones].sort((a, b) => a - b));
		expect(new Set(pages.flat().map((it) => it.id))).toHaveLength(busyView.agencies.length);
	});

	it('gives the place of two lines to the code by which a phone opens it', () => {
		const most = (view: BoardView) => Math.max(...tableOf(view).map((page) => page.length));
		expect(most(agenciesView(40))).toBeLessThanOrEqual(TABLE_LINES.besidePhone);
		expect(tableOf(agenciesView(40))).toHaveLength(4);
		expect(tableOf({ ...agenciesView(40), phone: null })).toHaveLength(3);
		expect(tableOf({ ...busyView, agencies: [] })).toEqual([]);
	});

	it.each([
		[[], ''],
		[[7], '7'],
		[[7, 6], '6, 7'],
		[[5, 6, 7, 8, 9], '5–9'],
		[[1, 2, 3, 10, 12, 13], '1–3, 10, 12, 13'],
	])('says the desks %j as "%s"', (numbers, said) => {
		expect(ranges(numbers)).toBe(said);
	});
});
