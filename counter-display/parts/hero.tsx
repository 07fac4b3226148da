// The call that everybody must see: number, counter and agency, as large as the screen allows.

import type { BoardCall } from '../../shared/views.ts';
import { say } from '../words.ts';
import { numberClass } from './number-class.ts';

interface HeroProps {
	readonly call: BoardCall;
	/** Announced just now: pulses twice. */
	readonly fresh: boolean;
}

/** What stands above the number, by what became of the call. */
export function heading(call: BoardCall): string {
	if (call.state === 'called') return call.recall ? say.board.recalled : say.board.called;
	return call.state === 'serving' ? say.board.serving : say.board.latest;
}

export function Hero({ call, fresh }: HeroProps) {
	return (
		<section class={`hero ${call.state}${fresh ? ' fresh' : ''}`} data-testid="current-call">
			<p class="heading">{heading(call)}</p> <p class={numberClass(call.number)}>{call.number}</p>{' '}
			<div class="whither">
				<p class="counter">{say.common.counter(call.counter)}</p>{' '}
				<div class="agency">
					<p class="short">{call.agency.shortName}</p> <p class="full">{call.agency.name}</p>
				</div>
			</div>
		</section>
	);
}

export const Empty = () => (
	<section class="hero empty">
		<p class="none">{say.board.noCall}</p>
		<p class="hint">{say.board.noCallHint}</p>
	</section>
);
