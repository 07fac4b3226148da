// The one action of the kiosk and its neighbour for priority; greyed out with the reason when no number can be taken.

import { HeartHandshake, Ticket } from 'lucide-preact';
import { useId } from 'preact/hooks';
import { MOST_SERVICES } from '../../shared/hall.ts';
import { type Offer, obstacle } from '../catalogue.ts';
import { obstacleSentence, type Scene } from '../scene.ts';

export function TakeButtons({ scene, order }: { readonly scene: Scene; readonly order: readonly Offer[] }) {
	const { say, flow, go, taking } = scene;
	const reasonId = useId();
	const hindrance = obstacle(order, scene.numbers(order));
	const disabled = hindrance !== null || taking;
	const { one, many, taking: progress } = say.kiosk.take;
	const chosen = flow.priority && say.kiosk.priority.chosen(say.common.headStarts[flow.priority]);
	return (
		<>
			<p id={reasonId} class="reason" role="status">
				{hindrance && obstacleSentence(scene, hindrance, MOST_SERVICES)}
			</p>
			<button
				type="button"
				class="action primary"
				aria-disabled={disabled}
				aria-busy={taking}
				aria-describedby={hindrance ? reasonId : undefined}
				onClick={() => !disabled && scene.take(order, flow.priority)}
			>
				<Ticket />
				<span>
					{taking ? progress : order.length > 1 ? many(order.length) : one}
					{chosen && <span class="under">{chosen}</span>}
				</span>
			</button>
			<button
				type="button"
				class={chosen ? 'plain main-choice chosen' : 'plain main-choice'}
				aria-disabled={disabled}
				aria-describedby={hindrance ? reasonId : undefined}
				onClick={() => !disabled && go({ kind: 'opened', page: { at: 'priority' } })}
			>
				<HeartHandshake />
				{chosen ?? say.kiosk.priority.offer}
			</button>
		</>
	);
}
