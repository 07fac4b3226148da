// The layout of slips: what a hall may not ask for, and why.

import { expect, test } from 'vitest';
import {
	DEFAULT_LAYOUT,
	isTrouble,
	type LayoutFault,
	layoutFault,
	MOST_LOGO,
	PRINTER_STATES,
	type SlipLayout,
} from './slip.ts';

test.each<[string, Partial<SlipLayout>, LayoutFault | null]>([
	['the usual one', {}, null],
	['nothing but the number', { blocks: ['number'] }, null],
	['another order', { blocks: ['number', 'hall', 'qr'] }, null],
	['an open network', { wifi: { name: 'MPP Palopo', password: null } }, null],
	['a network of 32 letters', { wifi: { name: 'w'.repeat(32), password: 'rahasia123' } }, null],
	['no number', { blocks: ['hall', 'places'] }, 'no_number'],
	['a part twice', { blocks: ['number', 'qr', 'qr'] }, 'block_twice'],
	['a long foot', { note: 'x'.repeat(121) }, 'note_too_long'],
	['a poster as a logo', { logo: 'x'.repeat(MOST_LOGO + 1) }, 'logo_too_large'],
	['a network without a name', { wifi: { name: '  ', password: null } }, 'wifi_name'],
	['a name of 33 bytes', { wifi: { name: `${'é'.repeat(16)}x`, password: null } }, 'wifi_name'],
	['a name with half a character', { wifi: { name: '\ud800'.repeat(11), password: null } }, 'wifi_name'],
	['a short password', { wifi: { name: 'MPP', password: 'pendek1' } }, 'wifi_password'],
	['a password with a line end', { wifi: { name: 'MPP', password: 'rahasia\n123' } }, 'wifi_password'],
])('%s', (_, change, fault) => {
	expect(layoutFault({ ...DEFAULT_LAYOUT, ...change })).toBe(fault);
});

test('a printer that prints, or of which nothing is known, is no trouble', () => {
	expect(PRINTER_STATES.filter((it) => !isTrouble(it))).toEqual(['unknown', 'ready', 'near_end']);
});
