// Numbers for the time when a kiosk cannot ask: lent to it ahead, and taken over when it hands in what it gave. Each is
// taken over exactly once, in the order of the presses, with the place in line of the moment of the press.

import type { HandedIn, HandInAsk, LeaseAsk, Leased } from '../../shared/contract.ts';
import { type Day, dayOf } from '../../shared/day.ts';
import type { Queue } from '../../shared/hall.ts';
import type { DeviceId, Instant } from '../../shared/id.ts';
import { LEASE_SIZE, type Lease, type LentTake } from '../../shared/lease.ts';
import { lentCounts, readTicketNumber, ticketNumber } from '../../shared/number.ts';
import type { Hall } from '../store/hall.ts';
import { type LeaseRow, lentSeries } from '../store/lease-rows.ts';
import { readPresence } from '../store/lines.ts';
import { change, NOBODY } from './record.ts';
import { refuse } from './refused.ts';
import { lateSlip, withdrawSlip } from './slips.ts';
import { enter, type Wanted } from './take.ts';

/** A lease with fewer left is followed by another: the next time without the server may be long. */
const ENOUGH = LEASE_SIZE / 2;

/**
 * Every queue's numbers for today. A lease that the kiosk does not know of is lost: its browser forgot, and what it gave
 * from it must not be given once more. Those of earlier days have returned: whoever asks has handed in all they gave.
 * `pages`: where the pages of numbers are, up to the token.
 */
export function lend(hall: Hall, { known }: LeaseAsk, pages: string, device: DeviceId, at: Instant): Leased {
	const { settings, queues } = hall.catalogue();
	const day = dayOf(at, settings.timeZone);
	for (const { id } of hall.leases.openBefore(device, day))
		hall.leases.end(id, known.includes(id) ? 'returned' : 'lost', at);
	const held = new Map<Queue['id'], readonly Lease[]>();
	for (const row of hall.leases.openOn(device, day)) {
		const lease = { id: row.id, day, queueId: row.queueId, numbers: unused(hall, row, settings.numberDigits) };
		if (!known.includes(row.id)) hall.leases.end(row.id, 'lost', at);
		else if (lease.numbers.length === 0) hall.leases.end(row.id, 'used', at);
		else held.set(row.queueId, [...(held.get(row.queueId) ?? []), lease]);
	}
	return {
		day,
		leases: queues.flatMap((queue) => {
			const of = held.get(queue.id) ?? [];
			const left = of.reduce((sum, { numbers }) => sum + numbers.length, 0);
			return left >= ENOUGH ? of : [...of, ...grant(hall, queue, day, device, at)];
		}),
		pages,
		printsHere: hall.catalogue().printersOf(device)[0]?.way === 'browser',
	};
}

/** None where the hall's numbers are too short to lend any, or all that are kept for it were lent today. */
function grant(hall: Hall, queue: Queue, day: Day, deviceId: DeviceId, at: Instant): readonly Lease[] {
	const { numberDigits } = hall.catalogue().settings;
	const kept = lentCounts(numberDigits);
	if (!kept) return [];
	const first = kept.first + hall.rows.sequenceNow(day, lentSeries(queue.prefix));
	const last = Math.min(first + LEASE_SIZE - 1, kept.last);
	if (first > last) return [];
	for (let count = first; count <= last; count++) hall.rows.nextInSequence(day, lentSeries(queue.prefix));
	const row = { deviceId, day, queueId: queue.id, prefix: queue.prefix, first, last, grantedAt: at };
	const id = hall.leases.insert({ ...row, endedAt: null, end: null });
	const numbers = unused(hall, { ...row, id, endedAt: null, end: null }, numberDigits);
	return [{ id, day, queueId: queue.id, numbers }];
}

const countsOf = ({ first, last }: LeaseRow): readonly number[] =>
	Array.from({ length: last - first + 1 }, (_, nth) => first + nth);

function unused(hall: Hall, lease: LeaseRow, digits: number): readonly string[] {
	const numbers = countsOf(lease).map((count) => ticketNumber(lease.prefix, count, digits));
	return numbers.filter((number) => !hall.rows.visitByNumber(lease.day, number));
}

/**
 * Refuses `malformed` what no honest kiosk hands in: a lease of another kiosk, a number outside it or given to somebody
 * else before, no service that ever was. Everything else is taken over, whatever is closed or full by now: a number that
 * somebody holds in their hand is valid. `addressOf`: the page of a visit, by its token.
 */
export function handIn(
	hall: Hall,
	{ taken }: HandInAsk,
	addressOf: (token: string) => string,
	device: DeviceId,
	at: Instant,
): HandedIn {
	/** Nobody overtakes who pressed before, however the clocks went. */
	let notBefore = 0;
	taken.forEach((take, index) => {
		const before = hall.rows.visitByRequest(take.requestId);
		if (before) {
			notBefore = before.createdAt;
			return;
		}
		const where = `taken.${index}`;
		const lease = hall.leases.lease(take.lease);
		if (lease?.deviceId !== device || !isOf(lease, take.number)) refuse({ code: 'malformed', where: `${where}.lease` });
		if (hall.rows.visitByNumber(lease.day, take.number)) refuse({ code: 'malformed', where: `${where}.number` });
		const wanted = wantedOf(hall, take);
		if (wanted.length === 0) refuse({ code: 'malformed', where: `${where}.services` });
		notBefore = Math.max(notBefore, lease.grantedAt, Math.min(at, Math.round(at - take.agoMs)));
		takeOver(hall, take, { lease, wanted, createdAt: notBefore, address: addressOf(take.token) }, device, at);
	});
	return { requestIds: taken.map((it) => it.requestId) };
}

function isOf({ prefix, first, last }: LeaseRow, number: string): boolean {
	const read = readTicketNumber(number);
	return read?.prefix === prefix && first <= Number(read.digits) && Number(read.digits) <= last;
}

/** A service that has been closed since the kiosk was last shown the hall is still what this visitor came for. */
const wantedOf = (hall: Hall, { services }: LentTake): readonly Wanted[] =>
	[...new Set(services)].flatMap((id) => {
		const service = hall.catalogue().service(id);
		const queue = service && hall.catalogue().queue(service.queueId);
		return service && queue ? [{ service, queue }] : [];
	});

interface TakenOver {
	readonly lease: LeaseRow;
	readonly wanted: readonly Wanted[];
	readonly createdAt: Instant;
	readonly address: string;
}

function takeOver(
	hall: Hall,
	{ number, priority, requestId, token, instead, printed }: LentTake,
	{ lease, wanted, createdAt, address }: TakenOver,
	deviceId: DeviceId,
	at: Instant,
): void {
	if (instead !== null) forget(hall, instead, deviceId, at);
	const { day } = lease;
	const entering = { day, number, priority, requestId, token, address, deviceId, createdAt, wanted };
	const visit = enter(hall, entering, readPresence(hall), at);
	lateSlip(hall, visit.id, visit.facts, deviceId, printed ? 'told' : 'too_late', at);
}

/** The number of a request whose answer was lost. Whoever holds its slip, or was called with it, keeps that number too. */
function forget(hall: Hall, requestId: string, deviceId: DeviceId, at: Instant): void {
	const visit = hall.rows.visitByRequest(requestId);
	if (!visit || visit.deviceId !== deviceId) return;
	const slip = hall.slips.ofVisit(visit.id);
	// A reprint that waits stands for a slip that broke off in the middle, and may be readable.
	if (slip && (slip.sentAt !== null || slip.kind === 'reprint')) return;
	const tickets = hall.rows.ticketsOfVisit(visit.id);
	if (tickets.some((it) => it.state !== 'waiting')) return;
	for (const ticket of tickets) change(hall, ticket, { kind: 'closed', as: 'cancelled' }, NOBODY, at, null);
	withdrawSlip(hall, visit.id, at);
}
