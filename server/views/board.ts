// Rows -> what a board is shown: the latest call of each number, every agency's line, every counter. Numbers only.

import { type Day, dayOf, minuteOf } from '../../shared/day.ts';
import type { Agency, HallSettings } from '../../shared/hall.ts';
import type { AgencyId, CounterNumber, Instant, TicketId, ZoneNumber } from '../../shared/id.ts';
import type { BoardCall, BoardView, BoardVoice } from '../../shared/views.ts';
import { isQuiet } from '../../shared/voice.ts';
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
	const atDesks = hall.rows.atDesks();
	const called = atDesks.flatMap((it) => (it.state === 'called' ? [it.id] : []));
	const rows = withAllCalled(hall, here ? callsInZone(hall, inZone, day) : hall.rows.callsOf(day), called, day);
	const calls = readCalls(hall, rows, inZone);
	const shifts = new Map(hall.rows.openShifts().map((it) => [it.counter, it]));
	const serving = new Map(atDesks.map((it) => [it.counter, it.number]));
	return {
		hall: catalogue.facts,
		day,
		zone: here ? { number: here.number, name: here.name } : null,
		voice: voiceNow(catalogue.settings, at),
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

/** A hall that is turned down to nothing is quiet, not broken. */
function voiceNow({ voice, timeZone }: HallSettings, at: Instant): BoardVoice {
	const { repeatAfterMs, volume } = voice;
	return { repeatAfterMs, volume, quiet: volume === 0 || isQuiet(voice, minuteOf(at, timeZone)) };
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

/** The newest calls of some agencies, however busy the rest of the hall is. */
const callsInZone = (hall: Hall, agencies: ReadonlySet<AgencyId>, day: Day): readonly CallRow[] =>
	hall
		.catalogue()
		.queues.filter((it) => agencies.has(it.agencyId))
		.flatMap((it) => hall.rows.callsIn(it.id, day))
		.sort((a, b) => b.id - a.id);

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

/** Each number once, with its latest call that was not taken back: the last MOST_CALLS of these agencies, and every one that is being called. */
function readCalls(hall: Hall, rows: readonly CallRow[], agencies: ReadonlySet<AgencyId>): readonly BoardCall[] {
	const catalogue = hall.catalogue();
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
		if (!agencies.has(row.agencyId) || numbers.has(row.number)) continue;
		numbers.add(row.number);
		const recall = row.detail !== null && 'event' in row.detail && row.detail.recall;
		const counter: CounterNumber = row.counter;
		const agency = agencyFacts(agencyOf(catalogue, row));
		calls.push({ rev: row.id, at: row.at, number: row.number, counter, agency, recall, state: row.state });
	}
	return calls;
}
