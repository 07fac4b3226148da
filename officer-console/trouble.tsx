// One quiet line in the head while a printer, a board or a kiosk of the hall needs somebody: the officer goes on working, and
// can tell.

import { Printer, PrinterX, Unplug, VolumeX } from 'lucide-preact';
import { isTrouble } from '../shared/slip.ts';
import type { ConsoleView } from '../shared/views.ts';
import { words } from './words.ts';

/** As many fit into the head; of more the title tells. */
const NAMED = 2;

/** The region stays, so that a screen reader hears, in its own time, what comes into it. */
export function Trouble({
	printers,
	mute,
	kiosksAway,
	hall,
}: Pick<ConsoleView, 'printers' | 'mute' | 'kiosksAway' | 'hall'>) {
	const say = words.console.printers;
	const faults = printers.filter((it) => isTrouble(it.state));
	const shown = faults.length > 0 ? faults : printers.filter((it) => it.state === 'near_end');
	const sentences = [
		...shown.map((it) => say.one(it.name, say.states[it.state])),
		...kiosksAway.map((it) => words.console.here.kioskAway(it.kiosk, words.common.time.clock(it.since, hall.timeZone))),
		...mute.map((it) => words.console.here.mute(it.board, words.console.silences[it.sound])),
	];
	const bad = faults.length + kiosksAway.length + mute.length > 0;
	const Icon = faults.length > 0 ? PrinterX : shown.length > 0 ? Printer : kiosksAway.length > 0 ? Unplug : VolumeX;
	return (
		<p class="printers" role="status" title={sentences.join('\n')}>
			{sentences.length > 0 && (
				<span class={bad ? 'chip bad' : 'chip'}>
					<Icon size={16} aria-hidden="true" />
					{sentences.length <= NAMED
						? sentences.join('; ')
						: bad
							? say.many(sentences.length)
							: say.manyNearEnd(shown.length)}
				</span>
			)}
		</p>
	);
}
