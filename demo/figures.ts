// The demo's own count held against the server's report: what was added to the report since the demo began must be what
// the demo did, and every total of the report the sum of its rows.

import type { Report } from '../shared/report.ts';
import type { Tally } from './floor.ts';
import { verdict } from './sentences.ts';

/** Straight between the two neighbours, as the report says it (PERCENTILE.INC); null of nothing. */
export function percentile(values: readonly number[], part: number): number | null {
	const rising = [...values].sort((a, b) => a - b);
	const at = part * (rising.length - 1);
	const below = rising[Math.floor(at)];
	const above = rising[Math.ceil(at)];
	return below === undefined || above === undefined ? null : below + (above - below) * (at - Math.floor(at));
}

type Compared = keyof typeof verdict.names;
type Side = Readonly<Record<Compared, number | null>>;

/** What the demo did, in the words of the report. Waits in real ms. */
function mine(tally: Tally): Side {
	const waits = [...tally.waits.values()];
	return {
		issued: tally.places,
		served: tally.served,
		noShow: tally.noShow,
		transferred: tally.wrongDesk,
		open: tally.places - tally.served - tally.noShow,
		median: percentile(waits, 0.5),
		p90: percentile(waits, 0.9),
	};
}

/** What the report gained. Medians cannot be subtracted: they are compared only where the demo had the day to itself. */
function gained(before: Report, after: Report, own: Side): Side {
	const alone = before.total.issued === 0;
	const more = (of: (it: Report['total']) => number): number => of(after.total) - of(before.total);
	return {
		issued: more((it) => it.issued),
		served: more((it) => it.served),
		noShow: more((it) => it.noShow),
		transferred: more((it) => it.transferred),
		open: more((it) => it.open),
		median: alone ? after.total.wait.median : own.median,
		p90: alone ? after.total.wait.p90 : own.p90,
	};
}

/** The lines to say, and whether all is well: a difference is, when other people played along. */
export function judge(before: Report, after: Report, tally: Tally): { readonly ok: boolean; readonly lines: string[] } {
	if (!after.checks.every((it) => it.holds)) return { ok: false, lines: [verdict.sumsWrong] };
	const own = mine(tally);
	const server = gained(before, after, own);
	const lines = (Object.keys(verdict.names) as Compared[]).flatMap((key) =>
		same(own[key], server[key])
			? []
			: [verdict.differs(verdict.names[key], String(own[key] ?? '-'), String(server[key] ?? '-'))],
	);
	if (lines.length === 0) return { ok: true, lines: [verdict.agrees] };
	return tally.others
		? { ok: true, lines: [verdict.people, ...lines] }
		: { ok: false, lines: [verdict.differsHeading, ...lines] };
}

/** Two interpolations of the same ms may differ by rounding. */
const same = (a: number | null, b: number | null): boolean =>
	a === b || (a !== null && b !== null && Math.abs(a - b) < 0.5);
