// What one slip says, as data: the visit, what stood true when its number was taken, and the names of the hall. How it is laid out and which words say it is decided in lines.ts.

import { eq, sql } from 'drizzle-orm';
import type { TimeZone } from '../../shared/day.ts';
import { type HeadStart, PRIORITIES } from '../../shared/hall.ts';
import type { CounterNumber, Instant, ZoneNumber } from '../../shared/id.ts';
import type { WaitRange } from '../../shared/wait.ts';
import type { Catalogue } from '../store/catalogue.ts';
import type { Store } from '../store/open.ts';
import { agencies, printJobs, services, visits } from '../store/schema.ts';

export interface SlipPlace {
	readonly agency: string;
	readonly service: string;
	/** When the number was taken, not now. */
	readonly ahead: number;
	/** null while no counter was open: then nothing is said about minutes. */
	readonly wait: WaitRange | null;
	readonly counters: readonly CounterNumber[];
	readonly zone: ZoneNumber;
}

export interface Slip {
	readonly hall: {
		readonly name: string;
		readonly city: string;
		readonly timeZone: TimeZone;
		readonly demo: boolean;
		readonly complaintLine: string;
	};
	readonly number: string;
	readonly takenAt: Instant;
	/** Only that it is so: which category is nobody's business on paper. */
	readonly priority: boolean;
	/** In the order in which they were chosen; the first gave the number. */
	readonly places: readonly SlipPlace[];
	/** The ticket's page, drawn as a QR code. */
	readonly address: string;
	/** When this copy was asked for, on a second slip of the same number; null on the first. */
	readonly reprintedAt: Instant | null;
}

const isPriority = (headStart: HeadStart): boolean => PRIORITIES.some((it) => it === headStart);

/** Reads slips by the id of their print job. Names come from the rows, so that a closed service keeps its name on paper. */
export function openSlips(store: Store): (job: number, catalogue: Catalogue) => Slip {
	const readJob = store.tables
		.select({ job: printJobs, visit: visits })
		.from(printJobs)
		.innerJoin(visits, eq(visits.id, printJobs.visitId))
		.where(eq(printJobs.id, sql.placeholder('job')))
		.prepare();
	const readPlace = store.tables
		.select({ agency: agencies.name, zone: agencies.zone, service: services.name, queueId: services.queueId })
		.from(services)
		.innerJoin(agencies, eq(agencies.id, services.agencyId))
		.where(eq(services.id, sql.placeholder('service')))
		.prepare();
	return (id, catalogue) => {
		const row = readJob.get({ job: id });
		if (!row) throw new Error(`print job ${id} has no visit`);
		const { job, visit } = row;
		const { name, city, timeZone, demo, complaintLine } = catalogue.settings;
		return {
			hall: { name, city, timeZone, demo, complaintLine },
			number: visit.number,
			takenAt: visit.createdAt,
			priority: isPriority(visit.headStart),
			places: job.facts.places.map(({ serviceId, ahead, wait }) => {
				const place = readPlace.get({ service: serviceId });
				if (!place) throw new Error(`print job ${id} names the service ${serviceId}, which does not exist`);
				const counters = catalogue.countersOf(place.queueId).map((it) => it.number);
				return { agency: place.agency, service: place.service, ahead, wait, counters, zone: place.zone };
			}),
			address: job.facts.address,
			reprintedAt: job.reprint ? job.createdAt : null,
		};
	};
}
