// Which calls stand on a board: those of its scope, each number once with its latest call that was not taken back.

import type { BoardScope } from '../../shared/board.ts';
import type { Day } from '../../shared/day.ts';
import type { Agency } from '../../shared/hall.ts';
import type { AgencyId, QueueId, TicketId } from '../../shared/id.ts';
import type { BoardCall, BoardView } from '../../shared/views.ts';
import { agencyFacts } from '../store/catalogue.ts';
import type { Hall } from '../store/hall.ts';
import type { CallRow } from '../store/journal-rows.ts';
import { agencyOf } from '../store/lines.ts';

/** One called now and five before it; more than anybody reads. Those who are called just now come on top, however many. */
const MOST_CALLS = 12;

/** The newest calls that may be of this scope, and everyone who is being called now, however long ago. */
export function callRows(hall: Hall, scope: BoardScope, agencies: ReadonlySet<AgencyId>, day: Day): readonly CallRow[] {
	const called = hall.rows.atDesks().flatMap((it) => (it.state === 'called' ? [it.id] : []));
	return withAllCalled(hall, newest(hall, scope, agencies, day), called, day);
}

/** However busy the rest of the hall is, a quiet agency's calls are found. */
function newest(hall: Hall, scope: BoardScope, agencies: ReadonlySet<AgencyId>, day: Day): readonly CallRow[] {
	const { queues, counter } = hall.catalogue();
	const inLines = (lines: readonly QueueId[]): readonly CallRow[] =>
		lines.flatMap((it) => hall.rows.callsIn(it, day)).sort((a, b) => b.id - a.id);
	switch (scope.kind) {
		case 'hall':
		case 'room':
			return hall.rows.callsOf(day);
		case 'zone':
		case 'agency':
			return inLines(queues.flatMap((it) => (agencies.has(it.agencyId) ? [it.id] : [])));
		case 'counter':
			return inLines(counter(scope.counter)?.queues ?? []);
	}
}

/** With everyone who is being called now, even if half the hall was called since: a board announces only what its view holds. */
function withAllCalled(
	hall: Hall,
	newest: readonly CallRow[],
	called: readonly TicketId[],
	day: Day,
): readonly CallRow[] {
	const here = new Set(newest.map((it) => it.ticketId));
	const missing = called.filter((id) => !here.has(id));
	if (missing.length === 0) return newest;
	return [...newest, ...missing.flatMap((id) => hall.rows.callOf(id, day) ?? [])].sort((a, b) => b.id - a.id);
}

/** Whether the scope shows this call. */
function shows(scope: BoardScope, agencies: ReadonlySet<AgencyId>, row: CallRow): boolean {
	switch (scope.kind) {
		case 'hall':
			return true;
		case 'zone':
		case 'agency':
			return agencies.has(row.agencyId);
		case 'counter':
			return row.counter === scope.counter;
		case 'room':
			return row.waitsIn === scope.room;
	}
}

/** The last MOST_CALLS of the scope, and every one that is being called. */
export function readCalls(
	hall: Hall,
	rows: readonly CallRow[],
	scope: BoardScope,
	agencies: ReadonlySet<AgencyId>,
): readonly BoardCall[] {
	const catalogue = hall.catalogue();
	const room = scope.kind === 'room' ? catalogue.settings.board.rooms.find((it) => it.id === scope.room) : undefined;
	const seen = new Set<TicketId>();
	const numbers = new Set<string>();
	const calls: BoardCall[] = [];
	for (const row of rows) {
		if (row.ticketId === null || row.counter === null || seen.has(row.ticketId)) continue;
		seen.add(row.ticketId);
		// A call that was taken back leaves the ticket waiting, without a counter: it is shown no more.
		if (row.state === 'waiting') continue;
		if (calls.length >= MOST_CALLS && row.state !== 'called') continue;
		// The places of one visit share a number; it is shown where it was called last.
		if (!shows(scope, agencies, row) || numbers.has(row.number)) continue;
		numbers.add(row.number);
		calls.push({
			rev: row.id,
			at: row.at,
			number: row.number,
			counter: row.counter,
			agency: agencyFacts(agencyOf(catalogue, row)),
			recall: row.detail !== null && 'event' in row.detail && row.detail.recall,
			state: row.state,
			waitsIn: room?.name ?? null,
		});
	}
	return calls;
}

type Current = Pick<BoardView['agencies'][number], 'current' | 'currentState'>;

/** The number that an agency called last today and did not take back: mostly among the newest calls of the hall. */
export function currentOf(hall: Hall, agency: Agency, newest: readonly CallRow[], day: Day): Current {
	const recent = newest.find((row) => row.agencyId === agency.id && row.state !== 'waiting');
	const last = recent ?? lastOf(hall, agency, day);
	return { current: last?.number ?? null, currentState: last?.state ?? null };
}

function lastOf(hall: Hall, agency: Agency, day: Day): Pick<CallRow, 'number' | 'state'> | undefined {
	const lasts = hall
		.catalogue()
		.queues.filter((it) => it.agencyId === agency.id)
		.flatMap((queue) => hall.rows.lastCallIn(queue.id, day) ?? []);
	return lasts.sort((a, b) => b.id - a.id)[0];
}
