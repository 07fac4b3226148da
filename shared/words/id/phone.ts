// Sentences of the board on a visitor's phone: read at arm's length, and perhaps instead of being heard.

import type { DeskWord } from '../../speech.ts';
import { DESKS } from './common.ts';

export const phone = {
	title: 'Papan antrean',
	connecting: 'Menyambung ke server aula …',
	lost: (clock: string): string => `Sambungan terputus, menyambung … Data pukul ${clock}.`,
	full: 'Banyak ponsel sedang membuka papan ini. Halaman ini mencoba lagi sendiri …',
	notHere: 'Papan di ponsel tidak tersedia di aula ini',
	notHereHint: 'Silakan lihat papan di aula atau bertanya ke meja informasi.',
	wrongVersion: 'Halaman ini perlu diperbarui',
	wrongVersionHint: 'Muat ulang halaman ini.',
	/** Names the button that changes the language, in the other language. */
	otherLanguage: 'English',
	noEnglish: 'Bahasa Inggris belum dapat dimuat. English is not available now.',
	only: (place: string): string => `Hanya ${place}.`,
	whole: 'Tampilkan seluruh aula',
	closed: 'Aula sedang tutup.',
	captions: {
		heading: 'Sedang dipanggil',
		none: 'Tidak ada nomor yang sedang dipanggil.',
		again: 'Panggilan ulang',
		at: (clock: string): string => `pukul ${clock}`,
	},
	notices: 'Pengumuman',
	aloud: {
		on: 'Bacakan panggilan',
		quiet: 'Jam tenang: panggilan hanya ditampilkan.',
		failed: 'Ponsel ini belum dapat bersuara. Matikan mode senyap, lalu sentuh lagi.',
	},
	latest: 'Panggilan terakhir',
	agencies: {
		heading: 'Semua instansi',
		search: 'Cari instansi',
		none: 'Tidak ada instansi yang cocok.',
		current: 'Terakhir dipanggil',
		noCurrent: 'belum ada',
		waiting: (people: number): string => (people === 0 ? 'tidak ada antrean' : `${people} menunggu`),
		allClosed: (desk: DeskWord): string => `Semua ${DESKS[desk].toLowerCase()} tutup`,
	},
	mine: {
		heading: 'Ikuti nomor saya',
		label: 'Nomor antrean Anda',
		hint: 'Seperti di karcis, misalnya A-012. Hanya disimpan di ponsel ini.',
		wrong: 'Itu bukan nomor antrean. Tulis huruf dan angkanya, misalnya A-012.',
		follow: 'Ikuti',
		stop: 'Berhenti',
		stopNamed: (number: string): string => `Berhenti mengikuti ${number}`,
		yours: 'Nomor Anda',
		rings: 'Bunyikan saat dipanggil',
		keepOpen: 'Biarkan halaman ini terbuka dan layar menyala.',
		waiting: 'Belum dipanggil',
		/** What a board cannot know: how many are before. */
		waitingHint: 'Urutan Anda ada di halaman pada kode QR karcis.',
		latest: (number: string): string => `Terakhir dipanggil: ${number}.`,
		passed: 'Bila nomor Anda sudah terlewat, temui petugas.',
		called: (desk: string): string => `Silakan menuju ${desk}`,
		serving: (desk: string): string => `Sedang dilayani di ${desk}`,
		parked: (desk: string): string => `Ditunda: kembali ke ${desk} bila sudah siap`,
		missed: (desk: string): string => `Terlewat: temui petugas ${desk}`,
		closed: (desk: string): string => `Selesai di ${desk}`,
		closedHint: 'Bila Anda dialihkan, tunggu panggilan berikutnya.',
		unsure: (desk: string, clock: string): string => `Sudah dipanggil ke ${desk} pukul ${clock}`,
		unsureHint: 'Bila belum dilayani, temui petugas di sana.',
		/** Over the whole page, and in the title of the tab. */
		now: 'Nomor Anda dipanggil',
		title: (number: string, desk: string): string => `${number} dipanggil ke ${desk}`,
		understood: 'Mengerti',
	},
};
