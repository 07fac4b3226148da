import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneSlip, search, wordsOf } from './search.ts';

const hall = [
	{ name: 'Perekaman KTP-el pemula', agency: 'Disdukcapil, Dinas Kependudukan dan Pencatatan Sipil' },
	{ name: 'Kartu Keluarga baru / pisah KK', agency: 'Disdukcapil, Dinas Kependudukan dan Pencatatan Sipil' },
	{ name: 'Akta kelahiran', agency: 'Disdukcapil, Dinas Kependudukan dan Pencatatan Sipil' },
	{ name: 'Kartu Identitas Anak (KIA)', agency: 'Disdukcapil, Dinas Kependudukan dan Pencatatan Sipil' },
	{ name: 'Aktivasi Identitas Kependudukan Digital (IKD)', agency: 'Disdukcapil, Dinas Kependudukan' },
	{ name: 'Surat pindah datang', agency: 'Disdukcapil, Dinas Kependudukan dan Pencatatan Sipil' },
	{ name: 'Surat Izin Praktik (SIP) Bidan', agency: 'DPMPTSP' },
	{ name: 'Informasi dan pendaftaran nikah', agency: 'Kemenag, Kantor Kementerian Agama' },
	{ name: 'SKCK baru', agency: 'Polres Palopo, Kepolisian Resor Palopo' },
	{ name: 'Paspor RI baru/penggantian', agency: 'Imigrasi, Kantor Imigrasi Kelas III Non TPI Palopo' },
	{ name: 'Pengambilan paspor', agency: 'Imigrasi, Kantor Imigrasi Kelas III Non TPI Palopo' },
	{ name: 'Pajak kendaraan tahunan (pengesahan STNK)', agency: 'Samsat, UPT Pendapatan Wilayah Palopo' },
];
const found = (typed: string): readonly string[] =>
	search(typed, hall, (it) => [it.name, it.agency]).map((it) => it.name);

describe('a visitor who types a name', () => {
	it.each([
		['ktp', 'Perekaman KTP-el pemula'],
		['KTPEL', 'Perekaman KTP-el pemula'],
		['ktp el', 'Perekaman KTP-el pemula'],
		['e-ktp', 'Perekaman KTP-el pemula'],
		['aktá lahir', 'Akta kelahiran'],
		['akta kela', 'Akta kelahiran'],
		['kelahiran akta', 'Akta kelahiran'],
		['pasport', 'Paspor RI baru/penggantian'],
		['paspro', 'Paspor RI baru/penggantian'],
		['pasor', 'Paspor RI baru/penggantian'],
		['sckc', 'SKCK baru'],
		['stnk', 'Pajak kendaraan tahunan (pengesahan STNK)'],
		['KIA', 'Kartu Identitas Anak (KIA)'],
		['k.k.', 'Kartu Keluarga baru / pisah KK'],
		['kartukeluarga', 'Kartu Keluarga baru / pisah KK'],
		['imigrasi ambil', 'Pengambilan paspor'],
		['pajk kendaran', 'Pajak kendaraan tahunan (pengesahan STNK)'],
	])('finds for "%s": %s', (typed, first) => {
		expect(found(typed)[0]).toBe(first);
	});

	it('finds a word with one slip before a longer word that only begins like it', () => {
		const [digital, birth] = [{ name: 'Aktivasi Identitas Digital' }, { name: 'Akta kelahiran' }];
		expect(search('akte', [digital, birth], (it) => [it.name])).toEqual([birth, digital]);
	});

	it('is not left with nothing by one word too many: what the most words fit, the rarer word first', () => {
		expect(found('surat nikah')).toEqual([
			'Informasi dan pendaftaran nikah',
			'Surat pindah datang',
			'Surat Izin Praktik (SIP) Bidan',
		]);
		expect(found('mau pindah datang')).toEqual(['Surat pindah datang']);
		expect(found('xyzzy kartu')).toEqual(['Kartu Keluarga baru / pisah KK', 'Kartu Identitas Anak (KIA)']);
	});

	it('is shown nothing when only a word of one or two letters fits', () => {
		expect(found('pa qqqqq')).toEqual([]);
		expect(found('qqqqq xxxxx')).toEqual([]);
	});

	it('finds all services of an agency by its name, in the order of the hall', () => {
		expect(found('Imigrasi')).toEqual(['Paspor RI baru/penggantian', 'Pengambilan paspor']);
	});

	it('shows a service of that name before the services of an agency of that name', () => {
		const things = [
			{ name: 'Konsultasi', agency: 'Kantor Pajak' },
			{ name: 'Pajak kendaraan', agency: 'Samsat' },
		];
		expect(search('pajak', things, (it) => [it.name, it.agency]).map((it) => it.name)).toEqual([
			'Pajak kendaraan',
			'Konsultasi',
		]);
	});

	it('is shown nothing for nothing, and nothing for another short word', () => {
		expect(found('')).toEqual([]);
		expect(found(' - ')).toEqual([]);
		expect(found('kio')).toEqual([]);
	});
});

const word = fc.stringMatching(/^[a-z]{4,12}$/);

describe('one slip of the finger', () => {
	it('is forgiven wherever in a word of four letters or more it happens', () => {
		const slipped = fc
			.tuple(word, fc.nat(), fc.constantFrom('left out', 'doubled', 'wrong', 'swapped'), fc.stringMatching(/^[a-z]$/))
			.map(([name, place, kind, letter]) => {
				const at = place % name.length;
				const rest = name.slice(at + 1);
				const typed = {
					'left out': name.slice(0, at) + rest,
					doubled: name.slice(0, at) + name[at] + name[at] + rest,
					wrong: name.slice(0, at) + letter + rest,
					swapped: name.slice(0, at) + rest.slice(0, 1) + name[at] + rest.slice(1),
				}[kind];
				return { name, typed };
			});
		fc.assert(
			fc.property(slipped, ({ name, typed }) => {
				fc.pre(typed.length >= 4);
				expect(search(typed, [name], (it) => [it])).toEqual([name]);
			}),
		);
	});

	it('is the same seen from both words, and two slips are not one', () => {
		fc.assert(fc.property(word, word, (a, b) => oneSlip(a, b) === oneSlip(b, a)));
		expect(oneSlip('paspor', 'pasopr')).toBe(true);
		expect(oneSlip('paspor', 'psapro')).toBe(false);
		expect(oneSlip('paspor', 'pas')).toBe(false);
	});
});

it('takes a text apart without its accents and signs', () => {
	expect(wordsOf('Izin/Rekomendasi Penelitían (mahasiswa), PBB-P2')).toEqual([
		'izin',
		'rekomendasi',
		'penelitian',
		'mahasiswa',
		'pbb',
		'p2',
	]);
});
