import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOARD_PARTS, BOARD_SIDES, type BoardLayout, boardLayoutFault, plainLayout } from '../../shared/board.ts';
import { WALL } from './fixtures.ts';
import {
	changed,
	draftOf,
	layoutOf,
	sameLayout,
	scopesOf,
	scopeValue,
	whyNotPart,
	whyNotSide,
} from './layout-draft.ts';

const scopes = scopesOf(WALL.choices);
const anyLayout: fc.Arbitrary<BoardLayout> = fc.record({
	scope: fc.constantFrom(...scopes),
	part: fc.constantFrom(...BOARD_PARTS),
	side: fc.constantFrom(...BOARD_SIDES),
	speaks: fc.boolean(),
	diagonalInch: fc.constantFrom(null, 32, 55, 10.1),
	farthestM: fc.constantFrom(null, 0.5, 12.5, 100),
});
const hall = draftOf(plainLayout(null));
const counter = changed(hall, { scope: scopes.find((it) => it.kind === 'counter') ?? hall.scope });

describe('a layout that is edited', () => {
	it('comes back as it was, whatever it was', () => {
		fc.assert(
			fc.property(anyLayout, (layout) => {
				expect(layoutOf(draftOf(layout))).toEqual(layout);
				expect(sameLayout(layout, { ...layout })).toBe(true);
			}),
		);
	});

	it('never holds what there is no room for, whatever is changed after what', () => {
		const anyChange = fc.oneof(
			fc.constantFrom(...scopes).map((scope) => ({ scope })),
			fc.constantFrom(...BOARD_PARTS).map((part) => ({ part })),
			fc.constantFrom(...BOARD_SIDES).map((side) => ({ side })),
		);
		fc.assert(
			fc.property(fc.array(anyChange, { maxLength: 8 }), (changes) => {
				const layout = layoutOf(changes.reduce(changed, hall));
				expect(layout && boardLayoutFault(layout)).toBeNull();
			}),
		);
	});

	it('gives up its side where the board is of agencies’ lines or of one desk', () => {
		const media = changed(hall, { side: 'media' });
		expect(changed(media, { part: 'lines' }).side).toBe('none');
		expect(changed(media, { part: 'calls' }).side).toBe('media');
		expect(changed(changed(media, { part: 'calls' }), { scope: counter.scope })).toMatchObject({
			part: 'whole',
			side: 'none',
		});
	});

	it('says why something cannot be chosen', () => {
		expect(BOARD_PARTS.map((it) => whyNotPart(hall, it))).toEqual([null, null, null]);
		expect(BOARD_PARTS.map((it) => whyNotPart(counter, it))).toEqual([null, 'part', 'part']);
		expect(BOARD_SIDES.map((it) => whyNotSide(counter, it))).toEqual([null, 'side', 'side']);
		expect(BOARD_SIDES.map((it) => whyNotSide({ ...hall, part: 'lines' }, it))).toEqual([null, 'side', 'side']);
	});

	it('reads numbers as Indonesia writes them, and knows when they are none', () => {
		const numbers = (diagonal: string, farthest: string) => layoutOf({ ...hall, diagonal, farthest });
		expect(numbers('55', ' 12,5 ')).toMatchObject({ diagonalInch: 55, farthestM: 12.5 });
		expect(numbers('', '')).toMatchObject({ diagonalInch: null, farthestM: null });
		for (const wrong of ['x', '4', '201', '1e2', '-5', '5,', '55 inci']) expect(numbers(wrong, ''), wrong).toBeNull();
		for (const wrong of ['0,4', '101', '1,2,3']) expect(numbers('', wrong), wrong).toBeNull();
	});
});

it('every scope has a value of its own', () => {
	expect(new Set(scopes.map(scopeValue)).size).toBe(scopes.length);
});
