import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grids, type Least, perPage, type Room } from './fit.ts';

/** Millimetres: what the page itself gives its choices on some glasses, above and below them taken off. */
const LEAST = { width: 60, height: 25, gap: 3, turn: 29 };
const least = ({ width, height }: Room): Least => ({ ...LEAST, wide: width > height });
const best = (room: Room, count: number) => grids(room, count, least(room))[0];

describe('choices on the glass', () => {
	it.each([
		['five on a tall panel stand one under the other', { width: 254, height: 360 }, 5, [1, 5, 1]],
		['eight too', { width: 254, height: 360 }, 8, [1, 8, 1]],
		['eight on a wide panel stand in two columns', { width: 462, height: 180 }, 8, [2, 4, 1]],
		['eleven are two pages of no more than eight', { width: 254, height: 360 }, 11, [1, 8, 2]],
		['a small panel has more columns before it has more pages', { width: 201, height: 90 }, 8, [3, 3, 1]],
		['where nothing fits there is one a page', { width: 40, height: 10 }, 3, [1, 1, 3]],
		['one choice fills no column of two', { width: 462, height: 180 }, 1, [1, 1, 1]],
	] as const)('%s', (_, room, count, expected) => {
		const { columns, rows, pages } = best(room, count);
		expect([columns, rows, pages]).toEqual(expected);
	});

	it('are never more than eight a page, never smaller than 60 x 25 mm, and none is lost', () => {
		const lengths = fc.integer({ min: 65, max: 1000 });
		fc.assert(
			fc.property(lengths, lengths, fc.integer({ min: 1, max: 60 }), (width, height, count) => {
				for (const grid of grids({ width, height }, count, least({ width, height }))) {
					expect(perPage(grid)).toBeLessThanOrEqual(8);
					expect(grid.pages * perPage(grid)).toBeGreaterThanOrEqual(count);
					expect((grid.pages - 1) * perPage(grid)).toBeLessThan(count);
					const wide = width > height;
					const left = {
						width: width - (grid.pages > 1 && wide ? LEAST.turn : 0),
						height: height - (grid.pages > 1 && !wide ? LEAST.turn : 0),
					};
					if (grid.columns > 1) expect((left.width + 3) / grid.columns - 3).toBeGreaterThanOrEqual(60);
					if (grid.rows > 1) expect((left.height + 3) / grid.rows - 3).toBeGreaterThanOrEqual(25);
				}
			}),
		);
	});
});
