// How large a millimetre is on this panel. The glass cannot be asked; who sets the kiosk up may say its diagonal in the
// address (`/kiosk/?inch=15.6`). Without it the layout assumes 21.5 inches and scales with the window.

const MM_PER_INCH = 25.4;

export function pixelsPerMm(
	search: string,
	screen: { readonly width: number; readonly height: number },
): number | null {
	const inches = Number(new URLSearchParams(search).get('inch'));
	if (!(inches >= 7 && inches <= 100)) return null;
	return Math.hypot(screen.width, screen.height) / (inches * MM_PER_INCH);
}
