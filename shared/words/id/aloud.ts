// What is said, and what stands on the buttons, while the kiosk reads its screens aloud. A section of its own: fetched by who
// asks for it.

export const aloud = {
	bar: 'Layar dibacakan',
	stop: 'Diam',
	repeat: 'Ulangi',
	louder: 'Lebih keras',
	softer: 'Kurang keras',
	slower: 'Lebih lambat',
	normal: 'Kecepatan biasa',
	/** Spoken once, when somebody has asked for it. */
	begun:
		'Layar ini dibacakan. Panah bawah: pilihan berikutnya. Enter: memilih. Nol: kembali. Bintang: mengulang. Tambah dan kurang: volume.',
	choice: 'Pilihan',
	of: 'dari',
	until: 'sampai',
	selected: 'terpilih',
	unavailable: 'belum dapat dipilih',
	field: 'Kolom isian',
	onceMore: 'Saya ulangi.',
	/** For what nobody has recorded and nothing can speak; and in the middle of a sentence. */
	staff: 'Ada tulisan yang belum dapat dibacakan. Petugas membantu Anda.',
	onGlass: 'yang tertulis di layar',
	/** "Pukul delapan tepat", "pukul delapan tiga puluh". */
	clock: 'pukul',
	sharp: 'tepat',
	weekdays: {
		sunday: 'Minggu',
		monday: 'Senin',
		tuesday: 'Selasa',
		wednesday: 'Rabu',
		thursday: 'Kamis',
		friday: 'Jumat',
		saturday: 'Sabtu',
	},
	months: {
		1: 'Januari',
		2: 'Februari',
		3: 'Maret',
		4: 'April',
		5: 'Mei',
		6: 'Juni',
		7: 'Juli',
		8: 'Agustus',
		9: 'September',
		10: 'Oktober',
		11: 'November',
		12: 'Desember',
	},
};
