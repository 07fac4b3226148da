// Lines -> a picture of the paper, dot for dot as the printer sets them. Made of the same lines as the bytes; a printer's
// own font has the same cells and other shapes.

import { type Bitmap, blank, darken, harmless, stamp, strideOf } from './bitmap.ts';
import { CELL, type as typeRow } from './font/font.ts';
import type { Align, Line } from './lines.ts';
import { dotsDown, whiteAbove } from './measure.ts';
import { pngs } from './png.ts';
import { dotsPerMm, type Profile } from './profile.ts';
import { qrDots, qrOf } from './qr.ts';
import { ruleOf } from './rule.ts';

/** Paper under the last line of a slip; the rest of its feed is the white above the next one. */
const FOOT = CELL.line;
const head = ({ feedToTear }: Profile): number => Math.max(0, feedToTear * CELL.line - FOOT);

/** The whole paper, with the margins where nothing can be printed; one slip under the other. */
export function bitmapOf(lines: readonly Line[], profile: Profile): Bitmap {
	const heights = lines.map((line) => dotsDown(line, profile));
	const width = Math.round(profile.paper * dotsPerMm(profile));
	const left = Math.floor((width - profile.dots) / 2);
	const paper = blank(
		width,
		heights.reduce((sum, it) => sum + it, 0),
	);
	const start = (align: Align, across: number): number =>
		left + (align === 'center' ? Math.floor((profile.dots - across) / 2) : 0);
	let y = head(profile);
	for (const [place, line] of lines.entries()) {
		const height = heights[place] ?? 0;
		switch (line.kind) {
			case 'text': {
				const x = start(line.align, line.text.length * CELL.across * line.scale);
				typeRow(paper, line.text, x, y, line.scale, line.bold ? 2 : 1);
				break;
			}
			case 'rule':
				typeRow(paper, ruleOf(profile), start('center', profile.columns * CELL.across), y, 1, 1);
				break;
			case 'raster': {
				const { picture } = line;
				stamp(paper, { ...picture, bits: harmless(picture.bits) }, start(line.align, picture.width), y, 1);
				break;
			}
			case 'qr': {
				const qr = qrOf(line.content, profile.dots, line.dots);
				if (!qr) break;
				const side = qr.modules.length * qr.dots;
				stamp(paper, qrDots(qr), start('center', side), y + whiteAbove(line.content, qr.dots, profile), qr.dots);
				break;
			}
			case 'cut':
				// Where it is cut from the next slip of the same job.
				if (place < lines.length - 1) for (let x = 0; x < width; x += 16) darken(paper, x, y + FOOT, 8);
				break;
			case 'feed':
				break;
		}
		y += height;
	}
	return paper;
}

const INK = 0;
const PAPER = 255;

/** Grey, black on white, 8 bits to a dot: what the library writes. */
export function pngOf({ width, height, bits }: Bitmap): Uint8Array {
	const PNG = pngs();
	const png = new PNG({ width, height });
	png.data = Buffer.alloc(width * height, PAPER);
	const across = strideOf(width);
	for (const [place, byte] of bits.entries()) {
		if (byte === 0) continue;
		const dot = Math.floor(place / across) * width + (place % across) * 8;
		for (let bit = 0; bit < 8; bit++) if (byte & (0x80 >> bit)) png.data[dot + bit] = INK;
	}
	// Each row as the difference to the one above: large letters and QR modules are rows that repeat.
	return PNG.sync.write(png, {
		colorType: 0,
		inputColorType: 0,
		inputHasAlpha: false,
		bitDepth: 8,
		filterType: 2,
	});
}
