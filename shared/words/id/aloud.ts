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
};
