// How calls are spoken: from the words of a hall file to the settings, and back.

import { writeMinute } from '../../shared/day.ts';
import { SECOND } from '../../shared/id.ts';
import { SCHOOLS } from '../../shared/speech.ts';
import { DEFAULT_VOICE, type VoiceSettings } from '../../shared/voice.ts';
import { SCHOOL_NAMES, type VoiceEntry } from './format.ts';
import type { Words } from './json.ts';
import { minute } from './times.ts';

const PERCENT = 100;

export function voiceSettings(it: VoiceEntry = {}): VoiceSettings {
	const { school, desk, english, names, repeatAfterMs, volume } = DEFAULT_VOICE;
	const seconds = it.ulangDetik;
	return {
		school: (it.bacaan && SCHOOLS[SCHOOL_NAMES.indexOf(it.bacaan)]) ?? school,
		desk: it.meja ?? desk,
		english: it.inggris ?? english,
		names: it.namaInstansi ?? names,
		repeatAfterMs: seconds === undefined ? repeatAfterMs : seconds === 0 ? null : seconds * SECOND,
		volume: it.volume === undefined ? volume : it.volume / PERCENT,
		volumes: (it.volumeJam ?? []).map((hours) => ({
			from: minute(hours.mulai),
			to: minute(hours.selesai),
			volume: hours.volume / PERCENT,
		})),
		quiet: (it.jamTenang ?? []).map(({ mulai, selesai }) => ({ from: minute(mulai), to: minute(selesai) })),
	};
}

/** Leaves out (undefined) what is as in every hall whose file says nothing of it; undefined when all of it is. */
export function voiceWords(it: VoiceSettings): Words | undefined {
	const unless = <Value>(same: boolean, value: Value): Value | undefined => (same ? undefined : value);
	const words = {
		bacaan: unless(it.school === DEFAULT_VOICE.school, SCHOOL_NAMES[SCHOOLS.indexOf(it.school)]),
		meja: unless(it.desk === DEFAULT_VOICE.desk, it.desk),
		inggris: unless(it.english === DEFAULT_VOICE.english, it.english),
		namaInstansi: unless(it.names === DEFAULT_VOICE.names, it.names),
		ulangDetik: unless(it.repeatAfterMs === DEFAULT_VOICE.repeatAfterMs, (it.repeatAfterMs ?? 0) / SECOND),
		volume: unless(it.volume === DEFAULT_VOICE.volume, Math.round(it.volume * PERCENT)),
		volumeJam: unless(
			it.volumes.length === 0,
			it.volumes.map(({ from, to, volume }) => ({
				mulai: writeMinute(from),
				selesai: writeMinute(to),
				volume: Math.round(volume * PERCENT),
			})),
		),
		jamTenang: unless(
			it.quiet.length === 0,
			it.quiet.map(({ from, to }) => ({ mulai: writeMinute(from), selesai: writeMinute(to) })),
		),
	};
	return Object.values(words).every((value) => value === undefined) ? undefined : words;
}
