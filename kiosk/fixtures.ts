// The demo hall as a kiosk sees it on a busy morning, and its bad days: a holiday, the Friday break, everything full.
// For the gallery and the tests; nothing here is part of the program.

import type { Availability } from '../shared/availability.ts';
import type { Taken } from '../shared/contract.ts';
import { instantOf, readDay } from '../shared/day.ts';
import type { Completion, Guide } from '../shared/hall.ts';
import type {
	AgencyId,
	CounterNumber,
	Instant,
	PrinterId,
	QueueId,
	Rev,
	RoomId,
	ServiceId,
	VisitId,
	ZoneNumber,
} from '../shared/id.ts';
import type { AgencyFacts, KioskService, KioskView, QueueNow, Shown, SlipNow } from '../shared/views.ts';

/** Zone, id, short name, name. */
const AGENCIES = `
1 | dpmptsp | DPMPTSP | Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu
1 | disdukcapil | Disdukcapil | Dinas Kependudukan dan Pencatatan Sipil
2 | bapenda | Bapenda | Badan Pendapatan Daerah
2 | dinkes | Dinkes | Dinas Kesehatan
2 | dinsos | Dinsos | Dinas Sosial
2 | disnaker | Disnaker | Dinas Tenaga Kerja
2 | pupr | PUPR | Dinas Pekerjaan Umum dan Penataan Ruang
2 | dlh | DLH | Dinas Lingkungan Hidup
2 | koperindag | Diskopdag | Dinas Koperasi, UKM, dan Perdagangan
3 | polres | Polres Palopo | Kepolisian Resor Palopo (SKCK dan sidik jari)
3 | samsat | Samsat | UPT Pendapatan Wilayah Palopo (Samsat)
3 | imigrasi | Imigrasi | Kantor Imigrasi Kelas III Non TPI Palopo
3 | atrbpn | ATR/BPN | Kantor Pertanahan Kota Palopo
3 | kpp | KPP Pratama | KPP Pratama Palopo
3 | kemenag | Kemenag | Kantor Kementerian Agama Kota Palopo
4 | bpjskes | BPJS Kesehatan | BPJS Kesehatan Cabang Palopo
4 | bpjstk | BPJS Ketenagakerjaan | BPJS Ketenagakerjaan Palopo
4 | pam | PAM TM | Perumda Air Minum Tirta Mangkaluku Kota Palopo
4 | bank | Bank Sulselbar | Bank Sulselbar (payment point)
1 | mpp | Pengelola MPP | Pusat Informasi, Pengaduan, dan Konsultasi MPP Palopo
`;

/** Agency, prefix, counters. */
const QUEUES = `
dpmptsp | A | 1 2 3 4
dpmptsp | B | 1 2 3 4
disdukcapil | C | 5 6 7 9
disdukcapil | D | 6 7 8 9
bapenda | E | 10 11
dinkes | F | 12
dinsos | G | 13
disnaker | H | 14
pupr | J | 15
dlh | K | 16
koperindag | L | 17
polres | M | 18 19
samsat | N | 20 21
imigrasi | P | 22
atrbpn | R | 23
kpp | S | 24
kemenag | T | 25
bpjskes | U | 26 27
bpjstk | W | 28
pam | X | 29
bank | Y | 30
mpp | Z | 31 32
`;

/** Agency, prefix, id, name, category, counter minutes, completion, fee, product, requirements. */
const SERVICES = `
dpmptsp | A | nib | Pendampingan OSS: Nomor Induk Berusaha (NIB) UMK | permit | 20 | 1 hari_kerja | Gratis | NIB | KTP-el; NPWP (bila ada); Nomor HP dan email aktif; Data usaha (KBLI, alamat, modal)
dpmptsp | A | sertifikat-standar | Sertifikat Standar / Izin Usaha Risiko Menengah-Tinggi | permit | 20 | 5 hari_kerja | Gratis | Sertifikat Standar | NIB; Dokumen pemenuhan standar usaha; KKPR
dpmptsp | A | pbg | Pendaftaran Persetujuan Bangunan Gedung (PBG) | permit | 15 | 28 hari_kerja | Retribusi PBG sesuai perda | PBG | KTP-el pemilik; Bukti kepemilikan tanah; KKPR/informasi tata ruang; Gambar rencana teknis; Dokumen lingkungan (bila wajib)
dpmptsp | B | sip-bidan | Surat Izin Praktik (SIP) Bidan | permit | 15 | 5 hari_kerja | Gratis | SIP Bidan | Permohonan bermeterai; Fotokopi KTP-el; Pas foto 4x6 3 lembar; Ijazah legalisir; STR yang masih berlaku; Rekomendasi organisasi profesi (IBI); Surat keterangan sehat dari dokter ber-SIP; Surat keterangan pimpinan fasyankes
dpmptsp | B | sip-dokter | Surat Izin Praktik (SIP) Dokter/Dokter Gigi | permit | 15 | 5 hari_kerja | Gratis | SIP | Permohonan; Fotokopi KTP-el; NPWP (praktik mandiri); Ijazah legalisir; STR dari KKI; SIP pertama/kedua (untuk SIP lanjutan); Surat keterangan sehat; Surat keterangan tempat praktik; Pas foto latar merah 4x6 3 lembar
dpmptsp | B | reklame | Izin Penyelenggaraan Reklame | permit | 15 | 3 jam | Gratis | Izin Reklame | Permohonan bermeterai; Fotokopi KTP-el; Pas foto 3x4 2 lembar; Bukti lunas pajak reklame; Foto lokasi dari 3 arah jarak 10 meter; Surat kesepakatan pemilik bangunan; Gambar produk/pesan
dpmptsp | B | izin-penelitian | Izin/Rekomendasi Penelitian (mahasiswa) | permit | 5 | 5 menit | Gratis | Surat izin penelitian | Surat pengantar perguruan tinggi; Proposal penelitian; KTP-el/KTM
dpmptsp | B | ambil-izin | Pengambilan produk izin | non_permit | 5 | - | Gratis | Dokumen izin | Tanda terima berkas; KTP-el / surat kuasa
disdukcapil | C | ktp-rekam | Perekaman KTP-el pemula | non_permit | 10 | 1 hari_kerja | Gratis | KTP-el / Suket | Berusia 17 tahun atau sudah/pernah kawin; Fotokopi KK
disdukcapil | C | ktp-ganti | KTP-el hilang, rusak, atau perubahan data | non_permit | 10 | 1 hari_kerja | Gratis | KTP-el | Surat keterangan hilang dari kepolisian / KTP-el yang rusak; Fotokopi KK; Dokumen pendukung perubahan (bila perubahan data)
disdukcapil | C | ikd | Aktivasi Identitas Kependudukan Digital (IKD) | non_permit | 7 | - | Gratis | IKD aktif | KTP-el; Ponsel Android/iOS; Email aktif; Hadir sendiri untuk pindai wajah
disdukcapil | C | kia | Kartu Identitas Anak (KIA) | non_permit | 10 | 1 hari_kerja | Gratis | KIA | Akta kelahiran anak; KK; KTP-el orang tua; Pas foto (usia 5-17 tahun)
disdukcapil | D | kk-baru | Kartu Keluarga baru / pisah KK | non_permit | 15 | 3 hari_kerja | Gratis | KK | Buku nikah/kutipan akta perkawinan atau perceraian; Surat keterangan pindah (bila pindah); Formulir F-1.01; Nomor HP dan email pemohon
disdukcapil | D | kk-ubah | Kartu Keluarga perubahan data / tambah anak | non_permit | 12 | 3 hari_kerja | Gratis | KK | KK lama; Bukti peristiwa kependudukan/peristiwa penting; Nomor HP dan email pemohon
disdukcapil | D | kk-hilang | Kartu Keluarga hilang atau rusak | non_permit | 10 | 3 hari_kerja | Gratis | KK | Surat keterangan hilang dari kepolisian / KK yang rusak; Fotokopi KTP-el
disdukcapil | D | akta-lahir | Akta kelahiran | non_permit | 15 | 1 hari_kerja | Gratis | Kutipan akta kelahiran | Surat keterangan lahir dari RS/puskesmas/bidan; Buku nikah/akta perkawinan orang tua; KK; KTP-el pelapor dan 2 saksi; Formulir F-2.01
disdukcapil | D | akta-mati | Akta kematian | non_permit | 15 | 1 hari_kerja | Gratis | Kutipan akta kematian | Surat keterangan kematian; KK/KTP-el almarhum; KTP-el pelapor dan saksi
disdukcapil | D | pindah | Pindah/datang penduduk (SKPWNI) | non_permit | 12 | 1 hari_kerja | Gratis | SKPWNI | KK; KTP-el; Formulir F-1.03
disdukcapil | D | konsultasi-adminduk | Konsultasi kependudukan / sinkronisasi NIK | non_permit | 10 | - | Gratis | Penjelasan / data sinkron | KTP-el atau KK
bapenda | E | pbb-bayar | Informasi dan pembayaran PBB-P2 | non_permit | 7 | - | Sesuai SPPT | Bukti bayar | NOP / SPPT PBB
bapenda | E | pbb-mutasi | Mutasi/pembetulan SPPT PBB-P2 | non_permit | 15 | 7 hari_kerja | Gratis | SPPT baru | Formulir SPOP/LSPOP; Fotokopi KTP-el; Bukti kepemilikan tanah; SPPT tahun terakhir
bapenda | E | bphtb | Validasi SSPD BPHTB | non_permit | 15 | 3 hari_kerja | BPHTB terutang | SSPD tervalidasi | SSPD BPHTB; Fotokopi KTP-el para pihak; Bukti kepemilikan; SPPT PBB lunas
dinkes | F | rekom-sip | Rekomendasi izin tenaga/fasilitas kesehatan | permit | 15 | 3 hari_kerja | Gratis | Rekomendasi | STR; Ijazah; Surat keterangan tempat praktik
dinkes | F | pirt | Pendampingan SPP-IRT | permit | 20 | 7 hari_kerja | Gratis | SPP-IRT | NIB; Label produk; Sertifikat penyuluhan keamanan pangan
dinsos | G | dtks | Pengecekan/usulan data bantuan sosial | non_permit | 12 | - | Gratis | Status/usulan data | KTP-el; KK
dinsos | G | pbi | Rekomendasi PBI-JKN / surat keterangan | non_permit | 12 | 1 hari_kerja | Gratis | Rekomendasi | KTP-el; KK; Surat keterangan dari kelurahan; Surat rujukan (bila sakit)
disnaker | H | ak1 | Kartu pencari kerja (AK-1) | non_permit | 10 | 1 hari_kerja | Gratis | Kartu AK-1 | KTP-el; Ijazah terakhir; Pas foto 3x4 2 lembar; Akun SIAPkerja
disnaker | H | cpmi | Rekomendasi paspor calon pekerja migran | non_permit | 15 | 1 hari_kerja | Gratis | Rekomendasi | KTP-el; KK; Akta kelahiran; Surat izin keluarga; Perjanjian penempatan
pupr | J | kkpr | Informasi tata ruang / KKPR | permit | 20 | 10 hari_kerja | Gratis | KKPR / informasi tata ruang | KTP-el; Bukti penguasaan tanah; Koordinat lokasi; Rencana teknis
pupr | J | konsul-pbg | Konsultasi teknis PBG/SLF | non_permit | 25 | - | Gratis | Berita acara konsultasi | Gambar rencana teknis
dlh | K | sppl | SPPL / UKL-UPL | permit | 20 | 5 hari_kerja | Gratis | Persetujuan lingkungan | NIB; KTP-el; Uraian kegiatan; KKPR
dlh | K | retribusi-sampah | Retribusi kebersihan | non_permit | 7 | - | Sesuai perda | Bukti bayar | Nomor wajib retribusi
koperindag | L | konsul-umkm | Konsultasi usaha mikro, halal, dan merek | non_permit | 20 | - | Gratis | Rencana tindak lanjut | KTP-el; NIB
polres | M | skck-baru | SKCK baru | non_permit | 30 | 1 hari_kerja | Rp30.000 (PNBP PP 76/2020) | SKCK | Fotokopi KTP-el; Fotokopi KK; Fotokopi akta lahir; Rumus sidik jari; Pas foto 4x6 latar merah 4-6 lembar; Fotokopi paspor (bila ke luar negeri)
polres | M | skck-perpanjang | SKCK perpanjangan | non_permit | 15 | 1 hari_kerja | Rp30.000 (PNBP PP 76/2020) | SKCK | SKCK lama; Fotokopi KTP-el; Fotokopi KK; Pas foto 4x6 latar merah
polres | M | sidik-jari | Perumusan sidik jari (AK-23) | non_permit | 10 | - | Gratis | Kartu sidik jari | Fotokopi KTP-el; Pas foto 4x6 2 lembar; Pas foto 2x3 1 lembar
samsat | N | pkb-tahunan | Pajak kendaraan tahunan (pengesahan STNK) | non_permit | 10 | - | PKB + opsen 66% + SWDKLLJ; pengesahan gratis sejak 2018 | STNK disahkan | KTP-el asli pemilik; STNK asli
samsat | N | stnk-5th | Perpanjangan STNK 5 tahunan | non_permit | 20 | 1 hari_kerja | PNBP motor Rp160.000 / mobil Rp300.000 + pajak | STNK dan TNKB baru | KTP-el asli; STNK asli; BPKB asli; Kendaraan untuk cek fisik; Surat kuasa bermeterai (bila diwakilkan)
imigrasi | P | paspor-baru | Paspor RI baru/penggantian | non_permit | 25 | 4 hari_kerja | PNBP paspor biasa (tarif berubah, wajib dikonfirmasi) | Paspor | KTP-el; KK; Akta lahir/ijazah/buku nikah; Paspor lama (penggantian); Bukti antrean M-Paspor
imigrasi | P | paspor-ambil | Pengambilan paspor | non_permit | 7 | - | Gratis | Paspor | Tanda terima; KTP-el
atrbpn | R | cek-sertipikat | Pengecekan sertipikat / informasi pertanahan | non_permit | 15 | 1 hari_kerja | PNBP Rp50.000 per bidang (konfirmasi) | Hasil pengecekan | Sertipikat asli; KTP-el
atrbpn | R | roya | Roya / balik nama (penerimaan berkas) | non_permit | 20 | 5 hari_kerja | PNBP | Sertipikat | Sertipikat asli; Surat roya bank / AJB; KTP-el; Bukti BPHTB dan PPh (balik nama)
kpp | S | npwp | NPWP/NIK padan dan aktivasi Coretax | non_permit | 15 | 1 hari_kerja | Gratis | NPWP | KTP-el; KK; Nomor HP dan email
kpp | S | spt | Asistensi pelaporan SPT | non_permit | 20 | - | Gratis | BPE | Bukti potong; Akun DJP
kemenag | T | haji | Pendaftaran/informasi haji | non_permit | 20 | - | Gratis | SPPH | KTP-el; KK; Akta lahir/buku nikah; Bukti setoran awal; Pas foto
kemenag | T | nikah | Informasi dan pendaftaran nikah | non_permit | 15 | - | Gratis di KUA / Rp600.000 di luar KUA | Jadwal nikah | N1-N4 dari kelurahan; KTP-el; KK; Pas foto
bpjskes | U | jkn-daftar | Pendaftaran peserta JKN | non_permit | 15 | - | Iuran sesuai kelas | Kepesertaan | KK; KTP-el; Buku rekening (autodebet)
bpjskes | U | jkn-ubah | Perubahan data / faskes / aktivasi ulang | non_permit | 10 | - | Gratis | Data terbarui | KTP-el/KIS; KK
bpjskes | U | jkn-aduan | Penanganan pengaduan JKN | non_permit | 15 | - | Gratis | Tindak lanjut | KTP-el/KIS
bpjstk | W | jht | Klaim JHT | non_permit | 25 | 5 hari_kerja | Gratis | Pembayaran JHT | KTP-el; Kartu peserta; Buku rekening; Surat keterangan berhenti bekerja; NPWP (saldo > Rp50 juta)
bpjstk | W | bpu | Pendaftaran peserta BPU/perusahaan | non_permit | 15 | - | Iuran | Kepesertaan | KTP-el; NIB (perusahaan)
pam | X | air-pasang | Pasang sambungan baru | non_permit | 15 | 6 hari_kerja | Biaya sambungan | Sambungan rumah | KTP-el; KK; Bukti PBB; Denah lokasi
pam | X | air-bayar | Pembayaran dan pengaduan tagihan air | non_permit | 7 | - | Tagihan | Bukti bayar | Nomor pelanggan
bank | Y | bayar | Pembayaran pajak, retribusi, PNBP | non_permit | 5 | - | Sesuai tagihan | Bukti bayar | Kode bayar / tagihan
mpp | Z | informasi | Informasi layanan dan pendampingan kios | non_permit | 5 | - | Gratis | Arahan / tiket | 
mpp | Z | pengaduan | Pengaduan layanan | non_permit | 20 | 5 hari_kerja | Gratis | Nomor register aduan | KTP-el (boleh dirahasiakan); Nomor tiket (bila ada)
mpp | Z | konsultasi | Konsultasi perizinan | non_permit | 25 | - | Gratis | Penjelasan | 
`;

const ZONES = [
	'Zona 1 - Perizinan, Kependudukan, Informasi',
	'Zona 2 - Perangkat Daerah',
	'Zona 3 - Instansi Vertikal dan Samsat',
	'Zona 4 - BUMN/BUMD dan Jaminan Sosial',
];

const rows = (table: string): readonly (readonly string[])[] =>
	table
		.trim()
		.split('\n')
		.map((row) => row.split(' | '));

const cell = (row: readonly string[], at: number): string => {
	const text = row[at];
	if (text === undefined) throw new Error(`No cell ${at} in: ${row.join(' | ')}`);
	return text;
};

export const serviceId = (id: string): ServiceId => id as ServiceId;
export const agencyId = (id: string): AgencyId => id as AgencyId;
export const queueId = (agency: string, prefix: string): QueueId => `${agency}/${prefix}` as QueueId;

const agencies: readonly AgencyFacts[] = rows(AGENCIES).map((row) => ({
	zone: Number(cell(row, 0)) as ZoneNumber,
	id: agencyId(cell(row, 1)),
	shortName: cell(row, 2),
	name: cell(row, 3),
}));

/** What the hall has written down of one service; of the others nothing. */
const WRITTEN: Readonly<Record<string, Pick<KioskService, 'procedure' | 'complaint' | 'online' | 'keywords'>>> = {
	'skck-baru': {
		procedure: [
			'Rumuskan sidik jari bila belum pernah',
			'Ambil nomor di kios, lalu tunggu panggilan',
			'Serahkan berkas dan isi daftar pertanyaan',
			'Bayar PNBP',
			'SKCK dicetak',
		],
		complaint: 'Layanan Polisi 110, atau loket 32',
		online: 'https://skck.polri.go.id',
		keywords: ['surat kelakuan baik', 'bikin SKCK'],
	},
};

/** Occasions of life, each with the services that it usually needs. */
const GUIDES: readonly Guide[] = (
	[
		['Kelahiran anak', ['akta-lahir', 'kk-ubah', 'kia', 'jkn-daftar']],
		['Menikah', ['nikah', 'kk-baru', 'ktp-ganti']],
		['Pindah domisili', ['pindah', 'kk-ubah', 'ktp-ganti', 'jkn-ubah']],
		['Kematian keluarga', ['akta-mati', 'kk-ubah', 'bphtb', 'roya']],
		['Membuka usaha', ['nib', 'npwp', 'sertifikat-standar', 'pirt', 'konsul-umkm', 'sppl']],
		['KTP atau KK hilang', ['ktp-ganti', 'kk-hilang', 'ikd']],
		['Melamar kerja', ['ak1', 'skck-baru', 'skck-perpanjang', 'sidik-jari', 'cpmi']],
		['Kendaraan dan pajak', ['pkb-tahunan', 'stnk-5th', 'pbb-bayar', 'spt']],
	] as const
).map(([name, ids]) => ({ name, services: ids.map((id) => id as ServiceId) }));

const completionOf = (text: string): Completion | null => {
	const [value, unit] = text.split(' ');
	if (unit !== 'hari_kerja' && unit !== 'hari' && unit !== 'jam' && unit !== 'menit') return null;
	return { value: Number(value), unit };
};

const services: readonly KioskService[] = rows(SERVICES).map((row) => ({
	id: serviceId(cell(row, 2)),
	agencyId: agencyId(cell(row, 0)),
	queueId: queueId(cell(row, 0), cell(row, 1)),
	name: cell(row, 3),
	category: cell(row, 4) === 'permit' ? 'permit' : 'non_permit',
	counterMinutes: Number(cell(row, 5)),
	completion: completionOf(cell(row, 6)),
	fee: { amount: cell(row, 7) === 'Gratis' ? 0 : null, text: cell(row, 7) },
	product: cell(row, 8),
	...(WRITTEN[cell(row, 2)] ?? { procedure: [], complaint: null, online: null, keywords: [] }),
	requirements: (row[9] ?? '').split('; ').filter((it) => it !== ''),
}));

const day = readDay('2026-11-25');
if (day === null) throw new Error('The day of the fixtures is none');
/** Wednesday, 25 November 2026, 09.14 in Palopo. */
export const morning: Instant = instantOf(day, 9 * 60 + 14, 'Asia/Makassar');
const HOUR = 3_600_000;

const queues: readonly QueueNow[] = rows(QUEUES).map((row, place) => {
	const counters = cell(row, 2)
		.split(' ')
		.map((it) => Number(it) as CounterNumber);
	const waiting = (place * 7) % 13;
	return {
		id: queueId(cell(row, 0), cell(row, 1)),
		prefix: cell(row, 1),
		availability: { open: true, until: morning + 6 * HOUR },
		waiting,
		openCounters: counters.length,
		wait: { fromMinutes: waiting * 2, toMinutes: waiting * 4, basis: place % 3 === 0 ? 'standard' : 'history' },
		quotaLeft: cell(row, 0) === 'imigrasi' ? 8 : null,
		counters,
	};
});

const closed = (
	reason: Extract<Availability, { open: false }>['reason'],
	note: string | null,
	inHours: number | null,
) => ({ open: false, reason, note, opens: inHours === null ? null : morning + inHours * HOUR }) as const;

/** What is closed on this Wednesday: Imigrasi comes on Tuesday and Thursday, Dinsos has not opened, one line is full. */
const TODAY_CLOSED: ReadonlyMap<string, Availability> = new Map<string, Availability>([
	['imigrasi/P', closed('not_today', null, 22.77)],
	['dinsos/G', closed('no_officer', null, null)],
	['dpmptsp/B', closed('quota', null, 22.77)],
]);

const shown = (view: KioskView): Shown<KioskView> => ({ rev: 4_711 as Rev, at: morning, view });

export const busyMorning: Shown<KioskView> = shown({
	hall: {
		name: 'Mal Pelayanan Publik Kota Palopo',
		city: 'Palopo',
		timeZone: 'Asia/Makassar',
		demo: true,
		runningText: 'Semua layanan di aula ini bebas pungutan liar.',
		complaintLine: 'SP4N-LAPOR! (lapor.go.id atau SMS 1708) dan meja pengaduan Loket 31',
		desk: 'loket',
	},
	day,
	zones: ZONES.map((name, at) => ({ number: (at + 1) as ZoneNumber, name })),
	agencies,
	services,
	queues: queues.map((queue) => {
		const availability = TODAY_CLOSED.get(queue.id);
		return availability ? { ...queue, availability, openCounters: 0, wait: null } : queue;
	}),
	guides: GUIDES,
	slips: [],
	rooms: [],
	pledge:
		'Kami sanggup menyelenggarakan pelayanan sesuai standar yang telah ditetapkan. Bila tidak menepati janji ini, kami siap menerima sanksi sesuai peraturan perundang-undangan.',
	facilities: ['Ruang laktasi', 'Ruang bermain anak', 'Kursi roda', 'Musala', 'Toilet ramah disabilitas'],
	languages: ['jv'],
});

/** A hall that has only a few agencies yet: they stand on its first screen. */
export const small: Shown<KioskView> = shown({ ...busyMorning.view, agencies: agencies.slice(0, 5) });

/** A hall of so many agencies in so many zones, with so many services, as unevenly spread as halls are. */
export function hallOf(agencyCount: number, zoneCount: number, serviceCount: number): KioskView {
	const { view } = busyMorning;
	const like = <Item>(items: readonly Item[], at: number): Item => {
		const item = items[at % items.length];
		if (item === undefined) throw new Error('The fixtures are empty');
		return item;
	};
	const again = (name: string, at: number, of: number): string =>
		at < of ? name : `${name} ${Math.floor(at / of) + 1}`;
	const id = (at: number): AgencyId => agencyId(`agency-${at}`);
	return {
		...view,
		guides: [],
		zones: Array.from({ length: zoneCount }, (_, at) => ({ number: (at + 1) as ZoneNumber, name: `Zona ${at + 1}` })),
		agencies: Array.from({ length: agencyCount }, (_, at) => {
			const { shortName, name } = like(agencies, at);
			return {
				id: id(at),
				shortName: again(shortName, at, agencies.length),
				name,
				zone: ((at % zoneCount) + 1) as ZoneNumber,
			};
		}),
		services: Array.from({ length: serviceCount }, (_, at) => {
			const service = like(services, at);
			return {
				...service,
				id: serviceId(`service-${at}`),
				name: again(service.name, at, services.length),
				// The first two agencies have many, as everywhere.
				agencyId: id(at < 12 ? at % 2 : at % agencyCount),
				queueId: queueId('', `${at % agencyCount}`),
			};
		}),
		queues: Array.from({ length: agencyCount }, (_, at) => ({ ...like(queues, at), id: queueId('', `${at}`) })),
	};
}
/** As many agencies and services as the largest halls have. */
export const largest: Shown<KioskView> = shown(hallOf(40, 5, 158));

const everyQueue = (availability: Availability): Shown<KioskView> =>
	shown({
		...busyMorning.view,
		queues: queues.map((queue) => ({ ...queue, availability, waiting: 0, openCounters: 0, wait: null })),
	});

export const fridayPrayer = everyQueue(closed('break', 'Jeda Istirahat Salat Jumat', 1.5));
export const holiday = everyQueue(closed('holiday', 'Hari Raya Natal', 47));
export const beforeOpening = everyQueue(closed('before_opening', null, 0.77));

/** A number just taken for these services, the first of which gives it. */
export function takenFor(ids: readonly string[], number: string): Taken {
	const { hall, agencies, services, queues } = busyMorning.view;
	const places = ids.flatMap((id) => {
		const service = services.find((it) => it.id === id);
		const agency = agencies.find((it) => it.id === service?.agencyId);
		const queue = queues.find((it) => it.id === service?.queueId);
		if (!service || !agency || !queue) throw new Error(`No service ${id} in the fixtures`);
		return [
			{
				agency,
				service: service.name,
				state: 'waiting',
				outcome: null,
				counter: null,
				counters: queue.counters,
				ahead: queue.waiting,
				wait: queue.wait,
				issuedAt: morning,
			} as const,
		];
	});
	return {
		visitId: VISIT,
		number,
		token: 'Xk3vQ0cZb1uT7mWpA9sLdQ',
		address: 'http://mpp-palopo.local:3000/t/Xk3vQ0cZb1uT7mWpA9sLdQ',
		visit: { hall, number, day: busyMorning.view.day, places },
		services: ids.map(serviceId),
		priority: null,
	};
}

const VISIT = 512 as VisitId;
export const nextKiosk = { id: 2 as PrinterId, name: 'Kios 2' };

/** The slip of the number just taken, printed at the kiosk's own printer. */
export const slipNow = (slip: Partial<SlipNow>): SlipNow => ({
	visitId: VISIT,
	state: 'printed',
	fault: null,
	printer: 'Kios 1',
	elsewhere: null,
	here: false,
	...slip,
});

/** The same in a hall with rooms out of sight of its boards. */
export const withRooms = (slip: Partial<SlipNow>): Shown<KioskView> =>
	shown({
		...busyMorning.view,
		slips: [slipNow(slip)],
		rooms: [
			{ id: 'laktasi' as RoomId, name: 'Ruang laktasi' },
			{ id: 'bermain' as RoomId, name: 'Ruang bermain anak' },
		],
	});

export const withSlip = (slip: Partial<SlipNow>): Shown<KioskView> =>
	shown({ ...busyMorning.view, slips: [slipNow(slip)] });
