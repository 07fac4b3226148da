import { expect, test } from 'vitest';
import { readRange } from './range.ts';

test.each([
	['2026-11-22', '2026-11-22', { from: '2026-11-22', to: '2026-11-22' }],
	['2026-01-01', '2026-12-31', { from: '2026-01-01', to: '2026-12-31' }],
	['2020-11-18', '2026-11-22', { from: '2020-11-18', to: '2026-11-22' }],
	['2020-11-17', '2026-11-22', { code: 'malformed', where: 'to' }],
	['2026-11-23', '2026-11-22', { code: 'malformed', where: 'from' }],
	['2026-02-30', '2026-11-22', { code: 'malformed', where: 'from' }],
	['2026-11-22', '2026-11-31', { code: 'malformed', where: 'to' }],
	['', '', { code: 'malformed', where: 'from' }],
	["2026-11-22' or 1=1", '2026-11-22', { code: 'malformed', where: 'from' }],
	['9999-12-31', 'tomorrow', { code: 'malformed', where: 'to' }],
])('a manager who asks for %s to %s', (from, to, answer) => {
	expect(readRange(from, to)).toEqual(answer);
});
