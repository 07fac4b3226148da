// The kiosk read aloud: names of texts in, one WAV file out. A text is said by the hall's own recording, by one that was made
// before, or by espeak-ng now, where it is installed (15 ms, once); for what none can say there is a sentence that staff help.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { COMPOSED } from '../../shared/aloud.ts';
import { cardinal, numberWords, prefixClips, type School, splitNumber } from '../../shared/speech.ts';
import { englishCardinal, englishTicketClips } from '../../shared/speech-en.ts';
import type { Language } from '../../shared/words/words.ts';
import { openCache } from './cache.ts';
import { compose } from './compose.ts';
import { ENGLISH, INDONESIAN, type Speaker, speak } from './espeak.ts';
import { tidied } from './loudness.ts';
import { type Lexicon, readableText } from './names.ts';
import type { Pack, PackFolders } from './pack.ts';
import { type Said, said } from './voices.ts';
import { readWav, type Samples, writeSmallWav } from './wav.ts';

export interface AloudParts {
	readonly folders: PackFolders;
	readonly pack: (language: Language) => Pack;
	readonly lexicon: () => Lexicon;
	/** Told one sentence for each text that could not be made. */
	readonly warn: (sentence: string) => void;
}

/** What is said in one breath each: names of texts (shared/aloud.ts). */
export type Breaths = readonly (readonly string[])[];

export interface Aloud {
	/** `textsOf`: what each name says in a language; a name without a text is left out. */
	readonly say: (
		breaths: Breaths,
		language: Language,
		textsOf: (language: Language) => ReadonlyMap<string, string>,
		school: School,
	) => Promise<Said>;
	/** Makes what is missing; null where espeak-ng is not installed. */
	readonly prepare: (
		language: Language,
		texts: Iterable<string>,
	) => Promise<{ readonly made: number; readonly kept: number } | null>;
}

const SPEAKERS: Readonly<Record<Language, Speaker>> = { id: INDONESIAN, en: ENGLISH };
const KEPT_BYTES = 12_000_000;
/** Texts as samples: a file takes as long to read as a sentence to be made, and a page is asked for again and again. */
const KEPT_SAMPLES_BYTES = 24_000_000;
/** Pauses between words, ms: a screen is listened to by somebody who cannot see it. */
const PAUSE_MS = 20;
/** "Ada tulisan yang belum dapat dibacakan. Petugas membantu Anda." */
const STAFF = 's.aloud.staff';
const SILENCE: Samples = new Float32Array(0);

/** Clips of the voice pack that say a number, a ticket number or a letter. Throws a RangeError for what cannot be said. */
function composedWords(name: string, language: Language, school: School): readonly string[] {
	const what = name.slice(2);
	const inEnglish = language === 'en';
	if (name.startsWith('n.')) return inEnglish ? englishCardinal(Number(what)) : cardinal(Number(what));
	if (name.startsWith('l.')) return inEnglish ? [`letter-${what.toLowerCase()}`] : prefixClips(what);
	if (inEnglish) return englishTicketClips(what);
	const { prefix, digits } = splitNumber(what);
	return [...prefixClips(prefix), ...numberWords(digits, school)];
}

/** The file of a text: the same text of the same speaker is made once, in whatever hall. */
const fileName = (text: string, { voice, speed, pitch }: Speaker): string =>
	`${createHash('sha256').update(`${voice} ${speed} ${pitch} ${text}`).digest('hex').slice(0, 24)}.wav`;

export function openAloud({ folders, pack, lexicon, warn }: AloudParts): Aloud {
	const kept = openCache<Said>(KEPT_BYTES, (it) => it.wav.length);
	const samplesOf = openCache<Samples>(KEPT_SAMPLES_BYTES, (it) => it.byteLength);
	/** Being made now: two kiosks on the same page ask for the same text. */
	const making = new Map<string, Promise<Samples | null>>();
	let installed: boolean | null = null;

	function read(file: string): Samples | null {
		if (!existsSync(file)) return null;
		const wav = readWav(readFileSync(file));
		return wav.ok ? wav.samples : null;
	}
	const madeFile = (folder: string, name: string): string => path.join(folder, 'aloud', name);
	const places = (name: string): readonly string[] =>
		[folders.bundled, folders.own].flatMap((it) => (it === null ? [] : [madeFile(it, name)]));

	async function make(text: string, language: Language, name: string): Promise<Samples | null> {
		const spoken = await speak(text, SPEAKERS[language], PAUSE_MS).catch((error: unknown) => {
			warn(`"${text}" could not be spoken: ${String(error)}`);
			return new Float32Array(0);
		});
		installed = spoken !== null;
		const samples = spoken && tidied(spoken);
		if (!samples) return null;
		if (folders.own !== null) {
			const file = madeFile(folders.own, name);
			mkdirSync(path.dirname(file), { recursive: true });
			writeFileSync(`${file}.new`, writeSmallWav(samples));
			renameSync(`${file}.new`, file);
		}
		return samples;
	}

	function textClip(text: string, language: Language): Promise<Samples | null> {
		const readable = readableText(text, language === 'id' ? lexicon() : {});
		if (readable === '') return Promise.resolve(null);
		const name = fileName(readable, SPEAKERS[language]);
		// The name says what is in it, so what has been read stays true.
		const file = places(name).find((it) => existsSync(it));
		const known = file === undefined ? SILENCE : samplesOf.get(file, () => read(file) ?? SILENCE);
		if (known.length > 0) return Promise.resolve(known);
		if (installed === false) return Promise.resolve(null);
		const begun = making.get(name) ?? make(readable, language, name).finally(() => making.delete(name));
		making.set(name, begun);
		return begun;
	}

	/** The hall's own recording wins: of an agency's name as in calls, of a sentence from its folder `id/aloud`. */
	function ownClip(name: string, language: Language): Samples | null {
		const agency = /^agency\.(.+)$/.exec(name)?.[1];
		if (agency !== undefined) return pack(language).clip(`agency-${agency}`, 'inside')?.samples ?? null;
		if (folders.own === null || !name.startsWith('s.')) return null;
		return read(path.join(folders.own, language, 'aloud', `${name.slice(2)}.wav`));
	}

	async function say(
		breaths: Breaths,
		language: Language,
		textsOf: (language: Language) => ReadonlyMap<string, string>,
		school: School,
	): Promise<Said> {
		const texts = textsOf(language);
		const clips = new Map<string, Samples>();
		const names = new Set(breaths.flat().filter((it) => !COMPOSED.test(it)));
		const fetch = async (name: string): Promise<void> => {
			const text = texts.get(name);
			const samples = ownClip(name, language) ?? (text === undefined ? null : await textClip(text, language));
			if (samples) clips.set(name, samples);
		};
		for (const name of names) await fetch(name);
		const isWhole = clips.size === names.size;
		if (!isWhole) await fetch(STAFF);
		// English comes from espeak-ng alone; the program brings its sentences in Indonesian.
		if (language === 'en' && !isWhole && installed === false) return say(breaths, 'id', textsOf, school);
		const of = pack(language);
		const both: Pack = {
			...of,
			clip: (name, place) => {
				const samples = clips.get(name);
				return samples ? { samples, from: 'bundled' } : of.clip(name, place);
			},
		};
		const isKnown = (name: string): boolean => COMPOSED.test(name) || clips.has(name);
		// Whole or not at all: of "12 menunggu" the number alone would mislead.
		const sayable = breaths.map((it) => (it.every(isKnown) ? it : [STAFF]));
		const words = sayable
			.filter((it, at) => it.every(isKnown) && it.join() !== sayable[at - 1]?.join())
			.map((it) => it.flatMap((name) => (COMPOSED.test(name) ? composedWords(name, language, school) : [name])));
		const make = (): Said => said(compose(SILENCE, [{ pack: both, breaths: words }]));
		const key = [language, school, ...breaths.map((it) => it.map((name) => `${name}=${texts.get(name)}`).join(','))];
		// What lacks a word may have it later: a recording, or espeak-ng.
		return isWhole ? kept.get(key.join(';'), make) : make();
	}

	return {
		say,
		prepare: async (language, texts) => {
			let [made, had] = [0, 0];
			for (const text of new Set(texts)) {
				const name = fileName(readableText(text, language === 'id' ? lexicon() : {}), SPEAKERS[language]);
				if (places(name).some((file) => existsSync(file))) {
					had++;
					continue;
				}
				const samples = await textClip(text, language);
				if (installed === false) return null;
				if (samples) made++;
			}
			return { made, kept: had };
		},
	};
}
