// From columns of tickets to the figures of one table: counts and spreads per line. Pure; never reads the database.

import type { Counts, Spread } from '../../shared/report.ts';
import { ENDINGS, type Past } from './past.ts';

export interface Figures extends Counts {
	readonly wait: Spread;
	readonly walk: Spread;
	readonly service: Spread;
}

/** One entry per line. `places` says of each ticket which line it is in. */
export function figuresOf(past: Past, places: Uint16Array, lines: number): readonly Figures[] {
	const counts = countsOf(past.endings, places, lines);
	const wait = spreadsOf(past.wait, places, lines);
	const walk = spreadsOf(past.walk, places, lines);
	const service = spreadsOf(past.service, places, lines);
	return counts.map((it, line) => ({
		...it,
		wait: wait[line] ?? NOTHING,
		walk: walk[line] ?? NOTHING,
		service: service[line] ?? NOTHING,
	}));
}

const NOTHING: Spread = { count: 0, mean: null, median: null, p90: null, max: null };

function countsOf(endings: Uint8Array, places: Uint16Array, lines: number): readonly Counts[] {
	const cells = new Uint32Array(lines * ENDINGS.length);
	for (let i = 0; i < endings.length; i += 1) {
		const cell = (places[i] ?? 0) * ENDINGS.length + (endings[i] ?? 0);
		cells[cell] = (cells[cell] ?? 0) + 1;
	}
	return Array.from({ length: lines }, (_, line) => {
		const of = (ending: (typeof ENDINGS)[number]): number =>
			cells[line * ENDINGS.length + ENDINGS.indexOf(ending)] ?? 0;
		const counted = {
			served: of('served'),
			noShow: of('noShow'),
			cancelled: of('cancelled'),
			expired: of('expired'),
			open: of('open'),
		};
		const issued = Object.values(counted).reduce((sum, count) => sum + count, 0);
		return { issued, ...counted, transferred: of('transferred') };
	});
}

/** Sorts the durations by line into one block, each line's part of it in rising order. */
function spreadsOf(durations: Float64Array, places: Uint16Array, lines: number): readonly Spread[] {
	const ends = new Uint32Array(lines + 1);
	for (let i = 0; i < durations.length; i += 1) {
		const line = (places[i] ?? 0) + 1;
		if (!Number.isNaN(durations[i])) ends[line] = (ends[line] ?? 0) + 1;
	}
	for (let line = 1; line <= lines; line += 1) ends[line] = (ends[line] ?? 0) + (ends[line - 1] ?? 0);
	const block = new Float64Array(ends[lines] ?? 0);
	const next = ends.slice(0, lines);
	for (let i = 0; i < durations.length; i += 1) {
		const duration = durations[i];
		if (duration === undefined || Number.isNaN(duration)) continue;
		const line = places[i] ?? 0;
		const slot = next[line] ?? 0;
		block[slot] = duration;
		next[line] = slot + 1;
	}
	return Array.from({ length: lines }, (_, line) => spread(block.subarray(ends[line], ends[line + 1]).sort()));
}

function spread(rising: Float64Array): Spread {
	if (rising.length === 0) return NOTHING;
	return {
		count: rising.length,
		mean: rising.reduce((sum, duration) => sum + duration, 0) / rising.length,
		median: percentile(rising, 0.5),
		p90: percentile(rising, 0.9),
		max: rising.at(-1) ?? null,
	};
}

/** PERCENTILE.INC of the spreadsheets: straight between the two neighbours. */
function percentile(rising: Float64Array, part: number): number | null {
	const at = part * (rising.length - 1);
	const below = rising[Math.floor(at)];
	const above = rising[Math.ceil(at)];
	return below === undefined || above === undefined ? null : below + (above - below) * (at - Math.floor(at));
}
