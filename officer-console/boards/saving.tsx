// The bar of a page that is saved: whether something is unsaved, why it cannot be saved, and the two buttons, which keep
// their places.

import { CircleCheck, PencilLine } from 'lucide-preact';
import type { Refusal } from '../../shared/refusal.ts';
import { words } from './words.ts';

export type SavingState = 'rest' | 'busy' | 'done' | Refusal;

interface Props {
	readonly saving: SavingState;
	readonly unsaved: boolean;
	/** Why it cannot be saved as it is; null: it can. */
	readonly fault: string | null;
	readonly save: () => void;
	readonly revert: () => void;
}

const refusedWith = (refusal: Refusal): string =>
	refusal.code === 'board_layout' ? words.layout.faults[refusal.fault] : words.common.refusal(refusal);

export function Saving({ saving, unsaved, fault, save, revert }: Props) {
	const say = words.saving;
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
						<CircleCheck size={18} aria-hidden="true" /> {words.saved}
					</span>
				)}
				{refused && refusedWith(refused)}
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
