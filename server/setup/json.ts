// JSON text in and out with its keys in the order in which they stand. JavaScript moves keys such as "10" to the front of
// an object; they are marked while they are inside the program, so that an export is the very text that was imported.

import { isDeepStrictEqual } from 'node:util';
import { jsonFault } from './json-fault.ts';

/** An object of the file, its keys in order. */
export type Words = Readonly<Record<string, unknown>>;

export const isWords = (value: unknown): value is Words =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const MARKED = /^#+(0|[1-9]\d*)$/;
const TO_MARK = /^#*(0|[1-9]\d*)$/;
const STRINGS = /"([^"\\]*(?:\\.[^"\\]*)*)"(\s*:)?/g;

/** Gives each key of a correct JSON text the name that `rename` says. */
const renameKeys = (json: string, rename: (key: string) => string): string =>
	json.replace(STRINGS, (all: string, body: string, colon: string | undefined) => {
		if (colon === undefined) return all;
		const key = body.includes('\\') ? String(JSON.parse(`"${body}"`)) : body;
		const name = rename(key);
		return name === key ? all : JSON.stringify(name) + colon;
	});

export type Parsed =
	| { readonly ok: true; readonly value: unknown }
	/** Where the text stops being JSON, counted from 1. */
	| { readonly ok: false; readonly line: number; readonly column: number };

/** Reads a text, or an object that was one; whatever JSON cannot say (functions, -0) is gone afterwards. */
export function parse(input: string | object): Parsed {
	// Windows editors put a mark in front that is no part of the text.
	const json = typeof input === 'string' ? input.replace(/^\uFEFF/, '') : JSON.stringify(input);
	const fault = jsonFault(json);
	if (fault !== null) {
		const lines = json.slice(0, fault).split('\n');
		return { ok: false, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
	}
	const value: unknown = JSON.parse(renameKeys(json, (key) => (TO_MARK.test(key) ? `#${key}` : key)));
	return { ok: true, value: JSON.parse(JSON.stringify(value)) };
}

/** The text of a file: one blank per level, as hall files are written. */
export const print = (value: unknown): string =>
	renameKeys(JSON.stringify(value, null, 1), (key) => (MARKED.test(key) ? key.slice(1) : key));

/** As a file says it: what is left out (undefined) is not there. */
const said = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/**
 * What to write for something that was read as `was` and now is `now`: the words as they were written, remarks, order and
 * all, with only those keys replaced whose meaning has changed since.
 */
export function rewritten(written: Words, was: Words, now: Words): Words {
	const words = new Map(Object.entries(written));
	for (const [key, value] of Object.entries(now)) {
		const before = was[key];
		if (isDeepStrictEqual(value, before)) continue;
		const kept = words.get(key);
		if (value === undefined) words.delete(key);
		else
			words.set(key, isWords(kept) && isWords(value) && isWords(before) ? rewritten(kept, before, value) : said(value));
	}
	return Object.fromEntries(words);
}
