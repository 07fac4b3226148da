// Where the visitor is and what has been chosen so far. Pure: an event comes in, the next state comes out, and `start`
// is a kiosk that has forgotten everything. A step back is the last page taken off the path.

import type { Taken } from '../shared/contract.ts';
import { MOST_SERVICES, type Priority } from '../shared/hall.ts';
import type { AgencyId, ServiceId, VisitId } from '../shared/id.ts';
import type { Language } from '../shared/words/words.ts';

export type Page =
	| { readonly at: 'home' }
	| { readonly at: 'agency'; readonly agencyId: AgencyId }
	| { readonly at: 'service'; readonly serviceId: ServiceId }
	| { readonly at: 'search'; readonly typed: string }
	| { readonly at: 'priority' }
	| { readonly at: 'basket' }
	/** `sentTo`: the other printer that the visitor has chosen after the first one failed. */
	| { readonly at: 'result'; readonly taken: Taken; readonly sentTo: string | null };

export interface Flow {
	/** The pages gone through after home; the last is on the screen, none is home. */
	readonly path: readonly Page[];
	readonly basket: readonly ServiceId[];
	/** Said before a service was chosen; kept for this visit. */
	readonly priority: Priority | null;
	readonly language: Language;
	/** English was asked for and could not be fetched. */
	readonly noEnglish: boolean;
	/** Everything in the lower half, for a wheelchair or a child. */
	readonly low: boolean;
}

export type FlowEvent =
	| { readonly kind: 'opened'; readonly page: Exclude<Page, { at: 'result' }> }
	| { readonly kind: 'back' }
	/** The whole field, from a real keyboard; or one key after another, each counting on what the last one left. */
	| { readonly kind: 'typed'; readonly typed: string }
	| { readonly kind: 'wrote'; readonly text: string }
	| { readonly kind: 'erased' }
	| { readonly kind: 'prioritised'; readonly priority: Priority | null }
	| { readonly kind: 'added'; readonly serviceId: ServiceId }
	| { readonly kind: 'removed'; readonly serviceId: ServiceId }
	| { readonly kind: 'taken'; readonly taken: Taken }
	/** The slip of this visit is to be printed once more. */
	| { readonly kind: 'sent'; readonly visitId: VisitId; readonly to: string | null }
	| { readonly kind: 'spoke'; readonly language: Language }
	| { readonly kind: 'no_english' }
	| { readonly kind: 'lowered'; readonly low: boolean }
	| { readonly kind: 'left' };

export type Go = (event: FlowEvent) => void;

export const start: Flow = { path: [], basket: [], priority: null, language: 'id', noEnglish: false, low: false };

const LONGEST_SEARCH = 40;
const HOME: Page = { at: 'home' };
export const pageOf = (flow: Flow): Page => flow.path.at(-1) ?? HOME;

export function step(flow: Flow, event: FlowEvent): Flow {
	switch (event.kind) {
		case 'opened':
			return { ...flow, path: event.page.at === 'home' ? [] : [...flow.path, event.page] };
		case 'back':
			return { ...flow, path: flow.path.slice(0, -1) };
		case 'typed':
			return typing(flow, () => event.typed);
		case 'wrote':
			return typing(flow, (typed) => typed + event.text);
		case 'erased':
			return typing(flow, (typed) => typed.slice(0, -1));
		case 'prioritised':
			return { ...flow, priority: event.priority, path: flow.path.slice(0, -1) };
		case 'added':
			return canAdd(flow, event.serviceId) ? { ...flow, basket: [...flow.basket, event.serviceId], path: [] } : flow;
		case 'removed':
			return { ...flow, basket: flow.basket.filter((id) => id !== event.serviceId) };
		case 'taken':
			return { ...flow, path: [{ at: 'result', taken: event.taken, sentTo: null }], basket: [], priority: null };
		case 'sent':
			return sent(flow, event.visitId, event.to);
		case 'spoke':
			return { ...flow, language: event.language, noEnglish: false };
		case 'no_english':
			// Who has gone back to Indonesian, or left, needs not be told.
			return flow.language === 'en' ? { ...flow, language: 'id', noEnglish: true } : flow;
		case 'lowered':
			return { ...flow, low: event.low };
		case 'left':
			return start;
	}
}

/** Says where the paper comes out; an answer that comes when another visitor stands there says nothing. */
function sent(flow: Flow, visitId: VisitId, sentTo: string | null): Flow {
	const page = pageOf(flow);
	if (page.at !== 'result' || page.taken.visitId !== visitId) return flow;
	return { ...flow, path: [{ ...page, sentTo }] };
}

function typing(flow: Flow, change: (typed: string) => string): Flow {
	const page = pageOf(flow);
	if (page.at !== 'search') return flow;
	const typed = change(page.typed).slice(0, LONGEST_SEARCH);
	return { ...flow, path: [...flow.path.slice(0, -1), { at: 'search', typed }] };
}

/** The service page the visitor stands on, also when the priority page has been opened from it. */
function serviceInHand(flow: Flow): ServiceId | null {
	const page = flow.path.findLast((it) => it.at !== 'priority');
	return page?.at === 'service' ? page.serviceId : null;
}

/** What one press takes: the list in its order and the service in hand after it. The first gives the number. */
export function orderOf(flow: Flow): readonly ServiceId[] {
	const inHand = serviceInHand(flow);
	return inHand === null || flow.basket.includes(inHand) ? flow.basket : [...flow.basket, inHand];
}

/** Choosing a category takes the number where a service or the list is in hand; elsewhere it is kept for later. */
export function choosingTakes(flow: Flow): boolean {
	const before = flow.path.findLast((it) => it.at !== 'priority')?.at;
	return before === 'service' || before === 'basket';
}

export const canAdd = (flow: Flow, serviceId: ServiceId): boolean =>
	!flow.basket.includes(serviceId) && flow.basket.length < MOST_SERVICES;

/** Nothing on this kiosk tells of an earlier visitor. */
export const isFresh = (flow: Flow): boolean =>
	flow.path.length === 0 &&
	flow.basket.length === 0 &&
	flow.priority === null &&
	flow.language === start.language &&
	!flow.noEnglish &&
	!flow.low;

/** Changes when another page is on the screen, not when something changes on the page. */
export function pageKey(flow: Flow): string {
	const page = pageOf(flow);
	switch (page.at) {
		case 'agency':
			return `agency ${page.agencyId}`;
		case 'service':
			return `service ${page.serviceId}`;
		case 'result':
			return `result ${page.taken.visitId}`;
		case 'home':
		case 'search':
		case 'priority':
		case 'basket':
			return page.at;
	}
}
