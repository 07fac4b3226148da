// The board's only loudspeaker: one media element (old TVs manage no more), one file at a time. It says how each file went,
// and tries itself with a short tone, so that the hall knows that this board is mute before anybody is called in vain.

import { type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Sound } from '../shared/hearing.ts';
import { SECOND } from '../shared/id.ts';
import type { Played } from './speaker.ts';
import type { Utterance } from './utterance.ts';

/** What is used of the media element. */
export type Loudspeaker = EventTarget &
	Pick<
		HTMLAudioElement,
		'src' | 'volume' | 'muted' | 'paused' | 'ended' | 'currentTime' | 'duration' | 'play' | 'pause'
	>;

export interface PlayerParts {
	readonly element: Loudspeaker;
	/** Two tones without a file, for an announcement whose file does not come. */
	readonly ring: (volume: number) => void;
	/** 0 to 1, as the hall wants it now. */
	readonly volume: () => number;
	/** Whether the page is not in front. */
	readonly hidden: () => boolean;
}

export interface Player {
	/** `unknown` until the first try has ended. */
	readonly sound: ReadonlySignal<Sound>;
	/** Tries the loudspeaker unless it is known to be heard or in use. From a touch or a key it unlocks the sound too. */
	readonly test: () => void;
	/** Never rejects; after whatever is being played. */
	readonly play: (utterance: Utterance) => Promise<Played>;
}

export const TONE = '/voice/tone.wav';
/** A file of the hall's own network that has not begun by then will not come. */
const BEGINS_WITHIN = 4 * SECOND;
/** How much longer than the file itself its playing may take. */
const ENDS_LATE = 3 * SECOND;

/** `refused`: the server has no such file, or this browser cannot read it; `stalled`: it did not come or did not end. */
type Outcome = Exclude<Played, 'failed' | 'none'> | 'refused' | 'stalled';

const PLAYED: Readonly<Record<Outcome, Played>> = {
	...{ played: 'played', locked: 'locked', muted: 'muted', hidden: 'hidden' },
	...{ refused: 'failed', stalled: 'failed' },
};
/** What the tone says of this board. */
const TRIED: Readonly<Record<Outcome, Sound>> = {
	...{ played: 'ready', locked: 'locked', muted: 'muted', hidden: 'muted' },
	...{ refused: 'none', stalled: 'none' },
};
/** What an announcement says of this board; a file that failed says nothing about the loudspeaker. */
const CALLED: Readonly<Record<Outcome, Sound | null>> = {
	...{ played: 'ready', locked: 'locked', muted: 'muted' },
	...{ hidden: null, refused: null, stalled: null },
};

export function openPlayer({ element, ring, volume, hidden }: PlayerParts): Player {
	const sound = signal<Sound>('unknown');
	/** The end of what is being played; null while the element is free. */
	let last: Promise<void> | null = null;

	/** At once while the element is free: a browser wants to be told to play within the very touch that allows it. */
	function inTurn<T>(use: () => Promise<T>): Promise<T> {
		const mine = last ? last.then(use) : use();
		const end: Promise<void> = mine.then(() => {
			if (last === end) last = null;
		});
		last = end;
		return mine;
	}

	const hear = (address: string): Promise<Outcome> => {
		element.volume = untracked(volume);
		element.src = address;
		return untilHeard(element, hidden);
	};

	return {
		sound,
		test: () => {
			// A hall that is turned down to nothing has nothing to try.
			if (last || sound.peek() === 'ready' || untracked(volume) === 0) return;
			// What failed while the server was away is not said of this browser once it is back.
			if (sound.peek() === 'none') sound.value = 'unknown';
			void inTurn(async () => {
				sound.value = TRIED[await hear(TONE)];
			});
		},
		play: ({ addresses }) =>
			inTurn(async () => {
				let outcome: Outcome = 'refused';
				for (const address of addresses) {
					outcome = await hear(address);
					// An agency that has just gone has no name to be spoken; the number is called all the same.
					if (outcome !== 'refused') break;
				}
				const played = PLAYED[outcome];
				if (played === 'failed') ring(untracked(volume));
				sound.value = CALLED[outcome] ?? sound.peek();
				return played;
			}),
	};
}

/** Plays the file that the element has been given. */
function untilHeard(element: Loudspeaker, hidden: () => boolean): Promise<Outcome> {
	return new Promise((resolve) => {
		let over = false;
		let limit: ReturnType<typeof setTimeout>;
		const end = (outcome: Outcome): void => {
			// The element may be at the next file when the last word about this one comes.
			if (over) return;
			over = true;
			clearTimeout(limit);
			for (const [name, hear] of Object.entries(heard)) element.removeEventListener(name, hear);
			element.pause();
			resolve(outcome);
		};
		const within = (ms: number): void => {
			clearTimeout(limit);
			limit = setTimeout(() => end(hidden() ? 'hidden' : 'stalled'), ms);
		};
		const heard: Readonly<Record<string, () => void>> = {
			loadedmetadata: () => within((Number.isFinite(element.duration) ? element.duration : 0) * SECOND + ENDS_LATE),
			ended: () => {
				if (element.muted || element.volume === 0) end('muted');
				// A clock that stood still is a loudspeaker that nobody heard.
				else end(element.currentTime > 0 ? 'played' : 'stalled');
			},
			// Not by us, and not the pause that every end is.
			pause: () => {
				if (element.paused && !element.ended) end(hidden() ? 'hidden' : 'muted');
			},
			error: () => end('refused'),
		};
		for (const [name, hear] of Object.entries(heard)) element.addEventListener(name, hear);
		within(BEGINS_WITHIN);
		element.play().catch((why: unknown) => {
			end(why instanceof DOMException && why.name === 'NotAllowedError' ? 'locked' : 'refused');
		});
	});
}
