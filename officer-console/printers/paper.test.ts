import { describe, expect, it } from 'vitest';
import { paperLeft, rollLength } from './paper.ts';

describe('the paper that is left', () => {
	it('is a guess of slips, and looks like one', () => {
		expect(paperLeft({ rollMm: 80_000, usedMm: 0 }, 'ready')).toEqual({
			known: 'reckoned',
			share: 1,
			metres: 80,
			slips: 570,
		});
		expect(paperLeft({ rollMm: 80_000, usedMm: 21_300 }, 'ready')).toMatchObject({ metres: 59, slips: 410 });
		expect(paperLeft({ rollMm: 80_000, usedMm: 78_900 }, 'ready')).toMatchObject({ slips: 7 });
	});

	it('is nothing where more was used than the roll was said to have', () => {
		expect(paperLeft({ rollMm: 30_000, usedMm: 31_000 }, 'ready')).toEqual({
			known: 'reckoned',
			share: 0,
			metres: 0,
			slips: 0,
		});
	});

	it('is what the printer itself sees, whatever was reckoned', () => {
		const full = { rollMm: 80_000, usedMm: 0 };
		expect(paperLeft(full, 'paper_out')).toMatchObject({ known: 'paper_out', share: 0 });
		expect(paperLeft(full, 'near_end')).toMatchObject({ known: 'near_end', share: 0.08 });
		expect(paperLeft(full, 'cover_open')).toMatchObject({ known: 'reckoned', share: 1 });
	});

	it('never promises more than there is', () => {
		for (let usedMm = 0; usedMm <= 50_000; usedMm += 137)
			expect(paperLeft({ rollMm: 50_000, usedMm }, 'ready').slips * 140).toBeLessThanOrEqual(50_000 - usedMm);
	});
});

describe('the length of a new roll', () => {
	it.each([
		['30', 30_000],
		[' 47,5 ', 47_500],
		['47.5', 47_500],
		['500', 500_000],
		['', null],
		['0', null],
		['0,5', null],
		['501', null],
		['30 m', null],
		['-30', null],
		['1e2', null],
	])('"%s" is %s mm', (typed, mm) => {
		expect(rollLength(typed)).toBe(mm);
	});
});
