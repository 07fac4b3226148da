// What the slip says, and the page that shows slips where no printer stands. Short enough for the 32 columns of a 58 mm roll.

const list = (counters: readonly number[]): string => counters.join(', ');

export const slip = {
	example: 'CONTOH, bukan karcis asli',
	reprint: (clock: string): string => `CETAK ULANG ${clock}`,
	yourNumber: 'Nomor antrean Anda',
	priority: 'PRIORITAS',
	several: (services: number): string => `${services} layanan dengan satu nomor`,
	place: (position: number, agency: string): string => `${position}. ${agency}`,
	counters: (counters: readonly number[]): string => `Loket ${list(counters)}`,
	zone: (zone: number): string => `Zona ${zone}`,
	waitUnknown: 'belum ada loket buka',
	please: 'Mohon menunggu nomor dipanggil.',
	scan: 'Pindai untuk memantau giliran',
	complaint: (line: string): string => `Pengaduan: ${line}`,
	tray: {
		title: 'Baki karcis · Giliran',
		heading: 'Baki karcis',
		lead: 'Karcis terakhir, seperti pada kertas. Yang terbaru lebih dahulu; halaman ini memuat ulang sendiri.',
		empty: 'Belum ada karcis. Ambil nomor di kios, lalu karcisnya muncul di sini.',
		paper: 'Lebar kertas',
		millimetres: (width: number): string => `${width} mm`,
		slip: (number: string): string => `Karcis ${number}`,
	},
};
