// Whether a language file says everything that a kiosk says: what it lacks, what nobody would ever read, and names in braces
// that a sentence does not have.

import { aloud } from './id/aloud.ts';
import { common } from './id/common.ts';
import { kiosk } from './id/kiosk.ts';
import { rooms } from './id/rooms.ts';
import { PARAMETER_PARTS, SENTENCE_PARAMETERS } from './parameters.ts';
import { conditionsOf, PLACEHOLDER, TIME_KEYS, TIME_PATH } from './regional.ts';

/** Every section that a kiosk uses, at once or later. */
export const KIOSK_SECTIONS = { common, kiosk, rooms, aloud } as const;

export type LanguageFault =
	/** Indonesian is shown there. */
	| { readonly path: string; readonly kind: 'missing' | 'extra' | 'shape' | 'no_default' }
	| { readonly path: string; readonly kind: 'unknown_name'; readonly name: string };

const isRecord = (it: unknown): it is Readonly<Record<string, unknown>> =>
	typeof it === 'object' && it !== null && !Array.isArray(it);

/** All names that a sentence may use: "range", "range.toMinutes". */
const namesOf = (path: string): ReadonlySet<string> =>
	new Set(
		(SENTENCE_PARAMETERS[path] ?? []).flatMap((name) => [
			name,
			...(PARAMETER_PARTS[name] ?? []).map((part) => `${name}.${part}`),
		]),
	);

function templateFaults(path: string, when: string | null, template: string): readonly LanguageFault[] {
	const known = namesOf(path);
	const used = [
		...Array.from(template.matchAll(PLACEHOLDER), (it) => it[1] ?? ''),
		...(when === null
			? []
			: [...conditionsOf(when).map(([name]) => name), ...Array.from(when.matchAll(PLACEHOLDER), (it) => it[1] ?? '')]),
	];
	return used.filter((name) => !known.has(name)).map((name) => ({ path, kind: 'unknown_name', name }));
}

function sentenceFaults(path: string, file: unknown): readonly LanguageFault[] {
	if (typeof file === 'string') return file === '' ? [{ path, kind: 'missing' }] : templateFaults(path, null, file);
	if (!isRecord(file)) return [{ path, kind: 'shape' }];
	const cases = Object.entries(file).flatMap(([when, then]): readonly LanguageFault[] =>
		typeof then === 'string' ? templateFaults(path, when, then) : [{ path, kind: 'shape' }],
	);
	return '' in file ? cases : [...cases, { path, kind: 'no_default' }];
}

function faultsAt(path: string, indonesian: unknown, file: unknown): readonly LanguageFault[] {
	if (file === undefined) {
		// Of a whole section that is missing every sentence is named, so that a translator sees the work.
		if (path !== TIME_PATH && isRecord(indonesian))
			return Object.entries(indonesian).flatMap(([name, it]) => faultsAt(`${path}.${name}`, it, undefined));
		return indonesian === '' ? [] : [{ path, kind: 'missing' }];
	}
	if (path === TIME_PATH) return partsFaults(path, Object.fromEntries(TIME_KEYS.map((key) => [key, key])), file);
	if (typeof indonesian === 'string') {
		if (typeof file !== 'string') return [{ path, kind: 'shape' }];
		return file === '' && indonesian !== '' ? [{ path, kind: 'missing' }] : [];
	}
	if (typeof indonesian === 'function') return sentenceFaults(path, file);
	return isRecord(indonesian) ? partsFaults(path, indonesian, file) : [];
}

function partsFaults(
	path: string,
	indonesian: Readonly<Record<string, unknown>>,
	file: unknown,
): readonly LanguageFault[] {
	if (!isRecord(file)) return [{ path, kind: 'shape' }];
	const at = (name: string): string => (path === '' ? name : `${path}.${name}`);
	return [
		...Object.entries(indonesian).flatMap(([name, it]) => faultsAt(at(name), it, file[name])),
		...Object.keys(file)
			.filter((name) => !Object.hasOwn(indonesian, name))
			.map((name): LanguageFault => ({ path: at(name), kind: 'extra' })),
	];
}

/** Everything at once, in the order of the dictionary. */
export const languageFaults = (sentences: unknown): readonly LanguageFault[] =>
	partsFaults('', KIOSK_SECTIONS, sentences);
