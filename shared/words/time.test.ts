import { describe, expect, it } from 'vitest';
import { common as english } from './en/common.ts';
import { common } from './id/common.ts';

const zone = 'Asia/Makassar';
const at = (text: string): number => Date.parse(`${text}+08:00`);
const now = at('2026-11-23T09:14:00');

describe('when something happens, said at 09.14 on Monday in Palopo', () => {
	it.each([
		['today, by the clock', '2026-11-23T13:00:00', '13.00'],
		['another day, with its hour', '2026-11-24T08:00:00', 'Selasa, 24 November 2026 08.00'],
		['a day whose hour nobody knows, without one', '2026-11-24T00:00:00', 'Selasa, 24 November 2026'],
		['the first minute after midnight, with its hour', '2026-11-24T00:01:00', 'Selasa, 24 November 2026 00.01'],
		['this very midnight, by the clock', '2026-11-23T00:00:00', '00.00'],
	])('%s', (_, moment, said) => {
		expect(common.time.when(at(moment), now, zone)).toBe(said);
	});

	it('is midnight on the wall of the hall, not of the server', () => {
		const midnight = at('2026-11-24T00:00:00');
		expect(common.time.when(midnight, now, 'Asia/Jayapura')).toBe('Selasa, 24 November 2026 01.00');
		expect(english.time.when(midnight, now, zone)).toBe('Tuesday, 24 November 2026');
	});
});
