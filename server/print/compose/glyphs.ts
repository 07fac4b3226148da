// What may stand on paper: glyphs of the printer's code page, and letters that the bundled font can draw. A name is never
// trusted to be harmless: one ESC in it could open a cash drawer, so everything else is removed, said otherwise or a "?".

import { canDraw } from './font/font.ts';

export interface CodePage {
	readonly name: string;
	/** The n of ESC t n. */
	readonly select: number;
	/** The glyphs of the bytes 0x80 and up, in order; a space where a byte has no glyph that we print. */
	readonly high: string;
}

export const ASCII: CodePage = { name: 'ascii', select: 0, high: '' };

/**
 * What nearly every printer starts with. Box drawing and mathematics are left out (spaces): a clone that does not leave
 * its Chinese mode reads a row of them as Chinese, where a single accented letter spoils only itself and its neighbour.
 */
export const PC437: CodePage = {
	name: 'pc437',
	select: 0,
	high: [
		'ÇüéâäàåçêëèïîìÄÅ',
		'ÉæÆôöòûùÿÖÜ¢£¥  ',
		'áíóúñÑªº¿ ¬½¼¡«»',
		' '.repeat(48),
		' ß    µ         ',
		' ±    ÷ ° ·  ²  ',
	].join(''),
};

/** Every letter of western Europe, the euro, and lines to draw with. */
export const PC858: CodePage = {
	name: 'pc858',
	select: 19,
	high: [
		'ÇüéâäàåçêëèïîìÄÅ',
		'ÉæÆôöòûùÿÖÜø£Ø× ',
		'áíóúñÑªº¿®¬½¼¡«»',
		'░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐',
		'└┴┬├─┼ãÃ╚╔╩╦╠═╬¤',
		'ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀',
		'ÓßÔÒõÕµþÞÚÛÙýÝ¯´',
		' ± ¾¶§÷¸°¨·¹³²  ',
	].join(''),
};

/** What is said otherwise when the page has no such sign. Letters are not here: they are drawn. */
const INSTEAD: Readonly<Record<string, string>> = {
	'–': '-',
	'—': '-',
	'‐': '-',
	'‑': '-',
	'‒': '-',
	'―': '-',
	'−': '-',
	'─': '-',
	'·': '-',
	'•': '*',
	'‘': "'",
	'’': "'",
	'‚': ',',
	ʼ: "'",
	'′': "'",
	'“': '"',
	'”': '"',
	'„': '"',
	'″': '"',
	'«': '"',
	'»': '"',
	'…': '...',
	'×': 'x',
	'÷': ':',
	'±': '+/-',
	'°': ' derajat',
	'€': 'EUR',
	'£': 'GBP',
	'¥': 'JPY',
	'½': '1/2',
	'¼': '1/4',
	'¾': '3/4',
};

const SPACE = /[\p{Z}\t-\r]/u;
/** Marks that combine, signs that only steer a renderer (bidi, zero width, variation), and everything without a shape. */
const SHAPELESS = /[\p{M}\p{C}\p{Emoji_Modifier}\u{115f}\u{1160}\u{3164}\u{ffa0}]/u;
const LETTER = /\p{L}/u;
const isAscii = (glyph: string): boolean => glyph >= ' ' && glyph <= '~' && glyph.length === 1;

/** What is printed for each sign that was met: null = nothing we know; '' = nothing at all. */
type Known = Map<string, string | null>;
interface Table {
	readonly bytes: ReadonlyMap<string, number>;
	readonly known: Known;
}
const tables = new WeakMap<CodePage, Table>();
/** Signs remembered for a page: more than a hall uses, and no hostile list of names fills the memory. */
const MOST_KNOWN = 4_096;

function tableOf(page: CodePage): Table {
	const made = tables.get(page);
	if (made) return made;
	const bytes = new Map(Array.from({ length: 95 }, (_, place) => [String.fromCharCode(0x20 + place), 0x20 + place]));
	for (const [place, glyph] of [...page.high].entries()) if (glyph !== ' ') bytes.set(glyph, 0x80 + place);
	const table: Table = { bytes, known: new Map() };
	tables.set(page, table);
	return table;
}

function otherwise(glyph: string): string | null {
	const known = INSTEAD[glyph];
	if (known !== undefined) return known;
	const base = glyph.normalize('NFKD').replace(/\p{M}/gu, '');
	return base !== '' && [...base].every(isAscii) ? base : null;
}

function shown(glyph: string, { bytes }: Table): string | null {
	if (SPACE.test(glyph)) return ' ';
	if (SHAPELESS.test(glyph)) return '';
	if (bytes.has(glyph) || (LETTER.test(glyph) && canDraw(glyph))) return glyph;
	return otherwise(glyph);
}

const PLAIN = /^[!-~]+( [!-~]+)*$/;

/**
 * The text as it can stand on paper, on one line; its length in characters is its width in columns. A sign that the page
 * has is printed. A letter that it lacks is kept if the font can draw it (see `isPrinted`): "Siti Rukiyé" is a name and
 * "Siti Rukiye" another. Other signs are said otherwise ("-" for a dash), other letters lose their marks; each run of
 * what is left is one "?", each run of white space, line ends too, one space.
 */
export function printable(text: string, page: CodePage): string {
	if (PLAIN.test(text)) return text;
	const table = tableOf(page);
	const { known } = table;
	let out = '';
	let unknown = false;
	for (const glyph of text.normalize('NFC')) {
		let said = known.get(glyph);
		if (said === undefined) {
			said = shown(glyph, table);
			if (known.size < MOST_KNOWN) known.set(glyph, said);
		}
		if (said === '') continue;
		if (said !== null || !unknown) out += said ?? '?';
		// A space inside such a run belongs to it.
		if (said !== ' ') unknown = said === null;
	}
	return out.replace(/ +/g, ' ').trim();
}

/** Whether the printer has every glyph of it; else the row is drawn. */
export function isPrinted(text: string, page: CodePage): boolean {
	const { bytes } = tableOf(page);
	for (const glyph of text) if (!bytes.has(glyph)) return false;
	return true;
}

/** "?" */
const UNKNOWN = 0x3f;

/** The bytes of a text, one for each character. The last door before the wire: what is no glyph leaves as "?". */
export function bytesOf(text: string, page: CodePage): Uint8Array {
	const { bytes } = tableOf(page);
	const out = new Uint8Array(text.length);
	let length = 0;
	for (const glyph of text) out[length++] = bytes.get(glyph) ?? UNKNOWN;
	return out.subarray(0, length);
}

/** Reads the bytes of a page back; for tests and for a look at what was sent. */
export const textOf = (bytes: Uint8Array, page: CodePage): string =>
	Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : (page.high[byte - 0x80] ?? '?'))).join('');
