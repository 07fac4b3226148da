// Which key presses which button: letters for the keyboard, and a bare number pad for whoever works without looking.

import type { Action } from './actions.ts';

interface Keys {
	/** KeyboardEvent.key, letters in lower case. */
	readonly keys: readonly string[];
	/** KeyboardEvent.code on the number pad. */
	readonly pad: string | null;
	/** The sign on that key of the pad. */
	readonly padSign: string | null;
}

const key = (keys: readonly string[], pad: string | null = null, padSign: string | null = null): Keys => ({
	keys,
	pad,
	padSign,
});

export const KEYS: Readonly<Record<Action, Keys>> = {
	callNext: key([' ', 'Enter'], 'NumpadEnter', 'Enter'),
	recall: key(['r'], 'NumpadMultiply', '*'),
	start: key(['m'], 'Numpad0', '0'),
	finish: key(['f'], 'NumpadAdd', '+'),
	noShow: key(['n'], 'NumpadSubtract', '−'),
	park: key(['h'], 'NumpadDivide', '/'),
	resume: key(['l']),
	transfer: key(['t']),
	release: key(['b']),
	pause: key(['p']),
	reprint: key(['c']),
	undo: key(['u', 'Backspace'], 'NumpadDecimal', ','),
	signOff: key([]),
	reopen: key([]),
	callByItself: key(['a']),
};

export interface KeyPress {
	readonly key: string;
	readonly code: string;
	readonly repeat: boolean;
	readonly ctrlKey: boolean;
	readonly altKey: boolean;
	readonly metaKey: boolean;
}

/** Where the key came down: `text` is a field or a dialog, `control` a button or link that Enter itself works. */
export type Ground = 'page' | 'control' | 'text';

/** The button this key presses, `help` for the list of keys, or null. A key held down presses once. */
export function pressedBy(press: KeyPress, ground: Ground): Action | 'help' | null {
	if (press.repeat || press.ctrlKey || press.altKey || press.metaKey || ground === 'text') return null;
	if (press.key === '?') return 'help';
	if (ground === 'control' && press.key === 'Enter') return null;
	const name = press.key.length === 1 ? press.key.toLowerCase() : press.key;
	const found = (Object.entries(KEYS) as [Action, Keys][]).find(
		([, it]) => it.pad === press.code || (it.keys.includes(name) && !press.code.startsWith('Numpad')),
	);
	return found?.[0] ?? null;
}
