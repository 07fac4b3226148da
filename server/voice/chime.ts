// The sounds that are no speech, made by sums: the two struck tones before a call, the same that a board strikes by itself
// when it has no voice (counter-display/chime.ts), and the tone by which a board hears whether it can be heard.

import { loudness, TARGET } from './loudness.ts';
import { RATE, type Samples } from './wav.ts';

/** E5 and C5, the falling third of a door bell: seconds after the start, hertz. */
const TONES = [
	{ after: 0, pitch: 659.25 },
	{ after: 0.55, pitch: 523.25 },
] as const;
/** A second voice an octave higher lets small TV speakers carry it. */
const VOICES = [
	{ ratio: 1, share: 0.5 },
	{ ratio: 2, share: 0.12 },
] as const;
const ATTACK = 0.012;
const DECAY = 1.3;
/** The voice begins while the second tone still fades: nobody should wait for a bell to die away. */
const LENGTH = 1.2;
const FADE = 0.25;

const made = (length: number, sample: (second: number) => number): Samples =>
	Float32Array.from({ length: Math.round(length * RATE) }, (_, i) => sample(i / RATE));

/** One struck tone: up at once, away like a bell. */
function struck(second: number, pitch: number, share: number): number {
	if (second < 0) return 0;
	const away = second < ATTACK ? second / ATTACK : 0.001 ** ((second - ATTACK) / (DECAY - ATTACK));
	return share * away * Math.sin(2 * Math.PI * pitch * second);
}

/** A little softer than the voice that follows: it wakes, it does not startle. */
export function chime(): Samples {
	const bell = made(LENGTH, (second) => {
		let sum = 0;
		for (const { after, pitch } of TONES)
			for (const { ratio, share } of VOICES) sum += struck(second - after, pitch * ratio, share);
		return sum * Math.min(1, (LENGTH - second) / FADE);
	});
	const gain = 10 ** ((TARGET - 2 - loudness(bell)) / 20);
	return bell.map((it) => it * gain);
}

/** 440 Hz for 0.3 s at -20 dB of full scale: heard close by, no announcement. */
export const tone = (): Samples =>
	made(0.3, (second) => 0.1 * Math.min(1, second / 0.01, (0.3 - second) / 0.01) * Math.sin(2 * Math.PI * 440 * second));
