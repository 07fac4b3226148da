// The services of one agency.

import type { Tenant } from '../catalogue.ts';
import { Question } from '../parts/question.tsx';
import { Scroller } from '../parts/scroller.tsx';
import { ServiceCard } from '../parts/service-card.tsx';
import type { Scene } from '../scene.ts';

export function Agency({ scene, tenant }: { readonly scene: Scene; readonly tenant: Tenant }) {
	const { say } = scene;
	const { agency, offers } = tenant;
	return (
		<main class="screen">
			<div>
				<p class="above">
					<strong>{agency.shortName}</strong> {agency.name !== agency.shortName && agency.name}
				</p>
				<Question>{say.kiosk.agency.question}</Question>
			</div>
			<Scroller say={say}>
				{offers.length === 0 && <p class="hint">{say.kiosk.agency.none}</p>}
				<ul class="cards">
					{offers.map((offer) => (
						<li key={offer.service.id}>
							<ServiceCard
								scene={scene}
								offer={offer}
								small={`${say.kiosk.minutes(offer.service.counterMinutes)} · ${offer.service.fee.text}`}
							/>
						</li>
					))}
				</ul>
			</Scroller>
		</main>
	);
}
