// What a printer can do, as data: paper, columns, code page, how it draws a QR code, and how its paper ends.
// The unknown two are what every printer of that width manages; a model that can more gets a row of its own.

import { ASCII, type CodePage, PC437 } from './glyphs.ts';

/** Width of the roll in millimetres. */
export type Paper = 58 | 80;

export interface Profile {
	readonly name: string;
	readonly paper: Paper;
	/** Characters of the normal font in one line: twelve dots each. */
	readonly columns: number;
	/** Dots across the printed area, 8 to the millimetre. */
	readonly dots: number;
	readonly codePage: CodePage;
	/** `native`: the printer draws it (GS ( k); `raster`: it is sent as dots. */
	readonly qr: 'native' | 'raster';
	/** `none`: the paper is fed past the tear bar instead. */
	readonly cutter: 'partial' | 'none';
}

/**
 * 58 mm clones have neither a cutter nor a QR command, and are switched on reading Chinese two-byte characters, so
 * nothing above ASCII is safe on them. "80 mm" is often sold as 576 dots and 48 columns, but several common models have
 * 512 and 42: laid out for the smaller, a slip is right on both.
 */
export const PROFILES = {
	'unknown-58': {
		name: 'unknown-58',
		paper: 58,
		columns: 32,
		dots: 384,
		codePage: ASCII,
		qr: 'raster',
		cutter: 'none',
	},
	'unknown-80': {
		name: 'unknown-80',
		paper: 80,
		columns: 42,
		dots: 512,
		codePage: PC437,
		qr: 'native',
		cutter: 'partial',
	},
} as const satisfies Readonly<Record<string, Profile>>;

/** What is assumed of a printer of which only the paper is known. */
export const profileFor = (paper: Paper): Profile => PROFILES[`unknown-${paper}`];
