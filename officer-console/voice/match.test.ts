// A recorder gives its files all kinds of names; those that say what is in them find their place by themselves.

import { expect, test } from 'vitest';
import { recording } from './fixtures.ts';
import { matchFiles } from './match.ts';

const RECORDINGS = [
	recording('tujuh', 'tujuh'),
	recording('tujuh-end', 'tujuh.'),
	recording('letter-a', 'A'),
	recording('letter-be', 'B'),
	recording('phrase-loket', 'silakan menuju loket'),
	recording('agency-disdukcapil', 'Disdukcapil'),
	recording('agency-atr-bpn', 'ATR/BPN'),
	recording('zone-2', 'Lantai dua'),
	recording('notice-ulang-tahun', 'Hari ini aula berulang tahun.'),
];

test.each([
	['tujuh.wav', 'tujuh'],
	['Tujuh.MP3', 'tujuh'],
	['tujuh-end.wav', 'tujuh-end'],
	['tujuh akhir.m4a', 'tujuh-end'],
	['tujuh (2).wav', 'tujuh'],
	['07 tujuh.opus', 'tujuh'],
	['C:\\rekaman\\tujuh.wav', 'tujuh'],
	['Silakan menuju loket.mp3', 'phrase-loket'],
	['phrase-loket.ogg', 'phrase-loket'],
	['Disdukcapil.m4a', 'agency-disdukcapil'],
	['ATR_BPN.wav', 'agency-atr-bpn'],
	['a.wav', 'letter-a'],
	['letter-be.wav', 'letter-be'],
	['zone-2.wav', 'zone-2'],
	['lantai dua.wav', 'zone-2'],
	['Hari ini aula berulang tahun.wav', 'notice-ulang-tahun'],
	['7.wav', null],
	['delapan.wav', null],
	['.wav', null],
	['constructor.wav', null],
])('%s is %s', (file, clip) => {
	expect(matchFiles([file], RECORDINGS)).toEqual([{ file, clip, twice: false }]);
});

test('of two files for one recording the second is told', () => {
	expect(matchFiles(['tujuh.wav', '01-tujuh.mp3', 'x.wav', 'y.wav'], RECORDINGS).map((it) => it.twice)).toEqual([
		...[false, true, false, false],
	]);
});
