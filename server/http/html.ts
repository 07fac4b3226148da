// The few pages that the server draws itself: complete without a script, escaped without exception.

/** Text that is already HTML; made by html`` only. */
export interface Html {
	readonly html: string;
}
type Piece = string | number | null | Html | readonly Html[];

const ENTITY: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (it) => ENTITY[it] ?? it);

function piece(value: Piece): string {
	if (value === null) return '';
	if (typeof value === 'string' || typeof value === 'number') return escaped(String(value));
	return 'html' in value ? value.html : value.map((it) => it.html).join('');
}

/** html`<b>${name}</b>`: every value is escaped unless it is Html itself. */
export const html = (parts: TemplateStringsArray, ...values: readonly Piece[]): Html => ({
	html: parts.map((part, at) => part + piece(values[at] ?? null)).join(''),
});

export interface Page {
	readonly title: string;
	readonly language: 'id' | 'en';
	/** Address of the style sheet; null where the screens were not built. */
	readonly style: string | null;
	/** Seconds after which the page renews itself; null = never. */
	readonly renew: number | null;
	readonly body: Html;
}

export const page = ({ title, language, style, renew, body }: Page): string =>
	html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="icon" href="data:,">${
		style === null ? null : html`<link rel="stylesheet" href="${style}">`
	}</head>
<body>${body}${renew === null ? null : html`<script src="/renew.js" data-seconds="${renew}"></script>`}</body></html>`
		.html;
