// "Saya mau mengurus …": what has happened in the visitor's life, and the services that it usually needs, all of which may go
// on one slip. Fetched when somebody opens it.

import type { Guide as Occasion } from '../../shared/hall.ts';
import { Paged } from '../parts/paged.tsx';
import { Question } from '../parts/question.tsx';
import { ServiceCard } from '../parts/service-card.tsx';
import type { Scene } from '../scene.ts';

export function Guides({ scene }: { readonly scene: Scene }) {
	const { say, guides } = scene;
	return (
		<main class="screen">
			<Question>{say.kiosk.guides.question}</Question>
			<Paged
				scene={scene}
				height={2.5}
				choices={guides.map((guide) => ({ key: guide.name, card: <GuideCard scene={scene} guide={guide} /> }))}
			/>
		</main>
	);
}

function GuideCard({ scene, guide }: { readonly scene: Scene; readonly guide: Occasion }) {
	const { catalogue, go } = scene;
	const names = guide.services.flatMap((id) => catalogue.offers.get(id)?.service.name ?? []);
	return (
		<button type="button" class="card" onClick={() => go({ kind: 'opened', page: { at: 'guide', name: guide.name } })}>
			<span class="card-text">
				<span class="card-name">{guide.name}</span>
				<span class="small">{names.join(' · ')}</span>
			</span>
		</button>
	);
}

/** One that has left the hall since is empty, and the foot leads back. */
export function Guide({ scene, name }: { readonly scene: Scene; readonly name: string }) {
	const { say, guides, catalogue } = scene;
	const services = guides.find((it) => it.name === name)?.services ?? [];
	const offers = services.flatMap((id) => catalogue.offers.get(id) ?? []);
	return (
		<main class="screen">
			<div>
				<Question>{name}</Question>
				<p class="hint">{say.kiosk.guides.hint}</p>
			</div>
			<Paged
				scene={scene}
				height={2.5}
				choices={offers.map((offer) => ({
					key: offer.service.id,
					card: (
						<ServiceCard scene={scene} offer={offer} small={`${offer.agency.shortName} · ${offer.service.fee.text}`} />
					),
				}))}
			/>
		</main>
	);
}
