// One sound at a time: what is new interrupts, what is passed quickly is never fetched, and news waits for its turn.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { HUNG_AFTER, openVoice, type Player } from './voice.ts';

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
	goesOn(): void {
		this.dispatchEvent(new Event('timeupdate'));
	}
	end(): void {
		this.dispatchEvent(new Event('ended'));
	}
}
let speaker: Speaker;
let speaking: boolean[];
const open = () => openVoice(speaker, (now) => speaking.push(now));
beforeEach(() => {
	vi.useFakeTimers();
	speaker = new Speaker();
	speaking = [];
});
afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
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

it('somebody is listening from the wish to the end of the last sound', () => {
	const voice = open();
	voice.say([['n.1']], 'id');
	voice.add([['n.2']], 'id');
	expect(speaking).toEqual([true]);
	later();
	speaker.end();
	expect(speaking).toEqual([true]);
	speaker.end();
	expect(speaking).toEqual([true, false]);
	voice.repeat();
	voice.quiet();
	expect(speaking).toEqual([true, false, true, false]);
});

it('a sound that hangs is given up, and one that goes on is not', () => {
	const voice = open();
	voice.say([['n.1']], 'id');
	later();
	for (let part = 0; part < 3; part++) {
		vi.advanceTimersByTime(HUNG_AFTER - 100);
		speaker.goesOn();
	}
	voice.add([['n.2']], 'id');
	vi.advanceTimersByTime(HUNG_AFTER);
	expect(speaker.played).toEqual(['n.1', 'n.2']);
	vi.advanceTimersByTime(HUNG_AFTER);
	expect(speaking).toEqual([true, false]);
});

it('what cannot be played at all is silence', async () => {
	const voice = open();
	vi.spyOn(console, 'warn').mockReturnValue();
	speaker.play = () => Promise.reject(new DOMException('no sound before a touch', 'NotAllowedError'));
	voice.say([['n.1']], 'id');
	await vi.advanceTimersByTimeAsync(200);
	expect(speaking).toEqual([true, false]);
});
