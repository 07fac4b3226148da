// What has been chosen so far, while the visitor looks for another service.

import { pageOf } from '../flow.ts';
import type { Scene } from '../scene.ts';

export function BasketBar({ say, flow, catalogue, go }: Scene) {
	const { at } = pageOf(flow);
	if (
		flow.basket.length === 0 ||
		!(at === 'home' || at === 'group' || at === 'agency' || at === 'guide' || at === 'search')
	)
		return null;
	const names = flow.basket.flatMap((id) => catalogue.offers.get(id)?.service.name ?? []);
	return (
		<section class="basket-bar" aria-label={say.kiosk.basket.question}>
			<p>
				<strong>{say.kiosk.basket.count(flow.basket.length)}</strong>
				<span class="basket-names">{names.join(' · ')}</span>
			</p>
			<button type="button" class="action" onClick={() => go({ kind: 'opened', page: { at: 'basket' } })}>
				{say.kiosk.basket.open}
			</button>
		</section>
	);
}
