// Sentences of the board in the hall. Read from twenty metres: as few words as will do.

import type { DeskWord } from '../../speech.ts';
import { DESKS } from './common.ts';

const list = (numbers: readonly number[]): string => numbers.join(', ');
/** In the middle of a sentence. */
const desk = (word: DeskWord): string => DESKS[word].toLowerCase();

export const board = {
	title: 'Papan antrean',
	/** Above the large number, by what became of the call. */
	called: 'Nomor dipanggil',
	recalled: 'Panggilan ulang',
	serving: 'Sedang dilayani',
	latest: 'Panggilan terakhir',
	recent: 'Panggilan lainnya',
	noCall: 'Belum ada panggilan',
	/** What a visitor does, step by step, while there is nothing else to show. */
	steps: {
		take: 'Ambil nomor di kios',
		/** For a screen in a room of its own. */
		takeForRoom: (room: string): string => `Ambil nomor di kios, lalu pilih menunggu di ${room}`,
		wait: 'Tunggu sampai nomor Anda tampil di sini',
		go: (word: DeskWord): string => `Datang ke ${desk(word)} yang tertulis`,
	},
	/** Beside the speaker's sign, for those who do not see it: this number is being spoken. */
	spokenNow: 'Sedang disebut',
	noRecent: 'Belum ada panggilan lain',
	waiting: (people: number): string => (people === 0 ? 'tidak ada antrean' : `${people} menunggu`),
	/** Names the strip for those who do not see it. */
	strip: 'Antrean tiap instansi',
	noNumber: 'belum ada',
	onBreak: (counters: readonly number[], word: DeskWord): string => `${DESKS[word]} ${list(counters)} istirahat`,
	closed: (counters: readonly number[], word: DeskWord): string => `${DESKS[word]} ${list(counters)} tutup`,
	allClosed: (word: DeskWord): string => `Semua ${desk(word)} tutup`,
	zone: (number: number): string => `Zona ${number}`,
	page: (page: number, pages: number): string => `${page} dari ${pages}`,
	unlockSound: 'Sentuh layar atau tekan OK untuk suara',
	noSound: 'Layar ini tidak dapat mengeluarkan suara',
	muted: 'Suara layar ini dimatikan',
	connecting: 'Menyambung ke server aula…',
	lost: (clock: string): string => `Sambungan terputus, menyambung… Data pukul ${clock}`,
	noSuchZone: (asked: number): string => `Zona ${asked} tidak ada; semua zona ditampilkan`,
	badZone: 'Nomor zona pada alamat tidak sesuai',
	badZoneHint: 'Tulis nomor zona sebagai bilangan, misalnya ?zone=2, atau tampilkan semua zona.',
	allZones: 'Tampilkan semua zona',
	/** Above the table of all lines. */
	lines: 'Antrean sekarang',
	/** "Loket 5–9" */
	desks: (ranges: string, word: DeskWord): string => `${DESKS[word]} ${ranges}`,
	/** Above the calls of a screen in a room of its own. */
	forRoom: (room: string): string => `Panggilan untuk Anda yang menunggu di ${room}`,
	/** The small screen above a desk. */
	here: {
		desk: (word: DeskWord): string => DESKS[word],
		break: 'Istirahat, kembali sebentar lagi',
		closed: (word: DeskWord): string => `${DESKS[word]} ini tutup`,
		ready: 'Siap melayani',
		readyHint: 'Silakan menunggu nomor Anda dipanggil.',
		last: (number: string): string => `Nomor terakhir ${number}`,
		/** Nobody else calls these numbers just now. */
		stays: 'Nomor antrean Anda tetap berlaku. Bila perlu bantuan, silakan ke meja informasi.',
	},
	/** What the hall says of itself at the side. */
	info: {
		requirements: 'Persyaratan',
		moreRequirements: (count: number): string => `dan ${count} syarat lain`,
		moreFacilities: (count: number): string => `dan ${count} fasilitas lain`,
		fee: 'Biaya',
		completion: 'Jangka waktu penyelesaian',
		atOnce: 'Selesai di loket',
		pledge: 'Maklumat Pelayanan',
		facilities: 'Fasilitas untuk Anda',
	},
	onPhone: 'Lihat di ponsel',
	qr: 'Kode QR papan antrean ini',
	/** While the hall is closed; `when` as "Senin, 23 November 2026 08.00". */
	opens: (when: string): string => `Buka ${when}`,
	nightClosed: 'Aula tutup',
	unknownDevice: 'Layar ini belum terdaftar sebagai papan antrean',
	unknownDeviceHint: 'Buka halaman awal pada layar ini, lalu pilih Papan, atau minta pengelola mendaftarkan layar ini.',
	start: 'Buka halaman awal',
	wrongVersion: 'Versi layar berbeda dengan server',
	wrongVersionHint: 'Matikan lalu nyalakan kembali layar ini. Bila tetap begini, hubungi pengelola.',
};
