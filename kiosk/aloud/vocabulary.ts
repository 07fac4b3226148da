// From a text on the glass to the names under which it is spoken. What stands there comes from the dictionary or from the hall,
// so it is found again in them; of what is in neither the visitor is told that it is there, and who helps.

import { hallTexts, pieceName, type Slot, spokenSentences } from '../../shared/aloud.ts';
import { readDay } from '../../shared/day.ts';
import type { KioskView } from '../../shared/views.ts';
import type { TimeWords } from '../../shared/words/time.ts';

/** Names spoken in one breath. */
export type Breath = readonly string[];

interface Pattern {
	readonly form: RegExp;
	/** Names, and where what was found there is said. */
	readonly parts: readonly (string | Slot)[];
}

/** The same sentence, whatever ends it. */
const ended = (text: string): string => text.replace(/[\s.:;,…]+$/u, '');
const bare = (text: string): string => ended(text.trim());
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What parts the things in one text, the strongest first: a name may have a comma of its own. */
const PARTS: readonly RegExp[] = [/ · /gu, /(?<=[.!?])\s+/gu, /: /gu, /, /gu];

/** Said for what has no name: it stands there, and somebody can read it. */
export const UNREADABLE: Breath = ['s.aloud.staff'];
/** The same in the middle of a sentence. */
const ON_GLASS = 's.aloud.onGlass';
const HAS_WORDS = /[\p{L}\p{N}]/u;

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

export interface Vocabulary {
	/** What is said for a text; empty where there is no word in it. */
	readonly breaths: (text: string) => readonly Breath[];
}

/** What may stand on a page besides zones, agencies and services. */
const othersOf = ({ guides, rooms, hall, queues, slips }: KioskView): readonly string[] => [
	...guides.map((it) => it.name),
	...rooms.map((it) => it.name),
	hall.complaintLine,
	...queues.flatMap(({ availability }) => (availability.open ? [] : (availability.note ?? []))),
	...slips.flatMap((it) => [it.printer ?? [], it.elsewhere?.name ?? []].flat()),
];

/** `sections`: of the dictionary, in the language on the glass. */
export function vocabulary(
	sections: Readonly<Record<string, unknown>> & { readonly common: { readonly time: Pick<TimeWords, 'date'> } },
	view: KioskView,
): Vocabulary {
	const { date } = sections.common.time;
	const plain = new Map<string, string>();
	const patterns: Pattern[] = [];
	for (const sentence of spokenSentences(sections)) {
		const { pieces } = sentence;
		const [first] = pieces;
		if (pieces.length === 1 && typeof first === 'string') {
			const only = pieceName(sentence, 0);
			if (only !== null && !plain.has(bare(first))) plain.set(bare(first), only);
			continue;
		}
		const parts = pieces.flatMap((it, at): Pattern['parts'] => {
			if (typeof it !== 'string') return [it];
			const name = pieceName(sentence, at);
			return name === null ? [] : [name];
		});
		const form = pieces
			.map((it, at) => {
				if (typeof it === 'string') return escaped(at === pieces.length - 1 ? ended(it) : it);
				return it.slot === 'number' ? '(\\d[\\d.,]*)' : '(.+?)';
			})
			.join('');
		if (parts.some((it) => typeof it === 'string'))
			patterns.push({ form: new RegExp(`^${form.trim()}[\\s.:;,…]*$`, 'u'), parts });
	}
	// Where only figures vary it is certain which sentence it is.
	const isLoose = ({ parts }: Pattern): boolean => parts.some((it) => typeof it !== 'string' && it.slot === 'text');
	patterns.sort((a, b) => Number(isLoose(a)) - Number(isLoose(b)) || b.form.source.length - a.form.source.length);
	// "1 menunggu" is as good as any other number of people, where the language has no form of its own for one.
	for (const text of [...plain.keys()])
		if (/\d/.test(text) && patterns.some((it) => it.form.test(text))) plain.delete(text);
	for (const [name, text] of hallTexts({ ...view, others: othersOf(view) }))
		if (!plain.has(bare(text))) plain.set(bare(text), name);

	/** A sentence around what stands in it; `unknown`: what is said there where nobody knows it, null: it is another sentence. */
	function filled(text: string, unknown: Breath | null): readonly Breath[] | null {
		for (const { form, parts } of patterns) {
			const found = form.exec(text);
			if (!found) continue;
			let next = 1;
			const said = parts.map((it): readonly Breath[] | null => {
				if (typeof it === 'string') return [[it]];
				const inside = found[next++] ?? '';
				if (it.slot === 'number') return [[`n.${Number(inside.replace(/\D/g, ''))}`]];
				const known = whole(inside) ?? listed(inside);
				return known ?? (unknown && [unknown]);
			});
			if (!said.every((it) => it !== null)) continue;
			// One name is said within the sentence, several are said after each other.
			return said.every((it) => it.length === 1) ? [said.flat(2)] : said.flat();
		}
		return null;
	}
	/** "A · B", where all of them are known. */
	function listed(text: string): readonly Breath[] | null {
		const all = parted(text, PARTS);
		return all.some((it) => it === UNREADABLE) ? null : all;
	}
	function whole(text: string): readonly Breath[] | null {
		const known = plain.get(bare(text)) ?? plain.get(text.trim());
		if (known !== undefined) return [[known]];
		const single = figure(text) ?? when(text);
		return single ? [single] : filled(text, null);
	}
	/** A number, a number of the queue, a letter, the letters of a key; or so many of something. */
	function figure(text: string): Breath | null {
		if (/^[A-Z]{1,2}-\d{1,5}$/.test(text)) return [`t.${text}`];
		if (/^[A-Z]$/.test(text)) return [`l.${text}`];
		if (/^[A-Z]–[A-Z]$/.test(text)) return [`l.${text[0]}`, 's.aloud.until', `l.${text[2]}`];
		if (/^\d{1,4}$/.test(text)) return [`n.${Number(text)}`];
		const [, count, unit] = /^(\d{1,4}) (.+)$/u.exec(text) ?? [];
		// "1 working day", of "working days".
		const name = unit === undefined ? undefined : (plain.get(bare(unit)) ?? plain.get(`${bare(unit)}s`));
		return name === undefined ? null : [`n.${Number(count)}`, name];
	}
	/** A day with or without its hour, or an hour. The year is left out: nobody waits for the next. */
	function when(text: string): Breath | null {
		const [, day = '', hour, minute] = /^(.*?)(?:(?:^| )(\d\d)[.:](\d\d))?$/u.exec(text) ?? [];
		const names = day === '' ? [] : dayNames(day);
		if (names === null || (names.length === 0 && hour === undefined)) return null;
		if (hour === undefined) return names;
		const minutes = Number(minute);
		const rest = minutes === 0 ? ['s.aloud.sharp'] : [...(minutes < 10 ? ['n.0'] : []), `n.${minutes}`];
		return [...names, 's.aloud.clock', `n.${Number(hour)}`, ...rest];
	}
	function dayNames(text: string): Breath | null {
		const year = /\b\d{4}\b/.exec(text)?.[0];
		const ofMonth = /\b\d{1,2}\b/.exec(text)?.[0];
		if (year === undefined || ofMonth === undefined) return null;
		for (let month = 1; month <= 12; month++) {
			const day = readDay(`${year}-${String(month).padStart(2, '0')}-${ofMonth.padStart(2, '0')}`);
			if (day === null || date(day) !== text) continue;
			const weekday = WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()];
			return [`s.aloud.weekdays.${weekday}`, `n.${Number(ofMonth)}`, `s.aloud.months.${month}`];
		}
		return null;
	}
	/** As much of it as can be said at once, and so on: a sentence may be made of two, a name have a comma. */
	function parted(text: string, [separator, ...weaker]: readonly RegExp[]): readonly Breath[] {
		const trimmed = text.trim();
		if (!HAS_WORDS.test(trimmed)) return [];
		const one = whole(trimmed);
		if (one) return one;
		if (!separator) return filled(trimmed, [ON_GLASS]) ?? [UNREADABLE];
		const gaps = [...trimmed.matchAll(separator)].map(({ index, 0: gap }) => [index, index + gap.length] as const);
		if (gaps.length === 0) return parted(trimmed, weaker);
		const from = [0, ...gaps.map(([, to]) => to)];
		const to = [...gaps.map(([at]) => at), trimmed.length];
		const breaths: Breath[] = [];
		for (let at = 0; at < from.length; at++) {
			let end = to.length - 1;
			while (end > at && whole(trimmed.slice(from[at], to[end])) === null) end -= 1;
			breaths.push(...parted(trimmed.slice(from[at], to[end]), weaker));
			at = end;
		}
		return breaths;
	}
	return { breaths: (text) => parted(text, PARTS) };
}
