// Printing a number's slip once more, for a visitor who lost it. The question stays open while the hall says no, so that a
// slip of the finger is mended and not typed anew.

import { useState } from 'preact/hooks';
import type { Refusal } from '../shared/refusal.ts';
import type { Hand, World } from './hand.ts';
import { words } from './manager/words.ts';
import { Cancel, Modal } from './questions.tsx';
import { ReprintFields, useReprint } from './reprint-fields.tsx';

export function ReprintQuestion({ number, world, hand }: { number: string; world: World; hand: Hand }) {
	const say = words.printing.reprint;
	const { printers } = world.view;
	const draft = useReprint(number, printers);
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const busy = hand.pressed.value === 'reprint';
	return (
		<Modal title={say.heading} hand={hand}>
			<form
				class="other"
				onSubmit={(event) => {
					event.preventDefault();
					if (draft.ask) void hand.reprint(draft.ask).then(setRefusal);
				}}
			>
				<ReprintFields draft={draft} printers={printers} />
				<p class={refusal ? 'fault' : 'quiet'} role="alert">
					{refusal ? words.common.refusal(refusal) : say.hint}
				</p>
				<div class="ends">
					<Cancel hand={hand} />
					<button type="submit" class="primary" aria-disabled={!draft.ask || busy} aria-busy={busy}>
						{busy ? words.console.sending : say.submit}
					</button>
				</div>
			</form>
		</Modal>
	);
}
