// How fast a kiosk's glass gives numbers, so that a child at play or a stuck panel does not empty the hall's numbers: one in
// three seconds, five a minute. Only for browsers; a program with a token of its own asks for whom it knows.

import type { Reply, TakeAsk, Taken } from '../../shared/contract.ts';
import { type DeviceId, type Instant, MINUTE, SECOND } from '../../shared/id.ts';
import type { Refusal } from '../../shared/refusal.ts';

export interface Pace {
	/** Between two numbers, ms. */
	readonly gapMs: number;
	/** So many within `withinMs`. */
	readonly most: number;
	readonly withinMs: number;
}
export const KIOSK_PACE: Pace = { gapMs: 3 * SECOND, most: 5, withinMs: MINUTE };

type Take = (device: DeviceId, input: unknown) => Promise<Reply<Taken>>;
interface Given {
	readonly requestId: unknown;
	readonly at: Instant;
}

/** ms until the next number may be given; 0: now. `given`: when the last ones were, oldest first. */
export function waitFor(pace: Pace, given: readonly Instant[], at: Instant): number {
	const last = given.at(-1);
	const first = given.at(-pace.most);
	const until = Math.max(last === undefined ? at : last + pace.gapMs, first === undefined ? at : first + pace.withinMs);
	return Math.max(0, until - at);
}

/**
 * `take`, held to the pace. The same request asked again is no new number and never waits; what was refused does not count.
 * `isKnown`: this request has its number already.
 */
export function paced(pace: Pace, take: Take, isKnown: (requestId: string) => boolean, clock: () => Instant): Take {
	const givenBy = new Map<DeviceId, readonly Given[]>();
	return async (device, input) => {
		const at = clock();
		const given = (givenBy.get(device) ?? []).filter((it) => it.at > at - pace.withinMs && it.at <= at);
		givenBy.set(device, given);
		const requestId = requestOf(input);
		const repeated = given.some((it) => it.requestId === requestId);
		if (repeated || requestId === null || isKnown(requestId)) return take(device, input);
		const waitMs = waitFor(
			pace,
			given.map((it) => it.at),
			at,
		);
		if (waitMs > 0) return { ok: false, refusal: tooSoon(waitMs) };
		// Counted before the answer: two presses at once are two presses.
		const now: Given = { requestId, at };
		givenBy.set(device, [...given, now]);
		const reply = await take(device, input);
		if (!reply.ok)
			givenBy.set(
				device,
				(givenBy.get(device) ?? []).filter((it) => it !== now),
			);
		return reply;
	};
}

const tooSoon = (waitMs: number): Refusal => ({ code: 'too_soon', seconds: Math.ceil(waitMs / SECOND) });

/** null: not in its shape, which the verb itself refuses. */
function requestOf(input: unknown): TakeAsk['requestId'] | null {
	const id = typeof input === 'object' && input !== null && 'requestId' in input ? input.requestId : null;
	return typeof id === 'string' ? id : null;
}
