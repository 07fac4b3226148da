// The voice's settings while they are edited: fields as they are typed, and what is wrong with them. Pure.

import { readMinute, writeMinute } from '../../shared/day.ts';
import { SECOND } from '../../shared/id.ts';
import type { DeskWord, School } from '../../shared/speech.ts';
import { isNeverHeard, type VoiceSettings } from '../../shared/voice.ts';

export interface HoursRow {
	/** Names the row as long as it is on the screen. */
	readonly key: number;
	/** As a time field writes it: "11:55", or nothing. */
	readonly from: string;
	readonly to: string;
	/** Percent; quiet hours have none. */
	readonly volume: number;
}

export interface Draft {
	readonly school: School;
	readonly desk: DeskWord;
	readonly english: boolean;
	readonly names: boolean;
	readonly repeat: boolean;
	/** As typed. */
	readonly repeatSeconds: string;
	/** Percent. */
	readonly volume: number;
	readonly volumes: readonly HoursRow[];
	readonly quiet: readonly HoursRow[];
}

export const MOST_ROWS = 20;
const MOST_SECONDS = 60;
const USUAL_SECONDS = '8';
const DAY_MINUTES = 24 * 60;

/** A time field knows no 24:00; as an end, midnight is the end of the day. */
const written = (minute: number): string => writeMinute(minute % DAY_MINUTES);
const endOf = (text: string): number | null => {
	const minute = readMinute(text);
	return minute === 0 ? DAY_MINUTES : minute;
};

export function draftOf(voice: VoiceSettings): Draft {
	const { school, desk, english, names, repeatAfterMs, volume, volumes, quiet } = voice;
	const row = ({ from, to }: { from: number; to: number }, key: number, percent: number): HoursRow => ({
		...{ key, from: written(from), to: written(to), volume: percent },
	});
	return {
		...{ school, desk, english, names },
		repeat: repeatAfterMs !== null,
		repeatSeconds: repeatAfterMs === null ? USUAL_SECONDS : String(repeatAfterMs / SECOND),
		volume: Math.round(volume * 100),
		volumes: volumes.map((it, key) => row(it, key, Math.round(it.volume * 100))),
		quiet: quiet.map((it, key) => row(it, key, 0)),
	};
}

/** What has to be mended before it can be saved: `repeat`, or the keys of rows. */
export interface Faults {
	readonly repeat: boolean;
	readonly volumes: ReadonlySet<number>;
	readonly quiet: ReadonlySet<number>;
}

const secondsOf = ({ repeatSeconds }: Draft): number | null => {
	const seconds = /^\d{1,2}$/.test(repeatSeconds.trim()) ? Number(repeatSeconds) : 0;
	return seconds >= 1 && seconds <= MOST_SECONDS ? seconds : null;
};
function hoursOf({ from, to }: HoursRow): { readonly from: number; readonly to: number } | null {
	const [start, end] = [readMinute(from), endOf(to)];
	return start !== null && end !== null && start < end ? { from: start, to: end } : null;
}

export function faultsOf(draft: Draft): Faults {
	const bad = (rows: readonly HoursRow[]): ReadonlySet<number> =>
		new Set(rows.filter((it) => !hoursOf(it)).map((it) => it.key));
	return {
		repeat: draft.repeat && secondsOf(draft) === null,
		volumes: bad(draft.volumes),
		quiet: bad(draft.quiet),
	};
}

export const isSound = (faults: Faults): boolean =>
	!faults.repeat && faults.volumes.size === 0 && faults.quiet.size === 0;

/** null where something has to be mended first. */
export function voiceOf(draft: Draft): VoiceSettings | null {
	if (!isSound(faultsOf(draft))) return null;
	const { school, desk, english, names } = draft;
	const rows = (list: readonly HoursRow[]) =>
		list.flatMap((it) => {
			const hours = hoursOf(it);
			return hours ? [{ ...hours, volume: it.volume / 100 }] : [];
		});
	return {
		...{ school, desk, english, names },
		repeatAfterMs: draft.repeat ? (secondsOf(draft) ?? 0) * SECOND : null,
		volume: draft.volume / 100,
		volumes: rows(draft.volumes),
		quiet: rows(draft.quiet).map(({ from, to }) => ({ from, to })),
	};
}

/** What keeps every call of every day from being heard; null: some are. It can be meant, and hardly is. */
export function silencedBy(draft: Draft): 'volume' | 'quiet' | null {
	const voice = voiceOf(draft);
	if (!voice || !isNeverHeard(voice)) return null;
	return isNeverHeard({ ...voice, volume: 1, volumes: [] }) ? 'quiet' : 'volume';
}

export const withRow = (rows: readonly HoursRow[], next: Omit<HoursRow, 'key'>): readonly HoursRow[] => [
	...rows,
	{ ...next, key: Math.max(-1, ...rows.map((it) => it.key)) + 1 },
];

export const sameDraft = (draft: Draft, saved: VoiceSettings): boolean => {
	const voice = voiceOf(draft);
	return voice !== null && JSON.stringify(voice) === JSON.stringify(voiceOf(draftOf(saved)));
};
