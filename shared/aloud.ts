// Reading the kiosk aloud: every text that can stand on its glass has a name, and only such names are ever spoken. A sentence
// with numbers in it is split around them; the numbers are composed from the hall's voice.
//
// Names: "s.kiosk.back" (a sentence), "s.kiosk.waiting~1~1" (its second case, the piece after the number), "service.ktp-baru",
// "agency.polres", "office.polres" (in full), "zone.2", "need.ktp-baru.0", "fee.ktp-baru"; "n.12", "t.A-012", "l.K".

import type { KioskView } from './views.ts';

/** Stand for numbers in a sentence, and are found again in it. */
const STAND_INS = [7_919, 7_927, 7_933, 7_937, 7_949, 7_951, 7_963, 7_993] as const;
const [one, two] = STAND_INS;

/** How a sentence that needs more than words is asked to say what a kiosk says. */
const CASES: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
	'kiosk.waiting': [[0], [one]],
	'kiosk.minutes': [[one]],
	'kiosk.counters': STAND_INS.map((_, most) => [STAND_INS.slice(0, most + 1)]),
	'kiosk.search.found': [[one]],
	'kiosk.service.counterMinutes': [[one]],
	'kiosk.service.quota': [[one]],
	'kiosk.take.many': [[one]],
	'kiosk.take.tooMany': [[one]],
	'kiosk.basket.count': [[one]],
	'kiosk.idle.left': [[one]],
	'kiosk.turn.place': [[one, two]],
	'common.counter': [[one]],
	'common.ahead': [[0], [one]],
	'common.wait': [
		[{ fromMinutes: 0, toMinutes: 0, basis: 'history' }],
		...['history', 'standard'].flatMap((basis) => [
			[{ fromMinutes: one, toMinutes: one, basis }],
			[{ fromMinutes: one, toMinutes: two, basis }],
		]),
	],
	...Object.fromEntries(
		['holiday', 'not_today', 'before_opening', 'break', 'after_cutoff', 'after_closing', 'quota', 'no_officer'].map(
			(reason) => [`common.closed.${reason}`, [[null]]],
		),
	),
	'common.refusal': ['too_fast', 'offline', 'no_answer', 'stale', 'already_printed', 'too_late', 'printer_away'].map(
		(code) => [{ code }],
	),
};

export interface SpokenSentence {
	readonly name: string;
	/** Words, and where a number stands between them. */
	readonly pieces: readonly (string | { readonly number: true })[];
}

const NUMBER: SpokenSentence['pieces'][number] = { number: true };
const STAND_IN = new RegExp(`(?:${STAND_INS.map((it) => `${Math.floor(it / 1000)}[.,]?${it % 1000}`).join('|')})`);

const piecesOf = (text: string): SpokenSentence['pieces'] =>
	text.split(STAND_IN).flatMap((piece, at) => (at === 0 ? [piece] : [NUMBER, piece]));

/** Every sentence of these sections, in the language that they are in. One that throws or says nothing is left out. */
export function spokenSentences(sections: Readonly<Record<string, unknown>>): readonly SpokenSentence[] {
	const walk = (path: string, it: unknown): readonly SpokenSentence[] => {
		if (typeof it === 'string') return it === '' ? [] : [{ name: path, pieces: [it] }];
		if (typeof it === 'function') {
			return (CASES[path] ?? []).map((args, at) => ({
				name: `${path}~${at}`,
				pieces: piecesOf(String((it as (...args: readonly unknown[]) => unknown)(...args))),
			}));
		}
		if (typeof it !== 'object' || it === null) return [];
		return Object.entries(it).flatMap(([name, part]) => walk(path === '' ? name : `${path}.${name}`, part));
	};
	return walk('', sections);
}

const HAS_WORDS = /\p{L}/u;
/** A dash between two numbers; a comma between them is a pause. */
const IS_DASH = /^\s*[–-]\s*$/;
export const UNTIL = 's.aloud.until';

/** The name under which the piece of a sentence is spoken; null: there is nothing to say. */
export function pieceName({ name, pieces }: SpokenSentence, at: number): string | null {
	const piece = pieces[at];
	if (typeof piece !== 'string') return null;
	if (IS_DASH.test(piece)) return UNTIL;
	if (!HAS_WORDS.test(piece)) return null;
	return pieces.length === 1 ? `s.${name}` : `s.${name}~${at}`;
}

/** Every piece by its name: what is to be recorded of these sections. */
export const sentenceTexts = (sections: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> =>
	new Map(
		spokenSentences(sections).flatMap((sentence) =>
			sentence.pieces.flatMap((piece, at) => {
				if (typeof piece !== 'string' || IS_DASH.test(piece)) return [];
				const name = pieceName(sentence, at);
				return name === null ? [] : [[name, piece.trim()] as const];
			}),
		),
	);

type Catalogue = {
	readonly zones: readonly Pick<KioskView['zones'][number], 'number' | 'name'>[];
	readonly agencies: readonly Pick<KioskView['agencies'][number], 'id' | 'shortName' | 'name'>[];
	readonly services: readonly Pick<KioskView['services'][number], 'id' | 'name' | 'requirements' | 'fee' | 'product'>[];
};

/** What the hall itself has written and a kiosk shows, by the name under which it is spoken. */
export const hallTexts = ({ zones, agencies, services }: Catalogue): ReadonlyMap<string, string> =>
	new Map([
		...zones.map((it) => [`zone.${it.number}`, it.name] as const),
		...agencies.flatMap((it) => [[`agency.${it.id}`, it.shortName] as const, [`office.${it.id}`, it.name] as const]),
		...services.flatMap((it) => [
			[`service.${it.id}`, it.name] as const,
			...it.requirements.map((need, at) => [`need.${it.id}.${at}`, need] as const),
			[`fee.${it.id}`, it.fee.text] as const,
			[`product.${it.id}`, it.product] as const,
		]),
	]);

/** Names that need no recording of their own. */
export const COMPOSED = /^(?:n\.\d{1,4}|t\.[A-Z]{1,2}-\d{1,5}|l\.[A-Z])$/;
/** Any name, by its form; whether there is such a thing the hall knows. */
export const SPOKEN_NAME = /^(?:s|n|t|l|zone|agency|office|service|need|fee|product)\.[A-Za-z0-9_.~-]{1,80}$/;

/** Breaths of names, as the address of their sound says them: words parted by commas, breaths by semicolons. */
export const aloudAddress = (breaths: readonly (readonly string[])[], language: 'id' | 'en'): string =>
	`/voice/aloud.wav?lang=${language}&say=${breaths.map((names) => names.join(',')).join(';')}`;
/** More is said in several files, one after the other. */
export const MOST_NAMES = 24;
