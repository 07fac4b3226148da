// Numbers that a kiosk may give while the server is away: lent ahead of time, given in the order in which people press, and
// handed in when the server is back. Which number is next, and until when any may be given, is decided here.

import type { TakeAsk } from './contract.ts';
import type { Day } from './day.ts';
import type { LeaseId, QueueId } from './id.ts';

/** How many numbers of each queue a kiosk holds. */
export const LEASE_SIZE = 10;

/**
 * How a lease ended. `used`: every number was given and handed in; `returned`: the kiosk came back after that day with
 * nothing more to hand in; `lost`: the kiosk no longer knows of it, so what it has given from it, if anything, nobody knows.
 */
export const LEASE_ENDS = ['used', 'returned', 'lost'] as const;
export type LeaseEnd = (typeof LEASE_ENDS)[number];

/** As the kiosk holds it. */
export interface Lease {
	readonly id: LeaseId;
	readonly day: Day;
	readonly queueId: QueueId;
	/** In the order in which they are given; those that were handed in are not among them. */
	readonly numbers: readonly string[];
}

/** A number that was given without the server. */
export interface LentTake extends Omit<TakeAsk, 'replaces'> {
	readonly lease: LeaseId;
	readonly number: string;
	/** Made by the kiosk, as the server would have: 128 random bits, 22 base64url characters. */
	readonly token: string;
	/** How long ago the finger came down, ms, by a clock that nobody can set. */
	readonly agoMs: number;
	/** A request of the same visitor that was sent and not answered: its number, if there is one, was never seen by anybody. */
	readonly instead: string | null;
	/** The kiosk's own browser was told to print it: there may be paper, and nobody learns whether there is. */
	readonly printed: boolean;
}
/** Handed in at once, at most; more comes in further asks. */
export const MOST_HANDED_IN = 20;
