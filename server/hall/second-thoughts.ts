// Second thoughts: whoever has just taken a number at this kiosk may give it up there, or change it for another, while
// nobody has called it. A number that is given up stays in the day's count, as cancelled.

import type { CancelAsk, Held, HeldAsk, Ordered } from '../../shared/contract.ts';
import { dayOf } from '../../shared/day.ts';
import { PRIORITIES, SECOND_THOUGHTS } from '../../shared/hall.ts';
import type { DeviceId, Instant, VisitId } from '../../shared/id.ts';
import { typedNumber } from '../../shared/number.ts';
import type { Ticket } from '../../shared/ticket.ts';
import type { Hall } from '../store/hall.ts';
import type { Visit } from '../store/visit-rows.ts';
import { change } from './record.ts';
import { refuse } from './refused.ts';
import { withdrawSlip } from './slips.ts';

/** The end of the address that stands on every slip as a QR code. */
const SCANNED = /\/t\/([A-Za-z0-9_-]{22})\s*$/;

/** Of another kiosk or another day it is as unknown as one that does not exist. */
function ownVisit(hall: Hall, visit: Visit | undefined, kiosk: DeviceId, at: Instant): Visit | undefined {
	const today = dayOf(at, hall.catalogue().settings.timeZone);
	return visit?.deviceId === kiosk && visit.day === today ? visit : undefined;
}

/** Its places, all of them still waiting; refuses one that is called or served already, and one of long ago. */
function waitingPlaces(hall: Hall, visit: Visit, within: number, at: Instant): readonly Ticket[] {
	const tickets = hall.rows.ticketsOfVisit(visit.id);
	const atDesk = tickets.find((it) => it.state === 'called' || it.state === 'serving');
	if (atDesk) refuse({ code: 'visit_busy', counter: atDesk.counter });
	if (tickets.some((it) => it.state !== 'waiting')) refuse({ code: 'wrong_state' });
	if (at - visit.createdAt > within) refuse({ code: 'too_late' });
	return tickets;
}

/** Which number somebody holds who comes back to the kiosk; changes nothing. */
export function findHeld(hall: Hall, { held }: HeldAsk, kiosk: DeviceId, at: Instant): Held {
	const { settings } = hall.catalogue();
	const token = SCANNED.exec(held)?.[1];
	const number = typedNumber(held, settings.numberDigits);
	const found = token
		? hall.rows.visitByToken(token)
		: number === null
			? undefined
			: hall.rows.visitByNumber(dayOf(at, settings.timeZone), number);
	const visit = ownVisit(hall, found, kiosk, at) ?? refuse({ code: 'unknown', what: 'number' });
	waitingPlaces(hall, visit, SECOND_THOUGHTS, at);
	const until = visit.createdAt + SECOND_THOUGHTS;
	return { visitId: visit.id, number: visit.number, until, ...orderedBy(hall, visit) };
}

export const orderedBy = (hall: Hall, { id, headStart }: Visit): Ordered => ({
	services: hall.rows.ticketsOfVisit(id).flatMap((it) => (it.fromTicket === null ? [it.serviceId] : [])),
	priority: PRIORITIES.find((it) => it === headStart) ?? null,
});

/** Refuses: another kiosk's or day's number, one that is called already or was taken more than a minute ago. */
export const cancelTaken = (hall: Hall, { visitId }: CancelAsk, kiosk: DeviceId, at: Instant): void =>
	giveUp(hall, visitId, kiosk, SECOND_THOUGHTS, at);

/** All places of the visit are cancelled, and a slip that was not sent yet is not printed. Asked twice, done once. */
export function giveUp(hall: Hall, visitId: VisitId, kiosk: DeviceId, within: number, at: Instant): void {
	const visit = ownVisit(hall, hall.rows.visit(visitId), kiosk, at) ?? refuse({ code: 'unknown', what: 'visit' });
	if (hall.rows.ticketsOfVisit(visit.id).every((it) => it.outcome === 'cancelled')) return;
	const actor = { officerId: null, counter: null, deviceId: kiosk };
	for (const ticket of waitingPlaces(hall, visit, within, at))
		change(hall, ticket, { kind: 'closed', as: 'cancelled' }, actor, at, null);
	withdrawSlip(hall, visit.id, at);
}
