// Texts of the glass are found again in the dictionary and in the hall, in every language of the kiosk.

import { describe, expect, it } from 'vitest';
import javaneseFile from '../../languages/jv.json' with { type: 'json' };
import { inRegional, type LanguageFile } from '../../shared/words/regional.ts';
import { KIOSK_SECTIONS } from '../../shared/words/regional-check.ts';
import { words } from '../../shared/words/words.ts';
import { busyMorning } from '../fixtures.ts';
import { vocabulary } from './vocabulary.ts';
import { files } from './voice.ts';

const javanese: LanguageFile = javaneseFile;
const DICTIONARIES = {
	id: KIOSK_SECTIONS,
	en: words.en,
	jv: {
		kiosk: inRegional('kiosk', words.id.kiosk, javanese),
		common: inRegional('common', words.id.common, javanese),
		rooms: inRegional('rooms', words.id.rooms, javanese),
		aloud: inRegional('aloud', words.id.aloud, javanese),
	},
};
const { view } = busyMorning;

describe.each(Object.entries(DICTIONARIES))('in %s', (_, { kiosk, common, aloud, rooms }) => {
	const { breaths } = vocabulary({ kiosk, common, aloud, rooms }, view);

	it('a question and a button are one sentence each', () => {
		expect(breaths(kiosk.home.question)).toEqual([['s.kiosk.home.question']]);
		expect(breaths(kiosk.back)).toEqual([['s.kiosk.back']]);
	});

	it('people and minutes are said around their numbers, in the order of the language', () => {
		expect(breaths(kiosk.waiting(12)).flat()).toContain('n.12');
		expect(breaths(kiosk.waiting(12)).flat()).toHaveLength(2);
		const wait = breaths(common.wait({ fromMinutes: 10, toMinutes: 25, basis: 'history' })).flat();
		expect(wait.slice(wait.indexOf('n.10'), wait.indexOf('n.25') + 1)).toEqual(['n.10', 's.aloud.until', 'n.25']);
	});

	it('several counters are all named', () => {
		expect(
			breaths(kiosk.counters([5, 6]))
				.flat()
				.filter((it) => it.startsWith('n.')),
		).toEqual(['n.5', 'n.6']);
	});
});

describe('what the hall has written', () => {
	const { breaths } = vocabulary(KIOSK_SECTIONS, view);
	it('is spoken by its name', () => {
		const [service] = view.services;
		const [agency] = view.agencies;
		expect(breaths(service?.name ?? '')).toEqual([[`service.${service?.id}`]]);
		expect(breaths(agency?.shortName ?? '')).toEqual([[`agency.${agency?.id}`]]);
	});

	it('is found in a line of several things', () => {
		expect(breaths(`${words.id.kiosk.minutes(10)} · ${words.id.kiosk.waiting(3)}`).flat()).toEqual([
			...['n.10', 's.kiosk.minutes~0~2', 'n.3', 's.kiosk.waiting~1~2'],
		]);
		expect(breaths('Karcis sudah dicetak. Silakan ambil karcis Anda.')).toEqual([
			['s.common.slips.printed'],
			['s.kiosk.result.afterSlip.printed'],
		]);
	});

	it('is not spoken where nobody knows it', () => {
		expect(breaths('halo')).toEqual([]);
		expect(breaths('  ')).toEqual([]);
	});

	it('a number and a letter are composed', () => {
		expect([breaths('A-012'), breaths('K'), breaths('7')]).toEqual([[['t.A-012']], [['l.K']], [['n.7']]]);
	});
});

it('a long page is several sounds, and no breath is cut in two', () => {
	const breath = ['s.kiosk.counters~0~0', 'n.5'];
	const all = files(
		Array.from({ length: 20 }, () => breath),
		'id',
	);
	expect(all.length).toBe(2);
	expect(all.every((it) => it.endsWith('n.5'))).toBe(true);
	expect(files([], 'id')).toEqual([]);
});
