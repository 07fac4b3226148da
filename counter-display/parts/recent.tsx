// The five calls before the large one: who looked away finds the number here.

import type { BoardCall } from '../../shared/views.ts';
import { say } from '../words.ts';
import { numberClass } from './number-class.ts';

const ROWS = 5;

export const Recent = ({ calls }: { readonly calls: readonly BoardCall[] }) => (
	<section class="recent">
		<h2>{say.board.recent}</h2>
		{calls.length === 0 ? (
			<p class="hint">{say.board.noRecent}</p>
		) : (
			<ol>
				{calls.slice(0, ROWS).map((call) => (
					<li key={call.number} class={call.state}>
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
