// Where the hall stands with its own voice, and what it records next.

import { describe, expect, test } from 'vitest';
import { recording } from './fixtures.ts';
import { groupsOf, nextMissing, orderOf, progressOf, usesPlain } from './order.ts';

const LIST = [
	recording('nol', 'nol', 'own'),
	recording('tujuh', 'tujuh'),
	recording('letter-a', 'A'),
	recording('phrase-number', 'Nomor antrean', 'own'),
	recording('tujuh-end', 'tujuh.'),
	recording('nol-end', 'nol.'),
	recording('notice-prayer', 'Waktu salat telah tiba.'),
	recording('agency-polres', 'Polres', 'nobody'),
	recording('agency-samsat', 'Samsat', 'own'),
	recording('notice-rapat', 'Rapat.', 'nobody'),
];
const clips = (filter: Parameters<typeof groupsOf>[1]) => orderOf(groupsOf(LIST, filter)).map((it) => it.clip);

describe('the list', () => {
	test('begins with what is heard most often', () => {
		expect(groupsOf(LIST, 'all').map((it) => it.kind)).toEqual([
			...['phrase', 'number', 'ending', 'letter', 'agency', 'notice'],
		]);
		expect(clips('all')).toHaveLength(LIST.length);
	});
	test('may be only what is missing, or only the agencies', () => {
		expect(clips('missing')).toEqual([
			...['tujuh', 'tujuh-end', 'nol-end', 'letter-a', 'agency-polres', 'notice-prayer', 'notice-rapat'],
		]);
		expect(clips('names')).toEqual(['agency-polres', 'agency-samsat']);
	});
});

test('what every hall says and what only this one says is counted apart', () => {
	expect(progressOf(LIST)).toEqual({ own: 2, all: 7, named: 1, names: 3, silent: 0 });
	expect(progressOf([])).toEqual({ own: 0, all: 0, named: 0, names: 0, silent: 0 });
});

test('next comes what is missing after this one, then from the top, then nothing', () => {
	const order = orderOf(groupsOf(LIST, 'all'));
	const next = (clip: string | null) => nextMissing(order, clip)?.clip ?? null;
	expect([next(null), next('tujuh'), next('agency-samsat'), next('notice-rapat')]).toEqual([
		...['tujuh', 'tujuh-end', 'notice-prayer', 'tujuh'],
	]);
	const [last] = order.filter((it) => it.from !== 'own');
	expect(nextMissing(last ? [last] : [], last?.clip ?? null)).toBeNull();
	expect(
		nextMissing(
			order.filter((it) => it.from === 'own'),
			null,
		),
	).toBeNull();
});

test('a number at the end is said with the hall’s own voice as soon as it has the one inside', () => {
	const uses = (clip: string) => LIST.filter((it) => it.clip === clip).map((it) => usesPlain(it, { recordings: LIST }));
	expect([uses('nol-end'), uses('tujuh-end'), uses('nol'), uses('agency-polres')]).toEqual([
		...[[true], [false], [false], [false]],
	]);
});
