// Settling with the hall: first everything that was given is handed in, in its order; then the leases are renewed. May be
// broken off at any word and begun anew: the server takes each number once, however often it is sent.

import type { HandedIn, HandInAsk, LeaseAsk, Leased, Reply } from '../../shared/contract.ts';
import { MOST_HANDED_IN } from '../../shared/lease.ts';
import type { Refusal } from '../../shared/refusal.ts';
import { type Clock, type Given, handedIn, type Kept, lentTake, renewed, setAside } from './core.ts';

/** What the kiosk remembers over a power cut. */
export interface Keeping {
	/** Reads, decides and writes as one; answered when it cannot be lost any more. */
	readonly change: (step: (kept: Kept) => Kept) => Promise<Kept>;
}

export interface Hall {
	readonly handIn: (input: HandInAsk) => Promise<Reply<HandedIn>>;
	readonly lease: (input: LeaseAsk) => Promise<Reply<Leased>>;
}

/** It says nothing of the number: the line is cut, or the hall has no time just now. */
const PASSING: readonly Refusal['code'][] = ['offline', 'no_answer', 'too_fast', 'too_soon'];

/** `later`: the hall did not answer; what is left is to be settled when it does. `tries`: which of the given ones. */
export async function settle(
	keeping: Keeping,
	hall: Hall,
	clock: Clock,
	tries: (given: Given) => boolean,
): Promise<'settled' | 'later'> {
	const { given } = await keeping.change((kept) => kept);
	const waiting = given.filter(tries);
	for (let from = 0; from < waiting.length; from += MOST_HANDED_IN) {
		const batch = waiting.slice(from, from + MOST_HANDED_IN);
		const refused = await hand(keeping, hall, clock, batch);
		if (!refused) continue;
		if (PASSING.includes(refused.code)) return 'later';
		// One of them spoils the others: each alone, and only that one stays behind.
		for (const one of batch) {
			const why = await hand(keeping, hall, clock, [one]);
			if (!why) continue;
			if (PASSING.includes(why.code)) return 'later';
			console.warn(`The number ${one.number} was not taken over and is kept here.`, why, one);
			await keeping.change((kept) => setAside(kept, one.requestId, why.code));
		}
	}
	return renew(keeping, hall);
}

async function hand(keeping: Keeping, hall: Hall, clock: Clock, batch: readonly Given[]): Promise<Refusal | null> {
	const reply = await hall.handIn({ taken: batch.map((it) => lentTake(it, clock)) });
	if (!reply.ok) return reply.refusal;
	const { requestIds } = reply.value;
	await keeping.change((kept) => handedIn(kept, requestIds));
	return null;
}

async function renew(keeping: Keeping, hall: Hall): Promise<'settled' | 'later'> {
	const { leases, book } = await keeping.change((kept) => kept);
	const reply = await hall.lease({ known: leases.map((it) => it.id) });
	if (!reply.ok) return 'later';
	const after = await keeping.change((kept) => renewed(kept, reply.value, book.version));
	// Another page of this browser has settled in between, and its leases stand.
	return after.book.version > book.version ? 'settled' : 'later';
}
