// Years of a hall's past, made up but plausible, the same for the same seed: closed tickets and their visits. Written by
// plain SQL in big transactions, so that 1.8 million tickets stand within a minute; only reports and benches read them.

import { type Catalogue, readCatalogue } from '../server/store/catalogue.ts';
import type { Store } from '../server/store/open.ts';
import { addDays, type Day, startOf, weekdayOf } from '../shared/day.ts';
import type { Counter, Service } from '../shared/hall.ts';
import {
	HOUR,
	type Instant,
	MINUTE,
	type OfficerId,
	SECOND,
	START,
	type TicketId,
	type VisitId,
} from '../shared/id.ts';
import { ticketNumber } from '../shared/number.ts';
import type { Outcome, Ticket } from '../shared/ticket.ts';

export interface History {
	/** The last day of the history, if it is a working day. */
	readonly until: Day;
	/** Working days, Monday to Friday. */
	readonly days: number;
	readonly ticketsPerDay: number;
	readonly seed: number;
}

/** Of 100 visitors: how many have come by the end of each hour from 8 o'clock. The morning is full, lunch is not. */
const ARRIVED = [22, 46, 64, 73, 79, 90, 97, 100] as const;
/** Of 1,000 tickets: how they ended. */
const ENDED: readonly { readonly outcome: Outcome; readonly upTo: number }[] = [
	{ outcome: 'served', upTo: 870 },
	{ outcome: 'no_show', upTo: 940 },
	{ outcome: 'transferred', upTo: 965 },
	{ outcome: 'cancelled', upTo: 975 },
	{ outcome: 'expired', upTo: 1000 },
];
/** Enough days in one transaction that the commits do not count, few enough that the log stays small. */
const DAYS_TOGETHER = 100;

type Random = () => number;
type Open = { readonly service: Service; readonly prefix: string; readonly counters: readonly Counter[] };

/** Adds to a hall that has been set up and has no tickets on these days. Says which days it filled, oldest first. */
export function fillHistory(store: Store, history: History): readonly Day[] {
	const hall = readCatalogue(store.tables);
	if (!hall) throw new Error('a history needs a hall that has been set up');
	const { sqlite } = store;
	const random = seeded(history.seed);
	const offers = offersOf(hall);
	const officers = officersOf(store);
	const days = workingDays(history.until, history.days);
	const write = writer(store);
	let id = Number(
		sqlite
			.prepare('select ifnull(max(id), 0) from (select id from visits union all select id from tickets)')
			.pluck()
			.get(),
	);

	const fillDay = (day: Day): void => {
		const opens = startOf(day, hall.settings.timeZone) + 8 * HOUR;
		const sequences = new Map<string, number>();
		const arrivals = Array.from({ length: history.ticketsPerDay }, () => opens + arrival(random)).sort((a, b) => a - b);
		for (const issuedAt of arrivals) {
			const offer = pick(offers, random);
			const sequence = (sequences.get(offer.prefix) ?? 0) + 1;
			sequences.set(offer.prefix, sequence);
			id += 1;
			const number = ticketNumber(offer.prefix, sequence, hall.settings.numberDigits);
			write(pastTicket(id, day, number, issuedAt, offer, officers, random));
		}
	};

	// Nobody waits for these rows, and a bench whose filling was cut off begins anew: the disk need not confirm each commit.
	const durable = Number(sqlite.pragma('synchronous', { simple: true }));
	sqlite.pragma('synchronous = OFF');
	sqlite.pragma('foreign_keys = OFF');
	try {
		for (let from = 0; from < days.length; from += DAYS_TOGETHER)
			sqlite.transaction(() => days.slice(from, from + DAYS_TOGETHER).forEach(fillDay))();
	} finally {
		sqlite.pragma('foreign_keys = ON');
		sqlite.pragma(`synchronous = ${durable}`);
	}
	return days;
}

/** Services that somebody can call, each with where. */
function offersOf(hall: Catalogue): readonly Open[] {
	const offers = hall.services.flatMap((service) => {
		const prefix = hall.queue(service.queueId)?.prefix;
		const counters = hall.countersOf(service.queueId);
		return prefix === undefined || counters.length === 0 ? [] : [{ service, prefix, counters }];
	});
	if (offers.length === 0) throw new Error('a history needs a service that has a counter');
	return offers;
}

const officersOf = ({ sqlite }: Store): ReadonlyMap<number, OfficerId> =>
	new Map(
		sqlite
			.prepare<[], { id: OfficerId; counter: number }>('select id, counter from officers where counter is not null')
			.all()
			.map((officer) => [officer.counter, officer.id]),
	);

function pastTicket(
	id: number,
	day: Day,
	number: string,
	issuedAt: Instant,
	{ service, counters }: Open,
	officers: ReadonlyMap<number, OfficerId>,
	random: Random,
): Ticket {
	const drawn = random() * 1000;
	const outcome = ENDED.find((it) => drawn < it.upTo)?.outcome ?? 'served';
	const headStart = random() < 0.1 ? 'elderly' : null;
	const called = outcome === 'served' || outcome === 'no_show' || (outcome === 'transferred' && random() < 0.5);
	const started = called && outcome !== 'no_show';
	const counter = called ? pick(counters, random).number : null;
	const waitMs = skewed(18 * MINUTE, random);
	const walkedMs = 15 * SECOND + skewed(25 * SECOND, random);
	const parkedMs = outcome === 'served' && random() < 0.05 ? skewed(12 * MINUTE, random) : 0;
	const deskMs = started ? 30 * SECOND + skewed(service.counterMinutes * MINUTE, random) : 2 * MINUTE;
	const calledAt = called ? issuedAt + waitMs : null;
	const startedAt = started ? issuedAt + waitMs + walkedMs : null;
	return {
		id: id as TicketId,
		visitId: id as VisitId,
		day,
		number,
		agencyId: service.agencyId,
		queueId: service.queueId,
		serviceId: service.id,
		headStart,
		headStartMs: headStart === null ? 0 : 30 * MINUTE,
		state: 'closed',
		outcome,
		issuedAt,
		joinedAt: issuedAt,
		toldWaitMs: 18 * MINUTE,
		firstCalledAt: calledAt,
		calledAt,
		walkedMs: started ? walkedMs : null,
		calls: called ? 1 : 0,
		startedAt,
		parkedAt: null,
		parkedMs,
		parkReason: null,
		missedAt: null,
		closedAt: startedAt !== null ? startedAt + deskMs + parkedMs : (calledAt ?? issuedAt + 2 * HOUR) + 5 * MINUTE,
		deskSince: null,
		deskMs: called ? deskMs : 0,
		counter,
		officerId: counter === null ? null : (officers.get(counter) ?? null),
		fromTicket: null,
		rev: START,
	};
}

/** Writes a ticket and its visit, every column of it: a column that is added to a ticket and not here does not compile. */
function writer({ sqlite }: Store): (ticket: Ticket) => void {
	const visits = sqlite.prepare(
		'insert into visits (id, day, number, head_start, token, request_id, created_at) values (?, ?, ?, ?, ?, ?, ?)',
	);
	let tickets: ReturnType<typeof sqlite.prepare> | null = null;
	return (ticket) => {
		// In rising order, so that the indexes grow at their end.
		const key = `past${String(ticket.id).padStart(18, '0')}`;
		visits.run(ticket.id, ticket.day, ticket.number, ticket.headStart, key, key, ticket.issuedAt);
		tickets ??= sqlite.prepare(`insert into tickets (${columnsOf(ticket)}) values (${Object.keys(ticket).fill('?')})`);
		tickets.run(Object.values(ticket));
	};
}

const columnsOf = (ticket: Ticket): string =>
	Object.keys(ticket)
		.map((field) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
		.join();

function workingDays(until: Day, count: number): readonly Day[] {
	const days: Day[] = [];
	for (let day = until; days.length < count; day = addDays(day, -1))
		if (weekdayOf(day) !== 0 && weekdayOf(day) !== 6) days.push(day);
	return days.reverse();
}

/** ms after opening. */
function arrival(random: Random): number {
	const drawn = random() * 100;
	const hour = ARRIVED.findIndex((upTo) => drawn < upTo);
	return Math.floor((hour + random()) * HOUR);
}

/** Times in a hall have a long tail: exponential, cut at eight times the mean. */
const skewed = (mean: number, random: Random): number => Math.round(mean * Math.min(8, -Math.log(1 - random())));

/** The first ones more often: every hall has its favourites. */
function pick<Item>(items: readonly Item[], random: Random): Item {
	const item = items[Math.floor(random() ** 1.6 * items.length)];
	if (item === undefined) throw new Error('nothing to pick from');
	return item;
}

/** mulberry32: small, and the same on every machine. */
function seeded(seed: number): Random {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
