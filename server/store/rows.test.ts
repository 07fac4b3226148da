import { expect, test } from 'vitest';
import type { Day } from '../../shared/day.ts';
import { openInMemory } from './open.ts';
import { prepareRows } from './rows.ts';

test('a prefix counts from one each day, and no number comes twice', () => {
	const rows = prepareRows(openInMemory().tables);
	const monday = '2026-11-23' as Day;
	const tuesday = '2026-11-24' as Day;
	expect([
		rows.nextInSequence(monday, 'A'),
		rows.nextInSequence(monday, 'A'),
		rows.nextInSequence(monday, 'B'),
	]).toEqual([1, 2, 1]);
	expect(rows.nextInSequence(tuesday, 'A')).toBe(1);
	expect(rows.nextInSequence(monday, 'A')).toBe(3);
});
