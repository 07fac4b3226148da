// Text as dots in the bundled font: for rows that a printer's own glyphs cannot say, and for the picture of a slip.

import { type Bitmap, blank, darken, stamp } from '../bitmap.ts';
import { DOTS, GLYPHS } from './spleen.ts';

/** Dots of one character, and from one line to the next: a sixth of an inch at 180 dpi, the start value of ESC/POS. */
export const CELL = { across: 12, down: 24, line: 30 } as const;

const places: ReadonlyMap<string, number> = new Map([...GLYPHS].map((glyph, place) => [glyph, place]));
/** Unpacked when it is first drawn: a start of the server draws none. */
const pictures = new Map<string, Bitmap>();
let packed: Buffer | null = null;

function glyphOf(glyph: string): Bitmap | null {
	const place = places.get(glyph);
	if (place === undefined) return null;
	const known = pictures.get(glyph);
	if (known) return known;
	packed ??= Buffer.from(DOTS, 'base64');
	const picture = blank(CELL.across, CELL.down);
	for (let dot = 0; dot < CELL.across * CELL.down; dot++) {
		const at = place * CELL.across * CELL.down + dot;
		if (((packed[at >> 3] ?? 0) & (0x80 >> (at & 7))) !== 0)
			darken(picture, dot % CELL.across, Math.floor(dot / CELL.across), 1);
	}
	pictures.set(glyph, picture);
	return picture;
}

export const canDraw = (glyph: string): boolean => places.has(glyph);

/** How much paper a line of this size takes, in dots: large characters touch the line below. */
export const lineDots = (scale: number): number => Math.max(CELL.line, CELL.down * scale);

/** Sets a row of text; bold is struck twice, one dot to the right. A glyph that the font lacks stays empty. */
export function type(onto: Bitmap, text: string, left: number, top: number, scale: number, strikes: 1 | 2): void {
	for (const [place, glyph] of [...text].entries()) {
		const picture = glyphOf(glyph);
		if (picture)
			for (let strike = 0; strike < strikes; strike++)
				stamp(onto, picture, left + place * CELL.across * scale + strike, top, scale);
	}
}

/** One row of text, as high as the line that it stands for. */
export function drawn(text: string, scale: number, strikes: 1 | 2): Bitmap {
	const picture = blank([...text].length * CELL.across * scale, lineDots(scale));
	type(picture, text, 0, 0, scale, strikes);
	return picture;
}
