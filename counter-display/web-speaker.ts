// A loudspeaker without a media element: old TVs manage one at a time, and beside the hall's videos that one is theirs. The
// file is fetched whole, decoded, and played by the browser's own mixer. The player sees no difference.

import type { Loudspeaker } from './player.ts';

/** What is used of the mixer. */
export type Mixer = Pick<
	AudioContext,
	'state' | 'currentTime' | 'destination' | 'resume' | 'decodeAudioData' | 'createBufferSource' | 'createGain'
>;

export interface WebSpeaker {
	readonly loudspeaker: Loudspeaker;
	/** Call it from a touch or a key. */
	readonly unlock: () => void;
	/** False once the mixer has been asked twice and would not run: then the media element must do. */
	readonly works: () => boolean;
}

export interface WebSpeakerParts {
	readonly mixer: Mixer;
	/** Where its events are heard: any node, for old browsers make no bare EventTarget. */
	readonly events: EventTarget;
	readonly load: (address: string) => Promise<ArrayBuffer>;
	readonly wait: (ms: number) => Promise<void>;
}

/** A mixer that may run does so at once; one that waits for a touch never answers. */
const RUNS_WITHIN_MS = 500;
const MOST_REFUSALS = 2;

export function openWebSpeaker({ mixer, events, load, wait }: WebSpeakerParts): WebSpeaker {
	const gain = mixer.createGain();
	gain.connect(mixer.destination);
	let refusals = 0;
	let src = '';
	let source: AudioBufferSourceNode | null = null;
	let startedAt = 0;
	let duration = Number.NaN;
	let ended = false;
	/** Which file: one that comes after its time must not sound. */
	let turn = 0;

	function stop(): void {
		turn++;
		const playing = source;
		source = null;
		playing?.stop();
	}

	async function play(): Promise<void> {
		const mine = turn;
		// Within the touch that allows it, so before anything is waited for.
		const resumed = mixer.resume();
		await Promise.race([resumed, wait(RUNS_WITHIN_MS)]);
		if (mixer.state !== 'running') {
			refusals++;
			throw new DOMException('the mixer does not run', 'NotAllowedError');
		}
		refusals = 0;
		const buffer = await mixer.decodeAudioData(await load(src));
		if (mine !== turn) return;
		duration = buffer.duration;
		const playing = mixer.createBufferSource();
		playing.buffer = buffer;
		playing.connect(gain);
		playing.onended = () => {
			playing.disconnect();
			if (source !== playing) return;
			source = null;
			ended = true;
			events.dispatchEvent(new Event('ended'));
		};
		source = playing;
		startedAt = mixer.currentTime;
		playing.start();
		events.dispatchEvent(new Event('loadedmetadata'));
	}

	const loudspeaker: Loudspeaker = {
		get src() {
			return src;
		},
		set src(address) {
			stop();
			src = address;
			duration = Number.NaN;
			ended = false;
		},
		get volume() {
			return gain.gain.value;
		},
		set volume(volume) {
			gain.gain.value = volume;
		},
		muted: false,
		get paused() {
			return source === null;
		},
		get ended() {
			return ended;
		},
		get currentTime() {
			if (ended) return duration;
			return source ? mixer.currentTime - startedAt : 0;
		},
		get duration() {
			return duration;
		},
		play,
		pause: stop,
		addEventListener: events.addEventListener.bind(events),
		removeEventListener: events.removeEventListener.bind(events),
		dispatchEvent: events.dispatchEvent.bind(events),
	};
	return {
		loudspeaker,
		unlock: () => {
			if (mixer.state !== 'running') void mixer.resume();
		},
		works: () => mixer.state === 'running' || refusals < MOST_REFUSALS,
	};
}
