// The last resort: this browser prints the slip itself, from a page of the hall in a frame that nobody sees. Whether paper
// came out a browser never learns. Fetched only where a kiosk prints so.

import { MINUTE, SECOND } from '../shared/id.ts';

/** Chromium still reads the page for a moment after it has said that it is done. */
const KEEP_AFTER = 5 * SECOND;
/** The browser that never says so. */
const KEEP_AT_MOST = 2 * MINUTE;
/** Where the line breaks off in the middle of the page it is fetched again, while its visitor still stands there. */
const AGAIN_AFTER = SECOND;
const TRIES = 10;

/** Prints the page at this address once, if it comes, whole; neither the page on the glass nor its focus changes. */
export function printHere(page: Document, address: string): void {
	const frame = page.createElement('iframe');
	frame.className = 'paper';
	frame.tabIndex = -1;
	frame.ariaHidden = 'true';
	const gone = (after: number): void => {
		setTimeout(() => frame.remove(), after);
	};
	let tries = 0;
	frame.onload = () => {
		const { contentWindow, contentDocument } = frame;
		const picture = contentDocument?.querySelector('img');
		// The hall's own no has no picture.
		if (!contentWindow || (contentDocument && !picture)) return gone(0);
		// A fault of the network is a page of the browser's own, which cannot be read; or what belongs to the page is missing,
		// and a blank sheet would be worse than a late one.
		if (!picture?.naturalWidth || contentDocument?.styleSheets.length === 0) {
			tries += 1;
			if (tries === TRIES) return gone(0);
			setTimeout(() => {
				frame.src = address;
			}, AGAIN_AFTER);
			return;
		}
		const focused = page.activeElement;
		contentWindow.onafterprint = () => gone(KEEP_AFTER);
		contentWindow.print();
		if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
	};
	gone(KEEP_AT_MOST);
	frame.src = address;
	page.body.append(frame);
}
