// Lines -> a picture of the paper (SVG), dot for dot as the printer sets them: 12 x 24 dots to a character, 30 to a line.
// Presentation attributes only, no style: the page that shows it allows none.

import type { Line } from './lines.ts';
import type { Profile } from './profile.ts';
import { QUIET, qrContent, qrOf } from './qr.ts';

const CELL = { across: 12, down: 24 };
const LINE = 30;
/** Of the monospaced face in which a character is 12 dots wide, and how far its foot stands above the cell's. */
const FONT = { size: 20, foot: 18 };
/** Where nothing can be printed: 40 dots on 58 mm, 64 on 80 mm. */
const margin = ({ paper, dots }: Profile): number => Math.floor((paper * 8 - dots) / 2);
const TOP = 24;
/** What the cutter or tear bar leaves below the last line. */
const TAIL = 120;

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** `label` is what a screen reader says before the lines. */
export function drawingOf(lines: readonly Line[], profile: Profile, label: string): string {
	const left = margin(profile);
	const width = profile.dots + 2 * left;
	const parts: string[] = [];
	let y = TOP;
	for (const line of lines) {
		switch (line.kind) {
			case 'text': {
				const across = line.text.length * CELL.across;
				const x = left + (line.align === 'center' ? Math.floor((profile.dots - across * line.scale) / 2) : 0);
				const bold = line.bold ? ' font-weight="700"' : '';
				parts.push(
					`<text transform="translate(${x} ${y}) scale(${line.scale})" y="${FONT.foot}" font-size="${FONT.size}" textLength="${across}" lengthAdjust="spacingAndGlyphs"${bold}>${escapeHtml(line.text)}</text>`,
				);
				y += Math.max(LINE, CELL.down * line.scale);
				break;
			}
			case 'rule':
				parts.push(
					`<path d="M${left} ${y + CELL.down / 2}h${profile.columns * CELL.across}" stroke="#000" stroke-width="2" stroke-dasharray="7 5"/>`,
				);
				y += LINE;
				break;
			case 'feed':
				y += LINE * line.lines;
				break;
			case 'qr': {
				const qr = qrOf(qrContent(line.content), profile.dots);
				if (!qr) break;
				const side = (qr.modules.length + 2 * QUIET) * qr.dots;
				const x = left + Math.floor((profile.dots - side) / 2);
				const dark = qr.modules.flatMap((row, down) =>
					row.flatMap((it, across) => (it ? [`M${across + QUIET} ${down + QUIET}h1v1h-1z`] : [])),
				);
				parts.push(
					`<path transform="translate(${x} ${y}) scale(${qr.dots})" shape-rendering="crispEdges" d="${dark.join('')}"/>`,
				);
				y += side;
				break;
			}
			case 'cut':
				y += TAIL;
				break;
		}
	}
	return `<svg class="paper-${profile.paper}" role="img" aria-label="${escapeHtml(label)}" viewBox="0 0 ${width} ${y}"><rect width="${width}" height="${y}" fill="#fff"/>${parts.join('')}</svg>`;
}
