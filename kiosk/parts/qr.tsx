// The address of the ticket as a QR code: one path, a square of 1 x 1 for every dark module.

import { encode } from 'uqr';

/** Level M: a photo of a worn panel still reads; the quiet zone of four modules is part of the picture. */
export function Qr({ address, label }: { readonly address: string; readonly label: string }) {
	const { data, size } = encode(address, { ecc: 'M', border: 4 });
	const path = data.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('');
	return (
		<svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
			<path d={path} fill="currentColor" />
		</svg>
	);
}
