// The question before a board is taken off the list: it cannot be taken back, only paired anew.

import { CircleAlert } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { Refusal } from '../../shared/refusal.ts';
import { Dialog } from '../manager/dialog.tsx';
import type { Board } from './standing.ts';
import { words } from './words.ts';

interface Props {
	readonly board: Board;
	/** null: it is gone, and so is this question. */
	readonly remove: () => Promise<Refusal | null>;
	readonly stay: () => void;
}

export function Removing({ board, remove, stay }: Props) {
	const say = words.wall;
	const [state, setState] = useState<'rest' | 'busy' | Refusal>('rest');
	const busy = state === 'busy';
	return (
		<Dialog title={say.removeHeading(board.name)} onClose={() => !busy && stay()}>
			<p>
				{board.connected > 0 && `${say.removeShowing} `}
				{say.removeText}
			</p>
			<div role="alert">
				{typeof state === 'object' && (
					<p class="fault">
						<CircleAlert size={18} aria-hidden="true" /> {words.common.refusal(state)}
					</p>
				)}
			</div>
			<div class="ends">
				<button
					type="button"
					class="plain"
					aria-disabled={busy}
					onClick={async () => {
						if (busy) return;
						setState('busy');
						setState((await remove()) ?? 'rest');
					}}
				>
					{busy ? say.removing : say.remove}
				</button>
				<button type="button" class="primary" onClick={() => !busy && stay()}>
					{say.keep}
				</button>
			</div>
		</Dialog>
	);
}
