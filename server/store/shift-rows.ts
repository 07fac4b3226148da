// The statements about who sits at which counter, prepared once. Who may sit there is decided in server/hall.

import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Day } from '../../shared/day.ts';
import type { CounterNumber, Instant } from '../../shared/id.ts';
import type { Tables } from './open.ts';
import { shifts } from './schema.ts';
import { prepareWith } from './statement.ts';

export type Shift = typeof shifts.$inferSelect;

export function prepareShiftRows(tables: Tables) {
	const p = sql.placeholder;
	const prepare = prepareWith(tables.$client);
	const st = {
		shiftAt: prepare(
			tables
				.select()
				.from(shifts)
				.where(and(eq(shifts.counter, p('counter')), isNull(shifts.endedAt))),
		),
		presence: prepare(
			tables
				.select({
					counters: sql<string | null>`group_concat(iif(paused_at is null, '', '-') || counter)`.as('counters'),
				})
				.from(shifts)
				.where(isNull(shifts.endedAt)),
		),
		openShifts: prepare(tables.select().from(shifts).where(isNull(shifts.endedAt))),
		shiftsEnded: prepare(
			tables
				.select({ counter: shifts.counter, endedAt: sql<Instant>`${shifts.endedAt}`.as('endedAt') })
				.from(shifts)
				.where(and(eq(shifts.day, p('day')), sql`${shifts.endedAt} > ${p('after')}`))
				.orderBy(asc(shifts.id)),
		),
	};
	return {
		/** Every staffed counter in one text, "1,2,-3": those on a break with a minus. Equal texts, equal presence. */
		presence: (): string => st.presence.get()?.counters ?? '',
		/** The shift that keeps this counter open. */
		shiftAt: (counter: CounterNumber): Shift | undefined => st.shiftAt.get({ counter }),
		openShifts: (): readonly Shift[] => st.openShifts.all(),
		/** Of that day, and over since `after`, in the order in which they began. */
		shiftsEnded: (
			day: Day,
			after: Instant,
		): readonly { readonly counter: CounterNumber; readonly endedAt: Instant }[] => st.shiftsEnded.all({ day, after }),
	};
}
