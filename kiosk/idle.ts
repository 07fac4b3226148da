// When a kiosk that nobody touches forgets its visitor: a question after 30 s, home 20 s later; a number stays longer once its
// slip did not come out, to be photographed or printed again. Home never asks. While the page is read aloud no time passes.

import { MINUTE, SECOND } from '../shared/id.ts';
import { type Flow, isFresh, pageOf } from './flow.ts';

/** WCAG 2.2.1: at least 20 s to answer by one simple action, as often as wanted. */
export const ASK_AFTER = 30 * SECOND;
export const ASK_FOR = 20 * SECOND;
export const NUMBER_FOR = 10 * SECOND;
export const NUMBER_FOR_WITHOUT_SLIP = 45 * SECOND;

/** A voice keeps a page for so long after the last touch: the longest is read in two minutes, and a hung sound is no visitor. */
export const VOICE_HOLDS_FOR = 3 * MINUTE;

/** How still it is before the glass; times are performance.now(). */
export interface Watch {
	readonly lookedAt: number;
	readonly touchedAt: number;
	/** Neither a touch nor the voice, ms. */
	readonly stillMs: number;
	/** The screen is being read aloud. */
	readonly speaking: boolean;
}

export const watchFrom = (now: number): Watch => ({ lookedAt: now, touchedAt: now, stillMs: 0, speaking: false });

export const touch = (watch: Watch, now: number): Watch => ({ ...watchFrom(now), speaking: watch.speaking });

/** The voice holds this visitor's page. */
export const isHeld = ({ speaking, touchedAt, lookedAt }: Watch): boolean =>
	speaking && lookedAt - touchedAt < VOICE_HOLDS_FOR;

/** What is read counts from its end; "Masih di sana?" itself is read while its own time stands still. */
export function look(watch: Watch, now: number, presence: Presence): Watch {
	const next = { ...watch, lookedAt: now };
	if (!isHeld(next)) return { ...next, stillMs: watch.stillMs + now - watch.lookedAt };
	return presence.kind === 'asked' ? next : { ...next, stillMs: 0 };
}

export type Presence =
	| { readonly kind: 'here' }
	/** "Masih di sana?" is on the screen. */
	| { readonly kind: 'asked'; readonly secondsLeft: number }
	/** The number is on the screen and goes by itself. */
	| { readonly kind: 'leaving'; readonly secondsLeft: number }
	| { readonly kind: 'gone' };

const HERE: Presence = { kind: 'here' };
const GONE: Presence = { kind: 'gone' };

export interface Stillness {
	/** Neither a touch nor the voice, ms. */
	readonly stillMs: number;
	/** The voice reads the page: a number does not go in the middle of its sentence. */
	readonly held: boolean;
	/** A number is being taken: nobody is sent away before the answer. */
	readonly taking: boolean;
	/** The slip of this number did not come out, or was asked for once more, whatever became of it since. */
	readonly slipFailed: boolean;
}

export function presenceOf(flow: Flow, { stillMs, held, taking, slipFailed }: Stillness): Presence {
	if (taking || isFresh(flow)) return HERE;
	const page = pageOf(flow);
	if (page.at === 'result' || page.at === 'lent') {
		if (held) return HERE;
		const left = (slipFailed || page.at === 'lent' ? NUMBER_FOR_WITHOUT_SLIP : NUMBER_FOR) - stillMs;
		return left > 0 ? { kind: 'leaving', secondsLeft: Math.ceil(left / SECOND) } : GONE;
	}
	const left = ASK_AFTER + ASK_FOR - stillMs;
	if (left <= 0) return GONE;
	// Home with nothing chosen has nothing to lose: language and height go back without a question.
	const asks = left <= ASK_FOR && (page.at !== 'home' || flow.basket.length > 0);
	return asks ? { kind: 'asked', secondsLeft: Math.ceil(left / SECOND) } : HERE;
}
