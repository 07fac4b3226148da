// What a printer can do, as data: paper, columns, code page, how it draws a QR code, how its paper ends, how it tells of
// itself. The unknown two are what every printer of that width manages; models that can more have rows of their own.

import { ASCII, type CodePage, PC437, PC858 } from './glyphs.ts';

/** Width of the roll in millimetres. */
export type Paper = 58 | 80;

export interface Profile {
	readonly id: string;
	/** Brand and model, for people. */
	readonly label: string;
	readonly paper: Paper;
	/** Characters of the normal font in one line: twelve dots each. */
	readonly columns: number;
	/** Dots across the printed area. */
	readonly dots: number;
	/** Dots to the inch, the same both ways. */
	readonly dpi: 180 | 203;
	readonly codePage: CodePage;
	/** `native`: the printer draws it (GS ( k); `raster`: it is sent as dots. */
	readonly qr: 'native' | 'raster';
	/** `none`: the paper is only fed past the tear bar. */
	readonly cutter: 'partial' | 'full' | 'none';
	/** Lines of 30 dots from the last printed one to where the paper ends: 4.2 mm each at 180 dpi, 3.75 mm at 203. */
	readonly feedToTear: number;
	/**
	 * How it tells of itself. `in_turn`: DLE EOT at any time, and GS r when everything before it is printed; `asb`: GS a,
	 * unasked on every change; `realtime`: DLE EOT only, so that a slip that came out stays unconfirmed; `none`: never;
	 * `learn`: not known, it is asked and seen.
	 */
	readonly status: 'in_turn' | 'asb' | 'realtime' | 'none' | 'learn';
}

/**
 * 58 mm clones have neither a cutter nor a QR command, and are switched on reading Chinese two-byte characters, so
 * nothing above ASCII is safe on them. "80 mm" is often sold as 576 dots and 48 columns, but several common models have
 * 512 and 42: laid out for the smaller, a slip is right on both.
 */
const UNKNOWN_58 = {
	paper: 58,
	columns: 32,
	dots: 384,
	dpi: 203,
	codePage: ASCII,
	qr: 'raster',
	cutter: 'none',
	feedToTear: 4,
	status: 'learn',
} as const;
const UNKNOWN_80 = {
	paper: 80,
	columns: 42,
	dots: 512,
	dpi: 203,
	codePage: PC437,
	qr: 'native',
	cutter: 'partial',
	feedToTear: 4,
	status: 'learn',
} as const;
/** Epson's own: code page 19, DLE EOT, GS r and GS a in every manual; one point is left uncut (GS V 1). */
const EPSON_80 = { ...UNKNOWN_80, columns: 48, dots: 576, codePage: PC858, status: 'in_turn' } as const;

/**
 * "Manual": from the maker's command manual or specification. "Known": from the profiles that the open printer libraries
 * have tried on paper. "Assumed": neither was found, so it is what the unknown printer of that width gets.
 */
export const PROFILES = {
	'unknown-58': { id: 'unknown-58', label: '58 mm', ...UNKNOWN_58 },
	'unknown-80': { id: 'unknown-80', label: '80 mm', ...UNKNOWN_80 },
	// Assumed as the TM-T20 series, which is its twin elsewhere: known 576 dots, 48 columns, 203 dpi, QR.
	'epson-tm-t82': { id: 'epson-tm-t82', label: 'Epson TM-T82', ...EPSON_80 },
	// Manual (T88III): 180 dpi, 512 dots, 42 columns, page 19, head to cutter 15 mm. The III and older have no QR command.
	'epson-tm-t88': {
		id: 'epson-tm-t88',
		label: 'Epson TM-T88',
		...EPSON_80,
		columns: 42,
		dots: 512,
		dpi: 180,
		qr: 'raster',
	},
	// Known (m30III on 80 mm paper): 576 dots, 48 columns, 203 dpi.
	'epson-tm-m30': { id: 'epson-tm-m30', label: 'Epson TM-m30', ...EPSON_80 },
	// Known (XP-N160II, XP-T80Q): 48 columns, 203 dpi, feed of 4 lines, page 19. Assumed: QR command, partial cutter.
	'xprinter-80': {
		id: 'xprinter-80',
		label: 'Xprinter 80 mm',
		...UNKNOWN_80,
		columns: 48,
		dots: 576,
		codePage: PC858,
	},
	// Known (POS-58 boards): 32 columns, 384 dots, page 0, no cutter, no QR. Assumed for this brand.
	'xprinter-58': { id: 'xprinter-58', label: 'Xprinter 58 mm', ...UNKNOWN_58, codePage: PC437 },
	// Known (POS-8360): 48 columns, 203 dpi, feed of 4 lines. Assumed: QR command, partial cutter.
	'zjiang-80': { id: 'zjiang-80', label: 'Zjiang 80 mm', ...UNKNOWN_80, columns: 48, dots: 576 },
	// Known (ZJ-5870): 32 columns, 384 dots, 203 dpi, page 0, no cutter, no QR.
	'zjiang-58': { id: 'zjiang-58', label: 'Zjiang 58 mm', ...UNKNOWN_58, codePage: PC437 },
	// Assumed: sold under these names in Indonesia with boards of several makers.
	'iware-80': { id: 'iware-80', label: 'Iware 80 mm', ...UNKNOWN_80 },
	'iware-58': { id: 'iware-58', label: 'Iware 58 mm', ...UNKNOWN_58 },
	'eppos-80': { id: 'eppos-80', label: 'EPPOS 80 mm', ...UNKNOWN_80 },
	'eppos-58': { id: 'eppos-58', label: 'EPPOS 58 mm', ...UNKNOWN_58 },
	// Known (SRP-350): 42 columns, 180 dpi, feed of 4 lines, page 19. Manual: DLE EOT, GS a, GS r. The QR command came later.
	'bixolon-srp-350': {
		id: 'bixolon-srp-350',
		label: 'Bixolon SRP-350',
		...UNKNOWN_80,
		dpi: 180,
		codePage: PC858,
		qr: 'raster',
		status: 'in_turn',
	},
} as const satisfies Readonly<Record<string, Profile>>;

export type ProfileId = keyof typeof PROFILES;

const byId: ReadonlyMap<string, Profile> = new Map(Object.entries(PROFILES));

/** null when there is no such profile. */
export const profileNamed = (id: string): Profile | null => byId.get(id) ?? null;

/** What is assumed of a printer of which only the paper is known. */
export const profileFor = (paper: Paper): Profile => PROFILES[`unknown-${paper}`];

/** Of its dots, in one millimetre. */
export const dotsPerMm = ({ dpi }: Profile): number => dpi / 25.4;
