// What the lobby is told besides calls: that a desk pauses or closes, that the hall closes soon, prayer, no gifts. On the
// board, and under the same words spoken.

import type { DeskWord } from '../../speech.ts';
import { DESKS } from './common.ts';

const lower = (desk: DeskWord): string => DESKS[desk].toLowerCase();

/** "1", "1 dan 2", "1, 2, dan 3" */
const list = (numbers: readonly number[]): string =>
	numbers.length < 3
		? numbers.join(' dan ')
		: `${numbers.slice(0, -1).join(', ')}, dan ${numbers[numbers.length - 1] ?? ''}`;

export const notices = {
	/** "loket 3": what stands over the place, in the middle of a sentence. */
	place: (desk: DeskWord, counters: readonly number[]): string => `${lower(desk)} ${list(counters)}`,
	otherPlaces: (desk: DeskWord): string => `${lower(desk)} lainnya`,
	/** `place` begins the sentence. */
	break: (place: string): string => `${upper(place)} istirahat.`,
	closed: (place: string): string => `${upper(place)} tutup hari ini.`,
	servedAt: (prefix: string, places: string): string => `Antrean ${prefix} tetap dilayani di ${places}.`,
	stillValid: (prefix: string): string => `Nomor antrean ${prefix} tetap berlaku; silakan menunggu.`,
	closing: (clock: string): string =>
		`Layanan hari ini ditutup pukul ${clock}. Pemegang nomor antrean tetap kami layani.`,
	prayer: 'Waktu salat telah tiba. Bila nomor Anda terlewat saat menunaikan salat, silakan melapor kepada petugas.',
	gratification:
		'Layanan di sini diberikan sesuai tarif resmi. Mohon tidak memberi uang atau hadiah apa pun kepada petugas.',
};

function upper(text: string): string {
	return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
