// Sounds for tests, and an ear for silence.

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RATE, type Samples } from '../wav.ts';

export const sine = (pitch: number, length: number, size = 0.5, rate = RATE): Samples =>
	Float32Array.from({ length: Math.round(length * rate) }, (_, i) => size * Math.sin((2 * Math.PI * pitch * i) / rate));

export const silent = (length: number, rate = RATE): Samples => new Float32Array(Math.round(length * rate));

export const inRow = (...pieces: readonly Samples[]): Samples => Float32Array.from(pieces.flatMap((it) => [...it]));

export interface Run {
	readonly fromMs: number;
	readonly ms: number;
}

/** Where it is softer than -45 dB of full scale, in steps of 5 ms. */
export function silences(samples: Samples): readonly Run[] {
	const step = Math.round(0.005 * RATE);
	const threshold = 10 ** (-45 / 20);
	const runs: Run[] = [];
	let since: number | null = null;
	for (let at = 0; at <= samples.length; at += step) {
		const end = Math.min(at + step, samples.length);
		let sum = 0;
		for (let i = at; i < end; i++) sum += (samples[i] ?? 0) ** 2;
		const soft = end > at && Math.sqrt(sum / (end - at)) < threshold;
		if (soft) since ??= at;
		else if (since !== null) {
			runs.push({ fromMs: (since * 1000) / RATE, ms: ((at - since) * 1000) / RATE });
			since = null;
		}
	}
	return runs;
}

export interface WavShape {
	readonly rate: number;
	readonly channels: number;
	/** 1 integers, 3 floats, anything else compressed. */
	readonly tag: number;
	readonly bits: 8 | 16 | 24 | 32;
}

/** A WAV file of any shape, the same sound on every channel. */
export function wavOf(samples: Samples, { rate, channels, tag, bits }: WavShape): Buffer {
	const bytes = bits / 8;
	const data = Buffer.alloc(samples.length * channels * bytes);
	samples.forEach((sample, i) => {
		for (let channel = 0; channel < channels; channel++) {
			const at = (i * channels + channel) * bytes;
			if (tag === 3) data.writeFloatLE(sample, at);
			else if (bits === 8) data.writeUInt8(Math.round(sample * 127) + 128, at);
			else data.writeIntLE(Math.round(sample * (2 ** (bits - 1) - 1)), at, bytes);
		}
	});
	const head = Buffer.alloc(44);
	head.write('RIFF', 0, 'latin1');
	head.writeUInt32LE(36 + data.length, 4);
	head.write('WAVEfmt ', 8, 'latin1');
	head.writeUInt32LE(16, 16);
	head.writeUInt16LE(tag, 20);
	head.writeUInt16LE(channels, 22);
	head.writeUInt32LE(rate, 24);
	head.writeUInt32LE(rate * channels * bytes, 28);
	head.writeUInt16LE(channels * bytes, 32);
	head.writeUInt16LE(bits, 34);
	head.write('data', 36, 'latin1');
	head.writeUInt32LE(data.length, 40);
	return Buffer.concat([head, data]);
}

/** A folder of a hall's own recordings, by language and name of the clip. Its caller removes it. */
export function ownVoice(files: Readonly<Record<string, Buffer>>): string {
	const folder = mkdtempSync(path.join(tmpdir(), 'voice-'));
	for (const [name, bytes] of Object.entries(files)) {
		const file = path.join(folder, name);
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, bytes);
	}
	return folder;
}
