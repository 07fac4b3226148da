// One line on what has just happened, with the way back where there is one.

import { CircleAlert, CircleCheck, Undo2 } from 'lucide-preact';
import type { Refusal } from '../../shared/refusal.ts';
import { sayRefusal } from './said.ts';
import { words } from './words.ts';

export interface News {
	readonly tone: 'good' | 'soon' | 'bad';
	readonly text: string;
	/** Takes it back; null: it cannot be, or need not be. */
	readonly undo: (() => void) | null;
}

export const refusedNews = (no: Refusal): News => ({ tone: 'bad', text: sayRefusal(no), undo: null });

/** Keeps its place while there is nothing to say: nothing moves under the finger. */
export function NewsLine({ news }: { readonly news: News | null }) {
	return (
		<div class="voice-news" role="status">
			{news && (
				<p class={`told ${news.tone}`}>
					{news.tone === 'good' ? (
						<CircleCheck size={18} aria-hidden="true" />
					) : (
						<CircleAlert size={18} aria-hidden="true" />
					)}
					<span>{news.text}</span>
					{news.undo && (
						<button type="button" class="row-act" onClick={news.undo}>
							<Undo2 size={16} aria-hidden="true" /> {words.studio.undo}
						</button>
					)}
				</p>
			)}
		</div>
	);
}
