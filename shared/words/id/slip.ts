// What the slip says, and the page that shows slips where no printer stands. Short enough for the 32 columns of a 58 mm roll.

import type { DeskWord } from '../../speech.ts';
import { DESKS } from './common.ts';

const list = (counters: readonly number[]): string => counters.join(', ');

export const slip = {
	example: 'CONTOH, bukan karcis asli',
	reprint: (clock: string): string => `CETAK ULANG ${clock}`,
	copy: 'SALINAN',
	yourNumber: 'Nomor antrean Anda',
	priority: 'PRIORITAS',
	several: (services: number): string => `${services} layanan dengan satu nomor`,
	place: (position: number, agency: string): string => `${position}. ${agency}`,
	counters: (counters: readonly number[], desk: DeskWord): string => `${DESKS[desk]} ${list(counters)}`,
	zone: (zone: number): string => `Zona ${zone}`,
	waitUnknown: 'belum ada loket buka',
	please: 'Mohon menunggu nomor dipanggil.',
	scan: 'Pindai untuk memantau giliran',
	requirements: 'Siapkan:',
	moreRequirements: (left: number): string => `dan ${left} lainnya`,
	wifi: (name: string): string => `Wi-Fi: ${name}`,
	wifiPassword: (password: string): string => `Kata sandi: ${password}`,
	complaint: (line: string): string => `Pengaduan: ${line}`,
	/** The slip that shows how a printer prints. */
	test: {
		title: 'CETAK PERCOBAAN',
		columns: (columns: number): string => `${columns} huruf sebaris:`,
		size: (scale: number): string => `Huruf ${scale}`,
		bold: 'Huruf tebal',
		scan: 'Pindai: nama printer dan waktu',
	},
	/** What to bring for a service, printed without a number. */
	sheet: {
		title: 'PERSYARATAN',
		nothing: 'Tidak ada berkas yang perlu dibawa.',
		fee: (fee: string): string => `Biaya: ${fee}`,
		ready: (value: number, unit: string): string => `Selesai dalam: ${value} ${unit}`,
		online: 'Dapat diurus daring:',
		noNumber: 'Ini bukan nomor antrean. Ambil nomor di kios saat Anda datang.',
	},
	/** Title of the page that a kiosk's own browser prints. */
	browser: 'Karcis',
	tray: {
		title: 'Baki karcis · Giliran',
		heading: 'Baki karcis',
		lead: 'Karcis terakhir, digambar dengan susunan karcis yang berlaku sekarang. Yang terbaru lebih dahulu; halaman ini memuat ulang sendiri.',
		empty: 'Belum ada karcis. Ambil nomor di kios, lalu karcisnya muncul di sini.',
		paper: 'Lebar kertas',
		millimetres: (width: number): string => `${width} mm`,
		slip: (number: string): string => `Karcis ${number}`,
		test: 'Cetak percobaan',
		sheet: 'Persyaratan',
	},
};
