// How the name of an agency is said ("DPMPTSP" letter by letter, "Samsat" as a word), and its recording made once, where
// espeak-ng is installed. A recording that a hall already has is never touched.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { AgencyId } from '../../shared/id.ts';
import { agencyClip, letters } from '../../shared/speech.ts';
import { INDONESIAN, speak } from './espeak.ts';
import { tidied } from './loudness.ts';
import { writeWav } from './wav.ts';

/** Words as they are written, and as they are to be read (voice/lexicon.json). */
export type Lexicon = Readonly<Record<string, string>>;

export const readLexicon = (bundled: string): Lexicon =>
	(JSON.parse(readFileSync(path.join(bundled, 'lexicon.json'), 'utf8')) as { readonly said: Lexicon }).said;

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

/** What espeak-ng is given for a name. Its own marks cannot come in with the name: only letters, digits and hyphens do. */
export function sayable(name: string, lexicon: Lexicon): string {
	const known = new Map(Object.entries(lexicon));
	return (name.match(/[\p{L}\p{N}-]+/gu) ?? [])
		.flatMap((word) => {
			const said = known.get(word);
			return said === undefined
				? [readWord(word)]
				: said.split(' ').map((it) => (/^[A-Z]$/.test(it) ? spelled(it) : it));
		})
		.join(' ');
}

export interface NamesMade {
	readonly made: readonly AgencyId[];
	/** Recorded before, by whomever. */
	readonly kept: readonly AgencyId[];
	/** There is nothing in the name that could be said. */
	readonly unsayable: readonly AgencyId[];
}

export interface NameToSay {
	readonly id: AgencyId;
	readonly name: string;
}

/** Writes `id/agency-….wav` below the hall's own voice folder. Null where espeak-ng is not installed. */
export async function makeNames(
	agencies: readonly NameToSay[],
	lexicon: Lexicon,
	own: string,
): Promise<NamesMade | null> {
	const folder = path.join(own, 'id');
	const result = { made: [] as AgencyId[], kept: [] as AgencyId[], unsayable: [] as AgencyId[] };
	for (const { id, name } of agencies) {
		const file = path.join(folder, `${agencyClip(id)}.wav`);
		if (existsSync(file)) {
			result.kept.push(id);
			continue;
		}
		const samples = await speak(sayable(name, lexicon), INDONESIAN, 30);
		if (!samples) return null;
		const clip = tidied(samples);
		if (!clip) {
			result.unsayable.push(id);
			continue;
		}
		mkdirSync(folder, { recursive: true });
		writeFileSync(file, writeWav(clip));
		result.made.push(id);
	}
	return result;
}
