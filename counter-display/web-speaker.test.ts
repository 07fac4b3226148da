// A call beside the hall's videos is played by the mixer and told like any other: heard to the end, locked, or refused. The
// mixer is the browser's part, and stands here as one that does what the test says.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SECOND } from '../shared/id.ts';
import { chosen } from './loudspeakers.ts';
import { type Loudspeaker, openPlayer, type Player, TONE } from './player.ts';
import { type Mixer, openWebSpeaker, type WebSpeaker } from './web-speaker.ts';

/** Every file lasts three seconds. */
const LASTS = 3;

let state: AudioContextState;
let runs: boolean;
let missing: ReadonlySet<string>;
let sounded: string[];
let loudness: { value: number };
let speaker: WebSpeaker;

const bytesOf = (address: string): ArrayBuffer => new TextEncoder().encode(address).buffer as ArrayBuffer;

function openMixer(): Mixer {
	loudness = { value: 1 };
	const mixer = {
		get state() {
			return state;
		},
		get currentTime() {
			return Date.now() / SECOND;
		},
		destination: {},
		resume: () => {
			if (!runs) return new Promise<void>(() => undefined);
			state = 'running';
			return Promise.resolve();
		},
		decodeAudioData: async (bytes: ArrayBuffer) => ({ duration: LASTS, address: new TextDecoder().decode(bytes) }),
		createGain: () => ({ gain: loudness, connect: () => undefined }),
		createBufferSource: () => {
			let timer: ReturnType<typeof setTimeout> | undefined;
			const source = {
				buffer: null as { address: string } | null,
				onended: null as (() => void) | null,
				connect: () => undefined,
				disconnect: () => undefined,
				start: () => {
					sounded.push(source.buffer?.address ?? '');
					timer = setTimeout(() => source.onended?.(), LASTS * SECOND);
				},
				stop: () => {
					clearTimeout(timer);
					setTimeout(() => source.onended?.());
				},
			};
			return source;
		},
	};
	return mixer as unknown as Mixer;
}

beforeEach(() => {
	vi.useFakeTimers();
	[state, runs, missing, sounded] = ['suspended', true, new Set(), []];
	speaker = openWebSpeaker({
		mixer: openMixer(),
		events: new EventTarget(),
		load: async (address) => {
			if (missing.has(address)) throw new Error(`${address}: 404`);
			return bytesOf(address);
		},
		wait: (ms) => new Promise((wake) => setTimeout(wake, ms)),
	});
});
afterEach(() => {
	vi.useRealTimers();
});

const openBoard = (element: Loudspeaker): Player =>
	openPlayer({ element, ring: () => undefined, volume: () => 0.5, hidden: () => false });
const told = async <T>(promise: Promise<T>): Promise<T> => {
	await vi.runAllTimersAsync();
	return promise;
};

describe('a call beside a video', () => {
	test('is heard to its last sample, as loud as the hall wants, and the board says so', async () => {
		const { play, sound } = openBoard(speaker.loudspeaker);
		const began = Date.now();
		expect(await told(play({ addresses: ['/a.wav'] }))).toBe('played');
		expect(Date.now() - began).toBeGreaterThanOrEqual(LASTS * SECOND);
		expect([sounded, sound.value, loudness.value]).toEqual([['/a.wav'], 'ready', 0.5]);
	});

	test('waits for the one before it', async () => {
		const { play } = openBoard(speaker.loudspeaker);
		expect(await told(Promise.all([play({ addresses: ['/a.wav'] }), play({ addresses: ['/b.wav'] })]))).toEqual([
			'played',
			'played',
		]);
		expect(sounded).toEqual(['/a.wav', '/b.wav']);
	});

	test('whose first file is missing is said with the next', async () => {
		missing = new Set(['/named.wav']);
		const { play } = openBoard(speaker.loudspeaker);
		expect(await told(play({ addresses: ['/named.wav', '/bare.wav'] }))).toBe('played');
		expect(sounded).toEqual(['/bare.wav']);
		missing = new Set(['/named.wav', '/bare.wav']);
		expect(await told(play({ addresses: ['/named.wav', '/bare.wav'] }))).toBe('failed');
	});

	test('is locked while the mixer waits for a touch, and speaks after one', async () => {
		runs = false;
		const { test: tryIt, sound } = openBoard(speaker.loudspeaker);
		tryIt();
		await vi.runAllTimersAsync();
		expect(sound.value).toBe('locked');
		runs = true;
		speaker.unlock();
		tryIt();
		await vi.runAllTimersAsync();
		expect([sound.value, sounded]).toEqual(['ready', [TONE]]);
	});

	test('that comes after its time does not sound', async () => {
		const { loudspeaker } = speaker;
		loudspeaker.src = '/late.wav';
		const playing = loudspeaker.play();
		loudspeaker.src = '/next.wav';
		await told(playing);
		expect(sounded).toEqual([]);
	});
});

describe('where the mixer will not run', () => {
	test('the media element is chosen after the second refusal, until the mixer runs after all', async () => {
		runs = false;
		const element = { src: '', volume: 0 } as unknown as Loudspeaker;
		const either = chosen(() => (speaker.works() ? speaker.loudspeaker : element));
		for (const address of ['/a.wav', '/b.wav']) {
			either.src = address;
			const refused = either.play().catch((why: unknown) => (why instanceof DOMException ? why.name : why));
			expect(await told(refused)).toBe('NotAllowedError');
		}
		either.volume = 0.7;
		either.src = '/c.wav';
		expect([element.src, element.volume]).toEqual(['/c.wav', 0.7]);
		runs = true;
		speaker.unlock();
		either.src = '/d.wav';
		expect([either.src, element.src]).toEqual(['/d.wav', '/c.wav']);
	});
});
