// What is spoken, and in which order: calls first, one after another, none that is no longer fresh, each once more after a
// while if nobody has come, and all of them shorter in a rush; notices while no call waits. Never over each other. Tells the
// hall of every call what became of it.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { Silence } from '../shared/hearing.ts';
import type { Instant, Rev } from '../shared/id.ts';
import { NOTICE_FRESH_FOR } from '../shared/notices.ts';
import type { BoardCall, BoardNotice } from '../shared/views.ts';
import { FRESH_FOR } from './announce.ts';
import { callAloud, type Manner, type Speaking, type Utterance } from './utterance.ts';

/** How it went with one sound file. */
export type Played = 'played' | Extract<Silence, 'locked' | 'none' | 'failed' | 'muted' | 'hidden'>;

export interface SpeakerParts {
	/** Resolves when the last sample has been heard, or when it is certain that it will not be. */
	readonly play: (utterance: Utterance) => Promise<Played>;
	readonly tell: {
		readonly spoken: (rev: Rev) => void;
		readonly silent: (rev: Rev, why: Silence) => void;
	};
	/** The hall's clock. */
	readonly now: () => Instant;
	readonly wait: (ms: number) => Promise<void>;
	/** From the end of a call to its repeat, as the hall wants it now; null: it is not repeated. */
	readonly repeatAfterMs: () => number | null;
	/** Calls are shown and not spoken just now. */
	readonly quiet: () => boolean;
	/** Whether this board is one that speaks at all: of one that is not, nobody waits for word. */
	readonly speaks: () => boolean;
}

export interface Speaker {
	/** What is to be announced, oldest first. */
	readonly say: (calls: readonly BoardCall[], notices: readonly BoardNotice[]) => void;
	/** All as the hall shows it now: whoever has come, or was taken back, is not called again; a desk that is open again is open. */
	readonly shown: (calls: readonly BoardCall[], notices: readonly BoardNotice[]) => void;
	/** From the first announcement of a row to the end of its last. */
	readonly speaking: ReadonlySignal<Speaking | null>;
}

interface Repeat {
	readonly call: BoardCall;
	readonly due: Instant;
}

export function openSpeaker({ play, tell, now, wait, repeatAfterMs, quiet, speaks }: SpeakerParts): Speaker {
	const speaking = signal<Speaking | null>(null);
	let line: readonly BoardCall[] = [];
	let repeats: readonly Repeat[] = [];
	let notices: readonly BoardNotice[] = [];
	/** Numbers that are being called now. */
	let calling: ReadonlySet<string> = new Set();
	let talking = false;
	/** More wait than are soon spoken: until all have been, calls are short, so that fewer come too late. */
	let rush = false;
	/** The call before this one has just been spoken: everybody looks up already. */
	let inRow = false;
	/** Ends the wait for a repeat: what is new must not stand behind it. */
	let interrupt = (): void => undefined;

	const isFresh = (call: BoardCall): boolean => call.at > now() - FRESH_FOR;

	function aloud(call: BoardCall, manner: Manner): Promise<Played> {
		speaking.value = { kind: 'call', rev: call.rev, number: call.number };
		return play(callAloud(call, manner));
	}

	async function speak(call: BoardCall): Promise<void> {
		if (!speaks()) return;
		if (quiet()) return tell.silent(call.rev, 'quiet');
		if (!isFresh(call)) return tell.silent(call.rev, 'late');
		const hurried = rush;
		const manner = hurried && inRow ? 'brief' : 'whole';
		inRow = true;
		const played = await aloud(call, manner);
		if (played !== 'played') return tell.silent(call.rev, played);
		tell.spoken(call.rev);
		const after = hurried ? null : repeatAfterMs();
		if (after !== null) repeats = [...repeats, { call, due: now() + after }];
	}

	/** The next repeat that is due and still makes sense, while no call waits. */
	function takeRepeat(): BoardCall | null {
		const none = quiet() || !speaks();
		repeats = none ? [] : repeats.filter(({ call }) => calling.has(call.number) && isFresh(call));
		const next = repeats.find(({ due }) => due <= now());
		repeats = repeats.filter((it) => it !== next);
		return next?.call ?? null;
	}

	/** The next notice, while no call waits; one that has no sound is only drawn. */
	function takeNotice(): { readonly notice: BoardNotice; readonly address: string } | null {
		for (;;) {
			const [notice, ...rest] = notices;
			if (!notice) return null;
			notices = rest;
			const { sound: address, at } = notice;
			if (address !== null && at > now() - NOTICE_FRESH_FOR && speaks() && !quiet()) return { notice, address };
		}
	}

	/** The next thing there is to say; null: nothing just now. */
	function next(): (() => Promise<unknown>) | null {
		const [call, ...rest] = line;
		if (call) {
			if (line.length > RUSH_FROM) rush = true;
			line = rest;
			return () => speak(call);
		}
		rush = false;
		inRow = false;
		const again = takeRepeat();
		// A repeat that fails is no news: the call itself was heard.
		if (again) return () => aloud(again, 'whole');
		const told = takeNotice();
		if (!told) return null;
		const { notice, address } = told;
		return () => {
			speaking.value = { kind: 'notice', key: notice.key, notice };
			return play({ addresses: [address] });
		};
	}

	async function talk(): Promise<void> {
		for (;;) {
			const say = next();
			if (say) {
				await say();
				continue;
			}
			speaking.value = null;
			if (repeats.length === 0) return;
			await Promise.race([
				wait(LOOK_MS),
				new Promise<void>((wake) => {
					interrupt = wake;
				}),
			]);
		}
	}

	return {
		speaking,
		say: (calls, more) => {
			if (!speaks()) return;
			for (const call of calls) {
				// Called again before it was spoken: one announcement, the newer, in the place of the older.
				const older = line.find((it) => it.number === call.number);
				line = older ? line.map((it) => (it === older ? call : it)) : [...line, call];
				repeats = repeats.filter((it) => it.call.number !== call.number);
			}
			notices = [...notices, ...more];
			if (talking) interrupt();
			if (talking || (line.length === 0 && notices.length === 0)) return;
			talking = true;
			void talk().finally(() => {
				talking = false;
			});
		},
		shown: (calls, current) => {
			calling = new Set(calls.flatMap((it) => (it.state === 'called' ? [it.number] : [])));
			line = line.filter((it) => calling.has(it.number));
			const keys = new Set(current.map((it) => it.key));
			notices = notices.filter((it) => keys.has(it.key));
		},
	};
}

/** When more wait than this, the last of them would wait until its call is nearly stale. */
const RUSH_FROM = 2;
/** How finely a repeat is timed. */
const LOOK_MS = 250;
