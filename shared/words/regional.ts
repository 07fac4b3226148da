// A language from a file: its sentences are text, or text for each case, with names in braces where the Indonesian
// dictionary has a function. Total: whatever the file holds, every sentence says something; what it lacks is Indonesian.

import type { Day } from '../day.ts';
import { SENTENCE_PARAMETERS } from './parameters.ts';
import { type DateWriter, type TimeWords, timeWordsWith } from './time.ts';

/** ISO 639: "id", "en", or that of a language file ("jv"). */
export type LanguageCode = string;
export const isLanguageCode = (text: string): boolean => /^[a-z]{2,3}$/.test(text);

/** What a kiosk is told of a language before anybody asks for it. */
export interface LanguageFacts {
	readonly code: LanguageCode;
	/** As its speakers call it. */
	readonly name: string;
	/** A native speaker has read it. */
	readonly reviewed: boolean;
}
export interface LanguageFile extends LanguageFacts {
	/** Sections of the dictionary by name, each in the shape of the Indonesian one. */
	readonly sentences: Readonly<Record<string, unknown>>;
}

type Value = string | number | boolean;
type Values = ReadonlyMap<string, Value>;

const isRecord = (it: unknown): it is Readonly<Record<string, unknown>> =>
	typeof it === 'object' && it !== null && !Array.isArray(it);
const isScalar = (it: unknown): it is Value => ['string', 'number', 'boolean'].includes(typeof it);
const text = (it: unknown): string => (isScalar(it) ? String(it) : '');

/** What an argument is called in a sentence: `people`; of a list `counters.count`, of a thing with parts `range.toMinutes`. */
function named(name: string, it: unknown): readonly (readonly [string, Value])[] {
	if (isScalar(it)) return [[name, it]];
	if (Array.isArray(it)) {
		return [
			[name, it.map(text).join(', ')],
			[`${name}.count`, it.length],
			[`${name}.first`, text(it[0])],
			[`${name}.last`, text(it.at(-1))],
			[`${name}.before`, it.slice(0, -1).map(text).join(', ')],
		];
	}
	if (isRecord(it)) return Object.entries(it).map(([part, value]) => [`${name}.${part}`, isScalar(value) ? value : '']);
	return [[name, '']];
}

const counts = new Intl.NumberFormat('id-ID');
const written = (it: Value | undefined): string => (typeof it === 'number' ? counts.format(it) : text(it));

/** Names that nobody knows say nothing; a brace that holds no name stays a brace. */
export const PLACEHOLDER = /\{([a-zA-Z]+(?:\.[a-zA-Z]+)?)\}/g;
const filled = (template: string, values: Values): string =>
	template.replace(PLACEHOLDER, (_, name: string) => written(values.get(name)));

/** "people=0", "no.code=unknown & no.what=ticket"; "" holds always. */
export const conditionsOf = (when: string): readonly (readonly [name: string, value: string])[] =>
	when.split('&').flatMap((it) => {
		const [name = '', value = ''] = it.split('=').map((side) => side.trim());
		return name === '' ? [] : [[name, value] as const];
	});
/** A condition may name another value: "range.fromMinutes={range.toMinutes}". Compared as they are, not as they are written. */
const holds = (when: string, values: Values): boolean =>
	conditionsOf(when).every(
		([name, value]) =>
			text(values.get(name)) === value.replace(PLACEHOLDER, (_, other: string) => text(values.get(other))),
	);

/** The first case that holds, filled in; null where the file has none. */
function say(template: unknown, values: Values): string | null {
	if (typeof template === 'string') return template === '' ? null : filled(template, values);
	if (!isRecord(template)) return null;
	const fitting = Object.entries(template).find(([when, then]) => typeof then === 'string' && holds(when, values));
	return fitting ? filled(String(fitting[1]), values) : null;
}

/** Names of the days from Sunday and of the months, parted by blanks: browsers know them in few languages. */
function datesOf(weekdays: unknown, months: unknown): DateWriter | null {
	const [days, names] = [text(weekdays).trim().split(/\s+/), text(months).trim().split(/\s+/)];
	if (days.length !== 7 || names.length !== 12) return null;
	return (day: Day) => {
		const date = new Date(`${day}T00:00:00Z`);
		return `${days[date.getUTCDay()]}, ${date.getUTCDate()} ${names[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
	};
}

export const TIME_KEYS = ['weekdays', 'months', 'second', 'minute', 'hour'] as const;
function timeOf(words: unknown, indonesian: TimeWords): TimeWords {
	const { weekdays, months, second, minute, hour } = isRecord(words) ? words : {};
	const units = { second: text(second), minute: text(minute), hour: text(hour), timeSeparator: '.' };
	return timeWordsWith(datesOf(weekdays, months) ?? indonesian.date, 'id-ID', units);
}
export const TIME_PATH = 'common.time';

function translated(path: string, indonesian: unknown, file: unknown): unknown {
	if (path === TIME_PATH) return timeOf(file, indonesian as TimeWords);
	if (typeof indonesian === 'string') return typeof file === 'string' && file !== '' ? file : indonesian;
	if (typeof indonesian === 'function') {
		const names = SENTENCE_PARAMETERS[path] ?? [];
		return (...args: readonly unknown[]): unknown =>
			say(file, new Map(names.flatMap((name, at) => named(name, args[at])))) ?? indonesian(...args);
	}
	if (!isRecord(indonesian)) return indonesian;
	const parts = isRecord(file) ? file : {};
	return Object.fromEntries(
		Object.entries(indonesian).map(([name, it]) => [name, translated(`${path}.${name}`, it, parts[name])]),
	);
}

/** A section in the language of the file: by construction of the shape of the Indonesian one. */
export const inRegional = <Section>(section: string, indonesian: Section, file: LanguageFile): Section =>
	translated(section, indonesian, file.sentences[section]) as Section;
