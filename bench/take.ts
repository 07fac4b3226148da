// Taking a number: how many a second, and how long one waits for it, over the socket and over HTTP, with few and with many
// kiosks. Rounds of ours and of the floors alternate, so that a machine that grows slower does so for all of them.

import { performance } from 'node:perf_hooks';
import { openBareStore } from './bare-store.ts';
import { atLeastOfFloor, atMost, type Figure, type Section } from './figures.ts';
import { newFolder, removeFolder } from './halls.ts';
import type { TakeDone, TakeJob } from './jobs.ts';
import type { Stage } from './stage.ts';
import { p50, p99 } from './stats.ts';

export interface TakePlan {
	readonly kiosks: readonly number[];
	readonly rounds: number;
	readonly forMs: number;
}

interface Speed {
	readonly perSecond: number;
	readonly p50: number;
	readonly p99: number;
}
/** What each round said of one way to take a number. */
type Rounds = Speed[];

const speedOf = ({ latencies, seconds }: Pick<TakeDone, 'latencies' | 'seconds'>): Speed => ({
	perSecond: latencies.length / seconds,
	p50: p50(latencies),
	p99: p99(latencies),
});
const middle = (rounds: Rounds): Speed => ({
	perSecond: p50(rounds.map((it) => it.perSecond)),
	p50: p50(rounds.map((it) => it.p50)),
	p99: p50(rounds.map((it) => it.p99)),
});

/** Every number that the hall answered, in the order of asking. */
export interface Taking {
	readonly section: Section;
	readonly numbers: readonly string[];
}

export async function benchTake(stage: Stage, plan: TakePlan): Promise<Taking> {
	const numbers: string[] = [];
	const insert: Rounds = [];
	const figures: Figure[] = [];
	const folder = newFolder();
	const bare = openBareStore(folder, stage.parts.rows);
	const round = async (to: 'ours' | 'floor', job: Pick<TakeJob, 'over' | 'kiosks'>): Promise<Speed> => {
		const { url } = to === 'ours' ? stage.server : stage.floor;
		const { kiosk: token } = stage.tokens;
		const { forMs } = plan;
		const done = await stage.visitors.play({ ...job, job: 'take', url, token, services: stage.services, forMs });
		if (to === 'ours') numbers.push(...done.numbers);
		return speedOf(done);
	};
	for (const kiosks of plan.kiosks) {
		const socket = { ours: [] as Rounds, floor: [] as Rounds };
		const http = { ours: [] as Rounds, floor: [] as Rounds };
		const route: Rounds = [];
		for (let turn = 0; turn < plan.rounds; turn++) {
			socket.ours.push(await round('ours', { over: 'socket', kiosks }));
			socket.floor.push(await round('floor', { over: 'socket', kiosks }));
			http.ours.push(await round('ours', { over: 'http', kiosks }));
			http.floor.push(await round('floor', { over: 'http', kiosks }));
			route.push(await round('floor', { over: 'bare', kiosks }));
			insert.push(insertFor(bare, plan.forMs / 4));
		}
		figures.push(
			...compared(`socket, ${many(kiosks)}`, kiosks, socket.ours, socket.floor),
			...compared(`HTTP, ${many(kiosks)}`, kiosks, http.ours, http.floor),
			rate(`HTTP, ${many(kiosks)}, beside a route that only answers`, http.ours, route),
			rate(`socket, ${many(kiosks)}, beside an insert in the same process`, socket.ours, insert),
		);
	}
	bare.close();
	removeFolder(folder);
	return {
		numbers,
		section: {
			title: 'Take a number',
			method:
				'Closed loops: each kiosk asks again when it was answered. Floor: bare Socket.IO or Fastify with one FULL transaction ' +
				`an ask (the same rows and bytes, no rules, no indexes). Medians of ${plan.rounds} rounds of ${plan.forMs} ms each.`,
			figures,
		},
	};
}

const many = (kiosks: number): string => (kiosks === 1 ? '1 kiosk' : `${kiosks} kiosks`);

function rate(name: string, ours: Rounds, floor: Rounds): Figure {
	const [a, b] = [middle(ours), middle(floor)];
	return { name, unit: 'per s', ours: a.perSecond, floor: b.perSecond, aim: null };
}

function compared(name: string, kiosks: number, ours: Rounds, floor: Rounds): readonly Figure[] {
	const [a, b] = [middle(ours), middle(floor)];
	return [
		{ name, unit: 'per s', ours: a.perSecond, floor: b.perSecond, aim: atLeastOfFloor(0.9) },
		{ name: `${name}, p50`, unit: 'ms', ours: a.p50, floor: b.p50, aim: null },
		{ name: `${name}, p99`, unit: 'ms', ours: a.p99, floor: b.p99, aim: kiosks === 50 ? atMost(60) : null },
	];
}

function insertFor(store: { readonly insert: (request: string) => number }, ms: number): Speed {
	const latencies: number[] = [];
	const start = performance.now();
	for (let asked = start; asked - start < ms; ) {
		store.insert(`request ${latencies.length}`);
		const answered = performance.now();
		latencies.push(answered - asked);
		asked = answered;
	}
	return speedOf({ latencies: Float64Array.from(latencies), seconds: (performance.now() - start) / 1000 });
}
