// What a manager asks of the past: figures per agency, service, queue, counter and hour, with their definitions.

import type { Day } from './day.ts';
import type { ServiceCategory } from './hall.ts';
import type { Instant } from './id.ts';
import type { HallFacts } from './views.ts';

export const REPORT_GROUPS = ['agency', 'service', 'queue', 'counter', 'hour'] as const;
export type ReportGroup = (typeof REPORT_GROUPS)[number];

/** ms; null where there is nothing to count. Percentiles interpolate linearly (PERCENTILE.INC). */
export interface Spread {
	readonly count: number;
	readonly mean: number | null;
	readonly median: number | null;
	readonly p90: number | null;
	readonly max: number | null;
}

export interface Counts {
	readonly issued: number;
	readonly served: number;
	readonly noShow: number;
	readonly cancelled: number;
	readonly expired: number;
	readonly open: number;
	/** Moved on unserved: counted where they went, not here. */
	readonly transferred: number;
}

export interface ReportRow extends Counts {
	readonly key: string;
	readonly name: string;
	readonly wait: Spread;
	readonly walk: Spread;
	readonly service: Spread;
}

/** Lent numbers that are nobody's and did not come back, without a gap between them. */
export interface MissingNumbers {
	readonly kiosk: string;
	readonly day: Day;
	readonly from: string;
	readonly to: string;
	readonly count: number;
	/** `away`: the kiosk has not asked since that day; `lost`: it has forgotten them, or was revoked. */
	readonly why: 'away' | 'lost';
}
/** lent = given + returned + held + all that is missing. */
export interface LentNumbers {
	readonly lent: number;
	/** While the server was away, and handed in. */
	readonly given: number;
	/** Unused. */
	readonly returned: number;
	/** May still be given today. */
	readonly held: number;
	readonly missing: readonly MissingNumbers[];
}

export interface Report {
	readonly hall: HallFacts;
	readonly from: Day;
	readonly to: Day;
	readonly madeAt: Instant;
	/** Numbers given out. One visitor may stand in several lines with it, and is then issued several times below. */
	readonly numbers: number;
	readonly lent: LentNumbers;
	readonly total: ReportRow;
	readonly groups: Readonly<Record<ReportGroup, readonly ReportRow[]>>;
	/** Perizinan and non-perizinan. */
	readonly categories: Readonly<Record<ServiceCategory, ReportRow>>;
	/** issued = served + no-show + cancelled + expired + open, and each total = the sum of its rows. */
	readonly checks: readonly { readonly group: ReportGroup | 'category' | 'total'; readonly holds: boolean }[];
}
