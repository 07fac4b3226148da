// WAV files in and out: what a recorder or a phone writes is read as one channel at the rate of the hall's voice, or refused
// with the reason; what is written is always 16-bit PCM, one channel, so that any browser plays it.

import type { WavFault } from '../../shared/recording.ts';

/** Samples per second of every clip and call: the rate at which espeak-ng speaks, and enough for a voice. */
export const RATE = 22_050;
/** A name may be long ("Dinas Kependudukan dan Pencatatan Sipil"); more than this is no clip. */
const LONGEST_SECONDS = 15;
const HEADER = 44;
const FULL = 32_768;

/** One channel at RATE, -1 to 1. */
export type Samples = Float32Array;

export type { WavFault };
export type WavRead =
	| { readonly ok: true; readonly samples: Samples }
	| { readonly ok: false; readonly fault: WavFault };

/** For the log and the set-up. */
const FAULTS: Readonly<Record<WavFault, string>> = {
	unreadable: 'the file cannot be read',
	not_wav: 'it is no WAV file',
	compressed: 'it is not plain PCM (8, 16, 24 or 32 bit, one or two channels)',
	strange_rate: 'its sample rate is not between 8,000 and 192,000 per second',
	empty: 'there is nothing in it, or nothing but silence',
	too_long: `it is longer than ${LONGEST_SECONDS} seconds`,
};
export const sayWavFault = (fault: WavFault): string => FAULTS[fault];

type ReadSample = (view: DataView, at: number) => number;
/** By format tag (1 integers, 3 floats) and bits. 8 bits are unsigned, all others signed: the format says so. */
const SAMPLE: Readonly<Record<string, ReadSample>> = {
	'1/8': (view, at) => (view.getUint8(at) - 128) / 128,
	'1/16': (view, at) => view.getInt16(at, true) / FULL,
	'1/24': (view, at) => (view.getUint8(at) + view.getInt16(at + 1, true) * 256) / 8_388_608,
	'1/32': (view, at) => view.getInt32(at, true) / 2_147_483_648,
	'3/32': (view, at) => view.getFloat32(at, true),
};
const EXTENSIBLE = 0xfffe;

interface Format {
	readonly read: ReadSample;
	readonly channels: number;
	readonly rate: number;
	readonly bytes: number;
}

export function readWav(file: Uint8Array): WavRead {
	const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
	const name = (at: number): string => String.fromCharCode(...file.subarray(at, at + 4));
	if (file.length < HEADER || name(0) !== 'RIFF' || name(8) !== 'WAVE') return { ok: false, fault: 'not_wav' };
	let format: Format | null = null;
	for (let at = 12; at + 8 <= file.length; ) {
		const start = at + 8;
		// A program that pipes leaves the size open: then the chunk is the rest of the file.
		const size = Math.min(view.getUint32(at + 4, true), file.length - start);
		if (name(at) === 'fmt ' && size >= 16) {
			const tag = view.getUint16(start, true);
			const kind = tag === EXTENSIBLE && size >= 26 ? view.getUint16(start + 24, true) : tag;
			const bits = view.getUint16(start + 14, true);
			const read = SAMPLE[`${kind}/${bits}`];
			const channels = view.getUint16(start + 2, true);
			if (!read || channels < 1 || channels > 2) return { ok: false, fault: 'compressed' };
			const rate = view.getUint32(start + 4, true);
			if (rate < 8_000 || rate > 192_000) return { ok: false, fault: 'strange_rate' };
			format = { read, channels, rate, bytes: bits / 8 };
		}
		if (name(at) === 'data') return format ? readData(view, start, size, format) : { ok: false, fault: 'not_wav' };
		at = start + size + (size % 2);
	}
	return { ok: false, fault: format ? 'empty' : 'not_wav' };
}

function readData(view: DataView, start: number, size: number, { read, channels, rate, bytes }: Format): WavRead {
	const length = Math.floor(size / (bytes * channels));
	if (length === 0) return { ok: false, fault: 'empty' };
	if (length > LONGEST_SECONDS * rate) return { ok: false, fault: 'too_long' };
	const mono = new Float32Array(length);
	for (let i = 0; i < length; i++) {
		let sum = 0;
		for (let channel = 0; channel < channels; channel++) sum += read(view, start + (i * channels + channel) * bytes);
		const sample = sum / channels;
		mono[i] = Number.isFinite(sample) ? Math.max(-1, Math.min(1, sample)) : 0;
	}
	return { ok: true, samples: resample(mono, rate) };
}

/** Half the zero crossings of the interpolating sinc: 16 keep what is folded back below -60 dB for a voice. */
const REACH = 16;
/** Points of the table between two of them: what lies between two points is off by less than -90 dB. */
const FINE = 512;
/** Computed once: a file of 192,000 samples a second takes ninety million of these. */
const KERNEL = Float32Array.from({ length: REACH * FINE + 2 }, (_, i) => {
	const away = i / FINE;
	if (away === 0) return 1;
	if (away >= REACH) return 0;
	return (Math.sin(Math.PI * away) / (Math.PI * away)) * (0.5 + 0.5 * Math.cos((Math.PI * away) / REACH));
});

/** Band-limited to RATE by a sinc under a Hann window. */
function resample(from: Float32Array, rate: number): Samples {
	if (rate === RATE) return from;
	const ratio = rate / RATE;
	const cut = Math.min(1, 1 / ratio);
	const reach = REACH / cut;
	const to = new Float32Array(Math.floor(from.length / ratio));
	for (let i = 0; i < to.length; i++) {
		const centre = i * ratio;
		const last = Math.min(from.length - 1, Math.floor(centre + reach));
		let sum = 0;
		for (let j = Math.max(0, Math.ceil(centre - reach)); j <= last; j++) {
			const place = Math.abs(j - centre) * cut * FINE;
			const at = Math.floor(place);
			const low = KERNEL[at] ?? 0;
			sum += (from[j] ?? 0) * (low + ((KERNEL[at + 1] ?? 0) - low) * (place - at));
		}
		to[i] = sum * cut;
	}
	return to;
}

/** What lies beyond full scale is cut off: level first (loudness.ts). */
export const writeWav = (samples: Samples): Buffer => writeAt(RATE, samples);

/** Half the bytes, and nothing above 5.5 kHz: for whole sentences, of which there are hundreds. */
export const writeSmallWav = (samples: Samples): Buffer => writeAt(RATE / 2, resample(samples, RATE * 2));

function writeAt(rate: number, samples: Samples): Buffer {
	const data = samples.length * 2;
	const file = Buffer.alloc(HEADER + data);
	file.write('RIFF', 0, 'latin1');
	file.writeUInt32LE(HEADER - 8 + data, 4);
	file.write('WAVEfmt ', 8, 'latin1');
	file.writeUInt32LE(16, 16);
	file.writeUInt16LE(1, 20);
	file.writeUInt16LE(1, 22);
	file.writeUInt32LE(rate, 24);
	file.writeUInt32LE(rate * 2, 28);
	file.writeUInt16LE(2, 32);
	file.writeUInt16LE(16, 34);
	file.write('data', 36, 'latin1');
	file.writeUInt32LE(data, 40);
	for (let i = 0; i < samples.length; i++) {
		const sample = Math.round((samples[i] ?? 0) * FULL);
		file.writeInt16LE(Math.max(-FULL, Math.min(FULL - 1, sample)), HEADER + i * 2);
	}
	return file;
}

export const seconds = (samples: Samples): number => samples.length / RATE;
