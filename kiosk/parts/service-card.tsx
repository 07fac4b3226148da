// A service as one large button: its name, what it costs in time and money, how many wait; or why it is closed.

import { Lock, Users } from 'lucide-preact';
import type { Offer } from '../catalogue.ts';
import { closedSentences, type Scene } from '../scene.ts';

export interface ServiceCardProps {
	readonly scene: Scene;
	readonly offer: Offer;
	/** In a list of many agencies the card says whose it is. */
	readonly small: string;
}

export function ServiceCard({ scene, offer, small }: ServiceCardProps) {
	const { say, go } = scene;
	const { service, queue } = offer;
	const { availability } = queue;
	return (
		<button
			type="button"
			class={availability.open ? 'card' : 'card closed'}
			onClick={() => go({ kind: 'opened', page: { at: 'service', serviceId: service.id } })}
		>
			<span class="card-text">
				<span class="card-name">{service.name}</span>
				<span class="small">{small}</span>
				{!availability.open && <span class="why">{closedSentences(scene, availability).join('. ')}</span>}
			</span>
			{availability.open ? (
				<span class="card-side">
					<span class="with-icon">
						<Users />
						{say.kiosk.waiting(queue.waiting)}
					</span>
					{queue.wait && <span class="small">{say.common.wait(queue.wait)}</span>}
				</span>
			) : (
				<span class="card-side shut with-icon">
					<Lock />
					{say.kiosk.closed}
				</span>
			)}
		</button>
	);
}
