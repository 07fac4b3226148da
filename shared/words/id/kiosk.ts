// The sentences of the kiosk: one question a screen, polite and short, and always what to do next.

import type { DeskWord } from '../../speech.ts';
import { DESKS } from './common.ts';

/** "Loket 5", "Loket 5 atau 6", "Loket 5, 6, atau 7". */
const counters = (numbers: readonly number[], desk: DeskWord): string =>
	numbers.length < 3
		? `${DESKS[desk]} ${numbers.join(' atau ')}`
		: `${DESKS[desk]} ${numbers.slice(0, -1).join(', ')}, atau ${numbers[numbers.length - 1]}`;

const services = (count: number): string => `${count} layanan`;

export const kiosk = {
	preparing: 'Menyiapkan kios …',
	full: 'Server sedang sibuk; kios mencoba lagi sendiri.',
	updating: 'Memperbarui kios …',
	languages: 'Bahasa',
	/** On the switch of a language that no native speaker has read yet. */
	unreviewed: 'belum ditinjau',
	aloud: 'Bacakan layar',
	noEnglish: 'Bahasa Inggris belum dapat dimuat. English is not available now; touch it to try again.',
	noLanguage: 'Bahasa itu belum dapat dimuat. Sentuh lagi untuk mencoba.',
	home: {
		question: 'Instansi apa yang Anda tuju?',
		facilities: 'Fasilitas',
		more: (count: number): string => `+${count} lagi`,
	},
	agency: {
		question: 'Layanan apa yang Anda perlukan?',
		none: 'Instansi ini belum membuka layanan di kios. Silakan bertanya ke meja informasi.',
	},
	closed: 'Tutup',
	waiting: (people: number): string => (people === 0 ? 'Tidak ada antrean' : `${people} menunggu`),
	minutes: (minutes: number): string => `${minutes} menit di loket`,
	back: 'Kembali',
	search: {
		open: 'Cari layanan',
		question: 'Layanan apa yang Anda cari?',
		label: 'Nama layanan',
		hint: 'Ketik sebagian namanya, misalnya: KTP, paspor, SKCK, akta.',
		none: 'Belum ditemukan. Coba kata lain atau bertanya ke meja informasi.',
		found: (count: number): string => `${services(count)} ditemukan`,
		keyboard: 'Papan ketik',
		space: 'Spasi',
		erase: 'Hapus huruf',
		clear: 'Kosongkan',
	},
	access: {
		open: 'Akses',
		question: 'Apa yang memudahkan Anda?',
		hint: 'Berlaku untuk Anda saja; kios kembali seperti semula sesudahnya.',
		large: 'Huruf besar',
		contrast: 'Kontras tinggi',
		on: 'Aktif',
	},
	turn: {
		back: 'Sebelumnya',
		next: 'Lihat lainnya',
		place: (page: number, pages: number): string => `Halaman ${page} dari ${pages}`,
	},
	/** For who knows what has happened, and not what it is called. */
	guides: {
		open: 'Saya mau mengurus …',
		about: 'Pilih keperluan Anda, kami tunjukkan layanannya.',
		question: 'Apa yang ingin Anda urus?',
		hint: 'Yang biasanya diperlukan. Beberapa layanan dapat di satu karcis.',
		inSearch: 'Atau pilih keperluan Anda:',
	},
	/** Second thoughts about a number that was taken here. */
	regret: {
		open: 'Batal atau ganti nomor',
		about: 'Untuk nomor dari kios ini, dalam 60 detik.',
		question: 'Nomor mana yang dibatalkan atau diganti?',
		hint: 'Ketik nomornya, atau pindai kode QR pada karcis. Bisa dalam 60 detik sejak nomor diambil di kios ini.',
		label: 'Nomor antrean',
		find: 'Cari nomor ini',
		yours: (number: string): string => `Nomor ${number}`,
		choice: 'Nomor yang dibatalkan tidak dipanggil lagi.',
		cancel: 'Batalkan nomor',
		cancelling: 'Membatalkan …',
		change: 'Ganti layanan',
		keep: 'Tetap pakai nomor ini',
		called: (counter: string): string => `Nomor ini sudah dipanggil. Silakan ke ${counter}.`,
		unknown: 'Nomor ini tidak diambil di kios ini hari ini. Periksa lagi, atau mintalah bantuan petugas.',
		cancelled: (number: string): string => `Nomor ${number} sudah dibatalkan`,
		void: 'Karcisnya tidak berlaku lagi; silakan dibuang agar tidak tertukar.',
		another: 'Ambil nomor lain',
		changing: (number: string): string => `Mengganti nomor ${number}: pilih layanan yang baru.`,
		until: 'Nomor lama tetap berlaku sampai nomor baru keluar.',
		stop: 'Tidak jadi',
		replaced: (number: string): string =>
			`Menggantikan ${number}. Karcis ${number} tidak berlaku lagi; silakan dibuang.`,
	},
	low: { on: 'Layar rendah', off: 'Layar biasa' },
	scroll: { up: 'Ke atas', down: 'Lihat lainnya' },
	service: {
		requirements: 'Persyaratan',
		noRequirements: 'Tidak ada berkas yang perlu dibawa.',
		counterTime: 'Lama di loket',
		counterMinutes: (minutes: number): string => `sekitar ${minutes} menit`,
		completion: 'Jangka waktu penyelesaian',
		completionIn: (value: number, unit: string): string => `${value} ${unit}`,
		completionAtOnce: 'Selesai di loket',
		fee: 'Biaya',
		product: 'Produk pelayanan',
		complaints: 'Pengaduan, saran, dan masukan',
		waiting: 'Antrean sekarang',
		wait: 'Waktu tunggu',
		noWait: 'Belum dapat diperkirakan: belum ada loket yang buka',
		where: 'Tempat',
		quota: (left: number): string => `Sisa ${left} nomor hari ini`,
		procedure: 'Prosedur',
		costs: 'Biaya dan waktu',
		gives: 'Produk dan pengaduan',
		online: 'Layanan ini bisa daring',
		onlineHint: 'Pindai dengan ponsel Anda:',
		onlineQr: (address: string): string => `Kode QR alamat ${address}`,
		print: 'Cetak persyaratan',
		printing: 'Mencetak …',
		printed: 'Lembar persyaratan segera keluar. Ini bukan nomor antrean.',
		printedAt: (printer: string): string => `Lembar persyaratan keluar di ${printer}. Ini bukan nomor antrean.`,
	},
	counters,
	take: {
		one: 'Ambil nomor',
		many: (count: number): string => `Ambil nomor untuk ${services(count)}`,
		taking: 'Mengambil nomor …',
		together: (names: string): string => `Satu karcis, bersama: ${names}`,
		noConnection:
			'Sambungan ke server terputus. Silakan ke kios lain atau meja informasi; di sini nomor dapat diambil lagi begitu tersambung.',
		closed: (service: string, reason: string): string => `${service}: ${reason}`,
		tooMany: (most: number): string =>
			`Paling banyak ${services(most)} pada satu karcis. Hapus satu dari daftar dahulu.`,
		retrying: 'Sambungan terputus, mencoba lagi …',
		retryingHint: 'Mohon tunggu sebentar. Permintaan Anda tidak akan terhitung dua kali.',
		cancel: 'Batal',
		gaveUp: 'Server belum menjawab',
		gaveUpHint:
			'Nomor Anda belum dapat ditampilkan. Coba lagi, atau mintalah bantuan petugas informasi. Jika karcis keluar dari mesin, nomornya berlaku.',
		again: 'Coba lagi',
		refused: 'Nomor belum dapat diambil',
		understood: 'Mengerti',
	},
	priority: {
		open: 'Prioritas',
		offer: 'Prioritas: lansia, disabilitas, ibu hamil, …',
		question: 'Siapa yang akan dilayani?',
		takes: 'Sentuh satu; nomor prioritas langsung dibuat. Tidak perlu menunjukkan bukti.',
		keeps: 'Sentuh satu, lalu pilih layanan. Tidak perlu menunjukkan bukti.',
		companion: 'Pendamping boleh ikut sampai ke loket.',
		none: 'Tanpa prioritas',
		chosen: (category: string): string => `Prioritas: ${category}`,
	},
	basket: {
		add: 'Tambah layanan lain',
		added: 'Sudah ada di daftar',
		count: (count: number): string => `${services(count)} dipilih`,
		open: 'Lihat daftar',
		question: 'Layanan pilihan Anda',
		hint: 'Satu karcis untuk semuanya; nomornya dari layanan pertama.',
		oneByOne: 'Anda menunggu di semua antrean sekaligus dan dipanggil ke satu loket setiap kali.',
		empty: 'Daftar Anda kosong. Silakan pilih layanan.',
		remove: 'Hapus',
		removeNamed: (service: string): string => `Hapus ${service}`,
		more: 'Pilih layanan lagi',
	},
	result: {
		yours: 'Nomor Anda',
		where: 'Akan dipanggil ke',
		ahead: 'Antrean di depan Anda',
		wait: 'Waktu tunggu',
		noWait: 'belum dapat diperkirakan',
		also: 'Juga untuk',
		follow: 'Pindai untuk memantau giliran Anda di ponsel',
		qr: 'Kode QR halaman nomor Anda',
		/** What to do, said after what has become of the slip. */
		afterSlip: {
			queued: 'Mohon tunggu sebentar.',
			printing: 'Mohon tunggu sebentar.',
			printed: 'Silakan ambil karcis Anda.',
			unconfirmed: 'Jika karcis tidak keluar, tekan “Cetak lagi”. Nomor Anda tetap berlaku.',
			failed: 'Nomor Anda tetap berlaku: foto layar ini atau catat nomornya. Jika perlu karcis, tanya petugas.',
		},
		/** By what may still come by itself. What ails the printer is said to the staff. */
		noSlip: {
			mended: 'Karcis belum keluar.',
			late: 'Karcis belum keluar; mungkin sebentar lagi.',
			none: 'Karcis tidak keluar.',
		},
		again: 'Cetak lagi',
		againAt: (printer: string): string => `Cetak di ${printer}`,
		sending: 'Mengirim …',
		comesOutAt: (printer: string): string => `Karcis Anda keluar di ${printer}.`,
		collect: 'Silakan ambil di sana.',
		/** Where the paper of an example hall is. */
		demoSlip: 'Di aula contoh tanpa printer, karcis tampil di halaman /tray.',
		done: 'Selesai',
		closesIn: (seconds: number): string => `Layar ini tertutup sendiri dalam ${seconds} detik`,
	},
	idle: {
		question: 'Masih di sana?',
		left: (seconds: number): string => `Kios kembali ke awal dalam ${seconds} detik.`,
		stay: 'Lanjut',
	},
	lost: 'Sambungan terputus. Isi layar mungkin belum terbaru; kios mencoba lagi …',
	/** The server is away. */
	away: {
		title: 'Kios sedang tidak tersambung',
		hint: 'Silakan ambil nomor di kios lain atau di meja informasi. Kios ini terus mencoba tersambung sendiri.',
	},
	/** Numbers that the kiosk gives while the server is away. */
	lent: {
		works: 'Sambungan ke server terputus – nomor tetap bisa diambil.',
		holds: 'Server tidak tersambung; nomor Anda tetap berlaku.',
		photo: 'Foto layar ini atau catat nomornya.',
		paper: 'Ambil karcis Anda, atau foto layar ini.',
		later: 'Pindai untuk memantau giliran; halamannya berfungsi setelah kios tersambung lagi.',
		/** To staff. */
		aside: (count: number): string => `${count} nomor dari kios ini ditolak server; hubungi pengelola sistem.`,
	},
	unpaired: {
		title: 'Layar ini belum menjadi kios',
		hint: 'Peramban ini belum dipasangkan sebagai kios antrean. Buka halaman awal untuk memasangkannya.',
		open: 'Buka halaman awal',
	},
};
