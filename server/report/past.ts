// What the tickets of some days say, read in one pass into columns. Here stands what each figure counts and measures.
// One pass, not one GROUP BY per table: those read a year seven times over, and unlike them this can be broken off.

import type { Database } from 'better-sqlite3';
import { TIME_ZONES, type TimeZone } from '../../shared/day.ts';
import { DAY_MS, HOUR } from '../../shared/id.ts';
import type { Counts } from '../../shared/report.ts';
import { type Frame, NOT_CALLED, TABLES, type Table } from './frame.ts';
import type { Range } from './range.ts';

/** How a ticket counts. A transferred one moved on unserved and is counted where it went: it was not issued here. */
export const ENDINGS = ['served', 'noShow', 'cancelled', 'expired', 'open', 'transferred'] as const;
const ENDING_OF: Readonly<Record<string, number>> = {
	served: ENDINGS.indexOf('served'),
	no_show: ENDINGS.indexOf('noShow'),
	cancelled: ENDINGS.indexOf('cancelled'),
	expired: ENDINGS.indexOf('expired'),
	open: ENDINGS.indexOf('open'),
	transferred: ENDINGS.indexOf('transferred'),
};

/** One entry per ticket. Durations in ms, never negative, NaN where there is none. */
export interface Past {
	/** Index into ENDINGS. */
	readonly endings: Uint8Array;
	/** Which line of each table the ticket belongs to. */
	readonly places: Readonly<Record<Table, Uint16Array>>;
	readonly wait: Float64Array;
	readonly walk: Float64Array;
	readonly service: Float64Array;
}

/** Counted by the database itself, apart from the columns below: the total that the rows must add up to. */
const COUNTS = `select
		count(*) filter (where outcome is not 'transferred') as issued,
		count(*) filter (where outcome = 'served') as served,
		count(*) filter (where outcome = 'no_show') as noShow,
		count(*) filter (where outcome = 'cancelled') as cancelled,
		count(*) filter (where outcome = 'expired') as expired,
		count(*) filter (where state <> 'closed') as open,
		count(*) filter (where outcome = 'transferred') as transferred
	from tickets where day between ? and ? and outcome is not 'withdrawn'`;

/**
 * Wait: issue to first call, of everyone who was called, however it ended. Walk: call to first start. Service: first
 * start to the end, net of parking, of those who were served. A clock that was set back makes none of them negative.
 */
const TICKETS = `select agency_id, service_id, queue_id, ifnull(counter, '${NOT_CALLED}'),
		(issued_at + ?) % ${DAY_MS} / ${HOUR},
		ifnull(outcome, 'open'),
		iif(outcome is 'transferred', null, max(0, first_called_at - issued_at)),
		iif(outcome is 'transferred', null, max(0, walked_ms)),
		iif(outcome is 'served', max(0, closed_at - started_at - parked_ms), null)
	from tickets where day between ? and ? and outcome is not 'withdrawn'`;
type Row = readonly [
	agency: string,
	service: string,
	queue: string,
	counter: number | string,
	hour: number,
	ending: string,
	wait: number | null,
	walk: number | null,
	service: number | null,
];

/** How many numbers were given out, however many lines each stood in. */
export const countNumbers = (sqlite: Database, { from, to }: Range): number =>
	sqlite
		.prepare<[string, string], number>('select count(*) from visits where day between ? and ?')
		.pluck()
		.get(from, to) ?? 0;

export const countPast = (sqlite: Database, { from, to }: Range): Counts => {
	const counts = sqlite.prepare<[string, string], Counts>(COUNTS).get(from, to);
	if (!counts) throw new Error('a count always has one row');
	return counts;
};

/** `size`: how many tickets these days have, transferred ones too, counted in the same transaction. */
export function readPast(sqlite: Database, frame: Frame, range: Range, zone: TimeZone, size: number): Past {
	const past: Past = {
		endings: new Uint8Array(size),
		places: {
			agency: new Uint16Array(size),
			service: new Uint16Array(size),
			queue: new Uint16Array(size),
			counter: new Uint16Array(size),
			hour: new Uint16Array(size),
			category: new Uint16Array(size),
			total: new Uint16Array(size),
		},
		wait: new Float64Array(size),
		walk: new Float64Array(size),
		service: new Float64Array(size),
	};
	const place = placing(frame);
	let i = 0;
	const tickets = sqlite.prepare<[number, string, string], Row>(TICKETS).raw();
	for (const row of tickets.iterate(TIME_ZONES[zone].offset, range.from, range.to)) {
		const [agency, service, queue, counter, hour, ending, wait, walk, served] = row;
		past.endings[i] = endingOf(ending);
		past.places.agency[i] = place('agency', agency);
		past.places.service[i] = place('service', service);
		past.places.queue[i] = place('queue', queue);
		past.places.counter[i] = place('counter', String(counter));
		past.places.hour[i] = hour;
		past.places.category[i] = place('category', frame.categoryOf.get(service) ?? '');
		past.wait[i] = wait ?? Number.NaN;
		past.walk[i] = walk ?? Number.NaN;
		past.service[i] = served ?? Number.NaN;
		i += 1;
	}
	return past;
}

function endingOf(ending: string): number {
	const index = ENDING_OF[ending];
	if (index === undefined) throw new Error(`a ticket ended in a way that no report knows: ${ending}`);
	return index;
}

/** A key without a line cannot be, foreign keys see to it; silently leaving the ticket out would falsify every figure. */
function placing(frame: Frame): (table: Table, key: string) => number {
	const lines = new Map(
		TABLES.map((table) => [table, new Map(frame.lines[table].map((line, index) => [line.key, index]))]),
	);
	return (table, key) => {
		const index = lines.get(table)?.get(key);
		if (index === undefined) throw new Error(`the report has no line "${key}" in the table "${table}"`);
		return index;
	};
}
