// The boards of the hall as a list to choose from: name, whose calls, whether it is there, and when it was heard.

import { Monitor, MonitorOff, Volume2, VolumeX } from 'lucide-preact';
import type { DeviceId, Instant } from '../../shared/id.ts';
import type { BoardWall } from '../../shared/views.ts';
import { type Board, nameOf, placeOf, standingOf } from './standing.ts';
import { words } from './words.ts';

interface Props {
	readonly wall: BoardWall;
	readonly chosen: DeviceId;
	readonly choose: (id: DeviceId) => void;
	readonly clock: (at: Instant) => string;
}

export const BoardList = ({ wall, chosen, choose, clock }: Props) => (
	<div class="stack">
		<ul class="board-list" aria-label={words.wall.list}>
			{wall.boards.map((board) => (
				<li key={board.id}>
					<button type="button" aria-pressed={board.id === chosen} onClick={() => choose(board.id)}>
						<strong>{nameOf(board, wall.boards)}</strong>
						<span class="quiet">{placeOf(board.layout, wall.choices)}</span>
						<Stands board={board} clock={clock} />
					</button>
				</li>
			))}
		</ul>
		{wall.changes.length > 0 && <Changes wall={wall} clock={clock} />}
	</div>
);

/** So that no change of a board goes unseen by whoever runs the hall. */
function Changes({ wall, clock }: Pick<Props, 'wall' | 'clock'>) {
	const say = words.wall;
	const { boards, changes } = wall;
	return (
		<section class="board-changes">
			<h2>{say.changes}</h2>
			<ul>
				{changes.map(({ at, by, what, board }) => {
					const one = boards.find((it) => it.id === board);
					const changed = one ? `${say.changed[what]} ${nameOf(one, boards)}` : say.changed[what];
					return (
						<li key={`${at} ${what}`} class="small">
							{say.change(clock(at), by, changed)}
						</li>
					);
				})}
			</ul>
		</section>
	);
}

function Stands({ board, clock }: { readonly board: Board; readonly clock: Props['clock'] }) {
	const { tone, link, sound, heard } = standingOf(board, clock);
	const Link = tone === 'off' ? MonitorOff : Monitor;
	const Sound = tone === 'bad' || !board.layout.speaks ? VolumeX : Volume2;
	return (
		<>
			<span class={`board-state tone-${tone === 'off' ? 'off' : 'good'}`}>
				<Link size={16} aria-hidden="true" /> {link}
			</span>
			{tone !== 'off' && (
				<span class={`board-state tone-${tone}`}>
					<Sound size={16} aria-hidden="true" /> {sound}
				</span>
			)}
			{board.layout.speaks && <span class="quiet small">{heard}</span>}
		</>
	);
}
