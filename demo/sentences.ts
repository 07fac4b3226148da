// What the demo says to the person who started it. In Indonesian only: these sentences stand on no screen.

import { MINUTE } from '../shared/id.ts';
import type { Moment } from './day.ts';

/** "09.40" */
export const clock = (moment: Moment): string => {
	const minutes = Math.floor(moment / MINUTE);
	return `${String(Math.floor(minutes / 60)).padStart(2, '0')}.${String(minutes % 60).padStart(2, '0')}`;
};
const number = (value: number): string => value.toLocaleString('id-ID', { maximumFractionDigits: 1 });
const minutes = (ms: number | null): string => (ms === null ? '-' : `${number(ms / MINUTE)} menit`);

export const usage = `Pemakaian: npm run demo -- [pilihan]
Memainkan satu hari pelayanan di aula contoh yang sedang berjalan.

  --seed N         hari yang mana; angka yang sama memainkan hari yang sama (1)
  --speed N        berapa kali lebih cepat daripada sebenarnya, 1 sampai 3600 (60)
  --visitors N     jumlah pengunjung, 1 sampai 5000 (rata-rata harian aula contoh)
  --url ALAMAT     alamat server (http://127.0.0.1:3000, atau menurut HOST dan PORT)
  --officers N     paling banyak N petugas, instansi tersibuk lebih dahulu (semua)
  --until JJ:MM    tidak ada pengunjung baru sejak jam ini (sampai sore)
  --free N         loket yang dibiarkan kosong untuk Anda; 0 = tidak ada (1)
  --help           tampilkan petunjuk ini`;

export const wrong = {
	option: (text: string): string => `Pilihan tidak dikenal atau tidak lengkap: ${text}`,
	whole: (name: string, least: number, most: number): string =>
		`--${name} harus berupa bilangan bulat dari ${least} sampai ${most}.`,
	speed: '--speed harus berupa angka dari 1 sampai 3600.',
	url: '--url harus berupa alamat seperti http://127.0.0.1:3000.',
	until: '--until harus berupa jam seperti 11:30.',
	noServer: (url: string): string =>
		`Tidak ada server Giliran di ${url}. Jalankan "npm start" dahulu, biarkan terbuka, lalu ulangi di terminal lain.`,
	notDemo:
		'Server ini menolak: demo hanya dimainkan di aula contoh, dari komputer yang sama. Aula yang sungguhan tidak diisi pengunjung rekaan.',
	device: (code: string): string => `Server menolak kios demo (${code}).`,
	notGiliran: (url: string): string => `Yang menjawab di ${url} bukan server Giliran.`,
	manager: (code: string): string => `Manajer contoh tidak dapat masuk (${code}), jadi laporan tidak dapat diperiksa.`,
	closed: 'Tidak ada satu pun layanan yang dibuka sekarang, jadi tidak ada yang dapat dimainkan.',
	away: 'Server tidak terjangkau selama satu menit; demo berhenti. Nomor yang sudah diambil tetap tersimpan di server.',
	lost: 'Server tidak lagi mengenali kios demo. Apakah folder datanya diganti? Mulai lagi demonya.',
};

export const say = {
	begins: (visitors: number, seed: number, speed: number): string =>
		`Memainkan satu hari: ${number(visitors)} pengunjung, seed ${seed}, ${number(speed)} kali lebih cepat. Ctrl-C untuk berhenti.`,
	free: (counter: number, username: string, pin: string): string =>
		`Loket ${counter} dibiarkan untuk Anda: masuk di konsol sebagai ${username}, PIN ${pin}. Kios mana pun boleh Anda pakai.`,
	deskSkipped: (counter: number, why: string): string => `Loket ${counter} tidak diisi demo (${why}).`,
	deskLeft: (counter: number): string => `Loket ${counter} dipegang orang lain; petugas demo mundur.`,
	progress: (moment: Moment, numbers: number, waiting: number, open: number): string =>
		`${clock(moment)} | ${numbers} nomor | ${waiting} menunggu | ${open} loket buka`,
	away: (moment: Moment): string => `${clock(moment)} | server tidak terjangkau, mencoba lagi …`,
	stopping:
		'Berhenti dengan tertib: layanan yang berjalan diselesaikan, petugas keluar. Ctrl-C sekali lagi untuk putus.',
	closingTime: 'Semua pengunjung sudah pulang; petugas keluar.',
};

export interface Numbers {
	readonly stopped: boolean;
	readonly moment: Moment;
	readonly numbers: number;
	readonly places: number;
	readonly turnedAway: number;
	readonly served: number;
	readonly noShow: number;
	readonly nextStep: number;
	readonly wrongDesk: number;
	readonly undone: number;
	readonly medianWait: number | null;
	readonly p90Wait: number | null;
	/** "line_empty 12, visit_busy 3" */
	readonly understood: string;
}

export const summary = (it: Numbers): string =>
	[
		`${it.stopped ? 'Dihentikan' : 'Selesai'} pukul ${clock(it.moment)} waktu simulasi.`,
		`  Nomor            ${number(it.numbers)} (${number(it.places)} tempat antre; ${number(it.turnedAway)} pulang karena tutup)`,
		`  Dilayani         ${number(it.served)}`,
		`  Tidak hadir      ${number(it.noShow)}`,
		`  Dialihkan        ${number(it.nextStep)} ke langkah berikutnya, ${number(it.wrongDesk)} salah loket`,
		`  Salah tekan      ${number(it.undone)} diurungkan atau dikembalikan`,
		`  Menunggu         median ${minutes(it.medianWait)}, P90 ${minutes(it.p90Wait)} (menit simulasi)`,
		`  Kalah cepat      ${it.understood || '-'} (petugas melihat lagi lalu meneruskan)`,
	].join('\n');

export const verdict = {
	agrees: 'Laporan server cocok dengan hitungan demo, dan setiap jumlahnya benar.',
	sumsWrong: 'Laporan server tidak seimbang: jumlah baris tidak sama dengan totalnya.',
	differs: (what: string, mine: string, theirs: string): string => `  ${what}: demo ${mine}, laporan ${theirs}`,
	differsHeading: 'Laporan server berbeda dengan hitungan demo:',
	people: 'Laporan server berbeda dengan hitungan demo karena ada orang lain (atau hari lain) yang ikut; itu wajar:',
	unread: (code: string): string => `Laporan server tidak dapat dibaca (${code}).`,
	unexpected: (list: string): string => `Penolakan yang tidak semestinya: ${list}`,
	names: {
		issued: 'tempat antre',
		served: 'dilayani',
		noShow: 'tidak hadir',
		transferred: 'dialihkan',
		open: 'masih terbuka',
		median: 'median menunggu (ms)',
		p90: 'P90 menunggu (ms)',
	},
};
