// The services of one agency. Who knows what to bring takes the number right here, where the glass is wide enough for a button
// of its own beside the name; the name itself leads to everything that is to be known first.

import { Ticket } from 'lucide-preact';
import { type Offer, obstacle, type Tenant } from '../catalogue.ts';
import { Paged } from '../parts/paged.tsx';
import { Question } from '../parts/question.tsx';
import { ServiceCard } from '../parts/service-card.tsx';
import type { Scene } from '../scene.ts';
import './agency.css';

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
				{offers.length === 0 && <p class="hint">{say.kiosk.agency.none}</p>}
			</div>
			<Paged
				scene={scene}
				height={2.8}
				choices={offers.map((offer) => ({
					key: offer.service.id,
					card: (
						<div class="offer">
							<ServiceCard
								scene={scene}
								offer={offer}
								small={`${say.kiosk.minutes(offer.service.counterMinutes)} · ${offer.service.fee.text}`}
							/>
							<TakeNow scene={scene} offer={offer} />
						</div>
					),
				}))}
			/>
		</main>
	);
}

/** Not while a list is being made: there one press takes them all. */
function TakeNow({ scene, offer }: { readonly scene: Scene; readonly offer: Offer }) {
	const { say, flow, taking } = scene;
	if (flow.basket.length > 0 || !offer.queue.availability.open) return null;
	const disabled = taking || obstacle([offer], scene.numbers([offer])) !== null;
	const { one } = say.kiosk.take;
	return (
		<button
			type="button"
			class="plain take-now"
			aria-label={`${one}: ${offer.service.name}`}
			aria-disabled={disabled}
			onClick={() => !disabled && scene.take([offer], flow.priority)}
		>
			<Ticket />
			<span>{taking ? say.kiosk.take.taking : one}</span>
		</button>
	);
}
