// Slips of a hall in Palopo for the tests of composing: named situations as literals, without a store.

import { type Day, instantOf } from '../../../../shared/day.ts';
import type { CounterNumber, Instant, ZoneNumber } from '../../../../shared/id.ts';
import { DEFAULT_LAYOUT, type SlipLayout } from '../../../../shared/slip.ts';
import type { Slip, SlipHall, SlipPlace, TestSlip } from '../slip.ts';
import { EMBLEM } from './logo.ts';

const ZONE = 'Asia/Makassar';
/** Friday, 9 January 2026, 09.14 in Palopo. */
export const MORNING: Instant = instantOf('2026-01-09' as Day, 9 * 60 + 14, ZONE);
export const ADDRESS = 'http://192.168.1.10:3000/t/4fG0aXh2Tq9LkZ7mVbN1Cw';

export const hall: SlipHall = {
	name: 'Mal Pelayanan Publik Kota Palopo',
	city: 'Palopo',
	timeZone: ZONE,
	demo: false,
	complaintLine: 'WA 0811-0000-0000',
	desk: 'loket',
	layout: DEFAULT_LAYOUT,
};
export const laidOut = (change: Partial<SlipLayout>): SlipHall => ({
	...hall,
	layout: { ...DEFAULT_LAYOUT, ...change },
});

const counters = (...numbers: readonly number[]): readonly CounterNumber[] => numbers.map((it) => it as CounterNumber);

export const ktp: SlipPlace = {
	agency: 'Dinas Kependudukan dan Pencatatan Sipil',
	service: 'Perekaman KTP elektronik',
	ahead: 3,
	wait: { fromMinutes: 10, toMinutes: 25, basis: 'history' },
	counters: counters(5, 6),
	zone: 1 as ZoneNumber,
	requirements: ['Kartu Keluarga (asli)', 'Surat pengantar dari kelurahan, bila alamat di KTP berbeda', 'KTP lama'],
};
export const skck: SlipPlace = {
	agency: 'Kepolisian Resor Palopo',
	service: 'Surat Keterangan Catatan Kepolisian (SKCK) baru',
	ahead: 0,
	wait: { fromMinutes: 0, toMinutes: 0, basis: 'history' },
	counters: counters(9),
	zone: 3 as ZoneNumber,
	requirements: ['Fotokopi KTP', 'Pasfoto 4 x 6 latar merah, 6 lembar'],
};

export const single: Slip = {
	hall,
	number: 'C-012',
	takenAt: MORNING,
	priority: false,
	places: [ktp],
	address: ADDRESS,
	reprintedAt: null,
};
export const several: Slip = {
	...single,
	hall: { ...hall, demo: true },
	number: 'S-007',
	priority: true,
	places: [skck, { ...ktp, ahead: 12, wait: null }],
};
export const reprint: Slip = { ...single, reprintedAt: (MORNING + 26 * 60_000) as Instant };

export const trial: TestSlip = {
	hall: laidOut({ logo: EMBLEM }),
	printer: 'Kios 1',
	profile: 'Epson TM-T82',
	at: MORNING,
};

/** Everything that a layout can hold. */
export const full: Slip = {
	...single,
	hall: laidOut({
		blocks: [
			...(['logo', 'hall', 'number', 'places', 'requirements', 'advice'] as const),
			...(['qr', 'wifi', 'time', 'complaint'] as const),
		],
		logo: EMBLEM,
		wifi: { name: 'MPP Palopo', password: 'antre;2026' },
		note: 'Buka Senin-Jumat pukul 08.00-15.00 WITA',
	}),
};
export const twoCopies: Slip = {
	...full,
	hall: { ...full.hall, layout: { ...full.hall.layout, copies: 2, logo: null } },
};

/** Names as they come out of other people's tables: letters no clone has, right to left, emoji, and bytes that command. */
export const strange: Slip = {
	...single,
	hall: { ...hall, name: 'Grha Pelayanan “Lagaligo”', city: 'Kota Palopo', complaintLine: 'WA 0811\u202e0000\u202c ☎' },
	places: [
		{
			...ktp,
			agency: 'Kantor Urusan Agama مكتب الشؤون الدينية 🕌',
			service: 'Pencatatan nikah – Hé, ŝangat Łama \x1bp\x00\x19\xfa\x10\x14\x01 “Žižek & Ñuñez”',
			counters: [],
		},
	],
};
