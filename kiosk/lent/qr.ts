// The code of a number's page, drawn by the kiosk itself: the server, which draws all others, is away.

import { encode } from 'uqr';

/** As the address of a picture. The white margin is part of it: scanners need it. */
export function qrPicture(text: string): string {
	const { data, size } = encode(text, { ecc: 'M', border: 4 });
	const dark = data.flatMap((row, y) => row.flatMap((is, x) => (is ? [`M${x} ${y}h1v1h-1z`] : [])));
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${dark.join('')}"/></svg>`;
	return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
