// What this kiosk may give while the server is away, and what it has to hand in. Pure: what is kept comes in, what is to be
// kept comes out. A number is given by being written down; it is shown only after that.

import type { Leased, TakeAsk } from '../../shared/contract.ts';
import { type Day, dayOf } from '../../shared/day.ts';
import { DAY_MS, type Instant, type LeaseId, MINUTE, type QueueId, SECOND, type ServiceId } from '../../shared/id.ts';
import type { Lease, LentTake } from '../../shared/lease.ts';
import type { Refusal } from '../../shared/refusal.ts';
import type { KioskService, KioskView, QueueNow } from '../../shared/views.ts';

/** When a finger came down. */
export interface Pressed {
	/** The life of the page in which it was; `mono` counts only there. */
	readonly session: string;
	/** performance.now(), ms. */
	readonly mono: number;
	/** The same moment by the server's clock, as this kiosk knew it. */
	readonly at: Instant;
}

/** A press that may be answered here. One that gives up another number is for the server alone. */
export type Order = Omit<TakeAsk, 'replaces'>;

/** A number that was given here and not handed in yet. */
export interface Given extends Order {
	/** In the order of giving; never used twice. */
	readonly nth: number;
	readonly day: Day;
	readonly lease: LeaseId;
	readonly number: string;
	readonly token: string;
	readonly pressed: Pressed;
	readonly instead: string | null;
	/** This browser prints it. Said with the number, before the first dot: whatever dies then, nobody denies the paper. */
	readonly printed: boolean;
	/** The code with which the server refused it, handed in alone; null: not refused. Kept for whoever mends it. */
	readonly aside: Refusal['code'] | null;
}

/** Of the last answer to `lease`. */
export interface Book {
	/** Grows when leases are renewed or numbers are handed in: what was answered to an older question is out of date. */
	readonly version: number;
	/** The `nth` of the next number. */
	readonly next: number;
	readonly pages: string;
	readonly printsHere: boolean;
}

export interface Kept {
	readonly book: Book;
	readonly leases: readonly Lease[];
	/** In the order of giving. */
	readonly given: readonly Given[];
}
export const NOTHING_KEPT: Kept = {
	book: { version: 0, next: 1, pages: '', printsHere: false },
	leases: [],
	given: [],
};

/** This page's clocks. `server`: by what it said last, carried on by a clock that nobody can set; null: it never said. */
export interface Clock {
	readonly session: string;
	readonly mono: () => number;
	readonly server: () => Instant | null;
}

/** The next number of this line today, in the order in which they were lent; null: none is left. */
export function nextNumber(
	{ leases, given }: Kept,
	queueId: QueueId,
	day: Day,
): { readonly lease: LeaseId; readonly number: string } | null {
	const gone = new Set(given.map((it) => `${it.lease} ${it.number}`));
	for (const lease of leases.filter((it) => it.queueId === queueId && it.day === day).sort((a, b) => a.id - b.id)) {
		const number = lease.numbers.find((it) => !gone.has(`${lease.id} ${it}`));
		if (number) return { lease: lease.id, number };
	}
	return null;
}

/** What a kiosk may be asked by one and the same hand; as the server has it. */
const BETWEEN_TWO = 3 * SECOND;
const MOST_A_MINUTE = 5;

/** A service and its line; nothing of one that has left the hall. */
export const wantedOf = (
	{ services, queues }: Pick<KioskView, 'services' | 'queues'>,
	ids: readonly ServiceId[],
): readonly { readonly service: KioskService; readonly queue: QueueNow }[] =>
	ids.flatMap((id) => {
		const service = services.find((it) => it.id === id);
		const queue = queues.find((it) => it.id === service?.queueId);
		return service && queue ? [{ service, queue }] : [];
	});

/** Why no number can be given for these now, as far as this kiosk knows the hall; null: one can. `offline`: none is left. */
export function whyNot(kept: Kept, view: KioskView, ids: readonly ServiceId[], at: Instant): Refusal | null {
	const wanted = wantedOf(view, ids);
	const [first] = wanted;
	if (!first || !nextNumber(kept, first.queue.id, dayOf(at, view.hall.timeZone))) return { code: 'offline' };
	// Given here since the hall was last seen: its quotas do not know of them.
	const since = wantedOf(
		view,
		kept.given.flatMap((it) => it.services),
	);
	for (const { service, queue } of wanted) {
		const { availability, quotaLeft } = queue;
		if (!availability.open) {
			const { reason, note, opens } = availability;
			return { code: 'closed', reason, note, opens };
		}
		if (at >= availability.until) return { code: 'closed', reason: 'after_cutoff', note: null, opens: null };
		const ofAgency = [...since, ...wanted].filter((it) => it.service.agencyId === service.agencyId).length;
		if (quotaLeft !== null && ofAgency > quotaLeft) return { code: 'closed', reason: 'quota', note: null, opens: null };
	}
	const wait = waitFor(
		kept.given.map((it) => it.pressed.at),
		at,
	);
	return wait > 0 ? { code: 'too_soon', seconds: Math.ceil(wait / SECOND) } : null;
}

/** ms until the next number may be given; 0: now. A press in the future is the server's clock set back: it holds up nobody. */
function waitFor(pressed: readonly Instant[], at: Instant): number {
	const lately = pressed.filter((it) => it <= at && it > at - MINUTE).sort((a, b) => a - b);
	const last = lately.at(-1);
	const fifth = lately.at(-MOST_A_MINUTE);
	return Math.max(0, last === undefined ? 0 : last + BETWEEN_TWO - at, fifth === undefined ? 0 : fifth + MINUTE - at);
}

/** The number of this press. Asked once more for the same press it is the same one. */
export const ofPress = ({ given }: Kept, { requestId }: Pick<Order, 'requestId'>): Given | null =>
	given.find((it) => it.requestId === requestId || it.instead === requestId) ?? null;

export type Giving = Omit<Given, 'nth' | 'lease' | 'number' | 'printed' | 'aside'> & { readonly queueId: QueueId };

/** Gives the next number of the line; unchanged where none is left. */
export function give(kept: Kept, { queueId, ...giving }: Giving): Kept {
	const next = nextNumber(kept, queueId, giving.day);
	if (!next) return kept;
	const given: Given = { ...giving, ...next, nth: kept.book.next, printed: kept.book.printsHere, aside: null };
	return { ...kept, book: { ...kept.book, next: given.nth + 1 }, given: [...kept.given, given] };
}

/** The server takes the rest and not this one. It is kept and tried again in the page's next life. */
export const setAside = (kept: Kept, requestId: string, aside: Refusal['code']): Kept => ({
	...kept,
	given: kept.given.map((it) => (it.requestId === requestId ? { ...it, aside } : it)),
});

/** The server has these; none of them is ever free again, whatever it answered meanwhile to another page. */
export function handedIn(kept: Kept, requestIds: readonly string[]): Kept {
	const done = kept.given.filter((it) => requestIds.includes(it.requestId));
	const without = (lease: Lease): Lease => {
		const gone = done.flatMap((it) => (it.lease === lease.id ? [it.number] : []));
		return gone.length === 0 ? lease : { ...lease, numbers: lease.numbers.filter((it) => !gone.includes(it)) };
	};
	return {
		book: { ...kept.book, version: kept.book.version + 1 },
		leases: kept.leases.map(without),
		given: kept.given.filter((it) => !done.includes(it)),
	};
}

/**
 * The leases as the server answered to a question of this version. An answer to an older one is thrown away: a number that
 * another page of this browser has given and handed in since would stand in it as free.
 */
export function renewed(kept: Kept, { leases, pages, printsHere }: Leased, version: number): Kept {
	if (kept.book.version !== version) return kept;
	return { ...kept, book: { ...kept.book, version: version + 1, pages, printsHere }, leases };
}

const LONGEST_AGO = 7 * DAY_MS;

/**
 * How long ago, whole ms. In the same life of the page by the clock that nobody can set; after a restart by the server's own,
 * then and now, because this machine's may have been set in between.
 */
export function agoOf(pressed: Pressed, { session, mono, server }: Clock): number {
	const ago = pressed.session === session ? mono() - pressed.mono : (server() ?? pressed.at) - pressed.at;
	return Math.min(Math.max(0, Math.round(ago)), LONGEST_AGO);
}

/** As it is handed in. */
export function lentTake(given: Given, clock: Clock): LentTake {
	const { requestId, services, priority, lease, number, token, instead, printed, pressed } = given;
	const take = { requestId, services, priority, lease, number, token, instead, printed };
	return { ...take, agoMs: agoOf(pressed, clock) };
}
