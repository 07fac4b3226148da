// Pages without a hall: before the first view, and in a browser that is no kiosk.

import type { Say } from '../words.ts';

/** The shape of the page to come, so that nothing jumps when it is there. */
export function Preparing({ text }: { readonly text: string }) {
	return (
		<div class="kiosk">
			<header class="head" />
			<main class="screen">
				<h1 aria-live="polite">{text}</h1>
				<div class="ghosts" aria-hidden="true">
					{Array.from({ length: 12 }, (_, at) => (
						<span key={at} class="ghost" />
					))}
				</div>
			</main>
		</div>
	);
}

/** Instead of the first page, when the server has been away for a while and this kiosk has no numbers of its own. */
export function Away({ say }: { readonly say: Say }) {
	const words = say.kiosk.away;
	return (
		<main class="screen unpaired">
			<h1 aria-live="polite">{words.title}</h1>
			<p>{words.hint}</p>
		</main>
	);
}

export function Unpaired({ say }: { readonly say: Say }) {
	const words = say.kiosk.unpaired;
	return (
		<div class="kiosk">
			<header class="head" />
			<main class="screen unpaired">
				<h1>{words.title}</h1>
				<p>{words.hint}</p>
				<a class="action" href="/">
					{words.open}
				</a>
			</main>
		</div>
	);
}
