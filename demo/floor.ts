// What is true in the hall whether or not a screen shows it: the played clock, who is there and why they came, and the
// demo's own count of what was done, to hold against the server's report.

import type { ServiceId, TicketId, VisitId } from '../shared/id.ts';
import { type Instant, type Rev, SECOND, START } from '../shared/id.ts';
import type { RefusalCode } from '../shared/refusal.ts';
import type { Moment, Visitor } from './day.ts';
import { dice, seedOf } from './dice.ts';
import { type Errand, plainErrand } from './errand.ts';

/** `over`: everybody has gone home; `stopped`: the person at the keyboard wants to end. */
export type Phase = 'open' | 'over' | 'stopped';

export interface Tally {
	numbers: number;
	/** As the report counts: an unserved transfer is one place, a next step another. */
	places: number;
	turnedAway: number;
	served: number;
	noShow: number;
	nextStep: number;
	wrongDesk: number;
	undone: number;
	/** Real ms from issue to first call. */
	readonly waits: Map<TicketId, number>;
	readonly refusals: Map<RefusalCode, number>;
	/** Somebody who does not belong to the demo took a number or pressed a button. */
	others: boolean;
	/** The newest change the demo made. */
	rev: Rev;
}

export interface Floor {
	readonly seed: number;
	readonly speed: number;
	readonly clock: () => Instant;
	readonly moment: () => Moment;
	/** The real instant of a moment of the played day. */
	readonly instantOf: (moment: Moment) => Instant;
	phase: Phase;
	readonly people: Map<VisitId, Visitor>;
	/** Tickets an officer has already got wrong, whose visitor has already stepped aside, came back late, or cannot be sent on. */
	readonly blundered: Set<TicketId>;
	readonly wasAside: Set<TicketId>;
	readonly cameBack: Set<TicketId>;
	readonly stays: Set<TicketId>;
	readonly tally: Tally;
}

/** A person who plays along has no plan: long enough a walk, in real time, to see the number called. */
const STRANGER_WALKS = 8 * SECOND;

export function openFloor(seed: number, speed: number, clock: () => Instant, from: Moment): Floor {
	const began = clock();
	return {
		seed,
		speed,
		clock,
		moment: () => from + (clock() - began) * speed,
		instantOf: (moment) => began + (moment - from) / speed,
		phase: 'open',
		people: new Map(),
		blundered: new Set(),
		wasAside: new Set(),
		cameBack: new Set(),
		stays: new Set(),
		tally: {
			numbers: 0,
			places: 0,
			turnedAway: 0,
			served: 0,
			noShow: 0,
			nextStep: 0,
			wrongDesk: 0,
			undone: 0,
			waits: new Map(),
			refusals: new Map(),
			others: false,
			rev: START,
		},
	};
}

interface AtDesk {
	readonly visitId: VisitId;
	readonly ticketId: TicketId;
	readonly service: { readonly id: ServiceId; readonly counterMinutes: number };
}

/** What the visitor at the desk came for. The same answer however often it is asked. */
export function errandOf(floor: Floor, now: AtDesk): Errand {
	const visitor = floor.people.get(now.visitId);
	const planned = visitor?.errands.find((it) => it.service === now.service.id);
	if (planned) return planned;
	const offer = { id: now.service.id, minutes: now.service.counterMinutes };
	const errand = plainErrand(offer, dice(seedOf(floor.seed, now.ticketId)));
	const walkMs = STRANGER_WALKS * floor.speed;
	return visitor ? errand : { ...errand, walkMs, patienceMs: 2 * walkMs };
}

export const refusedOnce = (tally: Tally, code: RefusalCode): void => {
	tally.refusals.set(code, (tally.refusals.get(code) ?? 0) + 1);
};
