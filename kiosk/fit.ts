// Which grids of choices fit on this glass, the best first: as many choices at once as eight allow, in as few columns as hold
// them, because a wide card says more, but two on a wide glass. What does not fit is turned to by two large buttons. Pixels.

import { MOST_CHOICES } from './divide.ts';

export interface Room {
	readonly width: number;
	readonly height: number;
}
export interface Least {
	/** Of one choice: 60 x 25 mm. */
	readonly width: number;
	readonly height: number;
	readonly gap: number;
	/** What the two buttons take, gap included: of the width of a wide glass, of the height of a tall one. */
	readonly turn: number;
	/** The glass, not the room left on it: in its lower half a tall glass has a wide room. */
	readonly wide: boolean;
}
export interface Grid {
	readonly columns: number;
	readonly rows: number;
	readonly pages: number;
}

const MOST_COLUMNS = 4;

/** Never empty: on a glass too small for one choice there is one all the same. */
export function grids(room: Room, count: number, least: Least): readonly [Grid, ...Grid[]] {
	const { wide } = least;
	const left = { width: room.width - (wide ? least.turn : 0), height: room.height - (wide ? 0 : least.turn) };
	const whole = cells(room, least)
		.map((it) => ({ ...it, pages: 1 }))
		.filter((it) => perPage(it) >= count);
	const turned = cells(left, least)
		.map((it) => ({ ...it, pages: Math.ceil(count / perPage(it)) }))
		.filter((it) => it.pages > 1);
	const few = wide && count > 1 ? 2 : 1;
	const worse = (a: Grid, b: Grid): number =>
		a.pages - b.pages ||
		(a.pages > 1 ? perPage(b) - perPage(a) : 0) ||
		Number(a.columns < few) - Number(b.columns < few) ||
		a.columns - b.columns ||
		a.rows - b.rows;
	const [first = { columns: 1, rows: 1, pages: count }, ...others] = [...whole, ...turned].sort(worse);
	return [first, ...others];
}

/** Never more than eight, also where a grid of three columns has nine cells. */
export const perPage = ({ columns, rows }: Pick<Grid, 'columns' | 'rows'>): number =>
	Math.min(MOST_CHOICES, columns * rows);

function cells({ width, height }: Room, least: Least): readonly Omit<Grid, 'pages'>[] {
	const along = (length: number, one: number, most: number): readonly number[] =>
		Array.from(
			{ length: Math.max(1, Math.min(most, Math.floor((length + least.gap) / (one + least.gap)))) },
			(_, at) => at + 1,
		);
	return along(width, least.width, MOST_COLUMNS).flatMap((columns) =>
		along(height, least.height, MOST_CHOICES).map((rows) => ({ columns, rows })),
	);
}
