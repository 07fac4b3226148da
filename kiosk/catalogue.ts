// The kiosk's view in the order in which a visitor walks it: zone, agency, service, and what stands in the way of a number.

import type { Availability } from '../shared/availability.ts';
import { MOST_SERVICES } from '../shared/hall.ts';
import type { AgencyId, ServiceId } from '../shared/id.ts';
import type { AgencyFacts, KioskService, KioskView, QueueNow, ZoneFacts } from '../shared/views.ts';
import type { WaitRange } from '../shared/wait.ts';
import { divide, type Group } from './divide.ts';

/** A service with everything that is said about it. */
export interface Offer {
	readonly service: KioskService;
	readonly agency: AgencyFacts;
	readonly zone: ZoneFacts | null;
	readonly queue: QueueNow;
}

export type Closed = Extract<Availability, { open: false }>;

export interface Tenant {
	readonly agency: AgencyFacts;
	readonly offers: readonly Offer[];
	readonly waiting: number;
	/** Of its lines that give numbers: the shortest and the longest of what they tell; null: none can tell. */
	readonly wait: WaitRange | null;
	/** Set when not one of its services gives numbers. */
	readonly closed: Closed | null;
}

export interface ZoneOfCatalogue {
	readonly zone: ZoneFacts;
	readonly tenants: readonly Tenant[];
}

export interface Catalogue {
	readonly zones: readonly ZoneOfCatalogue[];
	/** What is asked first; null: the agencies themselves. */
	readonly groups: readonly Group[] | null;
	readonly tenants: ReadonlyMap<AgencyId, Tenant>;
	readonly offers: ReadonlyMap<ServiceId, Offer>;
	/** As the hall is set up: the same object until that changes. */
	readonly services: readonly KioskService[];
	/** Set when no service of the whole hall gives numbers. */
	readonly closed: Closed | null;
}

export function catalogue(view: KioskView): Catalogue {
	const queues = new Map(view.queues.map((queue) => [queue.id, queue]));
	const zones = new Map(view.zones.map((zone) => [zone.number, zone]));
	const tenants = view.agencies.map((agency) => {
		const offers = view.services
			.filter((service) => service.agencyId === agency.id)
			.flatMap((service): readonly Offer[] => {
				const queue = queues.get(service.queueId);
				return queue ? [{ service, agency, zone: zones.get(agency.zone) ?? null, queue }] : [];
			});
		return tenant(agency, offers);
	});
	const inZones = view.zones
		.map((zone) => ({ zone, tenants: tenants.filter((it) => it.agency.zone === zone.number) }))
		.filter((it) => it.tenants.length > 0);
	return {
		zones: inZones,
		groups: divide(inZones),
		tenants: new Map(tenants.map((it) => [it.agency.id, it])),
		offers: new Map(tenants.flatMap((it) => it.offers).map((it) => [it.service.id, it])),
		services: view.services,
		closed: closedAs(view.queues),
	};
}

function tenant(agency: AgencyFacts, offers: readonly Offer[]): Tenant {
	const queues = [...new Set(offers.map((offer) => offer.queue))];
	const waiting = queues.reduce((sum, queue) => sum + queue.waiting, 0);
	return {
		agency,
		offers,
		waiting,
		wait: together(queues.flatMap((it) => (it.availability.open ? (it.wait ?? []) : []))),
		closed: closedAs(queues),
	};
}

/** From the shortest to the longest; an estimate where one of them is. */
function together(waits: readonly WaitRange[]): WaitRange | null {
	if (waits.length === 0) return null;
	return {
		fromMinutes: Math.min(...waits.map((it) => it.fromMinutes)),
		toMinutes: Math.max(...waits.map((it) => it.toMinutes)),
		basis: waits.every((it) => it.basis === 'history') ? 'history' : 'standard',
	};
}

/** Why none of these queues gives numbers, told by the one that opens first; null while one of them does. */
function closedAs(queues: readonly QueueNow[]): Closed | null {
	const closed = queues.flatMap(({ availability }) => (availability.open ? [] : [availability]));
	if (closed.length < queues.length) return null;
	return [...closed].sort((a, b) => opensAt(a) - opensAt(b))[0] ?? null;
}

/** An opening that nobody knows comes after all that are known. */
const opensAt = (closed: Closed): number => closed.opens ?? Number.POSITIVE_INFINITY;

export const sameClosing = (a: Closed, b: Closed | null): boolean =>
	b !== null && a.reason === b.reason && a.note === b.note && a.opens === b.opens;

export type Obstacle =
	| { readonly kind: 'no_connection' }
	| { readonly kind: 'closed'; readonly offer: Offer; readonly closed: Closed }
	| { readonly kind: 'too_many' };

/** Why these services cannot be put on a slip now, as far as this screen knows; the server decides again. */
export function obstacle(offers: readonly Offer[], connected: boolean): Obstacle | null {
	for (const offer of offers) {
		if (!offer.queue.availability.open) return { kind: 'closed', offer, closed: offer.queue.availability };
	}
	if (offers.length > MOST_SERVICES) return { kind: 'too_many' };
	return connected ? null : { kind: 'no_connection' };
}
