// Any sound file that this browser can play, as one channel at the rate of the hall's voice: the server is only ever sent WAV.

import { mixed, RATE } from './encode.ts';

/** An hour of MP3 is no phrase; what is larger is not even opened. */
export const LARGEST_FILE = 20_000_000;

export type Unreadable = 'unreadable' | 'large';

/** The browser's own decoder resamples to the rate of the context it is asked through. */
export async function decoded(file: Blob): Promise<Float32Array | Unreadable> {
	if (file.size > LARGEST_FILE) return 'large';
	const bytes = await file.arrayBuffer();
	try {
		const sound = await new OfflineAudioContext(1, 1, RATE).decodeAudioData(bytes);
		return mixed(Array.from({ length: sound.numberOfChannels }, (_, channel) => sound.getChannelData(channel)));
	} catch (error) {
		// A file that is no sound, or one of a kind that this browser has no decoder for.
		if (error instanceof DOMException) return 'unreadable';
		throw error;
	}
}
