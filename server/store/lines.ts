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

/** What was read last of each catalogue: it changes when somebody comes or goes, and is asked for with every number. */
const lastRead = new WeakMap<Catalogue, { readonly text: string; readonly presence: Presence }>();

export function readPresence(hall: Hall): Presence {
	const catalogue = hall.catalogue();
	const text = hall.rows.presence();
	const last = lastRead.get(catalogue);
	if (last?.text === text) return last.presence;
	const presence = presenceOf(catalogue, text);
	lastRead.set(catalogue, { text, presence });
	return presence;
}

function presenceOf(catalogue: Catalogue, text: string): Presence {
	const numbers = text === '' ? [] : text.split(',').map(Number);
	return {
		open: new Set(numbers.filter((it) => it > 0) as CounterNumber[]),
		agencies: new Set(numbers.flatMap((it) => catalogue.counter(Math.abs(it) as CounterNumber)?.agencyId ?? [])),
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
