// Fifty counters of one line press next in the same tick, again and again, against the real rows: nobody is ever called
// twice. Not a matter of speed, so it has no floor; a single double call fails the bench.

import { randomUUID } from 'node:crypto';
import { type Asking, openAsking } from '../server/ask/asks.ts';
import type { Desk } from '../server/hall/desk.ts';
import { openCommits } from '../server/store/commit.ts';
import type { Hall } from '../server/store/hall.ts';
import { closeStore, openStore } from '../server/store/open.ts';
import type { Changed, Reply } from '../shared/contract.ts';
import { type DeviceId, type Instant, type Rev, START } from '../shared/id.ts';
import { crowdedHall, FIRST_EXTRA_COUNTER, newFolder, openHallMaker, removeFolder, type Seat, staff } from './halls.ts';

export interface TwicePlan {
	readonly counters: number;
	readonly rounds: number;
}
export interface Twice {
	readonly calls: number;
	/** Calls of somebody who had been called already. */
	readonly doubled: number;
}

const SERVICE = 'nib';
const KIOSK = 1 as DeviceId;

export async function benchTwice(at: Instant, { counters, rounds }: TwicePlan): Promise<Twice> {
	const folder = newFolder();
	const makeHall = await openHallMaker(crowdedHall(counters));
	const store = openStore(folder, 'bench');
	try {
		const hall = makeHall(store, at);
		const seats = staff(hall, at).seats.filter(({ counter }) => counter >= FIRST_EXTRA_COUNTER);
		return await press(hall, seats, rounds, at);
	} finally {
		closeStore(store);
		removeFolder(folder);
	}
}

async function press(hall: Hall, seats: readonly Seat[], rounds: number, at: Instant): Promise<Twice> {
	const quiet = { error: (detail: object) => process.stderr.write(`${JSON.stringify(detail)}\n`) };
	const log = { ...quiet, warn: quiet.error, info: quiet.error };
	const asking = openAsking(
		hall,
		openCommits(hall.store, () => at),
		log,
		() => 'http://bench',
	);
	const desks = seats.map((seat) => ({ desk: { ...seat, deviceId: null }, after: START as Rev }));
	const called = new Set<number>();
	let calls = 0;
	for (let round = 0; round < rounds; round++) {
		await all(desks.map(() => takeOne(asking)));
		const answers = await all(desks.map(({ desk, after }) => asking.console.callNext(desk, { after })));
		calls += answers.length;
		for (const [index, { ticketId, rev }] of answers.entries()) {
			called.add(ticketId);
			const seat = desks[index];
			if (seat) seat.after = rev;
		}
		await all(answers.map((answer, index) => giveUp(asking, desks[index]?.desk, answer)));
	}
	return { calls, doubled: calls - called.size };
}

const takeOne = (asking: Asking): ReturnType<Asking['kiosk']['take']> =>
	asking.kiosk.take(KIOSK, { requestId: randomUUID(), services: [SERVICE], priority: null });

function giveUp(asking: Asking, desk: Desk | undefined, { ticketId, rev }: Changed): Promise<Reply<Changed>> {
	if (!desk) throw new Error('a call without a desk');
	return asking.console.record(desk, { ticketId, after: rev, event: { kind: 'closed', as: 'cancelled' } });
}

/** All of them in one tick; none may be refused. */
async function all<Value>(asks: readonly Promise<Reply<Value>>[]): Promise<readonly Value[]> {
	return (await Promise.all(asks)).map((reply) => {
		if (!reply.ok) throw new Error(`the hall refused: ${JSON.stringify(reply.refusal)}`);
		return reply.value;
	});
}
