// The statements that run on every press, prepared once (a built query costs 24 µs, a prepared one 2; see statement.ts), and
// what holds for all of them: many reads as of one moment, and whether another process has written.

import { prepareJournalRows } from './journal-rows.ts';
import type { Tables } from './open.ts';
import { waitModels } from './schema.ts';
import { prepareScreenRows } from './screen-rows.ts';
import { prepareShiftRows } from './shift-rows.ts';
import { prepareWith } from './statement.ts';
import { prepareTicketRows } from './ticket-rows.ts';
import { prepareVisitRows } from './visit-rows.ts';

export type WaitModelRow = typeof waitModels.$inferSelect;

export function prepareRows(tables: Tables) {
	const models = prepareWith(tables.$client)(tables.select().from(waitModels));
	const together = tables.$client.transaction((read: () => unknown) => read());
	return {
		/** Many reads as of one moment; and one lock for all of them, where each alone would take its own. */
		together: <Result>(read: () => Result): Result => together.deferred(read) as Result,
		/** Changes when another process has written to the file; SQLite's own count. */
		dataVersion: (): number => Number(tables.$client.pragma('data_version', { simple: true })),
		waitModels: (): readonly WaitModelRow[] => models.all(),
		...prepareVisitRows(tables),
		...prepareTicketRows(tables),
		...prepareJournalRows(tables),
		...prepareScreenRows(tables),
		...prepareShiftRows(tables),
	};
}
export type Rows = ReturnType<typeof prepareRows>;
