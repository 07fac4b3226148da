// How a hall's calls sound: what a manager decides about them, the recordings a voice pack is made of, and what one call
// says in each language.

import type { MinuteOfDay } from './day.ts';
import { SECOND } from './id.ts';
import {
	type Announcement,
	announcement,
	CLIPS,
	type DeskWord,
	NUMBER_CLIPS,
	type School,
	type SpokenCall,
} from './speech.ts';
import { ENGLISH_CLIPS, ENGLISH_NUMBER_CLIPS, englishAnnouncement } from './speech-en.ts';
import { NOTICE_CLIPS } from './speech-notices.ts';
import type { Language } from './words/words.ts';

export interface VoiceSettings {
	readonly school: School;
	readonly desk: DeskWord;
	/** Every call again in English, after the Indonesian. */
	readonly english: boolean;
	/** Says the agency's name (and the zone's) after the counter, where the hall has a recording of it. */
	readonly names: boolean;
	/** When a call is said a second time, ms after its last word; null: once is enough. */
	readonly repeatAfterMs: number | null;
	/** 0 to 1, of what the TV is set to. */
	readonly volume: number;
	/** Other volumes at some hours of every day; the first that fits counts. */
	readonly volumes: readonly LoudHours[];
	/** When calls are shown and not spoken (azan, a ceremony), on every day, hall time. */
	readonly quiet: readonly QuietHours[];
}
export interface QuietHours {
	readonly from: MinuteOfDay;
	/** Not itself quiet any more. */
	readonly to: MinuteOfDay;
}

export interface LoudHours extends QuietHours {
	/** 0 to 1. */
	readonly volume: number;
}

export const volumeAt = ({ volume, volumes }: VoiceSettings, minute: MinuteOfDay): number =>
	volumes.find(({ from, to }) => from <= minute && minute < to)?.volume ?? volume;

export const isQuiet = ({ quiet }: VoiceSettings, minute: MinuteOfDay): boolean =>
	quiet.some(({ from, to }) => from <= minute && minute < to);

const DAY_MINUTES = 24 * 60;
/** No call is spoken at any hour: hardly what somebody meant. */
export const isNeverHeard = (voice: VoiceSettings): boolean =>
	Array.from({ length: DAY_MINUTES }, (_, minute) => minute).every(
		(it) => isQuiet(voice, it) || volumeAt(voice, it) === 0,
	);

export const DEFAULT_VOICE: VoiceSettings = {
	school: 'with_zeros',
	desk: 'loket',
	english: false,
	names: true,
	repeatAfterMs: 8 * SECOND,
	volume: 1,
	volumes: [],
	quiet: [],
};

/**
 * Every number word is recorded twice: as it sounds inside a number, and as it falls at the end of what is said. A
 * hall's own pack may leave the second out.
 */
export const ENDING = '-end';
const withEndings = (numbers: readonly string[], clips: readonly string[]): readonly string[] => [
	...clips,
	...numbers.map((it) => `${it}${ENDING}`),
];

/** The closed list of files of a voice pack, names of agencies and zones left out. */
export const PACK_CLIPS: Readonly<Record<Language, readonly string[]>> = {
	id: withEndings(NUMBER_CLIPS, [...CLIPS, ...NOTICE_CLIPS]),
	en: withEndings(ENGLISH_NUMBER_CLIPS, ENGLISH_CLIPS),
};

const SAY: Readonly<Record<Language, (call: SpokenCall) => Announcement<string>>> = {
	id: announcement,
	en: englishAnnouncement,
};

/** One call in one language. Throws a RangeError for what cannot be said. */
export const say = (call: SpokenCall, language: Language): Announcement<string> => SAY[language](call);
