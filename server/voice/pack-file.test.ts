// A voice that goes from one hall to another in one file arrives as it left; a file that somebody made, broke or filled with
// air is refused, with the name of the entry, before it costs anything.

import { type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../shared/day.ts';
import { judge, type PackedClip, readVoiceFile, type VoiceFile, writeVoiceFile } from './pack-file.ts';
import { takeOf } from './take.ts';
import { inRow, silent, sine, wavOf } from './testing/sounds.ts';
import { RATE } from './wav.ts';

const raw = (pitch: number): Buffer =>
	wavOf(inRow(silent(0.2), sine(pitch, 0.4), silent(0.2)), { rate: RATE, channels: 1, tag: 1, bits: 16 });
function tidy(pitch: number): Buffer {
	const take = takeOf(raw(pitch));
	if (typeof take === 'string') throw new Error(take);
	return take.wav;
}
const TIGA: PackedClip = { language: 'id', clip: 'tiga', text: 'tiga', wav: tidy(300) };
const SEVEN: PackedClip = { language: 'en', clip: 'seven', text: 'seven', wav: tidy(400) };
const SAMSAT: PackedClip = { language: 'id', clip: 'agency-samsat', text: 'Samsat', wav: tidy(500) };
const FILE: VoiceFile = {
	hall: 'MPP Kota Palopo',
	day: '2026-11-23' as Day,
	said: { SIM: 'S I M' },
	clips: [TIGA, SEVEN, SAMSAT],
};
const zip = (files: Zippable): Buffer => Buffer.from(zipSync(files, { level: 0 }));
const manifest = Buffer.from(
	JSON.stringify({ kind: 'giliran-voice', version: 1, hall: 'x', day: '2026-11-23', said: {}, texts: {} }),
);
const fault = (file: Buffer) => {
	const read = readVoiceFile(file);
	return read.ok ? 'ok' : [read.fault, read.entry];
};

describe('a voice in one file', () => {
	it('comes out as it went in', () => {
		const read = readVoiceFile(Buffer.from(writeVoiceFile(FILE)));
		if (!read.ok) throw new Error(read.fault);
		const { clips, ...rest } = read.file;
		expect(rest).toEqual({ hall: FILE.hall, day: FILE.day, said: FILE.said });
		for (const it of FILE.clips) {
			const out = clips.find((other) => other.clip === it.clip);
			expect([out?.language, out?.text, Buffer.from(it.wav).equals(out?.wav ?? Buffer.alloc(0))]).toEqual([
				...[it.language, it.text, true],
			]);
		}
	});

	it('is the same bytes for the same recordings, in whatever order they were handed over', () => {
		const again = writeVoiceFile({ ...FILE, clips: [...FILE.clips].reverse() });
		expect(Buffer.from(again).equals(Buffer.from(writeVoiceFile(FILE)))).toBe(true);
	});

	it('may have been packed anew by another program, smaller and with its folders', () => {
		const packed = zipSync({ 'manifest.json': manifest, id: { 'tiga.wav': TIGA.wav } }, { level: 9 });
		expect(fault(Buffer.from(packed))).toBe('ok');
	});
});

describe('a file that is none', () => {
	const good = Buffer.from(writeVoiceFile(FILE));
	/** One byte within the sound of the last clip. */
	const bent = Buffer.from(good);
	bent[bent.length - 2_000] = (bent[bent.length - 2_000] ?? 0) ^ 0xff;
	const many = Object.fromEntries(Array.from({ length: 601 }, (_, i) => [`id/x${i}.wav`, new Uint8Array(1)]));
	it.each([
		['nothing', Buffer.alloc(0), ['not_zip', null]],
		['a WAV file', raw(300), ['not_zip', null]],
		['half of one', good.subarray(0, good.length / 2), ['damaged', null]],
		['the end of one', good.subarray(good.length / 2), ['damaged', null]],
		['with a bent byte', bent, ['damaged', 'id/tiga.wav']],
		['without its list', zip({ 'id/tiga.wav': TIGA.wav }), ['no_manifest', 'manifest.json']],
		[
			'with a list of something else',
			zip({ 'manifest.json': Buffer.from('{"kind":"music"}') }),
			['no_manifest', 'manifest.json'],
		],
		['with a list that is no JSON', zip({ 'manifest.json': Buffer.from('{') }), ['no_manifest', 'manifest.json']],
		['with nothing but a list', zip({ 'manifest.json': manifest }), ['nothing', null]],
		['of 601 files', zip(many), ['too_many', null]],
		...[
			'../tiga.wav',
			'/etc/passwd',
			'id/../../x.wav',
			'C:\\x.wav',
			'id/tiga.wav/x',
			'fr/un.wav',
			'id/TIGA.wav',
			'id/.wav',
			'tiga.wav',
			'id/tiga.exe',
		].map(
			(name) =>
				[`with ${name}`, zip({ 'manifest.json': manifest, [name]: TIGA.wav }), ['strange_entry', name]] as const,
		),
	] as const)('%s', (_, file, why) => {
		expect(fault(Buffer.from(file))).toEqual(why);
	});

	it('with the same clip twice', () => {
		const twice = Buffer.from(zip({ 'manifest.json': manifest, 'id/tiga.wav': TIGA.wav, 'id/tigb.wav': SEVEN.wav }));
		for (let at = twice.indexOf('tigb'); at >= 0; at = twice.indexOf('tigb', at)) twice.write('tiga', at);
		expect(fault(twice)).toEqual(['twice', 'id/tiga.wav']);
	});

	it('full of air is refused by what it says of itself, and stopped where it lied', () => {
		const honest = Buffer.from(
			zipSync({ 'manifest.json': manifest, 'id/tiga.wav': new Uint8Array(41_000_000) }, { level: 1 }),
		);
		expect(fault(honest)).toEqual(['too_large', 'id/tiga.wav']);
		// The same, saying that it is a thousand bytes.
		const at = honest.lastIndexOf('id/tiga.wav') - 46;
		honest.writeUInt32LE(1_000, at + 24);
		const before = process.memoryUsage().arrayBuffers;
		expect(fault(honest)).toEqual(['damaged', 'id/tiga.wav']);
		expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(30_000_000);
		const parts = Object.fromEntries([1, 2, 3].map((n) => [`id/x${n}.wav`, new Uint8Array(14_000_000)]));
		expect(fault(Buffer.from(zipSync({ 'manifest.json': manifest, ...parts }, { level: 1 })))).toEqual([
			'too_large',
			null,
		]);
	});

	it('never breaks the program, whichever byte is wrong', () => {
		const small = Buffer.from(zip({ 'manifest.json': manifest, 'id/tiga.wav': TIGA.wav.subarray(0, 60) }));
		for (let at = 0; at < small.length; at++) {
			for (const bits of [0x01, 0x80, 0xff]) {
				const broken = Buffer.from(small);
				broken[at] = (broken[at] ?? 0) ^ bits;
				expect(() => fault(broken), `byte ${at} ^ ${bits}`).not.toThrow();
			}
		}
	});
});

describe('a recording in it', () => {
	it('is added, replaces ours, is the same, is of nobody here, or cannot be used', () => {
		const silence = wavOf(silent(1), { rate: RATE, channels: 1, tag: 1, bits: 16 });
		const change = (clip: PackedClip, known: boolean, now: Buffer | null) => {
			const it = judge(clip, known, now);
			return [it.change, it.fault, it.wav === null ? null : it.wav.equals(TIGA.wav)];
		};
		expect(change(TIGA, true, null)).toEqual(['add', null, true]);
		expect(change(TIGA, true, tidy(350))).toEqual(['replace', null, true]);
		expect(change(TIGA, true, Buffer.from(TIGA.wav))).toEqual(['same', null, null]);
		expect(change({ ...TIGA, wav: raw(300) }, true, Buffer.from(TIGA.wav))).toEqual(['same', null, null]);
		expect(change(SAMSAT, false, null)).toEqual(['foreign', null, null]);
		expect(change({ ...TIGA, wav: silence }, true, null)).toEqual(['unusable', 'empty', null]);
	});
});
