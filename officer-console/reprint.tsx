// Printing a number's slip once more, for a visitor who lost it: which number, and where it comes out. The question stays
// open while the hall says no, so that a slip of the finger is mended and not typed anew.

import { useState } from 'preact/hooks';
import type { Refusal } from '../shared/refusal.ts';
import { isTrouble } from '../shared/slip.ts';
import type { Hand, World } from './hand.ts';
import { words } from './manager/words.ts';
import { Cancel, Modal } from './questions.tsx';

const LONGEST_NUMBER = 12;

export function ReprintQuestion({ number, world, hand }: { number: string; world: World; hand: Hand }) {
	const say = words.printing.reprint;
	const { printers } = world.view;
	const [typed, setTyped] = useState(number);
	const [chosen, setChosen] = useState('');
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const busy = hand.pressed.value === 'reprint';
	const wanted = typed.trim().toUpperCase();
	const printer = printers.find((it) => String(it.id) === chosen)?.id ?? null;
	return (
		<Modal title={say.heading} hand={hand}>
			<form
				class="other"
				onSubmit={(event) => {
					event.preventDefault();
					if (wanted) void hand.reprint({ number: wanted, printer }).then(setRefusal);
				}}
			>
				<label>
					{say.number}
					<input
						type="text"
						autocomplete="off"
						autocapitalize="characters"
						spellcheck={false}
						maxLength={LONGEST_NUMBER}
						value={typed}
						onInput={(event) => setTyped(event.currentTarget.value)}
					/>
				</label>
				{printers.length > 1 && (
					<label>
						{say.where}
						<select value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
							<option value="">{say.same}</option>
							{printers.map((it) => (
								<option key={it.id} value={it.id}>
									{isTrouble(it.state) ? `${it.name} (${words.common.slipFaults[it.state]})` : it.name}
								</option>
							))}
						</select>
					</label>
				)}
				<p class={refusal ? 'fault' : 'quiet'} role="alert">
					{refusal ? words.common.refusal(refusal) : say.hint}
				</p>
				<div class="ends">
					<Cancel hand={hand} />
					<button type="submit" class="primary" aria-disabled={!wanted || busy} aria-busy={busy}>
						{busy ? words.console.sending : say.submit}
					</button>
				</div>
			</form>
		</Modal>
	);
}
