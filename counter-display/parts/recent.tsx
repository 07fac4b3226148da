// The calls before the large one: who looked away finds the number here, and who was called in the same moment too.

import type { BoardCall, HallFacts } from '../../shared/views.ts';
import type { Beside } from '../beside.ts';
import { say } from '../words.ts';
import { numberClass } from './number-class.ts';
import { classOf, Spoken } from './spoken.tsx';

interface RecentProps {
	readonly beside: Beside;
	readonly desk: HallFacts['desk'];
	/** Announced just now: pulses twice. */
	readonly isNew: (call: BoardCall) => boolean;
	/** The number that is being spoken. */
	readonly spoken: string | null;
}

export const Recent = ({ beside: { rows, page, pages }, desk, isNew, spoken }: RecentProps) => (
	<section class="recent">
		<h2>
			{say.board.recent}
			{pages > 1 && <span class="page">{say.board.page(page, pages)}</span>}
		</h2>
		{rows.length === 0 ? (
			<p class="hint">{say.board.noRecent}</p>
		) : (
			<ol>
				{rows.map((call) => (
					<li key={call.rev} class={classOf(call, isNew(call), spoken)}>
						<p class={numberClass(call.number)}>{call.number}</p>
						<div class="whither">
							<p class="counter">
								{say.board.here.desk(desk)} <b>{call.counter}</b>
							</p>
							<p class="whose-line">{call.agency.shortName}</p>
							<p class="fate">
								<Spoken call={call} spoken={spoken} />
								{say.common.states[call.state]}
							</p>
						</div>
					</li>
				))}
			</ol>
		)}
	</section>
);
