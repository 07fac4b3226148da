// The two buttons over the settings, and what they last did.

import { CircleCheck, PencilLine } from 'lucide-preact';
import type { Refusal } from '../../shared/refusal.ts';
import { sayRefusal } from './said.ts';
import { words } from './words.ts';

export type SavingNow = 'rest' | 'busy' | 'done' | Refusal;

interface Props {
	readonly saving: SavingNow;
	readonly unsaved: boolean;
	/** Why it cannot be saved; null: it can. */
	readonly why: string | null;
	readonly save: () => void;
	readonly revert: () => void;
}

export function Saving({ saving, unsaved, why, save, revert }: Props) {
	const say = words.settings;
	const busy = saving === 'busy';
	const refused = typeof saving === 'object' ? saving : null;
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
						<CircleCheck size={18} aria-hidden="true" /> {say.saved}
					</span>
				)}
				{refused && sayRefusal(refused)}
			</p>
			<button type="button" class="plain" aria-disabled={!unsaved || busy} onClick={() => unsaved && revert()}>
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
