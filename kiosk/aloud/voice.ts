// The kiosk's voice: one sound at a time, each of some breaths, one after the other. What is new interrupts what is old; being
// told to be quiet is at once.

import { aloudAddress, MOST_NAMES } from '../../shared/aloud.ts';
import type { Breath } from './vocabulary.ts';

/** What is used of the media element. */
export type Player = EventTarget & Pick<HTMLAudioElement, 'src' | 'volume' | 'playbackRate' | 'play' | 'pause'>;

export interface Voice {
	/** At once: whatever is being said ends. */
	readonly say: (breaths: readonly Breath[], language: 'id' | 'en') => void;
	/** After what is being said. */
	readonly add: (breaths: readonly Breath[], language: 'id' | 'en') => void;
	/** What was said last, from its beginning. */
	readonly repeat: () => void;
	readonly louder: (by: number) => void;
	readonly pace: (rate: number) => void;
	readonly quiet: () => void;
}

const SOFTEST = 0.1;
/** Who goes through a list quickly hears where they stop: nothing is fetched for what they pass, ms. */
const PASSING = 120;

/** Files of at most so many names each, a breath never cut in two. */
export function files(breaths: readonly Breath[], language: 'id' | 'en'): readonly string[] {
	const groups: Breath[][] = [];
	let names = 0;
	for (const breath of breaths) {
		const group = groups.at(-1);
		if (group && names + breath.length <= MOST_NAMES) {
			group.push(breath);
			names += breath.length;
		} else {
			groups.push([breath]);
			names = breath.length;
		}
	}
	return groups.map((it) => aloudAddress(it, language));
}

/** `onSound`: a file begins or ends; somebody is listening. */
export function openVoice(player: Player, onSound: () => void): Voice {
	let waiting: readonly string[] = [];
	let last: readonly string[] = [];
	let rate = 1;
	let playing = false;
	/** To be begun unless something newer comes. */
	let soon: { readonly timer: ReturnType<typeof setTimeout>; readonly addresses: readonly string[] } | null = null;

	function next(): void {
		const [address, ...rest] = waiting;
		waiting = rest;
		playing = address !== undefined;
		onSound();
		if (address === undefined) return;
		player.src = address;
		player.playbackRate = rate;
		// Interrupted by the next one: no fault. Whatever else ends it, the rest is said.
		player.play().catch((fault: unknown) => {
			if (fault instanceof DOMException && fault.name === 'AbortError') return;
			console.warn('The screen could not be read aloud.', fault);
			playing = false;
		});
	}
	function begin(addresses: readonly string[]): void {
		stop();
		waiting = addresses;
		last = addresses;
		next();
	}
	function stop(): void {
		if (soon) clearTimeout(soon.timer);
		soon = null;
		waiting = [];
		playing = false;
		player.pause();
	}
	function beginSoon(addresses: readonly string[]): void {
		stop();
		soon = { addresses, timer: setTimeout(() => begin(addresses), PASSING) };
	}
	player.addEventListener('ended', next);
	player.addEventListener('error', next);
	return {
		say: (breaths, language) => {
			const addresses = files(breaths, language);
			if (addresses.length > 0) beginSoon(addresses);
		},
		add: (breaths, language) => {
			const more = files(breaths, language);
			if (soon) return beginSoon([...soon.addresses, ...more]);
			if (!playing) return begin(more);
			waiting = [...waiting, ...more];
		},
		repeat: () => begin(soon?.addresses ?? last),
		louder: (by) => {
			player.volume = Math.min(1, Math.max(SOFTEST, player.volume + by));
		},
		pace: (to) => {
			rate = to;
			player.playbackRate = to;
		},
		quiet: () => {
			stop();
			player.removeEventListener('ended', next);
			player.removeEventListener('error', next);
		},
	};
}
