// A small hall for tests, written out: three agencies in two zones, four lines, six counters with an officer each, and
// one kiosk, board and console. Always open unless a test says otherwise. Every officer's PIN is 135790.

import { scryptSync } from 'node:crypto';
import type { Hours } from '../../shared/availability.ts';
import { DEFAULT_BOARD } from '../../shared/board.ts';
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
import { DEFAULT_LAYOUT } from '../../shared/slip.ts';
import { DEFAULT_VOICE } from '../../shared/voice.ts';
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
	slip: DEFAULT_LAYOUT,
	voice: DEFAULT_VOICE,
	board: DEFAULT_BOARD,
	guides: [],
	languages: [],
};

/** What a test changes: settings of the hall, and of single agencies. */
export interface Change {
	readonly settings?: Partial<HallSettings>;
	readonly agencies?: Readonly<Record<string, Partial<Pick<Agency, 'days' | 'dailyQuota' | 'lastIntake'>>>>;
}

const active = { remarks: {}, retiredAt: null };
const agencyOf = (queue: string): AgencyId => (queue.split('/')[0] ?? '') as AgencyId;
const AGENCIES = ['dpmptsp', 'disdukcapil', 'polres'] as AgencyId[];

export function makeSmallHall({ tables }: Store, change: Change, at: Instant): void {
	tables
		.insert(settings)
		.values({ id: 1, hall: { ...SETTINGS, ...change.settings }, remarks: {} })
		.run();
	tables
		.insert(zones)
		.values(([1, 2] as ZoneNumber[]).map((number) => ({ number, name: `Zona ${number}`, ...active })))
		.run();
	tables
		.insert(agencies)
		.values(
			AGENCIES.map((id, position) => ({
				...{ id, position, shortName: id.toUpperCase(), name: `Kantor ${id}`, kind: 'perangkat_daerah' as const },
				...{ zone: (id === 'polres' ? 2 : 1) as ZoneNumber, days: null, dailyQuota: null, lastIntake: null },
				...change.agencies?.[id],
				...active,
			})),
		)
		.run();
	tables
		.insert(queues)
		.values(
			(QUEUES as readonly string[] as QueueId[]).map((id, position) => ({
				...{ id, position, agencyId: agencyOf(id), prefix: id.slice(-1), name: `Antrean ${id}` },
				...active,
			})),
		)
		.run();
	tables
		.insert(services)
		.values(
			Object.entries(SERVICES).map(([id, queue], position) => ({
				...{ id: id as ServiceId, agencyId: agencyOf(queue), queueId: queue as QueueId, name: `Layanan ${id}` },
				...{ category: 'non_permit' as const, counterMinutes: 10, completion: null, requirements: ['KTP'] },
				...{ feeAmount: 0, feeText: 'Gratis', product: id, position },
				...active,
			})),
		)
		.run();
	const numberOf = (counter: number): CounterNumber => counter as CounterNumber;
	tables
		.insert(counters)
		.values(
			OFFICERS.map(({ counter, agency }) => ({
				...{ number: numberOf(counter), agencyId: agency as AgencyId, priority: counter === 12, note: null },
				...active,
			})),
		)
		.run();
	tables
		.insert(counterQueues)
		.values(
			OFFICERS.flatMap(({ counter }) =>
				HELPS[counter].map((id, position) => ({ counter: numberOf(counter), queueId: id as QueueId, position })),
			),
		)
		.run();
	tables
		.insert(officers)
		.values([
			...OFFICERS.map(({ counter, agency, username, name }) => ({
				...{ id: counter as number as OfficerId, username, name, role: 'officer' as const },
				...{ agencyId: agency as AgencyId, counter: numberOf(counter), pinHash: PIN_HASH.join('$') },
			})),
			{ ...MANAGER, name: 'Manajer', role: 'manager' as const, pinHash: PIN_HASH.join('$') },
		])
		.run();
	const device = (role: 'kiosk' | 'board' | 'console', { id, token }: typeof KIOSK, revokedAt: Instant | null) => ({
		...{ id, role, name: role, tokenHash: digest(token), createdAt: at, revokedAt },
	});
	tables
		.insert(devices)
		.values([
			device('kiosk', KIOSK, null),
			device('board', BOARD, null),
			device('console', CONSOLE, null),
			device('console', OTHER_CONSOLE, null),
			device('kiosk', REVOKED_KIOSK, at),
		])
		.run();
}
