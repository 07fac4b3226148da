// What a service asks for stands there as large as it can; what has no room is counted, so that nobody believes it is all.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitting, type Listed } from './fitting.ts';

const items = (count: number, signs = 12): readonly string[] =>
	Array.from({ length: count }, (_, index) => `${index}`.padEnd(signs, 'x'));

test.each<[Listed, number, string, number]>([
	['service', 2, 'large', 0],
	['service', 5, 'middle', 0],
	['service', 7, 'small', 0],
	['service', 8, 'small', 2],
	['service', 12, 'small', 6],
	['facilities', 5, 'large', 0],
	['facilities', 12, 'small', 0],
	['facilities', 30, 'small', 19],
])('%s: %s short lines are set %s, and %s are left out', (listed, count, size, left) => {
	expect(fitting(listed, items(count))).toMatchObject({ size, left, items: items(count).slice(0, count - left) });
});

test('a long line takes the room of two', () => {
	expect(fitting('service', items(3, 60))).toMatchObject({ size: 'small', left: 0 });
	expect(fitting('service', items(4, 60)).left).toBe(1);
});

test('none is lost, whatever a hall writes', () => {
	const lists = fc.array(fc.string({ minLength: 1, maxLength: 300 }), { maxLength: 30 });
	fc.assert(
		fc.property(lists, fc.constantFrom<Listed>('service', 'facilities'), (all, listed) => {
			const { items: shown, left } = fitting(listed, all);
			expect(shown.length + left).toBe(all.length);
			expect(shown).toEqual(all.slice(0, shown.length));
		}),
	);
});
