// Reading the kiosk aloud: every text that can stand on its glass has a name, and only such names are ever spoken. A sentence
// with numbers or names in it is split around them; the numbers are composed from the hall's voice.
//
// Names: "s.kiosk.back" (a sentence), "s.kiosk.waiting~1~1" (its second case, the piece after the number), "service.ktp-baru",
// "agency.polres", "office.polres" (in full), "zone.2", "need.ktp-baru.0", "fee.ktp-baru", "text.1k9f3a" (whatever else the
// hall has written); "n.12", "t.A-012", "l.K".

import type { HallSettings } from './hall.ts';
import { DESK_WORDS } from './speech.ts';
import type { KioskView } from './views.ts';

/** Stand for numbers in a sentence, and are found again in it. */
const STAND_INS = [7_919, 7_927, 7_933, 7_937, 7_949, 7_951, 7_963, 7_993] as const;
const [one, two] = STAND_INS;
/** Stands for a name, a number of the queue or a time: a sign that nobody writes. */
const SOMETHING = '\uE000';

/** How a sentence that needs more than words is asked to say what a kiosk says; of one, English speaks in another form. */
const CASES: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
	'kiosk.waiting': [[0], [one]],
	'kiosk.minutes': [[one]],
	'kiosk.counters': DESK_WORDS.flatMap((desk) => STAND_INS.map((_, most) => [STAND_INS.slice(0, most + 1), desk])),
	'kiosk.search.found': [[one], [1]],
	'kiosk.service.counterMinutes': [[one]],
	'kiosk.service.quota': [[one]],
	'kiosk.take.many': [[one], [1]],
	'kiosk.take.tooMany': [[one]],
	'kiosk.basket.count': [[one], [1]],
	'kiosk.idle.left': [[one], [1]],
	'kiosk.turn.place': [[one, two]],
	'kiosk.lent.aside': [[one]],
	...Object.fromEntries(
		[
			...['kiosk.regret.yours', 'kiosk.regret.called', 'kiosk.regret.cancelled', 'kiosk.regret.changing'],
			...['kiosk.take.together', 'kiosk.priority.chosen', 'kiosk.basket.removeNamed', 'kiosk.service.printedAt'],
			...['kiosk.result.againAt', 'kiosk.result.comesOutAt', 'rooms.chosen', 'common.opens'],
		].map((sentence) => [sentence, [[SOMETHING]]]),
	),
	'common.counter': DESK_WORDS.map((desk) => [one, desk]),
	'common.ahead': [[0], [one], [1]],
	'common.wait': [
		[{ fromMinutes: 0, toMinutes: 0, basis: 'history' }],
		...['history', 'standard'].flatMap((basis) => [
			[{ fromMinutes: one, toMinutes: one, basis }],
			[{ fromMinutes: one, toMinutes: two, basis }],
		]),
	],
	...Object.fromEntries(
		['holiday', 'not_today', 'before_opening', 'break', 'after_cutoff', 'after_closing', 'quota', 'no_officer'].map(
			(reason) => [`common.closed.${reason}`, reason === 'holiday' ? [[null], [SOMETHING]] : [[null]]],
		),
	),
	// All that a kiosk may be told.
	'common.refusal': [
		...['too_fast', 'offline', 'no_answer', 'stale', 'already_printed', 'too_late', 'printer_away'].map((code) => ({
			code,
		})),
		...[
			{ code: 'too_soon', seconds: one },
			{ code: 'too_soon', seconds: 1 },
			{ code: 'too_many_services', most: one },
			{ code: 'request_used', number: SOMETHING },
			{ code: 'internal', reference: SOMETHING },
		],
		...['not_allowed', 'wrong_state', 'not_signed_in'].map((code) => ({ code })),
		...['service', 'printer', 'number', 'visit', 'device', 'place'].map((what) => ({ code: 'unknown', what })),
		{ code: 'visit_busy', counter: null },
		{ code: 'visit_busy', counter: one },
		...['holiday', 'not_today', 'before_opening', 'break', 'after_cutoff', 'after_closing', 'quota', 'no_officer'].map(
			(reason) => ({ code: 'closed', reason, note: null }),
		),
	].map((no) => [no]),
};

/** Where something stands between the words: digits, or whatever is said elsewhere under a name of its own. */
export interface Slot {
	readonly slot: 'number' | 'text';
}
export interface SpokenSentence {
	readonly name: string;
	readonly pieces: readonly (string | Slot)[];
}

const STAND_IN = new RegExp(
	`(${STAND_INS.map((it) => `${Math.floor(it / 1000)}[.,]?${it % 1000}`).join('|')}|${SOMETHING})`,
);

const piecesOf = (text: string): SpokenSentence['pieces'] =>
	text.split(STAND_IN).map((piece, at) => (at % 2 === 0 ? piece : { slot: piece === SOMETHING ? 'text' : 'number' }));

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
	readonly services: readonly Pick<
		KioskView['services'][number],
		'id' | 'name' | 'requirements' | 'fee' | 'product' | 'procedure' | 'complaint'
	>[];
	/** Whatever else may stand on a page: occasions, rooms, printers, holidays, where to complain. */
	readonly others: readonly string[];
};

/** Those of a hall that may ever be needed; a kiosk is shown some of them. */
export const otherTexts = (
	settings: Pick<HallSettings, 'guides' | 'board' | 'complaintLine' | 'weekly' | 'holidays' | 'specials'>,
	printers: readonly { readonly name: string }[],
): readonly string[] => [
	...settings.guides.map((it) => it.name),
	...settings.board.rooms.map((it) => it.name),
	...printers.map((it) => it.name),
	settings.complaintLine,
	...settings.holidays.map((it) => it.name),
	...[...settings.weekly, ...settings.specials].flatMap((it) => it.breaks.map((pause) => pause.reason)),
];

/** Names a text by what it says: a kiosk and its server know the same texts, but not in the same order. FNV-1a, 32 bits. */
function otherName(text: string): string {
	let hash = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	return `text.${(hash >>> 0).toString(36)}`;
}

/** What the hall itself has written and a kiosk shows, by the name under which it is spoken. */
export const hallTexts = ({ zones, agencies, services, others }: Catalogue): ReadonlyMap<string, string> =>
	new Map([
		...zones.map((it) => [`zone.${it.number}`, it.name] as const),
		...agencies.flatMap((it) => [[`agency.${it.id}`, it.shortName] as const, [`office.${it.id}`, it.name] as const]),
		...services.flatMap((it) => [
			[`service.${it.id}`, it.name] as const,
			...it.requirements.map((need, at) => [`need.${it.id}.${at}`, need] as const),
			[`fee.${it.id}`, it.fee.text] as const,
			[`product.${it.id}`, it.product] as const,
		]),
		...[...others, ...services.flatMap((it) => [...it.procedure, it.complaint ?? ''])]
			.filter((it) => it !== '')
			.map((it) => [otherName(it), it] as const),
	]);

/** Names that need no recording of their own. */
export const COMPOSED = /^(?:n\.\d{1,4}|t\.[A-Z]{1,2}-\d{1,5}|l\.[A-Z])$/;
/** Any name, by its form; whether there is such a thing the hall knows. */
export const SPOKEN_NAME = /^(?:s|n|t|l|zone|agency|office|service|need|fee|product|text)\.[A-Za-z0-9_.~-]{1,80}$/;

/** Breaths of names, as the address of their sound says them: words parted by commas, breaths by semicolons. */
export const aloudAddress = (breaths: readonly (readonly string[])[], language: 'id' | 'en'): string =>
	`/voice/aloud.wav?lang=${language}&say=${breaths.map((names) => names.join(',')).join(';')}`;
/** More is said in several files, one after the other. */
export const MOST_NAMES = 24;
