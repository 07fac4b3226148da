// What was changed of boards within the hour, so that no change goes unseen by whoever runs the hall; the newest few at first.

import { useState } from 'preact/hooks';
import type { Instant } from '../../shared/id.ts';
import type { BoardWall } from '../../shared/views.ts';
import { type Told, toldOnce } from './changes.ts';
import { words } from './words.ts';

const AT_FIRST = 5;

interface Props {
	readonly changes: BoardWall['changes'];
	readonly clock: (at: Instant) => string;
}

export function ChangeList({ changes, clock }: Props) {
	const [all, setAll] = useState(false);
	const say = words.wall;
	const told = toldOnce(changes);
	if (told.length === 0) return null;
	return (
		<section class="board-changes">
			<h2>{say.changes}</h2>
			<ul>
				{told.slice(0, all ? told.length : AT_FIRST).map((it) => (
					<li key={`${it.by} ${it.what} ${it.board}`} class="small">
						{sentenceOf(it, clock)}
					</li>
				))}
			</ul>
			{told.length > AT_FIRST && (
				<button type="button" class="row-act" aria-expanded={all} onClick={() => setAll(!all)}>
					{all ? say.fewerChanges : say.allChanges(told.length)}
				</button>
			)}
		</section>
	);
}

function sentenceOf({ by, what, board, times, at }: Told, clock: Props['clock']): string {
	const say = words.wall;
	const changed = board === null ? say.changed[what] : `${say.changed[what]} ${board}`;
	return times === 1 ? say.change(clock(at), by, changed) : say.changedOften(by, changed, times, clock(at));
}
