// A hall's boards as the manager sees them on a busy morning. For the gallery and tests.

import { type BoardLayout, DEFAULT_BOARD, plainLayout } from '../../shared/board.ts';
import type { AgencyId, CounterNumber, DeviceId, MediaId, RoomId, ZoneNumber } from '../../shared/id.ts';
import { DAY_MS, MINUTE, SECOND } from '../../shared/id.ts';
import type { MediaList } from '../../shared/media.ts';
import type { BoardWall } from '../../shared/views.ts';
import { AT } from '../fixtures.ts';
import type { BoardTexts } from './api.ts';
import type { Upload } from './uploads.ts';

const PLAIN = plainLayout(null);
const board = (
	id: number,
	name: string,
	layout: Partial<BoardLayout>,
	rest: Partial<BoardWall['boards'][number]>,
): BoardWall['boards'][number] => ({
	...{ id: id as DeviceId, name, zone: null, layout: { ...PLAIN, ...layout } },
	...{
		sound: 'ready',
		soundSince: AT - 90 * MINUTE,
		connected: 1,
		seenAt: AT,
		lastSpoken: AT - 40 * SECOND,
		lastSilent: null,
	},
	...rest,
});

const layoutChanged = (minutesAgo: number, name: string): BoardWall['changes'][number] => ({
	...{ at: AT - minutesAgo * MINUTE, by: 'Nurhayati', what: 'board layout', board: name },
});

export const WALL: BoardWall = {
	at: AT,
	timeZone: 'Asia/Makassar',
	boards: [
		board(4, 'TV aula timur', { side: 'media', diagonalInch: 55, farthestM: 12 }, {}),
		board(
			5,
			'TV Zona 2',
			{ scope: { kind: 'zone', zone: 2 as ZoneNumber }, diagonalInch: 43, farthestM: 15 },
			{ sound: 'locked', lastSpoken: null, lastSilent: { why: 'locked', at: AT - 3 * MINUTE } },
		),
		board(6, 'Layar loket 5', { scope: { kind: 'counter', counter: 5 as CounterNumber }, speaks: false }, {}),
		board(
			7,
			'Ruang laktasi',
			{ scope: { kind: 'room', room: 'laktasi' as RoomId } },
			{ connected: 0, sound: 'unknown', seenAt: AT - 20 * MINUTE },
		),
		...[12, 13].map((id) =>
			board(id, `Papan contoh · ${id}`, {}, { connected: 0, sound: 'unknown', seenAt: AT - 3 * DAY_MS }),
		),
	],
	changes: [
		...[4, 5, 6, 9].map((ago) => layoutChanged(ago, 'TV aula timur')),
		{ at: AT - 11 * MINUTE, by: 'Nurhayati', what: 'media added', board: null },
		{ at: AT - 12 * MINUTE, by: 'Nurhayati', what: 'board removed', board: 'Papan contoh · 11' },
		...['TV Zona 2', 'Layar loket 5', 'Ruang laktasi'].map((it) => layoutChanged(20, it)),
	],
	signs: 5,
	choices: {
		zones: [
			{ number: 1 as ZoneNumber, name: 'Zona 1: perizinan' },
			{ number: 2 as ZoneNumber, name: 'Zona 2: kependudukan' },
		],
		agencies: [
			{ id: 'dpmptsp' as AgencyId, name: 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu' },
			{ id: 'disdukcapil' as AgencyId, name: 'Dinas Kependudukan dan Pencatatan Sipil' },
		],
		counters: [
			{ number: 1 as CounterNumber, agency: 'DPMPTSP' },
			{ number: 5 as CounterNumber, agency: 'Disdukcapil' },
		],
		rooms: [{ id: 'laktasi' as RoomId, name: 'Ruang laktasi' }],
		desk: 'loket',
	},
};
export const NO_BOARDS: BoardWall = { ...WALL, boards: [] };

export const TEXTS: BoardTexts = {
	runningText: 'Selamat datang. Ambil nomor di kios, lalu tunggu panggilan di layar ini.',
	board: {
		...DEFAULT_BOARD,
		pledge: 'Kami melayani sesuai standar, tanpa biaya di luar tarif resmi.',
		facilities: ['Ruang laktasi, lantai 1', 'Musala, lantai 2', 'Fotokopi dan kantin, sisi barat'],
		rooms: [{ id: 'laktasi' as RoomId, name: 'Ruang laktasi' }],
		notices: [
			{ id: 'tutup', kind: 'closing', text: '', when: { kind: 'before_closing', minutes: 30 } },
			{ id: 'jumat', kind: 'prayer', text: '', when: { kind: 'times', times: [11 * 60 + 45], days: [5] } },
			{
				id: 'parkir',
				kind: 'own',
				text: 'Kendaraan di depan pintu darurat mohon dipindahkan.',
				when: { kind: 'times', times: [9 * 60, 13 * 60], days: null },
			},
		],
	},
};

const picture = (colour: string, text: string): string =>
	`data:image/svg+xml,${encodeURIComponent(
		`<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"><rect width="640" height="360" fill="${colour}"/><text x="320" y="200" font-size="56" fill="white" text-anchor="middle">${text}</text></svg>`,
	)}`;
export const MEDIA: MediaList = {
	at: AT,
	timeZone: 'Asia/Makassar',
	media: [
		{
			...{ id: 1 as MediaId, name: 'jam-layanan.png', kind: 'picture', address: picture('#0b5a52', 'Jam layanan') },
			...{ seconds: 15, bytes: 412_000, addedAt: AT - 60 * MINUTE, addedBy: 'Nurhayati' },
		},
		{
			...{ id: 2 as MediaId, name: 'profil-mpp-2026.mp4', kind: 'video', address: '/gallery-has-no-video.mp4' },
			...{ seconds: 15, bytes: 48_700_000, addedAt: AT - 26 * 60 * MINUTE, addedBy: 'Nurhayati' },
		},
		{
			...{
				id: 3 as MediaId,
				name: 'antigratifikasi.jpg',
				kind: 'picture',
				address: picture('#14202b', 'Tanpa gratifikasi'),
			},
			...{ seconds: 30, bytes: 1_310_000, addedAt: AT - 50 * 60 * MINUTE, addedBy: 'Nurhayati' },
		},
	],
};
export const UPLOADS: readonly Upload[] = [
	{ key: 1, name: 'maklumat.webp', state: { kind: 'done' } },
	{ key: 2, name: 'logo.svg', state: { kind: 'refused', refusal: { code: 'media', fault: 'kind' } } },
	{ key: 3, name: 'video-antrean.mp4', state: { kind: 'sending', percent: 42 } },
	{ key: 4, name: 'denah.jpg', state: { kind: 'waiting' } },
];
