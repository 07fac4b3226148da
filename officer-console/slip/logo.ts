// Any picture a browser can read -> what a thermal printer can print of it: black or nothing, at most so many dots.

import { MOST_LOGO } from '../../shared/slip.ts';

/** Dots: as wide as 58 mm paper prints, 8 to the millimetre. */
const MOST_WIDE = 384;
const MOST_HIGH = 200;
/** Of 0 (black) to 255: darker than this is printed. */
export const USUAL_SHADE = 140;
/** An intricate picture is made smaller until it fits into a layout. */
const SCALES = [1, 0.8, 0.6, 0.45] as const;

export type Picture = HTMLImageElement;

/** null where the file is no picture that this browser knows. */
export async function readPicture(file: Blob): Promise<Picture | null> {
	const address = await new Promise<string>((done, fail) => {
		const reader = new FileReader();
		reader.onload = () => done(String(reader.result));
		reader.onerror = () => fail(reader.error);
		reader.readAsDataURL(file);
	});
	return new Promise((done) => {
		const picture = new Image();
		picture.onload = () => done(picture.naturalWidth > 0 ? picture : null);
		picture.onerror = () => done(null);
		picture.src = address;
	});
}

/** Whether a dot is printed: a clear one is paper. Luma of ITU-R BT.601. */
export const isBlack = (red: number, green: number, blue: number, alpha: number, shade: number): boolean => {
	const light = 0.299 * red + 0.587 * green + 0.114 * blue;
	return (light * alpha + 255 * (255 - alpha)) / 255 < shade;
};

/** Never larger than it is, and never larger than the paper. */
export function sizeOf(
	width: number,
	height: number,
	scale: number,
): { readonly width: number; readonly height: number } {
	const fit = Math.min(1, MOST_WIDE / width, MOST_HIGH / height) * scale;
	return { width: Math.max(1, Math.round(width * fit)), height: Math.max(1, Math.round(height * fit)) };
}

/** A PNG, base64. Too large only where even the smallest is. */
export function printable(picture: Picture, shade: number): string {
	let logo = '';
	for (const scale of SCALES) {
		logo = drawn(picture, shade, scale);
		if (logo.length <= MOST_LOGO) return logo;
	}
	return logo;
}

function drawn(picture: Picture, shade: number, scale: number): string {
	const { width, height } = sizeOf(picture.naturalWidth, picture.naturalHeight, scale);
	const canvas = document.createElement('canvas');
	canvas.width = width;
	canvas.height = height;
	const pen = canvas.getContext('2d');
	if (!pen) throw new Error('this browser cannot draw');
	pen.imageSmoothingQuality = 'high';
	pen.drawImage(picture, 0, 0, width, height);
	const image = pen.getImageData(0, 0, width, height);
	const dots = image.data;
	for (let at = 0; at < dots.length; at += 4) {
		const [red = 0, green = 0, blue = 0, alpha = 0] = dots.subarray(at, at + 4);
		const light = isBlack(red, green, blue, alpha, shade) ? 0 : 255;
		dots.set([light, light, light, 255], at);
	}
	pen.putImageData(image, 0, 0);
	return canvas.toDataURL('image/png').replace(/^.*,/, '');
}
