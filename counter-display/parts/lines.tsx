// All agencies as one large table: the number called last, how many wait, and where its desks are. The right one of two TVs
// that hang side by side, or a board of its own before a long hall.

import type { Instant } from '../../shared/id.ts';
import type { BoardView } from '../../shared/views.ts';
import { type Cell, pageAt, ranges, tableOf } from '../strip.ts';
import { say } from '../words.ts';
import { numberClass } from './number-class.ts';
import { Phone } from './phone-code.tsx';
import { Desks } from './strip.tsx';

export function Lines({ view, now }: { readonly view: BoardView; readonly now: Instant }) {
	const pages = tableOf(view);
	const turned = pageAt(pages, now);
	const cells = pages[turned] ?? [];
	return (
		<main class="lines">
			<div class="lines-head">
				<h2>{say.board.lines}</h2>
				{pages.length > 1 && <p>{say.board.page(turned + 1, pages.length)}</p>}
			</div>
			<ul class={cells.length > 7 ? 'two' : 'one'}>
				{cells.map((cell) => (
					<Line key={cell.id} cell={cell} desk={view.hall.desk} />
				))}
			</ul>
			{view.phone !== null && <Phone address={view.phone} />}
		</main>
	);
}

const Line = ({ cell, desk }: { readonly cell: Cell; readonly desk: BoardView['hall']['desk'] }) => (
	<li class={cell.state ?? ''}>
		{cell.current === null ? (
			<p class="none">{say.board.noNumber}</p>
		) : (
			<p class={numberClass(cell.current)}>{cell.current}</p>
		)}
		<div class="about">
			<p class="name">{cell.name}</p>
			<p class="how">
				{say.board.waiting(cell.waiting)}
				{cell.state && ` · ${say.common.states[cell.state]}`}
			</p>
			<div class="where">
				{cell.open.length > 0 && <p class="how">{say.board.desks(ranges(cell.open), desk)}</p>}
				<Desks cell={cell} desk={desk} />
			</div>
		</div>
	</li>
);
