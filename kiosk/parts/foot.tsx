// The foot: back (or search, at home), priority, and the lower half of the panel; always in these places. The page with
// the number has none: it has one button, and goes by itself.

import { ArrowDown, ArrowLeft, ArrowUp, HeartHandshake, Search } from 'lucide-preact';
import { pageOf } from '../flow.ts';
import type { Scene } from '../scene.ts';

export function Foot({ say, flow, go }: Scene) {
	const page = pageOf(flow);
	if (page.at === 'result') return null;
	const { kiosk, common } = say;
	// Where a number can be taken the priority button stands beside it, larger.
	const offersPriority = page.at === 'home' || page.at === 'agency' || page.at === 'search';
	return (
		<footer class="foot">
			{page.at === 'home' && (
				<button type="button" class="plain" onClick={() => go({ kind: 'opened', page: { at: 'search', typed: '' } })}>
					<Search />
					{kiosk.search.open}
				</button>
			)}
			{page.at !== 'home' && (
				<button type="button" class="plain" onClick={() => go({ kind: 'back' })}>
					<ArrowLeft />
					{kiosk.back}
				</button>
			)}
			{offersPriority && (
				<button
					type="button"
					class={flow.priority ? 'plain chosen' : 'plain'}
					onClick={() => go({ kind: 'opened', page: { at: 'priority' } })}
				>
					<HeartHandshake />
					<span>{flow.priority ? kiosk.priority.chosen(common.headStarts[flow.priority]) : kiosk.priority.open}</span>
				</button>
			)}
			<button type="button" class="plain" onClick={() => go({ kind: 'lowered', low: !flow.low })}>
				{flow.low ? <ArrowUp /> : <ArrowDown />}
				{flow.low ? kiosk.low.off : kiosk.low.on}
			</button>
		</footer>
	);
}
