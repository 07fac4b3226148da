// What a recording is made into, and what is said of it: a good take passes without a word, a bad one is told apart by why.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loudness, TARGET } from './loudness.ts';
import { findBundled } from './pack.ts';
import { takeOf } from './take.ts';
import { inRow, silent, sine, wavOf } from './testing/sounds.ts';
import { RATE, readWav, type Samples, seconds } from './wav.ts';

const bundled = findBundled() ?? '';
const recorded = (samples: Samples): Buffer => wavOf(samples, { rate: RATE, channels: 1, tag: 1, bits: 16 });
function kept(file: Buffer) {
	const take = takeOf(file);
	if (typeof take === 'string') throw new Error(take);
	const read = readWav(take.wav);
	if (!read.ok) throw new Error(read.fault);
	return { ...take, samples: read.samples };
}
/** A voice for the tests: the bundled "tujuh" in a room with this much hiss, with half a second around it. */
function spoken(hiss: number, gain = 1): Samples {
	const read = readWav(readFileSync(path.join(bundled, 'id', 'tujuh-end.wav')));
	if (!read.ok) throw new Error(read.fault);
	// The same hiss in every run.
	let seed = 7;
	const noise = (): number => {
		seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
		return seed / 1_073_741_824 - 1;
	};
	return inRow(silent(0.5), read.samples, silent(0.5)).map((it) =>
		Math.max(-1, Math.min(1, it * gain + hiss * noise())),
	);
}

describe('a take', () => {
	it('is cut to the word and made as loud as every other clip', () => {
		const { samples, doubts } = kept(recorded(spoken(0.001, 0.3)));
		expect(seconds(samples)).toBeLessThan(0.7);
		expect(Math.abs(loudness(samples) - TARGET)).toBeLessThan(0.5);
		expect(doubts).toEqual([]);
	});
	it('that is tidy already stays as it is, byte for byte', () => {
		const once = kept(recorded(spoken(0.001, 0.3))).wav;
		expect(kept(once).wav.equals(once)).toBe(true);
	});
	it.each([
		['nothing but silence', recorded(silent(1)), 'empty'],
		['sixteen seconds', recorded(sine(440, 16)), 'too_long'],
		['no sound file', Buffer.from('ID3 an mp3 under a wrong name'.padEnd(100)), 'not_wav'],
		['a compressed one', wavOf(sine(440, 1), { rate: RATE, channels: 1, tag: 85, bits: 16 }), 'compressed'],
	])('of %s is none', (_, file, fault) => {
		expect(takeOf(file)).toBe(fault);
	});
	it.each([
		['short', recorded(inRow(silent(0.3), sine(300, 0.05), silent(0.3)))],
		['faint', recorded(spoken(0, 0.02))],
		['clipped', recorded(spoken(0.001, 4))],
		['noisy', recorded(spoken(0.15, 0.6))],
	])('that is %s is told so, and kept', (doubt, file) => {
		expect(kept(file).doubts).toContain(doubt);
	});
});

it('an ear minds nothing in the bundled voice', () => {
	const minded = ['id', 'en'].flatMap((language) =>
		readdirSync(path.join(bundled, language))
			.filter((it) => it.endsWith('.wav'))
			.flatMap((file) => {
				const { doubts } = kept(readFileSync(path.join(bundled, language, file)));
				return doubts.length > 0 ? [`${language}/${file}: ${doubts.join(', ')}`] : [];
			}),
	);
	expect(minded).toEqual([]);
});
