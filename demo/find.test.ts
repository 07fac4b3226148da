// The words that people type, against the services of the example hall: each finds what it means among the first three.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { finder } from '../kiosk/find.ts';

interface Agency {
	readonly singkatan: string;
	readonly nama: string;
	readonly layanan: readonly {
		readonly id: string;
		readonly nama: string;
		readonly produk: string;
		readonly kataKunci: readonly string[];
	}[];
}
const file = JSON.parse(readFileSync(new URL('./hall.json', import.meta.url), 'utf8')) as {
	readonly instansi: readonly Agency[];
};
const offers = file.instansi.flatMap((agency) =>
	agency.layanan.map(({ id, nama, produk, kataKunci }) => ({
		id,
		service: { name: nama, product: produk, keywords: kataKunci },
		agency: { shortName: agency.singkatan, name: agency.nama },
	})),
);
const find = finder(offers);
const firstThree = (typed: string): readonly string[] =>
	find(typed)
		.slice(0, 3)
		.map((it) => it.id);

/** As they are typed at a kiosk: everyday names, slips of the finger, and half a sentence. */
const PHRASES: readonly (readonly [string, string])[] = [
	['surat kelakuan baik', 'skck-baru'],
	['kelakuan baek', 'skck-baru'],
	['sckc', 'skck-baru'],
	['skck baru', 'skck-baru'],
	['perpanjang skck', 'skck-perpanjang'],
	['sidik jari', 'sidik-jari'],
	['ktp ilang', 'ktp-ganti'],
	['ktp hilang', 'ktp-ganti'],
	['ktp rusak', 'ktp-ganti'],
	['ganti foto ktp', 'ktp-ganti'],
	['bikin ktp', 'ktp-rekam'],
	['mau buat ktp baru', 'ktp-rekam'],
	['ektp', 'ktp-rekam'],
	['ktp anak', 'kia'],
	['ktp digital', 'ikd'],
	['kk hilang', 'kk-hilang'],
	['kartu keluarga', 'kk-baru'],
	['tambah anak kk', 'kk-ubah'],
	['pecah kk', 'kk-baru'],
	['akte lahir', 'akta-lahir'],
	['akta lahir', 'akta-lahir'],
	['akte kelairan', 'akta-lahir'],
	['surat lahir', 'akta-lahir'],
	['akte kematian', 'akta-mati'],
	['orang tua meninggal', 'akta-mati'],
	['pindah alamat', 'pindah'],
	['surat pindah', 'pindah'],
	['nik tidak ditemukan', 'konsultasi-adminduk'],
	['bikin paspor', 'paspor-baru'],
	['pasport', 'paspor-baru'],
	['perpanjang pasor', 'paspor-baru'],
	['ambil paspor', 'paspor-ambil'],
	['pajak motor', 'pkb-tahunan'],
	['bayar pajak kendaraan', 'pkb-tahunan'],
	['samsat', 'pkb-tahunan'],
	['ganti plat', 'stnk-5th'],
	['perpanjang stnk', 'stnk-5th'],
	['bpjs nonaktif', 'jkn-ubah'],
	['bpjs mati', 'jkn-ubah'],
	['pindah faskes', 'jkn-ubah'],
	['daftar bpjs', 'jkn-daftar'],
	['kis', 'jkn-daftar'],
	['jht', 'jht'],
	['cairkan jamsostek', 'jht'],
	['imb', 'pbg'],
	['izin bangunan', 'pbg'],
	['nib', 'nib'],
	['izin usaha', 'nib'],
	['buka warung', 'nib'],
	['siup', 'nib'],
	['pirt', 'pirt'],
	['sertifikat halal', 'konsul-umkm'],
	['kartu kuning', 'ak1'],
	['cari kerja', 'ak1'],
	['npwp', 'npwp'],
	['lapor pajak', 'spt'],
	['efin', 'spt'],
	['pbb', 'pbb-bayar'],
	['pajak rumah', 'pbb-bayar'],
	['balik nama tanah', 'roya'],
	['sertifikat tanah', 'cek-sertipikat'],
	['bansos', 'dtks'],
	['surat miskin', 'pbi'],
	['daftar haji', 'haji'],
	['buku nikah', 'nikah'],
	['pasang pdam', 'air-pasang'],
	['bayar air', 'air-bayar'],
	['izin spanduk', 'reklame'],
	['surat penelitian', 'izin-penelitian'],
	['amdal', 'sppl'],
	['pengaduan', 'pengaduan'],
	['birth certificate', 'akta-lahir'],
	['passport', 'paspor-baru'],
];

test.each(PHRASES)('"%s" finds %s', (typed, wanted) => {
	expect(firstThree(typed)).toContain(wanted);
});

test('the phrases are many, and all services have words by which people look for them', () => {
	expect(PHRASES.length).toBeGreaterThanOrEqual(60);
	expect(offers).toHaveLength(57);
	for (const { id, service } of offers) expect(service.keywords.length, id).toBeGreaterThanOrEqual(2);
	const known = new Set(offers.map((it) => it.id));
	expect(PHRASES.filter(([, id]) => !known.has(id))).toEqual([]);
});

test('every keyword finds its own service among the first three', () => {
	const lost = offers.flatMap(({ id, service }) =>
		service.keywords.filter((word) => !firstThree(word).includes(id)).map((word) => `${word} (${id})`),
	);
	expect(lost).toEqual([]);
});

test('what was only begun finds it too, letter by letter, and never throws', () => {
	const typed = 'surat kelakuan';
	expect(Array.from(typed, (_, at) => firstThree(typed.slice(0, at + 1))).at(-1)).toContain('skck-baru');
	expect(firstThree('kart kun')).toContain('ak1');
});

test('what is called so comes before what only speaks of it', () => {
	expect(firstThree('bikin paspor')[0]).toBe('paspor-baru');
	expect(firstThree('paspor')[0]).toBe('paspor-baru');
});
