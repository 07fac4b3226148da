import { describe, expect, it } from 'vitest';
import { PRINTER_FAULTS, SLIP_FAULTS, SLIP_STATES } from '../shared/slip.ts';
import { slipNow } from './fixtures.ts';
import { hopeOf, paperOf, pressingHelps } from './paper.ts';

describe('what a visitor is told of the paper', () => {
	it.each([
		['queued', null, 'coming'],
		['printing', null, 'coming'],
		['printed', null, 'out'],
		['printed', 'near_end', 'out'],
		['printing', 'near_end', 'coming'],
		['unconfirmed', null, 'unsure'],
		['failed', 'paper_out', 'missing'],
		['failed', null, 'missing'],
		['queued', 'cover_open', 'missing'],
		['printing', 'stalled', 'missing'],
	] as const)('%s with %s: %s', (state, fault, paper) => {
		expect(paperOf(slipNow({ state, fault }))).toBe(paper);
	});

	it('is never that it is in the hand unless the printer said so', () => {
		for (const state of SLIP_STATES)
			for (const fault of [...SLIP_FAULTS, null])
				expect(paperOf(slipNow({ state, fault })) === 'out').toBe(state === 'printed');
	});

	it('gives hope only where something may still come', () => {
		expect(PRINTER_FAULTS.map(hopeOf)).not.toContain('none');
		expect(hopeOf('stalled')).toBe('late');
		expect(hopeOf('cancelled')).toBe('none');
		expect(hopeOf(null)).toBe('none');
	});

	it.each([
		['paper_out', false],
		['cover_open', false],
		['refused', false],
		['unreachable', false],
		['stalled', true],
		['cancelled', true],
		[null, true],
	] as const)('after %s pressing once more helps: %s', (fault, helps) => {
		expect(pressingHelps(fault)).toBe(helps);
	});
});
