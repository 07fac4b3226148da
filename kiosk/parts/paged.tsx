// Choices in a grid that fits this glass whole: what does not fit is on the next page, behind a large button. Nothing has to be
// pushed with a finger, and nothing moves by itself.

import { ArrowLeft, ArrowRight } from 'lucide-preact';
import { type ComponentChildren, Fragment } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Grid, grids, perPage, type Room } from '../fit.ts';
import { pageKey } from '../flow.ts';
import type { Scene } from '../scene.ts';
import './paged.css';

export interface Choice {
	readonly key: string;
	readonly card: ComponentChildren;
	/** On a tall glass it shares one place with the next of these, as far as both are wide enough there. */
	readonly half?: boolean;
}
export interface PagedProps {
	readonly scene: Scene;
	readonly choices: readonly Choice[];
	/** The least height of one, cm on the glass. */
	readonly height: number;
}

const LEAST_WIDTH = 6;
const GAP = 0.3;
/** The two buttons: beside the choices of a wide glass, under those of a tall one. */
const TURN_WIDTH = 3.5;
const TURN_HEIGHT = 2.3;
export function Paged({ scene, choices, height }: PagedProps) {
	const frame = useRef<HTMLDivElement>(null);
	const [room, setRoom] = useState<Room & { readonly tries: number }>({ width: 0, height: 0, tries: 0 });
	const { flow, go, say } = scene;
	const words = say.kiosk.turn;
	const fitting = room.width === 0 ? [] : layoutsOf(room, choices, height);
	const { grid, places } = fitting[room.tries] ?? { grid: undefined, places: [] };

	useLayoutEffect(() => {
		const outer = frame.current;
		if (!outer) return;
		const measure = (): void => {
			const { clientWidth, clientHeight } = outer;
			setRoom((was) =>
				was.width === clientWidth && was.height === clientHeight
					? was
					: { width: clientWidth, height: clientHeight, tries: 0 },
			);
		};
		measure();
		const observer = new ResizeObserver(measure);
		observer.observe(outer);
		// Letters of another font are of another width: what was tried before it came counts no more.
		document.fonts.ready.then(() => setRoom((was) => ({ ...was, tries: 0 })), console.warn);
		return () => observer.disconnect();
	}, []);

	// Long names, large letters, a reason why it is closed: only what has been drawn tells whether it fits. Else the next grid.
	useLayoutEffect(() => {
		const cards = frame.current?.querySelectorAll<HTMLElement>('.choice, .choice button');
		const isCut = [...(cards ?? [])].some(
			(it) => it.scrollHeight > it.clientHeight + 1 || it.scrollWidth > it.clientWidth + 1,
		);
		if (isCut && room.tries < fitting.length - 1) setRoom({ ...room, tries: room.tries + 1 });
	});

	const size = grid ? perPage(grid) : 0;
	const last = grid ? grid.pages - 1 : 0;
	const page = Math.min(flow.turns[pageKey(flow)] ?? 0, last);
	const turn = (to: number) => (): void => {
		if (to >= 0 && to <= last) go({ kind: 'turned', to });
	};
	return (
		<div class="paged" ref={frame}>
			{grid && (
				<ul
					class="choices"
					style={{
						gridTemplateColumns: `repeat(${grid.columns}, minmax(0, 1fr))`,
						gridTemplateRows: `repeat(${grid.rows}, minmax(0, var(--tallest)))`,
					}}
				>
					{places.slice(page * size, (page + 1) * size).map((place) => (
						<li class="choice" key={place[0]?.key}>
							{place.map(({ key, card }) => (
								<Fragment key={key}>{card}</Fragment>
							))}
						</li>
					))}
				</ul>
			)}
			{last > 0 && (
				<div class="turn">
					<button type="button" class="plain" aria-disabled={page === 0} onClick={turn(page - 1)}>
						<ArrowLeft />
						{words.back}
					</button>
					<p role="status">{words.place(page + 1, last + 1)}</p>
					<button type="button" class="plain" aria-disabled={page === last} onClick={turn(page + 1)}>
						<ArrowRight />
						{words.next}
					</button>
				</div>
			)}
		</div>
	);
}

interface Layout {
	readonly grid: Grid;
	/** What stands in each cell. */
	readonly places: readonly (readonly Choice[])[];
}

/** Of two that need as many pages the one in which the halves share a place: it leaves the others more of the glass. */
function layoutsOf(room: Room, choices: readonly Choice[], height: number): readonly Layout[] {
	const wide = innerWidth > innerHeight;
	const cm = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
	const least = {
		width: LEAST_WIDTH * cm,
		height: height * cm,
		gap: GAP * cm,
		turn: (wide ? TURN_WIDTH : TURN_HEIGHT) * cm,
		wide,
	};
	const layouts = (places: Layout['places']): readonly Layout[] =>
		grids(room, places.length, least).map((grid) => ({ grid, places }));
	const alone = layouts(choices.map((it) => [it]));
	if (wide) return alone;
	const two = 2 * least.width + least.gap;
	const shared = layouts(sharing(choices)).filter(
		({ grid: { columns } }) => (room.width + least.gap) / columns - least.gap >= two,
	);
	return [...shared, ...alone].sort((a, b) => a.grid.pages - b.grid.pages);
}

/** Neighbours that are halves, two to a place. */
function sharing(choices: readonly Choice[]): readonly (readonly Choice[])[] {
	const places: (readonly Choice[])[] = [];
	for (const choice of choices) {
		const before = places.at(-1);
		const [only] = before ?? [];
		if (choice.half && before?.length === 1 && only?.half) places.splice(-1, 1, [only, choice]);
		else places.push([choice]);
	}
	return places;
}
