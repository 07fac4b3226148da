import { expect, test } from 'vitest';
import { checkHall } from './check.ts';
import { sample, sampleWith } from './sample.fixture.ts';

test('the hall of Palopo has no fault and nothing to warn of', () => {
	expect(checkHall(sample())).toEqual({ faults: [], warnings: [] });
});

const LONG = 'x'.repeat(121);
const friday = 'aula.jadwal.mingguan[4]';
const pause = (mulai: string, selesai: string) => ({ mulai, selesai, alasan: 'Istirahat' });

/** What is wrong, what was changed in the sample, and the places at which a fault is reported. */
const FAULTS: readonly (readonly [
	string,
	Readonly<Record<string, unknown>>,
	readonly (readonly [string, RegExp])[],
])[] = [
	[
		'a counter helps a queue that is nowhere',
		{ 'instansi[0].loket[0].antrean[1]': 'AA' },
		[['instansi[0].loket[0].antrean[1]', /Antrean "AA" tidak ada/]],
	],
	[
		'a counter helps a queue of another agency',
		{ 'instansi[3].loket[0].antrean[1]': 'C' },
		[['instansi[3].loket[0].antrean[1]', /milik instansi "disdukcapil"/]],
	],
	[
		'a service of no queue',
		{ 'instansi[3].layanan[0].antrean': 'AA' },
		[['instansi[3].layanan[0].antrean', /tidak ada/]],
	],
	[
		"a service of another agency's queue",
		{ 'instansi[3].layanan[0].antrean': 'A' },
		[['instansi[3].layanan[0].antrean', /milik instansi "dpmptsp"/]],
	],
	[
		'a counter helps the same queue twice',
		{ 'instansi[0].loket[0].antrean': ['A', 'B', 'A'] },
		[['instansi[0].loket[0].antrean[2]', /sudah dipakai di instansi\[0\]\.loket\[0\]\.antrean\[0\]/]],
	],
	[
		'a counter without a queue',
		{ 'instansi[3].loket[0].antrean': [], 'instansi[3].loket[0].antreanUtama': undefined },
		[['instansi[3].loket[0].antrean', /paling sedikit satu/]],
	],
	[
		'the main queue is not the first',
		{ 'instansi[0].loket[0].antreanUtama': 'B' },
		[['instansi[0].loket[0].antreanUtama', /harus menjadi yang pertama/]],
	],
	[
		'the main queue is not helped at all',
		{ 'instansi[0].loket[0].antreanUtama': 'C' },
		[['instansi[0].loket[0].antreanUtama', /harus menjadi yang pertama/]],
	],
	[
		'one prefix in two agencies',
		{
			'instansi[3].antrean[0].prefix': 'A',
			'instansi[3].loket[0]': { nomor: 12, antrean: ['A'] },
			'instansi[3].layanan': [],
		},
		[['instansi[3].antrean[0].prefix', /Prefiks "A" sudah dipakai di instansi\[0\]\.antrean\[0\]\.prefix/]],
	],
	[
		'a prefix with a digit',
		{
			'instansi[18].antrean[0].prefix': '4K',
			'instansi[18].loket[0].antreanUtama': '4K',
			'instansi[18].loket[0].antrean': ['4K'],
			'instansi[18].layanan[0].antrean': '4K',
		},
		[['instansi[18].antrean[0].prefix', /huruf besar/]],
	],
	[
		'a prefix of three letters',
		{
			'instansi[18].antrean[0].prefix': 'ABC',
			'instansi[18].loket[0]': { nomor: 30, antrean: ['ABC'] },
			'instansi[18].layanan[0].antrean': 'ABC',
		},
		[['instansi[18].antrean[0].prefix', /huruf besar/]],
	],
	[
		'two counters of one number',
		{ 'instansi[3].loket[0].nomor': 1 },
		[['instansi[3].loket[0].nomor', /Nomor loket 1 sudah dipakai di instansi\[0\]\.loket\[0\]\.nomor/]],
	],
	[
		'a counter that is no whole number',
		{ 'instansi[3].loket[0].nomor': 1.5 },
		[['instansi[3].loket[0].nomor', /bilangan bulat/]],
	],
	[
		'two agencies of one id',
		{ 'instansi[3].id': 'dinsos' },
		[['instansi[4].id', /Id instansi "dinsos" sudah dipakai/]],
	],
	[
		'two services of one id, in different agencies',
		{ 'instansi[3].layanan[0].id': 'nib' },
		[['instansi[3].layanan[0].id', /Id layanan "nib" sudah dipakai/]],
	],
	['an id with a slash', { 'instansi[3].id': 'din/kes' }, [['instansi[3].id', /huruf kecil/]]],
	['an agency in no zone', { 'instansi[3].zona': 9 }, [['instansi[3].zona', /Zona 9 tidak ada/]]],
	[
		'two zones of one number',
		{ 'aula.zona[1].nomor': 3 },
		[
			['aula.zona[2].nomor', /Nomor zona 3/],
			['instansi[2].zona', /Zona 2 tidak ada/],
			['instansi[3].zona', /./],
			['instansi[4].zona', /./],
			['instansi[5].zona', /./],
			['instansi[6].zona', /./],
			['instansi[7].zona', /./],
			['instansi[8].zona', /./],
		],
	],
	['a time zone outside Indonesia', { 'aula.zonaWaktu': 'Asia/Singapore' }, [['aula.zonaWaktu', /Asia\/Makassar/]]],
	['a time that is none', { [`${friday}.buka`]: '8:00' }, [[`${friday}.buka`, /JJ:MM/]]],
	['a time after midnight', { [`${friday}.tutup`]: '24:01' }, [[`${friday}.tutup`, /JJ:MM/]]],
	[
		'closing before opening',
		{ 'aula.jadwal.mingguan[0].tutup': '07:00' },
		[['aula.jadwal.mingguan[0].tutup', /setelah jam buka/]],
	],
	[
		'one weekday twice',
		{ 'aula.jadwal.mingguan[1].hari': 'senin' },
		[['aula.jadwal.mingguan[1].hari', /Hari "senin" sudah dipakai/]],
	],
	[
		'a day of no week',
		{ 'aula.jadwal.mingguan[1].hari': 'Selasa' },
		[['aula.jadwal.mingguan[1].hari', /salah satu dari: minggu/]],
	],
	['no opening days at all', { 'aula.jadwal.mingguan': [] }, [['aula.jadwal.mingguan', /paling sedikit 1/]]],
	[
		'a break that ends before it begins',
		{ [`${friday}.jedaSelesai`]: '11:00' },
		[[`${friday}.jedaMulai`, /selesai setelah dimulai/]],
	],
	['half a break', { [`${friday}.jedaSelesai`]: undefined }, [[`${friday}.jedaMulai`, /jam mulai dan jam selesai/]]],
	[
		'a break after closing',
		{ 'aula.jadwal.mingguan[0].jeda': [pause('15:30', '16:30')] },
		[['aula.jadwal.mingguan[0].jeda[0]', /di luar jam buka/]],
	],
	[
		'two breaks at once',
		{ [`${friday}.jeda`]: [pause('13:00', '14:00')] },
		[[`${friday}.jeda[0]`, /bertumpang tindih dengan aula\.jadwal\.mingguan\[4\]\.jedaMulai/]],
	],
	[
		'a cut-off longer than a day of work',
		{ 'aula.jadwal.cutoffMenit': 480 },
		[['aula.jadwal.cutoffMenit', /mingguan\[0\]/]],
	],
	['a negative cut-off', { 'aula.jadwal.cutoffMenit': -1 }, [['aula.jadwal.cutoffMenit', /paling kecil 0/]]],
	[
		'a holiday on no date',
		{ 'aula.jadwal.libur': [{ tanggal: '2026-02-30', nama: 'Libur' }] },
		[['aula.jadwal.libur[0].tanggal', /kalender/]],
	],
	[
		'a holiday without a name',
		{ 'aula.jadwal.libur': [{ tanggal: '2026-12-25' }] },
		[['aula.jadwal.libur[0].nama', /wajib diisi/]],
	],
	[
		'one holiday twice',
		{
			'aula.jadwal.libur': [
				{ tanggal: '2026-12-25', nama: 'Natal' },
				{ tanggal: '2026-12-25', nama: 'Cuti' },
			],
		},
		[['aula.jadwal.libur[1].tanggal', /sudah dipakai/]],
	],
	[
		'holidays that are neither a remark nor a list',
		{ 'aula.jadwal.libur': 7 },
		[['aula.jadwal.libur', /tidak dapat dipahami/]],
	],
	[
		'a special opening that closes first',
		{ 'aula.jadwal.bukaKhusus': [{ tanggal: '2026-12-26', buka: '12:00', tutup: '08:00', alasan: 'Pekan layanan' }] },
		[['aula.jadwal.bukaKhusus[0].tutup', /setelah jam buka/]],
	],
	[
		'a special opening with a break outside',
		{
			'aula.jadwal.bukaKhusus': [
				{
					tanggal: '2026-12-26',
					buka: '08:00',
					tutup: '12:00',
					alasan: 'Pekan layanan',
					jeda: [pause('12:00', '13:00')],
				},
			],
		},
		[['aula.jadwal.bukaKhusus[0].jeda[0]', /di luar jam buka/]],
	],
	[
		'an agency that comes on an unknown day',
		{ 'instansi[11].hariLayanan[1]': 'kemis' },
		[['instansi[11].hariLayanan[1]', /salah satu dari/]],
	],
	[
		'an agency that comes twice on a day',
		{ 'instansi[11].hariLayanan[1]': 'selasa' },
		[['instansi[11].hariLayanan[1]', /sudah dipakai/]],
	],
	[
		'an agency that comes on no day',
		{ 'instansi[11].hariLayanan': [] },
		[['instansi[11].hariLayanan', /paling sedikit 1/]],
	],
	['a quota of nobody', { 'instansi[11].kuotaHarian': 0 }, [['instansi[11].kuotaHarian', /paling kecil 1/]]],
	['a bad last intake', { 'instansi[11].batasBerkas': 'siang' }, [['instansi[11].batasBerkas', /JJ:MM/]]],
	['an unknown kind of agency', { 'instansi[11].jenis': 'koperasi' }, [['instansi[11].jenis', /salah satu dari/]]],
	['an empty name', { 'instansi[11].nama': '  ' }, [['instansi[11].nama', /tidak boleh kosong/]]],
	[
		'a name that fills the screen',
		{ 'instansi[11].layanan[0].nama': LONG },
		[['instansi[11].layanan[0].nama', /paling banyak 120/]],
	],
	[
		'a name with a control character',
		{ 'instansi[11].layanan[0].nama': 'Paspor\u0007' },
		[['instansi[11].layanan[0].nama', /karakter kendali/]],
	],
	['a name that turns the writing around', { 'aula.nama': 'MPP \u202eopolaP' }, [['aula.nama', /karakter kendali/]]],
	['a name with half a character', { 'aula.nama': 'MPP \ud83d' }, [['aula.nama', /karakter kendali/]]],
	['a name that is a number', { 'aula.zona[0].nama': 1 }, [['aula.zona[0].nama', /berupa teks/]]],
	['no name', { 'aula.nama': undefined }, [['aula.nama', /wajib diisi/]]],
	[
		'counter minutes of nothing',
		{ 'instansi[11].layanan[0].waktuLoketMenit': 0 },
		[['instansi[11].layanan[0].waktuLoketMenit', /paling kecil 1/]],
	],
	[
		'counter minutes of a whole day',
		{ 'instansi[11].layanan[0].waktuLoketMenit': 481 },
		[['instansi[11].layanan[0].waktuLoketMenit', /paling besar 480/]],
	],
	[
		'a fee below nothing',
		{ 'instansi[11].layanan[0].biaya.nominal': -1 },
		[['instansi[11].layanan[0].biaya.nominal', /paling kecil 0/]],
	],
	[
		'a completion in weeks',
		{ 'instansi[11].layanan[0].jangkaWaktuPenyelesaian.satuan': 'minggu' },
		[['instansi[11].layanan[0].jangkaWaktuPenyelesaian.satuan', /salah satu dari: hari_kerja/]],
	],
	[
		'an unknown priority',
		{ 'aula.kategoriPrioritas[0].kode': 'VIP' },
		[['aula.kategoriPrioritas[0].kode', /salah satu dari: LANSIA/]],
	],
	[
		'one priority twice',
		{ 'aula.kategoriPrioritas[1].kode': 'LANSIA' },
		[['aula.kategoriPrioritas[1].kode', /sudah dipakai/]],
	],
	[
		'a head start for nobody known',
		{ 'aula.majuMenit': { VIP: 60 } },
		[['aula.majuMenit', /Kunci tidak dikenal: VIP/]],
	],
	[
		'a head start of more than a day',
		{ 'aula.majuMenit': { LANSIA: 1441 } },
		[['aula.majuMenit.LANSIA', /paling besar 1440/]],
	],
	['a flag that is a word', { 'aula.contoh': 'ya' }, [['aula.contoh', /true atau false/]]],
	[
		'a pattern of numbers that cannot be kept',
		{ 'aula.formatNomor.pola': '{nomor}/{prefix}' },
		[['aula.formatNomor.pola', /Pola nomor/]],
	],
	[
		'numbers that start anew each month',
		{ 'aula.formatNomor.reset': 'bulanan' },
		[['aula.formatNomor.reset', /harian/]],
	],
	[
		'a volume that ends before it begins',
		{ 'aula.suara': { volumeJam: [{ mulai: '13:00', selesai: '12:00', volume: 40 }] } },
		[['aula.suara.volumeJam[0].selesai', /setelah dimulai/]],
	],
	[
		'one waiting room twice, and an id that is none',
		{
			'aula.papan': {
				ruangTunggu: [
					{ id: 'laktasi', nama: 'Ruang laktasi' },
					{ id: 'laktasi', nama: 'Lain' },
					{ id: 'Main', nama: 'Ruang bermain' },
				],
			},
		},
		[
			['aula.papan.ruangTunggu[1].id', /Id ruang tunggu "laktasi" sudah dipakai/],
			['aula.papan.ruangTunggu[2].id', /huruf kecil/],
		],
	],
	[
		'notices that nobody could announce',
		{
			'aula.papan': {
				pengumuman: [
					{ id: 'kupon', jenis: 'sendiri', pukul: ['09:00'] },
					{ id: 'kupon', jenis: 'salat', teks: 'Azan', pukul: ['12:00', '12:00'] },
					{ id: 'prayer', jenis: 'sendiri', teks: 'Halo', menitSebelumTutup: 5, pukul: ['24:00'] },
					{ id: 'tutup', jenis: 'penutupan', hari: ['senin'] },
					{ id: 'azan', jenis: 'azan', pukul: [] },
				],
			},
		},
		[
			['aula.papan.pengumuman[0].teks', /harus punya teks/],
			['aula.papan.pengumuman[1].id', /Id pengumuman "kupon" sudah dipakai/],
			['aula.papan.pengumuman[1].pukul[1]', /Pukul "12:00" sudah dipakai/],
			['aula.papan.pengumuman[1].teks', /kalimat baku/],
			['aula.papan.pengumuman[2]', /salah satu saja/],
			['aula.papan.pengumuman[2].id', /rekaman pengumuman baku/],
			['aula.papan.pengumuman[2].pukul[0]', /tulis "00:00"/],
			['aula.papan.pengumuman[3]', /salah satu saja/],
			['aula.papan.pengumuman[3].hari', /bersama "pukul"/],
			['aula.papan.pengumuman[4].jenis', /salah satu dari: penutupan, salat/],
			['aula.papan.pengumuman[4].pukul', /paling sedikit 1/],
		],
	],
	[
		'more facilities than a board can show',
		{ 'aula.papan': { fasilitas: Array.from({ length: 31 }, () => 'Kursi') } },
		[['aula.papan.fasilitas', /Daftar ini terlalu panjang; paling banyak 30/]],
	],
	[
		'guides that lead nowhere',
		{
			'aula.panduan': [
				{ nama: 'Melamar kerja', layanan: ['nib', 'sim', 'nib'] },
				{ nama: 'Melamar kerja', layanan: [] },
				{ nama: '', layanan: ['SIM C'] },
			],
		},
		[
			['aula.panduan[0].layanan[1]', /Layanan "sim" tidak ada di berkas ini/],
			['aula.panduan[0].layanan[2]', /Id layanan "nib" sudah dipakai di aula\.panduan\[0\]\.layanan\[0\]/],
			['aula.panduan[1].layanan', /paling sedikit 1/],
			['aula.panduan[1].nama', /Nama panduan "Melamar kerja" sudah dipakai/],
			['aula.panduan[2].layanan[0]', /huruf kecil/],
			['aula.panduan[2].layanan[0]', /tidak ada di berkas ini/],
			['aula.panduan[2].nama', /kosong/],
		],
	],
	[
		'an online address that no phone can open, and more keywords than anyone needs',
		{
			'instansi[0].layanan[0].daring': 'oss.go.id',
			'instansi[0].layanan[1].kataKunci': Array.from({ length: 31 }, (_, nth) => `izin ${nth}`),
			'instansi[0].layanan[2].prosedur': [''],
		},
		[
			['instansi[0].layanan[0].daring', /ditulis lengkap/],
			['instansi[0].layanan[1].kataKunci', /paling banyak 30/],
			['instansi[0].layanan[2].prosedur[0]', /kosong/],
		],
	],
	['no agencies', { instansi: [] }, [['instansi', /paling sedikit 1/]]],
	['agencies that are no list', { instansi: 'semua' }, [['instansi', /berupa daftar/]]],
];

test.each(FAULTS)('%s', (_, changes, wanted) => {
	const { faults } = checkHall(sampleWith(changes));
	expect(faults.map((it) => it.path)).toEqual(wanted.map(([path]) => path));
	for (const [index, [, text]] of wanted.entries()) expect(faults[index]?.text).toMatch(text);
});

test.each([null, 7, 'aula', [], {}])('a file that is %j is refused as a whole', (file) => {
	expect(checkHall(file).faults.length).toBeGreaterThan(0);
});

test('all faults are told at once, in the order of the file, those of shape and those of sense', () => {
	const { faults } = checkHall(
		sampleWith({
			'aula.zonaWaktu': 'UTC',
			'instansi[2].nama': '',
			'instansi[10].loket[0].nomor': 1,
			'instansi[9].layanan[0].antrean': 'QQ',
			'instansi[9].kuotaHarian': -5,
		}),
	);
	expect(faults.map((it) => it.path)).toEqual([
		'aula.zonaWaktu',
		'instansi[2].nama',
		'instansi[9].kuotaHarian',
		'instansi[9].layanan[0].antrean',
		'instansi[10].loket[0].nomor',
	]);
});

test('midnight is a closing time, and a break may touch opening, closing and another break', () => {
	const changes = {
		'aula.jadwal.mingguan[0]': {
			hari: 'senin',
			buka: '00:00',
			tutup: '24:00',
			jeda: [pause('00:00', '01:00'), pause('01:00', '02:00'), pause('23:00', '24:00')],
		},
	};
	expect(checkHall(sampleWith(changes)).faults).toEqual([]);
});

const WARNINGS: readonly (readonly [
	string,
	Readonly<Record<string, unknown>>,
	readonly (readonly [string, RegExp])[],
])[] = [
	[
		'two services of one name',
		{ 'instansi[11].layanan[1].nama': 'paspor ri baru/penggantian' },
		[['instansi[11].layanan[1].nama', /sama dengan instansi\[11\]\.layanan\[0\]/]],
	],
	[
		'a prefix that is misread',
		{
			'instansi[18].antrean[0].prefix': 'Q',
			'instansi[18].loket[0]': { nomor: 30, antrean: ['Q'] },
			'instansi[18].layanan[0].antrean': 'Q',
		},
		[['instansi[18].antrean[0].prefix', /mudah salah/]],
	],
	['a queue that no counter calls', { 'instansi[18].loket': [] }, [['instansi[18].antrean[0]', /Tidak ada loket/]]],
	['a queue that no service uses', { 'instansi[18].layanan': [] }, [['instansi[18].antrean[0]', /Tidak ada layanan/]]],
	[
		'an agency without a queue',
		{ 'instansi[18].antrean': [], 'instansi[18].loket': [], 'instansi[18].layanan': [] },
		[['instansi[18].antrean', /tidak punya antrean/]],
	],
	[
		'an agency that comes when the hall is closed',
		{ 'instansi[11].hariLayanan[1]': 'minggu' },
		[['instansi[11].hariLayanan[1]', /tidak buka pada hari minggu/]],
	],
	[
		'papers that must be in before the hall opens',
		{ 'instansi[11].batasBerkas': '08:00', 'instansi[11].hariLayanan': ['selasa'] },
		[['instansi[11].batasBerkas', /selasa/]],
	],
	['a voice at no volume', { 'aula.suara': { volume: 0 } }, [['aula.suara', /tidak akan pernah terdengar/]]],
	[
		'a voice that is quiet all day',
		{ 'aula.suara': { jamTenang: [{ mulai: '00:00', selesai: '24:00' }] } },
		[['aula.suara', /tidak akan pernah terdengar/]],
	],
	['WITA in the zone of Jakarta', { 'aula.zonaWaktu': 'Asia/Jakarta' }, [['aula.singkatanWaktu', /WIB/]]],
];

test.each(WARNINGS)('%s: a warning, no fault', (_, changes, wanted) => {
	const { faults, warnings } = checkHall(sampleWith(changes));
	expect(faults).toEqual([]);
	expect(warnings.map((it) => it.path)).toEqual(wanted.map(([path]) => path));
	for (const [index, [, text]] of wanted.entries()) expect(warnings[index]?.text).toMatch(text);
});
