// Reports over five years of a hall's past, beside the bare question to the database: how many of these days, and how long
// they waited on average.

import { performance } from 'node:perf_hooks';
import type { Range } from '../server/report/range.ts';
import { report } from '../server/report/report.ts';
import type { Store } from '../server/store/open.ts';
import { addDays, type Day, dayOf } from '../shared/day.ts';
import type { Instant } from '../shared/id.ts';
import type { Figure, Section } from './figures.ts';
import { newFolder, openHallMaker, withStore } from './halls.ts';
import { fillHistory, type History } from './history.ts';
import { p50 } from './stats.ts';

export interface Past {
	readonly folder: string;
	/** The working days that were filled, oldest first. */
	readonly days: readonly Day[];
}

export interface PastPlan extends Pick<History, 'days' | 'ticketsPerDay'> {
	readonly rounds: number;
}

/** A hall with so many days behind it, in a folder of its own. */
export async function makePast(at: Instant, { days, ticketsPerDay }: PastPlan): Promise<Past> {
	const folder = newFolder();
	const makeHall = await openHallMaker();
	const filled = withStore(folder, at, (store) => {
		const hall = makeHall(store, at);
		const until = addDays(dayOf(at, hall.catalogue().settings.timeZone), -1);
		return fillHistory(store, { until, days, ticketsPerDay, seed: 20_260_101 });
	});
	return { folder, days: filled };
}

export function benchReports(past: Past, plan: PastPlan, at: Instant): Section {
	const back = (count: number): Range => ({ from: past.days.at(-count) ?? first(past), to: last(past) });
	const figures = withStore(past.folder, at, (store) => [
		compared('a day', store, back(1), plan, at),
		compared('a month (21 working days)', store, back(21), plan, at),
		compared('a year (250 working days)', store, back(250), plan, at),
	]);
	const tickets = (past.days.length * plan.ticketsPerDay).toLocaleString('en');
	return {
		title: `Reports over ${past.days.length} days and ${tickets} tickets`,
		method:
			'The whole report with all its tables and medians, made and checked. Floor: one SQL count and mean wait of the same days. ' +
			`Medians of ${plan.rounds} rounds.`,
		figures,
	};
}

const BARE = 'select count(*), avg(first_called_at - issued_at) from tickets where day between ? and ?';

function compared(name: string, { sqlite }: Store, range: Range, plan: PastPlan, at: Instant): Figure {
	const bare = sqlite.prepare(BARE).raw();
	const ours: number[] = [];
	const floor: number[] = [];
	for (let turn = 0; turn < plan.rounds; turn++) {
		ours.push(timed(() => report(sqlite, { ...range, at })));
		floor.push(timed(() => bare.get(range.from, range.to)));
	}
	return { name, unit: 'ms', ours: p50(ours), floor: p50(floor), aim: null };
}

function timed(work: () => unknown): number {
	const start = performance.now();
	work();
	return performance.now() - start;
}

const first = ({ days }: Past): Day => days[0] ?? nothing();
const last = ({ days }: Past): Day => days.at(-1) ?? nothing();
function nothing(): never {
	throw new Error('a past without a day');
}
