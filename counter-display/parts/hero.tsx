// The call that everybody must see: number, counter and agency, as large as the screen allows.

import type { BoardCall, HallFacts } from '../../shared/views.ts';
import { say } from '../words.ts';
import { numberClass } from './number-class.ts';
import { classOf, Spoken } from './spoken.tsx';

interface HeroProps {
	readonly call: BoardCall;
	readonly desk: HallFacts['desk'];
	/** Announced just now: pulses twice. */
	readonly fresh: boolean;
	/** The number that is being spoken. */
	readonly spoken: string | null;
}

/** What stands above the number, by what became of the call. */
export function heading(call: BoardCall): string {
	if (call.state === 'called') return call.recall ? say.board.recalled : say.board.called;
	return call.state === 'serving' ? say.board.serving : say.board.latest;
}

export function Hero({ call, desk, fresh, spoken }: HeroProps) {
	return (
		<section class={`hero ${classOf(call, fresh, spoken)}`} data-testid="current-call">
			<p class="heading">
				<Spoken call={call} spoken={spoken} />
				{heading(call)}
			</p>{' '}
			<p class={numberClass(call.number)}>{call.number}</p>{' '}
			<div class="whither">
				<p class="counter">{say.common.counter(call.counter, desk)}</p>{' '}
				<div class="agency">
					<p class="short">{call.agency.shortName}</p> <p class="full">{call.agency.name}</p>
				</div>
			</div>
		</section>
	);
}

/** While nobody has been called there is room to say how it goes. `room`: where this screen stands, if in one of its own. */
export function Empty({ room, desk }: { readonly room: string | null } & Pick<HeroProps, 'desk'>) {
	const { noCall, steps } = say.board;
	return (
		<section class="hero empty">
			<p class="none">{noCall}</p>
			<ol>
				{[room === null ? steps.take : steps.takeForRoom(room), steps.wait, steps.go(desk)].map((step, index) => (
					<li key={step}>
						<b>{index + 1}</b>
						<p>{step}</p>
					</li>
				))}
			</ol>
		</section>
	);
}
