// A hall's own recordings as files: what is there is there whole, and whatever is done can be taken back.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type OwnVoice, openOwnVoice } from './own.ts';
import { findBundled, readPack } from './pack.ts';
import { takeOf } from './take.ts';
import { ownVoice, sine, wavOf } from './testing/sounds.ts';
import { RATE } from './wav.ts';

const bundled = findBundled();
let folder: string;
let own: OwnVoice;
beforeEach(() => {
	folder = ownVoice({});
	own = openOwnVoice(folder, bundled);
});
afterEach(() => rmSync(folder, { recursive: true }));

function take(pitch: number): Buffer {
	const it = takeOf(wavOf(sine(pitch, 0.4), { rate: RATE, channels: 1, tag: 1, bits: 16 }));
	if (typeof it === 'string') throw new Error(it);
	return it.wav;
}
const [FIRST, SECOND] = [take(300), take(400)];
const save = async (wav: Buffer, clip = 'tiga') => (await own.stage([{ language: 'id', clip, wav }]))();
const now = () => own.read('id', 'tiga', 'now');
const before = () => own.read('id', 'tiga', 'before');
const list = () => own.list(readPack('id', { bundled, own: folder }), [{ clip: 'agency-samsat', text: 'Samsat' }]);
const tiga = () => list().find((it) => it.clip === 'tiga');

it('lists everything there is to record, with what each says and whose it is', async () => {
	expect(tiga()).toMatchObject({ text: 'tiga', from: 'bundled', bundled: true, before: false, broken: false });
	expect(list().at(-1)).toEqual({
		...{ clip: 'agency-samsat', text: 'Samsat', from: 'nobody', ms: null },
		...{ bundled: false, before: false, broken: false },
	});
	expect(list().find((it) => it.clip === 'phrase-loket')?.text).toBe('silakan menuju loket');
	await save(FIRST);
	expect(tiga()).toMatchObject({ from: 'own', ms: 400, before: false });
	writeFileSync(path.join(folder, 'id', 'dua.wav'), 'no sound');
	expect(list().find((it) => it.clip === 'dua')).toMatchObject({ from: 'bundled', broken: true });
});

it('keeps the take before, and swaps the two as often as somebody changes their mind', async () => {
	await save(FIRST);
	expect([now()?.equals(FIRST), before(), own.restore('id', 'tiga')]).toEqual([true, null, false]);
	await save(SECOND);
	expect([now()?.equals(SECOND), before()?.equals(FIRST), tiga()?.before]).toEqual([true, true, true]);
	expect(own.restore('id', 'tiga')).toBe(true);
	expect([now()?.equals(FIRST), before()?.equals(SECOND)]).toEqual([true, true]);
	expect(own.restore('id', 'tiga')).toBe(true);
	expect(now()?.equals(SECOND)).toBe(true);
});

it('gives the word back to the bundled voice, and what was removed can be had again', async () => {
	await save(FIRST);
	expect([own.remove('id', 'tiga'), own.remove('id', 'tiga')]).toEqual([true, false]);
	expect(tiga()).toMatchObject({ from: 'bundled', before: true });
	expect(own.restore('id', 'tiga')).toBe(true);
	expect([now()?.equals(FIRST), before()]).toEqual([true, null]);
});

it('changes nothing before everything is written', async () => {
	await save(FIRST);
	const put = await own.stage([
		{ language: 'id', clip: 'tiga', wav: SECOND },
		{ language: 'en', clip: 'seven', wav: SECOND },
	]);
	expect([now()?.equals(FIRST), own.read('en', 'seven', 'now')]).toEqual([true, null]);
	put();
	expect([now()?.equals(SECOND), own.read('en', 'seven', 'now')?.equals(SECOND)]).toEqual([true, true]);
	await expect(own.stage([{ language: 'id', clip: 'x/y', wav: FIRST }])).rejects.toThrow('ENOENT');
	expect(readdirSync(folder).sort()).toEqual(['en', 'id']);
	expect(readdirSync(path.join(folder, 'id')).sort()).toEqual(['.before', 'tiga.wav']);
});

it('throws away what a crash left half done, and nothing else', async () => {
	await save(FIRST);
	mkdirSync(path.join(folder, '.aside-x'));
	writeFileSync(path.join(folder, '.aside-x', 'id dua.wav'), 'half');
	writeFileSync(path.join(folder, 'lexicon.json'), '{}');
	openOwnVoice(folder, bundled);
	expect(readdirSync(folder).sort()).toEqual(['id', 'lexicon.json']);
	expect(readFileSync(path.join(folder, 'id', 'tiga.wav')).equals(FIRST)).toBe(true);
});
