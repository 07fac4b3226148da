// A small hall for tests, written out: three agencies in two zones, four lines, six counters with an officer each, and
// one kiosk, board and console. Always open unless a test says otherwise. Every officer's PIN is 135790.

import { scryptSync } from 'node:crypto';
import type { Hours } from '../../shared/availability.ts';
import type { Weekday } from '../../shared/day.ts';
import { type Agency, DEFAULT_HEAD_STARTS, DEFAULT_LATE_GRACE, type HallSettings } from '../../shared/hall.ts';
import {
	type AgencyId,
	type CounterNumber,
	type DeviceId,
	type Instant,
	MINUTE,
	type OfficerId,
	type QueueId,
	type ServiceId,
	type ZoneNumber,
} from '../../shared/id.ts';
import { digest } from '../hall/secret.ts';
import type { Store } from '../store/open.ts';
import {
	agencies,
	counterQueues,
	counters,
	devices,
	officers,
	queues,
	services,
	settings,
	zones,
} from '../store/schema.ts';

export const PIN = '135790';
/** A hash at the lowest costs: nobody needs to be kept from guessing in a test. */
const PIN_HASH = [
	'scrypt',
	2,
	1,
	1,
	btoa('salt'),
	scryptSync(PIN, 'salt', 32, { N: 2, r: 1, p: 1 }).toString('base64'),
];

export const KIOSK = { id: 1 as DeviceId, token: 'token-of-the-kiosk' };
export const BOARD = { id: 2 as DeviceId, token: 'token-of-the-board' };
export const CONSOLE = { id: 3 as DeviceId, token: 'token-of-the-console' };
/** Another desk's screen: what happens at one must not lock the other. */
export const OTHER_CONSOLE = { id: 4 as DeviceId, token: 'token-of-another-console' };
export const REVOKED_KIOSK = { id: 5 as DeviceId, token: 'token-of-a-stolen-kiosk' };

/** Who usually sits where; the id of an officer is the number of the counter. */
export const OFFICERS = [
	{ counter: 1, agency: 'dpmptsp', username: 'sari', name: 'Sari' },
	{ counter: 2, agency: 'dpmptsp', username: 'budi', name: 'Budi' },
	{ counter: 3, agency: 'dpmptsp', username: 'tini', name: 'Tini' },
	{ counter: 11, agency: 'disdukcapil', username: 'yusuf', name: 'Yusuf' },
	{ counter: 12, agency: 'disdukcapil', username: 'dewi', name: 'Dewi' },
	{ counter: 21, agency: 'polres', username: 'ilham', name: 'Ilham' },
] as const;
export type CounterOfSmallHall = (typeof OFFICERS)[number]['counter'];
export const MANAGER = { id: 99 as OfficerId, username: 'manajer' };

/** A counter works off its own line, the first, before it helps the other. Counter 12 prefers visitors with a priority. */
const HELPS: Readonly<Record<CounterOfSmallHall, readonly string[]>> = {
	1: ['dpmptsp/A', 'dpmptsp/B'],
	2: ['dpmptsp/A', 'dpmptsp/B'],
	3: ['dpmptsp/B', 'dpmptsp/A'],
	11: ['disdukcapil/D'],
	12: ['disdukcapil/D'],
	21: ['polres/S'],
};
const QUEUES = ['dpmptsp/A', 'dpmptsp/B', 'disdukcapil/D', 'polres/S'] as const;
/** Several services share a line. */
export const SERVICES = {
	nib: 'dpmptsp/A',
	pbg: 'dpmptsp/A',
	konsultasi: 'dpmptsp/B',
	ktp: 'disdukcapil/D',
	kk: 'disdukcapil/D',
	akta: 'disdukcapil/D',
	skck: 'polres/S',
} as const;
export type ServiceOfSmallHall = keyof typeof SERVICES;

export const ALWAYS_OPEN: readonly Hours[] = ([0, 1, 2, 3, 4, 5, 6] as const).map((weekday) => open(weekday, 0, 24));
export function open(weekday: Weekday, from: number, to: number): Hours {
	return { weekday, opens: from * 60, closes: to * 60, breaks: [] };
}

export const SETTINGS: HallSettings = {
	name: 'MPP Contoh',
	city: 'Palopo',
	province: 'Sulawesi Selatan',
	timeZone: 'Asia/Makassar',
	demo: false,
	weekly: ALWAYS_OPEN,
	holidays: [],
	specials: [],
	cutoffMinutes: 0,
	needsPresence: false,
	numberDigits: 3,
	headStarts: { ...DEFAULT_HEAD_STARTS, continuing: 10 * MINUTE },
	lateGraceMs: DEFAULT_LATE_GRACE,
	runningText: 'Selamat datang',
	complaintLine: 'Loket 1',
};

/** What a test changes: settings of the hall, and of single agencies. */
export interface Change {
	readonly settings?: Partial<HallSettings>;
	readonly agencies?: Readonly<Record<string, Partial<Pick<Agency, 'days' | 'dailyQuota' | 'lastIntake'>>>>;
}

const active = { remarks: {}, retiredAt: null };
const agencyOf = (queue: string): AgencyId => (queue.split('/')[0] ?? '') as AgencyId;

export function makeSmallHall({ tables }: Store, change: Change, at: Instant): void {
	tables
		.insert(settings)
		.values({ id: 1, hall: { ...SETTINGS, ...change.settings }, remarks: {} })
		.run();
	const zoneOf = (agency: string): ZoneNumber => (agency === 'polres' ? 2 : 1) as ZoneNumber;
	for (const number of [1, 2] as ZoneNumber[])
		tables
			.insert(zones)
			.values({ number, name: `Zona ${number}`, ...active })
			.run();
	for (const [position, id] of (['dpmptsp', 'disdukcapil', 'polres'] as AgencyId[]).entries())
		tables
			.insert(agencies)
			.values({
				id,
				shortName: id.toUpperCase(),
				name: `Kantor ${id}`,
				kind: 'perangkat_daerah',
				zone: zoneOf(id),
				position,
				days: null,
				dailyQuota: null,
				lastIntake: null,
				...change.agencies?.[id],
				...active,
			})
			.run();
	for (const [position, id] of (QUEUES as readonly string[] as QueueId[]).entries())
		tables
			.insert(queues)
			.values({ id, agencyId: agencyOf(id), prefix: id.slice(-1), name: `Antrean ${id}`, position, ...active })
			.run();
	for (const [position, [id, queue]] of Object.entries(SERVICES).entries())
		tables
			.insert(services)
			.values({
				id: id as ServiceId,
				agencyId: agencyOf(queue),
				queueId: queue as QueueId,
				name: `Layanan ${id}`,
				category: 'non_permit',
				counterMinutes: 10,
				completion: null,
				requirements: ['KTP'],
				feeAmount: 0,
				feeText: 'Gratis',
				product: id,
				position,
				...active,
			})
			.run();
	for (const { counter, agency, username, name } of OFFICERS) {
		const number = counter as number as CounterNumber;
		tables
			.insert(counters)
			.values({ number, agencyId: agency as AgencyId, priority: counter === 12, note: null, ...active })
			.run();
		for (const [position, queue] of HELPS[counter].entries())
			tables
				.insert(counterQueues)
				.values({ counter: number, queueId: queue as QueueId, position })
				.run();
		tables
			.insert(officers)
			.values({
				id: counter as number as OfficerId,
				username,
				name,
				role: 'officer',
				agencyId: agency as AgencyId,
				counter: number,
				pinHash: PIN_HASH.join('$'),
				retiredAt: null,
			})
			.run();
	}
	tables
		.insert(officers)
		.values({ ...MANAGER, name: 'Manajer', role: 'manager', pinHash: PIN_HASH.join('$') })
		.run();
	const device = (role: 'kiosk' | 'board' | 'console', { id, token }: typeof KIOSK) =>
		tables
			.insert(devices)
			.values({ id, role, name: role, tokenHash: digest(token), createdAt: at, revokedAt: id === 5 ? at : null })
			.run();
	device('kiosk', KIOSK);
	device('board', BOARD);
	device('console', CONSOLE);
	device('console', OTHER_CONSOLE);
	device('kiosk', REVOKED_KIOSK);
}
