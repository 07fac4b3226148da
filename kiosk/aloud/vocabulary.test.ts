// Texts of the glass are found again in the dictionary and in the hall, in every language of the kiosk.

import { describe, expect, it } from 'vitest';
import javaneseFile from '../../languages/jv.json' with { type: 'json' };
import { instantOf, readDay } from '../../shared/day.ts';
import { DESK_WORDS } from '../../shared/speech.ts';
import { inRegional, type LanguageFile } from '../../shared/words/regional.ts';
import { KIOSK_SECTIONS } from '../../shared/words/regional-check.ts';
import { words } from '../../shared/words/words.ts';
import { busyMorning, morning } from '../fixtures.ts';
import { UNREADABLE, vocabulary } from './vocabulary.ts';
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

	it('one of something is said, whatever its form', () => {
		const { completionUnits } = common;
		const aDay = kiosk.service.completionIn(1, completionUnits.hari_kerja);
		for (const one of [aDay, kiosk.waiting(1), common.ahead(1), kiosk.search.found(1), kiosk.idle.left(1)])
			expect(breaths(one).flat(), one).not.toContain('s.aloud.staff');
	});

	it('people and minutes are said around their numbers, in the order of the language', () => {
		expect(breaths(kiosk.waiting(12)).flat()).toContain('n.12');
		expect(breaths(kiosk.waiting(12)).flat()).toHaveLength(2);
		const wait = breaths(common.wait({ fromMinutes: 10, toMinutes: 25, basis: 'history' })).flat();
		expect(wait.slice(wait.indexOf('n.10'), wait.indexOf('n.25') + 1)).toEqual(['n.10', 's.aloud.until', 'n.25']);
	});

	it.each([
		[0, ['s.aloud.sharp']],
		[5, ['n.0', 'n.5']],
		[30, ['n.30']],
	])('a day and an hour are said, minute %i too', (minute, rest) => {
		const day = readDay('2026-11-30');
		if (day === null) throw new Error('no day');
		const opens = instantOf(day, 8 * 60 + minute, 'Asia/Makassar');
		const hour = ['s.aloud.clock', 'n.8', ...rest];
		expect(breaths(common.opens(common.time.when(opens, morning, 'Asia/Makassar'))).flat()).toEqual([
			...['s.common.opens~0~0', 's.aloud.weekdays.monday', 'n.30', 's.aloud.months.11', ...hour],
		]);
		expect(breaths(common.opens(common.time.when(opens, opens, 'Asia/Makassar'))).flat()).toEqual([
			...['s.common.opens~0~0', ...hour],
		]);
	});

	it.each(DESK_WORDS)('several counters are all named: %s', (desk) => {
		expect(
			breaths(kiosk.counters([5, 6], desk))
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

	it('is said to be there where nobody knows it', () => {
		expect(breaths('halo')).toEqual([UNREADABLE]);
		expect(breaths(words.id.kiosk.result.againAt('Kios 9')).flat()).toContain('s.aloud.onGlass');
		expect(['  ', ' · ', '…'].flatMap(breaths)).toEqual([]);
	});

	it('is said within the sentence that is about it', () => {
		const [service] = view.services;
		expect(breaths(words.id.kiosk.basket.removeNamed(service?.name ?? ''))).toEqual([
			['s.kiosk.basket.removeNamed~0~0', `service.${service?.id}`],
		]);
		expect(breaths(words.id.kiosk.regret.cancelled('C-012'))).toEqual([
			['s.kiosk.regret.cancelled~0~0', 't.C-012', 's.kiosk.regret.cancelled~0~2'],
		]);
		expect(breaths(words.id.kiosk.regret.called(words.id.common.counter(6, 'loket'))).flat()).toContain('n.6');
	});

	it('several sentences in one text are all said, also where one of them is made of two', () => {
		const { slips } = words.id.common;
		const { afterSlip, closesIn } = words.id.kiosk.result;
		expect(breaths(`${slips.unconfirmed}. ${afterSlip.unconfirmed} ${afterSlip.queued}`)).toEqual([
			['s.common.slips.unconfirmed'],
			['s.kiosk.result.afterSlip.unconfirmed'],
			['s.kiosk.result.afterSlip.queued'],
		]);
		expect(breaths(closesIn(3)), 'what changes every second').toEqual([UNREADABLE]);
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
