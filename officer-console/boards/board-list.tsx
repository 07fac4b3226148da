// The boards of the hall as a list to choose from: name, whose calls, whether it is there, and when it was heard. Those that
// nobody has seen for a day are folded away.

import { Monitor, MonitorOff, Trash2, Volume2, VolumeX } from 'lucide-preact';
import type { DeviceId, Instant } from '../../shared/id.ts';
import type { BoardWall } from '../../shared/views.ts';
import { type Board, isLongAway, placeOf, standingOf } from './standing.ts';
import { words } from './words.ts';

interface Props {
	readonly wall: BoardWall;
	readonly chosen: DeviceId;
	readonly choose: (id: DeviceId) => void;
	readonly remove: (board: Board) => void;
	readonly clock: (at: Instant) => string;
}

export function BoardList(props: Props) {
	const { boards, at } = props.wall;
	const away = boards.filter((it) => isLongAway(it, at));
	const here = boards.filter((it) => !away.includes(it));
	const open = here.length === 0 || away.some((it) => it.id === props.chosen);
	return (
		<div class="board-lists">
			{here.length > 0 && <List {...props} boards={here} label={words.wall.list} />}
			{away.length > 0 && (
				<details open={open}>
					<summary>{words.wall.longAway(away.length)}</summary>
					<List {...props} boards={away} label={words.wall.longAway(away.length)} />
				</details>
			)}
		</div>
	);
}

interface ListProps extends Props {
	readonly boards: readonly Board[];
	readonly label: string;
}

const List = ({ wall, boards, label, chosen, choose, remove, clock }: ListProps) => (
	<ul class="board-list" aria-label={label}>
		{boards.map((board) => (
			<li key={board.id}>
				<button type="button" class="board" aria-pressed={board.id === chosen} onClick={() => choose(board.id)}>
					<strong>{board.name}</strong>
					<span class="quiet">{placeOf(board.layout, wall.choices)}</span>
					<Stands board={board} wall={wall} clock={clock} />
				</button>
				{isLongAway(board, wall.at) && (
					<button
						type="button"
						class="row-act"
						aria-label={words.wall.removeOf(board.name)}
						onClick={() => remove(board)}
					>
						<Trash2 size={16} aria-hidden="true" /> {words.wall.remove}
					</button>
				)}
			</li>
		))}
	</ul>
);

interface StandsProps extends Pick<Props, 'wall' | 'clock'> {
	readonly board: Board;
}

function Stands({ board, wall, clock }: StandsProps) {
	const { tone, link, sound, heard } = standingOf(board, clock);
	if (tone === 'off') {
		return (
			<>
				<span class="board-state tone-off">
					<MonitorOff size={16} aria-hidden="true" /> {link}
				</span>
				<span class="quiet small">{words.wall.seen(words.common.time.when(board.seenAt, wall.at, wall.timeZone))}</span>
			</>
		);
	}
	const Sound = tone === 'bad' || !board.layout.speaks ? VolumeX : Volume2;
	return (
		<>
			<span class="board-state tone-good">
				<Monitor size={16} aria-hidden="true" /> {link}
			</span>
			<span class={`board-state tone-${tone}`}>
				<Sound size={16} aria-hidden="true" /> {sound}
			</span>
			{board.layout.speaks && <span class="quiet small">{heard}</span>}
		</>
	);
}
