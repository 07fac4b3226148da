// What the set-up says to the person who installs the hall: faults of a hall file, warnings, refusals of the command line.
// In Indonesian only: these sentences stand on no screen.

import { LARGEST_PANEL, SMALLEST_PANEL } from '../../shared/panel.ts';
import type { LayoutFault } from '../../shared/slip.ts';
import type { LanguageFault } from '../../shared/words/regional-check.ts';
import type { LanguageFileFault } from '../language/languages.ts';
import type { WayFault } from '../print/ways/address.ts';

/** A thing of the file in the middle of a sentence, in quotes so that a stray blank shows. */
const quoted = (it: string | number): string => (typeof it === 'number' ? String(it) : `"${it}"`);

export const fault = {
	notJson: (line: number, column: number) =>
		`Berkas ini bukan JSON yang benar: ada kesalahan di baris ${line}, kolom ${column}.`,
	notAFile: 'Isi berkas harus berupa objek dengan kunci "aula" dan "instansi".',
	missing: 'Bagian ini wajib diisi.',
	kind: (kind: string) => `Isinya harus berupa ${kind}.`,
	oneOf: (values: readonly string[]) => `Isinya harus salah satu dari: ${values.join(', ')}.`,
	unknownKey: (keys: readonly string[]) => `Kunci tidak dikenal: ${keys.join(', ')}.`,
	tooLong: (most: number) => `Teks terlalu panjang; paling banyak ${most} karakter.`,
	tooBig: (most: number) => `Angka terlalu besar; paling besar ${most}.`,
	tooSmall: (least: number) => `Angka terlalu kecil; paling kecil ${least}.`,
	tooMany: (most: number) => `Daftar ini terlalu panjang; paling banyak ${most}.`,
	tooFew: (least: number) => `Daftar ini harus berisi paling sedikit ${least}.`,
	other: 'Isinya tidak dapat dipahami.',
	empty: 'Teks tidak boleh kosong.',
	control: 'Teks memuat karakter kendali yang tidak dapat ditampilkan.',
	language: 'Kode bahasa daerah harus nama berkas bahasanya, misalnya "jv"; id dan en selalu ada.',
	prefix: 'Prefiks harus satu atau dua huruf besar A-Z, tanpa angka.',
	id: 'Id hanya boleh berisi huruf kecil, angka, dan tanda hubung; paling banyak 40 karakter.',
	webAddress: 'Alamat harus ditulis lengkap, misalnya "https://layanan.contoh.go.id".',
	time: 'Jam harus ditulis "JJ:MM", dari "00:00" sampai "24:00".',
	date: 'Tanggal harus ditulis "TTTT-BB-HH" dan benar-benar ada di kalender.',
	timeZone: 'Zona waktu harus Asia/Jakarta (WIB), Asia/Makassar (WITA), atau Asia/Jayapura (WIT).',
	pattern: 'Pola nomor harus seperti "{prefix}-{nomor:03d}", dengan 1 sampai 5 angka.',
	reset: 'Nomor hanya dapat dimulai ulang "harian".',
	logo: 'Logo harus gambar PNG sebagai "data:image/png;base64,…".',
	doubled: (what: string, value: string | number, first: string) =>
		`${what} ${quoted(value)} sudah dipakai di ${first}.`,
	unknownZone: (zone: number) => `Zona ${zone} tidak ada di aula.zona.`,
	unknownQueue: (prefix: string) => `Antrean ${quoted(prefix)} tidak ada pada instansi ini.`,
	foreignQueue: (prefix: string, agency: string) =>
		`Antrean ${quoted(prefix)} milik instansi ${quoted(agency)}, bukan instansi ini.`,
	unknownService: (id: string) =>
		`Layanan ${quoted(id)} tidak ada di berkas ini; tulis id salah satu layanan instansi.`,
	noQueue: 'Loket harus melayani paling sedikit satu antrean.',
	mainNotFirst: (prefix: string) =>
		`Antrean utama ${quoted(prefix)} harus menjadi yang pertama dalam daftar antrean loket ini.`,
	closesFirst: 'Jam tutup harus setelah jam buka.',
	breakBackwards: 'Jeda harus selesai setelah dimulai.',
	breakHalf: 'Jeda harus punya jam mulai dan jam selesai.',
	breakOutside: 'Jeda berada di luar jam buka.',
	breaksOverlap: (other: string) => `Jeda ini bertumpang tindih dengan ${other}.`,
	noticeText: 'Pengumuman "sendiri" harus punya teks.',
	noticeNoText: 'Teks hanya untuk pengumuman "sendiri"; yang lain punya kalimat baku.',
	noticeId: (id: string) => `Id ${quoted(id)} adalah nama rekaman pengumuman baku; pilih id lain.`,
	noticeWhen: 'Pengumuman harus punya "pukul" atau "menitSebelumTutup", salah satu saja.',
	noticeDays: '"hari" hanya berlaku bersama "pukul".',
	noticeMidnight: 'Pukul "24:00" tidak dapat dipakai di sini; tulis "00:00".',
	cutoff: (minutes: number, where: string) =>
		`Batas ${minutes} menit sebelum tutup sama dengan atau lebih panjang dari jam buka di ${where}; nomor tidak akan pernah diberikan.`,
} as const;

export const layoutFaults: Readonly<Record<LayoutFault, string>> = {
	no_number: 'Bagian "nomor" harus ada pada karcis.',
	block_twice: 'Satu bagian karcis disebut dua kali.',
	note_too_long: 'Catatan kaki karcis terlalu panjang; paling banyak 120 karakter.',
	logo_too_large: 'Logo terlalu besar; paling banyak 30 kB.',
	wifi_name: 'Nama Wi-Fi harus 1 sampai 32 bita.',
	wifi_password: 'Sandi Wi-Fi harus 8 sampai 63 huruf, angka, atau tanda.',
};

/** The end of "Berkas bahasa … tidak dapat dipakai: ". */
export const languageFileFaults: Readonly<Record<LanguageFileFault, string>> = {
	unreadable: 'tidak dapat dibaca, atau terlalu besar',
	not_json: 'isinya bukan JSON yang benar',
	not_object: 'harus berupa objek dengan "code", "name", dan "sentences"',
	code: '"code" harus dua atau tiga huruf kecil (ISO 639), bukan id atau en',
	name: '"name" harus nama bahasa, paling banyak 40 huruf',
	sentences: '"sentences" harus berupa objek { … }',
	unprintable: 'memuat karakter yang tidak dapat ditampilkan',
	file_name: 'nama berkas harus sama dengan "code"',
};

/** What is wrong with one sentence of a language file. */
export function languageFault(it: LanguageFault): string {
	switch (it.kind) {
		case 'missing':
			return 'belum diterjemahkan.';
		case 'extra':
			return 'tidak dipakai di kios; periksa namanya.';
		case 'shape':
			return 'harus berupa teks, atau bagian { … } seperti pada bahasa Indonesia.';
		case 'no_default':
			return 'tidak punya kalimat umum; tambahkan kalimat dengan kunci "".';
		case 'unknown_name':
			return `nama {${it.name}} tidak dikenal pada kalimat ini.`;
	}
}

/** The end of a sentence that begins with what was typed. */
export function wayFaults(why: WayFault): string {
	switch (why.code) {
		case 'unknown_way':
			return 'harus berupa tcp://ALAMAT:9100, usb:/dev/usb/lp0, serial:/dev/ttyUSB0?baud=9600, cups:NAMA, agent, atau browser';
		case 'tcp_shape':
			return 'harus ditulis seperti tcp://192.168.1.50:9100 (alamat IPv6 dalam kurung siku)';
		case 'ipv4_in_ipv6':
			return 'harus memuat alamat IPv4 apa adanya';
		case 'usb_path':
			return 'hanya dapat menyebut /dev/usb/lp0 sampai /dev/usb/lp15';
		case 'serial_path':
			return 'hanya dapat menyebut /dev/ttyUSB0, /dev/ttyACM0, /dev/ttyS0, /dev/serial/by-id/…, atau COM1';
		case 'queue_name':
			return 'harus menyebut nama antrean CUPS: huruf, angka, - dan _';
		case 'not_an_ip':
			return `memerlukan alamat IP printer, bukan nama ${quoted(why.host)}`;
		case 'outside':
			return `menyebut ${why.host}, di luar jaringan aula (10.x, 172.16-31.x, 192.168.x, fc00::/7)`;
		case 'port':
			return `menyebut port ${why.port}; printer mendengar di port 9100 sampai 9109`;
		case 'baud':
			return `menyebut kecepatan ${quoted(why.baud)}; pilih 1200, 2400, 4800, 9600, 19200, 38400, 57600, atau 115200`;
	}
}

export const kinds: Readonly<Record<string, string>> = {
	string: 'teks',
	number: 'angka',
	int: 'bilangan bulat',
	boolean: 'true atau false',
	array: 'daftar [ … ]',
	object: 'objek { … }',
	record: 'objek { … }',
};

export const warning = {
	leavesDemo:
		'Aula contoh menjadi aula sungguhan: semua petugas dan layar contoh diakhiri. Tambahkan petugas dan pasangkan layar.',
	sameName: (name: string, first: string) =>
		`Nama layanan ${quoted(name)} sama dengan ${first}; pengunjung tidak dapat membedakannya.`,
	riskyPrefix: (prefix: string) =>
		`Prefiks ${quoted(prefix)} mudah salah: I dan O mirip 1 dan 0, Q dan V dilafalkan tidak seragam.`,
	queueWithoutCounter: (prefix: string) =>
		`Tidak ada loket yang melayani antrean ${quoted(prefix)}; nomornya tidak akan dipanggil.`,
	queueWithoutService: (prefix: string) => `Tidak ada layanan yang memakai antrean ${quoted(prefix)}.`,
	agencyWithoutQueue: 'Instansi ini tidak punya antrean, jadi tidak dapat dipilih di kios.',
	closedDay: (day: string) => `Aula tidak buka pada hari ${day} menurut jadwal mingguan.`,
	earlyIntake: (day: string) =>
		`Batas berkas tidak lebih dari jam buka hari ${day}; nomor tidak akan diberikan pada hari itu.`,
	zoneName: (written: string, right: string) =>
		`Singkatan waktu ${quoted(written)} tidak cocok dengan zona waktunya (${right}).`,
	neverHeard: 'Suara tidak akan pernah terdengar: volume 0 atau jam tenang sepanjang hari.',
	zoneChanged: 'Zona waktu berubah; laporan hari-hari lama tetap memakai tanggal lama.',
	openTickets: (what: string, count: number) =>
		`${what} ditutup, padahal masih ada ${count} nomor yang belum selesai. Layani atau alihkan nomor itu hari ini.`,
	openShift: (what: string) => `${what} ditutup, padahal petugasnya masih masuk.`,
	seated: (what: string, officer: string) =>
		`${what} ditutup, padahal petugas ${quoted(officer)} masih ditempatkan di sana.`,
	boundDevice: (what: string, device: string) =>
		`${what} ditutup, padahal perangkat ${quoted(device)} masih terikat dengannya.`,
} as const;

/** How an agency, queue, … is named in a warning or a list. */
export const named = {
	hall: () => 'Aula',
	zones: (id: string | number) => `Zona ${id}`,
	agencies: (id: string | number) => `Instansi ${id}`,
	queues: (id: string | number) => `Antrean ${id}`,
	services: (id: string | number) => `Layanan ${id}`,
	counters: (id: string | number) => `Loket ${id}`,
} as const;

export const doubledWhat = {
	zone: 'Nomor zona',
	agency: 'Id instansi',
	language: 'Kode bahasa',
	prefix: 'Prefiks',
	service: 'Id layanan',
	counter: 'Nomor loket',
	weekday: 'Hari',
	date: 'Tanggal',
	category: 'Kode',
	queue: 'Antrean',
	room: 'Id ruang tunggu',
	notice: 'Id pengumuman',
	time: 'Pukul',
	guide: 'Nama panduan',
} as const;

export const command = {
	usage: `Pemakaian:
  npm run hall -- import BERKAS            memuat aula dari berkas JSON
  npm run hall -- check BERKAS             memeriksa saja, tanpa mengubah apa pun
  npm run hall -- export [BERKAS]          menulis aula ke berkas atau ke layar
  npm run hall -- officer add --username U --name N --agency ID [--counter N]
  npm run hall -- officer add --username U --name N --manager
  npm run hall -- officer list
  npm run hall -- officer pin --username U
  npm run hall -- officer retire --username U
  npm run hall -- device add --role kiosk|board|console|agent --name N [--zone N] [--counter N] [--inci N]
  npm run hall -- device size --id N --inci N
  npm run hall -- device list
  npm run hall -- device revoke --id N
  npm run hall -- printer add --name N --way ALAMAT --profile P [--roll METER] [--device N]
  npm run hall -- printer list
  npm run hall -- printer profiles
  npm run hall -- printer change --id N [--name N] [--way ALAMAT] [--profile P] [--roll METER] [--device N]
  npm run hall -- printer route --kiosk N --printers N,N   urutan printer sebuah kios
  npm run hall -- printer retire --id N
  npm run hall -- voice names              membuat rekaman nama instansi dan bacaan layar dengan espeak-ng
  npm run hall -- language check BERKAS    memeriksa berkas bahasa daerah, kalimat demi kalimat
Data aula dibaca dari folder DATA_DIR (bawaan ./data).`,
	wrongOption: (said: string) => `Pilihan tidak dipahami: ${said}`,
	unreadable: (file: string) => `Berkas ${file} tidak dapat dibaca.`,
	unwritable: (file: string) => `Berkas ${file} tidak dapat ditulis.`,
	faults: (count: number) => `${count} kesalahan; tidak ada yang diubah.`,
	warnings: (count: number) => `${count} peringatan:`,
	imported: 'Aula sudah diperbarui.',
	wouldImport: 'Berkas ini benar. Bila diimpor:',
	nothingChanged: 'Tidak ada yang berubah.',
	change: (added: number, changed: number, retired: number) => `${added} baru, ${changed} berubah, ${retired} ditutup`,
	exported: (file: string) => `Aula ditulis ke ${file}.`,
	noEspeak:
		'espeak-ng belum terpasang di komputer ini (Debian: apt-get install espeak-ng). Panggilan tetap lengkap tanpa nama instansi; nama juga dapat direkam sendiri.',
	noVoice: 'Folder "voice" tidak ada di samping program.',
	namesMade: (made: number, kept: number) => `${made} nama direkam; ${kept} rekaman yang sudah ada tidak diubah.`,
	aloudMade: (made: number, kept: number) => `Bacaan layar kios: ${made} dibuat; ${kept} sudah ada.`,
	languageUnusable: (file: string, why: string) => `Berkas bahasa ${file} tidak dapat dipakai: ${why}.`,
	languageChecked: (name: string, faults: number, reviewed: boolean) =>
		`${name}: ${faults === 0 ? 'lengkap' : `${faults} hal perlu dibenahi; yang belum ada tampil dalam bahasa Indonesia`}. ${
			reviewed ? 'Sudah ditinjau penutur asli.' : 'Belum ditinjau penutur asli.'
		}`,
	unsayable: (clip: string) => `Nama ${quoted(clip)} tidak dapat diucapkan.`,
	noHall: 'Aula belum disiapkan. Jalankan dahulu: npm run hall -- import BERKAS',
	needs: (option: string) => `Pilihan --${option} wajib diisi.`,
	mayNot: (option: string, why: string) => `Pilihan --${option} tidak dapat dipakai ${why}.`,
	number: (option: string) => `Pilihan --${option} harus berupa bilangan bulat positif.`,
	usernameForm: 'Nama pengguna harus 3 sampai 32 karakter: huruf kecil, angka, titik, garis bawah, atau tanda hubung.',
	nameForm: 'Nama harus diisi, paling banyak 120 karakter, tanpa karakter kendali.',
	roleForm: 'Peran perangkat harus kiosk, board, console, atau agent.',
	usernameTaken: (username: string) => `Nama pengguna ${quoted(username)} sudah dipakai.`,
	noOfficer: (username: string) => `Petugas ${quoted(username)} tidak ada.`,
	officerRetired: (username: string) => `Petugas ${quoted(username)} sudah dinonaktifkan.`,
	noAgency: (id: string) => `Instansi ${quoted(id)} tidak ada.`,
	noCounter: (counter: number) => `Loket ${counter} tidak ada.`,
	noZone: (zone: number) => `Zona ${zone} tidak ada.`,
	foreignCounter: (counter: number, agency: string) => `Loket ${counter} milik instansi ${quoted(agency)}.`,
	managerHasNone: 'untuk manajer, karena manajer tidak terikat pada instansi',
	onlyBoard: 'selain untuk board',
	onlyKiosk: 'selain untuk kiosk',
	inchesForm: `Pilihan --inci harus diagonal layar kios dalam inci, ${SMALLEST_PANEL} sampai ${LARGEST_PANEL}, misalnya 21.5.`,
	onlyConsole: 'selain untuk console',
	onlyAgent: 'selain untuk printer dengan --way agent atau --way browser',
	stillSignedOn: (counter: number) => `Petugas ini masih masuk di loket ${counter}. Minta ia keluar dahulu.`,
	noDevice: (id: number) => `Perangkat ${id} tidak ada.`,
	deviceRevoked: (id: number) => `Perangkat ${id} sudah dicabut.`,
	officerAdded: (username: string, pin: string) =>
		`Petugas ${username} ditambahkan. PIN: ${pin}\nCatat sekarang: PIN ini tidak dapat ditampilkan lagi.`,
	pinChanged: (username: string, pin: string) =>
		`PIN baru untuk ${username}: ${pin}\nCatat sekarang: PIN ini tidak dapat ditampilkan lagi. Petugas harus masuk kembali.`,
	officerRetiredNow: (username: string) => `Petugas ${username} dinonaktifkan.`,
	badWay: (why: string) => `Pilihan --way ${why}.`,
	noProfile: (name: string, known: readonly string[]) =>
		`Profil ${quoted(name)} tidak ada. Yang ada: ${known.join(', ')}.`,
	noPrinter: (id: number) => `Printer ${id} tidak ada.`,
	printerNameTaken: (name: string) => `Nama printer ${quoted(name)} sudah dipakai.`,
	printerWayTaken: (name: string, way: string) => `${quoted(name)} sudah memakai ${way}.`,
	printerTwice: 'Printer yang sama disebut dua kali.',
	deviceRole: (id: number, role: string) => `Perangkat ${id} bukan ${role}.`,
	printerAdded: (id: number) => `Printer ${id} ditambahkan. Coba dengan "Cetak percobaan" di halaman Printer manajer.`,
	browserAdded: (id: number) =>
		`Printer ${id} ditambahkan. Hubungkan dengan kiosnya: npm run hall -- printer route --kiosk N --printers ${id}`,
	nothingNamed: 'Sebutkan apa yang diubah: --name, --way, --profile, --roll, atau --device.',
	printerChanged: (id: number) => `Printer ${id} diubah.`,
	printerRetired: (id: number) => `Printer ${id} tidak dipakai lagi.`,
	routed: (kiosk: number, count: number) =>
		count === 0
			? `Kios ${kiosk} memakai printer aula menurut urutannya.`
			: `Kios ${kiosk} memakai ${count} printer menurut urutan itu.`,
	printersForm: 'Pilihan --printers harus berupa nomor printer yang dipisahkan koma, mis. 1,2.',
	noPrinters: 'Belum ada printer: karcis tampil di baki.',
	printerColumns: ['ID', 'NAMA', 'JALAN', 'PROFIL', 'KEADAAN', 'GULUNGAN', 'PERANGKAT'],
	profileColumns: ['PROFIL', 'PRINTER', 'KERTAS'],
	deviceAdded: (id: number, code: string, minutes: number) =>
		`Perangkat ${id} ditambahkan. Kode pemasangan: ${code}\nMasukkan kode ini di perangkat dalam ${minutes} menit; hanya dapat dipakai sekali.`,
	deviceMeasured: (id: number, inches: number) =>
		`Layar perangkat ${id} sekarang ${String(inches).replace('.', ',')} inci. Berlaku saat kios dimulai ulang.`,
	deviceRevokedNow: (id: number) => `Perangkat ${id} dicabut.`,
	noOfficers: 'Belum ada petugas.',
	noDevices: 'Belum ada perangkat.',
	officerColumns: ['NAMA PENGGUNA', 'NAMA', 'PERAN', 'INSTANSI', 'LOKET', 'STATUS'],
	deviceColumns: ['ID', 'PERAN', 'NAMA', 'ZONA', 'LOKET', 'INCI', 'STATUS'],
	roles: { officer: 'petugas', manager: 'manajer' },
	active: 'aktif',
	retired: 'nonaktif',
	states: { revoked: 'dicabut', paired: 'terpasang', waiting: 'menunggu kode', lapsed: 'kode kedaluwarsa' },
	kinds: {
		hall: 'aula',
		zones: 'zona',
		agencies: 'instansi',
		queues: 'antrean',
		services: 'layanan',
		counters: 'loket',
	},
} as const;
