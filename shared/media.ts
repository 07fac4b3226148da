// What a hall may show beside the calls: which files it takes, told from their first bytes and never from a name, how large
// they may be, and why one is refused.

import type { TimeZone } from './day.ts';
import { DAY_MS, type Instant, type MediaId } from './id.ts';
import type { BoardMedia } from './views.ts';

export type MediaKind = BoardMedia['kind'];

const MB = 1024 * 1024;
/** A few minutes of video at full HD; a photo as wide as a TV has dots. Whatever is larger the TV only has to throw away again. */
export const MOST_BYTES: Readonly<Record<MediaKind, number>> = { video: 200 * MB, picture: 2 * MB };
/** In one hall, those that are shown. */
export const MOST_MEDIA = 60;

/** How long a picture stands, seconds. */
export const SECONDS = { least: 3, most: 600, usual: 15 } as const;
/** How long a file that was taken away can be brought back, ms; then it may be deleted. */
export const RESTORED_WITHIN = DAY_MS;

/**
 * `kind`: no video or picture that every board can show (SVG can hold a program); `damaged`: it is called like one, and
 * holds none; `known`: shown already; `full`: as many
 * as there may be; `disk`: no room beside the hall's own data; `broken`: it did not come whole.
 */
export const MEDIA_FAULTS = ['kind', 'damaged', 'large', 'known', 'full', 'disk', 'broken'] as const;
export type MediaFault = (typeof MEDIA_FAULTS)[number];

/** One video or picture as the manager sees it. */
export interface MediaItem extends BoardMedia {
	readonly id: MediaId;
	/** As the file was called when it came. */
	readonly name: string;
	readonly bytes: number;
	readonly addedAt: Instant;
	/** Who added it. */
	readonly addedBy: string;
}

/** In the order in which they are shown. */
export interface MediaList {
	readonly at: Instant;
	readonly timeZone: TimeZone;
	readonly media: readonly MediaItem[];
}

/** What can be changed of one. */
export interface MediaChange {
	readonly seconds: number;
	/** Its place in the order, from 0; beyond the end is the end. */
	readonly position: number;
}

export const ENDINGS = ['mp4', 'webm', 'jpg', 'png', 'webp'] as const;
export type Ending = (typeof ENDINGS)[number];
/** As it is sent to boards; a browser that is told not to guess shows it as this and as nothing else. */
export const TYPES: Readonly<Record<Ending, { readonly kind: MediaKind; readonly type: string }>> = {
	mp4: { kind: 'video', type: 'video/mp4' },
	webm: { kind: 'video', type: 'video/webm' },
	jpg: { kind: 'picture', type: 'image/jpeg' },
	png: { kind: 'picture', type: 'image/png' },
	webp: { kind: 'picture', type: 'image/webp' },
};

/** So many first bytes tell what a file is. */
export const HEAD_BYTES = 64;

/**
 * The brands of MP4 that browsers play (ISO 14496-12; mp4ra.org). The same box begins a HEIC or AVIF picture and Apple's
 * QuickTime, which old TVs do not show.
 */
const MP4_BRAND = /^(iso[m2-9]|mp4[12]|avc1|M4V[ HP]|MSNV|dash|f4v )$/;

/** Each by the bytes it begins with, as Latin-1. */
const BEGINNINGS: Readonly<Record<Ending, (head: string) => boolean>> = {
	mp4: (head) => head.startsWith('ftyp', 4) && MP4_BRAND.test(head.slice(8, 12)),
	// EBML; the type of document follows within its short header. Matroska, the same container, may hold anything.
	webm: (head) => head.startsWith('\x1a\x45\xdf\xa3') && head.includes('\x42\x82\x84webm'),
	jpg: (head) => head.startsWith('\xff\xd8\xff'),
	png: (head) => head.startsWith('\x89PNG\r\n\x1a\n'),
	webp: (head) => head.startsWith('RIFF') && head.startsWith('WEBP', 8),
};

/** What begins so, of HEAD_BYTES bytes; null: nothing that every board can show. */
export function endingOf(bytes: Uint8Array): Ending | null {
	const head = String.fromCharCode(...bytes.slice(0, HEAD_BYTES));
	return ENDINGS.find((it) => BEGINNINGS[it](head)) ?? null;
}

const KNOWN_NAME = /\.(mp4|m4v|webm|jpe?g|png|webp)$/i;
/** Why a file is not taken in which no video or picture was found. */
export const strangeFile = (name: string): Extract<MediaFault, 'kind' | 'damaged'> =>
	KNOWN_NAME.test(name) ? 'damaged' : 'kind';
