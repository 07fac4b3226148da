// The rows that each table of the report may have: everything that ever stood in the hall, in the hall's own order.
// What has been retired since is here too, for the past still points at it.

import type { Database } from 'better-sqlite3';
import type { ServiceCategory } from '../../shared/hall.ts';
import type { CounterNumber } from '../../shared/id.ts';
import { REPORT_GROUPS, type ReportGroup } from '../../shared/report.ts';
import type { DeskWord } from '../../shared/speech.ts';
import { common } from '../../shared/words/id/common.ts';
import { report as words } from '../../shared/words/id/report.ts';
import { reportFile } from '../../shared/words/id/report-file.ts';

/** The key of the tickets that no counter has called. */
export const NOT_CALLED = '-';

export interface Line {
	readonly key: string;
	readonly name: string;
}

export type Table = ReportGroup | 'category' | 'total';
export const TABLES: readonly Table[] = [...REPORT_GROUPS, 'category', 'total'];

/** The lines of each table, and which of them a ticket belongs to. */
export interface Frame {
	readonly lines: Readonly<Record<Table, readonly Line[]>>;
	readonly categoryOf: ReadonlyMap<string, ServiceCategory>;
}

const AGENCIES = 'select id as key, name from agencies order by position, id';
const QUEUES = `select q.id as key, q.prefix || ' · ' || q.name as name
	from queues q join agencies a on a.id = q.agency_id order by a.position, q.position, q.id`;
/** Two agencies may both offer a "Konsultasi": then each says whose it is. */
const SERVICES = `select s.id as key, s.category,
		iif((select count(*) from services x where x.name = s.name) > 1, s.name || ' (' || a.short_name || ')', s.name) as name
	from services s join agencies a on a.id = s.agency_id order by a.position, s.position, s.id`;
const COUNTERS = 'select number from counters order by number';

const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));
const CATEGORIES: readonly ServiceCategory[] = ['permit', 'non_permit'];

export function readFrame(sqlite: Database, desk: DeskWord): Frame {
	const services = sqlite.prepare<[], Line & { readonly category: ServiceCategory }>(SERVICES).all();
	const counters = sqlite.prepare<[], CounterNumber>(COUNTERS).pluck().all();
	return {
		lines: {
			agency: sqlite.prepare<[], Line>(AGENCIES).all(),
			service: services.map(({ key, name }) => ({ key, name })),
			queue: sqlite.prepare<[], Line>(QUEUES).all(),
			counter: [
				...counters.map((number) => ({ key: String(number), name: common.counter(number, desk) })),
				{ key: NOT_CALLED, name: reportFile.notCalled },
			],
			hour: HOURS.map((key) => ({ key, name: reportFile.hour(key) })),
			category: CATEGORIES.map((key) => ({ key, name: words.categories[key] })),
			total: [{ key: 'total', name: reportFile.total }],
		},
		categoryOf: new Map(services.map((service) => [service.key, service.category])),
	};
}
