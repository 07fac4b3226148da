// Dots, one bit each, as a thermal head takes them: rows from the top, padded to whole bytes, the left dot in the highest
// bit. The only picture there is here: of a glyph, a QR code, a logo, a whole slip.

export interface Bitmap {
	/** In dots. */
	readonly width: number;
	readonly height: number;
	/** 1 = dark. `strideOf(width)` bytes to a row. */
	readonly bits: Uint8Array;
}

/** Bytes of one row. */
export const strideOf = (width: number): number => (width + 7) >> 3;

export const blank = (width: number, height: number): Bitmap => ({
	width,
	height,
	bits: new Uint8Array(strideOf(width) * height),
});

export const isDark = ({ width, bits }: Bitmap, x: number, y: number): boolean =>
	((bits[y * strideOf(width) + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;

/** Makes a row of dots dark. What lies outside is left out. */
export function darken({ width, height, bits }: Bitmap, x: number, y: number, length: number): void {
	if (y < 0 || y >= height) return;
	const row = y * strideOf(width);
	for (let at = Math.max(0, x); at < Math.min(width, x + length); at++) {
		const place = row + (at >> 3);
		bits[place] = (bits[place] ?? 0) | (0x80 >> (at & 7));
	}
}

/** Prints one over the other: each dark dot becomes a square of `scale` dots; light ones change nothing. */
export function stamp(onto: Bitmap, from: Bitmap, left: number, top: number, scale: number): void {
	for (let y = 0; y < from.height; y++)
		for (let x = 0; x < from.width; x++) {
			if (!isDark(from, x, y)) continue;
			const start = x;
			while (x + 1 < from.width && isDark(from, x + 1, y)) x++;
			for (let down = 0; down < scale; down++)
				darken(onto, left + start * scale, top + y * scale + down, (x - start + 1) * scale);
		}
}

/** What DLE would turn into a question, a reset or a drawer pulse, for a printer that listens in the middle of a picture. */
const REAL_TIME = [0x04, 0x05, 0x14];
const DLE = 0x10;

/**
 * The bits with no DLE EOT, DLE ENQ or DLE DC4 among them. The byte of a DLE is one dark dot alone among eight: it is made
 * two dots wide, which the eye does not see and no printer takes for a command.
 */
export function harmless(bits: Uint8Array): Uint8Array {
	return bits.map((byte, at) => (byte === DLE && REAL_TIME.includes(bits[at + 1] ?? 0) ? 0x18 : byte));
}
