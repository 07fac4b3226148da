// A hall measures its lobby before it hangs a TV: the figures of the standards, and what a board says about them.

import { describe, expect, it } from 'vitest';
import { type BoardLayout, plainLayout } from './board.ts';
import type { AgencyId, CounterNumber, RoomId } from './id.ts';
import {
	BOARD_LOOKS,
	BOARD_SHAPES,
	heroNeedsMm,
	legibility,
	lookOf,
	rowsNeedMm,
	scaleOf,
	shortSideMm,
	stepOf,
} from './legible.ts';

const LOBBY = { signs: 5, diagonalInch: 55, farthestM: 15 };

describe('how high digits must stand', () => {
	it.each([
		[1, 51],
		[4.57, 51],
		[10, 108],
		[15, 160.4],
		[20, 212.9],
	])('the newest call, read from %s m: %s mm', (metres, mm) => {
		expect(heroNeedsMm(metres)).toBeCloseTo(mm, 0);
	});

	it.each([
		[5, 29.1],
		[10.6, 61.7],
		[15, 87.3],
	])('a row of the list, read from %s m: %s mm', (metres, mm) => {
		expect(rowsNeedMm(metres)).toBeCloseTo(mm, 1);
	});
});

describe('a board of the whole hall', () => {
	it('on a 55-inch TV is 685 mm high and does for 15 m: its newest call is read from there, its list from 10.6 m', () => {
		expect(shortSideMm(55)).toBeCloseTo(684.9, 1);
		const { hero, rows } = legibility('hall', 'landscape', LOBBY);
		expect(hero?.mm).toBeCloseTo(164.4, 1);
		expect(hero).toMatchObject({ passes: true, smallestInch: 54 });
		expect(hero?.reachesM).toBeCloseTo(15.4, 1);
		expect(rows?.mm).toBeCloseTo(61.6, 1);
		expect(rows).toMatchObject({ passes: true, smallestInch: 55 });
		expect(rows?.reachesM).toBeCloseTo(10.6, 1);
		expect(rows?.seatsM).toBeCloseTo(15.1, 1);
	});

	it('that is too small says how large it must be, and that one then passes', () => {
		const small = { ...LOBBY, diagonalInch: 32 };
		for (const look of BOARD_LOOKS) {
			for (const shape of BOARD_SHAPES) {
				const { hero, rows } = legibility(look, shape, small);
				for (const [which, judged] of Object.entries({ hero, rows })) {
					if (!judged) continue;
					const again = (inch: number) =>
						legibility(look, shape, { ...LOBBY, diagonalInch: inch })[which as 'hero' | 'rows'];
					expect(again(judged.smallestInch)?.passes, `${look} ${shape} ${which}`).toBe(true);
					expect(again(judged.smallestInch - 1)?.passes, `${look} ${shape} ${which}`).toBe(false);
				}
			}
		}
	});

	it('is read from as far as it says, and not from farther', () => {
		for (const look of BOARD_LOOKS) {
			for (const shape of BOARD_SHAPES) {
				const judged = (farthestM: number) => legibility(look, shape, { ...LOBBY, farthestM });
				for (const which of ['hero', 'rows'] as const) {
					const seats = judged(15)[which]?.seatsM;
					if (seats === undefined) continue;
					expect(judged(seats - 0.01)[which]?.passes, `${look} ${shape} ${which}`).toBe(true);
					expect(judged(seats + 0.01)[which]?.passes, `${look} ${shape} ${which}`).toBe(false);
				}
			}
		}
	});

	it('has no list that is read from farther than its large number', () => {
		for (const look of BOARD_LOOKS) {
			for (const shape of BOARD_SHAPES) {
				for (const diagonalInch of [10, 24, 32, 43, 55, 98]) {
					const { hero, rows } = legibility(look, shape, { ...LOBBY, diagonalInch });
					if (hero && rows) expect(rows.reachesM, `${look} ${shape}`).toBeLessThanOrEqual(hero.reachesM);
				}
			}
		}
	});

	it('so small that no distance will do reaches nobody', () => {
		expect(legibility('side', 'landscape', { ...LOBBY, diagonalInch: 10 }).hero?.reachesM).toBe(0);
	});
});

describe('long numbers', () => {
	it.each([
		[1, 0, 1],
		[5, 0, 1],
		[6, 1, 0.78],
		[7, 2, 0.66],
		[8, 3, 0.58],
		[12, 3, 0.58],
	])('of %s signs are set %s steps down, at %s of the height', (signs, step, scale) => {
		expect([stepOf(signs), scaleOf(signs)]).toEqual([step, scale]);
	});

	it('are read from less far', () => {
		const reach = (signs: number) => legibility('hall', 'landscape', { ...LOBBY, signs }).rows?.reachesM ?? 0;
		expect(reach(7)).toBeCloseTo(reach(5) * 0.66);
	});
});

describe('how a board is divided', () => {
	const plain = plainLayout(null);
	const layouts: readonly (readonly [string, Partial<BoardLayout>])[] = [
		['hall', {}],
		['hall', { scope: { kind: 'agency', agency: 'samsat' as AgencyId } }],
		['calls', { part: 'calls' }],
		['calls', { scope: { kind: 'room', room: 'laktasi' as RoomId } }],
		['lines', { part: 'lines' }],
		['side', { side: 'media' }],
		['side', { side: 'info', part: 'calls' }],
		['counter', { scope: { kind: 'counter', counter: 7 as CounterNumber } }],
	];
	it.each(layouts)('%s: %o', (look, change) => {
		expect(lookOf({ ...plain, ...change })).toBe(look);
	});

	it('is judged by what it has', () => {
		expect(legibility('lines', 'landscape', LOBBY).hero).toBeNull();
		expect(legibility('counter', 'portrait', LOBBY).rows).toBeNull();
	});
});
