// Sentences that several screens and the slip share: refusals, why a line is closed, priorities, waits, times.

import type { ClosedReason } from '../../availability.ts';
import type { HeadStart } from '../../hall.ts';
import type { Refusal } from '../../refusal.ts';
import type { SlipFault, SlipState } from '../../slip.ts';
import type { DeskWord } from '../../speech.ts';
import type { Outcome, ParkReason, State } from '../../ticket.ts';
import type { WaitRange } from '../../wait.ts';
import { timeWords } from '../time.ts';

const time = timeWords('id-ID', { second: 'dtk', minute: 'mnt', hour: 'j', timeSeparator: '.' });

/** As it begins a line: "Loket 3". */
export const DESKS: Readonly<Record<DeskWord, string>> = { loket: 'Loket', meja: 'Meja', ruang: 'Ruang' };

const closed: Readonly<Record<ClosedReason, (note: string | null) => string>> = {
	holiday: (note) => (note ? `Libur: ${note}` : 'Hari libur'),
	not_today: () => 'Tidak melayani hari ini',
	before_opening: () => 'Antrean belum dibuka',
	break: (note) => note ?? 'Sedang istirahat',
	after_cutoff: () => 'Pengambilan nomor hari ini sudah ditutup',
	after_closing: () => 'Pelayanan hari ini telah selesai',
	quota: () => 'Kuota hari ini sudah terpenuhi',
	no_officer: () => 'Gerai belum dibuka',
};

const states: Readonly<Record<State, string>> = {
	waiting: 'Menunggu',
	called: 'Dipanggil',
	serving: 'Dilayani',
	parked: 'Ditunda',
	missed: 'Tidak hadir',
	closed: 'Selesai',
};

const outcomes: Readonly<Record<Outcome, string>> = {
	served: 'Selesai dilayani',
	no_show: 'Tidak hadir',
	transferred: 'Dialihkan',
	cancelled: 'Dibatalkan',
	expired: 'Kedaluwarsa',
	withdrawn: 'Dibatalkan: pengalihan diurungkan',
};

const headStarts: Readonly<Record<Exclude<HeadStart, null>, string>> = {
	elderly: 'Lanjut usia (60 tahun ke atas)',
	disability: 'Penyandang disabilitas',
	pregnant: 'Ibu hamil',
	nursing: 'Ibu menyusui / membawa balita',
	child: 'Anak-anak',
	disaster: 'Korban bencana alam atau sosial',
	continuing: 'Lanjutan dari loket lain',
};

const parkReasons: Readonly<Record<ParkReason, string>> = {
	documents: 'Berkas belum lengkap',
	payment: 'Membayar dahulu',
	copies: 'Fotokopi atau foto',
	other: 'Alasan lain',
};

const slips: Readonly<Record<SlipState, string>> = {
	queued: 'Karcis menunggu dicetak',
	printing: 'Karcis sedang dicetak',
	printed: 'Karcis sudah dicetak',
	unconfirmed: 'Karcis dikirim ke printer; printer tidak memberi kabar',
	failed: 'Karcis tidak tercetak',
};

const slipFaults: Readonly<Record<SlipFault, string>> = {
	paper_out: 'Printer kehabisan kertas',
	cover_open: 'Tutup printer terbuka',
	cutter: 'Pemotong kertas printer macet',
	offline: 'Printer sedang tidak siap',
	refused: 'Printer menolak sambungan',
	unreachable: 'Printer tidak dapat dihubungi',
	stalled: 'Printer berhenti di tengah karcis',
	reset: 'Sambungan ke printer terputus',
	near_end: 'Kertas printer hampir habis',
	cancelled: 'Karcis dibatalkan',
	too_late: 'nomor diambil saat server tidak tersambung',
};

/** "sekitar 10-25 menit"; without the hall's own history it says that it is an estimate. */
const wait = (range: WaitRange): string => {
	if (range.toMinutes === 0) return 'segera dipanggil';
	const about = range.basis === 'history' ? 'sekitar' : 'perkiraan';
	return range.fromMinutes === range.toMinutes
		? `${about} ${range.toMinutes} menit`
		: `${about} ${range.fromMinutes}–${range.toMinutes} menit`;
};

/** "Tiga orang sebelum Anda" in figures. */
const ahead = (people: number): string =>
	people === 0 ? 'Anda berikutnya' : `${time.count(people)} orang sebelum Anda`;

const unknown = {
	ticket: 'Nomor itu tidak ditemukan.',
	service: 'Layanan itu tidak ditemukan.',
	counter: 'Loket itu tidak ditemukan.',
	officer: 'Petugas itu tidak ditemukan.',
	visit: 'Kunjungan itu tidak ditemukan.',
	address: 'Alamat itu tidak ada.',
	printer: 'Printer itu tidak ditemukan.',
	zone: 'Zona itu tidak ada di aula ini.',
	board: 'Papan itu tidak ditemukan.',
	place: 'Tempat itu sudah tidak ada di aula ini. Pilih yang lain.',
	media: 'Video atau gambar itu sudah tidak ada.',
	number: 'Nomor itu tidak ada di antrean hari ini. Tulis seperti C-017.',
	device: 'Layar ini belum dipasangkan. Buka alamat /pair atau hubungi pengelola aula.',
} as const;

/** One sentence for every expected "no"; says what to do where something can be done. */
function refusal(no: Refusal): string {
	switch (no.code) {
		case 'malformed':
			return `Isian tidak sesuai: ${no.where}.`;
		case 'not_signed_in':
			return 'Silakan masuk lebih dahulu.';
		case 'not_allowed':
			return 'Anda tidak berwenang melakukan ini.';
		case 'unknown':
			return unknown[no.what];
		case 'closed':
			return `${closed[no.reason](no.note)}.`;
		case 'stale':
			return 'Keadaan sudah berubah. Periksa layar, lalu coba lagi.';
		case 'line_empty':
			return 'Tidak ada yang menunggu.';
		case 'counter_busy':
			return `Selesaikan ${no.number} lebih dahulu.`;
		case 'counter_taken':
			return `Loket ${no.counter} sedang dipakai ${no.officer}.`;
		case 'officer_elsewhere':
			return `Anda masih masuk di loket ${no.counter}. Keluar dari sana lebih dahulu.`;
		case 'on_break':
			return 'Loket sedang istirahat. Buka kembali lebih dahulu.';
		case 'not_on_break':
			return 'Loket tidak sedang istirahat.';
		case 'visit_busy':
			return no.counter === null
				? 'Pengunjung ini sedang di loket lain.'
				: `Pengunjung ini sedang di loket ${no.counter}.`;
		case 'wrong_state':
			return 'Tidak dapat dilakukan pada nomor ini sekarang.';
		case 'not_your_ticket':
			return 'Nomor ini ditangani petugas lain.';
		case 'already_in_line':
			return 'Pengunjung ini sudah mengantre di sana.';
		case 'same_queue':
			return 'Pengunjung ini sudah berada di antrean itu.';
		case 'nothing_to_undo':
			return 'Tidak ada yang dapat diurungkan.';
		case 'undo_too_late':
			return 'Sudah lewat 10 detik, tidak dapat diurungkan lagi.';
		case 'wrong_pin':
			return no.left > 0
				? `Nama pengguna atau PIN salah. Tersisa ${no.left} percobaan.`
				: 'Nama pengguna atau PIN salah.';
		case 'locked_out':
			return 'Terlalu banyak percobaan. Coba lagi beberapa menit lagi atau hubungi pengelola.';
		case 'too_many_services':
			return `Paling banyak ${no.most} layanan pada satu karcis.`;
		case 'too_fast':
			return 'Terlalu cepat. Tunggu sebentar, lalu coba lagi.';
		case 'too_soon':
			return `Kios ini baru saja memberi nomor. Silakan coba lagi ${no.seconds} detik lagi, atau pakai kios lain.`;
		case 'already_printed':
			return 'Karcis ini sudah dikirim ke printer.';
		case 'request_used':
			return `Permintaan ini sudah mendapat nomor ${no.number} untuk pilihan lain. Silakan pilih sekali lagi.`;
		case 'too_late':
			return 'Waktu untuk membatalkan di kios sudah lewat. Mintalah bantuan petugas.';
		case 'printer_away':
			return 'Printer sedang tidak dapat mencetak. Silakan foto layar ini.';
		case 'layout':
			return 'Susunan karcis belum benar.';
		case 'board_layout':
			return 'Papan tidak dapat dibagi seperti itu.';
		case 'media':
			return 'Berkas itu tidak dapat ditampilkan di papan.';
		case 'recording':
			return 'Rekaman itu tidak dapat dipakai.';
		case 'voice_pack':
			return 'Berkas suara itu tidak dapat dipakai; tidak ada yang diubah.';
		case 'offline':
			return 'Sambungan terputus; belum ada yang dikirim. Coba lagi sebentar lagi.';
		case 'no_answer':
			return 'Belum ada jawaban dari server. Periksa layar sebelum mencoba lagi.';
		case 'internal':
			return `Terjadi kesalahan pada sistem (${no.reference}). Tidak ada yang hilang; silakan coba lagi.`;
	}
}

export const common = {
	time,
	closed,
	states,
	outcomes,
	headStarts,
	parkReasons,
	slips,
	slipFaults,
	wait,
	ahead,
	refusal,
	counter: (number: number, desk: DeskWord): string => `${DESKS[desk]} ${number}`,
	opens: (when: string): string => `Buka kembali ${when}`,
	example: 'Contoh',
	completionUnits: { hari_kerja: 'hari kerja', hari: 'hari', jam: 'jam', menit: 'menit' },
};
