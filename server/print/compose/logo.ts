// The hall's logo as dots: decoded, made smaller to the paper, black and white. One that cannot be shown is left out: no
// picture of a hall may keep its visitors from their slips.

import { type Bitmap, blank, darken } from './bitmap.ts';
import { pngs } from './png.ts';

/** More is refused before a byte is unpacked: a few kilobytes of PNG can claim gigabytes of picture. */
const MOST_PIXELS = 2_000;
/** 30 mm: the logo of a slip, not its content. */
const MOST_DOWN = 240;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Brightness 0-255 of each pixel on white paper. */
interface Greys {
	readonly width: number;
	readonly height: number;
	readonly levels: Float32Array;
}

function decode(base64: string): Greys | null {
	const file = Buffer.from(base64, 'base64');
	// The header comes first in every PNG: 8 bytes of signature, 8 of the chunk's, then width and height.
	if (file.length < 33 || !file.subarray(0, 8).equals(SIGNATURE)) return null;
	const width = file.readUInt32BE(16);
	const height = file.readUInt32BE(20);
	if (width === 0 || height === 0 || width > MOST_PIXELS || height > MOST_PIXELS) return null;
	let data: Buffer;
	try {
		({ data } = pngs().sync.read(file));
	} catch {
		// Whatever is wrong in a file that an office found somewhere: the slip goes without it.
		return null;
	}
	const levels = new Float32Array(width * height);
	const byte = (at: number): number => data[at] ?? 0;
	for (let pixel = 0, at = 0; pixel < levels.length; pixel++, at += 4) {
		const bright = 0.299 * byte(at) + 0.587 * byte(at + 1) + 0.114 * byte(at + 2);
		levels[pixel] = 255 + ((bright - 255) * byte(at + 3)) / 255;
	}
	return { width, height, levels };
}

/** Each new pixel is the mean of those that it covers; never made larger. */
function shrink(from: Greys, most: { readonly across: number; readonly down: number }): Greys {
	const ratio = Math.min(1, most.across / from.width, most.down / from.height);
	if (ratio === 1) return from;
	const width = Math.max(1, Math.floor(from.width * ratio));
	const height = Math.max(1, Math.floor(from.height * ratio));
	const levels = new Float32Array(width * height);
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++) {
			const [top, bottom] = [Math.floor((y * from.height) / height), Math.ceil(((y + 1) * from.height) / height)];
			const [left, right] = [Math.floor((x * from.width) / width), Math.ceil(((x + 1) * from.width) / width)];
			let sum = 0;
			for (let row = top; row < bottom; row++)
				for (let at = left; at < right; at++) sum += from.levels[row * from.width + at] ?? 255;
			levels[y * width + x] = sum / ((bottom - top) * (right - left));
		}
	return { width, height, levels };
}

/** Neither ink nor paper. */
const isGrey = (level: number): boolean => level > 64 && level < 192;
/** More than the soft edges of a drawing: a photograph or a colour, whose greys are scattered (Floyd-Steinberg). */
const MANY_GREYS = 0.15;

function inked({ width, height, levels }: Greys): Bitmap {
	const picture = blank(width, height);
	const scattered = levels.filter(isGrey).length > levels.length * MANY_GREYS;
	const left = Float32Array.from(levels);
	const push = (x: number, y: number, error: number): void => {
		if (x >= 0 && x < width && y < height) left[y * width + x] = (left[y * width + x] ?? 0) + error;
	};
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++) {
			const level = left[y * width + x] ?? 255;
			const paper = level >= 128;
			if (!paper) darken(picture, x, y, 1);
			if (!scattered) continue;
			const error = level - (paper ? 255 : 0);
			push(x + 1, y, (error * 7) / 16);
			push(x - 1, y + 1, (error * 3) / 16);
			push(x, y + 1, (error * 5) / 16);
			push(x + 1, y + 1, error / 16);
		}
	return picture;
}

/** The same few logos are on every slip of a day, and one takes longer than all the rest of it. */
const kept = new Map<string, Bitmap | null>();
const MOST_KEPT = 8;

/** The logo for paper of so many dots; null when it is no PNG, is too large, or has nothing to show. */
export function logoOf(base64: string, paperDots: number): Bitmap | null {
	const key = `${paperDots} ${base64}`;
	const known = kept.get(key);
	if (known !== undefined) return known;
	const greys = decode(base64);
	const picture = greys && inked(shrink(greys, { across: paperDots, down: MOST_DOWN }));
	const logo = picture?.bits.some((byte) => byte !== 0) ? picture : null;
	const [oldest] = kept.keys();
	if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
	kept.set(key, logo);
	return logo;
}
