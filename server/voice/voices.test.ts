// A call sounds as one sentence: no seam, no hole inside a number, never too loud, and the same for everyone who asks.

import { rmSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { AgencyId, CounterNumber, ZoneNumber } from '../../shared/id.ts';
import type { SpokenNotice } from '../../shared/notices.ts';
import { DESK_WORDS, SCHOOLS } from '../../shared/speech.ts';
import { DEFAULT_VOICE, type VoiceSettings } from '../../shared/voice.ts';
import type { Language } from '../../shared/words/words.ts';
import { openCache } from './cache.ts';
import { chime } from './chime.ts';
import { decibels, loudness, peak, TARGET, tidied } from './loudness.ts';
import { findBundled } from './pack.ts';
import { ownVoice, silences, silent, sine, wavOf } from './testing/sounds.ts';
import { type CallToSay, openVoices, type Said, type Voices } from './voices.ts';
import { RATE, readWav, type Samples, seconds } from './wav.ts';

const bundled = findBundled();
const loud = (sentence: string): never => {
	throw new Error(sentence);
};
const voices = openVoices({ bundled, own: null }, loud);

interface Asked extends Partial<CallToSay> {
	readonly by?: Voices;
	readonly voice?: Partial<VoiceSettings>;
	readonly languages?: readonly Language[];
}
const call = (number: string, counter: number, asked: Asked = {}): Said => {
	const { by = voices, voice = {}, languages = ['id'], ...change } = asked;
	const plain = { recall: false, agency: null, zone: null, chime: true };
	const what = { number, counter: counter as CounterNumber, ...plain, ...change };
	return by.call(what, { ...DEFAULT_VOICE, ...voice }, languages);
};
const soundOf = ({ wav }: Said): Samples => {
	const read = readWav(wav);
	if (!read.ok) throw new Error(read.fault);
	return read.samples;
};
const SOUND = wavOf(sine(200, 1), { rate: RATE, channels: 1, tag: 1, bits: 16 });

let own: string | null = null;
afterEach(() => {
	if (own) rmSync(own, { recursive: true });
	own = null;
});

/** Some of every kind: each digit, each bound word, letters in pairs, both ends of the range. */
const NUMBERS = [
	...['A-007', 'A-010', 'B-011', 'C-012', 'D-020', 'E-038', 'F-114', 'G-225', 'H-369', 'K-499', 'BZ-580', 'X-999'],
	...['QV-1000', 'W-1906', 'S-2011', 'TE-7777', 'M-9999', 'ZZ-000'],
] as const;

describe('a call', () => {
	it('to counter 3 takes between 3.5 and 7 seconds, the chime included', () => {
		const said = call('A-007', 3);
		expect(said.ms).toBeGreaterThan(3_500);
		expect(said.ms).toBeLessThan(7_000);
		expect(seconds(soundOf(said)) * 1000).toBeCloseTo(said.ms, -1);
	});

	it.each(SCHOOLS)(
		'has no hole of more than 120 ms inside a number, and one breath before "silakan" (%s)',
		(school) => {
			for (const number of NUMBERS) {
				const sound = soundOf(call(number, (Number(number.split('-')[1]) % 999) + 1, { voice: { school } }));
				const inside = silences(sound).filter((it) => it.fromMs > 0 && it.fromMs + it.ms < seconds(sound) * 1000 - 10);
				const holes = inside.filter((it) => it.ms > 120);
				// After the chime the voice follows at once, so the only long one is the breath.
				expect(
					holes.map((it) => Math.round(it.ms)),
					`${number}: ${JSON.stringify(holes)}`,
				).toHaveLength(1);
				expect(holes[0]?.ms).toBeGreaterThan(280);
				expect(holes[0]?.ms).toBeLessThan(420);
			}
		},
	);

	it('is never cut off by full scale, and as loud as every other', () => {
		for (const number of NUMBERS) {
			const sound = soundOf(call(number, 112, { recall: true }));
			expect(decibels(peak(sound)), number).toBeLessThanOrEqual(-1);
			expect(Math.abs(loudness(sound) - TARGET), number).toBeLessThan(1.5);
		}
	});

	it('does not click where two sounds meet: each begins and ends at rest, whatever was recorded', () => {
		// The bundled clips are measured in pack.test.ts.
		for (const sound of [chime(), tidied(sine(200, 0.3, 0.5).fill(0.5)) ?? silent(0), soundOf(voices.tone())]) {
			expect(Math.abs(sound[0] ?? 1)).toBeLessThan(0.001);
			expect(Math.abs(sound.at(-1) ?? 1)).toBeLessThan(0.005);
		}
	});

	it('is byte for byte the same for everyone, and after a restart', () => {
		const again = openVoices({ bundled, own: null }, loud);
		for (const number of NUMBERS.slice(0, 4)) {
			expect(call(number, 3, { by: again }).wav.equals(call(number, 3).wav)).toBe(true);
			expect(call(number, 3, { by: again }).tag).toBe(call(number, 3).tag);
		}
		expect(new Set(NUMBERS.map((it) => call(it, 3).tag)).size).toBe(NUMBERS.length);
	});

	it('is composed once, however many boards fetch it', () => {
		expect(call('A-007', 3)).toBe(call('A-007', 3));
		// The same words in another way.
		expect(call('A-123', 3, { voice: { school: 'without_zeros' } })).toBe(call('A-123', 3));
		expect(call('A-023', 3, { voice: { school: 'without_zeros' } })).not.toBe(call('A-023', 3));
	});

	it('without its chime is as much shorter, begins with the voice, and is kept apart', () => {
		const [whole, short] = [call('A-007', 3), call('A-007', 3, { chime: false })];
		expect(whole.ms - short.ms).toBe(Math.round(seconds(chime()) * 1000));
		expect(short.tag).not.toBe(whole.tag);
		expect(call('A-007', 3)).toBe(whole);
		expect(call('A-007', 3, { chime: false })).toBe(short);
		// The same words, byte for byte: only what stands before them is gone.
		expect(whole.wav.subarray(-100_000).equals(short.wav.subarray(-100_000))).toBe(true);
	});

	it('says that it is a recall, and goes to a desk or a room where the hall has such', () => {
		expect(call('A-007', 3, { recall: true }).ms).toBeGreaterThan(call('A-007', 3).ms + 700);
		const places = (['loket', 'meja', 'ruang'] as const).map((desk) => call('A-007', 3, { voice: { desk } }).tag);
		expect(new Set(places).size).toBe(3);
	});

	it('is said in English after the Indonesian, with one chime', () => {
		const both = call('A-007', 3, { languages: ['id', 'en'] });
		const [id, en] = [call('A-007', 3), call('A-007', 3, { languages: ['en'] })];
		expect(both.ms).toBeLessThan(id.ms + en.ms - 500);
		expect(both.ms).toBeGreaterThan(id.ms + 2_000);
		// It begins with the same bytes: what follows is added.
		expect(both.wav.subarray(44, 200_000).equals(id.wav.subarray(44, 200_000))).toBe(true);
	});

	it('names agency and zone where the hall has recordings of them, and is complete without', () => {
		own = ownVoice({ 'id/agency-dpmptsp.wav': SOUND, 'id/zone-2.wav': SOUND });
		const ours = openVoices({ bundled, own }, loud);
		const agency = 'dpmptsp' as AgencyId;
		const plain = call('A-007', 3, { by: ours });
		const named = call('A-007', 3, { by: ours, agency });
		expect(named.ms - plain.ms).toBeGreaterThan(1_000);
		expect(call('A-007', 3, { by: ours, agency, zone: 2 as ZoneNumber }).ms - named.ms).toBeGreaterThan(1_000);
		expect(call('A-007', 3, { by: ours, agency, voice: { names: false } })).toBe(plain);
		expect(call('A-007', 3, { by: ours, agency: 'imigrasi' as AgencyId, zone: 1 as ZoneNumber })).toBe(plain);
		// In English nobody recorded it.
		expect(call('A-007', 3, { by: ours, agency, languages: ['en'] }).ms).toBe(
			call('A-007', 3, { by: ours, languages: ['en'] }).ms,
		);
	});

	it('sounds with the new recording as soon as it is told that there is one', () => {
		own = ownVoice({ 'id/tiga.wav': Buffer.from('broken') });
		const warnings: string[] = [];
		const ours = openVoices({ bundled, own }, (sentence) => warnings.push(sentence));
		expect(call('A-007', 3, { by: ours }).tag).toBe(call('A-007', 3).tag);
		expect(warnings).toEqual(['voice/id/tiga.wav cannot be used: it is no WAV file']);
		const better = ownVoice({ 'id/tiga.wav': SOUND });
		rmSync(own, { recursive: true });
		own = better;
		const now = openVoices({ bundled, own }, loud);
		const before = call('A-007', 3, { by: now });
		rmSync(`${own}/id/tiga.wav`);
		expect(call('A-007', 3, { by: now })).toBe(before);
		now.reload();
		expect(call('A-007', 3, { by: now }).tag).toBe(call('A-007', 3).tag);
	});

	it('is a chime at least, where no voice was installed', () => {
		const warnings: string[] = [];
		const mute = openVoices({ bundled: null, own: null }, (sentence) => warnings.push(sentence));
		expect(call('A-007', 3, { by: mute }).ms).toBeGreaterThan(1_200);
		expect(warnings).toHaveLength(1);
		expect(warnings[0]).toContain('The voice (id) cannot say: nol, satu');
	});

	it('is refused where it cannot be said', () => {
		expect(() => call('A012', 3)).toThrow(RangeError);
		expect(() => call('A-012', 0.5)).toThrow(RangeError);
	});
});

describe('a notice', () => {
	const numbers = (...all: number[]) => all as CounterNumber[];
	const pauses = (elsewhere: readonly CounterNumber[], prefix = 'A'): SpokenNotice => ({
		kind: 'break',
		counter: 3 as CounterNumber,
		prefix,
		elsewhere,
	});

	it('of a desk that pauses is two breaths after the chime, without a hole in either', () => {
		for (const elsewhere of [[], numbers(1), numbers(1, 12), numbers(1, 2, 4, 5, 6)]) {
			for (const desk of DESK_WORDS) {
				const sound = soundOf(voices.notice(pauses(elsewhere), desk));
				expect(seconds(sound)).toBeGreaterThan(4);
				expect(seconds(sound)).toBeLessThan(9);
				const holes = silences(sound).filter(
					(it) => it.ms > 120 && it.fromMs > 0 && it.fromMs + it.ms < seconds(sound) * 1000 - 10,
				);
				expect(holes, `${desk} ${elsewhere}: ${JSON.stringify(holes)}`).toHaveLength(1);
			}
		}
	});

	it('names three desks one by one, so that twenty and one are not twenty-one', () => {
		const [two, three] = [
			voices.notice(pauses(numbers(20, 1)), 'loket'),
			voices.notice(pauses(numbers(20, 1, 2)), 'loket'),
		];
		const breaths = ({ wav }: Said) =>
			silences(soundOf({ wav, tag: '', ms: 0 })).filter((it) => it.ms > 250 && it.fromMs > 0);
		expect(breaths(three).length - breaths(two).length).toBe(2);
	});

	it('by the clock is a whole sentence, as loud as a call and never cut off', () => {
		for (const kind of ['closing', 'prayer', 'gratification'] as const) {
			const sound = soundOf(voices.notice({ kind }, 'loket'));
			expect(seconds(sound), kind).toBeLessThan(12);
			expect(decibels(peak(sound)), kind).toBeLessThanOrEqual(-1);
			expect(Math.abs(loudness(sound) - TARGET), kind).toBeLessThan(1.5);
		}
	});

	it('of the hall’s own is its recording after the chime, and composed once', () => {
		own = ownVoice({ 'id/notice-kupon.wav': SOUND });
		const ours = openVoices({ bundled, own }, loud);
		const said = ours.notice({ kind: 'own', id: 'kupon' }, 'loket');
		expect(said.ms - ours.notice({ kind: 'own', id: 'lain' }, 'loket').ms).toBeCloseTo(1_000, -2);
		expect(ours.notice({ kind: 'own', id: 'kupon' }, 'meja')).toBe(said);
	});

	it('is refused where it cannot be said', () => {
		expect(() => voices.notice(pauses([], 'ABC'), 'loket')).toThrow(RangeError);
		expect(() => voices.notice(pauses([], '/'), 'loket')).toThrow(RangeError);
	});
});

it('the tone to try a loudspeaker with lasts 0.3 s at -20 dB', () => {
	const sound = soundOf(voices.tone());
	expect(seconds(sound)).toBeCloseTo(0.3, 2);
	expect(decibels(peak(sound))).toBeCloseTo(-20, 0);
});

describe('what is kept', () => {
	it('goes by size, and who was not asked for longest goes first', () => {
		const made: string[] = [];
		const cache = openCache<string>(10, (it) => it.length);
		const get = (key: string) =>
			cache.get(key, () => {
				made.push(key);
				return key;
			});
		for (const key of ['aaaa', 'bbbb', 'aaaa', 'cccc', 'aaaa', 'bbbb']) expect(get(key)).toBe(key);
		expect(made).toEqual(['aaaa', 'bbbb', 'cccc', 'bbbb']);
		get('longer than everything');
		get('bbbb');
		expect(made).toEqual(['aaaa', 'bbbb', 'cccc', 'bbbb', 'longer than everything']);
		cache.clear();
		get('bbbb');
		expect(made.at(-1)).toBe('bbbb');
	});

	it('silence is none: an empty recording is not kept as a clip', () => {
		own = ownVoice({ 'id/tiga.wav': wavOf(silent(0.5), { rate: RATE, channels: 1, tag: 1, bits: 16 }) });
		const warnings: string[] = [];
		const ours = openVoices({ bundled, own }, (sentence) => warnings.push(sentence));
		expect(ours.pack('id').clip('tiga', 'inside')?.from).toBe('bundled');
		expect(warnings).toEqual(['voice/id/tiga.wav cannot be used: there is nothing in it, or nothing but silence']);
	});
});
