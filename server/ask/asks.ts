// The one door to the hall's verbs: checks the shape, runs the verb in a commit, and turns an expected "no" into a reply.
// Sockets and the public API both come through here, so they cannot differ in verbs, refusals or repeats.

import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type {
	Changed,
	FinishedAndCalled,
	HandedIn,
	Held,
	Leased,
	Nothing,
	Reply,
	Reprinting,
	RequirementsSent,
	Taken,
} from '../../shared/contract.ts';
import type { CounterNumber, DeviceId, Instant } from '../../shared/id.ts';
import type { Refusal } from '../../shared/refusal.ts';
import { callNext, finishAndCall } from '../hall/call.ts';
import type { Desk } from '../hall/desk.ts';
import { record, undo } from '../hall/event.ts';
import { boardSounds, callShown, callSilent, callSpoken } from '../hall/hearing.ts';
import { handIn, lend } from '../hall/lease.ts';
import { leave } from '../hall/people.ts';
import { Refused } from '../hall/refused.ts';
import { cancelTaken, findHeld, orderedBy } from '../hall/second-thoughts.ts';
import { newTicketToken } from '../hall/secret.ts';
import { printRequirements } from '../hall/sheet.ts';
import { pause, resume } from '../hall/shift.ts';
import { printAgain, printHere, reprint } from '../hall/slips.ts';
import { take } from '../hall/take.ts';
import { transfer } from '../hall/transfer.ts';
import { waitIn } from '../hall/waits-in.ts';
import type { Commits } from '../store/commit.ts';
import type { Hall } from '../store/hall.ts';
import type { Visit } from '../store/visit-rows.ts';
import { visitView } from '../views/visit.ts';
import {
	callNextAsk,
	cancelAsk,
	finishAndCallAsk,
	handInAsk,
	heldAsk,
	leaseAsk,
	nothing,
	pauseAsk,
	printAgainAsk,
	printHereAsk,
	recordAsk,
	reprintAsk,
	requirementsAsk,
	shownAsk,
	silentAsk,
	soundAsk,
	takeAsk,
	transferAsk,
	undoAsk,
	waitInAsk,
} from './shapes.ts';

/** Where faults of ours are written, whole; the asker only gets the reference. */
export interface Log {
	readonly error: (detail: object, message: string) => void;
	readonly warn: (detail: object, message: string) => void;
	readonly info: (detail: object, message: string) => void;
}

/** Settles a verb: its value, its refusal, or "internal" with a reference under which the fault is logged. */
export async function answer<Value>(log: Log, verb: () => Value | Promise<Value>): Promise<Reply<Value>> {
	try {
		return { ok: true, value: await verb() };
	} catch (error) {
		if (error instanceof Refused) return { ok: false, refusal: error.refusal };
		const reference = randomUUID().slice(0, 8);
		log.error({ err: error, reference }, 'a verb failed');
		return { ok: false, refusal: { code: 'internal', reference } };
	}
}

/** The input in its agreed shape; refuses `malformed`, naming the first field at fault. */
export function shaped<Shape extends z.ZodType>(shape: Shape, input: unknown): z.output<Shape> {
	const result = shape.safeParse(input);
	if (result.success) return result.data;
	const refusal: Refusal = { code: 'malformed', where: result.error.issues[0]?.path.join('.') || 'input' };
	throw new Refused(refusal);
}

export interface Asking {
	readonly kiosk: {
		readonly take: (device: DeviceId, input: unknown) => Promise<Reply<Taken>>;
		readonly lease: (device: DeviceId, input: unknown) => Promise<Reply<Leased>>;
		readonly handIn: (device: DeviceId, input: unknown) => Promise<Reply<HandedIn>>;
		readonly printAgain: (device: DeviceId, input: unknown) => Promise<Reply<Nothing>>;
		readonly printHere: (device: DeviceId, input: unknown) => Promise<Reply<{ readonly address: string }>>;
		readonly waitIn: (device: DeviceId, input: unknown) => Promise<Reply<Nothing>>;
		readonly findHeld: (device: DeviceId, input: unknown) => Promise<Reply<Held>>;
		readonly cancelTaken: (device: DeviceId, input: unknown) => Promise<Reply<Nothing>>;
		readonly printRequirements: (device: DeviceId, input: unknown) => Promise<Reply<RequirementsSent>>;
	};
	/** What a board says of a call; `tell`: the counter whose console is to be shown it. */
	readonly board: Readonly<
		Record<
			'shown' | 'spoken' | 'silent' | 'sound',
			(device: DeviceId, input: unknown) => Promise<Reply<CounterNumber | null>>
		>
	>;
	readonly console: {
		readonly callNext: (desk: Desk, input: unknown) => Promise<Reply<Changed>>;
		readonly finishAndCall: (desk: Desk, input: unknown) => Promise<Reply<FinishedAndCalled>>;
		readonly record: (desk: Desk, input: unknown) => Promise<Reply<Changed>>;
		readonly transfer: (desk: Desk, input: unknown) => Promise<Reply<Changed>>;
		readonly undo: (desk: Desk, input: unknown) => Promise<Reply<Changed>>;
		readonly pause: (desk: Desk, input: unknown) => Promise<Reply<Nothing>>;
		readonly resume: (desk: Desk, input: unknown) => Promise<Reply<Nothing>>;
		readonly signOff: (desk: Desk, input: unknown) => Promise<Reply<Nothing>>;
		readonly reprint: (desk: Desk, input: unknown) => Promise<Reply<Reprinting>>;
	};
}

const DONE: Nothing = {};

/** `publicUrl`: where a visitor's phone finds this hall, without a slash at the end; known once the server listens. */
export function openAsking(hall: Hall, commits: Commits, log: Log, publicUrl: () => string): Asking {
	const addressOf = (token: string): string => `${publicUrl()}/t/${token}`;
	const taken = (visit: Visit): Taken => ({
		visitId: visit.id,
		number: visit.number,
		token: visit.token,
		address: addressOf(visit.token),
		visit: visitView(hall, visit),
		...orderedBy(hall, visit),
	});
	/** An ask of a desk: shape, verb, commit, reply. */
	const desk =
		<Shape extends z.ZodType, Value>(
			shape: Shape,
			verb: (hall: Hall, ask: z.output<Shape>, desk: Desk, at: Instant) => Value,
		) =>
		(who: Desk, input: unknown): Promise<Reply<Value>> =>
			answer(log, () => {
				const ask = shaped(shape, input);
				return commits.run((at) => verb(hall, ask, who, at));
			});
	const board =
		<Shape extends z.ZodType>(
			shape: Shape,
			verb: (hall: Hall, ask: z.output<Shape>, device: DeviceId, at: Instant) => CounterNumber | null,
		) =>
		(device: DeviceId, input: unknown): Promise<Reply<CounterNumber | null>> =>
			answer(log, () => {
				const ask = shaped(shape, input);
				return commits.run((at) => verb(hall, ask, device, at));
			});
	return {
		kiosk: {
			take: (device, input) =>
				answer(log, () => {
					const ask = shaped(takeAsk, input);
					const token = newTicketToken();
					const made = { token, address: addressOf(token) };
					// The reply is read inside the commit, where reading takes no lock, and sent after it.
					return commits.run((at) => taken(take(hall, ask, made, device, at)));
				}),
			lease: (device, input) =>
				answer(log, () => {
					const ask = shaped(leaseAsk, input);
					return commits.run((at) => lend(hall, ask, addressOf(''), device, at));
				}),
			handIn: (device, input) =>
				answer(log, () => {
					const ask = shaped(handInAsk, input);
					return commits.run((at) => handIn(hall, ask, addressOf, device, at));
				}),
			printAgain: (device, input) =>
				answer(log, () => {
					const ask = shaped(printAgainAsk, input);
					return commits.run((at) => {
						printAgain(hall, ask, device, at);
						return DONE;
					});
				}),
			printHere: (device, input) =>
				answer(log, () => {
					const ask = shaped(printHereAsk, input);
					return commits.run((at) => ({ address: `/t/${printHere(hall, ask, device, at)}/slip` }));
				}),
			waitIn: (device, input) =>
				answer(log, () => {
					const ask = shaped(waitInAsk, input);
					return commits.run((at) => {
						waitIn(hall, ask, device, at);
						return DONE;
					});
				}),
			findHeld: (device, input) =>
				answer(log, () => {
					const ask = shaped(heldAsk, input);
					return commits.run((at) => findHeld(hall, ask, device, at));
				}),
			cancelTaken: (device, input) =>
				answer(log, () => {
					const ask = shaped(cancelAsk, input);
					return commits.run((at) => {
						cancelTaken(hall, ask, device, at);
						return DONE;
					});
				}),
			printRequirements: (device, input) =>
				answer(log, () => {
					const ask = shaped(requirementsAsk, input);
					return commits.run((at) => printRequirements(hall, ask, device, at));
				}),
		},
		board: {
			shown: board(shownAsk, callShown),
			spoken: board(shownAsk, callSpoken),
			silent: board(silentAsk, callSilent),
			sound: board(soundAsk, (inside, ask, device, at) => {
				boardSounds(inside, ask, device, at);
				return null;
			}),
		},
		console: {
			callNext: desk(callNextAsk, callNext),
			finishAndCall: desk(finishAndCallAsk, finishAndCall),
			record: desk(recordAsk, record),
			transfer: desk(transferAsk, transfer),
			undo: desk(undoAsk, undo),
			pause: desk(pauseAsk, (inside, ask, who, at) => {
				pause(inside, ask.reason, who, at);
				return DONE;
			}),
			resume: desk(nothing, (inside, _, who, at) => {
				resume(inside, who, at);
				return DONE;
			}),
			signOff: desk(nothing, (inside, _, who, at) => {
				leave(inside, who.officerId, who.counter, at);
				return DONE;
			}),
			reprint: desk(reprintAsk, reprint),
		},
	};
}
