// A part of the boards page whose facts are still on their way, or did not come.

import { CircleAlert } from 'lucide-preact';
import type { Refusal } from '../../shared/refusal.ts';
import { words } from './words.ts';

interface Props {
	readonly say: { readonly loading: string; readonly failed: string };
	/** null: they are on their way. */
	readonly refusal: Refusal | null;
	readonly again: () => void;
}

export function NotYet({ say, refusal, again }: Props) {
	if (!refusal)
		return (
			<div class="skeleton" role="status" aria-label={say.loading}>
				<span />
				<span />
			</div>
		);
	return (
		<div class="empty" role="alert">
			<CircleAlert size={40} aria-hidden="true" />
			<h2>{say.failed}</h2>
			<p>{words.common.refusal(refusal)}</p>
			<button type="button" class="primary" onClick={again}>
				{words.retry}
			</button>
		</div>
	);
}
