// One sound at a time: what is new interrupts, what is passed quickly is never fetched, and news waits for its turn.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openVoice, type Player } from './voice.ts';

/** As a browser's own element, which plays until it is told that the sound has ended. */
class Speaker extends EventTarget implements Player {
	src = '';
	volume = 1;
	playbackRate = 1;
	readonly played: string[] = [];
	async play(): Promise<void> {
		this.played.push(this.src.replace(/.*say=/, ''));
	}
	pause(): void {
		this.playbackRate = 1;
	}
	end(): void {
		this.dispatchEvent(new Event('ended'));
	}
}
let speaker: Speaker;
let sounds: number;
const open = () =>
	openVoice(speaker, () => {
		sounds += 1;
	});
beforeEach(() => {
	vi.useFakeTimers();
	speaker = new Speaker();
	sounds = 0;
});
afterEach(() => {
	vi.useRealTimers();
});
const later = (): unknown => vi.advanceTimersByTime(200);

it('who goes through a list quickly hears where they stop', () => {
	const voice = open();
	for (const choice of ['n.1', 'n.2', 'n.3']) {
		voice.say([[choice]], 'id');
		vi.advanceTimersByTime(50);
	}
	later();
	expect(speaker.played).toEqual(['n.3']);
});

it('news is said after what is being said, also when that has not begun', () => {
	const voice = open();
	voice.say([['n.1']], 'id');
	voice.add([['n.2']], 'id');
	later();
	voice.add([['n.3']], 'id');
	expect(speaker.played).toEqual(['n.1']);
	speaker.end();
	speaker.end();
	expect(speaker.played).toEqual(['n.1', 'n.2', 'n.3']);
	expect(sounds, 'somebody is listening').toBe(3);
});

it('is repeated from its beginning, and silent at once when told so', () => {
	const voice = open();
	voice.say([['n.1']], 'id');
	voice.repeat();
	expect(speaker.played).toEqual(['n.1']);
	voice.say([['n.2']], 'id');
	voice.quiet();
	later();
	speaker.end();
	expect(speaker.played).toEqual(['n.1']);
});

it('gets louder and softer, and is never turned off by it', () => {
	const voice = open();
	voice.louder(-2);
	expect(speaker.volume).toBeCloseTo(0.1);
	voice.louder(5);
	expect(speaker.volume).toBe(1);
});
