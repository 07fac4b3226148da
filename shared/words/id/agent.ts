// What the print agent says on its terminal: what happens, and where it cannot go on, the cause and the cure.

import type { PrinterState, PrintOutcome } from '../../slip.ts';

const stands: Readonly<Record<PrinterState, string>> = {
	unknown: 'Keadaan printer tidak diketahui: printer ini tidak menjawab pertanyaan.',
	ready: 'Printer siap.',
	near_end: 'Printer siap, tetapi kertasnya hampir habis. Siapkan gulungan baru.',
	paper_out: 'Printer kehabisan kertas. Pasang gulungan baru.',
	cover_open: 'Tutup printer terbuka. Tutup sampai berbunyi klik.',
	cutter: 'Pemotong kertas macet. Matikan printer, keluarkan kertas yang tersangkut, lalu nyalakan lagi.',
	offline: 'Printer tidak siap. Periksa tombol dan lampunya.',
	refused: 'Printer menolak sambungan: mungkin sedang dipakai program lain.',
	unreachable: 'Printer tidak terjangkau. Periksa kabel dan dayanya.',
	stalled: 'Printer berhenti di tengah karcis. Periksa kertas dan tutupnya.',
	reset: 'Sambungan ke printer terputus. Periksa kabel dan dayanya.',
};
const outcomes: Readonly<Record<PrintOutcome['kind'], string>> = {
	printed: 'Karcis tercetak.',
	unconfirmed: 'Karcis sudah dikirim, tetapi printer tidak menyatakan bahwa karcis itu keluar.',
	broken: 'Pencetakan karcis terputus di tengah.',
	not_sent: 'Karcis belum dikirim ke printer.',
};

export const agent = {
	usage: `Pemakaian: npm run print-agent -- --server ALAMAT --code KODE [pilihan]
Mencetak karcis pada printer yang terpasang di komputer ini.

  --server ALAMAT   alamat server Giliran, misalnya http://192.168.1.10:3000
  --code KODE       kode pemasangan, cukup sekali; dibuat di server dengan
                    npm run hall -- device add --role agent --name NAMA
  --printer JALUR   usb:/dev/usb/lp0, serial:/dev/ttyUSB0?baud=9600, cups:ANTREAN,
                    atau tcp://192.168.1.50:9100 (bawaan: printer USB pertama)
  --state BERKAS    tempat menyimpan tanda pengenal dan catatan cetak
                    (~/.giliran-print-agent.json)
  --help            tampilkan petunjuk ini`,
	paired: (name: string): string => `Komputer ini sekarang agen cetak "${name}".`,
	starts: (printer: string, server: string): string => `Agen cetak untuk ${printer}, melayani ${server}.`,
	connected: 'Tersambung ke server.',
	away: 'Server tidak terjangkau, mencoba lagi …',
	unassigned: 'Belum ada printer aula yang memakai agen ini. Tambahkan di server: npm run hall -- printer add.',
	stands,
	outcomes,
	left: 'Karcis terakhir mungkin sudah tercetak sebelum agen ini dimulai lagi; karcis itu tidak dikirim ulang.',
	tooLarge: 'Karcis dari server terlalu besar dan tidak dicetak.',
	cannotNote: (file: string, why: string): string =>
		`Berkas ${file} tidak dapat ditulis (${why}), jadi tidak ada yang dicetak. Periksa ruang dan izin disk.`,
	stopping: 'Berhenti.',
	wrong: {
		option: (text: string): string => `Pilihan tidak dikenal atau tidak lengkap: ${text}`,
		noServerGiven: 'Sebutkan alamat server dengan --server, misalnya --server http://192.168.1.10:3000.',
		server: '--server harus berupa alamat seperti http://192.168.1.10:3000.',
		noCodeGiven:
			'Agen ini belum dipasangkan dengan server itu. Buat kode di server: npm run hall -- device add --role agent --name "Kios 1", lalu sebutkan dengan --code.',
		printer: (text: string): string =>
			`--printer ${text} tidak dikenal. Contoh: usb:/dev/usb/lp0, serial:/dev/ttyUSB0?baud=9600, cups:ANTREAN, tcp://192.168.1.50:9100.`,
		noPrinter:
			'Tidak ada printer USB di komputer ini (/dev/usb/lp*). Periksa kabel dan daya printer, atau sebutkan printernya dengan --printer.',
		noPermission: (path: string, user: string): string =>
			`Tidak ada izin untuk memakai ${path}. Jalankan: sudo usermod -aG ${path.includes('tty') ? 'dialout' : 'lp'} ${user}, lalu keluar dan masuk lagi.`,
		state: (file: string): string =>
			`Berkas ${file} tidak dapat dibaca. Hapus berkas itu, lalu pasangkan agen ini lagi dengan kode baru.`,
		running: (file: string): string => `Agen cetak dengan berkas ${file} sudah berjalan di komputer ini.`,
		code: 'Kode salah, sudah dipakai, atau lewat 10 menit. Buat kode baru di server: npm run hall -- device add --role agent --name "Kios 1".',
		role: 'Kode ini dibuat untuk layar, bukan untuk agen cetak, dan tetap berlaku di sana. Buat kode dengan --role agent.',
		tooOften: 'Terlalu banyak percobaan. Tunggu 15 menit, lalu coba lagi dengan kode baru.',
		noServer: (url: string): string => `Tidak ada server Giliran di ${url}. Periksa alamat dan jaringan, lalu ulangi.`,
		notGiliran: (url: string): string =>
			`Yang menjawab di ${url} bukan server Giliran, atau server itu tidak mengenal nama ini (setelan PUBLIC_URL).`,
		failed: (code: string): string => `Server tidak dapat memasangkan agen ini (${code}). Coba lagi.`,
		revoked: 'Server tidak mengenal agen ini lagi: perangkatnya dicabut. Pasangkan lagi dengan kode baru.',
		protocol: 'Versi agen ini tidak cocok dengan servernya. Pasang versi yang sama di komputer ini.',
	},
};
