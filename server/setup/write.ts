// A checked hall file becomes rows, each by its id. Nothing is deleted but the lists of which counter helps which queue, and
// of those, a counter keeps what it still has to serve today.

import { and, eq, inArray, isNotNull, ne } from 'drizzle-orm';
import type { AgencyId, CounterNumber, Instant, QueueId, ServiceId, ZoneNumber } from '../../shared/id.ts';
import type { Tables } from '../store/open.ts';
import { agencies, counterQueues, counters, queues, services, settings, tickets, zones } from '../store/schema.ts';
import { agencyRemarks, hallRemarks } from './entries.ts';
import type { HallFile } from './format.ts';
import type { Changes } from './import.ts';
import {
	agencyColumns,
	type CounterColumns,
	counterColumns,
	queueColumns,
	serviceColumns,
	zoneColumns,
} from './translate.ts';
import { hallSettings } from './translate-hall.ts';

/** Before anything is written: a prefix may go to another agency, and no two open queues may have it. */
export function retire(
	tables: Tables,
	{ zones: z, agencies: a, queues: q, services: s, counters: c }: Changes,
	retiredAt: Instant,
): void {
	const set = { retiredAt };
	tables
		.update(counters)
		.set(set)
		.where(inArray(counters.number, c.retired as CounterNumber[]))
		.run();
	tables
		.update(services)
		.set(set)
		.where(inArray(services.id, s.retired as ServiceId[]))
		.run();
	tables
		.update(queues)
		.set(set)
		.where(inArray(queues.id, q.retired as QueueId[]))
		.run();
	tables
		.update(agencies)
		.set(set)
		.where(inArray(agencies.id, a.retired as AgencyId[]))
		.run();
	tables
		.update(zones)
		.set(set)
		.where(inArray(zones.number, z.retired as ZoneNumber[]))
		.run();
}

/** Every row anew by its id, in an order in which each finds what it points at. */
export function write(tables: Tables, file: HallFile): void {
	const hall = { hall: hallSettings(file.aula), remarks: hallRemarks(file) };
	tables
		.insert(settings)
		.values({ id: 1, ...hall })
		.onConflictDoUpdate({ target: settings.id, set: hall })
		.run();
	for (const entry of file.aula.zona) {
		const row = { ...zoneColumns(entry), remarks: entry, retiredAt: null };
		tables.insert(zones).values(row).onConflictDoUpdate({ target: zones.number, set: row }).run();
	}
	// Places count through the hall, so that the order of all queues is that of the agencies.
	let position = 0;
	for (const agency of file.instansi) {
		position += 1;
		const row = { ...agencyColumns(agency), position, remarks: agencyRemarks(agency), retiredAt: null };
		tables.insert(agencies).values(row).onConflictDoUpdate({ target: agencies.id, set: row }).run();
		for (const entry of agency.antrean) {
			position += 1;
			const queue = { ...queueColumns(entry, row.id), position, remarks: entry, retiredAt: null };
			tables.insert(queues).values(queue).onConflictDoUpdate({ target: queues.id, set: queue }).run();
		}
		for (const entry of agency.layanan) {
			position += 1;
			const service = { ...serviceColumns(entry, row.id), position, remarks: entry, retiredAt: null };
			tables.insert(services).values(service).onConflictDoUpdate({ target: services.id, set: service }).run();
		}
		for (const entry of agency.loket) {
			const { queues: helps, ...columns } = counterColumns(entry, row.id);
			const counter = { ...columns, remarks: entry, retiredAt: null };
			tables.insert(counters).values(counter).onConflictDoUpdate({ target: counters.number, set: counter }).run();
			writeHelps(tables, { ...columns, queues: helps });
		}
	}
}

/**
 * The queues that a counter helps, in the file's order; after them those of its own agency that are closed now and still
 * have visitors. A counter that is gone keeps its list for the officer who sits there until the evening.
 */
function writeHelps(tables: Tables, { number, agencyId, queues: helps }: CounterColumns): void {
	const mine = eq(counterQueues.counter, number);
	const closing = tables
		.selectDistinct({ id: queues.id })
		.from(counterQueues)
		.innerJoin(queues, eq(queues.id, counterQueues.queueId))
		.innerJoin(tickets, and(eq(tickets.queueId, queues.id), ne(tickets.state, 'closed')))
		.where(and(mine, eq(queues.agencyId, agencyId), isNotNull(queues.retiredAt)))
		.all();
	tables.delete(counterQueues).where(mine).run();
	for (const [position, queueId] of [...helps, ...closing.map((it) => it.id)].entries())
		tables.insert(counterQueues).values({ counter: number, queueId, position }).run();
}
