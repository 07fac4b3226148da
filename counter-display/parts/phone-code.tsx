// The QR code by which a phone opens this very board. The hall draws it, so that no TV carries a QR encoder.

import { useState } from 'preact/hooks';
import { say } from '../words.ts';

/** Its picture stands beside the page that it opens, and is of the same board. */
const pictureOf = (address: string): string => {
	const query = address.indexOf('?');
	return `/papan/qr.svg${query < 0 ? '' : address.slice(query)}`;
};

/** Nothing rather than a broken picture: the board is complete without it. */
export function Phone({ address }: { readonly address: string }) {
	const [missing, setMissing] = useState(false);
	if (missing) return null;
	return (
		<figure class="phone-code">
			<img src={pictureOf(address)} alt={say.board.qr} onError={() => setMissing(true)} />
			<figcaption>{say.board.onPhone}</figcaption>
		</figure>
	);
}
