// The voice that comes with the program has every word, each as loud and as close-cut as the others; and a hall's own
// recordings win over it, unless they are of no use.

import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { PACK_CLIPS } from '../../shared/voice.ts';
import { decibels, loudness, peak, TARGET } from './loudness.ts';
import { findBundled, readPack } from './pack.ts';
import { inRow, ownVoice, silences, silent, sine, wavOf } from './testing/sounds.ts';
import { RATE, readWav, seconds } from './wav.ts';

const bundled = findBundled();
const LANGUAGES = ['id', 'en'] as const;
const CD = { rate: 44_100, channels: 2, tag: 1, bits: 16 } as const;

let own: string | null = null;
afterEach(() => {
	if (own) rmSync(own, { recursive: true });
	own = null;
});

describe.each(LANGUAGES)('the bundled voice (%s)', (language) => {
	const pack = readPack(language, { bundled, own: null });
	const clips = PACK_CLIPS[language].map((name) => {
		const samples = pack.clip(name, 'inside')?.samples;
		if (!samples) throw new Error(`${name} is missing`);
		return { name, samples };
	});
	const faulty = (fault: (samples: Float32Array, name: string) => unknown): readonly string[] =>
		clips.flatMap(({ name, samples }) => {
			const found = fault(samples, name);
			return found ? [`${name}: ${found}`] : [];
		});

	it('has every clip and no other', () => {
		expect(pack.missing).toEqual([]);
		expect(pack.warnings).toEqual([]);
		expect(pack.names.size).toBe(0);
	});

	it('says each in 0.12 to 2.5 s, and no whole sentence in more than ten: a call may wait behind it', () => {
		const most = (name: string) => (name.startsWith('notice-') ? 10 : 2.5);
		expect(
			faulty((samples, name) => (seconds(samples) < 0.12 || seconds(samples) > most(name)) && seconds(samples)),
		).toEqual([]);
	});

	it('is level: every clip within 1 LU of the aim, and none above -1 dB', () => {
		expect(faulty((samples) => Math.abs(loudness(samples) - TARGET) > 1 && loudness(samples))).toEqual([]);
		expect(faulty((samples) => decibels(peak(samples)) > -1 && decibels(peak(samples)))).toEqual([]);
	});

	it('is cut close: no more than 40 ms of silence at either end, and its edges begin and end at nothing', () => {
		const ends = (samples: Float32Array) =>
			silences(samples).find(
				(it) => it.ms > 40 && (it.fromMs === 0 || it.fromMs + it.ms >= seconds(samples) * 1000 - 5),
			);
		expect(faulty((samples) => JSON.stringify(ends(samples)))).toEqual([]);
		expect(faulty((samples) => Math.max(Math.abs(samples[0] ?? 1), Math.abs(samples.at(-1) ?? 1)) > 0.001)).toEqual([]);
	});

	it('is described as it is', () => {
		const told = JSON.parse(readFileSync(path.join(bundled ?? '', language, 'pack.json'), 'utf8'));
		expect(Object.keys(told.clips).sort()).toEqual([...PACK_CLIPS[language]].sort());
		expect(told.rate).toBe(RATE);
		expect(faulty((samples, name) => Math.abs(told.clips[name].ms - seconds(samples) * 1000) > 1)).toEqual([]);
		expect(faulty((samples, name) => Math.abs(told.clips[name].lufs - loudness(samples)) > 0.2)).toEqual([]);
	});
});

describe("a hall's own voice", () => {
	it('wins clip by clip, whatever recorder it came from, cut and levelled like ours', () => {
		const recorded = inRow(silent(0.7, 44_100), sine(300, 0.5, 0.02, 44_100), silent(1, 44_100));
		own = ownVoice({ 'id/tujuh.wav': wavOf(recorded, CD) });
		const pack = readPack('id', { bundled, own });
		const seven = pack.clip('tujuh', 'inside');
		expect(seven?.from).toBe('own');
		expect(seconds(seven?.samples ?? silent(0))).toBeCloseTo(0.52, 2);
		expect(loudness(seven?.samples ?? silent(0))).toBeCloseTo(TARGET, 0);
		// One voice says the word at both places.
		expect(pack.clip('tujuh', 'last')).toBe(seven);
		expect(pack.clip('lima', 'last')?.from).toBe('bundled');
		expect(pack.clip('lima', 'last')).not.toBe(pack.clip('lima', 'inside'));
	});

	it('may bring another recording for the end of a sentence', () => {
		own = ownVoice({ 'id/tujuh-end.wav': wavOf(sine(200, 0.4), { ...CD, rate: RATE }) });
		const pack = readPack('id', { bundled, own });
		expect([pack.clip('tujuh', 'inside')?.from, pack.clip('tujuh', 'last')?.from]).toEqual(['bundled', 'own']);
	});

	it('names agencies and zones', () => {
		const name = wavOf(sine(200, 1.2), { ...CD, rate: RATE });
		own = ownVoice({ 'id/agency-dpmptsp.wav': name, 'id/zone-2.wav': name, 'id/agency-..wav': name });
		const pack = readPack('id', { bundled, own });
		expect([...pack.names]).toEqual(['agency-dpmptsp', 'zone-2']);
		expect(pack.warnings).toEqual(['voice/id/agency-..wav is the recording of nothing that is said']);
	});

	it('announces in the hall’s own words, and says a standard sentence its own way', () => {
		const sentence = wavOf(sine(200, 3), { ...CD, rate: RATE });
		own = ownVoice({
			'id/notice-kupon.wav': sentence,
			'id/notice-kupon-end.wav': sentence,
			'id/notice-prayer.wav': sentence,
		});
		const pack = readPack('id', { bundled, own });
		expect([...pack.names].sort()).toEqual(['notice-kupon', 'notice-kupon-end']);
		expect(pack.clip('notice-prayer', 'last')?.from).toBe('own');
		expect(pack.clip('notice-closing', 'last')?.from).toBe('bundled');
		expect(pack.clip('notice-kupon', 'last'), 'another notice is not how this one ends').toBe(
			pack.clip('notice-kupon', 'inside'),
		);
		expect(pack.warnings).toEqual([]);
	});

	it.each([
		[
			'no sound at all',
			Buffer.from('this is not a recording, although it is long enough for one'),
			'it is no WAV file',
		],
		['an MP3 in disguise', wavOf(silent(0.1), { ...CD, tag: 85 }), 'it is not plain PCM'],
		['six channels', wavOf(sine(300, 0.1), { ...CD, channels: 6 }), 'it is not plain PCM'],
		['a rate of nobody', wavOf(sine(300, 0.1), { ...CD, rate: 100 }), 'its sample rate is not'],
		['silence', wavOf(silent(1), CD), 'there is nothing in it'],
		['a header alone', wavOf(silent(0), CD), 'there is nothing in it'],
		['a whole speech', wavOf(silent(16, 8_000), { ...CD, rate: 8_000 }), 'it is longer than 15 seconds'],
	])('falls back to ours for %s, and says why', (_, bytes, why) => {
		own = ownVoice({ 'id/tujuh.wav': bytes });
		const pack = readPack('id', { bundled, own });
		expect(pack.clip('tujuh', 'inside')?.from).toBe('bundled');
		expect(pack.warnings).toHaveLength(1);
		expect(pack.warnings[0]).toContain(`voice/id/tujuh.wav cannot be used: ${why}`);
	});

	it('does without the bundled one, and says what is missing', () => {
		own = ownVoice({ 'id/tujuh.wav': wavOf(sine(300, 0.5), { ...CD, rate: RATE }) });
		const pack = readPack('id', { bundled: null, own });
		expect(pack.missing).toContain('lima');
		expect(pack.missing).not.toContain('tujuh');
		expect(pack.missing.filter((it) => it.endsWith('-end'))).toEqual([]);
	});
});

describe('a WAV file', () => {
	it.each([
		{ rate: RATE, channels: 1, tag: 1, bits: 8 },
		{ rate: RATE, channels: 1, tag: 1, bits: 16 },
		{ rate: 44_100, channels: 2, tag: 1, bits: 16 },
		{ rate: 48_000, channels: 1, tag: 1, bits: 24 },
		{ rate: 96_000, channels: 2, tag: 1, bits: 32 },
		{ rate: 48_000, channels: 2, tag: 3, bits: 32 },
		{ rate: 8_000, channels: 1, tag: 1, bits: 16 },
	] as const)('of $rate per second, $channels channels, $bits bits (kind $tag) keeps its sound', (shape) => {
		const read = readWav(wavOf(sine(1_000, 0.5, 0.5, shape.rate), shape));
		if (!read.ok) throw new Error(read.fault);
		expect(seconds(read.samples)).toBeCloseTo(0.5, 3);
		const inner = read.samples.subarray(RATE * 0.1, RATE * 0.4);
		const ideal = sine(1_000, 0.5).subarray(RATE * 0.1, RATE * 0.4);
		expect(Math.max(...inner.map((it, i) => Math.abs(it - (ideal[i] ?? 0))))).toBeLessThan(0.01);
	});

	it('does not fold what is too high for us back into the voice', () => {
		const read = readWav(wavOf(sine(15_000, 0.5, 0.5, 48_000), { rate: 48_000, channels: 1, tag: 1, bits: 16 }));
		if (!read.ok) throw new Error(read.fault);
		expect(decibels(peak(read.samples.subarray(2_000, 9_000)) / 0.5)).toBeLessThan(-40);
	});

	it('is read whatever stands in it, and never throws', () => {
		const good = wavOf(sine(300, 0.02), { rate: RATE, channels: 1, tag: 1, bits: 16 });
		for (let at = 0; at < 44; at++) {
			for (const value of [0, 1, 127, 255]) {
				const bad = Buffer.from(good);
				bad[at] = value;
				expect(() => readWav(bad)).not.toThrow();
			}
			expect(() => readWav(good.subarray(0, at))).not.toThrow();
		}
	});
});

describe('loudness', () => {
	it('is that of the standard: a tone of 1 kHz at -20 dB peak is -23 LUFS, on one channel', () => {
		expect(loudness(sine(997, 2, 0.1))).toBeCloseTo(-23.01, 1);
	});
});
