// The small screen above a desk: which desk this is, whom it calls or serves, and in words what its break or closure means.

import { Coffee, DoorClosed } from 'lucide-preact';
import type { Instant } from '../../shared/id.ts';
import type { BoardCall, BoardView } from '../../shared/views.ts';
import { say } from '../words.ts';
import { heading } from './hero.tsx';
import { numberClass } from './number-class.ts';
import { classOf, Spoken } from './spoken.tsx';

interface DeskProps {
	readonly view: BoardView;
	readonly fresh: (call: BoardCall) => boolean;
	/** The number that is being spoken. */
	readonly spoken: string | null;
	readonly now: Instant;
}

export function Desk({ view, fresh, spoken, now }: DeskProps) {
	const [counter] = view.counters;
	const [agency] = view.agencies;
	if (!counter) return null;
	const [newest] = view.calls;
	const here = newest && (newest.state === 'called' || newest.state === 'serving') ? newest : null;
	return (
		<main class="desk">
			<div class="at-desk">
				<div class="which-desk">
					<p class="word">{say.board.here.desk(view.hall.desk)}</p>
					<p class={`number${counter.number > 99 ? ' three' : ''}`}>{counter.number}</p>
				</div>
				{here ? (
					<Person call={here} fresh={fresh(here)} spoken={spoken} />
				) : (
					<State {...{ counter, desk: view.hall.desk, last: newest?.number ?? null, waiting: agency?.waiting ?? 0 }} />
				)}
			</div>
			<div class="whose-desk">
				<div>
					<p class="short">{agency?.shortName}</p>
					<p class="full">{agency?.name}</p>
				</div>
				<p class="clock">{say.common.time.clock(now, view.hall.timeZone)}</p>
			</div>
		</main>
	);
}

interface PersonProps {
	readonly call: BoardCall;
	readonly fresh: boolean;
	readonly spoken: string | null;
}

const Person = ({ call, fresh, spoken }: PersonProps) => (
	<section class={`person ${classOf(call, fresh, spoken)}`} data-testid="current-call">
		<p class="heading">
			<Spoken call={call} spoken={spoken} />
			{heading(call)}
		</p>
		<p class={numberClass(call.number)}>{call.number}</p>
	</section>
);

interface StateProps {
	readonly counter: BoardView['counters'][number];
	readonly last: string | null;
	readonly desk: BoardView['hall']['desk'];
	/** With the agency: nobody needs to be told of a number that nobody holds. */
	readonly waiting: number;
}

function State({ counter, last, desk, waiting }: StateProps) {
	const { here } = say.board;
	if (counter.state === 'open')
		return (
			<section class="person">
				<p class="state">{here.ready}</p>
				<p class="hint">{here.readyHint}</p>
				{last !== null && <p class="hint">{here.last(last)}</p>}
			</section>
		);
	const away = counter.state === 'break' ? here.break : here.closed(desk);
	return (
		<section class="person away">
			<p class="state">
				{counter.state === 'break' ? <Coffee aria-hidden="true" /> : <DoorClosed aria-hidden="true" />}
				{away}
			</p>
			{counter.instead.map(({ prefix, counters }) => (
				<p class="instead" key={prefix}>
					{say.notices.servedAt(prefix, say.notices.place(desk, counters))}
				</p>
			))}
			{counter.instead.length === 0 && waiting > 0 && <p class="hint">{here.stays}</p>}
		</section>
	);
}
