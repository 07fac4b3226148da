// What stands in the strip at the foot of the board: every agency once, in pages that a glance can take in.

import { type Instant, SECOND, type ZoneNumber } from '../shared/id.ts';
import type { State } from '../shared/ticket.ts';
import type { BoardView } from '../shared/views.ts';

/** Two rows of four are still legible from the last row of seats. */
const MOST_CELLS = 8;
const PAGE_FOR = 7 * SECOND;

export interface Cell {
	readonly id: string;
	readonly name: string;
	readonly current: string | null;
	/** What became of the current number; null when its call is long past. */
	readonly state: State | null;
	readonly waiting: number;
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
export function pagesOf(view: BoardView): readonly Page[] {
	const cells = new Map(view.agencies.map((agency) => [agency.id, cellOf(agency, view)]));
	const zones = [...new Set(view.agencies.map((agency) => agency.zone))].sort((a, b) => a - b);
	if (view.agencies.length <= MOST_CELLS) {
		const only = zones.length === 1 ? zones[0] : undefined;
		return [{ zone: only ?? null, cells: [...cells.values()] }];
	}
	return zones.flatMap((zone) => {
		const here = view.agencies.flatMap((agency) => (agency.zone === zone ? (cells.get(agency.id) ?? []) : []));
		const size = Math.ceil(here.length / Math.ceil(here.length / MOST_CELLS));
		const parts = Array.from({ length: Math.ceil(here.length / size) }, (_, part) => part * size);
		return parts.map((from) => ({ zone, cells: here.slice(from, from + size) }));
	});
}

/** The page of this moment: all boards of the hall turn together. */
export const pageAt = (pages: readonly Page[], at: Instant): number =>
	pages.length === 0 ? 0 : Math.floor(at / PAGE_FOR) % pages.length;

function cellOf(agency: BoardView['agencies'][number], view: BoardView): Cell {
	const desks = view.counters.filter((it) => it.agencyId === agency.id);
	const numbers = (state: 'break' | 'closed') => desks.filter((it) => it.state === state).map((it) => it.number);
	return {
		id: agency.id,
		name: agency.shortName,
		current: agency.current,
		state: view.calls.find((call) => call.number === agency.current)?.state ?? null,
		waiting: agency.waiting,
		onBreak: numbers('break'),
		closed: numbers('closed'),
		allClosed: desks.every((it) => it.state === 'closed'),
	};
}
