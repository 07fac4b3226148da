// A language from a file: whatever stands in it, every sentence of the kiosk says something; and the Javanese that comes with
// the program says everything.

import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { common } from './id/common.ts';
import { kiosk } from './id/kiosk.ts';
import { PARAMETER_PARTS, SENTENCE_PARAMETERS } from './parameters.ts';
import { inRegional, type LanguageFile, TIME_PATH } from './regional.ts';
import { KIOSK_SECTIONS, languageFaults } from './regional-check.ts';

const folder = new URL('../../languages/', import.meta.url);
const bundled = readdirSync(folder).map((name): readonly [string, LanguageFile] => [
	name,
	JSON.parse(readFileSync(new URL(name, folder), 'utf8')),
]);
const file = (sentences: Record<string, unknown>): LanguageFile => ({
	...{ code: 'xx', name: 'Basa', reviewed: false, sentences },
});
const inKiosk = (sentences: unknown) => inRegional('kiosk', kiosk, file({ kiosk: sentences }));
const inCommon = (sentences: unknown) => inRegional('common', common, file({ common: sentences }));

/** Every sentence of the kiosk by its place. */
function sentences(it: unknown, path: string): readonly (readonly [path: string, sentence: unknown])[] {
	if (typeof it !== 'object' || it === null) return [[path, it]];
	return Object.entries(it).flatMap(([name, part]) => sentences(part, path === '' ? name : `${path}.${name}`));
}
const functions = sentences(KIOSK_SECTIONS, '').flatMap(([path, it]) =>
	typeof it === 'function' && !path.startsWith(TIME_PATH) ? [[path, it] as const] : [],
);

describe('a sentence of a file', () => {
	it('is text, with the names of what it speaks about in braces', () => {
		const said = inKiosk({ back: 'Wangsul', minutes: '{minutes} menit ing loket' });
		expect([said.back, said.minutes(1_250)]).toEqual(['Wangsul', '1.250 menit ing loket']);
	});

	it('may have cases, of which the first that holds is said', () => {
		const said = inKiosk({ waiting: { 'people=0': 'Boten wonten', '': '{people} ngentosi' } });
		expect([said.waiting(0), said.waiting(10)]).toEqual(['Boten wonten', '10 ngentosi']);
	});

	it('can speak of parts, of nothing, and compare one thing with another', () => {
		const { wait, closed } = inCommon({
			wait: {
				'range.basis=history & range.fromMinutes={range.toMinutes}': 'watawis {range.toMinutes}',
				'': '{range.fromMinutes}–{range.toMinutes}',
			},
			closed: { holiday: { 'note=': 'Prèi', '': 'Prèi: {note}' } },
		});
		expect(wait({ fromMinutes: 5, toMinutes: 5, basis: 'history' })).toBe('watawis 5');
		expect(wait({ fromMinutes: 5, toMinutes: 9, basis: 'history' })).toBe('5–9');
		expect([closed.holiday(null), closed.holiday('Natal')]).toEqual(['Prèi', 'Prèi: Natal']);
	});

	it('speaks of a list by its first, its last and those before', () => {
		const { counters } = inKiosk({
			counters: {
				'counters.before=': 'Loket {counters}',
				'counters.count=2': '{counters.first} utawi {counters.last}',
				'': '{counters.before}, utawi {counters.last}',
			},
		});
		expect([[7], [7, 8], [7, 8, 9]].map((numbers) => counters(numbers, 'loket'))).toEqual([
			'Loket 7',
			'7 utawi 8',
			'7, 8, utawi 9',
		]);
	});

	it('names days and months in its own words', () => {
		const { time } = inCommon({
			time: {
				weekdays: 'Ngahad Senèn Selasa Rebo Kemis Jemuwah Setu',
				months: 'Januari Fèbruari Maret April Mèi Juni Juli Agustus Sèptèmber Oktober Novèmber Dhésèmber',
				...{ second: 'dtk', minute: 'mnt', hour: 'j' },
			},
		});
		expect(time.date('2026-11-27' as never)).toBe('Jemuwah, 27 Novèmber 2026');
		expect(time.span(3_900_000)).toBe('1 j 05 mnt');
	});

	it.each([[undefined], [null], [7], [[]], [{}], [''], [{ 'people=0': 3 }], [{ 'nobody=1': 'x' }]])(
		'that is %j is said in Indonesian',
		(waiting) => {
			expect(inKiosk({ waiting }).waiting(3)).toBe('3 menunggu');
			expect(inKiosk({ back: waiting === '' ? '' : [waiting] }).back).toBe('Kembali');
		},
	);
});

it('whatever a file holds, every sentence says what is text', () => {
	const shape = { kiosk, common };
	fc.assert(
		fc.property(fc.json({ maxDepth: 4 }), fc.constantFrom(...functions.map(([path]) => path)), (json, place) => {
			const [section = '', ...rest] = place.split('.');
			// The same anything at every depth of the place.
			const nested = [...rest].reverse().reduce<unknown>((inner, name) => ({ [name]: inner }), JSON.parse(json));
			const said = inRegional(section, KIOSK_SECTIONS, file({ [section]: nested }));
			expect(Object.keys(said)).toEqual(Object.keys(KIOSK_SECTIONS));
			const { waiting, back } = inRegional('kiosk', shape.kiosk, file({ kiosk: nested }));
			expect([typeof waiting(3), typeof back]).toEqual(['string', 'string']);
		}),
		{ numRuns: 300 },
	);
});

describe('the names in sentences', () => {
	it('are given for every sentence of the kiosk that needs more than words', () => {
		const missing = functions.filter(([path, it]) => SENTENCE_PARAMETERS[path]?.length !== it.length);
		// A sentence that leaves out what it is handed still has a name for it.
		expect(missing.filter(([path, it]) => (SENTENCE_PARAMETERS[path]?.length ?? -1) < it.length)).toEqual([]);
	});

	it('belong to sentences that there are', () => {
		const known = new Set(functions.map(([path]) => path));
		expect(Object.keys(SENTENCE_PARAMETERS).filter((path) => !known.has(path))).toEqual([]);
		const names = new Set(Object.values(SENTENCE_PARAMETERS).flat());
		expect(Object.keys(PARAMETER_PARTS).filter((name) => !names.has(name))).toEqual([]);
	});
});

describe('the check', () => {
	it('names what is missing, what nobody reads, and what a sentence does not know', () => {
		const faults = languageFaults({
			kiosk: {
				back: '',
				waiting: { 'people=0': '-' },
				minutes: '{menit} menit',
				close: 'x',
				home: 'x',
			},
			common: { time: {} },
		});
		expect(faults).toContainEqual({ path: 'kiosk.back', kind: 'missing' });
		expect(faults).toContainEqual({ path: 'kiosk.waiting', kind: 'no_default' });
		expect(faults).toContainEqual({ path: 'kiosk.minutes', kind: 'unknown_name', name: 'menit' });
		expect(faults).toContainEqual({ path: 'kiosk.close', kind: 'extra' });
		expect(faults).toContainEqual({ path: 'kiosk.home', kind: 'shape' });
		expect(faults).toContainEqual({ path: 'common.time.weekdays', kind: 'missing' });
		expect(faults).toContainEqual({ path: 'rooms.question', kind: 'missing' });
	});

	it.each(bundled)('finds nothing wrong with %s', (name, { code, sentences: all }) => {
		expect(name).toBe(`${code}.json`);
		expect(languageFaults(all)).toEqual([]);
	});
});
