// Twenty agencies on one line of a TV: each has its page, none is left out, and a zone is never torn without need.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgencyId, ZoneNumber } from '../shared/id.ts';
import { readAddress } from './address.ts';
import { busyView, emptyView, zoneView } from './fixtures.ts';
import { pageAt, pagesOf } from './strip.ts';

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

describe('the address of a board', () => {
	it.each([
		['', null],
		['?x=1', null],
		['?zone=2', 2],
		['?zone=12', 12],
	])('"%s" asks for zone %s', (search, zone) => {
		expect(readAddress(search)).toEqual({ ok: true, zone });
	});

	it.each(['?zone=', '?zone=0', '?zone=-1', '?zone=2.5', '?zone=dua', '?zone=02', '?zone=1e3', '?zone=2000'])(
		'"%s" is refused with a sentence, not guessed',
		(search) => {
			expect(readAddress(search)).toEqual({ ok: false });
		},
	);
});
