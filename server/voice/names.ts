// How the name of an agency is said ("DPMPTSP" letter by letter, "Samsat" as a word, or as the hall wants it), and its
// recording made once, where espeak-ng is installed. A recording that a hall already has is never touched.

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { NameToRecord } from '../../shared/recording.ts';
import { letters } from '../../shared/speech.ts';
import { INDONESIAN, speak } from './espeak.ts';
import { tidied } from './loudness.ts';
import { type Samples, writeWav } from './wav.ts';

/** Words or whole names as they are written, and as they are to be read (voice/lexicon.json). */
export type Lexicon = Readonly<Record<string, string>>;

const LEXICON = 'lexicon.json';

/** Of a folder of voices; nothing where it has none. Throws where somebody has spoiled it. */
export function readLexicon(folder: string): Lexicon {
	const file = path.join(folder, LEXICON);
	if (!existsSync(file)) return {};
	return (JSON.parse(readFileSync(file, 'utf8')) as { readonly said?: Lexicon }).said ?? {};
}

/** What a hall says otherwise wins over what comes with the program. */
export const lexiconOf = (bundled: string | null, own: string): Lexicon => ({
	...(bundled === null ? {} : readLexicon(bundled)),
	...readLexicon(own),
});

export function writeLexicon(own: string, said: Lexicon): void {
	const file = path.join(own, LEXICON);
	mkdirSync(own, { recursive: true });
	writeFileSync(`${file}.new`, `${JSON.stringify({ said }, null, '\t')}\n`);
	renameSync(`${file}.new`, file);
}

/** Names of the letters in phonemes of espeak-ng, because its own rules open every e. */
export const LETTER_SOUNDS: Readonly<Record<string, string>> = {
	...{ a: "'a", be: "b'e", ce: "tS'e", de: "d'e", e: "'e", ef: "'Ef", ge: "g'e", ha: "h'a", i: "'i", je: "dZ'e" },
	...{ ka: "k'a", el: "'El", em: "'Em", en: "'En", o: "'o", pe: "p'e", ki: "k'i", er: "'ER", es: "'Es", te: "t'e" },
	...{ u: "'u", ve: "f'e", we: "w'e", eks: "'Eks", ye: "j'e", zet: "z'Et" },
};

const spelled = (capitals: string): string =>
	Array.from(capitals, (it) => `[[${LETTER_SOUNDS[letters(it)[0] ?? ''] ?? ''}]]`).join(' ');

/** "BPN" and "KPP" are letters, "BAPENDA" is a word; what is neither stands in the lexicon. */
const isSpelled = (word: string): boolean => /^[A-Z]+$/.test(word) && (word.length <= 3 || !/[AEIOU]/.test(word));

function readWord(word: string): string {
	if (isSpelled(word)) return spelled(word);
	return /^[A-Z]+$/.test(word) ? word.toLowerCase() : word;
}

const readSaid = (said: string): readonly string[] =>
	said.split(' ').map((it) => (/^[A-Z]$/.test(it) ? spelled(it) : it));

/** What espeak-ng is given for a name. Its own marks cannot come in with the name: only letters, digits and hyphens do. */
export function sayable(name: string, lexicon: Lexicon): string {
	const known = new Map(Object.entries(lexicon));
	const whole = known.get(name);
	if (whole !== undefined) return readSaid(whole).join(' ');
	return (name.match(/[\p{L}\p{N}-]+/gu) ?? [])
		.flatMap((word) => {
			const said = known.get(word);
			return said === undefined ? [readWord(word)] : readSaid(said);
		})
		.join(' ');
}

/** Words of the kiosk's sentences whose vowels espeak-ng would read wrongly. */
const SOUNDS: Readonly<Record<string, string>> = {
	...{ loket: "l'okEt", antrean: "antR'Ean", karcis: "k'artSis", server: "s'@rf@R", nomor: "n'omOR", enter: "'Ent@R" },
	...{ lebih: "l@b'ih", empat: "@mp'at", enam: "@n'am", berikutnya: "b@R'ikutnja", gerai: "g@R'ai", detik: "d@t'ik" },
};

/** A whole sentence for espeak-ng, with its pauses. Its own marks cannot come in: only letters, digits and signs of a sentence. */
export function readableText(text: string, lexicon: Lexicon): string {
	const known = new Map(Object.entries(lexicon));
	return text
		.replace(/Rp\s?(\d[\d.]*\d|\d)/g, (_, amount: string) => `${amount.replaceAll('.', '')} rupiah`)
		.replace(/[^\p{L}\p{N}\s.,:;?!-]/gu, ' ')
		.replace(/[\p{L}\p{N}-]+/gu, (word) => {
			const said = known.get(word);
			if (said !== undefined) return readSaid(said).join(' ');
			const sound = SOUNDS[word.toLowerCase()];
			return sound === undefined ? readWord(word) : `[[${sound}]]`;
		})
		.replace(/\s+/g, ' ')
		.trim();
}

export interface NamesMade {
	readonly made: readonly string[];
	/** Recorded before, by whomever. */
	readonly kept: readonly string[];
	/** There is nothing in the name that could be said. */
	readonly unsayable: readonly string[];
}

/** A name as espeak-ng says it, fit to be kept; null where it is not installed. */
export async function spoken(name: string, lexicon: Lexicon): Promise<Samples | 'unsayable' | null> {
	const samples = await speak(sayable(name, lexicon), INDONESIAN, 30);
	return samples && (tidied(samples) ?? 'unsayable');
}

/** Writes `id/agency-….wav` below the hall's own voice folder. Null where espeak-ng is not installed. */
export async function makeNames(
	names: readonly NameToRecord[],
	lexicon: Lexicon,
	own: string,
): Promise<NamesMade | null> {
	const folder = path.join(own, 'id');
	const result = { made: [] as string[], kept: [] as string[], unsayable: [] as string[] };
	for (const { clip, text } of names) {
		const file = path.join(folder, `${clip}.wav`);
		if (existsSync(file)) {
			result.kept.push(clip);
			continue;
		}
		const samples = await spoken(text, lexicon);
		if (!samples) return null;
		if (samples === 'unsayable') {
			result.unsayable.push(clip);
			continue;
		}
		mkdirSync(folder, { recursive: true });
		writeFileSync(file, writeWav(samples));
		result.made.push(clip);
	}
	return result;
}
