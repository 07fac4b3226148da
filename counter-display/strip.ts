// What stands in the strip at the foot of the board, and in the table of a board of lines: every agency once, in pages that
// a glance can take in.

import { type Instant, SECOND, type ZoneNumber } from '../shared/id.ts';
import type { State } from '../shared/ticket.ts';
import type { BoardView } from '../shared/views.ts';

/** Two rows of four are still legible from the last row of seats; beside a video there is room for one. */
export const STRIP_CELLS = { whole: 8, beside: 4 } as const;
/** Of the table: two columns of seven on a lying TV, one of fourteen on a standing one. A QR code takes the place of two. */
export const TABLE_LINES = { all: 14, besidePhone: 12 } as const;
const PAGE_FOR = 7 * SECOND;

export interface Cell {
	readonly id: string;
	readonly name: string;
	readonly fullName: string;
	readonly zone: ZoneNumber;
	readonly current: string | null;
	/** What became of the current number; null where there is none. */
	readonly state: State | null;
	readonly waiting: number;
	/** Its desks that call just now. */
	readonly open: readonly number[];
	readonly onBreak: readonly number[];
	readonly closed: readonly number[];
	/** Nobody is at any of its desks. */
	readonly allClosed: boolean;
}

export interface Page {
	/** null where the page holds agencies of several zones. */
	readonly zone: ZoneNumber | null;
	readonly cells: readonly Cell[];
}

/** Few agencies stand together; many are paged zone by zone, a large zone in even parts. In the hall's own order. */
export function pagesOf(view: BoardView, most: number): readonly Page[] {
	const cells = new Map(view.agencies.map((agency) => [agency.id, cellOf(agency, view)]));
	const zones = [...new Set(view.agencies.map((agency) => agency.zone))].sort((a, b) => a - b);
	if (view.agencies.length <= most) {
		const only = zones.length === 1 ? zones[0] : undefined;
		return [{ zone: only ?? null, cells: [...cells.values()] }];
	}
	return zones.flatMap((zone) => {
		const here = view.agencies.flatMap((agency) => (agency.zone === zone ? (cells.get(agency.id) ?? []) : []));
		return evenly(here, most).map((part) => ({ zone, cells: part }));
	});
}

/** The lines of the table, zone after zone, on as few pages as will hold them. */
export function tableOf(view: BoardView): readonly (readonly Cell[])[] {
	const cells = view.agencies.map((agency) => cellOf(agency, view)).sort((a, b) => a.zone - b.zone);
	return evenly(cells, view.phone === null ? TABLE_LINES.all : TABLE_LINES.besidePhone);
}

/** In as few parts as will hold them, none of them nearly empty. */
function evenly<T>(all: readonly T[], most: number): readonly (readonly T[])[] {
	if (all.length === 0) return [];
	const size = Math.ceil(all.length / Math.ceil(all.length / most));
	const parts = Array.from({ length: Math.ceil(all.length / size) }, (_, part) => part * size);
	return parts.map((from) => all.slice(from, from + size));
}

/** "5–9, 12": desks that stand side by side are said together. */
export function ranges(numbers: readonly number[]): string {
	const runs: (readonly [first: number, last: number])[] = [];
	for (const number of [...numbers].sort((a, b) => a - b)) {
		const run = runs[runs.length - 1];
		if (run && run[1] === number - 1) runs[runs.length - 1] = [run[0], number];
		else runs.push([number, number]);
	}
	return runs
		.map(([first, last]) => (first === last ? `${first}` : `${first}${last - first === 1 ? ', ' : '–'}${last}`))
		.join(', ');
}

/** The page of this moment: all boards of the hall turn together. */
export const pageAt = (pages: readonly unknown[], at: Instant): number =>
	pages.length === 0 ? 0 : Math.floor(at / PAGE_FOR) % pages.length;

function cellOf(agency: BoardView['agencies'][number], view: BoardView): Cell {
	const desks = view.counters.filter((it) => it.agencyId === agency.id);
	const numbers = (state: 'open' | 'break' | 'closed') =>
		desks.filter((it) => it.state === state).map((it) => it.number);
	return {
		id: agency.id,
		name: agency.shortName,
		fullName: agency.name,
		zone: agency.zone,
		current: agency.current,
		state: agency.currentState,
		waiting: agency.waiting,
		open: numbers('open'),
		onBreak: numbers('break'),
		closed: numbers('closed'),
		allClosed: desks.every((it) => it.state === 'closed'),
	};
}
