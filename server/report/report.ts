// What a manager asks of the past, answered from the tickets as they stand. Reads only; one transaction, so that all
// tables speak of the same moment; and checked before it is shown.

import type { Database } from 'better-sqlite3';
import type { HallSettings } from '../../shared/hall.ts';
import type { Instant } from '../../shared/id.ts';
import { type Counts, REPORT_GROUPS, type Report, type ReportRow } from '../../shared/report.ts';
import type { HallFacts } from '../../shared/views.ts';
import { type Figures, figuresOf } from './figures.ts';
import { type Line, readFrame, type Table } from './frame.ts';
import { lentNumbers } from './lent.ts';
import { countNumbers, countPast, readPast } from './past.ts';
import type { Range } from './range.ts';

export interface ReportAsk extends Range {
	/** When it was asked: stands on the report. */
	readonly at: Instant;
}

export const report = (sqlite: Database, ask: ReportAsk): Report => sqlite.transaction(() => make(sqlite, ask))();

function make(sqlite: Database, ask: ReportAsk): Report {
	const hall = readHall(sqlite);
	const frame = readFrame(sqlite, hall.desk);
	const counts = countPast(sqlite, ask);
	const past = readPast(sqlite, frame, ask, hall.timeZone, counts.issued + counts.transferred);
	const all = (table: Table): readonly ReportRow[] =>
		figuresOf(past, past.places[table], frame.lines[table].length).map((figures, line) =>
			rowOf(frame.lines[table][line], figures),
		);
	/** Lines in which nothing happened are left out. */
	const busy = (table: Table): readonly ReportRow[] => all(table).filter((row) => row.issued + row.transferred > 0);
	const [whole] = all('total');
	const [permit, nonPermit] = all('category');
	if (!whole || !permit || !nonPermit) throw new Error('a report always has a total and two categories');
	// The spreads come from the columns like those of every row; the counts are the database's own.
	const total = { ...whole, ...counts };
	const groups = {
		agency: busy('agency'),
		service: busy('service'),
		queue: busy('queue'),
		counter: busy('counter'),
		hour: busy('hour'),
	};
	const holds = (rows: readonly ReportRow[]): boolean => rows.every(adds) && isSum(total, rows);
	return {
		hall,
		from: ask.from,
		to: ask.to,
		madeAt: ask.at,
		numbers: countNumbers(sqlite, ask),
		lent: lentNumbers(sqlite, ask, hall.timeZone, ask.at),
		total,
		groups,
		categories: { permit, non_permit: nonPermit },
		checks: [
			{ group: 'total', holds: adds(total) },
			...REPORT_GROUPS.map((group) => ({ group, holds: holds(groups[group]) })),
			{ group: 'category', holds: holds([permit, nonPermit]) },
		],
	};
}

function readHall(sqlite: Database): HallFacts {
	const text = sqlite.prepare<[], string>('select hall from settings').pluck().get();
	if (text === undefined) throw new Error('the hall has not been set up');
	const { name, city, timeZone, demo, runningText, complaintLine, voice } = JSON.parse(text) as HallSettings;
	return { name, city, timeZone, demo, runningText, complaintLine, desk: voice.desk };
}

function rowOf(line: Line | undefined, figures: Figures): ReportRow {
	if (!line) throw new Error('the report has more lines than names');
	return { ...line, ...figures };
}

/** The equation at the foot of the report. */
const adds = (it: Counts): boolean => it.issued === it.served + it.noShow + it.cancelled + it.expired + it.open;

const COUNTED = [
	'issued',
	'served',
	'noShow',
	'cancelled',
	'expired',
	'open',
	'transferred',
] as const satisfies readonly (keyof Counts)[];
const MEASURED = ['wait', 'walk', 'service'] as const;

/** Whether every figure that can be added up adds up to the total. */
const isSum = (total: ReportRow, rows: readonly ReportRow[]): boolean =>
	COUNTED.every((count) => total[count] === sum(rows, (row) => row[count])) &&
	MEASURED.every((span) => total[span].count === sum(rows, (row) => row[span].count));

const sum = (rows: readonly ReportRow[], of: (row: ReportRow) => number): number =>
	rows.reduce((all, row) => all + of(row), 0);
