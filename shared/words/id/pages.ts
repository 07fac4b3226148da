// The pages that the server draws itself: the list of screens, pairing, and a ticket on the visitor's phone.

import type { DeskWord } from '../../speech.ts';
import { DESKS } from './common.ts';

/** "loket 3", "meja 1, 2": in the middle of a sentence. */
const at = (desk: DeskWord, counters: readonly number[]): string =>
	`${DESKS[desk].toLowerCase()} ${counters.join(', ')}`;

export const pages = {
	home: {
		title: 'Giliran',
		lead: 'Sistem antrean mal pelayanan publik. Pilih layar untuk peramban ini.',
		demo: 'Contoh',
		demoLead:
			'Ini aula contoh: data dan nama petugasnya karangan. Peramban di komputer ini boleh menjadi layar apa saja.',
		screens: 'Layar',
		kiosk: 'Kios',
		kioskAbout: 'Pengunjung memilih layanan dan mengambil nomor.',
		board: 'Papan antrean',
		boardAbout: 'Layar di ruang tunggu: siapa dipanggil, ke loket mana.',
		boardZone: (zone: string): string => `Papan: ${zone}`,
		boardZoneAbout: 'Papan untuk satu zona saja.',
		phone: 'Papan di ponsel',
		phoneAbout: 'Papan yang dibuka pengunjung di ponselnya; alamatnya ada di kode QR papan.',
		console: 'Konsol loket',
		consoleAbout: 'Petugas memanggil dan melayani; pengelola membaca laporan.',
		tray: 'Baki karcis',
		trayAbout: 'Karcis terakhir seperti tampak di kertas.',
		officers: 'Petugas contoh',
		officersAbout: 'Masuk di konsol loket dengan nama pengguna dan PIN ini.',
		name: 'Nama',
		username: 'Pengguna',
		pin: 'PIN',
		place: 'Tempat',
		manager: 'Pengelola: laporan',
		api: 'Untuk program',
		apiAbout: 'Daftar permintaan (OpenAPI), kesehatan, dan angka untuk pemantauan.',
		pair: 'Pasangkan layar',
		pairAbout: 'Peramban ini belum menjadi layar aula? Minta kode kepada pengelola.',
	},
	pair: {
		title: 'Pasangkan layar',
		lead: 'Minta kode kepada pengelola aula (perintah: npm run hall -- device add), lalu buka alamat ini dengan kode itu:',
		wrong: 'Kode ini salah, sudah dipakai, atau lewat sepuluh menit. Minta kode baru.',
		panel: 'Sebesar apa layar kios ini?',
		panelLead:
			'Pilih diagonalnya dalam inci, seperti tertulis di kardus atau di balik layar. Dengan ukuran itu setiap tombol dibuat sebesar jari.',
		panelInch: (inches: string): string => `${inches} inci`,
		panelOther: 'Ukuran lain (inci)',
		panelSave: 'Simpan',
		panelWrong: 'Isi diagonal layar dengan angka, 7 sampai 100 inci.',
		panelLater: 'Belum tahu, lanjutkan ke kios',
		panelNotKiosk: 'Peramban ini belum dipasangkan sebagai kios.',
	},
	ticket: {
		title: (number: string): string => `Nomor ${number}`,
		yours: 'Nomor Anda',
		goTo: (counter: number, desk: DeskWord): string => `Silakan menuju ${at(desk, [counter])}`,
		serving: (counter: number, desk: DeskWord): string => `Anda sedang dilayani di ${at(desk, [counter])}`,
		waitAt: (counters: readonly number[], desk: DeskWord): string => `Akan dipanggil ke ${at(desk, counters)}`,
		parked: (counters: readonly number[], desk: DeskWord): string =>
			`Ditunda: kembalilah ke ${at(desk, counters)} bila sudah siap.`,
		missed: (counters: readonly number[], desk: DeskWord): string =>
			`Nomor Anda sudah dipanggil. Silakan menghadap petugas ${at(desk, counters)}.`,
		renews: 'Halaman ini memperbarui diri setiap 10 detik.',
		otherDay: 'Nomor ini bukan untuk hari ini.',
		unknown: 'Nomor ini tidak ditemukan. Periksa kembali kode pada karcis Anda.',
	},
};
