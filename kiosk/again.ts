// Printing a slip once more after it did not come out: one press, one request, and no second one until the hall has had
// the time to show what became of the first.

import { type Signal, signal } from '@preact/signals';
import type { PrintAgainAsk, Reply } from '../shared/contract.ts';
import { type PrinterId, SECOND, type VisitId } from '../shared/id.ts';
import type { Refusal } from '../shared/refusal.ts';

/** Where to: one of the kiosk's other printers; null = where it was to be printed. */
export type Where = { readonly id: PrinterId; readonly name: string } | null;

export type AgainState =
	| { readonly at: 'rest' }
	| { readonly at: 'asking'; readonly where: Where }
	| { readonly at: 'refused'; readonly refusal: Refusal };

export interface Again {
	readonly state: Signal<AgainState>;
	/** Ignored while another press is being answered. */
	readonly press: (visitId: VisitId, where: Where) => void;
	/** Another visitor: an answer still on its way is nobody's any more. */
	readonly forget: () => void;
}

/** After a yes the view needs a moment until it says so too; a second press in it would be a second slip. */
export const SETTLES_IN = 2 * SECOND;
const REST: AgainState = { at: 'rest' };

export function printingAgain(
	ask: (input: PrintAgainAsk) => Promise<Reply<unknown>>,
	onSent: (visitId: VisitId, where: Where) => void,
): Again {
	const state = signal<AgainState>(REST);
	let current: object | null = null;

	async function run(visitId: VisitId, where: Where): Promise<void> {
		const press = {};
		current = press;
		state.value = { at: 'asking', where };
		const reply = await ask({ visitId, printer: where?.id ?? null });
		if (current !== press) return;
		if (!reply.ok) {
			state.value = { at: 'refused', refusal: reply.refusal };
			return;
		}
		onSent(visitId, where);
		await new Promise((done) => setTimeout(done, SETTLES_IN));
		if (current === press) state.value = REST;
	}

	return {
		state,
		press: (visitId, where) => {
			if (state.value.at !== 'asking') void run(visitId, where);
		},
		forget: () => {
			current = null;
			state.value = REST;
		},
	};
}
