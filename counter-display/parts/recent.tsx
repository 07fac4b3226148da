// The calls before the large one: who looked away finds the number here, and who was called in the same moment too.

import type { BoardCall } from '../../shared/views.ts';
import { say } from '../words.ts';
import { numberClass } from './number-class.ts';

interface RecentProps {
	readonly calls: readonly BoardCall[];
	/** Announced just now: pulses twice. */
	readonly isNew: (call: BoardCall) => boolean;
}

export const Recent = ({ calls, isNew }: RecentProps) => (
	<section class="recent">
		<h2>{say.board.recent}</h2>
		{calls.length === 0 ? (
			<p class="hint">{say.board.noRecent}</p>
		) : (
			<ol>
				{calls.map((call) => (
					<li key={call.rev} class={isNew(call) ? `${call.state} fresh` : call.state}>
						<p class={numberClass(call.number)}>{call.number}</p>
						<div class="whither">
							<p class="counter">{say.common.counter(call.counter)}</p>
							<p class="fate">
								{call.agency.shortName} · {say.common.states[call.state]}
							</p>
						</div>
					</li>
				))}
			</ol>
		)}
	</section>
);
