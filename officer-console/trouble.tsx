// One quiet line in the head while a printer of the hall needs somebody: the officer goes on working, and can tell.

import { Printer, PrinterX } from 'lucide-preact';
import { isTrouble } from '../shared/slip.ts';
import type { PrinterNow } from '../shared/views.ts';
import { words } from './words.ts';

/** As many fit into the head; of more the title tells. */
const NAMED = 2;

/** The region stays, so that a screen reader hears, in its own time, what comes into it. */
export function Trouble({ printers }: { printers: readonly PrinterNow[] }) {
	const say = words.console.printers;
	const faults = printers.filter((it) => isTrouble(it.state));
	const shown = faults.length > 0 ? faults : printers.filter((it) => it.state === 'near_end');
	const sentences = shown.map((it) => say.one(it.name, say.states[it.state]));
	const Icon = faults.length > 0 ? PrinterX : Printer;
	return (
		<p class="printers" role="status" title={sentences.join('\n')}>
			{shown.length > 0 && (
				<span class={faults.length > 0 ? 'chip bad' : 'chip'}>
					<Icon size={16} aria-hidden="true" />
					{sentences.length <= NAMED
						? sentences.join('; ')
						: faults.length > 0
							? say.many(shown.length)
							: say.manyNearEnd(shown.length)}
				</span>
			)}
		</p>
	);
}
