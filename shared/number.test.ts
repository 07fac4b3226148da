// The number on the slip: three digits as a rule, more when the day is busy, and never the same text for two numbers.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPrefix, isRiskyPrefix, readTicketNumber, ticketNumber, typedNumber } from './number.ts';

describe('a ticket number', () => {
	it.each([
		['A', 1, 3, 'A-001'],
		['A', 12, 3, 'A-012'],
		['A', 999, 3, 'A-999'],
		['A', 1000, 3, 'A-1000'],
		['BZ', 12_345, 3, 'BZ-12345'],
		['K', 7, 2, 'K-07'],
		['K', 7, 4, 'K-0007'],
	])('%s and %i in %i digits is %s', (prefix, sequence, digits, number) => {
		expect(ticketNumber(prefix, sequence, digits)).toBe(number);
	});

	it('grows beyond its digits and stays unlike every other of the day', () => {
		const numbers = Array.from({ length: 10_500 }, (_, index) => ticketNumber('A', index + 1, 3));
		expect(new Set(numbers).size).toBe(numbers.length);
		expect(numbers.every((number) => readTicketNumber(number) !== null)).toBe(true);
	});

	it('is read back as it was written', () => {
		const prefixes = fc.stringMatching(/^[A-Z]{1,2}$/);
		const counts = fc.integer({ min: 1, max: 99_999 });
		fc.assert(
			fc.property(prefixes, counts, fc.integer({ min: 2, max: 5 }), (prefix, sequence, digits) => {
				const read = readTicketNumber(ticketNumber(prefix, sequence, digits));
				expect(read?.prefix).toBe(prefix);
				expect(Number(read?.digits)).toBe(sequence);
			}),
		);
	});

	it.each(['A012', 'a-012', '4K-10', 'ABC-001', 'A-', '-012', 'A-123456', ' A-012', 'A-012\n', 'A-01x', ''])(
		'%j is none',
		(text) => {
			expect(readTicketNumber(text)).toBeNull();
		},
	);
});

describe('a number as people type it', () => {
	it.each(['A-012', 'a12', 'A 12', ' a-12 ', 'A.012', 'a--12', 'a00012'])('%j is A-012', (text) => {
		expect(typedNumber(text, 3)).toBe('A-012');
	});

	it('may have two letters, and grows beyond the usual digits', () => {
		expect([typedNumber('ab7', 4), typedNumber('m1024', 3)]).toEqual(['AB-0007', 'M-1024']);
	});

	it.each(['12', 'A', 'abc1', 'a1b', 'a123456', 'é12', '', 'A-012 B-013'])('%j is none', (text) => {
		expect(typedNumber(text, 3)).toBeNull();
	});
});

describe('a prefix', () => {
	it('is one or two capital letters', () => {
		expect(['A', 'BZ'].every(isPrefix)).toBe(true);
		expect(['', 'a', 'ABC', '4K', 'A1', 'A ', 'É'].some(isPrefix)).toBe(false);
	});

	it('of I, O, Q or V is allowed, with a warning', () => {
		const risky = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ').filter(isRiskyPrefix);
		expect(risky).toEqual(['I', 'O', 'Q', 'V']);
		expect(isRiskyPrefix('AV')).toBe(true);
	});
});
