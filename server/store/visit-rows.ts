// The statements about visitors and their numbers, prepared once. Single rows only; who is given which number is decided in
// server/hall.

import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import type { Day } from '../../shared/day.ts';
import type { VisitId } from '../../shared/id.ts';
import type { Tables } from './open.ts';
import { sequences, visits } from './schema.ts';
import { placeholders, prepareWith } from './statement.ts';

export type Visit = typeof visits.$inferSelect;

export function prepareVisitRows(tables: Tables) {
	const p = sql.placeholder;
	const prepare = prepareWith(tables.$client);
	const st = {
		sequence: prepare(
			tables
				.insert(sequences)
				.values({ day: p('day'), prefix: p('prefix'), last: 1 })
				.onConflictDoUpdate({ target: [sequences.day, sequences.prefix], set: { last: sql`${sequences.last} + 1` } })
				.returning({ last: sequences.last }),
		),
		sequenceNow: prepare(
			tables
				.select({ last: sequences.last })
				.from(sequences)
				.where(and(eq(sequences.day, p('day')), eq(sequences.prefix, p('prefix')))),
		),
		visitByRequest: prepare(
			tables
				.select()
				.from(visits)
				.where(eq(visits.requestId, p('requestId'))),
		),
		visitByToken: prepare(
			tables
				.select()
				.from(visits)
				.where(eq(visits.token, p('token'))),
		),
		visitByNumber: prepare(
			tables
				.select()
				.from(visits)
				.where(and(eq(visits.day, p('day')), eq(visits.number, p('number')))),
		),
		visitById: prepare(
			tables
				.select()
				.from(visits)
				.where(eq(visits.id, p('id'))),
		),
		insertVisit: prepare(
			tables
				.insert(visits)
				.values(placeholders(getTableColumns(visits), 'id') as never)
				.returning({ id: visits.id }),
		),
	};
	return {
		/** The next number of the prefix today; never given twice, whatever else happens in this transaction. */
		nextInSequence: (day: Day, prefix: string): number => {
			const row = st.sequence.get({ day, prefix });
			if (!row) throw new Error('the sequence gave no number');
			return row.last;
		},
		/** How far the series has come today. */
		sequenceNow: (day: Day, prefix: string): number => st.sequenceNow.get({ day, prefix })?.last ?? 0,
		visitByRequest: (requestId: string): Visit | undefined => st.visitByRequest.get({ requestId }),
		visitByToken: (token: string): Visit | undefined => st.visitByToken.get({ token }),
		visitByNumber: (day: Day, number: string): Visit | undefined => st.visitByNumber.get({ day, number }),
		visit: (id: VisitId): Visit | undefined => st.visitById.get({ id }),
		insertVisit: (visit: Omit<Visit, 'id'>): VisitId => (st.insertVisit.get(visit) as { id: VisitId }).id,
	};
}
