// What counts as a press on the glass: down and up on the same control, once. So a finger that slips to the next button presses
// nothing, one that trembles or stays long still presses, and the second half of a double touch is no second press.

/** Two presses are no nearer to each other than this, except on the keyboard, ms. */
const APART = 300;
/** The browser's own click comes within this after the finger has left, ms; else it took the touch for something else. */
const OWN_CLICK = 120;
/** A finger that has travelled so far meant to push, not to press; cm. */
const FAR = 1.5;

interface Touch {
	readonly control: Element;
	readonly x: number;
	readonly y: number;
}

const CONTROLS = 'button, a, input, [role="button"]';
const controlOf = (target: EventTarget | null): Element | null =>
	target instanceof Element ? target.closest(CONTROLS) : null;
const isKey = (control: Element | null): boolean => control?.closest('.keyboard') != null;

/** By when the finger was there, not by when a busy kiosk comes to it. */
export function steadyTouch(page: Document): void {
	const fingers = new Map<number, Touch>();
	/** When the last press was, and whether the click that the browser may still send belongs to a slip. */
	let pressedAt = Number.NEGATIVE_INFINITY;
	let slippedAt = Number.NEGATIVE_INFINITY;
	let clicks = 0;

	const onDown = (event: PointerEvent): void => {
		const control = controlOf(event.target);
		if (event.pointerType !== 'touch' || !control) return;
		fingers.set(event.pointerId, { control, x: event.clientX, y: event.clientY });
	};
	const onUp = (event: PointerEvent): void => {
		const touch = fingers.get(event.pointerId);
		fingers.delete(event.pointerId);
		if (!touch) return;
		const { control } = touch;
		// A touch belongs to where it began; where it ends has to be looked up.
		if (controlOf(page.elementFromPoint(event.clientX, event.clientY)) !== control) {
			slippedAt = event.timeStamp;
			return;
		}
		const cm = Number.parseFloat(getComputedStyle(page.documentElement).fontSize);
		if (Math.hypot(event.clientX - touch.x, event.clientY - touch.y) > FAR * cm) return;
		const before = clicks;
		setTimeout(() => {
			const again = event.timeStamp - pressedAt < APART && !isKey(control);
			if (clicks === before && !again && control.isConnected && control instanceof HTMLElement) control.click();
		}, OWN_CLICK);
	};
	const onClick = (event: MouseEvent): void => {
		clicks += 1;
		const control = controlOf(event.target);
		const byFinger = event.detail > 0;
		const slipped = byFinger && event.timeStamp - slippedAt < OWN_CLICK;
		// A panel that poses as a mouse tells a double touch by the count.
		const doubled = (byFinger && event.detail > 1) || (isTouch(event) && event.timeStamp - pressedAt < APART);
		if (slipped || (doubled && !isKey(control))) {
			event.preventDefault();
			event.stopImmediatePropagation();
			return;
		}
		pressedAt = event.timeStamp;
	};
	page.addEventListener('pointerdown', onDown, true);
	page.addEventListener('pointerup', onUp, true);
	page.addEventListener('pointercancel', (event) => fingers.delete(event.pointerId), true);
	page.addEventListener('click', onClick, true);
}

/** Ours, for a touch that the browser made no click of, is one too; a keyboard's and a reader's are not. */
const isTouch = (event: MouseEvent): boolean => event instanceof PointerEvent && event.pointerType === 'touch';
