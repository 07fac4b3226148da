// Where the visitor is and what has been chosen so far. Pure: an event comes in, the next state comes out, and `start`
// is a kiosk that has forgotten everything. A step back is the last page taken off the path.

import type { Held, Taken } from '../shared/contract.ts';
import { MOST_SERVICES, type Priority } from '../shared/hall.ts';
import type { AgencyId, ServiceId, VisitId } from '../shared/id.ts';
import type { LanguageCode } from '../shared/words/regional.ts';
import type { Given } from './lent/core.ts';

export type Page =
	| { readonly at: 'home' }
	/** The agencies of a zone, or of a part of one (divide.ts). */
	| { readonly at: 'group'; readonly groupId: string }
	| { readonly at: 'agency'; readonly agencyId: AgencyId }
	| { readonly at: 'service'; readonly serviceId: ServiceId }
	| { readonly at: 'search'; readonly typed: string }
	/** "Saya mau mengurus …", and one of them, by its name. */
	| { readonly at: 'guides' }
	| { readonly at: 'guide'; readonly name: string }
	/** Giving up or changing a number; null: it must be found first. */
	| { readonly at: 'regret'; readonly held: HeldNumber | null }
	| { readonly at: 'cancelled'; readonly number: string }
	| { readonly at: 'priority' }
	/** What makes the kiosk easier to use. */
	| { readonly at: 'access' }
	| { readonly at: 'basket' }
	/** `sentTo`: the other printer that the visitor has chosen after the first one failed. */
	/** `instead`: the number that this one took the place of. */
	| { readonly at: 'result'; readonly taken: Taken; readonly sentTo: string | null; readonly instead?: string }
	/** A number that was given without the server. */
	| { readonly at: 'lent'; readonly given: Given };

/** A number taken at this kiosk. */
export type HeldNumber = Omit<Held, 'until'>;

export interface Flow {
	/** The pages gone through after home; the last is on the screen, none is home. */
	readonly path: readonly Page[];
	readonly basket: readonly ServiceId[];
	/** Said before a service was chosen; kept for this visit. */
	readonly priority: Priority | null;
	/** The next number takes the place of this one. */
	readonly replaces: HeldNumber | null;
	readonly language: LanguageCode;
	/** The language that was asked for and could not be fetched. */
	readonly unfetched: LanguageCode | null;
	/** Every screen is spoken. */
	readonly aloud: boolean;
	/** Everything in the lower half, for a wheelchair or a child. */
	readonly low: boolean;
	readonly large: boolean;
	/** Black on white, for who sees little. */
	readonly contrast: boolean;
	/** How far the choices of a page have been turned, by pageKey: a step back finds them as they were. */
	readonly turns: Readonly<Record<string, number>>;
}

export type FlowEvent =
	| { readonly kind: 'opened'; readonly page: Exclude<Page, { at: 'result' | 'lent' }> }
	| { readonly kind: 'back' }
	/** The whole field, from a real keyboard; or one key after another, each counting on what the last one left. */
	| { readonly kind: 'typed'; readonly typed: string }
	| { readonly kind: 'wrote'; readonly text: string }
	| { readonly kind: 'erased' }
	| { readonly kind: 'prioritised'; readonly priority: Priority | null }
	| { readonly kind: 'added'; readonly serviceId: ServiceId }
	| { readonly kind: 'removed'; readonly serviceId: ServiceId }
	| { readonly kind: 'taken'; readonly taken: Taken }
	| { readonly kind: 'lent'; readonly given: Given }
	| { readonly kind: 'changing'; readonly held: HeldNumber }
	/** The number that was to be changed stays as it is. */
	| { readonly kind: 'kept' }
	| { readonly kind: 'cancelled'; readonly number: string }
	/** The slip of this visit is to be printed once more. */
	| { readonly kind: 'sent'; readonly visitId: VisitId; readonly to: string | null }
	| { readonly kind: 'spoke'; readonly language: LanguageCode }
	| { readonly kind: 'unfetched'; readonly language: LanguageCode }
	| { readonly kind: 'heard'; readonly aloud: boolean }
	| { readonly kind: 'lowered'; readonly low: boolean }
	| { readonly kind: 'enlarged'; readonly large: boolean }
	| { readonly kind: 'contrasted'; readonly contrast: boolean }
	/** The choices of the page on the screen, to this page of them. */
	| { readonly kind: 'turned'; readonly to: number }
	| { readonly kind: 'left' };

export type Go = (event: FlowEvent) => void;

export const start: Flow = {
	path: [],
	basket: [],
	priority: null,
	replaces: null,
	language: 'id',
	unfetched: null,
	aloud: false,
	low: false,
	large: false,
	contrast: false,
	turns: {},
};

const LONGEST_SEARCH = 40;
const HOME: Page = { at: 'home' };
export const pageOf = (flow: Flow): Page => flow.path.at(-1) ?? HOME;

export function step(flow: Flow, event: FlowEvent): Flow {
	switch (event.kind) {
		case 'opened':
			return opened(flow, event.page);
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
			return {
				...flow,
				path: [
					{
						...({ at: 'result', taken: event.taken, sentTo: null } as const),
						...(flow.replaces && { instead: flow.replaces.number }),
					},
				],
				basket: [],
				priority: null,
				replaces: null,
			};
		case 'lent':
			return { ...flow, path: [{ at: 'lent', given: event.given }], basket: [], priority: null };
		case 'changing':
			return { ...flow, ...changing(event.held) };
		case 'kept':
			return { ...flow, replaces: null };
		case 'cancelled':
			return cancelled(flow, event.number);
		case 'sent':
			return sent(flow, event.visitId, event.to);
		case 'spoke':
			return { ...flow, language: event.language, unfetched: null };
		case 'heard':
			return { ...flow, aloud: event.aloud };
		case 'unfetched':
			// Who has gone back to Indonesian, or left, needs not be told.
			return flow.language === event.language ? { ...flow, language: 'id', unfetched: event.language } : flow;
		case 'lowered':
			return { ...flow, low: event.low };
		case 'enlarged':
			return { ...flow, large: event.large };
		case 'contrasted':
			return { ...flow, contrast: event.contrast };
		case 'turned':
			return { ...flow, turns: { ...flow.turns, [pageKey(flow)]: event.to } };
		case 'left':
			return start;
	}
}

/** Begins with what the old number was for: one service is chosen anew, of several some may stay; a priority always does. */
function changing(held: HeldNumber): Pick<Flow, 'path' | 'basket' | 'priority' | 'replaces'> {
	const several = held.services.length > 1;
	return {
		path: several ? [{ at: 'basket' }] : [],
		basket: several ? held.services : [],
		priority: held.priority,
		replaces: held,
	};
}

/** A number is found for who asked for it, and for nobody who stands there when the answer comes. */
function opened(flow: Flow, page: Page): Flow {
	const from = pageOf(flow).at;
	if (page.at === 'regret' && page.held !== null && from !== 'regret' && from !== 'result') return flow;
	return { ...flow, path: page.at === 'home' ? [] : [...flow.path, page] };
}

/** An answer that comes when its visitor has left, or gone on, shows nobody else the number. */
function cancelled(flow: Flow, number: string): Flow {
	const page = pageOf(flow);
	if (page.at !== 'regret' || page.held?.number !== number) return flow;
	return { ...flow, path: [{ at: 'cancelled', number }], basket: [], replaces: null };
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
	flow.replaces === null &&
	flow.language === start.language &&
	flow.unfetched === null &&
	!flow.aloud &&
	!flow.low &&
	!flow.large &&
	!flow.contrast &&
	Object.keys(flow.turns).length === 0;

/** Changes when another page is on the screen, not when something changes on the page. */
export function pageKey(flow: Flow): string {
	const page = pageOf(flow);
	switch (page.at) {
		case 'group':
			return `group ${page.groupId}`;
		case 'agency':
			return `agency ${page.agencyId}`;
		case 'service':
			return `service ${page.serviceId}`;
		case 'result':
			return `result ${page.taken.visitId}`;
		case 'lent':
			return `lent ${page.given.number}`;
		case 'guide':
			return `guide ${page.name}`;
		case 'regret':
			return `regret ${page.held?.number}`;
		case 'cancelled':
			return `cancelled ${page.number}`;
		case 'home':
		case 'guides':
		case 'search':
		case 'priority':
		case 'access':
		case 'basket':
			return page.at;
	}
}
