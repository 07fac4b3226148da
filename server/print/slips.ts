// What the rows say about a slip: reads the visit, its facts and the names of the hall by the id of the print job.

import { eq, sql } from 'drizzle-orm';
import { type HeadStart, PRIORITIES } from '../../shared/hall.ts';
import { type Instant, MINUTE, type PrintJobId, type ServiceId } from '../../shared/id.ts';
import type { Catalogue } from '../store/catalogue.ts';
import type { Store } from '../store/open.ts';
import { agencies, printJobs, services, visits } from '../store/schema.ts';
import type { Sheet, Slip, SlipHall } from './compose/slip.ts';

const isPriority = (headStart: HeadStart): boolean => PRIORITIES.some((it) => it === headStart);

export function slipHall({ settings }: Catalogue): SlipHall {
	const { name, city, timeZone, demo, complaintLine, slip, voice } = settings;
	return { name, city, timeZone, demo, complaintLine, desk: voice.desk, layout: slip };
}

/** As the service stands now: whoever asked for it wants to know what to bring next time. */
export function sheetOf(id: ServiceId, catalogue: Catalogue, at: Instant): Sheet {
	const service = catalogue.service(id);
	const agency = service && catalogue.agency(service.agencyId);
	if (!service || !agency) throw new Error(`a sheet names the service ${id}, which does not exist`);
	const { name, requirements, fee, completion, online, queueId } = service;
	const counters = catalogue.countersOf(queueId).map((it) => it.number);
	const place = { agency: agency.name, zone: agency.zone, counters };
	return { hall: slipHall(catalogue), service: name, requirements, fee: fee.text, completion, online, at, ...place };
}

/** What was told with a number is still about true for so long. */
const STILL_TRUE = 5 * MINUTE;

/** Names come from the rows, so that a closed service keeps its name on paper. */
export function openSlips(store: Store): (job: PrintJobId, catalogue: Catalogue) => Slip {
	const readJob = store.tables
		.select({ job: printJobs, visit: visits })
		.from(printJobs)
		.innerJoin(visits, eq(visits.id, printJobs.visitId))
		.where(eq(printJobs.id, sql.placeholder('job')))
		.prepare();
	const readPlace = store.tables
		.select({
			agency: agencies.name,
			zone: agencies.zone,
			service: services.name,
			queueId: services.queueId,
			requirements: services.requirements,
		})
		.from(services)
		.innerJoin(agencies, eq(agencies.id, services.agencyId))
		.where(eq(services.id, sql.placeholder('service')))
		.prepare();
	return (id, catalogue) => {
		const row = readJob.get({ job: id });
		if (!row) throw new Error(`print job ${id} has no visit`);
		const { job, visit } = row;
		// How many were ahead then says nothing to who has waited since.
		const isOld = job.createdAt - visit.createdAt > STILL_TRUE;
		return {
			hall: slipHall(catalogue),
			number: visit.number,
			takenAt: visit.createdAt,
			priority: isPriority(visit.headStart),
			places: job.facts.places.map(({ serviceId, ahead, wait }) => {
				const place = readPlace.get({ service: serviceId });
				if (!place) throw new Error(`print job ${id} names the service ${serviceId}, which does not exist`);
				const { agency, service, zone, requirements } = place;
				const counters = catalogue.countersOf(place.queueId).map((it) => it.number);
				return { agency, service, ahead: isOld ? null : ahead, wait, counters, zone, requirements };
			}),
			address: job.facts.address,
			reprintedAt: job.kind === 'reprint' ? job.createdAt : null,
		};
	};
}
