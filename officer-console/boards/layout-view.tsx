// Boards and their layouts: at the left which there are and how they stand, in the middle how one is laid out, at the right
// the very board, live.

import type { ComponentChildren } from 'preact';
import type { DeviceId } from '../../shared/id.ts';
import type { BoardShape } from '../../shared/legible.ts';
import type { BoardWall } from '../../shared/views.ts';
import { Saving, type SavingNow } from '../manager/saving.tsx';
import { BoardList } from './board-list.tsx';
import { ChangeList } from './change-list.tsx';
import { type LayoutDraft, layoutOf } from './layout-draft.ts';
import { LayoutFields } from './layout-fields.tsx';
import { Preview } from './preview.tsx';
import { sayRefusal } from './said.ts';
import type { Board } from './standing.ts';
import { words } from './words.ts';

interface Props extends SavingNow {
	readonly tabs: ComponentChildren;
	readonly wall: BoardWall;
	/** The wall is not what it was just now: the server does not answer. */
	readonly lost: boolean;
	/** null: the hall has none. */
	readonly board: Board | null;
	readonly choose: (id: DeviceId) => void;
	/** Asks first. */
	readonly remove: (board: Board) => void;
	/** The name of the one that was taken off the list last. */
	readonly removed: string | null;
	readonly draft: LayoutDraft | null;
	readonly change: (part: Partial<LayoutDraft>) => void;
	readonly shape: BoardShape;
	readonly setShape: (shape: BoardShape) => void;
}

export function LayoutView(props: Props) {
	const { tabs, wall, lost, board, choose, remove, removed, draft, change, shape, setShape, ...saved } = props;
	const { at, timeZone } = wall;
	const layout = draft && layoutOf(draft);
	const clock = (instant: number): string => words.common.time.clock(instant, timeZone);
	return (
		<>
			<div class="wall-head">
				<div>
					<h1>{words.wall.heading}</h1>
					<p class="quiet">{words.wall.lead}</p>
				</div>
				{tabs}
				<Saving
					{...saved}
					fault={layout === null ? words.layout.numbersWrong : null}
					saved={words.saved}
					sayRefusal={sayRefusal}
				/>
			</div>
			<div role="status">
				{lost && <p class="fault">{words.wall.lost(clock(at))}</p>}
				{removed !== null && <p class="news">{words.wall.removed(removed)}</p>}
			</div>
			{board && draft ? (
				<div class="board-columns">
					<BoardList wall={wall} chosen={board.id} choose={choose} remove={remove} clock={clock} />
					<LayoutFields
						name={board.name}
						draft={draft}
						change={change}
						wall={wall}
						shape={shape}
						remove={() => remove(board)}
					/>
					<Preview layout={layout ?? board.layout} shape={shape} setShape={setShape} />
					<ChangeList changes={wall.changes} clock={clock} />
				</div>
			) : (
				<div class="empty">
					<h2>{words.wall.noneHeading}</h2>
					<p>{words.wall.noneText}</p>
					<pre>npm run hall -- device add --role board --name "TV Zona 1"</pre>
				</div>
			)}
		</>
	);
}
