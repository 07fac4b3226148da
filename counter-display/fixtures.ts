// Situations of the demo hall as a board is shown them: before opening, a quiet morning, a busy one, six calls at once.
// For the gallery and the tests; nothing here is part of the program.

import { plainLayout } from '../shared/board.ts';
import { type Day, instantOf } from '../shared/day.ts';
import { type AgencyId, type CounterNumber, type Instant, type Rev, SECOND, type ZoneNumber } from '../shared/id.ts';
import type { State } from '../shared/ticket.ts';
import type { AgencyFacts, BoardCall, BoardView } from '../shared/views.ts';

const DAY = '2026-11-23' as Day;
/** 09.14 in the hall. */
export const AT: Instant = instantOf(DAY, 9 * 60 + 14, 'Asia/Makassar');

const agency = (zone: number, id: string, shortName: string, name: string): AgencyFacts => ({
	...{ id: id as AgencyId, shortName, name, zone: zone as ZoneNumber },
});

export const agencies = {
	dpmptsp: agency(1, 'dpmptsp', 'DPMPTSP', 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu'),
	disdukcapil: agency(1, 'disdukcapil', 'Disdukcapil', 'Dinas Kependudukan dan Pencatatan Sipil'),
	bapenda: agency(2, 'bapenda', 'Bapenda', 'Badan Pendapatan Daerah'),
	dinkes: agency(2, 'dinkes', 'Dinkes', 'Dinas Kesehatan'),
	dinsos: agency(2, 'dinsos', 'Dinsos', 'Dinas Sosial'),
	disnaker: agency(2, 'disnaker', 'Disnaker', 'Dinas Tenaga Kerja'),
	pupr: agency(2, 'pupr', 'PUPR', 'Dinas Pekerjaan Umum dan Penataan Ruang'),
	dlh: agency(2, 'dlh', 'DLH', 'Dinas Lingkungan Hidup'),
	koperindag: agency(2, 'koperindag', 'Diskopdag', 'Dinas Koperasi, UKM, dan Perdagangan'),
	polres: agency(3, 'polres', 'Polres Palopo', 'Kepolisian Resor Palopo (SKCK dan sidik jari)'),
	samsat: agency(3, 'samsat', 'Samsat', 'UPT Pendapatan Wilayah Palopo (Samsat)'),
	imigrasi: agency(3, 'imigrasi', 'Imigrasi', 'Kantor Imigrasi Kelas III Non TPI Palopo'),
	atrbpn: agency(3, 'atrbpn', 'ATR/BPN', 'Kantor Pertanahan Kota Palopo'),
	kpp: agency(3, 'kpp', 'KPP Pratama', 'KPP Pratama Palopo'),
	kemenag: agency(3, 'kemenag', 'Kemenag', 'Kantor Kementerian Agama Kota Palopo'),
	bpjskes: agency(4, 'bpjskes', 'BPJS Kesehatan', 'BPJS Kesehatan Cabang Palopo'),
	bpjstk: agency(4, 'bpjstk', 'BPJS Ketenagakerjaan', 'BPJS Ketenagakerjaan Palopo'),
	pam: agency(4, 'pam', 'PAM TM', 'Perumda Air Minum Tirta Mangkaluku Kota Palopo'),
	bank: agency(4, 'bank', 'Bank Sulselbar', 'Bank Sulselbar (payment point)'),
	mpp: agency(1, 'mpp', 'Pengelola MPP', 'Pusat Informasi, Pengaduan, dan Konsultasi MPP Palopo'),
} as const;
type Name = keyof typeof agencies;
const NAMES = Object.keys(agencies) as readonly Name[];

/** Counters 1 to 32 in the order in which they stand. */
const DESKS: readonly Name[] = [
	...(['dpmptsp', 'dpmptsp', 'dpmptsp', 'dpmptsp'] as const),
	...(['disdukcapil', 'disdukcapil', 'disdukcapil', 'disdukcapil', 'disdukcapil'] as const),
	...(['bapenda', 'bapenda', 'dinkes', 'dinsos', 'disnaker', 'pupr', 'dlh', 'koperindag'] as const),
	...(['polres', 'polres', 'samsat', 'samsat', 'imigrasi', 'atrbpn', 'kpp', 'kemenag'] as const),
	...(['bpjskes', 'bpjskes', 'bpjstk', 'pam', 'bank', 'mpp', 'mpp'] as const),
];

/** A call so many seconds before 09.14. */
const call = (rev: number, ago: number, number: string, counter: number, state: State): BoardCall => ({
	rev: rev as Rev,
	at: AT - ago * SECOND,
	number,
	counter: counter as CounterNumber,
	agency: agencies[DESKS[counter - 1] ?? 'mpp'],
	recall: false,
	state,
	waitsIn: null,
});

interface Hall {
	/** Newest first. */
	readonly calls: readonly BoardCall[];
	/** Which counters are on a break or closed; all others are open. */
	readonly breaks: readonly number[];
	readonly closed: readonly number[];
	/** How many wait, by agency. */
	readonly waiting: (name: Name, index: number) => number;
	readonly runningText: string;
}

const LONG_TEXT =
	'Selamat datang di Mal Pelayanan Publik Kota Palopo. Semua layanan di sini tanpa pungutan di luar tarif resmi. Pengaduan: SP4N-LAPOR! lapor.go.id atau meja informasi, loket 31.';

const hall = ({ calls, breaks, closed, waiting, runningText }: Hall): BoardView => ({
	hall: {
		name: 'Mal Pelayanan Publik Kota Palopo',
		city: 'Palopo',
		timeZone: 'Asia/Makassar',
		demo: true,
		runningText,
		complaintLine: 'SP4N-LAPOR!',
	},
	day: DAY,
	layout: plainLayout(null),
	zone: null,
	place: null,
	night: 'lit',
	opens: null,
	notices: [],
	media: [],
	info: null,
	phone: 'http://192.168.1.10:3000/papan',
	voice: { repeatAfterMs: 8 * SECOND, volume: 1, quiet: false },
	calls,
	agencies: NAMES.map((name, index) => ({
		...agencies[name],
		waiting: waiting(name, index),
		current: calls.find((it) => it.agency.id === agencies[name].id)?.number ?? null,
	})),
	counters: DESKS.map((name, index) => {
		const number = (index + 1) as CounterNumber;
		const state = breaks.includes(number) ? 'break' : closed.includes(number) ? 'closed' : 'open';
		const serving = calls.find((it) => it.counter === number && it.state === 'serving')?.number ?? null;
		return { number, agencyId: agencies[name].id, state, reason: state === 'break' ? 'Istirahat' : null, serving };
	}),
});

const inZone = (view: BoardView, number: number, name: string): BoardView => {
	const ours = view.agencies.filter((it) => it.zone === number);
	const ids = new Set(ours.map((it) => it.id));
	return {
		...view,
		zone: { number: number as ZoneNumber, name },
		calls: view.calls.filter((it) => ids.has(it.agency.id)),
		agencies: ours,
		counters: view.counters.filter((it) => ids.has(it.agencyId)),
	};
};

const every = Array.from({ length: DESKS.length }, (_, index) => index + 1);

export const emptyView = hall({ calls: [], breaks: [], closed: every, waiting: () => 0, runningText: '' });

export const quietView = hall({
	calls: [
		call(412, 900, 'A-001', 1, 'serving'),
		call(409, 1_100, 'C-002', 5, 'closed'),
		call(405, 1_300, 'C-001', 6, 'closed'),
	],
	breaks: [],
	closed: every.filter((it) => it > 9),
	waiting: (_, index) => (index === 1 ? 1 : 0),
	runningText: 'Silakan siapkan KTP-el asli sebelum dipanggil.',
});

const busyCalls = [
	call(2_230, 8, 'A-012', 3, 'called'),
	call(2_226, 31, 'D-041', 7, 'serving'),
	call(2_221, 50, 'M-017', 18, 'called'),
	call(2_215, 66, 'N-033', 21, 'missed'),
	call(2_210, 90, 'U-020', 26, 'serving'),
	call(2_204, 118, 'E-009', 10, 'serving'),
	call(2_190, 150, 'C-058', 5, 'serving'),
	call(2_177, 199, 'W-011', 28, 'closed'),
	call(2_170, 240, 'R-006', 23, 'serving'),
];
export const busyView = hall({
	calls: busyCalls,
	breaks: [2, 11, 27],
	closed: [4, 8, 22, 30],
	waiting: (_, index) => (index * 7 + 3) % 19,
	runningText: LONG_TEXT,
});

export const recallView = hall({
	calls: [{ ...call(2_233, 2, 'A-012', 3, 'called'), recall: true }, ...busyCalls.slice(1)],
	breaks: [2],
	closed: [],
	waiting: () => 4,
	runningText: '',
});

/** A queue of two letters that has given more than 999 numbers: the longest that a board must hold. */
export const longView = hall({
	calls: [call(9_001, 3, 'AB-1024', 32, 'called'), ...busyCalls],
	breaks: [],
	closed: [],
	waiting: () => 132,
	runningText: LONG_TEXT,
});

export const sixView = hall({
	calls: [
		call(3_006, 1, 'S-008', 24, 'called'),
		call(3_005, 1, 'M-018', 19, 'called'),
		call(3_004, 1, 'E-010', 11, 'called'),
		call(3_003, 2, 'D-042', 6, 'called'),
		call(3_002, 2, 'C-059', 5, 'called'),
		call(3_001, 2, 'A-013', 1, 'called'),
		...busyCalls,
	],
	breaks: [],
	closed: [30],
	waiting: (_, index) => (index * 5 + 1) % 13,
	runningText: LONG_TEXT,
});

export const zoneView = inZone(busyView, 2, 'Zona 2 - Perangkat Daerah');
