// The voice of the hall: a call or a notice in, one WAV file out, the same for everyone who asks. Reads its packs at the
// first call and again when it is told that a recording changed.

import { createHash } from 'node:crypto';
import type { AgencyId, ZoneNumber } from '../../shared/id.ts';
import type { SpokenNotice } from '../../shared/notices.ts';
import { agencyClip, type DeskWord, type NameClip, type SpokenCall, zoneClip } from '../../shared/speech.ts';
import { noticeBreaths } from '../../shared/speech-notices.ts';
import { say, type VoiceSettings } from '../../shared/voice.ts';
import type { Language } from '../../shared/words/words.ts';
import { openCache } from './cache.ts';
import { chime, tone } from './chime.ts';
import { compose, type Part } from './compose.ts';
import { type Pack, type PackFolders, type ReadBefore, readPack } from './pack.ts';
import { type Samples, seconds, writeWav } from './wav.ts';

export interface CallToSay extends Pick<SpokenCall, 'number' | 'counter' | 'recall'> {
	/** Named after the counter, where there are recordings of them. */
	readonly agency: AgencyId | null;
	readonly zone: ZoneNumber | null;
	/** Whether it begins with the two tones that make people look up. */
	readonly chime: boolean;
}

export interface Said {
	readonly wav: Buffer;
	/** Changes with the sound, and only with it. */
	readonly tag: string;
	readonly ms: number;
}

export interface Voices {
	/** Throws a RangeError for a number that cannot be said. */
	readonly call: (call: CallToSay, voice: VoiceSettings, languages: readonly Language[]) => Said;
	/** In Indonesian. Throws a RangeError for a prefix that cannot be said. */
	readonly notice: (notice: SpokenNotice, desk: DeskWord) => Said;
	/** A short tone to try the loudspeaker with. */
	readonly tone: () => Said;
	readonly pack: (language: Language) => Pack;
	/** Where its recordings are. */
	readonly folders: PackFolders;
	/** The recordings changed. */
	readonly reload: () => void;
}

/** Some 50 calls of one language: more than a hall has on its boards at any moment. */
const KEPT_BYTES = 16_000_000;
const NO_CHIME: Samples = new Float32Array(0);

/** `warn` is told one sentence for each file that cannot be used. */
export function openVoices(folders: PackFolders, warn: (sentence: string) => void): Voices {
	const packs = new Map<Language, Pack>();
	const before: ReadBefore = new Map();
	const told = new Set<string>();
	/** Every recording has the packs read again; what is wrong with another one is known by then. */
	const warnOnce = (sentence: string): void => {
		if (!told.has(sentence)) warn(sentence);
		told.add(sentence);
	};
	const cache = openCache<Said>(KEPT_BYTES, (it) => it.wav.length);
	const pack = (language: Language): Pack => {
		const known = packs.get(language);
		if (known) return known;
		const read = readPack(language, folders, before);
		for (const warning of read.warnings) warnOnce(warning);
		if (read.missing.length > 0) warnOnce(`The voice (${language}) cannot say: ${read.missing.join(', ')}`);
		packs.set(language, read);
		return read;
	};
	let bell: Samples | null = null;
	const theBell = (): Samples => {
		bell ??= chime();
		return bell;
	};
	/** The words are the key: two ways to ask for the same words get the same file. */
	const composed = (opening: Samples, parts: readonly Part[]): Said => {
		const key = parts.map((it) => `${it.pack.language}:${it.breaths.map((words) => words.join(' ')).join(', ')}`);
		return cache.get([opening.length, ...key].join('; '), () => said(compose(opening, parts)));
	};
	return {
		call: (call, voice, languages) => {
			const wanted = voice.names ? namesOf(call) : [];
			const parts = languages.map((language) => {
				const of = pack(language);
				const { number, counter, recall } = call;
				const names = wanted.filter((it) => of.names.has(it));
				const { breaths } = say({ number, counter, recall, school: voice.school, desk: voice.desk, names }, language);
				return { pack: of, breaths };
			});
			return composed(call.chime ? theBell() : NO_CHIME, parts);
		},
		notice: (notice, desk) => composed(theBell(), [{ pack: pack('id'), breaths: noticeBreaths(notice, desk) }]),
		tone: () => cache.get('tone', () => said(tone())),
		pack,
		folders,
		reload: () => {
			packs.clear();
			cache.clear();
		},
	};
}

/** The zone first: "di lantai dua, Dinas Sosial". */
const namesOf = ({ agency, zone }: CallToSay): readonly NameClip[] => [
	...(zone === null ? [] : [zoneClip(zone)]),
	...(agency === null ? [] : [agencyClip(agency)]),
];

export function said(samples: Float32Array): Said {
	const wav = writeWav(samples);
	const tag = `"${createHash('sha256').update(wav).digest('base64url').slice(0, 22)}"`;
	return { wav, tag, ms: Math.round(seconds(samples) * 1000) };
}
