// How it went with each sound file, told truly: heard to the end, or why not. The media element is the browser's part, and
// stands here as one that does what the test says.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Rev, SECOND } from '../shared/id.ts';
import { AT, busyView } from './fixtures.ts';
import { type Loudspeaker, openPlayer, type Player, TONE } from './player.ts';
import { callAloud } from './utterance.ts';

/** Lasts three seconds. */
class Element extends EventTarget {
	src = '';
	volume = 1;
	muted = false;
	paused = true;
	ended = false;
	currentTime = 0;
	duration = 3;
	readonly played: string[] = [];
	readonly play = (): Promise<void> => {
		this.paused = false;
		this.ended = false;
		this.currentTime = 0;
		this.played.push(this.src);
		return does(this);
	};
	readonly pause = (): void => {
		this.paused = true;
	};
	say(...names: readonly string[]): void {
		for (const name of names) this.dispatchEvent(new Event(name));
	}
	end(): void {
		this.currentTime = this.duration;
		this.ended = true;
		this.paused = true;
		this.say('pause', 'ended');
	}
}

const [newest] = busyView.calls;
if (!newest) throw new Error('the busy hall has no call');
const call = callAloud(newest, 'whole');
const later = callAloud({ ...newest, rev: (newest.rev + 1) as Rev, number: 'A-013', at: AT }, 'whole');
const [named, bare] = call.addresses;
const [laterNamed] = later.addresses;

let element: Element & Loudspeaker;
let player: Player;
let rung: number[];
let volume: number;
let hidden: boolean;
/** What the element makes of a file that it is told to play. */
let does: (it: Element) => Promise<void>;

const plays = (it: Element): Promise<void> => {
	setTimeout(() => it.say('loadedmetadata'), 50);
	setTimeout(() => it.end(), 3_050);
	return Promise.resolve();
};
const isLocked = (): Promise<void> => Promise.reject(new DOMException('not yet touched', 'NotAllowedError'));
const hasNoFile = (it: Element): Promise<void> => {
	it.say('error');
	return Promise.reject(new DOMException('no such file', 'NotSupportedError'));
};
const forEver = new Promise<void>(() => undefined);
/** Time goes by until the last timer has run. */
const told = async <T>(promise: Promise<T>): Promise<T> => {
	await vi.runAllTimersAsync();
	return promise;
};

beforeEach(() => {
	vi.useFakeTimers();
	element = new Element();
	[rung, volume, hidden, does] = [[], 0.6, false, plays];
	player = openPlayer({
		element,
		ring: (loudness) => rung.push(loudness),
		volume: () => volume,
		hidden: () => hidden,
	});
});
afterEach(() => {
	vi.useRealTimers();
});

test('a call is fetched with the names of its agency and zone, and bare where they are gone', () => {
	expect(callAloud({ ...newest, recall: true }, 'whole').addresses).toEqual([
		'/voice/call.wav?number=A-012&counter=3&recall=1&agency=dpmptsp&zone=1',
		'/voice/call.wav?number=A-012&counter=3&recall=1',
	]);
});

test('a call that was heard to its end was played, as loud as the hall wants it', async () => {
	expect(await told(player.play(call))).toBe('played');
	expect(element.volume).toBe(0.6);
	expect(player.sound.value).toBe('ready');
	expect(rung).toEqual([]);
});

test('two calls never sound at once', async () => {
	const both = [player.play(call), player.play(later)];
	await vi.advanceTimersByTimeAsync(3_000);
	expect(element.played).toEqual([named]);
	expect(await told(Promise.all(both))).toEqual(['played', 'played']);
	expect(element.played).toEqual([named, laterNamed]);
});

test('an agency that has just gone is called without its name', async () => {
	does = (it) => (it.src.includes('agency') ? hasNoFile(it) : plays(it));
	expect(await told(player.play(call))).toBe('played');
	expect(element.played).toEqual([named, bare]);
});

test('a voice that cannot be had is told as failed, and at least the chime sounds', async () => {
	does = hasNoFile;
	expect(await told(player.play(call))).toBe('failed');
	expect(rung).toEqual([0.6]);
	expect(player.sound.value, 'a file says nothing about the loudspeaker').toBe('unknown');
});

test('another address is tried only where one is refused, not where the sound is locked or late', async () => {
	for (const how of [isLocked, () => forEver]) {
		does = how;
		element.played.length = 0;
		await told(player.play(call));
		expect(element.played).toEqual([named]);
	}
	does = hasNoFile;
	element.played.length = 0;
	expect(await told(player.play({ addresses: ['/voice/notice.wav?kind=prayer'] }))).toBe('failed');
	expect(element.played).toEqual(['/voice/notice.wav?kind=prayer']);
});

test('a file that does not begin, or does not end, holds nobody up', async () => {
	does = () => forEver;
	let since = Date.now();
	expect(await told(player.play(call))).toBe('failed');
	expect(Date.now() - since).toBe(4 * SECOND);
	does = (it) => {
		it.say('loadedmetadata');
		return forEver;
	};
	since = Date.now();
	expect(await told(player.play(later))).toBe('failed');
	expect(Date.now() - since).toBe(6 * SECOND);
	expect(rung).toHaveLength(2);
});

test('a late word about one file says nothing about the next', async () => {
	does = (it) => {
		does = plays;
		it.say('error');
		setTimeout(() => it.say('pause'), 10);
		return new Promise((_, reject) => setTimeout(() => reject(new DOMException('gone', 'AbortError')), 20));
	};
	expect(await told(player.play(call))).toBe('played');
	expect(element.played).toHaveLength(2);
});

test('what nobody could hear was not played: sound turned off, nothing of it, or a page that was put away', async () => {
	element.muted = true;
	expect(await told(player.play(call))).toBe('muted');
	expect(player.sound.value).toBe('muted');
	[element.muted, volume] = [false, 0];
	expect(await told(player.play(call))).toBe('muted');
	hidden = true;
	does = (it) => {
		setTimeout(() => {
			it.pause();
			it.say('pause');
		}, 1_000);
		return plays(it);
	};
	expect(await told(player.play(call))).toBe('hidden');
});

test('a page that is put away and yet plays to the end was heard', async () => {
	hidden = true;
	expect(await told(player.play(call))).toBe('played');
});

test('locked until somebody touches it, then ready; a call is never played late', async () => {
	does = isLocked;
	player.test();
	await vi.runAllTimersAsync();
	expect(player.sound.value).toBe('locked');
	expect(await told(player.play(call))).toBe('locked');
	expect(rung).toEqual([]);
	does = plays;
	player.test();
	expect(element.played.at(-1), 'within the touch itself').toBe(TONE);
	await vi.runAllTimersAsync();
	expect(player.sound.value).toBe('ready');
	expect(element.played.filter((it) => it !== TONE)).toHaveLength(1);
	player.test();
	expect(
		element.played.filter((it) => it === TONE),
		'no more tones for further touches',
	).toHaveLength(2);
});

test('a loudspeaker whose clock stands still is none, until a later try is heard', async () => {
	does = (it) => {
		setTimeout(() => it.say('ended'), 100);
		return Promise.resolve();
	};
	player.test();
	await vi.runAllTimersAsync();
	expect(player.sound.value).toBe('none');
	does = plays;
	player.test();
	expect(player.sound.value).toBe('unknown');
	await vi.runAllTimersAsync();
	expect(player.sound.value).toBe('ready');
});
