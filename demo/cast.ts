// Who plays: at which counters the demo's officers sit, and which visitors come. From what the running hall shows and the
// habits of an ordinary day.

import type { AgencyId, CounterNumber } from '../shared/id.ts';
import type { BoardView, KioskView } from '../shared/views.ts';
import { type Moment, planDay, type Visitor } from './day.ts';
import type { Habits } from './hall-file.ts';

export interface CastAsk {
	readonly seed: number;
	readonly visitors: number;
	/** null = one at every counter. */
	readonly officers: number | null;
	/** Nobody comes from then on; null = until the afternoon. */
	readonly until: Moment | null;
	/** The counter that is left to a person. */
	readonly free: number;
	readonly habits: Habits;
}

/** Where the demo's officers sit: the busiest agencies first, without the counter left to a person. */
export function staffed(
	kiosk: KioskView,
	board: BoardView,
	{ free, officers, habits }: CastAsk,
): BoardView['counters'] {
	const load = new Map<AgencyId, number>();
	for (const { id, agencyId } of kiosk.services)
		load.set(agencyId, (load.get(agencyId) ?? 0) + (habits.perDay.get(id) ?? 1));
	return board.counters
		.filter((it) => it.number !== free)
		.sort((a, b) => (load.get(b.agencyId) ?? 0) - (load.get(a.agencyId) ?? 0) || a.number - b.number)
		.slice(0, officers ?? board.counters.length);
}

/** Only for what is open now and has an officer of the demo. */
export function plan(ask: CastAsk, view: KioskView, desks: ReadonlySet<CounterNumber>): readonly Visitor[] {
	const offers = view.services.flatMap(({ id, queueId, counterMinutes }) => {
		const queue = view.queues.find((it) => it.id === queueId);
		const offered = queue?.availability.open && queue.counters.some((it) => desks.has(it));
		return offered ? [{ id, queueId, minutes: counterMinutes, weight: ask.habits.perDay.get(id) ?? 1 }] : [];
	});
	const { seed, visitors, habits, until } = ask;
	return planDay({ seed, visitors, hours: habits.hours, offers }).filter((it) => until === null || it.comesAt < until);
}
