// Logos for the tests: a drawn emblem as an office would send it, and pictures of any size and grey.

import { PNG } from 'pngjs';

/** A PNG, base64. `grey` says how bright each pixel is, 0-255; null = transparent. */
export function pngLogo(width: number, height: number, grey: (x: number, y: number) => number | null): string {
	const png = new PNG({ width, height });
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++) {
			const level = grey(x, y);
			png.data.set([level ?? 0, level ?? 0, level ?? 0, level === null ? 0 : 255], (y * width + x) * 4);
		}
	return PNG.sync.write(png).toString('base64');
}

const SIDE = 152;
/** A hall under a wide roof in a ring, transparent outside it. */
export const EMBLEM = pngLogo(SIDE, SIDE, (x, y) => {
	const [across, down] = [x - SIDE / 2 + 0.5, y - SIDE / 2 + 0.5];
	const radius = Math.hypot(across, down);
	if (radius > 75) return null;
	if (radius > 70 || (radius < 66 && radius > 64)) return 0;
	const side = Math.abs(across);
	const roof = down > -36 + side * 0.62 && down < -8 + side * 0.08 && side < 50;
	const beam = down > -2 && down < 4 && side < 44;
	const pillar = down >= 4 && down < 34 && side < 42 && side % 16 > 3 && side % 16 < 11;
	const floor = down >= 34 && down < 40 && side < 48;
	return roof || beam || pillar || floor ? 0 : 255;
});
