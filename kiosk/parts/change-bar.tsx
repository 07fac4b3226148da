// Which number is being changed, while its visitor chooses what to have instead; and the way out of it.

import { pageOf } from '../flow.ts';
import type { Scene } from '../scene.ts';

export function ChangeBar({ say, flow, go }: Scene) {
	const { at } = pageOf(flow);
	if (flow.replaces === null || at === 'result') return null;
	const words = say.kiosk.regret;
	return (
		<section class="basket-bar" aria-label={words.changing(flow.replaces.number)}>
			<p>
				<strong>{words.changing(flow.replaces.number)}</strong>
				<span class="small">{words.until}</span>
			</p>
			<button type="button" class="plain" onClick={() => go({ kind: 'kept' })}>
				{words.stop}
			</button>
		</section>
	);
}
