// The bar of a page that is saved: whether something is unsaved, why it cannot be saved, what became of the last try, and
// the two buttons, which keep their places.

import { CircleCheck, PencilLine } from 'lucide-preact';
import type { Refusal } from '../../shared/refusal.ts';
import { saving as say } from '../../shared/words/id/saving.ts';

export type SavingState = 'rest' | 'busy' | 'done' | Refusal;

/** What a page knows of its own saving. */
export interface SavingNow {
	readonly saving: SavingState;
	readonly unsaved: boolean;
	readonly save: () => void;
	readonly revert: () => void;
}
interface Props extends SavingNow {
	/** Why it cannot be saved as it is; null: it can. */
	readonly fault: string | null;
	/** Since when what was saved holds. */
	readonly saved: string;
	readonly sayRefusal: (no: Refusal) => string;
}

export function Saving({ saving, unsaved, fault, saved, sayRefusal, save, revert }: Props) {
	const busy = saving === 'busy';
	const refused = typeof saving === 'object' ? saving : null;
	const why = unsaved ? fault : say.nothingToSave;
	return (
		<div class="saving">
			<p class={refused ? 'news bad' : 'news'} role="status">
				{unsaved && !refused && (
					<span class="chip">
						<PencilLine size={15} aria-hidden="true" /> {say.unsaved}
					</span>
				)}
				{!unsaved && saving === 'done' && (
					<span class="saved">
						<CircleCheck size={18} aria-hidden="true" /> {saved}
					</span>
				)}
				{refused && sayRefusal(refused)}
			</p>
			<button type="button" class="plain" aria-disabled={!unsaved || busy} onClick={() => unsaved && !busy && revert()}>
				{say.revert}
			</button>
			<button
				type="button"
				class="primary"
				aria-disabled={why !== null || busy}
				aria-busy={busy}
				title={why ?? undefined}
				onClick={() => why === null && !busy && save()}
			>
				{busy ? say.saving : say.save}
			</button>
		</div>
	);
}
