// Who is to be served: six categories, self-declared, no proof asked. With a service in hand a touch takes the number.

import { Accessibility, Baby, CloudLightning, Glasses, HeartPulse, type LucideIcon, Milk } from 'lucide-preact';
import { useId } from 'preact/hooks';
import { type Priority as Category, MOST_SERVICES, PRIORITIES } from '../../shared/hall.ts';
import { obstacle } from '../catalogue.ts';
import { choosingTakes, orderOf } from '../flow.ts';
import { Question } from '../parts/question.tsx';
import { Scroller } from '../parts/scroller.tsx';
import { obstacleSentence, type Scene } from '../scene.ts';

const ICONS: Readonly<Record<Category, LucideIcon>> = {
	elderly: Glasses,
	disability: Accessibility,
	pregnant: HeartPulse,
	nursing: Milk,
	child: Baby,
	disaster: CloudLightning,
};

export function Priority({ scene }: { readonly scene: Scene }) {
	const { say, flow, go, catalogue } = scene;
	const reasonId = useId();
	const takes = choosingTakes(flow);
	const order = orderOf(flow).flatMap((id) => catalogue.offers.get(id) ?? []);
	const hindrance = takes ? obstacle(order, scene.numbers(order)) : null;
	const disabled = hindrance !== null || scene.taking;
	const choose = (priority: Category): void => {
		if (disabled) return;
		if (takes) scene.take(order, priority);
		else go({ kind: 'prioritised', priority });
	};
	return (
		<main class="screen priority">
			<div>
				<Question>{say.kiosk.priority.question}</Question>
				<p class="hint">
					{takes ? say.kiosk.priority.takes : say.kiosk.priority.keeps} {say.kiosk.priority.companion}
				</p>
				<p id={reasonId} class="reason" role="status">
					{hindrance && obstacleSentence(scene, hindrance, MOST_SERVICES)}
					{scene.taking && say.kiosk.take.taking}
				</p>
			</div>
			<Scroller say={say}>
				<ul class="cards">
					{PRIORITIES.map((category) => {
						const Icon = ICONS[category];
						return (
							<li key={category}>
								<button
									type="button"
									class="card category"
									aria-disabled={disabled}
									aria-describedby={hindrance ? reasonId : undefined}
									onClick={() => choose(category)}
								>
									<Icon />
									<span class="card-name">{say.common.headStarts[category]}</span>
								</button>
							</li>
						);
					})}
					{flow.priority && (
						<li>
							<button type="button" class="card category" onClick={() => go({ kind: 'prioritised', priority: null })}>
								<span class="card-name">{say.kiosk.priority.none}</span>
							</button>
						</li>
					)}
				</ul>
			</Scroller>
		</main>
	);
}
