// Keys that have a meaning only while the screen is read aloud: + and - for the volume, * to hear it once more.

export interface SoundKeys {
	readonly louder: () => void;
	readonly softer: () => void;
	readonly repeat: () => void;
}

/** Signs of the keypad win over those of the letters: in the search "-" is a letter. */
const KEYS: Readonly<Record<string, keyof SoundKeys>> = {
	...{ NumpadAdd: 'louder', NumpadSubtract: 'softer', NumpadMultiply: 'repeat' },
	...{ '+': 'louder', '-': 'softer', '*': 'repeat' },
};

/** Ends with what it hands back. Listens before everybody else. */
export function soundKeys(page: Document, keys: SoundKeys): () => void {
	const onKey = (event: KeyboardEvent): void => {
		if (event.ctrlKey || event.altKey || event.metaKey) return;
		const inField = event.target instanceof HTMLInputElement;
		const meaning = KEYS[event.code] ?? (inField ? undefined : KEYS[event.key]);
		if (!meaning) return;
		event.preventDefault();
		event.stopImmediatePropagation();
		keys[meaning]();
	};
	page.addEventListener('keydown', onKey, true);
	return () => page.removeEventListener('keydown', onKey, true);
}
