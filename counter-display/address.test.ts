import { describe, expect, it } from 'vitest';
import { plainLayout } from '../shared/board.ts';
import type { AgencyId } from '../shared/id.ts';
import { readAddress } from './address.ts';

describe('the address of a board', () => {
	it('asks for the whole hall, or for one zone', () => {
		expect(readAddress('')).toEqual({ ok: true, zone: null, look: null });
		expect(readAddress('?zone=2')).toEqual({ ok: true, zone: 2, look: null });
	});
	it.each(['?zone=', '?zone=0', '?zone=dua', '?zone=-1', '?zone=1234'])('%s is told to be wrong', (search) => {
		expect(readAddress(search)).toEqual({ ok: false });
	});
	it('lets a page look at a board that is laid out so, whatever stands in its names', () => {
		const look = { ...plainLayout(null), scope: { kind: 'agency', agency: 'a&b=c+d e' as AgencyId } } as const;
		const search = `?look=${encodeURIComponent(JSON.stringify(look))}`;
		expect(readAddress(search)).toEqual({ ok: true, zone: null, look });
	});
	it.each(['?look=', '?look=%7B', '?look=null', '?look=7', '?look=%7B%7D'])('%s is told to be wrong', (search) => {
		expect(readAddress(search)).toEqual({ ok: false });
	});
});
