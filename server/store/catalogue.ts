// The hall as it is set up (not as it fares today), read once and again when it changes: what all verbs and views look up.

import { asc, isNull } from 'drizzle-orm';
import type { Calendar } from '../../shared/availability.ts';
import type { Agency, Counter, HallSettings, Queue, Service, Zone } from '../../shared/hall.ts';
import type { AgencyId, CounterNumber, DeviceId, QueueId, ServiceId, ZoneNumber } from '../../shared/id.ts';
import type { AgencyFacts, BoardMedia, HallFacts } from '../../shared/views.ts';
import { FIRST_SPREAD, type WaitModel } from '../../shared/wait.ts';
import type { Tables } from './open.ts';
import {
	agencies,
	counterQueues,
	counters,
	kioskPrinters,
	media,
	printers,
	queues,
	services,
	settings,
	waitModels,
	zones,
} from './schema.ts';

/** A printer as it is set up; how it stands is a row that changes by itself (slip-rows.ts). */
export type Printer = Pick<typeof printers.$inferSelect, 'id' | 'name' | 'way' | 'profile' | 'deviceId'>;

export interface Catalogue {
	readonly settings: HallSettings;
	readonly facts: HallFacts;
	/** Each in the hall's own order; retired ones are not here. */
	readonly zones: readonly Zone[];
	readonly agencies: readonly Agency[];
	readonly queues: readonly Queue[];
	readonly services: readonly Service[];
	readonly counters: readonly Counter[];
	readonly printers: readonly Printer[];
	/** What boards show beside the calls, in this order. */
	readonly media: readonly BoardMedia[];
	/** Where the slips of a kiosk come out, in the order in which they are tried; none = the tray. */
	readonly printersOf: (kiosk: DeviceId | null) => readonly Printer[];
	/** Named by rows of today and of years ago, so these find retired ones too. */
	readonly zone: (number: ZoneNumber) => Zone | undefined;
	readonly agency: (id: AgencyId) => Agency | undefined;
	readonly queue: (id: QueueId) => Queue | undefined;
	readonly service: (id: ServiceId) => Service | undefined;
	readonly counter: (number: CounterNumber) => Counter | undefined;
	/** A service that still gives numbers; a counter at which an officer may still sign on. */
	readonly offered: (id: ServiceId) => Service | undefined;
	readonly staffed: (number: CounterNumber) => Counter | undefined;
	readonly countersOf: (queue: QueueId) => readonly Counter[];
	/** Of one agency, or of the hall itself. */
	readonly calendar: (agency: Agency | null) => Calendar;
	/** What is known about waiting in this line; from the counter minutes of its services until it has a past. */
	readonly waitModel: (queue: QueueId, priority: boolean) => WaitModel;
}

/** Null while the hall has not been set up: nothing was imported yet. */
export function readCatalogue(tables: Tables): Catalogue | null {
	const hall = tables.select().from(settings).get()?.hall;
	if (!hall) return null;
	const zoneRows = tables.select().from(zones).orderBy(asc(zones.number)).all();
	const agencyRows = tables.select().from(agencies).orderBy(asc(agencies.position)).all();
	const queueRows = tables.select().from(queues).orderBy(asc(queues.position)).all();
	const serviceRows = tables
		.select()
		.from(services)
		.orderBy(asc(services.position))
		.all()
		.map(({ feeAmount, feeText, ...service }) => ({ ...service, fee: { amount: feeAmount, text: feeText } }));
	const helps = tables
		.select()
		.from(counterQueues)
		.orderBy(asc(counterQueues.counter), asc(counterQueues.position))
		.all();
	const counterRows = tables
		.select()
		.from(counters)
		.orderBy(asc(counters.number))
		.all()
		.map((counter) => ({
			...counter,
			queues: helps.filter((it) => it.counter === counter.number).map((it) => it.queueId),
		}));
	const allServices = serviceRows.filter(inUse);
	const allQueues = queueRows.filter(inUse);
	const allCounters = counterRows.filter(inUse);

	const zoneBy = new Map(zoneRows.map((it) => [it.number, it]));
	const agencyBy = new Map(agencyRows.map((it) => [it.id, it]));
	const queueBy = new Map(queueRows.map((it) => [it.id, it]));
	const serviceBy = new Map(serviceRows.map((it) => [it.id, it]));
	const counterBy = new Map(counterRows.map((it) => [it.number, it]));
	const offeredBy = new Map(allServices.map((it) => [it.id, it]));
	const staffedBy = new Map(allCounters.map((it) => [it.number, it]));
	const learnt = new Map(
		tables
			.select()
			.from(waitModels)
			.all()
			.map((it): [string, WaitModel] => [modelKey(it.queueId, it.priority), { ...it, basis: 'history' }]),
	);
	const allPrinters = tables
		.select()
		.from(printers)
		.orderBy(asc(printers.position), asc(printers.id))
		.all()
		.filter(inUse)
		.map(({ id, name, way, profile, deviceId }): Printer => ({ id, name, way, profile, deviceId }));
	// A browser prints for the one kiosk it runs on, never for others that have no list of their own.
	const forAll = allPrinters.filter((it) => it.way !== 'browser');
	const listOf = new Map<DeviceId, readonly Printer[]>();
	for (const { deviceId, printerId } of tables
		.select()
		.from(kioskPrinters)
		.orderBy(asc(kioskPrinters.position))
		.all()) {
		const printer = allPrinters.find((it) => it.id === printerId);
		if (printer) listOf.set(deviceId, [...(listOf.get(deviceId) ?? []), printer]);
	}
	const standard = new Map(
		allQueues.map((queue) => [queue.id, standardModel(allServices.filter((it) => it.queueId === queue.id))]),
	);
	const calledTo = new Map(
		allQueues.map((queue) => [queue.id, allCounters.filter((it) => it.queues.includes(queue.id))]),
	);
	return {
		settings: hall,
		facts: {
			name: hall.name,
			city: hall.city,
			timeZone: hall.timeZone,
			demo: hall.demo,
			runningText: hall.runningText,
			complaintLine: hall.complaintLine,
			desk: hall.voice.desk,
		},
		zones: zoneRows.filter(inUse),
		agencies: agencyRows.filter(inUse),
		queues: allQueues,
		services: allServices,
		counters: allCounters,
		zone: (number) => zoneBy.get(number),
		agency: (id) => agencyBy.get(id),
		queue: (id) => queueBy.get(id),
		service: (id) => serviceBy.get(id),
		counter: (number) => counterBy.get(number),
		offered: (id) => offeredBy.get(id),
		staffed: (number) => staffedBy.get(number),
		countersOf: (queue) => calledTo.get(queue) ?? [],
		printers: allPrinters,
		media: tables
			.select()
			.from(media)
			.where(isNull(media.retiredAt))
			.orderBy(asc(media.position), asc(media.id))
			.all()
			.map(({ kind, file, seconds }) => ({ kind, address: mediaAddress(file), seconds })),
		printersOf: (kiosk) => (kiosk === null ? undefined : listOf.get(kiosk)) ?? forAll,
		waitModel: (queue, priority) => learnt.get(modelKey(queue, priority)) ?? standard.get(queue) ?? UNKNOWN_WAIT,
		calendar: (agency) => ({
			timeZone: hall.timeZone,
			weekly: hall.weekly,
			holidays: hall.holidays,
			specials: hall.specials,
			cutoffMinutes: hall.cutoffMinutes,
			agencyDays: agency?.days ?? null,
			lastIntake: agency?.lastIntake ?? null,
		}),
	};
}

/** Where a file of the hall is fetched from. */
export const mediaAddress = (file: string): string => `/media/${file}`;

const inUse = ({ retiredAt }: { readonly retiredAt: number | null }): boolean => retiredAt === null;

const modelKey = (queue: QueueId, priority: boolean): string => `${queue} ${priority}`;

/** A line without services of its own (only transfers reach it): what an ordinary service takes. */
const UNKNOWN_WAIT: WaitModel = { minutesPerCall: 10, ...FIRST_SPREAD, basis: 'standard' };

function standardModel(of: readonly Service[]): WaitModel {
	if (of.length === 0) return UNKNOWN_WAIT;
	const minutesPerCall = of.reduce((sum, it) => sum + it.counterMinutes, 0) / of.length;
	return { minutesPerCall, ...FIRST_SPREAD, basis: 'standard' };
}

export const agencyFacts = ({ id, shortName, name, zone }: Agency): AgencyFacts => ({ id, shortName, name, zone });
