// Captions say what is spoken, and stay until the visitor is served or missed.

import { describe, expect, it } from 'vitest';
import type { BoardView } from '../../shared/views.ts';
import { busyView, recallView, sixView } from '../fixtures.ts';
import { captionsOf, latestOf } from './captions.ts';

const numbers = (view: BoardView): readonly string[] => captionsOf(view, 'id').map((it) => it.call.number);
const texts = (view: BoardView, reads: 'id' | 'en' = 'id'): readonly string[] =>
	(captionsOf(view, reads)[0]?.sentences ?? []).map((it) => it.text);
const asked = (voice: Partial<BoardView['voice']>): BoardView => ({
	...busyView,
	voice: { ...busyView.voice, ...voice },
});

describe('a caption', () => {
	it('is the sentence as the hall speaks it, in its reading school and its word for a desk', () => {
		expect(texts(busyView)).toEqual(['Nomor antrean A nol dua belas, silakan menuju loket tiga']);
		expect(texts({ ...asked({ school: 'per_digit' }), hall: { ...busyView.hall, desk: 'meja' } })).toEqual([
			'Nomor antrean A nol satu dua, silakan menuju meja tiga',
		]);
	});
	it('of a recall says so', () => {
		expect(texts(recallView)).toEqual(['Panggilan ulang. Nomor antrean A nol dua belas, silakan menuju loket tiga']);
	});
	it('is in English too where the hall speaks it, or the page is read in it', () => {
		const both = [texts(busyView)[0], 'Ticket number A zero one two, please go to counter three'];
		expect(texts(asked({ english: true }))).toEqual(both);
		expect(texts(busyView, 'en')).toEqual(both);
	});
});

describe('the captions', () => {
	it('are of everyone who is being called, newest first, and of nobody else', () => {
		expect(numbers(busyView)).toEqual(['A-012', 'M-017']);
		expect(numbers(sixView)).toHaveLength(8);
		expect(latestOf(busyView).map((it) => it.number)).toEqual(['D-041', 'N-033', 'U-020', 'E-009', 'C-058', 'W-011']);
	});
	it('go when their visitor has come or was missed', () => {
		const come = busyView.calls.map((it) => (it.number === 'A-012' ? { ...it, state: 'serving' as const } : it));
		const missed = come.map((it) => (it.number === 'M-017' ? { ...it, state: 'missed' as const } : it));
		expect(numbers({ ...busyView, calls: come })).toEqual(['M-017']);
		expect(numbers({ ...busyView, calls: missed })).toEqual([]);
	});
});
