// A hall's own recordings: which clips there are for it to record, what a take may be refused or doubted for, and what the
// file of another hall's voice would change.

import type { Agency, Zone } from './hall.ts';
import { agencyClip, isNameClip, zoneClip } from './speech.ts';
import { ENDING, PACK_CLIPS } from './voice.ts';
import type { Language } from './words/words.ts';

/** Why a file cannot be used as a recording. */
export const WAV_FAULTS = ['unreadable', 'not_wav', 'compressed', 'strange_rate', 'empty', 'too_long'] as const;
export type WavFault = (typeof WAV_FAULTS)[number];

/** `no_before`: no take before it is kept; `no_program`: espeak-ng is not installed; `unsayable`: nothing in the name is said. */
export type RecordingFault = WavFault | 'no_before' | 'no_program' | 'unsayable';

/** What an ear would mind in a take that can be used all the same. */
export const DOUBTS = ['short', 'faint', 'clipped', 'noisy'] as const;
export type Doubt = (typeof DOUBTS)[number];

/** The order in which they are recorded: what is heard most often first. */
export const CLIP_KINDS = ['phrase', 'number', 'ending', 'letter', 'agency', 'zone', 'notice'] as const;
export type ClipKind = (typeof CLIP_KINDS)[number];

const KIND_OF_PREFIX: Readonly<Record<string, ClipKind>> = {
	...{ phrase: 'phrase', letter: 'letter', agency: 'agency', zone: 'zone', notice: 'notice' },
};

export function clipKind(clip: string): ClipKind {
	const prefix = /^([a-z]+)-/.exec(clip)?.[1] ?? '';
	return KIND_OF_PREFIX[prefix] ?? (clip.endsWith(ENDING) ? 'ending' : 'number');
}

/** "tujuh" of "tujuh-end". */
export const plainClip = (clip: string): string => (clip.endsWith(ENDING) ? clip.slice(0, -ENDING.length) : clip);

export interface NameToRecord {
	readonly clip: string;
	/** What is to be read aloud. */
	readonly text: string;
}

/** What only this hall says: its agencies, its zones, and the notices that it wrote itself. */
export function namesToRecord(
	agencies: readonly Pick<Agency, 'id' | 'shortName'>[],
	zones: readonly Zone[],
	notices: readonly { readonly id: string; readonly kind: string; readonly text: string }[],
): readonly NameToRecord[] {
	return [
		...agencies.map(({ id, shortName }) => ({ clip: agencyClip(id), text: shortName })),
		...zones.map(({ number, name }) => ({ clip: zoneClip(number), text: name })),
		...notices.filter((it) => it.kind === 'own').map(({ id, text }) => ({ clip: `notice-${id}`, text })),
	].filter((it) => isNameClip(it.clip));
}

/** Whether a hall with these names has such a recording. Nothing else may be written, so no name is ever a path. */
export const isToRecord = (language: Language, clip: string, names: readonly NameToRecord[]): boolean =>
	PACK_CLIPS[language].includes(clip) || names.some((it) => it.clip === clip);

export interface Recording {
	readonly clip: string;
	readonly text: string;
	/** Whose recording is said: a hall's own wins, and who has neither is silent. */
	readonly from: 'own' | 'bundled' | 'nobody';
	/** Of what is said; null where nothing is. */
	readonly ms: number | null;
	/** The program brings one too. */
	readonly bundled: boolean;
	/** A take before the present one is kept, or the last one that was removed. */
	readonly before: boolean;
	/** There is a file of the hall's own, and it cannot be used. */
	readonly broken: boolean;
}

export interface Recordings {
	readonly recordings: readonly Recording[];
	/** Names may be spoken by espeak-ng here. */
	readonly speaks: boolean;
	/** Names as they are written, and as this hall wants them read; only what it changed itself. */
	readonly said: Readonly<Record<string, string>>;
	/** For a call to try. */
	readonly agencies: readonly Pick<Agency, 'id' | 'shortName' | 'zone'>[];
}

/** What was saved, and what an ear would mind. */
export interface Taken {
	readonly doubts: readonly Doubt[];
}

/** Why the file of a voice is refused whole; nothing of it is used then. */
export const PACK_FAULTS = [
	...(['not_zip', 'damaged', 'too_large', 'too_many', 'twice', 'strange_entry', 'no_manifest', 'nothing'] as const),
	'unusable',
] as const;
export type PackFault = (typeof PACK_FAULTS)[number];

/** `foreign`: a name that this hall does not have; it is left out. */
export type PackChange = 'add' | 'replace' | 'same' | 'foreign' | 'unusable';
export interface PackEntry {
	readonly language: Language;
	readonly clip: string;
	readonly text: string;
	readonly change: PackChange;
	/** Why it is unusable; null: it is not. */
	readonly fault: WavFault | null;
}

/** What a file of a voice would change here. */
export interface PackPlan {
	/** The hall it comes from, and the day it was made, as it says itself. */
	readonly hall: string;
	readonly day: string;
	readonly entries: readonly PackEntry[];
	/** Names whose reading would change. */
	readonly said: number;
}
