// A visitor takes a number: visit, places in the lines, journal and slip, all or none. The same request gets the same
// number however often it is sent, so a kiosk may ask again after any silence.

import type { TakeAsk } from '../../shared/contract.ts';
import { type Day, dayOf } from '../../shared/day.ts';
import {
	CHANGE_ENDS,
	type HeadStart,
	MOST_SERVICES,
	type Priority,
	type Queue,
	type Service,
} from '../../shared/hall.ts';
import type { DeviceId, Instant, VisitId } from '../../shared/id.ts';
import { ordinaryNumber } from '../../shared/number.ts';
import { beginning, type Ticket } from '../../shared/ticket.ts';
import { pointWait, type WaitRange, waitRange } from '../../shared/wait.ts';
import type { Hall } from '../store/hall.ts';
import { agencyOf, lineStatus, openCounters, type Presence, readPresence } from '../store/lines.ts';
import type { PrintJob } from '../store/slip-rows.ts';
import type { Visit } from '../store/visit-rows.ts';
import { issue } from './record.ts';
import { refuse } from './refused.ts';
import { giveUp, orderedBy } from './second-thoughts.ts';
import { firstSlip } from './slips.ts';

/** Made before the commit, because a verb has no randomness of its own; unused when the request was answered before. */
export interface NewVisit {
	/** 128 random bits as 22 base64url characters. */
	readonly token: string;
	readonly address: string;
}

/**
 * Refuses: unknown service, closed line (with the reason), too many or doubled services, a number that cannot be given up, a
 * request id that was answered with a number for something else.
 */
export function take(hall: Hall, ask: TakeAsk, made: NewVisit, deviceId: DeviceId, at: Instant): Visit {
	const before = hall.rows.visitByRequest(ask.requestId);
	if (before) return isAnsweredBy(hall, ask, before) ? before : refuse({ code: 'request_used', number: before.number });
	if (ask.replaces !== undefined) giveUp(hall, ask.replaces, deviceId, CHANGE_ENDS, at);

	const wanted = wantedServices(hall, ask);
	const presence = readPresence(hall);
	for (const { queue } of wanted) {
		const { availability, quotaLeft } = lineStatus(hall, queue, presence, at);
		if (!availability.open)
			refuse({ code: 'closed', reason: availability.reason, note: availability.note, opens: availability.opens });
		const ofAgency = wanted.filter((it) => it.queue.agencyId === queue.agencyId).length;
		if (quotaLeft !== null && ofAgency > quotaLeft)
			refuse({ code: 'closed', reason: 'quota', note: null, opens: null });
	}
	const first = wanted[0];
	if (!first) refuse({ code: 'malformed', where: 'services' });

	const { settings } = hall.catalogue();
	const day = dayOf(at, settings.timeZone);
	const number = ordinaryNumber(
		first.queue.prefix,
		hall.rows.nextInSequence(day, first.queue.prefix),
		settings.numberDigits,
	);
	const { requestId, priority } = ask;
	const visit = enter(
		hall,
		{ day, number, priority, requestId, deviceId, createdAt: at, wanted, ...made },
		presence,
		at,
	);
	firstSlip(hall, visit.id, visit.facts, deviceId, at);
	return visit;
}

/** Whether this visit is what was asked for: these services, in whatever order, and this priority. */
function isAnsweredBy(hall: Hall, { services, priority }: TakeAsk, visit: Visit): boolean {
	const before = orderedBy(hall, visit);
	const asked = new Set(services);
	return (
		before.priority === priority &&
		before.services.length === services.length &&
		before.services.every((it) => asked.has(it))
	);
}

/** Somebody who has a number, and where they wait with it. */
export interface Entering extends NewVisit {
	readonly day: Day;
	readonly number: string;
	readonly priority: Priority | null;
	readonly requestId: string;
	readonly deviceId: DeviceId;
	/** When the finger came down: waiting and the place in every line count from here. */
	readonly createdAt: Instant;
	readonly wanted: readonly Wanted[];
}
export interface Wanted {
	readonly service: Service;
	readonly queue: Queue;
}

/** Writes the visit and its places; with what can be said of them on a slip. */
export function enter(
	hall: Hall,
	{ wanted, address, createdAt, ...entering }: Entering,
	presence: Presence,
	at: Instant,
): Visit & { readonly facts: PrintJob['facts'] } {
	const { day, number, priority: headStart, token, requestId, deviceId } = entering;
	const visit = { day, number, headStart, token, requestId, deviceId, createdAt, waitsIn: null };
	const visitId = hall.rows.insertVisit(visit);
	const places = wanted.map(({ service, queue }) => {
		const since = { issuedAt: createdAt, joinedAt: createdAt };
		const place = join(
			hall,
			{ visitId, day, number, service, queue, headStart, ...since, fromTicket: null },
			presence,
			at,
		);
		issue(hall, place.ticket, { officerId: null, counter: null, deviceId }, at);
		return place;
	});
	const facts = {
		places: places.map(({ ticket, ahead, wait }) => ({ serviceId: ticket.serviceId, ahead, wait })),
		address,
	};
	return { ...visit, id: visitId, facts };
}

function wantedServices(hall: Hall, ask: TakeAsk): readonly Wanted[] {
	if (ask.services.length > MOST_SERVICES) refuse({ code: 'too_many_services', most: MOST_SERVICES });
	if (new Set(ask.services).size !== ask.services.length) refuse({ code: 'already_in_line' });
	const catalogue = hall.catalogue();
	return ask.services.map((id) => {
		const service = catalogue.offered(id) ?? refuse({ code: 'unknown', what: 'service' });
		const queue = catalogue.queue(service.queueId) ?? refuse({ code: 'unknown', what: 'service' });
		return { service, queue };
	});
}

export interface Joining {
	readonly visitId: VisitId;
	readonly day: Day;
	readonly number: string;
	readonly service: Service;
	readonly queue: Queue;
	readonly headStart: HeadStart;
	/** Waiting counts from here: for one sent on from a wrong desk, from the number they first took. */
	readonly issuedAt: Instant;
	readonly joinedAt: Instant;
	readonly fromTicket: Ticket['id'] | null;
}

/** A place as it begins, with what can honestly be said of it: how many are before, and how long that takes. */
export function join(
	hall: Hall,
	joining: Joining,
	presence: Presence,
	at: Instant,
): { readonly ticket: Omit<Ticket, 'id' | 'rev'>; readonly ahead: number; readonly wait: WaitRange | null } {
	const { service, queue, headStart, joinedAt } = joining;
	const catalogue = hall.catalogue();
	const { day } = joining;
	const headStartMs = headStart === null ? 0 : catalogue.settings.headStarts[headStart];
	const ahead = hall.rows.inLineBefore(queue.id, day, joinedAt - headStartMs);
	const model = catalogue.waitModel(queue.id, headStart !== null);
	const counters = openCounters(catalogue, queue, presence);
	const told = pointWait(model, ahead, counters);
	return {
		ahead,
		wait: waitRange(model, ahead, counters),
		ticket: beginning({
			visitId: joining.visitId,
			day,
			number: joining.number,
			agencyId: agencyOf(catalogue, queue).id,
			queueId: queue.id,
			serviceId: service.id,
			headStart,
			headStartMs,
			issuedAt: joining.issuedAt,
			joinedAt,
			// Told to one who waits already it would judge the wrong wait.
			toldWaitMs: told === null || joining.issuedAt !== at ? null : Math.round(told),
			fromTicket: joining.fromTicket,
		}),
	};
}
