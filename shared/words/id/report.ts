// What the manager's report says, and how each figure in it is defined.

import type { Day } from '../../day.ts';
import { MINUTE } from '../../id.ts';
import { timeWords } from '../time.ts';

const time = timeWords('id-ID', { second: 'dtk', minute: 'mnt', hour: 'j', timeSeparator: '.' });
const tenths = new Intl.NumberFormat('id-ID', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export const report = {
	title: (hall: string): string => `Laporan · ${hall}`,
	heading: 'Laporan pelayanan',
	made: (clock: string): string => `Dibuat ${clock}`,
	print: 'Cetak',
	csv: 'Unduh CSV',
	presets: { today: 'Hari ini', yesterday: 'Kemarin', week: '7 hari', month: 'Bulan ini' },
	from: 'Dari',
	to: 'Sampai',
	show: 'Tampilkan',
	backwards: 'Tanggal awal harus sebelum tanggal akhir.',
	loading: 'Menyusun laporan …',
	failed: 'Laporan belum dapat ditampilkan.',
	retry: 'Coba lagi',
	empty: 'Belum ada nomor pada rentang ini',
	emptyHint: 'Pilih tanggal lain, atau tunggu nomor pertama diambil.',
	/** The range as the first sentence begins. */
	period: {
		today: 'Hari ini',
		yesterday: 'Kemarin',
		day: (day: Day): string => time.date(day),
		range: (from: Day, to: Day): string => `${time.date(from)} sampai ${time.date(to)}`,
	},
	sentence: (period: string, numbers: number, issued: number, served: number): string =>
		`${period} ${time.count(numbers)} nomor${numbers === issued ? '' : ` untuk ${time.count(issued)} layanan`}, ${time.count(served)} dilayani`,
	sentenceWait: (medianMs: number, p90Ms: number): string =>
		`, median menunggu ${time.count(Math.round(medianMs / MINUTE))} menit, 90 % menunggu paling lama ${time.count(
			Math.ceil(p90Ms / MINUTE),
		)} menit`,
	/** Minutes with one decimal, "12,4". */
	minutes: (ms: number): string => tenths.format(ms / MINUTE),
	count: (value: number): string => time.count(value),
	nothing: '–',
	categories: { permit: 'Perizinan', non_permit: 'Nonperizinan' },
	categoriesHeading: 'Perizinan dan nonperizinan',
	share: (part: number): string => `${Math.round(part * 100)} % dari semua yang terbit`,
	medianWait: 'Median menunggu',
	medianService: 'Median layanan',
	hours: 'Terbit per jam',
	hoursTable: (hour: string, issued: number, served: number): string =>
		`${hour}: ${time.count(issued)} terbit, ${time.count(served)} dilayani`,
	legend: { served: 'dilayani', rest: 'lainnya' },
	tables: 'Rincian',
	groups: { agency: 'Instansi', service: 'Layanan', queue: 'Antrean', counter: 'Loket', hour: 'Jam' },
	total: 'Jumlah',
	columns: {
		issued: 'Terbit',
		served: 'Dilayani',
		noShow: 'Tidak hadir',
		cancelled: 'Batal',
		expired: 'Kedalu\u00adwarsa',
		open: 'Masih terbuka',
		transferred: 'Dialihkan',
	},
	spreads: { wait: 'Menunggu (menit)', walk: 'Jalan (menit)', service: 'Layanan (menit)' },
	figures: { count: 'n', mean: 'Rata-rata', median: 'Median', p90: 'P90', max: 'Maks.' },
	checksHeading: 'Pemeriksaan angka',
	checkRule: 'Terbit = dilayani + tidak hadir + batal + kedaluwarsa + masih terbuka',
	checkSum: (group: string): string => `Jumlah per ${group.toLowerCase()} = jumlah seluruhnya`,
	checkGroups: {
		total: 'seluruhnya',
		category: 'Jenis layanan',
		agency: 'Instansi',
		service: 'Layanan',
		queue: 'Antrean',
		counter: 'Loket',
		hour: 'Jam',
	},
	holds: 'cocok',
	fails: 'tidak cocok: laporkan kepada pengelola sistem',
	/** Numbers lent to kiosks for the time when the server is away. */
	lent: {
		heading: 'Nomor yang dipinjamkan ke kios',
		given: (count: number): string => `${time.count(count)} diambil saat server tidak tersambung`,
		returned: (count: number): string => `${time.count(count)} kembali tanpa terpakai`,
		held: (count: number): string => `${time.count(count)} masih dipegang kios`,
		span: (from: string, to: string): string => (from === to ? from : `${from} s.d. ${to}`),
		away: (kiosk: string, numbers: string): string => `${kiosk}: ${numbers} belum kembali`,
		lost: (kiosk: string, numbers: string): string =>
			`${kiosk}: ${numbers} tidak kembali (isi kios terhapus atau dicabut)`,
	},
	glossaryHeading: 'Arti angka',
	glossary: {
		issued: {
			term: 'Terbit',
			text: 'Tempat antrean yang diambil pada rentang ini, dihitung di antrean tempat pengunjung akhirnya dilayani. Satu nomor untuk dua layanan dihitung dua.',
		},
		wait: { term: 'Menunggu', text: 'Dari ambil nomor sampai panggilan pertama. Panggilan ulang tidak mengubahnya.' },
		walk: { term: 'Jalan', text: 'Dari panggilan sampai mulai dilayani.' },
		service: { term: 'Layanan', text: 'Dari mulai sampai selesai, dikurangi waktu ditunda.' },
		noShow: { term: 'Tidak hadir', text: 'Dipanggil, tidak datang, lalu ditutup sebagai tidak hadir.' },
		expired: { term: 'Kedaluwarsa', text: 'Belum selesai ketika hari pelayanan berakhir.' },
		transferred: {
			term: 'Dialihkan',
			text: 'Dialihkan karena salah loket: dihitung di tujuan, tidak di asal, sehingga tidak masuk jumlah terbit di asal.',
		},
		median: { term: 'Median', text: 'Separuh pengunjung memerlukan waktu paling lama sekian.' },
		p90: { term: 'P90', text: 'Sembilan dari sepuluh pengunjung memerlukan waktu paling lama sekian.' },
		n: { term: 'n', text: 'Banyaknya nomor yang waktunya diketahui.' },
	},
};
