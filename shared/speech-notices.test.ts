// A desk that pauses is said so that nobody goes to the wrong one.

import { expect, it } from 'vitest';
import type { CounterNumber } from './id.ts';
import { isNameClip } from './speech.ts';
import { NOTICE_CLIPS, noticeBreaths, ownNoticeClip } from './speech-notices.ts';
import { PACK_CLIPS } from './voice.ts';

const said = (elsewhere: readonly number[], counter = 3, prefix = 'A'): readonly string[] =>
	noticeBreaths(
		{ kind: 'break', counter: counter as CounterNumber, prefix, elsewhere: elsewhere as CounterNumber[] },
		'loket',
	).map((words) => words.map((it) => it.replace(/^(phrase|letter)-/, '')).join(' '));

it.each([
	[[1], ['desk-loket tiga break', 'queue a served-at desk-loket satu']],
	[
		[1, 2],
		['desk-loket tiga break', 'queue a served-at desk-loket satu and dua'],
	],
	[
		[20, 1, 12],
		['desk-loket tiga break', 'queue a served-at desk-loket dua puluh', 'satu', 'and dua belas'],
	],
	[
		[1, 2, 4, 5, 6],
		['desk-loket tiga break', 'queue a served-at desk-loket others'],
	],
	[[], ['desk-loket tiga break', 'number a still-valid']],
])('with %j open besides', (elsewhere, breaths) => {
	expect(said(elsewhere)).toEqual(breaths);
});

it('a line of two letters, a desk of three digits, and a meja that closes', () => {
	expect(said([], 999, 'BZ')[1]).toBe('number be zet still-valid');
	const meja = noticeBreaths({ kind: 'closed', counter: 120 as CounterNumber, prefix: 'C', elsewhere: [] }, 'meja');
	expect(meja[0]).toEqual(['phrase-desk-meja', 'seratus', 'dua', 'puluh', 'phrase-closed']);
});

it('whatever is said stands in the list of recordings', () => {
	const known = new Set(PACK_CLIPS.id);
	for (const desk of ['loket', 'meja', 'ruang'] as const)
		for (const kind of ['break', 'closed'] as const)
			for (const elsewhere of [[], [1], [1, 2], [1, 2, 4], [1, 2, 4, 5, 6]] as CounterNumber[][])
				for (const words of noticeBreaths({ kind, counter: 3 as CounterNumber, prefix: 'A', elsewhere }, desk))
					expect(words.filter((it) => !known.has(it))).toEqual([]);
	for (const kind of ['closing', 'prayer', 'gratification'] as const)
		expect(
			noticeBreaths({ kind }, 'loket')
				.flat()
				.every((it) => known.has(it)),
		).toBe(true);
	expect(new Set(NOTICE_CLIPS).size).toBe(NOTICE_CLIPS.length);
});

it('a hall’s own notice has a recording of its own, and none that every pack has', () => {
	expect(noticeBreaths({ kind: 'own', id: 'kupon' }, 'loket')).toEqual([['notice-kupon']]);
	expect(isNameClip(ownNoticeClip('kupon'))).toBe(true);
	for (const id of ['prayer', 'closing', 'gratification', 'own', '', '../x', 'A', 'x'.repeat(41)])
		expect(isNameClip(`notice-${id}`), id).toBe(false);
});
