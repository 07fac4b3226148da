// What makes this kiosk easier to use: everything lower, larger, or in black and white. For this visitor; the next one finds
// the kiosk as it always is.

import { ArrowDown, CircleCheck, Contrast, type LucideIcon, ZoomIn } from 'lucide-preact';
import type { FlowEvent } from '../flow.ts';
import { Paged } from '../parts/paged.tsx';
import { Question } from '../parts/question.tsx';
import type { Scene } from '../scene.ts';

export function Access({ scene }: { readonly scene: Scene }) {
	const { say, flow, go } = scene;
	const words = say.kiosk.access;
	const { low, large, contrast } = flow;
	const aids: readonly {
		readonly name: string;
		readonly Icon: LucideIcon;
		readonly on: boolean;
		readonly event: FlowEvent;
	}[] = [
		{ name: say.kiosk.low.on, Icon: ArrowDown, on: low, event: { kind: 'lowered', low: !low } },
		{ name: words.large, Icon: ZoomIn, on: large, event: { kind: 'enlarged', large: !large } },
		{ name: words.contrast, Icon: Contrast, on: contrast, event: { kind: 'contrasted', contrast: !contrast } },
	];
	return (
		<main class="screen">
			<div>
				<Question>{words.question}</Question>
				<p class="hint">{words.hint}</p>
			</div>
			<Paged
				scene={scene}
				height={2.5}
				choices={aids.map(({ name, Icon, on, event }) => ({
					key: event.kind,
					card: (
						<button type="button" class="card category" aria-pressed={on} onClick={() => go(event)}>
							<Icon />
							<span class="card-text card-name">{name}</span>
							{on && (
								<span class="card-side with-icon">
									<CircleCheck />
									{words.on}
								</span>
							)}
						</button>
					),
				}))}
			/>
		</main>
	);
}
