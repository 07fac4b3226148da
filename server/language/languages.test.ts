// Language files: what comes with the program, a hall's own over it, and none that could spoil a screen.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findLanguages, openLanguages, readLanguage } from './languages.ts';

let own: string;
beforeEach(() => {
	own = mkdtempSync(path.join(tmpdir(), 'giliran-languages-'));
});
afterEach(() => rmSync(own, { recursive: true }));

const bundled = findLanguages();
const write = (name: string, file: unknown): void =>
	writeFileSync(path.join(own, name), typeof file === 'string' ? file : JSON.stringify(file));
const open = () => {
	const told: string[] = [];
	return { languages: openLanguages({ bundled, own }, (it) => told.push(it)), told };
};
const sundanese = { code: 'su', name: 'Basa Sunda', sentences: { kiosk: { back: 'Balik' } } };

it('Javanese comes with the program, whole, and waits for a native speaker', () => {
	const { languages, told } = open();
	expect(languages.facts(['jv', 'su'])).toEqual([{ code: 'jv', name: 'Basa Jawa', reviewed: false }]);
	expect(told).toEqual([]);
});

it('a hall adds a language of its own, and is told that it lacks sentences', () => {
	write('su.json', { ...sundanese, reviewed: true });
	const { languages, told } = open();
	expect(languages.facts(['su', 'jv']).map((it) => [it.name, it.reviewed])).toEqual([
		['Basa Sunda', true],
		['Basa Jawa', false],
	]);
	expect(told).toEqual([expect.stringMatching(/^The language su has \d+ sentences to mend/)]);
});

it('a hall says one sentence otherwise, and the rest as before; cases of a sentence are never mixed', () => {
	write('jv.json', {
		...{ code: 'jv', name: 'Boso Jowo', reviewed: true },
		sentences: { kiosk: { back: 'Mbalik', waiting: { '': '{people} ngenteni' } } },
	});
	const { languages } = open();
	const kiosk = languages.file('jv')?.sentences.kiosk as Record<string, unknown>;
	expect([kiosk.back, kiosk.waiting, kiosk.closed]).toEqual(['Mbalik', { '': '{people} ngenteni' }, 'Tutup']);
	expect(languages.facts(['jv'])[0]).toEqual({ code: 'jv', name: 'Boso Jowo', reviewed: true });
});

it.each<readonly [string, string, unknown]>([
	['not_json', 'su.json', '{'],
	['not_object', 'su.json', '[]'],
	['code', 'id.json', { ...sundanese, code: 'id' }],
	['code', 'su.json', { ...sundanese, code: '../su' }],
	['name', 'su.json', { ...sundanese, name: ' ' }],
	['name', 'su.json', { ...sundanese, name: 'x'.repeat(41) }],
	['sentences', 'su.json', { ...sundanese, sentences: 'x' }],
	['unprintable', 'su.json', { ...sundanese, sentences: { kiosk: { back: 'a\u202eb' } } }],
])('a file with the fault %s is told about and left out', (fault, name, file) => {
	expect(readLanguage(typeof file === 'string' ? file : JSON.stringify(file))).toEqual({ ok: false, fault });
	write(name, file);
	const { languages, told } = open();
	expect(told).toEqual([expect.stringContaining(`languages/${name} cannot be used`)]);
	expect(languages.file('su')).toBeNull();
});

it('a file under another name, or too large, is left out too', () => {
	write('sunda.json', sundanese);
	write('su.json', `${' '.repeat(300_001)}${JSON.stringify(sundanese)}`);
	const { languages, told } = open();
	expect(languages.file('su')).toBeNull();
	expect(told).toHaveLength(2);
});
