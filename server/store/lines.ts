// How each line stands at a moment: open or not, how many wait, how long. Reads rows, asks the rules; used by the verb
// that gives numbers and by every view, so a kiosk never offers what the hall would refuse.

import { type Availability, availability } from '../../shared/availability.ts';
import { type Day, dayOf } from '../../shared/day.ts';
import type { Agency, Queue } from '../../shared/hall.ts';
import type { AgencyId, CounterNumber, Instant } from '../../shared/id.ts';
import type { QueueNow } from '../../shared/views.ts';
import { waitRange } from '../../shared/wait.ts';
import type { Catalogue } from './catalogue.ts';
import type { Hall } from './hall.ts';

/** Which counters are staffed. Read once for many lines. */
export interface Presence {
	/** Staffed and not on a break. */
	readonly open: ReadonlySet<CounterNumber>;
	/** With an officer at any of their counters, on a break or not. */
	readonly agencies: ReadonlySet<AgencyId>;
}

export function readPresence(hall: Hall): Presence {
	const shifts = hall.rows.openShifts();
	const catalogue = hall.catalogue();
	return {
		open: new Set(shifts.filter((it) => it.pausedAt === null).map((it) => it.counter)),
		agencies: new Set(shifts.flatMap((it) => catalogue.counter(it.counter)?.agencyId ?? [])),
	};
}

export const openCounters = (catalogue: Catalogue, queue: Queue, presence: Presence): number =>
	catalogue.countersOf(queue.id).filter((it) => presence.open.has(it.number)).length;

/** Whether the line gives numbers, and how many it has left. The quota is the agency's, over all its lines. */
export function lineStatus(
	hall: Hall,
	queue: Queue,
	presence: Presence,
	at: Instant,
): { readonly availability: Availability; readonly quotaLeft: number | null } {
	const catalogue = hall.catalogue();
	const agency = agencyOf(catalogue, queue);
	const day = dayOf(at, catalogue.settings.timeZone);
	const issued = agency.dailyQuota === null ? 0 : issuedBy(hall, agency, day);
	const today = {
		issued,
		quota: agency.dailyQuota,
		needsPresence: catalogue.settings.needsPresence,
		officerPresent: presence.agencies.has(agency.id),
	};
	return {
		availability: availability(catalogue.calendar(agency), today, at),
		quotaLeft: agency.dailyQuota === null ? null : Math.max(0, agency.dailyQuota - issued),
	};
}

const issuedBy = (hall: Hall, agency: Agency, day: Day): number =>
	hall
		.catalogue()
		.queues.filter((it) => it.agencyId === agency.id)
		.reduce((sum, it) => sum + hall.rows.takenToday(it.id, day), 0);

export function agencyOf(catalogue: Catalogue, of: { readonly agencyId: AgencyId }): Agency {
	const agency = catalogue.agency(of.agencyId);
	if (!agency) throw new Error(`no agency ${of.agencyId} in the hall`);
	return agency;
}

export function queueNow(hall: Hall, queue: Queue, presence: Presence, at: Instant): QueueNow {
	const catalogue = hall.catalogue();
	const counters = openCounters(catalogue, queue, presence);
	const waiting = hall.rows.inLine(queue.id, dayOf(at, catalogue.settings.timeZone));
	return {
		id: queue.id,
		prefix: queue.prefix,
		...lineStatus(hall, queue, presence, at),
		waiting,
		openCounters: counters,
		wait: waitRange(catalogue.waitModel(queue.id, false), waiting, counters),
		counters: catalogue.countersOf(queue.id).map((it) => it.number),
	};
}
