// A public panel is no browser: no menu under a long press, nothing to drag away, no print or save window.

export function guard(page: Document): void {
	for (const kind of ['contextmenu', 'dragstart', 'selectstart'] as const) {
		page.addEventListener(kind, (event) => {
			// The search field keeps its caret.
			if (!(event.target instanceof HTMLInputElement) || kind !== 'selectstart') event.preventDefault();
		});
	}
	page.addEventListener('keydown', (event) => {
		if ((event.ctrlKey || event.metaKey) && BROWSER_KEYS.has(event.key.toLowerCase())) event.preventDefault();
	});
}

/** Print, save, open, find, view source, bookmark. */
const BROWSER_KEYS: ReadonlySet<string> = new Set(['p', 's', 'o', 'f', 'u', 'd']);
