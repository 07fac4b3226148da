// What a kiosk says when it reads its screens aloud: sentences that come with the program, numbers from the hall's voice, the
// hall's own recordings first; and what nobody can say is left out.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { sentenceTexts } from '../../shared/aloud.ts';
import { KIOSK_SECTIONS } from '../../shared/words/regional-check.ts';
import { openAloud } from './aloud.ts';
import { findBundled, readPack } from './pack.ts';
import { readWav, seconds, writeSmallWav, writeWav } from './wav.ts';

const bundled = findBundled();
const own = mkdtempSync(path.join(tmpdir(), 'giliran-aloud-'));
afterAll(() => rmSync(own, { recursive: true }));
const lexicon = JSON.parse(readFileSync(path.join(bundled ?? '', 'lexicon.json'), 'utf8')).said;
const TEXTS = new Map([...sentenceTexts(KIOSK_SECTIONS), ['service.nib', 'NIB']]);

const openIn = (folder: string | null) =>
	openAloud({
		folders: { bundled, own: folder },
		pack: (language) => readPack(language, { bundled, own: folder }),
		lexicon: () => lexicon,
		warn: (sentence) => {
			throw new Error(sentence);
		},
	});
const lengthOf = async (breaths: readonly (readonly string[])[], folder: string | null = null): Promise<number> =>
	(await openIn(folder).say(breaths, 'id', () => TEXTS, 'with_zeros')).ms;

/** An ordinary visit, whether espeak-ng is installed or not. */
const NEEDED = [
	...['s.aloud.begun', 's.aloud.choice', 's.aloud.of', 's.aloud.onceMore', 's.aloud.until', 's.aloud.unavailable'],
	...['s.kiosk.home.question', 's.kiosk.agency.question', 's.kiosk.back', 's.kiosk.take.one', 's.kiosk.waiting~1~2'],
	...['s.kiosk.result.yours', 's.kiosk.result.where', 's.kiosk.counters~0~0', 's.kiosk.priority.question'],
	...['s.aloud.staff', 's.aloud.weekdays.monday', 's.aloud.months.11', 's.aloud.clock', 's.common.opens~0~0'],
	...['s.common.refusal~0', 's.kiosk.regret.cancel', 's.common.closed.quota~0'],
	...['s.common.headStarts.elderly', 's.common.wait~2~0', 's.kiosk.idle.question', 's.kiosk.idle.stay'],
];

it.each(NEEDED)('%s comes with the program', async (name) => {
	// What is read from the bundled files needs no folder to be kept in; the text itself tells which file.
	const known = await openIn(null).prepare('id', [TEXTS.get(name) ?? '']);
	expect(known).toEqual({ made: 0, kept: 1 });
});

it('a sentence and a number are one breath, and two breaths take longer', async () => {
	const [people, twelve, both] = await Promise.all([
		lengthOf([['s.kiosk.waiting~1~2']]),
		lengthOf([['n.12']]),
		lengthOf([['n.12', 's.kiosk.waiting~1~2']]),
	]);
	expect(both).toBeGreaterThan(Math.max(people, twelve));
	expect(await lengthOf([['n.12'], ['s.kiosk.waiting~1~2']])).toBeGreaterThan(both);
});

it('a ticket number is said with its letters, in both languages', async () => {
	expect(await lengthOf([['t.A-012']])).toBeGreaterThan(await lengthOf([['n.12']]));
	const english = await openIn(null).say([['t.A-012']], 'en', () => TEXTS, 'with_zeros');
	expect(english.ms).toBeGreaterThan(1_000);
});

it('for what nobody can say whole the visitor is told that staff help, once, and the rest is said', async () => {
	const choice = ['s.aloud.choice', 'n.3', 's.aloud.of', 'n.6'];
	expect(await lengthOf([['service.unheard', 'n.12'], ['service.unheard'], choice])).toBe(
		await lengthOf([['s.aloud.staff'], choice]),
	);
});

it('the hall’s own recording of a sentence wins', async () => {
	const second = Float32Array.from({ length: 4 * 22_050 }, (_, i) => Math.sin(i / 20) / 4);
	mkdirSync(path.join(own, 'id', 'aloud'), { recursive: true });
	writeFileSync(path.join(own, 'id', 'aloud', 'kiosk.back.wav'), writeWav(second));
	expect(await lengthOf([['s.kiosk.back']], own)).toBeGreaterThan(4_000);
	expect(await lengthOf([['s.kiosk.back']])).toBeLessThan(3_000);
});

it('a whole sentence is kept in half the bytes, as long as before', () => {
	const tone = Float32Array.from({ length: 22_050 }, (_, i) => Math.sin(i / 30) / 2);
	const small = writeSmallWav(tone);
	expect(small.length).toBeLessThan(writeWav(tone).length * 0.51);
	const read = readWav(small);
	if (!read.ok) throw new Error(read.fault);
	expect(Math.abs(seconds(read.samples) - 1)).toBeLessThan(0.001);
	expect(Math.max(...read.samples)).toBeCloseTo(0.5, 1);
});
