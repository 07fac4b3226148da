// A small hall for the tests of printing: two agencies in two zones, three counters, and numbers taken on one morning.

import { DEFAULT_BOARD } from '../../../shared/board.ts';
import { type Day, instantOf } from '../../../shared/day.ts';
import { DEFAULT_HEAD_STARTS, DEFAULT_LATE_GRACE, type HallSettings, type HeadStart } from '../../../shared/hall.ts';
import type {
	AgencyId,
	CounterNumber,
	Instant,
	PrinterId,
	PrintJobId,
	QueueId,
	ServiceId,
	VisitId,
	ZoneNumber,
} from '../../../shared/id.ts';
import { DEFAULT_LAYOUT, type SlipFault, type SlipKind, type SlipState } from '../../../shared/slip.ts';
import { DEFAULT_VOICE } from '../../../shared/voice.ts';
import type { Catalogue } from '../../store/catalogue.ts';
import { type Hall, openHall } from '../../store/hall.ts';
import { openInMemory, type Store } from '../../store/open.ts';
import {
	agencies,
	counterQueues,
	counters,
	printers,
	printJobs,
	queues,
	type SlipFacts,
	services,
	settings,
	visits,
	zones,
} from '../../store/schema.ts';

const ZONE = 'Asia/Makassar';
const day = '2026-01-09' as Day;
/** Friday, 9 January 2026, 09.14 in Palopo. */
export const MORNING: Instant = instantOf(day, 9 * 60 + 14, ZONE);
export const ADDRESS = 'http://192.168.1.10:3000/t/4fG0aXh2Tq9LkZ7mVbN1Cw';

export const SKCK = 'skck-baru' as ServiceId;
export const KTP = 'rekam-ktp' as ServiceId;

const hall: HallSettings = {
	name: 'Mal Pelayanan Publik Kota Palopo',
	city: 'Palopo',
	province: 'Sulawesi Selatan',
	timeZone: ZONE,
	demo: true,
	weekly: [],
	holidays: [],
	specials: [],
	cutoffMinutes: 30,
	needsPresence: false,
	numberDigits: 3,
	headStarts: DEFAULT_HEAD_STARTS,
	lateGraceMs: DEFAULT_LATE_GRACE,
	runningText: '',
	complaintLine: 'WA 0811-0000-0000',
	slip: DEFAULT_LAYOUT,
	voice: DEFAULT_VOICE,
	board: DEFAULT_BOARD,
	guides: [],
	languages: [],
};

const rest = { remarks: {}, retiredAt: null };
const queueOf = (agency: string, prefix: string): QueueId => `${agency}/${prefix}` as QueueId;

export interface Seeded {
	readonly store: Store;
	readonly hall: Hall;
	readonly catalogue: Catalogue;
	/** One visit with one job. */
	readonly take: (number: string, more?: Partial<Taking>) => { readonly visitId: VisitId; readonly job: PrintJobId };
	/** A printer of the hall, from the next reading of the set-up on. */
	readonly addPrinter: (name: string, way: string) => PrinterId;
}
interface Taking {
	readonly at: Instant;
	readonly headStart: HeadStart;
	readonly places: SlipFacts['places'];
	readonly address: string;
	readonly kind: SlipKind;
	readonly state: SlipState;
	readonly fault: SlipFault | null;
	/** When its first byte went out. */
	readonly sentAt: Instant | null;
	/** null: the tray. */
	readonly printer: PrinterId | null;
}

/** `change` makes another hall of it: other names, no demonstration. */
export function seedHall(change: Partial<HallSettings> = {}, store: Store = openInMemory()): Seeded {
	const { tables } = store;
	const zone = (number: number, name: string) => ({ number: number as ZoneNumber, name, ...rest });
	const agency = (id: string, name: string, zoneNumber: number, position: number) => ({
		id: id as AgencyId,
		shortName: id.toUpperCase(),
		name,
		kind: 'perangkat_daerah' as const,
		zone: zoneNumber as ZoneNumber,
		position,
		days: null,
		dailyQuota: null,
		lastIntake: null,
		...rest,
	});
	const service = (id: ServiceId, agencyId: string, prefix: string, name: string, position: number) => ({
		id,
		agencyId: agencyId as AgencyId,
		queueId: queueOf(agencyId, prefix),
		name,
		category: 'non_permit' as const,
		counterMinutes: 10,
		completion: null,
		requirements: [],
		feeAmount: 0,
		feeText: 'Gratis',
		product: name,
		position,
		...rest,
	});
	tables
		.insert(settings)
		.values({ id: 1, hall: { ...hall, ...change }, remarks: {} })
		.run();
	tables
		.insert(zones)
		.values([zone(1, 'Zona 1'), zone(3, 'Zona 3')])
		.run();
	tables
		.insert(agencies)
		.values([
			agency('dukcapil', 'Dinas Kependudukan dan Pencatatan Sipil', 1, 1),
			agency('polres', 'Kepolisian Resor Palopo', 3, 2),
		])
		.run();
	tables
		.insert(queues)
		.values([
			{
				id: queueOf('dukcapil', 'C'),
				agencyId: 'dukcapil' as AgencyId,
				prefix: 'C',
				name: 'KTP',
				position: 1,
				...rest,
			},
			{ id: queueOf('polres', 'S'), agencyId: 'polres' as AgencyId, prefix: 'S', name: 'SKCK', position: 2, ...rest },
		])
		.run();
	tables
		.insert(services)
		.values([
			service(KTP, 'dukcapil', 'C', 'Perekaman KTP elektronik', 1),
			service(SKCK, 'polres', 'S', 'Surat Keterangan Catatan Kepolisian (SKCK) baru', 2),
		])
		.run();
	for (const [number, agencyId, prefix] of [
		[5, 'dukcapil', 'C'],
		[6, 'dukcapil', 'C'],
		[9, 'polres', 'S'],
	] as const) {
		const counter = number as CounterNumber;
		tables
			.insert(counters)
			.values({ number: counter, agencyId: agencyId as AgencyId, priority: false, note: null, ...rest })
			.run();
		tables
			.insert(counterQueues)
			.values({ counter, queueId: queueOf(agencyId, prefix), position: 1 })
			.run();
	}
	const open = openHall(store);
	const addPrinter: Seeded['addPrinter'] = (name, way) => {
		const { id } = tables
			.insert(printers)
			.values({
				name,
				way,
				profile: 'unknown-80',
				deviceId: null,
				origin: 'hall',
				position: 1,
				rollMm: 80_000,
				usedMm: 0,
				rollSince: MORNING,
				state: 'unknown',
				stateSince: MORNING,
				createdAt: MORNING,
			})
			.returning({ id: printers.id })
			.get();
		open.reload();
		return id;
	};
	const take: Seeded['take'] = (number, more = {}) => {
		const at = more.at ?? MORNING;
		const { id: visitId } = tables
			.insert(visits)
			.values({
				day,
				number,
				headStart: more.headStart ?? null,
				token: `token-of-${number}`,
				requestId: `request-of-${number}`,
				deviceId: null,
				createdAt: at,
			})
			.returning({ id: visits.id })
			.get();
		const places = more.places ?? [
			{ serviceId: KTP, ahead: 3, wait: { fromMinutes: 10, toMinutes: 25, basis: 'history' } },
		];
		const { state = 'queued' } = more;
		const { id: job } = tables
			.insert(printJobs)
			.values({
				visitId,
				facts: { places, address: more.address ?? ADDRESS },
				kind: more.kind ?? 'slip',
				printerId: more.printer ?? null,
				state,
				fault: more.fault ?? null,
				tries: 0,
				createdAt: at,
				sentAt: more.sentAt ?? null,
				doneAt: state === 'printed' || state === 'unconfirmed' ? at : null,
			})
			.returning({ id: printJobs.id })
			.get();
		return { visitId, job };
	};
	return { store, hall: open, catalogue: open.catalogue(), take, addPrinter };
}
