// How loud a clip is to an ear, and making clips equally loud: weighted and gated as ITU-R BS.1770 does, with blocks short
// enough for a word of a fifth of a second. Silence before and after is cut off, and edges are faded so that none clicks.

import { RATE, type Samples } from './wav.ts';

/** LUFS. As loud as short words can be without squeezing their peaks much; a TV's own volume does the rest. */
export const TARGET = -16;
/** Of full scale, -1.5 dB: a decoder's filters may add half a decibel. */
export const CEILING = 10 ** (-1.5 / 20);
const BLOCK = Math.round(0.1 * RATE);
const HOP = BLOCK / 5;
const GATE_ABSOLUTE = -70;
const GATE_RELATIVE = -10;

export const decibels = (ratio: number): number => 20 * Math.log10(ratio);
const ratioOf = (db: number): number => 10 ** (db / 20);

export function peak(samples: Samples): number {
	let most = 0;
	for (const sample of samples) most = Math.max(most, Math.abs(sample));
	return most;
}

/** The two filters of BS.1770 (a head's shelf, and a high pass), worked out for our rate by the bilinear transform. */
function weighted(samples: Samples): Samples {
	const shelf = filterOf(1681.974450955533, 0.7071752369554196, (k, q) => {
		const high = ratioOf(3.999843853973347);
		const middle = high ** 0.4996667741545416;
		const a0 = 1 + k / q + k * k;
		return {
			b: [(high + (middle * k) / q + k * k) / a0, (2 * (k * k - high)) / a0, (high - (middle * k) / q + k * k) / a0],
			a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0],
		};
	});
	const pass = filterOf(38.13547087602444, 0.5003270373238773, (k, q) => {
		const a0 = 1 + k / q + k * k;
		return { b: [1, -2, 1], a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0] };
	});
	return filter(filter(samples, shelf), pass);
}

interface Biquad {
	readonly b: readonly [number, number, number];
	readonly a: readonly [number, number];
}
const filterOf = (pitch: number, q: number, make: (k: number, q: number) => Biquad): Biquad =>
	make(Math.tan((Math.PI * pitch) / RATE), q);

function filter(samples: Samples, { b, a }: Biquad): Samples {
	const out = new Float32Array(samples.length);
	let [x1, x2, y1, y2] = [0, 0, 0, 0];
	for (let i = 0; i < samples.length; i++) {
		const x = samples[i] ?? 0;
		const y = b[0] * x + b[1] * x1 + b[2] * x2 - a[0] * y1 - a[1] * y2;
		out[i] = y;
		[x2, x1, y2, y1] = [x1, x, y1, y];
	}
	return out;
}

/** LUFS of the parts that are sounding; -Infinity for silence. */
export function loudness(samples: Samples): number {
	const heard = weighted(samples);
	const sums = new Float64Array(heard.length + 1);
	for (let i = 0; i < heard.length; i++) sums[i + 1] = (sums[i] ?? 0) + (heard[i] ?? 0) ** 2;
	const blocks: number[] = [];
	for (let at = 0; at === 0 || at + BLOCK <= heard.length; at += HOP) {
		const end = Math.min(at + BLOCK, heard.length);
		blocks.push(((sums[end] ?? 0) - (sums[at] ?? 0)) / Math.max(1, end - at));
	}
	const level = (powers: readonly number[]): number =>
		-0.691 + 10 * Math.log10(powers.reduce((sum, it) => sum + it, 0) / powers.length);
	const sounding = blocks.filter((it) => level([it]) > GATE_ABSOLUTE);
	if (sounding.length === 0) return Number.NEGATIVE_INFINITY;
	const gate = level(sounding) + GATE_RELATIVE;
	return level(sounding.filter((it) => level([it]) > gate));
}

/** Sound within this of a clip's peak is heard in a hall; what is softer at either end is cut off. */
const AUDIBLE = ratioOf(-40);
/** Kept before the first and after the last sound, so that no consonant is bitten off. */
const MARGIN = Math.round(0.01 * RATE);
const FADE = Math.round(0.006 * RATE);

/** Without the silence around it, its edges faded; null where nothing sounds. */
export function trimmed(samples: Samples): Samples | null {
	const threshold = peak(samples) * AUDIBLE;
	if (threshold < ratioOf(-80)) return null;
	const first = samples.findIndex((it) => Math.abs(it) > threshold);
	const last = samples.findLastIndex((it) => Math.abs(it) > threshold);
	const cut = samples.slice(Math.max(0, first - MARGIN), last + 1 + MARGIN);
	const fade = Math.min(FADE, cut.length >> 1);
	for (let i = 0; i < fade; i++) {
		const gain = i / fade;
		const end = cut.length - 1 - i;
		cut[i] = (cut[i] ?? 0) * gain;
		cut[end] = (cut[end] ?? 0) * gain;
	}
	return cut;
}

/** How soon the limiter lets go, and how far it looks ahead, in samples. */
const RELEASE = 0.04 * RATE;
const AHEAD = Math.round(0.002 * RATE);

/** No sample above the ceiling: the gain goes down before a peak and comes back after it, so that no wave is bent. */
function limited(samples: Samples): Samples {
	if (peak(samples) <= CEILING) return samples;
	const wanted = samples.map((it) => Math.min(1, CEILING / Math.max(Math.abs(it), CEILING)));
	const out = new Float32Array(samples.length);
	let gain = 1;
	for (let i = 0; i < samples.length; i++) {
		let least = 1;
		for (let j = i; j <= Math.min(i + AHEAD, samples.length - 1); j++) least = Math.min(least, wanted[j] ?? 1);
		gain = least < gain ? gain + (least - gain) * 0.2 : gain + (least - gain) / RELEASE;
		out[i] = (samples[i] ?? 0) * Math.min(gain, wanted[i] ?? 1);
	}
	return out;
}

/** As loud as every other clip, and never above the ceiling. Limiting takes a little away, so it is done over. */
export function levelled(samples: Samples): Samples {
	let out = samples;
	for (let round = 0; round < 4; round++) {
		const missing = TARGET - loudness(out);
		if (!Number.isFinite(missing) || (round > 0 && Math.abs(missing) < 0.3)) break;
		const gain = ratioOf(missing);
		out = limited(out.map((it) => it * gain));
	}
	return out;
}

/** What every clip goes through, ours and the hall's own; null where nothing sounds. */
export function tidied(samples: Samples): Samples | null {
	const cut = trimmed(samples);
	return cut && levelled(cut);
}
