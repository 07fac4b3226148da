// A hall's whole voice as one file, to keep or to hand to another hall: what is in it, and what it would change here. The
// same recordings give the same bytes. Pure.

import { type Zippable, zipSync } from 'fflate';
import { z } from 'zod';
import type { Day } from '../../shared/day.ts';
import type { PackChange, PackEntry, PackFault, WavFault } from '../../shared/recording.ts';
import type { Language } from '../../shared/words/words.ts';
import type { Lexicon } from './names.ts';
import { takeOf } from './take.ts';
import { readZip } from './zip.ts';

export interface PackedClip {
	readonly language: Language;
	readonly clip: string;
	readonly text: string;
	readonly wav: Uint8Array;
}
export interface VoiceFile {
	readonly hall: string;
	readonly day: Day;
	/** How names are read. */
	readonly said: Lexicon;
	readonly clips: readonly PackedClip[];
}

/** Both languages, every agency of a large hall, and room; what a hall has by hand may be larger before it is tidied. */
const LIMITS = { entries: 600, bytes: 40_000_000 };
const MANIFEST = 'manifest.json';
const KIND = 'giliran-voice';
const TEXT = z.string().max(500);
const manifestShape = z.object({
	kind: z.literal(KIND),
	version: z.literal(1),
	hall: z.string().max(200),
	day: z.string().max(10),
	said: z.record(z.string().max(200), z.string().max(200)),
	texts: z.partialRecord(z.enum(['id', 'en']), z.record(z.string(), TEXT)),
});
type Manifest = z.infer<typeof manifestShape>;

/** The first moment that a zip can name: the manifest says of what day it is, and the rest is the same whenever it is made. */
const NO_TIME = new Date(1980, 0, 1);
/** Recordings do not get smaller by packing. */
const AS_IT_IS = { level: 0, mtime: NO_TIME } as const;

const sorted = <Value>(of: Readonly<Record<string, Value>>): Record<string, Value> =>
	Object.fromEntries(Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1)));

export function writeVoiceFile({ hall, day, said, clips }: VoiceFile): Uint8Array {
	const texts = (of: Language) =>
		sorted(Object.fromEntries(clips.filter((it) => it.language === of).map(({ clip, text }) => [clip, text])));
	const manifest: Manifest = {
		...{ kind: KIND, version: 1, hall, day },
		said: sorted(said),
		texts: { id: texts('id'), en: texts('en') },
	};
	const files: Zippable = {};
	files[MANIFEST] = [Buffer.from(`${JSON.stringify(manifest, null, '\t')}\n`), AS_IT_IS];
	const places = Object.fromEntries(clips.map((it) => [`${it.language}/${it.clip}.wav`, it.wav]));
	for (const [name, wav] of Object.entries(sorted(places))) files[name] = [wav, AS_IT_IS];
	return zipSync(files);
}

export type VoiceFileRead =
	| { readonly ok: true; readonly file: VoiceFile }
	| { readonly ok: false; readonly fault: PackFault; readonly entry: string | null };

/** Refused whole where anything in it is not what a voice has; whether a recording can be used is judged one by one. */
export function readVoiceFile(zip: Buffer): VoiceFileRead {
	const read = readZip(zip, LIMITS);
	if (!read.ok) return read;
	let manifest: Manifest | null = null;
	const clips: Omit<PackedClip, 'text'>[] = [];
	for (const { name, bytes } of read.files) {
		const [, language, clip] = /^(id|en)\/([a-z0-9][a-z0-9-]{0,99})\.wav$/.exec(name) ?? [];
		if (name !== MANIFEST && !clip) return { ok: false, fault: 'strange_entry', entry: name };
		const content = bytes();
		if (!content) return { ok: false, fault: 'damaged', entry: name };
		if (clip) clips.push({ language: language as Language, clip, wav: content });
		else manifest = readManifest(content);
	}
	if (!manifest) return { ok: false, fault: 'no_manifest', entry: MANIFEST };
	if (clips.length === 0) return { ok: false, fault: 'nothing', entry: null };
	const { hall, day, said, texts } = manifest;
	const named = clips.map((it) => ({ ...it, text: texts[it.language]?.[it.clip] ?? it.clip }));
	return { ok: true, file: { hall, day: day as Day, said, clips: named } };
}

function readManifest(content: Buffer): Manifest | null {
	try {
		return manifestShape.safeParse(JSON.parse(content.toString())).data ?? null;
	} catch (error) {
		if (error instanceof SyntaxError) return null;
		throw error;
	}
}

export interface Judged extends PackEntry {
	/** What would be kept; null where nothing is. */
	readonly wav: Buffer | null;
}

/** `now`: this hall's own recording of it; null: it has none. `known`: there is such a clip in this hall. */
export function judge({ language, clip, text, wav }: PackedClip, known: boolean, now: Buffer | null): Judged {
	const entry = (change: PackChange, kept: Buffer | null, fault: WavFault | null = null): Judged => ({
		...{ language, clip, text, change, fault },
		wav: kept,
	});
	if (!known) return entry('foreign', null);
	if (now?.equals(wav)) return entry('same', null);
	const take = takeOf(wav);
	if (typeof take === 'string') return entry('unusable', null, take);
	if (now?.equals(take.wav)) return entry('same', null);
	return entry(now ? 'replace' : 'add', take.wav);
}
