// Regional languages from files: those that come with the program (languages/), and a hall's own (DATA_DIR/languages/), which
// win sentence by sentence. Read once at the start; a file that cannot be used is told about and left out.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
	isLanguageCode,
	type LanguageCode,
	type LanguageFacts,
	type LanguageFile,
} from '../../shared/words/regional.ts';
import { languageFaults } from '../../shared/words/regional-check.ts';

export interface LanguageFolders {
	readonly bundled: string | null;
	readonly own: string | null;
}

export interface Languages {
	/** In the order asked for; a language that no file speaks is left out. */
	readonly facts: (codes: readonly LanguageCode[]) => readonly LanguageFacts[];
	readonly file: (code: LanguageCode) => LanguageFile | null;
}

/** The folder `languages` beside the program: in the sources, or above dist/. Null where it was not installed. */
export function findLanguages(): string | null {
	let folder = path.dirname(fileURLToPath(import.meta.url));
	while (!existsSync(path.join(folder, 'languages', 'jv.json'))) {
		const parent = path.dirname(folder);
		if (parent === folder) return null;
		folder = parent;
	}
	return path.join(folder, 'languages');
}

/** Some 15 kB for all that a kiosk says. */
const LARGEST_BYTES = 300_000;
const LONGEST_NAME = 40;
/** Control characters, halves of characters, and marks that turn the direction of writing. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;

const isRecord = (it: unknown): it is Readonly<Record<string, unknown>> =>
	typeof it === 'object' && it !== null && !Array.isArray(it);
const isPrintable = (it: unknown): boolean =>
	typeof it === 'string' ? !UNPRINTABLE.test(it) : !isRecord(it) || Object.values(it).every(isPrintable);

/** What is wrong with a file as a whole. */
export type LanguageFileFault =
	| 'unreadable'
	| 'not_json'
	| 'not_object'
	| 'code'
	| 'name'
	| 'sentences'
	| 'unprintable'
	| 'file_name';
export type ReadLanguage =
	| { readonly ok: true; readonly file: LanguageFile }
	| { readonly ok: false; readonly fault: LanguageFileFault };
/** For the log. */
const FAULTS: Readonly<Record<LanguageFileFault, string>> = {
	unreadable: 'it cannot be read, or is too large',
	not_json: 'it is no JSON',
	not_object: 'it has no "code", "name" and "sentences"',
	code: '"code" is not of two or three small letters, or is id or en',
	name: `"name" is empty or longer than ${LONGEST_NAME} letters`,
	sentences: '"sentences" is no object',
	unprintable: 'it has characters that no screen can show',
	file_name: 'it is not named after its "code"',
};
const fault = (what: LanguageFileFault): ReadLanguage => ({ ok: false, fault: what });

/** The text of a language file; what is wrong with it as a whole is one sentence. */
export function readLanguage(text: string): ReadLanguage {
	let read: unknown;
	try {
		read = JSON.parse(text);
	} catch (error) {
		if (error instanceof SyntaxError) return fault('not_json');
		throw error;
	}
	if (!isRecord(read)) return fault('not_object');
	const { code, name, reviewed, sentences } = read;
	if (typeof code !== 'string' || !isLanguageCode(code) || code === 'id' || code === 'en') return fault('code');
	if (typeof name !== 'string' || name.trim() === '' || name.length > LONGEST_NAME) return fault('name');
	if (!isRecord(sentences)) return fault('sentences');
	if (!isPrintable(read)) return fault('unprintable');
	return { ok: true, file: { code, name, reviewed: reviewed === true, sentences } };
}

/** Where both have a sentence the hall's own is said. Cases of one sentence are never mixed. */
function over(bundled: unknown, own: unknown): unknown {
	if (own === undefined) return bundled;
	if (!isRecord(bundled) || !isRecord(own) || '' in own || '' in bundled) return own;
	const names = [...new Set([...Object.keys(bundled), ...Object.keys(own)])];
	return Object.fromEntries(names.map((name) => [name, over(bundled[name], own[name])]));
}

/** `warn` is told one sentence for each file that cannot be used, or lacks something. */
export function openLanguages({ bundled, own }: LanguageFolders, warn: (sentence: string) => void): Languages {
	const files = new Map<LanguageCode, LanguageFile>();
	for (const folder of [bundled, own]) {
		for (const name of namesIn(folder)) {
			const text = textOf(path.join(folder ?? '', name));
			const read = text === null ? fault('unreadable') : readLanguage(text);
			if (!read.ok) warn(`languages/${name} cannot be used: ${FAULTS[read.fault]}`);
			else if (name !== `${read.file.code}.json`) warn(`languages/${name} cannot be used: ${FAULTS.file_name}`);
			else {
				const before = files.get(read.file.code);
				const sentences = over(before?.sentences, read.file.sentences) as LanguageFile['sentences'];
				files.set(read.file.code, { ...read.file, sentences });
			}
		}
	}
	for (const { code, sentences } of files.values()) {
		const faults = languageFaults(sentences).length;
		if (faults > 0)
			warn(`The language ${code} has ${faults} sentences to mend; see: npm run hall -- language check FILE`);
	}
	return {
		facts: (codes) =>
			codes.flatMap((it) => {
				const file = files.get(it);
				return file ? [{ code: file.code, name: file.name, reviewed: file.reviewed }] : [];
			}),
		file: (code) => files.get(code) ?? null,
	};
}

const namesIn = (folder: string | null): readonly string[] =>
	folder !== null && statSync(folder, { throwIfNoEntry: false })?.isDirectory()
		? readdirSync(folder)
				.filter((it) => it.endsWith('.json'))
				.sort()
		: [];

/** One file that may not be opened must not keep the hall from opening. */
function textOf(file: string): string | null {
	try {
		return statSync(file).size > LARGEST_BYTES ? null : readFileSync(file, 'utf8');
	} catch (error) {
		if (error instanceof Error && 'syscall' in error) return null;
		throw error;
	}
}
