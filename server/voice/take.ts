// What a hall has just recorded, made fit to be said: cut, levelled, and told what an ear would mind in it. Pure.

import type { Doubt, WavFault } from '../../shared/recording.ts';
import { CEILING, loudness, peak, TARGET, tidied, trimmed } from './loudness.ts';
import { RATE, readWav, type Samples, seconds, writeWav } from './wav.ts';

export interface Take {
	/** As it is kept: 16-bit PCM, one channel, at the rate of the hall's voice. */
	readonly wav: Buffer;
	readonly doubts: readonly Doubt[];
}

/** Shorter than any word of the bundled voice. */
const SHORTEST_SECONDS = 0.12;
/** -30 dB of full scale: what was raised from there brings its hiss along. */
const FAINT = 10 ** (-30 / 20);
/** So many samples in a row at the very top are a wave with its head cut off. */
const CUT_OFF = 4;
const TOP = 0.99;
/** Between the voice and the hush before, after or within it, dB. In a clip that somebody cut tight only its fades are hush. */
const LEAST_APART = 20;
/** Seconds: as short as the hush within a word. */
const FRAME = 0.005;

export function takeOf(file: Uint8Array): Take | WavFault {
	const read = readWav(file);
	if (!read.ok) return read.fault;
	const cut = trimmed(read.samples);
	const clip = cut && tidied(cut);
	if (!clip) return 'empty';
	return { wav: isTidy(file, read.samples) ? Buffer.from(file) : writeWav(clip), doubts: doubtsOf(read.samples, cut) };
}

/** What was tidied before is kept byte for byte: a recording that goes to another hall and back is the same one. */
function isTidy(file: Uint8Array, samples: Samples): boolean {
	const plain = writeWav(samples);
	return (
		plain.equals(file) &&
		trimmed(samples)?.length === samples.length &&
		peak(samples) <= CEILING + 1 / 32_768 &&
		Math.abs(loudness(samples) - TARGET) < 0.5
	);
}

function doubtsOf(raw: Samples, cut: Samples): readonly Doubt[] {
	const found: Readonly<Record<Doubt, boolean>> = {
		short: seconds(cut) < SHORTEST_SECONDS,
		faint: peak(raw) < FAINT,
		clipped: isCutOff(raw),
		noisy: level(cut, 0.9) - level(raw, 0) < LEAST_APART,
	};
	return (Object.keys(found) as Doubt[]).filter((doubt) => found[doubt]);
}

function isCutOff(samples: Samples): boolean {
	let run = 0;
	return samples.some((it) => {
		run = Math.abs(it) >= TOP ? run + 1 : 0;
		return run >= CUT_OFF;
	});
}

/** dB of the frame that so large a share of all frames is softer than: 0 is the softest, 0.9 the vowels. */
function level(samples: Samples, share: number): number {
	const length = Math.round(FRAME * RATE);
	const powers: number[] = [];
	for (let at = 0; at + length <= samples.length; at += length) {
		let sum = 0;
		for (let i = at; i < at + length; i++) sum += (samples[i] ?? 0) ** 2;
		powers.push(sum / length);
	}
	powers.sort((a, b) => a - b);
	return 10 * Math.log10(Math.max(1e-12, powers[Math.floor(share * powers.length)] ?? 0));
}
