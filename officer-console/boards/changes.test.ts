import { expect, test } from 'vitest';
import { toldOnce } from './changes.ts';

const layout = (at: number, board: string, by = 'Nurhayati') => ({ at, by, what: 'board layout', board }) as const;

test('a change that was made often is told once, with its last time, and newest first', () => {
	const changes = [
		layout(90, 'TV 1'),
		layout(80, 'TV 2'),
		layout(70, 'TV 1'),
		layout(60, 'TV 1', 'Sari'),
		layout(50, 'TV 1'),
	];
	expect(toldOnce(changes)).toEqual([
		{ ...layout(90, 'TV 1'), times: 3 },
		{ ...layout(80, 'TV 2'), times: 1 },
		{ ...layout(60, 'TV 1', 'Sari'), times: 1 },
	]);
	expect(toldOnce([])).toEqual([]);
});
