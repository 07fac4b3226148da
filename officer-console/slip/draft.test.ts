import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LAYOUT, layoutFault, SLIP_BLOCKS, type SlipBlock, type SlipLayout } from '../../shared/slip.ts';
import { draftOf, layoutOf, moved, type Row, sameLayout, switched } from './draft.ts';
import { LAYOUT } from './fixtures.ts';

const named = (rows: readonly Row[]): readonly string[] => rows.map(({ block, on }) => (on ? block : `(${block})`));

const anyLayout: fc.Arbitrary<SlipLayout> = fc.record({
	blocks: fc
		.shuffledSubarray([...SLIP_BLOCKS])
		.map((some): readonly SlipBlock[] => [...new Set([...some, 'number' as const])]),
	copies: fc.constantFrom(1, 2),
	logo: fc.constantFrom(null, 'iVBORw0KGgo='),
	wifi: fc.constantFrom(null, { name: 'MPP', password: null }, { name: 'MPP', password: 'delapan8' }),
	note: fc.constantFrom('', 'Parkir gratis.'),
});

describe('a layout that is edited', () => {
	it('lists every block once, what is not printed after the one it usually follows', () => {
		expect(named(draftOf(DEFAULT_LAYOUT).rows)).toEqual([
			...['logo', 'hall', 'number', 'places', '(requirements)', 'advice', 'qr', 'wifi', 'time', 'complaint'],
		]);
		expect(named(draftOf({ ...DEFAULT_LAYOUT, blocks: ['qr', 'number'] }).rows)).toEqual([
			...['(logo)', '(hall)', 'qr', '(wifi)', '(time)', '(complaint)'],
			...['number', '(places)', '(requirements)', '(advice)'],
		]);
	});

	it('comes back as it was, whatever it was', () => {
		fc.assert(
			fc.property(anyLayout, (layout) => {
				expect(layoutOf(draftOf(layout))).toEqual(layout);
				expect([...draftOf(layout).rows.map((row) => row.block)].sort()).toEqual([...SLIP_BLOCKS].sort());
			}),
		);
	});

	it('moves nothing when a block is switched, and never switches the number off', () => {
		const { rows } = draftOf(LAYOUT);
		const off = switched(rows, 'qr');
		expect(named(off)).toEqual(named(rows).map((it) => (it === 'qr' ? '(qr)' : it)));
		expect(switched(off, 'qr')).toEqual(rows);
		expect(switched(rows, 'number')).toEqual(rows);
	});

	it('moves a block one place, and not over the ends', () => {
		const { rows } = draftOf(DEFAULT_LAYOUT);
		expect(named(moved(rows, 'hall', -1)).slice(0, 3)).toEqual(['hall', 'logo', 'number']);
		expect(named(moved(rows, 'logo', 1)).slice(0, 3)).toEqual(['hall', 'logo', 'number']);
		expect(moved(rows, 'logo', -1)).toBe(rows);
		expect(moved(rows, 'complaint', 1)).toBe(rows);
	});

	it('has Wi-Fi once anything of it is written, so that a password without a name is told', () => {
		const draft = { ...draftOf(DEFAULT_LAYOUT), wifiPassword: 'delapan8' };
		expect(layoutFault(layoutOf(draft))).toBe('wifi_name');
		expect(layoutOf({ ...draft, wifiPassword: '' }).wifi).toBeNull();
		expect(layoutOf({ ...draft, wifiName: ' MPP ', wifiPassword: '' }).wifi).toEqual({ name: 'MPP', password: null });
	});

	it('is unsaved only where something that is printed differs', () => {
		expect(sameLayout(LAYOUT, { ...LAYOUT, note: `${LAYOUT.note} ` })).toBe(true);
		expect(sameLayout(LAYOUT, { ...LAYOUT, copies: 2 })).toBe(false);
		expect(sameLayout(LAYOUT, layoutOf({ ...draftOf(LAYOUT), rows: moved(draftOf(LAYOUT).rows, 'hall', 1) }))).toBe(
			false,
		);
	});
});
