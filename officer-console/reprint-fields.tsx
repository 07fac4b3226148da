// Which slip is printed once more, and where: the two fields that an officer's question and the manager's page share.

import { useState } from 'preact/hooks';
import type { ReprintAsk } from '../shared/contract.ts';
import { isTrouble } from '../shared/slip.ts';
import type { PrinterNow } from '../shared/views.ts';
import { words } from './manager/words.ts';

const LONGEST_NUMBER = 12;

export interface ReprintDraft {
	readonly typed: string;
	readonly change: (typed: string) => void;
	readonly chosen: string;
	readonly choose: (chosen: string) => void;
	/** null while no number was typed. */
	readonly ask: ReprintAsk | null;
}

/** `number`: what stands in the field at first. */
export function useReprint(number: string, printers: readonly PrinterNow[]): ReprintDraft {
	const [typed, change] = useState(number);
	const [chosen, choose] = useState('');
	const wanted = typed.trim().toUpperCase();
	const printer = printers.find((it) => String(it.id) === chosen)?.id ?? null;
	return { typed, change, chosen, choose, ask: wanted ? { number: wanted, printer } : null };
}

interface Props {
	readonly draft: ReprintDraft;
	readonly printers: readonly PrinterNow[];
}

export function ReprintFields({ draft, printers }: Props) {
	const say = words.printing.reprint;
	return (
		<>
			<label>
				{say.number}{' '}
				<input
					type="text"
					autocomplete="off"
					autocapitalize="characters"
					spellcheck={false}
					maxLength={LONGEST_NUMBER}
					value={draft.typed}
					onInput={(event) => draft.change(event.currentTarget.value)}
				/>
			</label>
			{printers.length > 1 && (
				<label>
					{say.where}{' '}
					<select value={draft.chosen} onChange={(event) => draft.choose(event.currentTarget.value)}>
						<option value="">{say.same}</option>
						{printers.map((it) => (
							<option key={it.id} value={it.id}>
								{isTrouble(it.state) ? `${it.name} (${words.common.slipFaults[it.state]})` : it.name}
							</option>
						))}
					</select>
				</label>
			)}
		</>
	);
}
