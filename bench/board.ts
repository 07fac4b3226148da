// From the officer's press to the lobby: how long until the first and until the last board was shown the call.

import { START } from '../shared/id.ts';
import { atMostOfFloor, type Figure, type Section } from './figures.ts';
import type { CallDone } from './jobs.ts';
import type { Stage } from './stage.ts';
import { p50, p99 } from './stats.ts';

export interface BoardPlan {
	readonly boards: readonly number[];
	/** Rounds of ours and of the floor alternate. */
	readonly rounds: number;
	readonly presses: number;
	readonly pauseMs: number;
}

export async function benchBoards(stage: Stage, plan: BoardPlan): Promise<Section> {
	await fillLine(stage, plan.boards.length * plan.rounds * plan.presses);
	const after = { ours: START, floor: START };
	const figures: Figure[] = [];
	for (const boards of plan.boards) {
		const done = { ours: [] as CallDone[], floor: [] as CallDone[] };
		for (let turn = 0; turn < plan.rounds; turn++) {
			for (const to of ['ours', 'floor'] as const) {
				const { url } = to === 'ours' ? stage.server : stage.floor;
				const round = await stage.visitors.play({
					job: 'call',
					url,
					boardToken: stage.tokens.board,
					officerToken: stage.caller.token,
					boards,
					presses: plan.presses,
					pauseMs: plan.pauseMs,
					after: after[to],
				});
				after[to] = round.after;
				done[to].push(round);
			}
		}
		const many = boards === 1 ? '1 board' : `${boards} boards`;
		figures.push(...compared(`${many}, first shown`, done, 'first'));
		if (boards > 1) figures.push(...compared(`${many}, last shown`, done, 'last'));
	}
	return {
		title: 'From the press to the board',
		method:
			`One officer presses every ${plan.pauseMs} ms, ${plan.presses * plan.rounds} times; the boards share one process. Floor: bare Socket.IO ` +
			'that sends the same bytes to the same boards on a press, and writes nothing to any disk.',
		figures,
	};
}

function compared(
	name: string,
	done: Readonly<Record<'ours' | 'floor', readonly CallDone[]>>,
	which: 'first' | 'last',
): readonly Figure[] {
	const all = (to: 'ours' | 'floor'): number[] => done[to].flatMap((round) => [...round[which]]);
	const [ours, floor] = [all('ours'), all('floor')];
	return [
		{ name: `${name}, p50`, unit: 'ms', ours: p50(ours), floor: p50(floor), aim: null },
		{ name: `${name}, p99`, unit: 'ms', ours: p99(ours), floor: p99(floor), aim: atMostOfFloor(1.5) },
	];
}

/** Enough visitors in the officer's line for all presses. */
export async function fillLine({ visitors, server, tokens, callersServices }: Stage, wanted: number): Promise<void> {
	for (let waiting = 0; waiting < wanted; ) {
		const { numbers } = await visitors.play({
			job: 'take',
			over: 'socket',
			url: server.url,
			token: tokens.kiosk,
			services: callersServices,
			kiosks: 5,
			forMs: 100,
		});
		waiting += numbers.length;
	}
}
