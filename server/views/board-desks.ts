// Where the numbers of a counter that pauses or is closed are called meanwhile: what its own small screen tells its visitors.

import type { CounterNumber } from '../../shared/id.ts';
import type { BoardView } from '../../shared/views.ts';
import type { Catalogue } from '../store/catalogue.ts';

/** Who sits where: the open shifts by their counter. */
type Shifts = ReadonlyMap<CounterNumber, { readonly pausedAt: number | null }>;

/** Each line of this counter with the open counters that help it; without those that nobody calls just now. */
export function insteadOf(
	catalogue: Catalogue,
	number: CounterNumber,
	shifts: Shifts,
): BoardView['counters'][number]['instead'] {
	const isOpen = (it: CounterNumber): boolean => it !== number && shifts.get(it)?.pausedAt === null;
	return (catalogue.counter(number)?.queues ?? []).flatMap((id) => {
		const prefix = catalogue.queue(id)?.prefix;
		const counters = catalogue.countersOf(id).flatMap((it) => (isOpen(it.number) ? [it.number] : []));
		return prefix && counters.length > 0 ? [{ prefix, counters }] : [];
	});
}
