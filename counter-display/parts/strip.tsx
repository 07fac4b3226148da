// The strip: each agency's current number and how many wait, and which of its counters are on a break or closed.

import { Coffee, DoorClosed } from 'lucide-preact';
import type { Instant } from '../../shared/id.ts';
import type { BoardView } from '../../shared/views.ts';
import { type Cell, pageAt, pagesOf } from '../strip.ts';
import { say } from '../words.ts';

export function Strip({ view, now }: { readonly view: BoardView; readonly now: Instant }) {
	const pages = pagesOf(view);
	const turned = pageAt(pages, now);
	const page = pages[turned];
	if (!page) return <section class="strip" />;
	return (
		<section class="strip" aria-label={say.board.strip}>
			<div class="which">
				{page.zone !== null && <h2>{say.board.zone(page.zone)}</h2>}
				{pages.length > 1 && <p>{say.board.page(turned + 1, pages.length)}</p>}
			</div>
			<ul class={`cells across-${Math.ceil(page.cells.length / (page.cells.length > 3 ? 2 : 1))}`}>
				{page.cells.map((cell) => (
					<AgencyCell key={cell.id} cell={cell} />
				))}
			</ul>
		</section>
	);
}

const AgencyCell = ({ cell }: { readonly cell: Cell }) => (
	<li>
		<div class="line">
			<p class="name">{cell.name}</p>
			{cell.current === null ? (
				<p class="hint">{say.board.noNumber}</p>
			) : (
				<p class={`number ${cell.state ?? ''}`}>{cell.current}</p>
			)}
		</div>
		<p class="hint">{say.board.waiting(cell.waiting)}</p>
		<Desks cell={cell} />
	</li>
);

/** Only what a visitor must know: a desk that is open needs no word. */
function Desks({ cell }: { readonly cell: Cell }) {
	if (cell.allClosed)
		return (
			<p class="desks">
				<DoorClosed aria-hidden="true" />
				{say.board.allClosed}
			</p>
		);
	return (
		<p class="desks">
			{cell.onBreak.length > 0 && <Coffee aria-hidden="true" />}
			{cell.onBreak.length > 0 && say.board.onBreak(cell.onBreak)}
			{cell.closed.length > 0 && <DoorClosed aria-hidden="true" />}
			{cell.closed.length > 0 && say.board.closed(cell.closed)}
		</p>
	);
}
