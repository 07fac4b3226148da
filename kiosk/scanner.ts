// A scanner at the kiosk is a keyboard that types what it reads and presses Enter. What looks like the code of a slip, or like a
// number, and ends so, is taken.

import { useEffect, useRef } from 'preact/hooks';

/** Who begins anew after so long meant something else before. */
const PAUSE_MS = 2_000;
const HELD = /(\/t\/[A-Za-z0-9_-]{22}|^[A-Za-z]{1,2}-?\d{1,5})$/;

export function useScanner(onCode: (code: string) => void): void {
	/** What has come in so far stays when the page is drawn anew in the middle of it. */
	const heard = useRef({ code: '', last: 0, onCode });
	heard.current.onCode = onCode;
	useEffect(() => {
		const scan = heard.current;
		const onKey = (event: KeyboardEvent): void => {
			if (event.timeStamp - scan.last > PAUSE_MS) scan.code = '';
			scan.last = event.timeStamp;
			if (event.key.length === 1) scan.code += event.key;
			// In the middle of a code a 0 is no step back (keypad.ts); on a keypad it always is.
			if (scan.code.length > 1 && !event.code.startsWith('Numpad')) event.stopPropagation();
			if (event.key !== 'Enter' || !HELD.test(scan.code)) return;
			// It would press the button that has the focus.
			event.preventDefault();
			event.stopPropagation();
			scan.onCode(scan.code);
			scan.code = '';
		};
		addEventListener('keydown', onKey, { capture: true });
		return () => removeEventListener('keydown', onKey, { capture: true });
	}, []);
}
