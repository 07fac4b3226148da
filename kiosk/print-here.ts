// The last resort: this browser prints the slip itself, from a page of the hall in a frame that nobody sees. Whether paper
// came out a browser never learns. Fetched only where a kiosk prints so.

import { MINUTE, SECOND } from '../shared/id.ts';

/** Chromium still reads the page for a moment after it has said that it is done. */
const KEEP_AFTER = 5 * SECOND;
/** The browser that never says so. */
const KEEP_AT_MOST = 2 * MINUTE;

/** Prints the page at this address once, if it is there; neither the page on the glass nor its focus changes. */
export function printHere(page: Document, address: string): void {
	const frame = page.createElement('iframe');
	frame.className = 'paper';
	frame.tabIndex = -1;
	frame.ariaHidden = 'true';
	const gone = (after: number): void => {
		setTimeout(() => frame.remove(), after);
	};
	frame.onload = () => {
		const { contentWindow, contentDocument } = frame;
		// A fault of the network is a page of the browser's own, which cannot be read; one of the hall's has no picture.
		if (!contentWindow || !contentDocument?.querySelector('img')) return gone(0);
		const focused = page.activeElement;
		contentWindow.onafterprint = () => gone(KEEP_AFTER);
		contentWindow.print();
		if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
	};
	gone(KEEP_AT_MOST);
	frame.src = address;
	page.body.append(frame);
}
