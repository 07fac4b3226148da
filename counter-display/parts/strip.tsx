// The strip: each agency's current number and how many wait, and which of its counters are on a break or closed.

import { Coffee, DoorClosed } from 'lucide-preact';
import type { Instant } from '../../shared/id.ts';
import type { BoardView, HallFacts } from '../../shared/views.ts';
import { type Cell, pageAt, pagesOf, type STRIP_CELLS } from '../strip.ts';
import { say } from '../words.ts';
import { numberClass } from './number-class.ts';
import { Phone } from './phone-code.tsx';

interface StripProps {
	readonly view: BoardView;
	readonly most: (typeof STRIP_CELLS)[keyof typeof STRIP_CELLS];
	/** The address behind the QR code; null where there is none, or no room for it. */
	readonly phone: string | null;
	readonly now: Instant;
}

export function Strip({ view, most, phone, now }: StripProps) {
	const pages = pagesOf(view, most);
	const turned = pageAt(pages, now);
	const page = pages[turned];
	if (!page) return <section class="strip" />;
	const across = Math.ceil(page.cells.length / (page.cells.length > 3 && most > 4 ? 2 : 1));
	return (
		<section class="strip" aria-label={say.board.strip}>
			{(page.zone !== null || pages.length > 1) && (
				<div class="which">
					{page.zone !== null && <h2>{say.board.zone(page.zone)}</h2>}
					{pages.length > 1 && <p>{say.board.page(turned + 1, pages.length)}</p>}
				</div>
			)}
			<ul class={`cells across-${across}`}>
				{page.cells.map((cell) => (
					<AgencyCell key={cell.id} cell={cell} desk={view.hall.desk} />
				))}
			</ul>
			{phone !== null && <Phone address={phone} />}
		</section>
	);
}

const LONG_WORD = /\S{13}/;

interface CellProps {
	readonly cell: Cell;
	readonly desk: HallFacts['desk'];
}

const AgencyCell = ({ cell, desk }: CellProps) => (
	<li>
		<div class="line">
			<p class={LONG_WORD.test(cell.name) ? 'name long-word' : 'name'}>{cell.name}</p>
			{cell.current === null ? (
				<p class="hint">{say.board.noNumber}</p>
			) : (
				<p class={`${numberClass(cell.current)} ${cell.state ?? ''}`}>{cell.current}</p>
			)}
		</div>
		<div class="line small">
			<p>{say.board.waiting(cell.waiting)}</p>
			{cell.state && <p>{say.common.states[cell.state]}</p>}
		</div>
		<Desks cell={cell} desk={desk} />
	</li>
);

/** Only what a visitor must know: a desk that is open needs no word. */
export function Desks({ cell, desk }: CellProps) {
	if (cell.allClosed)
		return (
			<p class="desks">
				<DoorClosed aria-hidden="true" />
				{say.board.allClosed(desk)}
			</p>
		);
	return (
		<p class="desks">
			{cell.onBreak.length > 0 && <Coffee aria-hidden="true" />}
			{cell.onBreak.length > 0 && say.board.onBreak(cell.onBreak, desk)}
			{cell.closed.length > 0 && <DoorClosed aria-hidden="true" />}
			{cell.closed.length > 0 && say.board.closed(cell.closed, desk)}
		</p>
	);
}
