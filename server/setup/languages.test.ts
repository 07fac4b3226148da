// Regional languages in a hall file, and the check of a language file on the command line.

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findLanguages } from '../language/languages.ts';
import { checkHall } from './check.ts';
import { DONE, type ExitCode, REFUSED } from './commands.ts';
import type { HallEntry } from './format.ts';
import { LANGUAGE_COMMANDS } from './language-commands.ts';
import { SetupRefused } from './refused.ts';
import { sample, sampleWith } from './sample.fixture.ts';
import { hallSettings, hallWords } from './translate-hall.ts';

it('a hall picks its languages, and an export gives them back', () => {
	const chosen: HallEntry = { ...sample().aula, bahasaDaerah: ['jv', 'bug'] };
	const settings = hallSettings(chosen);
	expect(settings.languages).toEqual(['jv', 'bug']);
	expect(hallWords(settings).bahasaDaerah).toEqual(['jv', 'bug']);
	const none = hallSettings({ ...chosen, bahasaDaerah: undefined });
	expect([none.languages, hallWords(none).bahasaDaerah]).toEqual([[], undefined]);
});

it.each([
	[['id'], 'aula.bahasaDaerah[0]'],
	[['Jawa'], 'aula.bahasaDaerah[0]'],
	[['jv', 'jv'], 'aula.bahasaDaerah[1]'],
	[['jv', 'su', 'bug', 'mak'], 'aula.bahasaDaerah'],
	['jv', 'aula.bahasaDaerah'],
])('%j is refused at its place', (bahasaDaerah, place) => {
	expect(checkHall(sampleWith({ 'aula.bahasaDaerah': bahasaDaerah })).faults.map((it) => it.path)).toEqual([place]);
});

async function check(text: string | null): Promise<{ readonly code: ExitCode; readonly told: readonly string[] }> {
	const told: string[] = [];
	const code = await LANGUAGE_COMMANDS['language check']?.({
		...{ typed: {}, file: 'jv.json', at: 0 },
		terminal: {
			dataFolder: '',
			read: () => text,
			write: () => false,
			print: () => undefined,
			tell: (line) => told.push(line),
		},
	});
	return { code: code ?? REFUSED, told };
}
const javanese = readFileSync(`${findLanguages()}/jv.json`, 'utf8');

it('a whole language file is said to be whole, and still waiting for a native speaker', async () => {
	expect(await check(javanese)).toEqual({ code: DONE, told: ['Basa Jawa: lengkap. Belum ditinjau penutur asli.'] });
});

it('each sentence that is missing, too many or wrong is named', async () => {
	const file = JSON.parse(javanese);
	delete file.sentences.kiosk.back;
	file.sentences.kiosk.minutes = '{menit} menit';
	file.sentences.kiosk.extra = 'x';
	const { code, told } = await check(JSON.stringify({ ...file, reviewed: true }));
	expect(code).toBe(REFUSED);
	expect(told).toEqual([
		'  kiosk.minutes: nama {menit} tidak dikenal pada kalimat ini.',
		'  kiosk.back: belum diterjemahkan.',
		'  kiosk.extra: tidak dipakai di kios; periksa namanya.',
		'Basa Jawa: 3 hal perlu dibenahi; yang belum ada tampil dalam bahasa Indonesia. Sudah ditinjau penutur asli.',
	]);
});

it('a file that is none is refused with the reason', async () => {
	await expect(check('{')).rejects.toThrow(/bukan JSON/);
	await expect(check(null)).rejects.toThrow(SetupRefused);
});
