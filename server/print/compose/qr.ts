// The QR code of a slip: its modules, and how many dots each may have, the same for paper, raster and preview.

import { encode } from 'uqr';
import type { Wifi } from '../../../shared/slip.ts';
import { type Bitmap, blank, darken } from './bitmap.ts';
import type { Profile } from './profile.ts';

export interface Qr {
	/** Rows of modules, true = dark; without the quiet zone. */
	readonly modules: readonly (readonly boolean[])[];
	/** Dots of one module. */
	readonly dots: number;
}

/** Clear space around it, in modules, as ISO 18004 asks. */
export const QUIET = 4;
/** Dots of a module at most: 0.75 mm at 203 dpi, which an old phone reads from a hand's length. */
export const TICKET_DOTS = 6;
/** 0.5 mm: read with care, by those who want it. */
export const WIFI_DOTS = 4;
/** Below this a thermal head smears the modules together. */
const SMALLEST = 3;
/** More would be a QR code nobody can scan from 58 mm paper. */
const LONGEST = 300;

/** An address in visible ASCII only, as addresses are written. */
export const qrContent = (address: string): string =>
	Array.from(Buffer.from(address, 'utf8'), (byte) =>
		byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
	).join('');

const escaped = (text: string): string => text.replace(/[\\;,:"]/g, (sign) => `\\${sign}`);

/** What phones read as "join this network". */
export const wifiContent = ({ name, password }: Wifi): string =>
	password === null ? `WIFI:T:nopass;S:${escaped(name)};;` : `WIFI:T:WPA;S:${escaped(name)};P:${escaped(password)};;`;

/** One slip asks for its code when it is laid out, sent, measured and drawn; working it out takes a millisecond. */
const kept = new Map<string, Qr['modules']>();
const MOST_KEPT = 8;

function modulesOf(content: string): Qr['modules'] {
	const known = kept.get(content);
	if (known) return known;
	// Half a character, cut off by whoever wrote it, would be thrown back: as UTF-8 it is a sign of its own.
	const text = Buffer.from(content, 'utf8').toString('utf8');
	const modules = encode(text, { ecc: 'M', border: 0 }).data;
	const [oldest] = kept.keys();
	if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
	kept.set(content, modules);
	return modules;
}

/**
 * With modules of at most `mostDots`. Null when it would not be legible on paper of this many dots: then the slip goes
 * without.
 */
export function qrOf(content: string, paperDots: number, mostDots: number): Qr | null {
	if (content === '' || content.length > LONGEST) return null;
	const modules = modulesOf(content);
	const dots = Math.min(mostDots, Math.floor(paperDots / (modules.length + 2 * QUIET)));
	return dots < SMALLEST ? null : { modules, dots };
}

/** Signs that a printer without the QR command may print or skip, but never obey. */
const PLAIN = /^[\x20-\x7e]+$/;
/** Whether the printer draws it itself. Anything but plain signs reaches it as dots only. */
export const isNative = (content: string, { qr }: Profile): boolean => qr === 'native' && PLAIN.test(content);

/** Its modules as a picture, one dot each, without the quiet zone. */
export function qrDots({ modules }: Qr): Bitmap {
	const picture = blank(modules.length, modules.length);
	for (const [y, row] of modules.entries()) for (const [x, dark] of row.entries()) if (dark) darken(picture, x, y, 1);
	return picture;
}

/** The same code for a screen: a picture of its own, black on white whatever stands behind it. */
export function qrPicture(address: string): string {
	const { data, size } = encode(qrContent(address), { ecc: 'M', border: QUIET });
	const dark = data.flatMap((row, y) => row.flatMap((it, x) => (it ? [`M${x} ${y}h1v1h-1z`] : [])));
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${dark.join('')}"/></svg>`;
}
