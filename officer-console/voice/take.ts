// One take in the studio, from the first press to its being kept or thrown away. What the hand is doing now, and nothing else.

import { type ReadonlySignal, signal } from '@preact/signals';
import { LONGEST_TAKE, type MicFault, type Microphone, openMicrophone, whyNoMicrophone } from './capture.ts';
import { decoded, type Unreadable } from './decode.ts';

export type TakeState =
	| { readonly is: 'rest' }
	| { readonly is: 'opening' }
	| { readonly is: 'recording' }
	/** Recorded or chosen from a file, and heard by nobody else yet. */
	| { readonly is: 'there'; readonly samples: Float32Array }
	| { readonly is: 'fault'; readonly why: MicFault | Unreadable };

export interface Taking {
	readonly state: ReadonlySignal<TakeState>;
	/** Open from the first recording until the studio is left. */
	readonly microphone: ReadonlySignal<Microphone | null>;
	readonly record: () => Promise<void>;
	readonly stop: () => Promise<void>;
	readonly fromFile: (file: Blob) => Promise<void>;
	/** Throws away what is there. */
	readonly clear: () => void;
	readonly close: () => void;
}

const REST: TakeState = { is: 'rest' };

export function openTaking(): Taking {
	const state = signal<TakeState>(REST);
	const microphone = signal<Microphone | null>(null);
	let limit: ReturnType<typeof setTimeout> | undefined;
	let closed = false;
	const keep = (sound: Float32Array | Unreadable): void => {
		state.value = typeof sound === 'string' ? { is: 'fault', why: sound } : { is: 'there', samples: sound };
	};
	const stop = async (): Promise<void> => {
		clearTimeout(limit);
		const mic = microphone.peek();
		if (!mic || state.peek().is !== 'recording') return;
		// A second press while the file is being read is none.
		state.value = { is: 'opening' };
		keep(await decoded(await mic.end()));
	};
	return {
		state,
		microphone,
		stop,
		record: async () => {
			const { is } = state.peek();
			if (is === 'opening' || is === 'recording') return;
			const why = whyNoMicrophone();
			if (why) {
				state.value = { is: 'fault', why };
				return;
			}
			state.value = { is: 'opening' };
			const opened = microphone.peek() ?? (await openMicrophone());
			if (typeof opened === 'string') {
				state.value = { is: 'fault', why: opened };
				return;
			}
			if (closed) return opened.close();
			microphone.value = opened;
			opened.begin();
			state.value = { is: 'recording' };
			limit = setTimeout(() => void stop(), LONGEST_TAKE);
		},
		fromFile: async (file) => {
			state.value = { is: 'opening' };
			keep(await decoded(file));
		},
		clear: () => {
			if (state.peek().is !== 'recording') state.value = REST;
		},
		close: () => {
			closed = true;
			clearTimeout(limit);
			microphone.peek()?.close();
			microphone.value = null;
		},
	};
}
