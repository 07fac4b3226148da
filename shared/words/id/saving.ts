// The bar over every page that is saved.

export const saving = {
	save: 'Simpan',
	saving: 'Menyimpan …',
	unsaved: 'Belum disimpan',
	nothingToSave: 'Belum ada yang diubah.',
	revert: 'Batalkan perubahan',
};
