// What each clip of the bundled voice says, and how espeak-ng is to pronounce it, in its phonemes. Written out because its
// rules for Indonesian miss the schwa of "empat", "enam" and "belas" and the open e of "loket" and "antrean", and because
// in English "thirteen" must not sound like "thirty". A phrase is one word to it, so that only its end is stressed.

import { LETTER_SOUNDS } from '../dist/server/voice/names.js';

/** Name of the clip: phonemes. */
const NUMBERS_ID = {
	...{ nol: "n'ol", satu: "s'atu", dua: "d'ua", tiga: "t'iga", empat: "@mp'at", lima: "l'ima", enam: "@n'am" },
	...{ tujuh: "t'udZuh", delapan: "d@l'apan", sembilan: "s@mb'ilan", sepuluh: "s@p'uluh", sebelas: "s@b@l'as" },
	...{ belas: "b@l'as", puluh: "p'uluh", seratus: "s@R'atus", ratus: "R'atus", seribu: "s@R'ibu", ribu: "R'ibu" },
};
const NUMBERS_EN = {
	...{ zero: "z'i@roU", one: "w'Vn", two: "t'u:", three: "Tr'i:", four: "f'o@", five: "f'aIv", six: "s'Iks" },
	...{ seven: "s'Ev@n", eight: "'eIt", nine: "n'aIn", ten: "t'En", eleven: "I#l'Ev@n", twelve: "tw'Elv" },
	...{ thirteen: "T,3:t'i:n", fourteen: "f,o@t'i:n", fifteen: "f,Ift'i:n", sixteen: "s,Ikst'i:n" },
	...{ seventeen: "s,Ev@nt'i:n", eighteen: "eIt'i:n", nineteen: "n,aInt'i:n", twenty: "tw'Enti", thirty: "T'3:t#i" },
	...{ forty: "f'o@t#i", fifty: "f'Ifti", sixty: "s'Iksti", seventy: "s'Ev@nti", eighty: "'eIt#i", ninety: "n'aInti" },
	...{ hundred: "h'VndrI2d", thousand: "T'aUz@nd" },
};
const LETTERS_EN = {
	...{ a: "'eI", b: "b'i:", c: "s'i:", d: "d'i:", e: "'i:", f: "'Ef", g: "dZ'i:", h: "'eItS", i: "'aI", j: "dZ'eI" },
	...{ k: "k'eI", l: "'El", m: "'Em", n: "'En", o: "'oU", p: "p'i:", q: "kj'u:", r: "'A@", s: "'Es", t: "t'i:" },
	...{ u: "j'u:", v: "v'i:", w: "d'Vb@Lj,u:", x: "'Eks", y: "w'aI", z: "z'i:" },
};

export const WORDS = {
	id: {
		numbers: NUMBERS_ID,
		letters: LETTER_SOUNDS,
		/** The text is what somebody reads who records the clip anew. */
		phrases: {
			recall: ['Panggilan ulang.', "paNg'ilan'ulaN"],
			number: ['Nomor antrean', "n,omORantR'Ean"],
			loket: ['silakan menuju loket', "sil,akanm@n,udZul'okEt"],
			meja: ['silakan menuju meja', "sil,akanm@n,udZum'edZa"],
			ruang: ['silakan menuju ruang', "sil,akanm@n,udZuR'uaN"],
			// Of a desk that pauses or closes.
			'desk-loket': ['Loket', "l'okEt"],
			'desk-meja': ['Meja', "m'edZa"],
			'desk-ruang': ['Ruang', "R'uaN"],
			break: ['istirahat.', "istiR'ahat"],
			closed: ['tutup hari ini.', "t,utuph,aRi|'ini"],
			queue: ['Antrean', "antR'Ean"],
			'served-at': ['tetap dilayani di', "t@t,apd,ilaj'anidi"],
			and: ['dan', "d'an"],
			others: ['lainnya.', "l'aInn^a"],
			'still-valid': ['tetap berlaku, silakan menunggu.', "t@t,apb@Rl'aku_:sil,akanm@n'uNgu"],
		},
		/** Whole sentences, as they are written; words that espeak-ng reads wrongly in its phonemes. */
		sentences: {
			closing: [
				'Bapak dan Ibu, sebentar lagi layanan hari ini ditutup. Pemegang nomor antrean tetap kami layani. Terima kasih.',
				{ Pemegang: "p@m@g'aN", tetap: "t@t'ap" },
			],
			prayer: [
				'Bapak dan Ibu, waktu salat telah tiba. Bila nomor Anda terlewat saat menunaikan salat, silakan melapor kepada petugas.',
				{ menunaikan: "m@nun'a|ikan" },
			],
			gratification: [
				'Bapak dan Ibu, layanan di sini diberikan sesuai tarif resmi. Mohon tidak memberi uang atau hadiah apa pun kepada petugas.',
				{ memberi: "m@mb@R'i", resmi: "r@sm'i", sesuai: "s@s'uaI" },
			],
		},
		/** Said after a letter or a phrase and cut away, so that what stands before it does not fall. */
		after: NUMBERS_ID.nol,
	},
	en: {
		numbers: NUMBERS_EN,
		letters: LETTERS_EN,
		phrases: {
			recall: ['Calling again.', "k,O:lINa#g'En"],
			number: ['Ticket number', "t,IkI2tn'Vmb3"],
			loket: ['please go to counter', "pl,i:zg,oUt@k'aUnt3"],
			meja: ['please go to desk', "pl,i:zg,oUt@d'Esk"],
			ruang: ['please go to room', "pl,i:zg,oUt@r'u:m"],
		},
		sentences: {},
		after: NUMBERS_EN.one,
	},
};
