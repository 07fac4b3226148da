// Which recordings are shown and in which order, how far the hall has come, and what is recorded next. Pure.

import {
	CLIP_KINDS,
	type ClipKind,
	clipKind,
	plainClip,
	type Recording,
	type Recordings,
} from '../../shared/recording.ts';
import { isNameClip } from '../../shared/speech.ts';

export const FILTERS = ['all', 'missing', 'names'] as const;
export type Filter = (typeof FILTERS)[number];

/** What only this hall says; no pack brings it, and the computer may speak it. */
export const isName: (clip: string) => boolean = isNameClip;
/** The computer speaks zones only where it is asked to: a call need not be longer than it is. */
export const isSpokenName = (clip: string): boolean => isName(clip) && clipKind(clip) !== 'zone';

const FITS: Readonly<Record<Filter, (it: Recording) => boolean>> = {
	all: () => true,
	missing: (it) => it.from !== 'own',
	names: (it) => clipKind(it.clip) === 'agency',
};

export interface Group {
	readonly kind: ClipKind;
	readonly recordings: readonly Recording[];
}

/** What is heard most often first; within a kind as the hall has them. Kinds with nothing to show are left out. */
export const groupsOf = (recordings: readonly Recording[], filter: Filter): readonly Group[] =>
	CLIP_KINDS.map((kind) => ({
		kind,
		recordings: recordings.filter((it) => clipKind(it.clip) === kind && FITS[filter](it)),
	})).filter((it) => it.recordings.length > 0);

/** In the order of the page. */
export const orderOf = (groups: readonly Group[]): readonly Recording[] => groups.flatMap((it) => it.recordings);

export interface Progress {
	/** Of the recordings that every hall has. */
	readonly own: number;
	readonly all: number;
	/** Of the names and notices of this hall. */
	readonly named: number;
	readonly names: number;
	/** Of the first: said by nobody at all. */
	readonly silent: number;
}

export function progressOf(recordings: readonly Recording[]): Progress {
	const names = recordings.filter((it) => isName(it.clip));
	const common = recordings.filter((it) => !names.includes(it));
	const count = (list: readonly Recording[], from: Recording['from']): number =>
		list.filter((it) => it.from === from).length;
	return {
		own: count(common, 'own'),
		all: common.length,
		named: names.length - count(names, 'nobody'),
		names: names.length,
		silent: count(common, 'nobody'),
	};
}

/** The first after this one that the hall has not recorded, from the top again behind the last; null: all are. */
export function nextMissing(order: readonly Recording[], clip: string | null): Recording | null {
	const at = order.findIndex((it) => it.clip === clip);
	const after = [...order.slice(at + 1), ...order.slice(0, Math.max(0, at))];
	return after.find((it) => it.from !== 'own' && it.clip !== clip) ?? null;
}

/** A number that the hall has recorded as it sounds inside is said so at the end too, unless that is recorded as well. */
export const usesPlain = ({ clip, from }: Recording, { recordings }: Pick<Recordings, 'recordings'>): boolean =>
	from === 'bundled' &&
	plainClip(clip) !== clip &&
	recordings.some((it) => it.clip === plainClip(clip) && it.from === 'own');
