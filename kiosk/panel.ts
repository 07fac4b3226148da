// How large a millimetre is on this panel. The glass cannot be asked: the diagonal was entered when the kiosk was paired and
// stands in its page; `/kiosk/?inch=15.6` tries another one. Without either the layout assumes 21.5 inches and scales.

import { isPanel } from '../shared/panel.ts';

const MM_PER_INCH = 25.4;

/** `paired`: what the hall knows of this kiosk; undefined: nothing. null: not known. */
export function pixelsPerMm(
	search: string,
	paired: string | undefined,
	screen: { readonly width: number; readonly height: number },
): number | null {
	const inches = [new URLSearchParams(search).get('inch'), paired].map(Number).find(isPanel);
	return inches === undefined ? null : Math.hypot(screen.width, screen.height) / (inches * MM_PER_INCH);
}
