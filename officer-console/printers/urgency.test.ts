import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../shared/id.ts';
import { AT } from '../fixtures.ts';
import { card, WALL } from './fixtures.ts';
import { byUrgency, inTrouble, isNews } from './urgency.ts';

const names = (printers: readonly { readonly name: string }[]): readonly string[] => printers.map((it) => it.name);

describe('the printers on the wall', () => {
	it('stand with the longest trouble first, then what is nearly empty, then the rest as the hall has them', () => {
		expect(names(byUrgency(WALL.printers))).toEqual(['Meja informasi', 'Kios 3', 'Kios 2', 'Kios 1', 'Kios 5']);
		expect(names(inTrouble(WALL.printers))).toEqual(['Meja informasi', 'Kios 3']);
	});

	it('do not change places because one of them is ready for longer', () => {
		const two = [card(1, { since: AT }), card(2, { since: AT - 9 * MINUTE })];
		expect(names(byUrgency(two))).toEqual(['Kios 1', 'Kios 2']);
	});
});

describe('the alarm', () => {
	const well = [card(1, {}), card(2, {})];
	const empty = [card(1, { state: 'paper_out' }), card(2, {})];

	it('is for a printer that comes into trouble, also on the first look', () => {
		expect(isNews(well, empty)).toBe(true);
		expect(isNews([], empty)).toBe(true);
	});

	it('is not for trouble that is known, whatever its name, nor for a roll that nears its end', () => {
		expect(isNews(empty, empty)).toBe(false);
		expect(isNews(empty, [card(1, { state: 'cover_open' }), card(2, {})])).toBe(false);
		expect(isNews(well, [card(1, { state: 'near_end' }), card(2, {})])).toBe(false);
	});

	it('is for the second printer while the first is still in trouble, and again after it was mended', () => {
		expect(isNews(empty, [card(1, { state: 'paper_out' }), card(2, { state: 'offline' })])).toBe(true);
		expect(isNews(empty, well)).toBe(false);
		expect(isNews(well, empty)).toBe(true);
	});
});
