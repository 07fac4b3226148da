// What the browser sends is a WAV file: one channel, 16 bits, and sample for sample what was recorded.

import { expect, test } from 'vitest';
import { columnsOf, keptPart, mixed, RATE, secondsOf, wavOf } from './encode.ts';

const tone = (length: number, size: number): Float32Array =>
	Float32Array.from({ length: length * RATE }, (_, i) => size * Math.sin(i / 8));
async function read(samples: Float32Array) {
	const view = new DataView(await wavOf(samples).arrayBuffer());
	const text = (at: number): string => String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));
	return {
		marks: [text(0), text(8), text(12), text(36)],
		sizes: [view.getUint32(4, true), view.getUint32(40, true)],
		format: [view.getUint16(20, true), view.getUint16(22, true), view.getUint16(34, true)],
		rates: [view.getUint32(24, true), view.getUint32(28, true), view.getUint16(32, true)],
		samples: Array.from({ length: (view.byteLength - 44) / 2 }, (_, i) => view.getInt16(44 + 2 * i, true) / 32_768),
	};
}

test('a take is sent as it was recorded', async () => {
	const take = tone(0.5, 0.8);
	const file = await read(take);
	expect(file).toMatchObject({
		marks: ['RIFF', 'WAVE', 'fmt ', 'data'],
		sizes: [36 + RATE, RATE],
		format: [1, 1, 16],
		rates: [RATE, RATE * 2, 2],
	});
	expect(Math.max(...file.samples.map((it, i) => Math.abs(it - (take[i] ?? 0))))).toBeLessThan(1 / 32_000);
});

test('what is too loud is cut off and does not turn over', async () => {
	const { samples } = await read(Float32Array.of(1.5, -1.5, 1, -1));
	expect(samples.map((it) => Math.sign(it))).toEqual([1, -1, 1, -1]);
});

test('two channels are heard as one', () => {
	expect([...mixed([Float32Array.of(1, 0), Float32Array.of(0, 0.5)])]).toEqual([0.5, 0.25]);
	expect(mixed([]).length).toBe(0);
});

test('the picture shows where it sounds, and what of it is kept', () => {
	const samples = new Float32Array(2 * RATE);
	samples.set(tone(1, 0.5), RATE / 2);
	expect(columnsOf(samples, 4).map((it) => Math.round(it * 10))).toEqual([0, 5, 5, 0]);
	const { from, to } = keptPart(samples);
	expect([from, to].map((it) => Math.round(it * 20))).toEqual([5, 15]);
	expect(keptPart(new Float32Array(100))).toEqual({ from: 0, to: 1 });
	expect(secondsOf(samples)).toBe(2);
});
