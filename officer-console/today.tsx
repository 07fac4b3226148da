// The officer's own figures of today, quiet at the foot.

import type { ConsoleView } from '../shared/views.ts';
import { words } from './words.ts';

export function Today({ today }: { today: ConsoleView['today'] }) {
	const { common, console: say } = words;
	const span = (ms: number | null): string => (ms === null ? '–' : common.time.span(ms));
	const figures: readonly (readonly [string, string])[] = [
		[say.today.called, common.time.count(today.called)],
		[say.today.served, common.time.count(today.served)],
		[say.today.noShow, common.time.count(today.noShow)],
		[say.today.medianWait, span(today.medianWaitMs)],
		[say.today.medianService, span(today.medianServiceMs)],
	];
	return (
		<footer class="today">
			<h2>{say.today.heading}</h2>
			<dl>
				{figures.map(([term, value]) => (
					<div class="figure" key={term}>
						<dt>{term}</dt>
						<dd class="number">{value}</dd>
					</div>
				))}
			</dl>
		</footer>
	);
}
