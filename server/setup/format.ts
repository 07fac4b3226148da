// The shape of a hall file: JSON with Indonesian keys, as people who run an MPP write it. Only what the program uses is
// named here; any other key is allowed, kept as it is, and given back by an export.

import * as z from 'zod';
import { readDay, readMinute, TIME_ZONES, type TimeZone } from '../../shared/day.ts';
import { AGENCY_KINDS } from '../../shared/hall.ts';
import { isPrefix } from '../../shared/number.ts';
import { MOST_NOTE } from '../../shared/slip.ts';
import { DESK_WORDS } from '../../shared/speech.ts';
import { isLanguageCode } from '../../shared/words/regional.ts';
import { fault } from './sentences.ts';

/** In the order of `Weekday`: 0 is Sunday. */
export const DAY_NAMES = ['minggu', 'senin', 'selasa', 'rabu', 'kamis', 'jumat', 'sabtu'] as const;
export const CATEGORY_CODES = ['LANSIA', 'DISABILITAS', 'HAMIL', 'MENYUSUI', 'ANAK', 'KORBAN_BENCANA'] as const;
export const NUMBER_PATTERN = /^\{prefix\}-\{nomor:0([1-5])d\}$/;

export const BLOCK_NAMES = [
	'logo',
	'aula',
	'nomor',
	'tujuan',
	'persyaratan',
	'pesan',
	'qr',
	'wifi',
	'waktu',
	'pengaduan',
] as const;
/** In the order of SCHOOLS. */
export const SCHOOL_NAMES = ['dengan_nol', 'tanpa_nol', 'per_angka'] as const;

/** In the order of NOTICE_KINDS. */
export const NOTICE_NAMES = ['penutupan', 'salat', 'gratifikasi', 'sendiri'] as const;
/** In the order of NIGHTS. */
export const NIGHT_NAMES = ['nyala', 'redup', 'gelap'] as const;

export const LOGO_PATTERN = /^data:image\/png;base64,(iVBORw0KGgo[A-Za-z0-9+/]+={0,2})$/;

export const LONGEST_NAME = 120;
const LONGEST_TEXT = 500;
/** One that still has room in the foot of a board. */
const LONGEST_NOTICE = 300;
/** Control characters, halves of characters, and marks that turn the direction of writing: none can stand on a screen or slip. */
export const WEB_ADDRESS = /^https?:\/\/[^\s/]+\.[^\s]+$/;
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;
/** Indonesian and English every kiosk has. */
const isRegional = (code: string): boolean => isLanguageCode(code) && code !== 'id' && code !== 'en';
export const isPrintable = (text: string): boolean => !UNPRINTABLE.test(text);

const mayBeEmpty = (most: number) => z.string().max(most).refine(isPrintable, { error: fault.control });
const line = (most: number) => mayBeEmpty(most).refine((text) => text.trim() !== '', { error: fault.empty });
const name = line(LONGEST_NAME);
const text = line(LONGEST_TEXT);
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, { error: fault.id });
const prefix = z.string().refine(isPrefix, { error: fault.prefix });
const time = z.string().refine((written) => readMinute(written) !== null, { error: fault.time });
const date = z.string().refine((written) => readDay(written) !== null, { error: fault.date });
const whole = (least: number, most: number) => z.int().min(least).max(most);

const pause = z.looseObject({ mulai: time, selesai: time, alasan: name.optional() });
const weekday = z.looseObject({
	hari: z.enum(DAY_NAMES),
	buka: time,
	tutup: time,
	/** One break may be written in these three, several in `jeda`. */
	jedaMulai: time.nullish(),
	jedaSelesai: time.nullish(),
	alasanJeda: name.nullish(),
	jeda: z.array(pause).optional(),
});
const holiday = z.looseObject({ tanggal: date, nama: name });
const special = z.looseObject({
	tanggal: date,
	buka: time,
	tutup: time,
	alasan: name,
	jeda: z.array(pause).optional(),
});

const schedule = z.looseObject({
	mingguan: z.array(weekday).min(1),
	cutoffMenit: whole(0, 1440).optional(),
	/** A plain sentence about holidays is a remark; the program only knows those that are listed. */
	libur: z.union([z.string(), z.array(holiday)]).optional(),
	bukaKhusus: z.array(special).optional(),
});

/** How slips are laid out: `bagian` from the top; `logo` is a PNG as a data address. */
export const slipEntry = z.looseObject({
	bagian: z.array(z.enum(BLOCK_NAMES)).optional(),
	salinan: z.boolean().optional(),
	logo: z.string().regex(LOGO_PATTERN, { error: fault.logo }).nullish(),
	wifi: z.looseObject({ nama: line(32), sandi: z.string().nullish() }).nullish(),
	catatan: mayBeEmpty(MOST_NOTE).optional(),
});

/** How calls are spoken: `bacaan` of the digits, what a desk is called, English too, names, repeat and loudness. */
export const voiceEntry = z.looseObject({
	bacaan: z.enum(SCHOOL_NAMES).optional(),
	meja: z.enum(DESK_WORDS).optional(),
	inggris: z.boolean().optional(),
	namaInstansi: z.boolean().optional(),
	/** Seconds after the last word; 0: calls are not repeated. */
	ulangDetik: whole(0, 60).optional(),
	/** Percent. */
	volume: whole(0, 100).optional(),
	/** Another percentage at these hours of every day. */
	volumeJam: z
		.array(z.looseObject({ mulai: time, selesai: time, volume: whole(0, 100) }))
		.max(20)
		.optional(),
	/** Shown, not spoken: azan, a ceremony. */
	jamTenang: z
		.array(z.looseObject({ mulai: time, selesai: time }))
		.max(20)
		.optional(),
});

const announcement = z.looseObject({
	/** Also the name of its recording: "notice-<id>". */
	id,
	jenis: z.enum(NOTICE_NAMES),
	/** Only of a notice in the hall's own words. */
	teks: line(LONGEST_NOTICE).optional(),
	/** Either at these times, on these days (every day, where none is named), or so long before closing. */
	pukul: z.array(time).min(1).max(24).optional(),
	hari: z.array(z.enum(DAY_NAMES)).min(1).optional(),
	menitSebelumTutup: whole(0, 240).optional(),
});
/** What boards show and announce besides calls. */
export const boardEntry = z.looseObject({
	maklumat: mayBeEmpty(LONGEST_NOTICE).optional(),
	fasilitas: z.array(line(LONGEST_NOTICE)).max(30).optional(),
	/** Where visitors may wait out of sight of the boards. */
	ruangTunggu: z
		.array(z.looseObject({ id, nama: line(60) }))
		.max(12)
		.optional(),
	pengumuman: z.array(announcement).max(40).optional(),
	/** Says aloud that a desk pauses or closes. */
	ucapIstirahat: z.boolean().optional(),
	/** What boards are while the hall is closed. */
	malam: z.enum(NIGHT_NAMES).optional(),
	/** A QR code by which a phone opens the board. */
	ponsel: z.boolean().optional(),
});

const headStart = whole(0, 1440).optional();
const hall = z.looseObject({
	nama: name,
	kota: name,
	provinsi: name,
	zonaWaktu: z.enum(Object.keys(TIME_ZONES) as [TimeZone, ...TimeZone[]], { error: fault.timeZone }),
	singkatanWaktu: z.string().optional(),
	/** Says "contoh" on every screen, and lets a browser on the server's machine become any screen. */
	contoh: z.boolean().optional(),
	teksBerjalan: mayBeEmpty(LONGEST_TEXT).optional(),
	pengaduan: mayBeEmpty(LONGEST_NAME).optional(),
	/** Give numbers only where an officer has signed on today. */
	perluPetugas: z.boolean().optional(),
	karcis: slipEntry.optional(),
	suara: voiceEntry.optional(),
	papan: boardEntry.optional(),
	/** Minutes by which each is counted as having come earlier; LANJUTAN: sent on from another counter. */
	majuMenit: z
		.strictObject({
			LANSIA: headStart,
			DISABILITAS: headStart,
			HAMIL: headStart,
			MENYUSUI: headStart,
			ANAK: headStart,
			KORBAN_BENCANA: headStart,
			LANJUTAN: headStart,
		})
		.optional(),
	toleransiTerlambatMenit: whole(0, 1440).optional(),
	/** "Saya mau mengurus …": occasions of life with the services they need. */
	panduan: z
		.array(z.looseObject({ nama: name, layanan: z.array(id).min(1).max(8) }))
		.max(40)
		.optional(),
	/** Languages of the kiosk besides Indonesian and English, each from a file of that name: "jv". */
	bahasaDaerah: z
		.array(z.string().refine(isRegional, { error: fault.language }))
		.max(3)
		.optional(),
	formatNomor: z
		.looseObject({
			pola: z.string().regex(NUMBER_PATTERN, { error: fault.pattern }).optional(),
			reset: z.literal('harian', { error: fault.reset }).optional(),
		})
		.optional(),
	jadwal: schedule,
	zona: z.array(z.looseObject({ nomor: whole(1, 99), nama: name })).min(1),
	kategoriPrioritas: z.array(z.looseObject({ kode: z.enum(CATEGORY_CODES), nama: name })).optional(),
});

const queue = z.looseObject({ prefix, nama: name });
const counter = z.looseObject({
	nomor: whole(1, 999),
	/** The first of `antrean`, named once more for the reader. */
	antreanUtama: z.string().optional(),
	/** Prefixes, in the order in which this counter helps. */
	antrean: z.array(z.string()),
	prioritas: z.boolean().optional(),
	keterangan: text.nullish(),
});
const service = z.looseObject({
	id,
	nama: name,
	jenis: z.enum(['perizinan', 'non_perizinan']),
	antrean: z.string(),
	waktuLoketMenit: whole(1, 480),
	jangkaWaktuPenyelesaian: z
		.looseObject({ nilai: whole(1, 1000), satuan: z.enum(['hari_kerja', 'hari', 'jam', 'menit']) })
		.nullish(),
	persyaratan: z.array(text),
	biaya: z.looseObject({ nominal: whole(0, 1_000_000_000).nullable(), teks: text }),
	produk: text,
	prosedur: z.array(text).max(30).optional(),
	pengaduan: line(LONGEST_TEXT).nullish(),
	/** Where the service can be had without coming. */
	daring: z.string().max(200).regex(WEB_ADDRESS, { error: fault.webAddress }).nullish(),
	/** Other words by which people look for it. */
	kataKunci: z.array(name).max(30).optional(),
});
const agency = z.looseObject({
	id,
	singkatan: line(40),
	nama: name,
	jenis: z.enum(AGENCY_KINDS),
	zona: whole(1, 99),
	antrean: z.array(queue),
	loket: z.array(counter),
	layanan: z.array(service),
	hariLayanan: z.array(z.enum(DAY_NAMES)).min(1).nullish(),
	kuotaHarian: whole(1, 100_000).nullish(),
	batasBerkas: time.nullish(),
});

/** Nothing is converted and nothing added by reading: after the check the file itself is used, with its keys in order. */
export const hallFile = z.looseObject({ aula: hall, instansi: z.array(agency).min(1) }, { error: fault.notAFile });

export type HallFile = z.infer<typeof hallFile>;
export type HallEntry = HallFile['aula'];
export type ScheduleEntry = HallEntry['jadwal'];
export type VoiceEntry = z.infer<typeof voiceEntry>;
export type BoardEntry = z.infer<typeof boardEntry>;
export type SlipEntry = z.infer<typeof slipEntry>;
export type ZoneEntry = HallEntry['zona'][number];
export type AgencyEntry = HallFile['instansi'][number];
export type QueueEntry = AgencyEntry['antrean'][number];
export type CounterEntry = AgencyEntry['loket'][number];
export type ServiceEntry = AgencyEntry['layanan'][number];
