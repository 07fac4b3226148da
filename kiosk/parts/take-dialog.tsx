// What the visitor is told while a number cannot be given: trying again, given up, or refused.

import type { Taking } from '../take.ts';
import type { Say } from '../words.ts';
import { Dialog } from './dialog.tsx';

export function TakeDialog({ say, taking }: { readonly say: Say; readonly taking: Taking }) {
	const state = taking.state.value;
	const words = say.kiosk.take;
	const close = taking.dismiss;
	switch (state.at) {
		case 'rest':
		case 'asking':
			return null;
		case 'retrying':
			return (
				<Dialog key="retrying" title={words.retrying} onClose={close} onOutside={null}>
					<p>{words.retryingHint}</p>
					<button type="button" class="plain main-choice" onClick={close}>
						{words.cancel}
					</button>
				</Dialog>
			);
		case 'gave_up':
			return (
				<Dialog key="gave-up" title={words.gaveUp} onClose={close} onOutside={null}>
					<p>{words.gaveUpHint}</p>
					<button type="button" class="action main-choice" onClick={taking.again}>
						{words.again}
					</button>
					<button type="button" class="plain main-choice" onClick={close}>
						{words.cancel}
					</button>
				</Dialog>
			);
		case 'refused':
			return (
				<Dialog key="refused" title={words.refused} onClose={close} onOutside={null}>
					<p>{say.common.refusal(state.refusal)}</p>
					<button type="button" class="action main-choice" onClick={close}>
						{words.understood}
					</button>
				</Dialog>
			);
	}
}
