// Situations at a desk and in a report, for the gallery and the tests: one Wednesday morning at Disdukcapil, counter 5.

import type { Availability } from '../shared/availability.ts';
import type { Day } from '../shared/day.ts';
import type { HeadStart } from '../shared/hall.ts';
import type {
	AgencyId,
	CounterNumber,
	Instant,
	PrinterId,
	QueueId,
	Rev,
	ServiceId,
	TicketId,
	VisitId,
	ZoneNumber,
} from '../shared/id.ts';
import { MINUTE, SECOND } from '../shared/id.ts';
import type { Report, ReportGroup, ReportRow, Spread } from '../shared/report.ts';
import { REPORT_GROUPS } from '../shared/report.ts';
import type { PrinterState } from '../shared/slip.ts';
import type { AtCounter, ConsoleView, HallFacts, KioskService, LineItem, PrinterNow } from '../shared/views.ts';

/** 09.42 WITA. */
export const AT: Instant = Date.UTC(2026, 0, 14, 1, 42, 0);
const DAY = '2026-01-14' as Day;

const hall: HallFacts = {
	name: 'Mal Pelayanan Publik Kota Palopo',
	city: 'Palopo',
	timeZone: 'Asia/Makassar',
	demo: true,
	runningText: '',
	complaintLine: '',
	desk: 'loket',
};

const C = 'disdukcapil/C' as QueueId;
const D = 'disdukcapil/D' as QueueId;

const service = (id: string, name: string, queueId: QueueId, counterMinutes: number): KioskService => ({
	id: id as ServiceId,
	agencyId: 'disdukcapil' as AgencyId,
	queueId,
	name,
	category: 'non_permit',
	counterMinutes,
	completion: { value: 1, unit: 'hari_kerja' },
	requirements: [
		'Fotokopi Kartu Keluarga',
		'Surat keterangan hilang dari kepolisian (bila hilang)',
		'KTP-el yang rusak',
	],
	fee: { amount: 0, text: 'Gratis' },
	product: 'KTP-el',
	procedure: [],
	complaint: null,
	online: null,
	keywords: [],
});

const KTP = service('ktp-ganti', 'KTP-el hilang, rusak, atau perubahan data', C, 10);
const IKD = service('ikd', 'Aktivasi Identitas Kependudukan Digital (IKD)', C, 7);
const LAHIR: KioskService = {
	...service('akta-lahir', 'Akta kelahiran bagi anak yang lahir di luar daerah domisili orang tua', D, 15),
	requirements: [
		'Surat keterangan lahir dari rumah sakit, puskesmas, atau bidan',
		'Buku nikah atau akta perkawinan orang tua',
		'Kartu Keluarga asli',
		'KTP-el kedua orang tua',
		'KTP-el dua orang saksi',
		'Surat pernyataan tanggung jawab mutlak bila surat keterangan lahir tidak ada',
	],
	product: 'Kutipan akta kelahiran, Kartu Keluarga baru, dan Kartu Identitas Anak',
};

const item = (
	number: string,
	of: KioskService,
	minutesAgo: number,
	more: Partial<LineItem> & { readonly headStart?: HeadStart },
): LineItem => {
	const id = number.charCodeAt(0) * 1000 + Number(number.slice(2));
	return {
		ticketId: id as TicketId,
		rev: (id * 2) as Rev,
		number,
		headStart: null,
		service: { id: of.id, name: of.name },
		queueId: of.queueId,
		state: 'waiting',
		issuedAt: AT - minutesAgo * MINUTE,
		since: null,
		parkReason: null,
		slip: { state: 'printed', fault: null },
		elsewhere: false,
		waitsIn: null,
		...more,
	};
};

const shortLine: readonly LineItem[] = [
	item('C-015', IKD, 9, { headStart: 'elderly' }),
	item('C-013', KTP, 21, {}),
	item('D-008', LAHIR, 18, { elsewhere: true }),
	item('C-014', KTP, 14, { slip: { state: 'failed', fault: 'paper_out' }, waitsIn: 'Ruang bermain anak' }),
	item('C-016', IKD, 6, { headStart: 'continuing' }),
	item('D-009', LAHIR, 4, {}),
	item('C-017', KTP, 1, {}),
];
const longLine: readonly LineItem[] = Array.from({ length: 100 }, (_, place) =>
	item(
		`${place % 3 === 0 ? 'D' : 'C'}-${String(20 + place).padStart(3, '0')}`,
		place % 3 === 0 ? LAHIR : KTP,
		95 - place * 0.9,
		{
			headStart: place % 9 === 2 ? 'disability' : null,
			elsewhere: place % 11 === 4,
		},
	),
);

const open: Availability = { open: true, until: AT + 180 * MINUTE };
const shut: Availability = { open: false, reason: 'no_officer', note: null, opens: null };
const target = (id: string, name: string, agency: string, queue: string, availability: Availability = open) => ({
	id: id as ServiceId,
	name,
	agency,
	queueId: queue as QueueId,
	availability,
});
const services: ConsoleView['services'] = [
	target('nib', 'Pendampingan OSS: Nomor Induk Berusaha (NIB) UMK', 'DPMPTSP', 'dpmptsp/A'),
	target('sip-bidan', 'Surat Izin Praktik (SIP) Bidan', 'DPMPTSP', 'dpmptsp/B'),
	target('ktp-rekam', 'Perekaman KTP-el pemula', 'Disdukcapil', C),
	target('kk-ubah', 'Kartu Keluarga perubahan data / tambah anak', 'Disdukcapil', D),
	target('akta-lahir', 'Akta kelahiran', 'Disdukcapil', D),
	target('pbb-bayar', 'Informasi dan pembayaran PBB-P2', 'Bapenda', 'bapenda/E'),
	target('skck-baru', 'SKCK baru', 'Polres Palopo', 'polres/M'),
	target('paspor-baru', 'Paspor RI baru/penggantian', 'Imigrasi', 'imigrasi/P', shut),
	target('jkn-ubah', 'Perubahan data / faskes / aktivasi ulang', 'BPJS Kesehatan', 'bpjskes/U'),
];

const printer = (id: number, state: PrinterState): PrinterNow => ({
	id: id as PrinterId,
	name: `Kios ${id}`,
	state,
	since: AT - 4 * MINUTE,
});
const kiosk1 = printer(1, 'ready');
const kiosk2 = printer(2, 'ready');

const idle: ConsoleView = {
	hall,
	day: DAY,
	officer: { name: 'Andi Nurhaliza', username: 'andi.nurhaliza' },
	agency: {
		id: 'disdukcapil' as AgencyId,
		shortName: 'Disdukcapil',
		name: 'Dinas Kependudukan',
		zone: 1 as ZoneNumber,
	},
	counter: {
		number: 5 as CounterNumber,
		queues: [
			{ id: C, prefix: 'C', name: 'Perekaman, KTP-el, IKD, dan KIA' },
			{ id: D, prefix: 'D', name: 'Kartu Keluarga, Akta, dan Pindah Datang' },
		],
	},
	shift: { since: AT - 100 * MINUTE, pause: null },
	now: null,
	lastCall: 4100 as Rev,
	line: shortLine,
	waiting: shortLine.length,
	parked: [],
	missed: [],
	undo: null,
	today: {
		called: 14,
		served: 12,
		noShow: 1,
		medianServiceMs: 6 * MINUTE + 20 * SECOND,
		medianWaitMs: 11 * MINUTE,
	},
	printers: [kiosk1, kiosk2],
	mute: [],
	kiosksAway: [],
	services,
};

const called: AtCounter = {
	ticketId: 12 as TicketId,
	visitId: 912 as VisitId,
	rev: 4101 as Rev,
	number: 'C-012',
	headStart: null,
	state: 'called',
	service: KTP,
	issuedAt: AT - 24 * MINUTE,
	calledAt: AT - 38 * SECOND,
	calls: 1,
	startedAt: null,
	parkedMs: 0,
	also: [],
	slip: { state: 'printed', fault: null },
	heard: { at: AT - 32 * SECOND, silent: [] },
	waitsIn: 'Ruang laktasi',
};
const serving: AtCounter = {
	...called,
	number: 'D-007',
	headStart: 'pregnant',
	state: 'serving',
	service: LAHIR,
	calledAt: AT - 19 * MINUTE,
	startedAt: AT - 18 * MINUTE,
	calls: 2,
	also: [
		{
			agency: 'BPJS Kesehatan',
			service: 'Perubahan data / faskes / aktivasi ulang',
			queueId: 'bpjskes/U' as QueueId,
		},
		{ agency: 'Bank Sulselbar', service: 'Pembayaran pajak, retribusi, PNBP', queueId: 'bank/X' as QueueId },
	],
	slip: { state: 'failed', fault: 'paper_out' },
	waitsIn: null,
};
const parked: readonly LineItem[] = [
	item('C-009', KTP, 52, { state: 'parked', since: AT - 11 * MINUTE, parkReason: 'copies' }),
	item('D-004', LAHIR, 70, { state: 'parked', since: AT - 4 * MINUTE, parkReason: 'documents' }),
];
const missed: readonly LineItem[] = [
	item('C-011', IKD, 33, { state: 'missed', since: AT - 8 * MINUTE, headStart: 'elderly', waitsIn: 'Ruang laktasi' }),
	item('C-010', KTP, 40, { state: 'missed', since: AT - 13 * MINUTE, elsewhere: true }),
];

/** The desk's situations, as the gallery names them. */
export const VIEWS = {
	idle,
	empty: { ...idle, line: [], waiting: 0 },
	called: { ...idle, now: called },
	serving: { ...idle, now: serving, line: longLine, waiting: 124 },
	paused: {
		...idle,
		shift: { ...idle.shift, pause: { reason: 'Istirahat makan', since: AT - 12 * MINUTE } },
	},
	undo: {
		...idle,
		missed: missed.slice(0, 1),
		undo: { rev: 4102 as Rev, number: 'C-012', kind: 'missed', as: null, ended: null, until: AT + 7 * SECOND },
	},
	parked: { ...idle, parked, missed },
} as const satisfies Readonly<Record<string, ConsoleView>>;

/** The same desk after a call that no board has spoken. */
export const SILENT = {
	unspoken: {
		...idle,
		now: { ...called, heard: { at: null, silent: [{ board: 'TV Zona 2', why: 'late' }] } },
	},
	/** As long as it gets. */
	mute: {
		...idle,
		now: {
			...called,
			...{ number: 'AB-1012', calls: 3, headStart: 'elderly' },
			heard: {
				at: null,
				silent: [
					{ board: 'Televisi ruang tunggu utama lantai dua sisi timur · 12', why: 'none' },
					{ board: 'TV Zona 3', why: 'locked' },
				],
			},
		},
	},
} as const satisfies Readonly<Record<string, ConsoleView>>;

/** The same desk while printers of the hall need somebody. */
export const PRINTERS = {
	trouble: { ...VIEWS.serving, printers: [printer(1, 'paper_out'), kiosk2] },
	troubles: { ...VIEWS.called, printers: [printer(1, 'unreachable'), printer(2, 'cover_open')] },
	nearEnd: { ...idle, printers: [kiosk1, printer(2, 'near_end')] },
	kioskAway: { ...VIEWS.serving, kiosksAway: [{ kiosk: 'Kios pintu utama', since: AT - 4 * MINUTE }] },
} as const satisfies Readonly<Record<string, ConsoleView>>;

const spread = (count: number, minutes: number): Spread =>
	count === 0
		? { count, mean: null, median: null, p90: null, max: null }
		: {
				count,
				mean: minutes * 1.1 * MINUTE,
				median: minutes * MINUTE,
				p90: minutes * 2.4 * MINUTE,
				max: minutes * 4.1 * MINUTE,
			};

function reportRow(key: string, name: string, issued: number, openNow: number): ReportRow {
	const noShow = Math.round(issued * 0.05);
	const cancelled = Math.round(issued * 0.01);
	const served = issued - noShow - cancelled - openNow;
	return {
		key,
		name,
		issued,
		served,
		noShow,
		cancelled,
		expired: 0,
		open: openNow,
		transferred: Math.round(issued * 0.03),
		wait: spread(issued - openNow, 7 + (issued % 9)),
		walk: spread(served, 0.8),
		service: spread(served, 5 + (issued % 6)),
	};
}

const NAMES: Readonly<Record<ReportGroup, readonly string[]>> = {
	agency: [
		'DPMPTSP',
		'Disdukcapil',
		'Bapenda',
		'Polres Palopo',
		'Samsat',
		'Imigrasi',
		'BPJS Kesehatan',
		'Pengelola MPP',
	],
	service: [
		'Pendampingan OSS: Nomor Induk Berusaha (NIB) UMK',
		'Surat Izin Praktik (SIP) Dokter/Dokter Gigi',
		'KTP-el hilang, rusak, atau perubahan data',
		'Akta kelahiran',
		'SKCK baru',
		'Paspor RI baru/penggantian',
	],
	queue: ['A · Perizinan Berusaha (OSS)', 'C · Perekaman, KTP-el, IKD, dan KIA', 'M · SKCK dan Sidik Jari'],
	counter: ['Loket 1', 'Loket 2', 'Loket 5', 'Loket 6', 'Loket 18'],
	hour: ['08.00', '09.00', '10.00', '11.00', '12.00', '13.00', '14.00', '15.00'],
};
const ARRIVALS = [61, 88, 74, 55, 22, 48, 41, 23];
const add = (rows: readonly ReportRow[]): ReportRow => {
	const sum = (count: 'issued' | 'served' | 'noShow' | 'cancelled' | 'expired' | 'open' | 'transferred'): number =>
		rows.reduce((all, row) => all + row[count], 0);
	return {
		key: 'total',
		name: '',
		issued: sum('issued'),
		served: sum('served'),
		noShow: sum('noShow'),
		cancelled: sum('cancelled'),
		expired: sum('expired'),
		open: sum('open'),
		transferred: sum('transferred'),
		wait: spread(sum('issued') - sum('open'), 9),
		walk: spread(sum('served'), 0.8),
		service: spread(sum('served'), 6.4),
	};
};
const hours = NAMES.hour.map((name, place) => reportRow(name, name, ARRIVALS[place] ?? 0, place > 6 ? 9 : 0));
const total = add(hours);
const rowsOf = (group: ReportGroup): readonly ReportRow[] =>
	group === 'hour'
		? hours
		: NAMES[group].map((name, place) => reportRow(name, name, Math.round(total.issued / (place + 2)), place % 4));

export const REPORT: Report = {
	hall,
	from: DAY,
	to: DAY,
	madeAt: AT,
	numbers: 398,
	lent: {
		lent: 440,
		given: 23,
		returned: 207,
		held: 203,
		missing: [{ kiosk: 'Kios 2', day: DAY, from: 'A-903', to: 'A-909', count: 7, why: 'away' }],
	},
	total,
	groups: {
		agency: rowsOf('agency'),
		service: rowsOf('service'),
		queue: rowsOf('queue'),
		counter: rowsOf('counter'),
		hour: hours,
	},
	categories: { permit: reportRow('permit', '', 97, 2), non_permit: reportRow('non_permit', '', total.issued - 97, 7) },
	checks: [
		{ group: 'total', holds: true },
		{ group: 'category', holds: true },
		...REPORT_GROUPS.map((group) => ({ group, holds: group !== 'counter' })),
	],
};
export const EMPTY_REPORT: Report = {
	...REPORT,
	total: add([]),
	groups: { agency: [], service: [], queue: [], counter: [], hour: [] },
	categories: { permit: add([]), non_permit: add([]) },
};
export const COUNTERS = [
	{ number: 1 as CounterNumber, agency: 'DPMPTSP' },
	{ number: 5 as CounterNumber, agency: 'Disdukcapil' },
	{ number: 18 as CounterNumber, agency: 'Polres Palopo' },
];
