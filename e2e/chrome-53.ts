// What a page must do without on the oldest TV that a board runs on: built-ins that came after Chrome 53, and how CSS was
// then. Names that code of today reaches for; the versions are those of MDN's compatibility tables.

/** Where it hangs (`window`: anywhere), its names, and the first version of Chrome that has them. */
export const NEWER: readonly (readonly [where: string, names: string, since: number])[] = [
	['Array', 'fromAsync', 121],
	['Array.prototype', 'flat flatMap', 69],
	['Array.prototype', 'at', 92],
	['Array.prototype', 'findLast findLastIndex', 97],
	['Array.prototype', 'toReversed toSorted toSpliced with', 110],
	['Object', 'entries values getOwnPropertyDescriptors', 54],
	['Object', 'fromEntries', 73],
	['Object', 'hasOwn', 93],
	['Object', 'groupBy', 117],
	['Map', 'groupBy', 117],
	['Set.prototype', 'union intersection difference isSubsetOf isSupersetOf isDisjointFrom symmetricDifference', 122],
	['String.prototype', 'padStart padEnd', 57],
	['String.prototype', 'trimStart trimEnd', 66],
	['String.prototype', 'matchAll', 73],
	['String.prototype', 'replaceAll', 85],
	['String.prototype', 'at', 92],
	['Symbol', 'asyncIterator', 63],
	['Symbol', 'dispose asyncDispose', 134],
	['Promise', 'allSettled', 76],
	['Promise', 'any', 85],
	['Promise', 'withResolvers', 119],
	['Promise.prototype', 'finally', 63],
	['Intl', 'PluralRules', 63],
	['Intl', 'RelativeTimeFormat', 71],
	['Intl', 'ListFormat', 72],
	['Intl', 'Locale', 74],
	['Intl', 'DisplayNames', 81],
	['Intl', 'Segmenter', 87],
	['Intl.DateTimeFormat.prototype', 'formatToParts', 57],
	['Intl.DateTimeFormat.prototype', 'formatRange', 76],
	['Intl.NumberFormat.prototype', 'formatToParts', 64],
	['Node.prototype', 'getRootNode', 54],
	['Element.prototype', 'append prepend before after replaceWith', 54],
	['Element.prototype', 'scrollTo scrollBy', 61],
	['Element.prototype', 'toggleAttribute', 69],
	['Element.prototype', 'getAnimations', 84],
	['Element.prototype', 'replaceChildren', 86],
	['Element.prototype', 'checkVisibility', 105],
	['Document.prototype', 'startViewTransition', 111],
	// Blob's text() and arrayBuffer() too, which an answer of fetch() has had longer.
	['Blob.prototype', 'stream', 76],
	['URL', 'canParse', 120],
	['Crypto.prototype', 'randomUUID', 92],
	['Navigator.prototype', 'clipboard', 66],
	['Navigator.prototype', 'locks', 69],
	['Navigator.prototype', 'wakeLock', 84],
	['window', 'BroadcastChannel customElements', 54],
	['window', 'PointerEvent', 55],
	['window', 'visualViewport', 61],
	['window', 'ResizeObserver', 64],
	['window', 'AbortController AbortSignal', 66],
	['window', 'BigInt', 67],
	['window', 'OffscreenCanvas', 69],
	['window', 'globalThis queueMicrotask', 71],
	['window', 'WeakRef FinalizationRegistry', 84],
	['window', 'WebTransport', 97],
	['window', 'structuredClone', 98],
];

/** What Chrome 53 drops, a whole rule or a line of it, so that the page would look otherwise. */
export const CSS_TOO_NEW: Readonly<Record<string, RegExp>> = {
	'grid (57)': /[;{]display:(inline-)?grid|[;{]grid-/,
	'gap, outside grids (84)': /[;{](row-|column-)?gap:/,
	'inset (87)': /[;{]inset(-block|-inline)?(-start|-end)?:/,
	'logical margins, paddings, borders and sizes (69 to 89)':
		/[;{]((margin|padding|border)-(inline|block)|(min-|max-)?(inline|block)-size)/,
	'aspect-ratio (88)': /[;{]aspect-ratio:/,
	'position:sticky (56)': /position:sticky/,
	'place-* (59)': /[;{]place-(items|content|self):/,
	'space-evenly (60)': /space-evenly/,
	'translate, rotate, scale as properties (104)': /[;{](translate|rotate|scale):/,
	'backdrop-filter (76)': /backdrop-filter/,
	'overflow:clip (90)': /[;{]overflow(-[xy])?:clip/,
	'text-wrap (114)': /text-wrap/,
	'min(), max(), clamp() (79)': /[:\s,(](min|max|clamp)\(/,
	'env() (69)': /env\(/,
	'color-mix(), oklch() and the like (111)': /(color-mix|oklch|oklab|lab|lch)\(/,
	'conic-gradient() (69)': /conic-gradient\(/,
	'colours of eight or four digits (62)': /#([\da-f]{8}|[\da-f]{4})\b/i,
	'rgb() without commas (65)': /(rgb|hsl)a?\(\s*[\d.]+(deg|%)?\s+[\d.]/,
	'units of the small or dynamic viewport (108)': /\d[dsl]v[hwib]/,
	':is(), :where(), :has() (88 to 105)': /:(is|where|has)\(/,
	':not() with more than one simple selector (88)': /:not\([^)]*[,\s>+~]/,
	':focus-within (60)': /:focus-within/,
	'nesting (112)': /[{;]\s*&/,
	'@layer, @container, @property (85 to 105)': /@(layer|container|property|scope)/,
	'@media with < or > (104)': /@media[^{]*[<>]/,
};

/**
 * Makes a browser of today forget all that, and two habits: before anything of the page runs (Page.addInitScript). Its own
 * engine stays; for one that is really old see tv.test.ts.
 */
export function forget(newer: typeof NEWER): void {
	type Things = Record<string, unknown>;
	const all = window as unknown as Things;
	for (const [where, names] of newer) {
		const path = where === 'window' ? [] : where.split('.');
		const owner = path.reduce<Things | undefined>((it, step) => it?.[step] as Things | undefined, all);
		for (const name of names.split(' ')) if (owner) delete owner[name];
	}
	const { fetch, URLSearchParams: Params } = window;
	window.fetch = (asked, how) => fetch(asked, { credentials: 'omit', ...how });
	class OldParams extends Params {
		constructor(init?: unknown) {
			super(init instanceof Params ? init : String(init ?? ''));
		}
	}
	window.URLSearchParams = OldParams;
}
