// One choice, one request, one number. While the server is away the same request is asked again, also when the visitor
// cancels and presses anew, so that a lost answer cannot become a second number. Or a number is given that was lent for it.

import { type Signal, signal } from '@preact/signals';
import type { Reply, TakeAsk, Taken } from '../shared/contract.ts';
import { SECOND } from '../shared/id.ts';
import type { Refusal } from '../shared/refusal.ts';
import type { Given } from './lent/core.ts';

export type TakeState =
	| { readonly at: 'rest' }
	| { readonly at: 'asking' }
	/** The server is away; asked again by itself. */
	| { readonly at: 'retrying' }
	/** Away for too long; the visitor decides whether the same request is asked again. */
	| { readonly at: 'gave_up'; readonly order: TakeAsk }
	| { readonly at: 'refused'; readonly refusal: Refusal };

/** What the visitor has chosen, before it has the name of a request. */
export type Choice = Omit<TakeAsk, 'requestId'>;

export interface Taking {
	readonly state: Signal<TakeState>;
	/** Ignored while another press is being answered. */
	readonly press: (choice: Choice) => void;
	/** After giving up: the same request once more. */
	readonly again: () => void;
	/** Stops asking and closes what is said about it. A number that is already on its way is still shown. */
	readonly dismiss: () => void;
	/** Another visitor: an answer still on its way is nobody's any more. */
	readonly forget: () => void;
}

/** Gives numbers that the server lent to this kiosk. */
export interface Lender {
	/** `offline`: none can be given now. `pressedAt`: performance.now() when the finger came down. */
	readonly give: (
		order: TakeAsk,
		press: { readonly pressedAt: number; readonly sent: boolean },
	) => Promise<Reply<Given>>;
	readonly onGiven: (given: Given) => void;
}

export const RETRY_EVERY = 1.5 * SECOND;
export const RETRY_FOR = 20 * SECOND;
/** An answer that has not come by then, may come too late: who was asked in vain for so long is given a lent number. */
export const LENT_AFTER = 8 * SECOND;

const REST: TakeState = { at: 'rest' };

export function taking(
	ask: (order: TakeAsk) => Promise<Reply<Taken>>,
	newRequestId: () => string,
	onTaken: (taken: Taken) => void,
	lender: Lender | null,
): Taking {
	const state = signal<TakeState>(REST);
	/** The press that is being answered; an answer to any other is late. */
	let current: { stopped: boolean } | null = null;
	/**
	 * This visitor's orders that have no number yet, by what they choose: the server may have given it although its answer
	 * was lost, and a refusal after that ("too fast") does not tell.
	 */
	const numberless = new Map<string, TakeAsk>();
	/** Requests that left this kiosk: what became of them only the server knows. */
	const sent = new Set<string>();

	function orderFor(choice: Choice): TakeAsk {
		const order = numberless.get(keyOf(choice)) ?? { ...choice, requestId: newRequestId() };
		numberless.set(keyOf(choice), order);
		return order;
	}

	function done(order: TakeAsk): void {
		numberless.delete(keyOf(order));
		current = null;
		state.value = REST;
	}

	async function run(order: TakeAsk): Promise<void> {
		const press = { stopped: false };
		const pressedAt = performance.now();
		const giveUpAt = pressedAt + RETRY_FOR;
		current = press;
		state.value = { at: 'asking' };
		while (current === press && !press.stopped) {
			const reply = await ask(order);
			if (current !== press) return;
			if (reply.ok) {
				done(order);
				onTaken(reply.value);
				return;
			}
			if (press.stopped) return;
			if (!isPassing(reply.refusal)) {
				state.value = { at: 'refused', refusal: reply.refusal };
				return;
			}
			if (reply.refusal.code === 'no_answer') sent.add(order.requestId);
			const inVain = sent.has(order.requestId);
			// What replaces a number needs the server, which alone can give that one up.
			if (lender && order.replaces === undefined && (!inVain || performance.now() >= pressedAt + LENT_AFTER)) {
				const lent = await lender.give(order, { pressedAt, sent: inVain });
				if (current !== press) return;
				if (lent.ok) {
					done(order);
					lender.onGiven(lent.value);
					return;
				}
				if (press.stopped) return;
				if (!isPassing(lent.refusal)) {
					state.value = { at: 'refused', refusal: lent.refusal };
					return;
				}
			}
			if (performance.now() + RETRY_EVERY > giveUpAt) {
				state.value = { at: 'gave_up', order };
				return;
			}
			state.value = { at: 'retrying' };
			await pause(RETRY_EVERY);
		}
	}

	return {
		state,
		press: (choice) => {
			if (state.value.at === 'rest') void run(orderFor(choice));
		},
		again: () => {
			if (state.value.at === 'gave_up') void run(state.value.order);
		},
		dismiss: () => {
			if (current) current.stopped = true;
			state.value = REST;
		},
		forget: () => {
			current = null;
			numberless.clear();
			sent.clear();
			state.value = REST;
		},
	};
}

const keyOf = ({ services, priority, replaces }: Choice): string => `${services.join(' ')} ${priority} ${replaces}`;
const isPassing = (refusal: Refusal): boolean => refusal.code === 'offline' || refusal.code === 'no_answer';
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
