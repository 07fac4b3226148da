// When a kiosk that nobody touches forgets its visitor: a question after 30 s, home 20 s later; a number stays longer
// once its slip did not come out, because it must be photographed, or printed again. Home itself never asks.

import { SECOND } from '../shared/id.ts';
import { type Flow, isFresh, pageOf } from './flow.ts';

/** WCAG 2.2.1: at least 20 s to answer by one simple action, as often as wanted. */
export const ASK_AFTER = 30 * SECOND;
export const ASK_FOR = 20 * SECOND;
export const NUMBER_FOR = 10 * SECOND;
export const NUMBER_FOR_WITHOUT_SLIP = 45 * SECOND;

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
	readonly untouchedMs: number;
	/** A number is being taken: nobody is sent away before the answer. */
	readonly taking: boolean;
	/** The slip of this number did not come out, or was asked for once more, whatever became of it since. */
	readonly slipFailed: boolean;
}

export function presence(flow: Flow, { untouchedMs, taking, slipFailed }: Stillness): Presence {
	if (taking || isFresh(flow)) return HERE;
	const page = pageOf(flow);
	if (page.at === 'result' || page.at === 'lent') {
		const left = (slipFailed || page.at === 'lent' ? NUMBER_FOR_WITHOUT_SLIP : NUMBER_FOR) - untouchedMs;
		return left > 0 ? { kind: 'leaving', secondsLeft: Math.ceil(left / SECOND) } : GONE;
	}
	const left = ASK_AFTER + ASK_FOR - untouchedMs;
	if (left <= 0) return GONE;
	// Home with nothing chosen has nothing to lose: language and height go back without a question.
	const asks = left <= ASK_FOR && (page.at !== 'home' || flow.basket.length > 0);
	return asks ? { kind: 'asked', secondsLeft: Math.ceil(left / SECOND) } : HERE;
}
