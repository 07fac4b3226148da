// What is spoken, and in which order: one call after another, never over each other, none that is no longer fresh, each
// once more after a while if nobody has come. Tells the hall of every call what became of it.

import type { Silence } from '../shared/hearing.ts';
import type { Instant, Rev } from '../shared/id.ts';
import type { BoardCall } from '../shared/views.ts';
import { FRESH_FOR } from './announce.ts';

/** How it went with one sound file. */
export type Played = 'played' | Extract<Silence, 'locked' | 'none' | 'failed' | 'muted' | 'hidden'>;

export interface SpeakerParts {
	/** Resolves when the last sample has been heard, or when it is certain that it will not be. */
	readonly play: (call: BoardCall) => Promise<Played>;
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
}

export interface Speaker {
	/** Calls to announce, oldest first. */
	readonly say: (calls: readonly BoardCall[]) => void;
	/** All calls as the hall shows them now: whoever has come, or was taken back, is not called again. */
	readonly shown: (calls: readonly BoardCall[]) => void;
}

interface Repeat {
	readonly call: BoardCall;
	readonly due: Instant;
}

export function openSpeaker({ play, tell, now, wait, repeatAfterMs, quiet }: SpeakerParts): Speaker {
	let line: readonly BoardCall[] = [];
	let repeats: readonly Repeat[] = [];
	/** Numbers that are being called now. */
	let calling: ReadonlySet<string> = new Set();
	let talking = false;
	/** Ends the wait for a repeat: a new call must not stand behind it. */
	let interrupt = (): void => undefined;

	const isFresh = (call: BoardCall): boolean => call.at > now() - FRESH_FOR;

	async function speak(call: BoardCall): Promise<void> {
		if (quiet()) return tell.silent(call.rev, 'quiet');
		if (!isFresh(call)) return tell.silent(call.rev, 'late');
		const played = await play(call);
		if (played !== 'played') return tell.silent(call.rev, played);
		tell.spoken(call.rev);
		const after = repeatAfterMs();
		if (after !== null) repeats = [...repeats, { call, due: now() + after }];
	}

	/** The next repeat that is due and still makes sense, while no call waits. */
	function takeRepeat(): BoardCall | null {
		repeats = quiet() ? [] : repeats.filter(({ call }) => calling.has(call.number) && isFresh(call));
		const next = repeats.find(({ due }) => due <= now());
		repeats = repeats.filter((it) => it !== next);
		return next?.call ?? null;
	}

	async function talk(): Promise<void> {
		for (;;) {
			const [next, ...rest] = line;
			if (next) {
				line = rest;
				await speak(next);
				continue;
			}
			const again = takeRepeat();
			if (again) {
				// A repeat that fails is no news: the call itself was heard.
				await play(again);
				continue;
			}
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
		say: (calls) => {
			for (const call of calls) {
				// Called again before it was spoken: one announcement, the newer, in the place of the older.
				const older = line.find((it) => it.number === call.number);
				line = older ? line.map((it) => (it === older ? call : it)) : [...line, call];
				repeats = repeats.filter((it) => it.call.number !== call.number);
			}
			if (talking) interrupt();
			if (talking || line.length === 0) return;
			talking = true;
			void talk().finally(() => {
				talking = false;
			});
		},
		shown: (calls) => {
			calling = new Set(calls.flatMap((it) => (it.state === 'called' ? [it.number] : [])));
			line = line.filter((it) => calling.has(it.number));
		},
	};
}

/** How finely a repeat is timed. */
const LOOK_MS = 250;
