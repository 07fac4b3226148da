// A voice pack: a folder of WAV files, each named after what it says. The hall's own recordings win, clip by clip, over the
// pack that comes with the program; one that cannot be used is told about, and the other one speaks.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isNameClip, type NameClip } from '../../shared/speech.ts';
import { ENDING, PACK_CLIPS } from '../../shared/voice.ts';
import type { Language } from '../../shared/words/words.ts';
import { tidied } from './loudness.ts';
import { readWav, type Samples, sayWavFault, type WavFault } from './wav.ts';

export interface Clip {
	readonly samples: Samples;
	readonly from: 'own' | 'bundled';
}

export interface Pack {
	readonly language: Language;
	/** What the last word of a breath is, is said falling, where there is such a recording. */
	readonly clip: (name: string, place: 'inside' | 'last') => Clip | null;
	readonly names: ReadonlySet<NameClip>;
	/** Clips of the closed list that nobody recorded. Of the bundled pack: none. */
	readonly missing: readonly string[];
	/** One sentence for each file that could not be used. */
	readonly warnings: readonly string[];
}

/** The folder `voice` beside the program: in the sources, or above dist/. Null where it was not installed. */
export function findBundled(): string | null {
	let folder = path.dirname(fileURLToPath(import.meta.url));
	while (!existsSync(path.join(folder, 'voice', 'id', 'pack.json'))) {
		const parent = path.dirname(folder);
		if (parent === folder) return null;
		folder = parent;
	}
	return path.join(folder, 'voice');
}

/** Larger than any clip that may be used: 15 s of two channels of 32 bit at 96,000. */
const LARGEST_BYTES = 12_000_000;

export interface PackFolders {
	readonly bundled: string | null;
	/** DATA_DIR/voice: the hall's own, with a folder for each language. */
	readonly own: string | null;
}

/** What was read of a file, as long as it is the same file: one new recording must not cost reading a hundred others. */
export type ReadBefore = Map<string, { readonly stamp: string; readonly samples: Samples | WavFault }>;

/** Reads both folders whole. Reading takes some 100 ms, so nobody does it before a first call; and again only what is new. */
export function readPack(language: Language, { bundled, own }: PackFolders, before: ReadBefore = new Map()): Pack {
	const warnings: string[] = [];
	const known = new Set(PACK_CLIPS[language]);
	const clips = new Map<string, Clip>();
	const read = (folder: string | null, from: Clip['from']): void => {
		for (const [name, file] of filesOf(folder && path.join(folder, language))) {
			if (!known.has(name) && !isNameClip(name)) {
				warnings.push(`voice/${language}/${name}.wav is the recording of nothing that is said`);
				continue;
			}
			const samples = usable(file, from, before);
			if (typeof samples === 'string')
				warnings.push(`voice/${language}/${name}.wav cannot be used: ${sayWavFault(samples)}`);
			else clips.set(name, { samples, from });
		}
	};
	read(bundled, 'bundled');
	read(own, 'own');
	const clip: Pack['clip'] = (name, place) => {
		const plain = clips.get(name) ?? null;
		const ending = `${name}${ENDING}`;
		// A hall's own notice "x-end" is not how its notice "x" ends.
		const falling = place === 'last' && known.has(ending) ? (clips.get(ending) ?? null) : null;
		// A hall's own voice at the wrong pitch is better than another person's at the right one.
		return falling && (falling.from === 'own' || plain?.from !== 'own') ? falling : plain;
	};
	return {
		language,
		clip,
		names: new Set([...clips.keys()].filter(isNameClip)),
		missing: [...known].filter((name) => !name.endsWith(ENDING) && !clips.has(name)),
		warnings,
	};
}

function filesOf(folder: string | null): readonly (readonly [name: string, file: string])[] {
	if (!folder || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
	return readdirSync(folder, { withFileTypes: true })
		.filter((it) => it.isFile() && it.name.endsWith('.wav'))
		.map((it) => [it.name.slice(0, -'.wav'.length), path.join(folder, it.name)] as const)
		.sort(([a], [b]) => a.localeCompare(b));
}

function usable(file: string, from: Clip['from'], before: ReadBefore): Samples | WavFault {
	const now = statSync(file, { throwIfNoEntry: false });
	const stamp = `${now?.ino} ${now?.size} ${now?.mtimeMs}`;
	const known = before.get(file);
	if (known?.stamp === stamp) return known.samples;
	const samples = samplesOf(readClip(file), from);
	before.set(file, { stamp, samples });
	return samples;
}

/** One file that may not be opened must not silence the hall. */
function readClip(file: string): Buffer | WavFault {
	try {
		const bytes = readFileSync(file);
		return bytes.length > LARGEST_BYTES ? 'too_long' : bytes;
	} catch (error) {
		if (error instanceof Error && 'syscall' in error) return 'unreadable';
		throw error;
	}
}

/** Ours were tidied when they were made. A hall's own may come from any recorder. */
function samplesOf(bytes: Buffer | WavFault, from: Clip['from']): Samples | WavFault {
	if (typeof bytes === 'string') return bytes;
	const read = readWav(bytes);
	if (!read.ok) return read.fault;
	return from === 'bundled' ? read.samples : (tidied(read.samples) ?? 'empty');
}
