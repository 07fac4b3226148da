// Which loudspeaker a board speaks through: a media element, which every TV has; beside the hall's videos the browser's own
// mixer, because old TVs play one media element at a time; and where that will not run, the element, and the video gives way.

import type { Loudspeaker } from './player.ts';
import { openWebSpeaker, type WebSpeaker } from './web-speaker.ts';

export interface Loudspeakers {
	/** Chosen anew with every file. */
	readonly loudspeaker: Loudspeaker;
	/** Call it from a touch or a key. */
	readonly unlock: () => void;
	/** Whether a video has to let go of its file while the board speaks. */
	readonly givesWay: () => boolean;
}

/** `besideMedia`: whether the layout has the hall's videos at its side just now. */
export function openLoudspeakers(besideMedia: () => boolean): Loudspeakers {
	const element = new Audio();
	/** Not before there is a video: every mixer holds on to the TV's sound. */
	let web: WebSpeaker | null = null;
	const mixer = (): WebSpeaker | null => {
		if (!besideMedia() || typeof AudioContext === 'undefined') return null;
		web ??= openWebSpeaker({
			mixer: new AudioContext(),
			events: document.createElement('i'),
			load,
			wait: (ms) => new Promise((wake) => setTimeout(wake, ms)),
		});
		return web.works() ? web : null;
	};
	return {
		loudspeaker: chosen(() => mixer()?.loudspeaker ?? element),
		unlock: () => web?.unlock(),
		givesWay: () => besideMedia() && mixer() === null,
	};
}

async function load(address: string): Promise<ArrayBuffer> {
	const reply = await fetch(address);
	if (!reply.ok) throw new Error(`${address}: ${reply.status}`);
	return reply.arrayBuffer();
}

/** Decided anew with every file; what is asked in between is asked of the one that has it. */
export function chosen(choose: () => Loudspeaker): Loudspeaker {
	let now = choose();
	let volume = 1;
	return {
		get src() {
			return now.src;
		},
		set src(address) {
			now = choose();
			now.volume = volume;
			now.src = address;
		},
		get volume() {
			return now.volume;
		},
		set volume(wanted) {
			volume = wanted;
			now.volume = wanted;
		},
		get muted() {
			return now.muted;
		},
		get paused() {
			return now.paused;
		},
		get ended() {
			return now.ended;
		},
		get currentTime() {
			return now.currentTime;
		},
		get duration() {
			return now.duration;
		},
		play: () => now.play(),
		pause: () => now.pause(),
		addEventListener: (...args: Parameters<EventTarget['addEventListener']>) => now.addEventListener(...args),
		removeEventListener: (...args: Parameters<EventTarget['removeEventListener']>) => now.removeEventListener(...args),
		dispatchEvent: (event: Event) => now.dispatchEvent(event),
	};
}
