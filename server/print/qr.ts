// The QR code of a slip: its modules, and how many dots each may have, the same for paper, raster and preview.

import { encode } from 'uqr';

export interface Qr {
	/** Rows of modules, true = dark; without the quiet zone. */
	readonly modules: readonly (readonly boolean[])[];
	/** Dots of one module. */
	readonly dots: number;
}

/** Clear space around it, in modules, as ISO 18004 asks. */
export const QUIET = 4;
/** 0.75 mm at 8 dots a millimetre: an old phone reads it from a hand's length. */
const BIGGEST = 6;
/** Below this a thermal head smears the modules together. */
const SMALLEST = 3;
/** More would be a QR code nobody can scan from 58 mm paper. */
const LONGEST = 300;

/** Only visible ASCII reaches a printer, in a QR code too: one without the command would run or print its content. */
export const qrContent = (address: string): string =>
	Array.from(Buffer.from(address, 'utf8'), (byte) =>
		byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
	).join('');

/** Null when it would not be legible on paper of this many dots: then the slip goes without. */
export function qrOf(content: string, paperDots: number): Qr | null {
	if (content === '' || content.length > LONGEST) return null;
	const modules = encode(content, { ecc: 'M', border: 0 }).data;
	const dots = Math.min(BIGGEST, Math.floor(paperDots / (modules.length + 2 * QUIET)));
	return dots < SMALLEST ? null : { modules, dots };
}

/** The same code for a screen: a picture of its own, black on white whatever stands behind it. */
export function qrPicture(address: string): string {
	const { data, size } = encode(qrContent(address), { ecc: 'M', border: QUIET });
	const dark = data.flatMap((row, y) => row.flatMap((it, x) => (it ? [`M${x} ${y}h1v1h-1z`] : [])));
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${dark.join('')}"/></svg>`;
}
