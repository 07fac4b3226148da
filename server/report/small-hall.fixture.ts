// A hall of two agencies for the tests of the reports, with what changes over the years: a retired counter, a retired
// service, and a "Konsultasi" at both.

import { DEFAULT_BOARD } from '../../shared/board.ts';
import type { Day, TimeZone } from '../../shared/day.ts';
import { DEFAULT_HEAD_STARTS, DEFAULT_LATE_GRACE, type ServiceCategory } from '../../shared/hall.ts';
import type {
	AgencyId,
	CounterNumber,
	Instant,
	QueueId,
	ServiceId,
	TicketId,
	VisitId,
	ZoneNumber,
} from '../../shared/id.ts';
import { START } from '../../shared/id.ts';
import { DEFAULT_LAYOUT } from '../../shared/slip.ts';
import { beginning, type Ticket } from '../../shared/ticket.ts';
import { DEFAULT_VOICE } from '../../shared/voice.ts';
import type { Store } from '../store/open.ts';
import {
	agencies,
	counterQueues,
	counters,
	queues,
	services,
	settings,
	tickets,
	visits,
	zones,
} from '../store/schema.ts';

const zone = 1 as ZoneNumber;
const dpmptsp = 'dpmptsp' as AgencyId;
const dukcapil = 'disdukcapil' as AgencyId;
const rest = { remarks: {}, retiredAt: null };
const longAgo: Instant = Date.parse('2026-01-01T00:00:00Z');

export const SERVICES = [
	{
		id: 'nib' as ServiceId,
		agencyId: dpmptsp,
		queueId: 'dpmptsp/A' as QueueId,
		category: 'permit',
		name: 'Nomor Induk Berusaha',
	},
	{
		id: 'konsultasi' as ServiceId,
		agencyId: dpmptsp,
		queueId: 'dpmptsp/B' as QueueId,
		category: 'non_permit',
		name: 'Konsultasi',
	},
	{
		id: 'ktp' as ServiceId,
		agencyId: dukcapil,
		queueId: 'disdukcapil/D' as QueueId,
		category: 'non_permit',
		name: 'KTP-el hilang',
	},
	{
		id: 'tanya-dukcapil' as ServiceId,
		agencyId: dukcapil,
		queueId: 'disdukcapil/D' as QueueId,
		category: 'non_permit',
		name: 'Konsultasi',
	},
] as const satisfies readonly {
	id: ServiceId;
	agencyId: AgencyId;
	queueId: QueueId;
	category: ServiceCategory;
	name: string;
}[];

export const COUNTERS = [1, 2, 12].map((number) => number as CounterNumber);

export function setUp({ tables }: Store, timeZone: TimeZone): void {
	const hall = {
		name: 'MPP Contoh',
		city: 'Palopo',
		province: 'Sulawesi Selatan',
		timeZone,
		demo: true,
		weekly: [],
		holidays: [],
		specials: [],
		cutoffMinutes: 15,
		needsPresence: false,
		numberDigits: 3,
		headStarts: DEFAULT_HEAD_STARTS,
		lateGraceMs: DEFAULT_LATE_GRACE,
		runningText: '',
		complaintLine: '',
		slip: DEFAULT_LAYOUT,
		voice: DEFAULT_VOICE,
		board: DEFAULT_BOARD,
		guides: [],
		languages: [],
	};
	tables.insert(settings).values({ id: 1, hall, remarks: {} }).run();
	tables
		.insert(zones)
		.values({ number: zone, name: 'Zona 1', ...rest })
		.run();
	const place = { kind: 'perangkat_daerah', zone, days: null, dailyQuota: null, lastIntake: null, ...rest } as const;
	tables
		.insert(agencies)
		.values([
			{ id: dpmptsp, shortName: 'DPMPTSP', name: 'Dinas Penanaman Modal', position: 0, ...place },
			{ id: dukcapil, shortName: 'Disdukcapil', name: 'Dinas Kependudukan', position: 1, ...place },
		])
		.run();
	tables
		.insert(queues)
		.values([
			{ id: 'dpmptsp/A' as QueueId, agencyId: dpmptsp, prefix: 'A', name: 'Perizinan', position: 0, ...rest },
			{ id: 'dpmptsp/B' as QueueId, agencyId: dpmptsp, prefix: 'B', name: 'Bantuan', position: 1, ...rest },
			{ id: 'disdukcapil/D' as QueueId, agencyId: dukcapil, prefix: 'D', name: 'Kependudukan', position: 2, ...rest },
		])
		.run();
	tables
		.insert(services)
		.values(
			SERVICES.map((service, position) => ({
				...service,
				counterMinutes: 10,
				completion: null,
				requirements: [],
				feeAmount: 0,
				feeText: 'Gratis',
				product: '',
				position,
				remarks: {},
				retiredAt: service.id === 'konsultasi' ? longAgo : null,
			})),
		)
		.run();
	tables
		.insert(counters)
		.values(
			COUNTERS.map((number) => ({
				number,
				agencyId: number === 12 ? dukcapil : dpmptsp,
				priority: false,
				note: null,
				remarks: {},
				retiredAt: number === 2 ? longAgo : null,
			})),
		)
		.run();
	tables
		.insert(counterQueues)
		.values([
			{ counter: 1 as CounterNumber, queueId: 'dpmptsp/A' as QueueId, position: 0 },
			{ counter: 1 as CounterNumber, queueId: 'dpmptsp/B' as QueueId, position: 1 },
			{ counter: 12 as CounterNumber, queueId: 'disdukcapil/D' as QueueId, position: 0 },
		])
		.run();
}

export type Placed = Pick<Ticket, 'day' | 'issuedAt' | 'state' | 'outcome'> &
	Partial<Ticket> & { readonly service: (typeof SERVICES)[number] };

/** Each of another visitor. What is not said is as on a ticket that only waits. */
export function put({ tables, sqlite }: Store, placed: readonly Placed[]): readonly Ticket[] {
	const before = Number(
		sqlite
			.prepare('select ifnull(max(id), 0) from (select id from visits union all select id from tickets)')
			.pluck()
			.get(),
	);
	const rows = placed.map(({ service, ...said }, index): Ticket => {
		const id = before + index + 1;
		return {
			id: id as TicketId,
			...beginning({
				visitId: id as VisitId,
				day: said.day,
				number: `A-${String(id).padStart(3, '0')}`,
				agencyId: service.agencyId,
				queueId: service.queueId,
				serviceId: service.id,
				headStart: null,
				headStartMs: 0,
				issuedAt: said.issuedAt,
				joinedAt: said.issuedAt,
				toldWaitMs: null,
				fromTicket: null,
			}),
			rev: START,
			...said,
		};
	});
	for (const ticket of rows) {
		const key = `visit${String(ticket.id).padStart(17, '0')}`;
		const { visitId: id, day, number } = ticket;
		tables
			.insert(visits)
			.values({
				id,
				day,
				number,
				headStart: null,
				token: key,
				requestId: key,
				deviceId: null,
				createdAt: ticket.issuedAt,
			})
			.run();
		tables.insert(tickets).values(ticket).run();
	}
	return rows;
}

export function empty({ sqlite }: Store): void {
	sqlite.exec('delete from tickets; delete from visits');
}

export const day = (text: string): Day => text as Day;
