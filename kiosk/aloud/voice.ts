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
const ENDS = ['ended', 'error'] as const;
const GOES_ON = ['playing', 'timeupdate'] as const;
/** Who goes through a list quickly hears where they stop: nothing is fetched for what they pass, ms. */
const PASSING = 120;

/** A sound that is not heard to go on for so long has hung, ms: the rest is said without it. */
export const HUNG_AFTER = 15_000;

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

/** `onSpeaking`: from the first sound, or the wish for one, to the end of the last; told only when it changes. */
export function openVoice(player: Player, onSpeaking: (speaking: boolean) => void): Voice {
	let waiting: readonly string[] = [];
	let last: readonly string[] = [];
	let rate = 1;
	let playing = false;
	let speaking = false;
	let hung: ReturnType<typeof setTimeout> | undefined;
	/** To be begun unless something newer comes. */
	let soon: { readonly timer: ReturnType<typeof setTimeout>; readonly addresses: readonly string[] } | null = null;

	function tell(now: boolean): void {
		if (speaking === now) return;
		speaking = now;
		onSpeaking(now);
	}
	function goesOn(): void {
		clearTimeout(hung);
		if (playing) hung = setTimeout(next, HUNG_AFTER);
	}
	function next(): void {
		const [address, ...rest] = waiting;
		waiting = rest;
		playing = address !== undefined;
		goesOn();
		tell(playing);
		if (address === undefined) {
			player.pause();
			return;
		}
		player.src = address;
		player.playbackRate = rate;
		// Interrupted by the next one: no fault. What cannot be played also errs, and the rest is said.
		player.play().catch((fault: unknown) => {
			if (fault instanceof DOMException && fault.name === 'AbortError') return;
			console.warn('The screen could not be read aloud.', fault);
			if (fault instanceof DOMException && fault.name === 'NotAllowedError') silence();
		});
	}
	function begin(addresses: readonly string[]): void {
		stop();
		tell(true);
		waiting = addresses;
		last = addresses;
		next();
	}
	function stop(): void {
		if (soon) clearTimeout(soon.timer);
		soon = null;
		waiting = [];
		playing = false;
		clearTimeout(hung);
		player.pause();
	}
	function silence(): void {
		stop();
		tell(false);
	}
	function beginSoon(addresses: readonly string[]): void {
		stop();
		tell(true);
		soon = { addresses, timer: setTimeout(() => begin(addresses), PASSING) };
	}
	for (const kind of ENDS) player.addEventListener(kind, next);
	for (const kind of GOES_ON) player.addEventListener(kind, goesOn);
	return {
		say: (breaths, language) => {
			const addresses = files(breaths, language);
			if (addresses.length > 0) beginSoon(addresses);
		},
		add: (breaths, language) => {
			const more = files(breaths, language);
			if (more.length === 0) return;
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
			silence();
			for (const kind of ENDS) player.removeEventListener(kind, next);
			for (const kind of GOES_ON) player.removeEventListener(kind, goesOn);
		},
	};
}
