// The foot: back (or search, at home), priority, the lower half of the panel, and what else helps; always in these places.
// The page with the number has none: it has one button, and goes by itself.

import { Accessibility, ArrowDown, ArrowLeft, ArrowUp, Ear, HeartHandshake, Search } from 'lucide-preact';
import { pageOf } from '../flow.ts';
import type { Scene } from '../scene.ts';

export function Foot({ say, flow, go, aside }: Scene) {
	const page = pageOf(flow);
	if (page.at === 'result' || page.at === 'lent') return null;
	const { kiosk, common } = say;
	// Where a number can be taken the priority button stands beside it, larger.
	const offersPriority =
		page.at === 'home' || page.at === 'group' || page.at === 'agency' || page.at === 'guide' || page.at === 'search';
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
					aria-label={flow.priority ? kiosk.priority.chosen(common.headStarts[flow.priority]) : undefined}
					onClick={() => go({ kind: 'opened', page: { at: 'priority' } })}
				>
					<HeartHandshake />
					{kiosk.priority.open}
				</button>
			)}
			<button type="button" class="plain" onClick={() => go({ kind: 'lowered', low: !flow.low })}>
				{flow.low ? <ArrowUp /> : <ArrowDown />}
				{flow.low ? kiosk.low.off : kiosk.low.on}
			</button>
			{page.at !== 'access' && (
				<button
					type="button"
					class={flow.large || flow.contrast ? 'plain chosen' : 'plain'}
					onClick={() => go({ kind: 'opened', page: { at: 'access' } })}
				>
					<Accessibility />
					{kiosk.access.open}
				</button>
			)}
			<button
				type="button"
				class={flow.aloud ? 'plain chosen' : 'plain'}
				aria-pressed={flow.aloud}
				onClick={() => go({ kind: 'heard', aloud: !flow.aloud })}
			>
				<Ear />
				{kiosk.aloud}
			</button>
			{aside > 0 && <p class="aside">{kiosk.lent.aside(aside)}</p>}
		</footer>
	);
}
