// What stands in the report's file (CSV) and in its rows, beside what the report's screen already says.

import type { Day } from '../../day.ts';

/** Durations in the file are whole seconds, so that a sheet can count with them. */
const figure = (of: string) => ({
	count: `${of}: n`,
	mean: `${of}: rata-rata (dtk)`,
	median: `${of}: median (dtk)`,
	p90: `${of}: P90 (dtk)`,
	max: `${of}: maks. (dtk)`,
});

export const reportFile = {
	/** The row of tickets that no counter has called. */
	notCalled: 'Belum dipanggil',
	/** The hour of issue, as it reads on a clock: "08.00-08.59". */
	hour: (hour: string): string => `${hour}.00–${hour}.59`,
	groups: {
		agency: 'Instansi',
		service: 'Layanan',
		queue: 'Antrean',
		counter: 'Loket',
		hour: 'Jam',
		category: 'Jenis layanan',
	},
	counts: {
		issued: 'Terbit',
		served: 'Dilayani',
		noShow: 'Tidak hadir',
		cancelled: 'Batal',
		expired: 'Kedaluwarsa',
		open: 'Masih terbuka',
		transferred: 'Dialihkan',
	},
	wait: figure('Menunggu'),
	walk: figure('Jalan'),
	service: figure('Layanan'),
	code: 'Kode',
	total: 'Jumlah',
	hall: 'Aula',
	days: 'Tanggal',
	range: (from: Day, to: Day): string => (from === to ? from : `${from} sampai ${to}`),
	made: 'Dibuat',
	/** Numbers lent to kiosks for the time when the server is away. */
	lent: {
		lent: 'Nomor yang dipinjamkan ke kios',
		given: 'Diambil saat server tidak tersambung',
		returned: 'Kembali tanpa terpakai',
		held: 'Masih dipegang kios',
	},
};
