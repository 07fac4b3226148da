// "Masih di sana?": one touch anywhere keeps the visitor's page.

import type { ReadonlySignal } from '@preact/signals';
import type { Presence } from '../idle.ts';
import type { Say } from '../words.ts';
import { Dialog } from './dialog.tsx';

export interface StillThereProps {
	readonly say: Say;
	readonly presence: ReadonlySignal<Presence>;
	readonly onStay: () => void;
}

export function StillThere({ say, presence, onStay }: StillThereProps) {
	const now = presence.value;
	if (now.kind !== 'asked') return null;
	return (
		<Dialog title={say.kiosk.idle.question} onClose={onStay} onOutside={onStay}>
			<p>{say.kiosk.idle.left(now.secondsLeft)}</p>
			<button type="button" class="action primary" onClick={onStay}>
				{say.kiosk.idle.stay}
			</button>
		</Dialog>
	);
}
