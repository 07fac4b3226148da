// How much paper lines take: for the picture of a slip, and for knowing when a roll is nearly used up.

import { CELL, lineDots } from './font/font.ts';
import type { Line } from './lines.ts';
import { dotsPerMm, type Profile } from './profile.ts';
import { isNative, QUIET, qrOf } from './qr.ts';

/** White above and below a QR code, in dots: a printer that draws it leaves none, so it gets an empty line. */
export const whiteAbove = (content: string, dots: number, profile: Profile): number =>
	isNative(content, profile) ? CELL.line : QUIET * dots;

/** How much paper the line takes, in dots. */
export function dotsDown(line: Line, profile: Profile): number {
	switch (line.kind) {
		case 'text':
			return lineDots(line.scale);
		case 'rule':
			return CELL.line;
		case 'feed':
			return line.lines * CELL.line;
		case 'raster':
			return line.picture.height;
		case 'qr': {
			const qr = qrOf(line.content, profile.dots, line.dots);
			return qr ? qr.modules.length * qr.dots + 2 * whiteAbove(line.content, qr.dots, profile) : 0;
		}
		case 'cut':
			return profile.feedToTear * CELL.line;
	}
}

/** Millimetres of the roll that the job uses up, rounded up. */
export const paperMm = (lines: readonly Line[], profile: Profile): number =>
	Math.ceil(lines.reduce((sum, line) => sum + dotsDown(line, profile), 0) / dotsPerMm(profile));
