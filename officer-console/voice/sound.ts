// The loudspeaker of the manager's page: one sound at a time, from the hall's files or from a take that nobody has kept.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { Reply } from '../../shared/contract.ts';
import type { Refusal } from '../../shared/refusal.ts';
import { RATE } from './encode.ts';

/** Bytes of a file, or samples at the hall's rate. */
export type Playable = ArrayBuffer | Float32Array;

export interface Loudspeaker {
	/** What is being played, by the name it was given; null: nothing is. */
	readonly playing: ReadonlySignal<string | null>;
	/** Plays it instead of whatever is being played; the same name once more stops it. */
	readonly play: (name: string, fetch: () => Promise<Reply<Playable>>, volume: number) => Promise<Refusal | null>;
	readonly stop: () => void;
}

export function openLoudspeaker(): Loudspeaker {
	const playing = signal<string | null>(null);
	let context: AudioContext | null = null;
	let source: AudioBufferSourceNode | null = null;
	const stop = (): void => {
		playing.value = null;
		source?.stop();
		source = null;
	};
	return {
		playing,
		stop,
		play: async (name, fetch, volume) => {
			const again = playing.peek() === name;
			stop();
			if (again) return null;
			playing.value = name;
			// Opened by the press itself, as browsers want it.
			context ??= new AudioContext();
			void context.resume();
			const reply = await fetch();
			// Another button was pressed meanwhile.
			if (playing.peek() !== name) return null;
			if (!reply.ok) {
				playing.value = null;
				return reply.refusal;
			}
			const next = context.createBufferSource();
			next.buffer = await bufferOf(context, reply.value);
			const gain = context.createGain();
			gain.gain.value = volume;
			next.connect(gain).connect(context.destination);
			if (playing.peek() !== name) return null;
			next.onended = () => {
				if (source !== next) return;
				source = null;
				playing.value = null;
			};
			source = next;
			next.start();
			return null;
		},
	};
}

async function bufferOf(context: AudioContext, sound: Playable): Promise<AudioBuffer> {
	if (sound instanceof ArrayBuffer) return context.decodeAudioData(sound);
	const buffer = context.createBuffer(1, Math.max(1, sound.length), RATE);
	buffer.getChannelData(0).set(sound);
	return buffer;
}
