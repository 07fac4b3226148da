// A sound that the browser has decoded, as the WAV file that the hall keeps, and as a wave to look at. Pure.

/** Samples per second, the same as the server's (server/voice/wav.ts). */
export const RATE = 22_050;
const HEADER = 44;

/** 16-bit PCM, one channel. What lies beyond full scale is cut off. */
export function wavOf(samples: Float32Array): Blob {
	const view = new DataView(new ArrayBuffer(HEADER + samples.length * 2));
	const text = (at: number, sign: string): void => {
		for (let i = 0; i < sign.length; i++) view.setUint8(at + i, sign.charCodeAt(i));
	};
	text(0, 'RIFF');
	view.setUint32(4, view.byteLength - 8, true);
	text(8, 'WAVEfmt ');
	view.setUint32(16, 16, true);
	view.setUint16(20, 1, true);
	view.setUint16(22, 1, true);
	view.setUint32(24, RATE, true);
	view.setUint32(28, RATE * 2, true);
	view.setUint16(32, 2, true);
	view.setUint16(34, 16, true);
	text(36, 'data');
	view.setUint32(40, samples.length * 2, true);
	samples.forEach((sample, i) => {
		view.setInt16(HEADER + i * 2, Math.max(-32_768, Math.min(32_767, Math.round(sample * 32_768))), true);
	});
	return new Blob([view.buffer], { type: 'audio/wav' });
}

/** All channels as one. */
export function mixed(channels: readonly Float32Array[]): Float32Array {
	const [first] = channels;
	if (!first || channels.length === 1) return first ?? new Float32Array(0);
	return first.map((_, i) => channels.reduce((sum, it) => sum + (it[i] ?? 0), 0) / channels.length);
}

export function peakOf(samples: Float32Array): number {
	let most = 0;
	for (const sample of samples) most = Math.max(most, Math.abs(sample));
	return most;
}

/** The loudest of each of so many equal parts, 0 to 1: a column of the picture each. */
export function columnsOf(samples: Float32Array, count: number): readonly number[] {
	const width = samples.length / count;
	return Array.from({ length: count }, (_, i) =>
		peakOf(samples.subarray(Math.floor(i * width), Math.floor((i + 1) * width))),
	);
}

/** As shares of the whole, what the server will keep: it cuts off what is 40 dB softer than the peak, with 10 ms to spare. */
export function keptPart(samples: Float32Array): { readonly from: number; readonly to: number } {
	const threshold = peakOf(samples) * 0.01;
	const margin = 0.01 * RATE;
	const first = samples.findIndex((it) => Math.abs(it) > threshold);
	if (first < 0) return { from: 0, to: 1 };
	const last = samples.findLastIndex((it) => Math.abs(it) > threshold);
	return {
		from: Math.max(0, first - margin) / samples.length,
		to: Math.min(samples.length, last + 1 + margin) / samples.length,
	};
}

export const secondsOf = (samples: Float32Array): number => samples.length / RATE;
