// Rows -> what a board is shown: the latest call of each number, every agency's line, every counter. Numbers only.

import { type Day, dayOf } from '../../shared/day.ts';
import type { Agency } from '../../shared/hall.ts';
import type { AgencyId, CounterNumber, Instant, TicketId, ZoneNumber } from '../../shared/id.ts';
import type { BoardCall, BoardView } from '../../shared/views.ts';
import { agencyFacts } from '../store/catalogue.ts';
import type { Hall } from '../store/hall.ts';
import { agencyOf } from '../store/lines.ts';
import type { CallRow } from '../store/rows.ts';

/** One called now and five before it; more than anybody reads. Those who are called just now come on top, however many. */
const MOST_CALLS = 12;

/** `zone` null: the whole hall. A zone that does not exist shows the whole hall too, so a board is never empty by a typing error. */
export const boardView = (hall: Hall, zone: ZoneNumber | null, at: Instant): BoardView =>
	hall.rows.together(() => read(hall, zone, at));

function read(hall: Hall, zone: ZoneNumber | null, at: Instant): BoardView {
	const catalogue = hall.catalogue();
	const day = dayOf(at, catalogue.settings.timeZone);
	const here = zone === null ? undefined : catalogue.zone(zone);
	const agencies = catalogue.agencies.filter((it) => !here || it.zone === here.number);
	const inZone = new Set(agencies.map((it) => it.id));
	const rows = hall.rows.callsOf(day);
	const atDesks = hall.rows.atDesks();
	const calls = readCalls(hall, rows, inZone, new Set(atDesks.flatMap((it) => (it.state === 'called' ? [it.id] : []))));
	const shifts = new Map(hall.rows.openShifts().map((it) => [it.counter, it]));
	const serving = new Map(atDesks.map((it) => [it.counter, it.number]));
	return {
		hall: catalogue.facts,
		day,
		zone: here ? { number: here.number, name: here.name } : null,
		calls,
		agencies: agencies.map((agency) => ({
			...agencyFacts(agency),
			waiting: catalogue.queues
				.filter((it) => it.agencyId === agency.id)
				.reduce((sum, it) => sum + hall.rows.inLine(it.id, day), 0),
			current: currentOf(hall, agency, rows, day),
		})),
		counters: catalogue.counters
			.filter((it) => inZone.has(it.agencyId))
			.map(({ number, agencyId }) => {
				const shift = shifts.get(number);
				const state = !shift ? 'closed' : shift.pausedAt === null ? 'open' : 'break';
				return { number, agencyId, state, reason: shift?.pauseReason ?? null, serving: serving.get(number) ?? null };
			}),
	};
}

/** The number that an agency called last today and did not take back: mostly among the newest calls of the hall. */
function currentOf(hall: Hall, agency: Agency, newest: readonly CallRow[], day: Day): string | null {
	const recent = newest.find((row) => row.agencyId === agency.id && row.state !== 'waiting');
	if (recent) return recent.number;
	const lasts = hall
		.catalogue()
		.queues.filter((it) => it.agencyId === agency.id)
		.flatMap((queue) => hall.rows.lastCallIn(queue.id, day) ?? []);
	return lasts.sort((a, b) => b.id - a.id)[0]?.number ?? null;
}

/**
 * Each number once, with its latest call that was not taken back: the last MOST_CALLS of these agencies, and every
 * one that is being called (`called`, used up here), because a board announces only what its view holds.
 */
function readCalls(
	hall: Hall,
	rows: readonly CallRow[],
	agencies: ReadonlySet<AgencyId>,
	called: Set<TicketId>,
): readonly BoardCall[] {
	const catalogue = hall.catalogue();
	const seen = new Set<TicketId>();
	const numbers = new Set<string>();
	const calls: BoardCall[] = [];
	for (const row of rows) {
		if (row.ticketId === null || row.counter === null || seen.has(row.ticketId)) continue;
		if (calls.length >= MOST_CALLS && called.size === 0) break;
		seen.add(row.ticketId);
		called.delete(row.ticketId);
		// A call that was taken back leaves the ticket waiting, without a counter: it is shown no more.
		if (row.state === 'waiting') continue;
		if (calls.length >= MOST_CALLS && row.state !== 'called') continue;
		// The places of one visit share a number; it is shown where it was called last.
		if (!agencies.has(row.agencyId) || numbers.has(row.number)) continue;
		numbers.add(row.number);
		const recall = row.detail !== null && 'event' in row.detail && row.detail.recall;
		const counter: CounterNumber = row.counter;
		const agency = agencyFacts(agencyOf(catalogue, row));
		calls.push({ rev: row.id, at: row.at, number: row.number, counter, agency, recall, state: row.state });
	}
	return calls;
}
