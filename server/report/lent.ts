// What became of the numbers that were lent to kiosks in some days: given, returned, still held, or not come back. Every
// lent number is one of these, so that no gap in the numbering stays unexplained.

import type { Database } from 'better-sqlite3';
import { type Day, dayOf, type TimeZone } from '../../shared/day.ts';
import type { Instant } from '../../shared/id.ts';
import type { LeaseEnd } from '../../shared/lease.ts';
import type { LentNumbers, MissingNumbers } from '../../shared/report.ts';
import type { Range } from './range.ts';

interface Row {
	readonly kiosk: string;
	readonly day: Day;
	readonly prefix: string;
	readonly first: number;
	readonly last: number;
	readonly end: LeaseEnd | null;
	readonly given: number;
}
/** Lent numbers are all of one length, so that the index of numbers finds them; an ordinary "A-9001" is longer. */
const OF_LEASE = `v.day = l.day and v.number between l.prefix || '-' || l.first and l.prefix || '-' || l.last
	and length(v.number) = length(l.prefix || '-' || l.last)`;
const LEASES = `select d.name as kiosk, l.day, l.prefix, l.first, l.last, l.end,
		(select count(*) from visits v where ${OF_LEASE}) as given
	from leases l join devices d on d.id = l.device_id where l.day between ? and ? order by l.day, d.name, d.id, l.prefix, l.first`;
const GIVEN = `select cast(substr(v.number, length(l.prefix) + 2) as integer)
	from leases l join visits v on ${OF_LEASE} where l.day = ? and l.prefix = ? and l.first = ?`;

export function lentNumbers(sqlite: Database, { from, to }: Range, zone: TimeZone, at: Instant): LentNumbers {
	const today = dayOf(at, zone);
	const rows = sqlite.prepare<[string, string], Row>(LEASES).all(from, to);
	const given = sqlite.prepare<[string, string, number], number>(GIVEN).pluck();
	const sizeOf = ({ first, last }: Row): number => last - first + 1;
	/** What may still be given today is no gap; of a lease that ended well nothing is missing. */
	const isMissing = ({ end, day }: Row): boolean => end === 'lost' || (end === null && day < today);
	const left = (fits: (row: Row) => boolean): number =>
		rows.reduce((sum, row) => sum + (fits(row) ? sizeOf(row) - row.given : 0), 0);
	return {
		lent: rows.reduce((sum, row) => sum + sizeOf(row), 0),
		given: rows.reduce((sum, row) => sum + row.given, 0),
		returned: left(({ end }) => end === 'used' || end === 'returned'),
		held: left((row) => row.end === null && !isMissing(row)),
		missing: rows
			.filter((row) => isMissing(row) && row.given < sizeOf(row))
			.flatMap((row) => runsOf(row, new Set(given.all(row.day, row.prefix, row.first)))),
	};
}

/** The numbers of a lease that are nobody's, as spans without a gap. */
function runsOf({ kiosk, day, prefix, first, last, end }: Row, given: ReadonlySet<number>): readonly MissingNumbers[] {
	const runs: { from: number; to: number }[] = [];
	for (let count = first; count <= last; count++) {
		if (given.has(count)) continue;
		const run = runs.at(-1);
		if (run?.to === count - 1) run.to = count;
		else runs.push({ from: count, to: count });
	}
	return runs.map((run) => ({
		...{ kiosk, day, from: `${prefix}-${run.from}`, to: `${prefix}-${run.to}`, count: run.to - run.from + 1 },
		why: end === 'lost' ? 'lost' : 'away',
	}));
}
