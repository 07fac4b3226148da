// Situations of the demo hall as a board is shown them: before opening, a quiet morning, a busy one, six calls at once.
// For the gallery and the tests; nothing here is part of the program.

import { type BoardLayout, plainLayout } from '../shared/board.ts';
import { type Day, instantOf } from '../shared/day.ts';
import {
	type AgencyId,
	type CounterNumber,
	type Instant,
	type Rev,
	type RoomId,
	SECOND,
	type ZoneNumber,
} from '../shared/id.ts';
import type { State } from '../shared/ticket.ts';
import type { AgencyFacts, BoardCall, BoardInfo, BoardView } from '../shared/views.ts';

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
		desk: 'loket',
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
	voice: { repeatAfterMs: 8 * SECOND, volume: 1, quiet: false, school: 'with_zeros', english: false },
	calls,
	agencies: NAMES.map((name, index) => {
		const last = calls.find((it) => it.agency.id === agencies[name].id);
		const current = last?.number ?? null;
		return { ...agencies[name], waiting: waiting(name, index), current, currentState: last?.state ?? null };
	}),
	counters: DESKS.map((name, index) => {
		const number = (index + 1) as CounterNumber;
		const state = breaks.includes(number) ? 'break' : closed.includes(number) ? 'closed' : 'open';
		const serving = calls.find((it) => it.counter === number && it.state === 'serving')?.number ?? null;
		const reason = state === 'break' ? 'Istirahat' : null;
		return { number, agencyId: agencies[name].id, state, reason, serving, instead: [] };
	}),
});

const inZone = (view: BoardView, number: number, name: string): BoardView => {
	const ours = view.agencies.filter((it) => it.zone === number);
	const ids = new Set(ours.map((it) => it.id));
	return {
		...view,
		zone: { number: number as ZoneNumber, name },
		place: name,
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

/** So many calls of the last seconds, of counters all over the hall. */
const callsAtOnce = (count: number): readonly BoardCall[] =>
	Array.from({ length: count }, (_, index) => {
		const counter = ((index * 7) % DESKS.length) + 1;
		const letter = String.fromCharCode('A'.charCodeAt(0) + NAMES.indexOf(DESKS[counter - 1] ?? 'mpp'));
		return call(5_000 - index, 1 + index / 4, `${letter}-${String(100 + index)}`, counter, 'called');
	});

const atOnce = (calls: readonly BoardCall[]): BoardView =>
	hall({ calls, breaks: [], closed: [30], waiting: (_, index) => (index * 5 + 1) % 13, runningText: LONG_TEXT });

export const oneView = atOnce([...callsAtOnce(1), ...busyCalls.slice(1).filter((it) => it.state !== 'called')]);
export const thirtyView = atOnce(callsAtOnce(30));

/** Thirty people are called by one agency; the strip and the table still speak of all the others. */
export const dominantView: BoardView = atOnce([
	...Array.from({ length: 30 }, (_, index) => ({
		...call(6_000 - index, 1 + index, `D-${String(130 - index)}`, 5 + (index % 5), 'called'),
		agency: agencies.disdukcapil,
	})),
	...busyCalls,
]);

/** A hall of so many agencies, their names among the longest that halls have. */
export function agenciesView(count: number): BoardView {
	const many = Array.from({ length: count }, (_, index) => {
		const name = NAMES[index % NAMES.length] ?? 'mpp';
		const facts = busyView.agencies.find((it) => it.id === agencies[name].id);
		const id = `${name}-${index}` as AgencyId;
		return {
			...agencies[name],
			id,
			zone: (1 + Math.floor(index / 8)) as ZoneNumber,
			waiting: index,
			...{ current: facts?.current ?? null, currentState: facts?.currentState ?? null },
		};
	});
	const counters = many.map(({ id }, index) => ({
		...{
			number: (index + 1) as CounterNumber,
			agencyId: id,
			state: index % 9 === 4 ? ('break' as const) : ('open' as const),
		},
		...{ reason: null, serving: null, instead: [] },
	}));
	return { ...busyView, agencies: many, counters };
}

/** Prefixes of two letters and four digits, everywhere. */
export const wideView: BoardView = {
	...busyView,
	calls: busyView.calls.map((it, index) => ({ ...it, number: `MW-${1234 + index}` })),
	agencies: busyView.agencies.map((it, index) => ({
		...it,
		...{ current: `MW-${1234 + index}`, currentState: it.currentState ?? 'closed' },
	})),
};

/** The widest letter on top and in the list. */
export const widestView: BoardView = {
	...sixView,
	calls: sixView.calls.map((it, index) => ({ ...it, number: index === 0 ? 'M-008' : `W-00${index}` })),
};

/** A name as halls have them. */
export const longNameView: BoardView = {
	...sixView,
	hall: { ...sixView.hall, name: 'Mal Pelayanan Publik Kabupaten Penukal Abab Lematang Ilir' },
};

/** One board laid out in each way; `view` is what its hall would show. */
export const laidOut = (view: BoardView, layout: Partial<BoardLayout>, more: Partial<BoardView> = {}): BoardView => ({
	...view,
	layout: { ...view.layout, ...layout },
	...more,
});

const SERVICE_INFO: BoardInfo = {
	...{ kind: 'service', agency: 'Dinkes', service: 'Surat Izin Praktik (SIP) Dokter atau Dokter Gigi', fee: 'Gratis' },
	requirements: [
		'KTP-el',
		'Ijazah',
		'Surat Tanda Registrasi (STR) yang masih berlaku',
		'Surat keterangan sehat dari dokter',
		'Rekomendasi organisasi profesi',
		'Surat keterangan dari fasilitas pelayanan kesehatan',
		'Pasfoto berwarna 4x6, dua lembar',
		'Surat izin dari atasan langsung bagi pegawai',
		'NPWP (bila ada)',
	],
	completion: { value: 3, unit: 'hari_kerja' },
};
const PLEDGE_INFO: BoardInfo = {
	kind: 'pledge',
	text: 'Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan sesuai standar pelayanan yang telah ditetapkan, dan apabila tidak menepati janji ini, kami siap menerima sanksi sesuai peraturan perundang-undangan yang berlaku.',
};
const FACILITIES_INFO: Extract<BoardInfo, { readonly kind: 'facilities' }> = {
	kind: 'facilities',
	items: [
		'Musala di lantai 2',
		'Ruang laktasi',
		'Tempat bermain anak',
		'Toilet ramah penyandang disabilitas',
		'Pojok baca',
	],
};

export const serviceSide = (view: BoardView): BoardView => laidOut(view, { side: 'info' }, { info: SERVICE_INFO });
export const pledgeSide = (view: BoardView): BoardView => laidOut(view, { side: 'info' }, { info: PLEDGE_INFO });
const MANY_FACILITIES: BoardInfo = {
	kind: 'facilities',
	items: [
		...FACILITIES_INFO.items,
		...['Kursi roda di pintu utama', 'Mesin ATM', 'Fotokopi, loket 32', 'Isi ulang baterai ponsel', 'Air minum'],
		...['Kotak P3K di meja informasi', 'Kantin', 'Parkir untuk pengguna kursi roda di depan pintu utama'],
	],
};
export const manyFacilitiesSide = (view: BoardView): BoardView =>
	laidOut(view, { side: 'info' }, { info: MANY_FACILITIES });
export const facilitiesSide = (view: BoardView): BoardView =>
	laidOut(view, { side: 'info' }, { info: FACILITIES_INFO });

/** Of a room: three who wait there are called. */
export const roomView = (count: number): BoardView => {
	const calls = callsAtOnce(count).map((it) => ({ ...it, waitsIn: 'Ruang laktasi' }));
	const scope = { kind: 'room', room: 'laktasi' as RoomId } as const;
	return laidOut(busyView, { scope }, { calls, agencies: [], counters: [], place: 'Ruang laktasi' });
};

/** Above the desk of one counter. */
export function deskView(
	state: 'called' | 'serving' | 'ready' | 'break' | 'alone' | 'closed',
	number: string,
): BoardView {
	const counter = 7 as CounterNumber;
	const fate = state === 'called' || state === 'serving' ? state : 'closed';
	const others = [8, 9, 10] as CounterNumber[];
	return laidOut(
		busyView,
		{ scope: { kind: 'counter', counter } },
		{
			place: 'Loket 7',
			calls: [call(7_000, 3, number, counter, fate)],
			agencies: busyView.agencies.filter((it) => it.id === agencies.disdukcapil.id),
			counters: [
				{
					...{ number: counter, agencyId: agencies.disdukcapil.id, reason: null, serving: null },
					state: state === 'closed' ? 'closed' : state === 'break' || state === 'alone' ? 'break' : 'open',
					instead: state === 'break' || state === 'closed' ? [{ prefix: 'D', counters: others }] : [],
				},
			],
		},
	);
}
