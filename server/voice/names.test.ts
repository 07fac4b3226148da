// Names of agencies are said as people say them, and made only where nobody recorded them.

import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { INDONESIAN, speak } from './espeak.ts';
import { lexiconOf, makeNames, readableText, readLexicon, sayable, writeLexicon } from './names.ts';
import { findBundled, readPack } from './pack.ts';
import { ownVoice } from './testing/sounds.ts';

const lexicon = readLexicon(findBundled() ?? '');
/** "DPM" as espeak-ng is told it, shortened to the names of the letters. */
const said = (name: string): string => sayable(name, lexicon).replace(/\[\['?|\]\]|'/g, '');

let own = '';
afterEach(() => {
	if (own) rmSync(own, { recursive: true });
	own = '';
});

describe('a name', () => {
	it.each([
		['DPMPTSP', 'de pe Em pe te Es pe'],
		['BPJS Kesehatan', 'be pe dZe Es Kesehatan'],
		['KTP-el', 'ka te pe El'],
		['SIM', 'sim'],
		['SKCK', 'Es ka tSe ka'],
		['Samsat', 'Samsat'],
		['SAMSAT', 'Samsat'],
		['PLN', 'pe El En'],
		['PDAM', 'pe de a Em'],
		['PUPR', 'pe u pe ER'],
		['ATR/BPN', 'a te ER be pe En'],
		['TASPEN', 'taspen'],
		['Kantor Imigrasi Kelas III', 'Kantor Imigrasi Kelas tiga'],
		['Dinas Koperasi, UKM, dan Perdagangan', 'Dinas Koperasi u ka Em dan Perdagangan'],
	])('%s is said "%s"', (name, as) => {
		expect(said(name)).toBe(as);
	});

	it('is said as the hall wants it, word by word or whole, and by whatever it did not change as before', () => {
		own = ownVoice({});
		expect(lexiconOf(findBundled(), own)).toEqual(lexicon);
		writeLexicon(own, { SIM: 'S I M', 'ATR/BPN': 'a te er bepeen' });
		const ours = lexiconOf(findBundled(), own);
		const as = (name: string): string => sayable(name, ours).replace(/\[\['?|\]\]|'/g, '');
		expect([as('Layanan SIM'), as('ATR/BPN'), as('KTP-el')]).toEqual([
			'Layanan Es i Em',
			'a te er bepeen',
			'ka te pe El',
		]);
		writeLexicon(own, {});
		expect(lexiconOf(findBundled(), own)).toEqual(lexicon);
	});

	it('brings no marks of its own', () => {
		expect(sayable('[[s\'a]] <break/> "x" -q\u0000', {})).toBe('s a break x -q');
		expect(sayable('constructor', lexicon)).toBe('constructor');
		expect(sayable('…', lexicon)).toBe('');
	});
});

it('a recording that a hall has is never replaced, and one is made of the others where espeak-ng is installed', async () => {
	own = ownVoice({ 'id/agency-samsat.wav': Buffer.from('our own') });
	const agencies = ['samsat', 'dinkes'].map((id) => ({ clip: `agency-${id}`, text: id }));
	const done = await makeNames(agencies, lexicon, own);
	expect(readFileSync(path.join(own, 'id/agency-samsat.wav'), 'utf8')).toBe('our own');
	const made = path.join(own, 'id/agency-dinkes.wav');
	if ((await speak('a', INDONESIAN, 0)) === null) {
		expect([done, existsSync(made)]).toEqual([null, false]);
	} else {
		expect(done).toEqual({ made: ['agency-dinkes'], kept: ['agency-samsat'], unsayable: [] });
		expect([...readPack('id', { bundled: null, own }).names]).toEqual(['agency-dinkes']);
	}
});

it('a whole sentence keeps its pauses, says money as money, and no mark of espeak-ng comes in with it', () => {
	expect(readableText('Biaya Rp30.000, dibayar di bank.', {})).toBe('Biaya 30000 rupiah, dibayar di bank.');
	expect(readableText('Loket 5 [[x]] “Cetak” <b>', {})).toBe("[[l'okEt]] 5 x Cetak b");
	expect(readableText('Fotokopi KTP', { KTP: 'K T P' })).toBe("Fotokopi [[k'a]] [[t'e]] [[p'e]]");
});
