// What can be said about a voice without an ear: how much of it stays audible over the murmur of a hall, and how different
// its words are from each other. Figures to choose by; they do not say that a voice is pleasant.

import { decibels, loudness, peak } from '../dist/server/voice/loudness.js';
import { RATE, seconds } from '../dist/server/voice/wav.js';

/** Octave bands: middle, weight for understanding speech, and level of many people talking (ANSI S3.5-1997, tables 3 and 4). */
const BANDS = [
	{ pitch: 250, weight: 0.0617, murmur: 34.75 },
	{ pitch: 500, weight: 0.1671, murmur: 34.27 },
	{ pitch: 1000, weight: 0.2373, murmur: 25.01 },
	{ pitch: 2000, weight: 0.2648, murmur: 17.32 },
	{ pitch: 4000, weight: 0.2142, murmur: 9.33 },
	{ pitch: 8000, weight: 0.0549, murmur: 1.13 },
];
const FRAME = 512;

/** Powers of the frequencies of one frame under a Hann window; 43 Hz apart. */
function spectrum(samples, at) {
	const real = Float64Array.from({ length: FRAME }, (_, i) => {
		const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / FRAME);
		return (samples[at + i] ?? 0) * window;
	});
	const imaginary = new Float64Array(FRAME);
	for (let i = 1, j = 0; i < FRAME; i++) {
		let bit = FRAME >> 1;
		for (; j & bit; bit >>= 1) j ^= bit;
		j ^= bit;
		if (i < j) [real[i], real[j]] = [real[j], real[i]];
	}
	for (let size = 2; size <= FRAME; size *= 2) {
		for (let start = 0; start < FRAME; start += size) {
			for (let k = 0; k < size / 2; k++) {
				const angle = (-2 * Math.PI * k) / size;
				const [even, odd] = [start + k, start + k + size / 2];
				const re = real[odd] * Math.cos(angle) - imaginary[odd] * Math.sin(angle);
				const im = real[odd] * Math.sin(angle) + imaginary[odd] * Math.cos(angle);
				[real[odd], imaginary[odd]] = [real[even] - re, imaginary[even] - im];
				[real[even], imaginary[even]] = [real[even] + re, imaginary[even] + im];
			}
		}
	}
	return Array.from({ length: FRAME / 2 }, (_, i) => real[i] ** 2 + imaginary[i] ** 2);
}

const frames = (samples) => {
	const all = [];
	for (let at = 0; at + FRAME <= samples.length; at += FRAME / 2) all.push(spectrum(samples, at));
	return all;
};
const power = (spectrum, from, to) => {
	const step = RATE / FRAME;
	let sum = 0;
	for (let i = Math.ceil(from / step); i < Math.min(to / step, spectrum.length); i++) sum += spectrum[i];
	return sum;
};
const mean = (values) => values.reduce((sum, it) => sum + it, 0) / values.length;

/** Articulation 0 to 1 after the speech intelligibility index: voice and murmur equally strong (A-weighted). */
function audible(samples) {
	const A_WEIGHT = [-8.6, -3.2, 0, 1.2, 1, -1.1];
	const all = frames(samples);
	const voice = BANDS.map(
		(it) => 10 * Math.log10(mean(all.map((one) => power(one, it.pitch / Math.SQRT2, it.pitch * Math.SQRT2)))),
	);
	const murmur = BANDS.map((it) => it.murmur + 10 * Math.log10(it.pitch * Math.SQRT1_2));
	const total = (levels) => 10 * Math.log10(levels.reduce((sum, it, i) => sum + 10 ** ((it + A_WEIGHT[i]) / 10), 0));
	const equal = total(murmur) - total(voice);
	return BANDS.reduce((sum, it, i) => {
		const over = voice[i] + equal - murmur[i];
		return sum + it.weight * Math.max(0, Math.min(1, (over + 15) / 30));
	}, 0);
}

/** Twenty bands from 100 Hz to 7 kHz, wider as they are higher, in dB and without the overall level. */
function shape(samples) {
	return frames(samples).map((one) => {
		const edges = Array.from({ length: 21 }, (_, i) => 700 * ((7700 / 800) ** (i / 20) * (800 / 700) - 1));
		const bands = edges
			.slice(1)
			.map((to, i) => 10 * Math.log10(power(one, edges[i], Math.max(to, edges[i] + 45)) + 1e-6));
		const level = mean(bands);
		return bands.map((it) => it - level);
	});
}

/** How far two words are from each other when one is stretched to fit the other (dynamic time warping), dB per frame. */
function distance(one, other) {
	let row = [0, ...other.map(() => Number.POSITIVE_INFINITY)];
	for (const frame of one) {
		const next = [Number.POSITIVE_INFINITY];
		other.forEach((it, i) => {
			const away = Math.sqrt(mean(frame.map((value, band) => (value - it[band]) ** 2)));
			next.push(away + Math.min(row[i], row[i + 1], next[i]));
		});
		row = next;
	}
	return row.at(-1) / (one.length + other.length);
}

/** Energy of 1 to 4 kHz, where consonants are, against 100 to 500 Hz, which a hall swallows, dB. */
const brightness = (samples) => {
	const all = frames(samples);
	return 10 * Math.log10(mean(all.map((it) => power(it, 1000, 4000))) / mean(all.map((it) => power(it, 100, 500))));
};

export const heading =
	'voice            wpm pitch | audible  1-4k:low | nearest two words      all words | number s  worst LU  peak dB';

export function figures({ voice, speed, pitch }, clips, numbers) {
	const all = Float32Array.from(Object.values(clips).flatMap((it) => [...it]));
	const shapes = numbers.map((word) => ({ word, shape: shape(clips[word]) }));
	const pairs = shapes.flatMap((a, i) =>
		shapes.slice(i + 1).map((b) => ({ words: `${a.word}/${b.word}`, away: distance(a.shape, b.shape) })),
	);
	const nearest = pairs.reduce((a, b) => (b.away < a.away ? b : a));
	const loudest = Object.values(clips).map(loudness);
	const word = numbers.reduce((sum, it) => sum + seconds(clips[it]), 0) / numbers.length;
	return [
		`${voice.padEnd(16)} ${speed}    ${pitch} |`,
		`  ${audible(all).toFixed(3)}     ${brightness(all).toFixed(1).padStart(5)} |`,
		`${nearest.away.toFixed(2)} ${nearest.words.padEnd(17)} ${mean(pairs.map((it) => it.away))
			.toFixed(2)
			.padStart(8)} |`,
		`   ${word.toFixed(2)}      ${(Math.max(...loudest) - Math.min(...loudest)).toFixed(2)}`,
		`    ${decibels(peak(all)).toFixed(1)}`,
	].join(' ');
}
