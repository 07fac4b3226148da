// Several services on one slip: what is on the list, and one press that takes them all.

import { ListPlus, Trash2 } from 'lucide-preact';
import type { Offer } from '../catalogue.ts';
import { orderOf } from '../flow.ts';
import { Question } from '../parts/question.tsx';
import { Scroller } from '../parts/scroller.tsx';
import { TakeButtons } from '../parts/take-buttons.tsx';
import { closedSentences, type Scene } from '../scene.ts';

export function Basket({ scene }: { readonly scene: Scene }) {
	const { say, flow, go, catalogue } = scene;
	const order = orderOf(flow).flatMap((id) => catalogue.offers.get(id) ?? []);
	const words = say.kiosk.basket;
	return (
		<main class="screen basket">
			<div>
				{/* Drawn anew when one is removed: the focus would be lost with its button. */}
				<Question key={order.length}>{words.question}</Question>
				<p class="hint">
					{order.length === 0 ? words.empty : order.length === 1 ? words.hint : `${words.hint} ${words.oneByOne}`}
				</p>
			</div>
			<Scroller say={say}>
				<ol class="cards">
					{order.map((offer) => (
						<Chosen key={offer.service.id} scene={scene} offer={offer} />
					))}
				</ol>
			</Scroller>
			<div class="actions">
				{order.length > 0 && <TakeButtons scene={scene} order={order} />}
				<button type="button" class="plain main-choice" onClick={() => go({ kind: 'opened', page: { at: 'home' } })}>
					<ListPlus />
					{words.more}
				</button>
			</div>
		</main>
	);
}

function Chosen({ scene, offer }: { readonly scene: Scene; readonly offer: Offer }) {
	const { say, go, hall } = scene;
	const { service, agency, queue } = offer;
	return (
		<li class="card">
			<span class="card-text">
				<span class="card-name">{service.name}</span>
				<span class="small">{`${agency.shortName} · ${say.kiosk.counters(queue.counters, hall.desk)}`}</span>
				{!queue.availability.open && <span class="why">{closedSentences(scene, queue.availability).join('. ')}</span>}
			</span>
			<button
				type="button"
				class="plain"
				aria-label={say.kiosk.basket.removeNamed(service.name)}
				onClick={() => go({ kind: 'removed', serviceId: service.id })}
			>
				<Trash2 />
				{say.kiosk.basket.remove}
			</button>
		</li>
	);
}
