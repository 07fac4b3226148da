// The sentences of the console, in the language of the hall. Imported by section, so that neither the other screens'
// sentences nor the report's travel with it.

import { common } from '../shared/words/id/common.ts';
import { consoleWords } from '../shared/words/id/console.ts';
import type { Notice } from './hand.ts';

export const words = { common, console: consoleWords };

/** Why not, as a sentence: the desk's own reasons, else the hall's refusals. */
export function reasonText(reason: Notice['reason']): string {
	const { reasons, dialogs } = consoleWords;
	switch (reason.code) {
		case 'nobody_here':
			return reasons.nobody_here;
		case 'somebody_waits':
			return reasons.somebody_waits;
		case 'nobody_parked':
			return reasons.nobody_parked;
		case 'all_elsewhere':
			return reasons.all_elsewhere;
		case 'still_called':
			return reasons.still_called(reason.number);
		case 'already_serving':
			return reasons.already_serving(reason.number);
		case 'choose_parked':
			return dialogs.resume;
		case 'reprinted':
			return reason.printer === null
				? dialogs.reprintedTray(reason.number)
				: dialogs.reprinted(reason.number, reason.printer);
		default:
			return common.refusal(reason);
	}
}
