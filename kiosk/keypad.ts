// The whole kiosk by keys: arrows go from control to control in reading order, Enter presses, 0 or Backspace goes back, and *
// has the screen read aloud. Any USB keypad or keyboard will do, with Num Lock on or off.

/** What a key means everywhere; while the screen is read aloud some more keys have a meaning (aloud/sound-keys.ts). */
export type Meaning = 'next' | 'before' | 'press' | 'back' | 'aloud';

export interface Key {
	readonly key: string;
	readonly code: string;
	readonly ctrlKey: boolean;
	readonly altKey: boolean;
	readonly metaKey: boolean;
}

const KEYS: Readonly<Record<string, Meaning>> = {
	...{ ArrowDown: 'next', ArrowRight: 'next', ArrowUp: 'before', ArrowLeft: 'before' },
	...{ '0': 'back', Backspace: 'back', '*': 'aloud' },
};
/** The digits of a keypad stand where its arrows are. Enter presses by itself. */
const CODES: Readonly<Record<string, Meaning>> = {
	...{ Numpad2: 'next', Numpad6: 'next', Numpad8: 'before', Numpad4: 'before', Numpad5: 'press' },
	...{ Numpad0: 'back', NumpadMultiply: 'aloud' },
};
/** In a text field these write and move; a keypad's do not. */
const OF_FIELDS: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight', 'Backspace', '0', '*']);

export function meaningOf(pressed: Key, inField: boolean): Meaning | null {
	if (pressed.ctrlKey || pressed.altKey || pressed.metaKey) return null;
	const ofKeypad = CODES[pressed.code];
	if (ofKeypad) return ofKeypad;
	return inField && OF_FIELDS.has(pressed.key) ? null : (KEYS[pressed.key] ?? null);
}

const CONTROLS = 'button, a[href], input, select, textarea';

/** A list that scrolls does so under the focus; its own buttons are only for text without a control in it. */
const isSpare = (control: Element): boolean =>
	control.closest('.scroll-buttons')?.parentElement?.querySelector('.scroll-list :is(button, a[href])') != null;

const isReachable = (control: HTMLElement): boolean =>
	!control.matches(':disabled') && control.getClientRects().length > 0 && !isSpare(control);

/** In reading order; of a question in front of the page only its own. */
export function controlsOf(page: Document): readonly HTMLElement[] {
	const dialog = page.querySelector('dialog[open]');
	return [...(dialog ?? page).querySelectorAll<HTMLElement>(CONTROLS)].filter(isReachable);
}

/** The control after or before the one that has the focus, or after the heading that has it; round and round. */
export function neighbour(page: Document, step: 1 | -1): HTMLElement | null {
	const controls = controlsOf(page);
	const here = page.activeElement;
	const at = here instanceof HTMLElement ? controls.indexOf(here) : -1;
	if (at >= 0) return controls.at((at + step) % controls.length) ?? null;
	// Nothing, the body or a heading has the focus.
	const heading = here === null || here === page.body ? (page.querySelector('dialog[open] h2, h1') ?? page.body) : here;
	const after = controls.findIndex((it) => heading.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_FOLLOWING);
	const first = after < 0 ? 0 : after;
	return controls.at(step === 1 ? first : first - 1) ?? null;
}

export interface Doing {
	readonly back: () => void;
	/** Has the screen read aloud; asked again while it is, the reader says it once more. */
	readonly aloud: () => void;
}

/** `first`: a key that was pressed before anybody listened. Ends with what it hands back. */
export function keypad(page: Document, { back, aloud }: Doing, first: KeyboardEvent): () => void {
	const act: Readonly<Record<Meaning, () => void>> = {
		next: () => neighbour(page, 1)?.focus(),
		before: () => neighbour(page, -1)?.focus(),
		press: () => {
			if (page.activeElement instanceof HTMLElement) page.activeElement.click();
		},
		back: () => {
			const dialog = page.querySelector('dialog[open]');
			// As the Escape key: every question has an answer that does nothing.
			if (dialog) dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
			else back();
		},
		aloud,
	};
	const onKey = (event: KeyboardEvent): void => {
		const meaning = meaningOf(event, event.target instanceof HTMLInputElement);
		if (meaning === null || (event.repeat && meaning !== 'next' && meaning !== 'before')) return;
		event.preventDefault();
		event.stopImmediatePropagation();
		act[meaning]();
	};
	page.addEventListener('keydown', onKey);
	onKey(first);
	return () => page.removeEventListener('keydown', onKey);
}
