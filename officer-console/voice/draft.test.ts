// The voice's settings come out of their fields as they went in, and what cannot be meant is told at its own field.

import { expect, test } from 'vitest';
import { DEFAULT_VOICE, type VoiceSettings } from '../../shared/voice.ts';
import { type Draft, draftOf, faultsOf, sameDraft, silencedBy, voiceOf, withRow } from './draft.ts';

const FULL: VoiceSettings = {
	...{ school: 'per_digit', desk: 'ruang', english: true, names: false },
	...{ repeatAfterMs: null, volume: 0.35 },
	volumes: [{ from: 600, to: 720, volume: 1 }],
	quiet: [
		{ from: 715, to: 735 },
		{ from: 1_200, to: 1_440 },
	],
};

test.each([
	['usual', DEFAULT_VOICE],
	['other', FULL],
])('the %s settings come back', (_, voice) => {
	expect(voiceOf(draftOf(voice))).toEqual(voice);
	expect(sameDraft(draftOf(voice), voice)).toBe(true);
});

test('midnight is the end of a day, and never its beginning', () => {
	expect(draftOf(FULL).quiet.at(-1)).toMatchObject({ from: '20:00', to: '00:00' });
	const backwards = { ...draftOf(FULL), quiet: [{ key: 0, from: '12:00', to: '11:55', volume: 0 }] };
	expect([...faultsOf(backwards).quiet]).toEqual([0]);
	expect(voiceOf(backwards)).toBeNull();
});

test.each(['', '0', '61', '1.5', '-1', 'x', '100'])('"%s" seconds before the repeat is no pause', (repeatSeconds) => {
	const draft: Draft = { ...draftOf(DEFAULT_VOICE), repeatSeconds };
	expect([faultsOf(draft).repeat, voiceOf(draft), sameDraft(draft, DEFAULT_VOICE)]).toEqual([true, null, false]);
	expect(voiceOf({ ...draft, repeat: false })?.repeatAfterMs).toBeNull();
});

test('a row that is new has a name of its own, and one that is not filled is a fault of that row', () => {
	const empty = { from: '', to: '', volume: 100 };
	const rows = withRow(withRow(draftOf(FULL).volumes, { ...empty, from: '10:00', to: '12:00' }), empty);
	expect(rows.map((it) => it.key)).toEqual([0, 1, 2]);
	expect([...faultsOf({ ...draftOf(FULL), volumes: rows }).volumes]).toEqual([2]);
	expect(sameDraft({ ...draftOf(FULL), volumes: rows }, FULL)).toBe(false);
	expect(voiceOf({ ...draftOf(FULL), volumes: rows.slice(0, 2) })?.volumes.at(-1)).toEqual({
		...{ from: 600, to: 720, volume: 1 },
	});
});

test.each<[string, Partial<VoiceSettings>, 'volume' | 'quiet' | null]>([
	['as usual', {}, null],
	['no volume', { volume: 0 }, 'volume'],
	['a volume at some hours only', { volume: 0, volumes: [{ from: 600, to: 720, volume: 0.5 }] }, null],
	['no volume at any hour', { volumes: [{ from: 0, to: 1_440, volume: 0 }] }, 'volume'],
	['quiet all day', { quiet: [{ from: 0, to: 1_440 }] }, 'quiet'],
	[
		'quiet in two halves',
		{
			volume: 0,
			quiet: [
				{ from: 0, to: 700 },
				{ from: 700, to: 1_440 },
			],
		},
		'quiet',
	],
	['quiet but for a minute', { quiet: [{ from: 0, to: 1_439 }] }, null],
	[
		'soft in the only hours that are not quiet',
		{
			volumes: [{ from: 600, to: 660, volume: 0 }],
			quiet: [
				{ from: 0, to: 600 },
				{ from: 660, to: 1_440 },
			],
		},
		'volume',
	],
])('%s: whether any call can be heard', (_, part, by) => {
	expect(silencedBy(draftOf({ ...DEFAULT_VOICE, ...part }))).toBe(by);
});
