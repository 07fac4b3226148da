// The course of the day: visitors come at their times, and when nobody has anything left to do the day is over.

import type { Instant } from '../shared/id.ts';
import { MINUTE, SECOND } from '../shared/id.ts';
import type { Client } from './client.ts';
import type { Moment, Visitor } from './day.ts';
import type { Floor } from './floor.ts';
import { aborted, pause } from './in-time.ts';
import { takeNumber } from './kiosk.ts';
import type { Officer } from './officer.ts';
import { CannotPlay } from './screens.ts';
import { wrong } from './sentences.ts';

export interface Around {
	readonly clock: () => Instant;
	readonly stop: AbortSignal;
	readonly line: (text: string) => void;
	readonly progress: (text: string) => void;
}

/** Everyone has had nothing to do for this long: whoever still waits, waits for a desk without an officer. */
const QUIET: Moment = 20 * MINUTE;
/** A restart takes seconds; after this the server will not come back by itself. */
const AWAY_AT_MOST = MINUTE;

/** Lets each visitor come at their time, to the kiosks in turn; ends when the last has left the kiosk. */
export async function arrivals(
	visitors: readonly Visitor[],
	kiosks: readonly Client<'kiosk'>[],
	floor: Floor,
	stop: AbortSignal,
): Promise<void> {
	const queues = kiosks.map(() => Promise.resolve());
	for (const [n, visitor] of visitors.entries()) {
		await pause(floor.instantOf(visitor.comesAt) - floor.clock(), stop);
		if (stop.aborted) break;
		const at = n % kiosks.length;
		const kiosk = kiosks[at];
		if (!kiosk) continue;
		queues[at] = (queues[at] ?? Promise.resolve()).then(async () => {
			if (!stop.aborted) await takeNumber(kiosk, visitor, floor);
		});
	}
	await Promise.race([Promise.all(queues), aborted(stop)]);
}

/** Ends when nobody waits, is served or is expected back at any desk of the demo; or when the demo is stopped. */
export async function emptied(
	kiosk: Client<'kiosk'>,
	officers: readonly Officer[],
	floor: Floor,
	stop: AbortSignal,
): Promise<void> {
	let quietSince = floor.moment();
	while (!stop.aborted) {
		const shown = kiosk.shown();
		const rest = officers.every((it) => it.idle || it.state !== 'working');
		if (!rest || !shown || !kiosk.connected() || shown.rev < floor.tally.rev) quietSince = floor.moment();
		else {
			const desks = new Set(officers.filter((it) => it.state === 'working').map((it) => it.counter));
			const waiting = shown.view.queues.some((it) => it.waiting > 0 && it.counters.some((at) => desks.has(at)));
			const quiet = floor.moment() - quietSince;
			// Views travel: what looks like rest for a moment may be a number on its way.
			if (quiet >= (waiting ? QUIET : MINUTE) && quiet / floor.speed >= SECOND) return;
		}
		await pause(SECOND / 5, stop);
	}
}

/** Fails when the server stays away, or does not know the demo's screens any more; ends with the demo. */
export async function vanished(kiosk: Client<'kiosk'>, { clock, stop }: Around): Promise<void> {
	let lastSeen = clock();
	while (kiosk.gone() !== 'closed') {
		if (kiosk.connected() || stop.aborted) lastSeen = clock();
		if (clock() - lastSeen > AWAY_AT_MOST) throw new CannotPlay(wrong.away);
		if (kiosk.gone()) throw new CannotPlay(wrong.lost);
		await pause(SECOND, null);
	}
}
