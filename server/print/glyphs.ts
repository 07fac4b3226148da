// What may stand on paper: only glyphs of the printer's code page. A name is never trusted to be harmless: one ESC in it
// could open a cash drawer or rewrite the printer's memory, so everything else is removed, transliterated or a "?".

export interface CodePage {
	readonly name: string;
	/** The n of ESC t n. */
	readonly select: number;
	/** The glyphs of the bytes 0x80 and up, in order; a space where a byte has no glyph that we print. */
	readonly high: string;
}

export const ASCII: CodePage = { name: 'ascii', select: 0, high: '' };

/** What nearly every printer starts with. Box drawing and mathematics are left out (spaces): slips need letters. */
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

/** What is said otherwise when the page has no such glyph. */
const INSTEAD: Readonly<Record<string, string>> = {
	'–': '-',
	'—': '-',
	'‐': '-',
	'‑': '-',
	'‒': '-',
	'―': '-',
	'−': '-',
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
	ß: 'ss',
	æ: 'ae',
	Æ: 'AE',
	ø: 'o',
	Ø: 'O',
	œ: 'oe',
	Œ: 'OE',
	ð: 'd',
	Ð: 'D',
	đ: 'd',
	Đ: 'D',
	þ: 'th',
	Þ: 'TH',
	ł: 'l',
	Ł: 'L',
	ı: 'i',
};

const isAscii = (glyph: string): boolean => glyph >= ' ' && glyph <= '~';
const has = (page: CodePage, glyph: string): boolean => isAscii(glyph) || page.high.includes(glyph);

const SPACE = /[\p{Z}\t-\r]/u;
/** Marks that combine, signs that only steer a renderer (bidi, zero width, variation), and everything without a shape. */
const SHAPELESS = /[\p{M}\p{C}\p{Emoji_Modifier}\u{115f}\u{1160}\u{3164}\u{ffa0}]/u;

function otherwise(glyph: string): string | null {
	const known = INSTEAD[glyph];
	if (known !== undefined) return known;
	const base = glyph.normalize('NFKD').replace(/\p{M}/gu, '');
	return base !== '' && [...base].every(isAscii) ? base : null;
}

/**
 * The text as this page can print it, on one line: each run of unknown signs becomes one "?", each run of white space
 * (line ends too) one space. Its length in characters is its width in columns.
 */
export function printable(text: string, page: CodePage): string {
	let out = '';
	let unknown = false;
	for (const glyph of text.normalize('NFC')) {
		if (SPACE.test(glyph)) {
			out += ' ';
			unknown = false;
		} else if (!SHAPELESS.test(glyph)) {
			const shown = has(page, glyph) ? glyph : otherwise(glyph);
			if (shown !== null || !unknown) out += shown ?? '?';
			unknown = shown === null;
		}
	}
	return out.replace(/ +/g, ' ').trim();
}

/** The bytes of a text, one for each character. The last door before the wire: what is no glyph leaves as "?". */
export function bytesOf(text: string, page: CodePage): Uint8Array {
	return Uint8Array.from([...text], (glyph) => {
		if (isAscii(glyph) && glyph.length === 1) return glyph.charCodeAt(0);
		const place = page.high.indexOf(glyph);
		return place < 0 ? 0x3f : 0x80 + place;
	});
}

/** Reads the bytes of a page back; for tests and for a look at what was sent. */
export const textOf = (bytes: Uint8Array, page: CodePage): string =>
	Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : (page.high[byte - 0x80] ?? '?'))).join('');
