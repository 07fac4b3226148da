// What boards show and announce besides calls, as a hall file says it, and back.

import { expect, test } from 'vitest';
import { DEFAULT_BOARD } from '../../shared/board.ts';
import type { BoardEntry } from './format.ts';
import { boardSettings, boardWords } from './translate-board.ts';

test('a file that says nothing of it gets the usual boards, and gives nothing back', () => {
	expect(boardSettings()).toEqual(DEFAULT_BOARD);
	expect(boardWords(DEFAULT_BOARD)).toBeUndefined();
});

test.each<BoardEntry>([
	{ maklumat: 'Kami melayani sesuai standar pelayanan.' },
	{ fasilitas: ['Ruang laktasi', 'Kursi roda'] },
	{ ruangTunggu: [{ id: 'laktasi', nama: 'Ruang laktasi' }] },
	{ pengumuman: [{ id: 'tutup', jenis: 'penutupan', menitSebelumTutup: 15 }] },
	{ pengumuman: [{ id: 'salat', jenis: 'salat', pukul: ['12:00', '15:15'] }] },
	{ pengumuman: [{ id: 'hadiah', jenis: 'gratifikasi', pukul: ['10:00'], hari: ['senin', 'minggu'] }] },
	{ pengumuman: [{ id: 'kupon', jenis: 'sendiri', teks: 'Pengambilan kupon di loket 1.', pukul: ['09:00'] }] },
	{ ucapIstirahat: false, ponsel: false },
	{ malam: 'nyala' },
	{ malam: 'redup' },
])('%j comes back as it was', (entry) => {
	const back = boardWords(boardSettings(entry));
	expect(Object.fromEntries(Object.entries(back ?? {}).filter(([, it]) => it !== undefined))).toEqual(entry);
});

test('what is said in the hall’s words is meant in ours', () => {
	const entry: BoardEntry = {
		...{ maklumat: 'Janji', malam: 'gelap', ruangTunggu: [{ id: 'bermain', nama: 'Ruang bermain anak' }] },
		pengumuman: [
			{ id: 'salat', jenis: 'salat', pukul: ['12:00'], hari: ['minggu', 'jumat'] },
			{ id: 'tutup', jenis: 'penutupan', menitSebelumTutup: 15 },
		],
	};
	expect(boardSettings(entry)).toEqual({
		...DEFAULT_BOARD,
		pledge: 'Janji',
		rooms: [{ id: 'bermain', name: 'Ruang bermain anak' }],
		notices: [
			{ id: 'salat', kind: 'prayer', text: '', when: { kind: 'times', times: [720], days: [0, 5] } },
			{ id: 'tutup', kind: 'closing', text: '', when: { kind: 'before_closing', minutes: 15 } },
		],
	});
});
