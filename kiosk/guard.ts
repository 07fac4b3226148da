// A public panel is no browser: no menu under a long press, nothing to drag in or away, no larger or smaller page, no print,
// save or help window, no way back to what was before. Keys are still heard by the kiosk itself.

export function guard(page: Document): void {
	for (const kind of ['contextmenu', 'dragstart', 'dragover', 'drop', 'selectstart'] as const) {
		page.addEventListener(kind, (event) => {
			// The search field keeps its caret.
			if (!(event.target instanceof HTMLInputElement) || kind !== 'selectstart') event.preventDefault();
		});
	}
	page.addEventListener('keydown', (event) => {
		if (event.ctrlKey || event.altKey || event.metaKey || BROWSER_KEY.test(event.key)) event.preventDefault();
	});
	page.addEventListener(
		'wheel',
		(event) => {
			if (event.ctrlKey) event.preventDefault();
		},
		{ passive: false },
	);
	// The middle button opens windows, the side buttons go back.
	for (const kind of ['mousedown', 'mouseup', 'auxclick'] as const)
		page.addEventListener(kind, (event) => {
			if (event.button > 0) event.preventDefault();
		});
}

/**
 * The browser's list of what it has fetched names the page of each number, and its picture may come when its visitor has left:
 * nothing of it stays there.
 */
export function forgetFetched(performance: Performance): void {
	const isOfNumber = ({ name }: PerformanceEntry): boolean => new URL(name).pathname.startsWith('/t/');
	new PerformanceObserver((list) => {
		if (list.getEntries().some(isOfNumber)) performance.clearResourceTimings();
	}).observe({ type: 'resource' });
}

/** F1 to F24, and the keys of office keyboards that leave a page. */
const BROWSER_KEY = /^(F\d+|Browser.+|Launch.+|Print|ContextMenu|GoBack|GoHome)$/;
