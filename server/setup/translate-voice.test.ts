// How calls are spoken, as a hall file says it, and back.

import { expect, test } from 'vitest';
import { DEFAULT_VOICE } from '../../shared/voice.ts';
import type { VoiceEntry } from './format.ts';
import { voiceSettings, voiceWords } from './translate-voice.ts';

test('a file that says nothing of it gets the usual voice, and gives nothing back', () => {
	expect(voiceSettings()).toEqual(DEFAULT_VOICE);
	expect(voiceWords(DEFAULT_VOICE)).toBeUndefined();
});

test.each<VoiceEntry>([
	{ bacaan: 'tanpa_nol' },
	{ bacaan: 'per_angka', meja: 'ruang' },
	{ inggris: true, namaInstansi: false },
	{ ulangDetik: 0 },
	{ ulangDetik: 20, volume: 35 },
	{ volume: 0 },
	{ volumeJam: [{ mulai: '12:00', selesai: '13:00', volume: 35 }] },
	{ volume: 57, volumeJam: [{ mulai: '00:00', selesai: '24:00', volume: 0 }] },
	{ jamTenang: [{ mulai: '11:55', selesai: '12:10' }] },
])('%j comes back as it was', (entry) => {
	const back = voiceWords(voiceSettings(entry));
	expect(Object.fromEntries(Object.entries(back ?? {}).filter(([, it]) => it !== undefined))).toEqual(entry);
});

test('what is said in the hall’s words is meant in ours', () => {
	expect(voiceSettings({ bacaan: 'tanpa_nol', ulangDetik: 0, volume: 50 })).toMatchObject({
		school: 'without_zeros',
		repeatAfterMs: null,
		volume: 0.5,
	});
});
