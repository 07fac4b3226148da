import { describe, expect, it } from 'vitest';
import { plainLayout } from '../../shared/board.ts';
import { type Verdict, verdictsOf } from './verdict.ts';

/** With plain spaces: those that keep a number with its unit look the same. */
const plain = (it: Verdict): Verdict => ({ ...it, sentence: it.sentence.replaceAll('\u00a0', ' ') });
const seen = (diagonalInch: number | null, farthestM: number | null, side: 'none' | 'media' = 'none') =>
	verdictsOf({ ...plainLayout(null), diagonalInch, farthestM, side }, 'landscape', 5)?.map(plain) ?? null;

describe('whether a board can be read', () => {
	it('is not judged before somebody has measured', () => {
		expect(seen(null, 12)).toBeNull();
		expect(seen(55, null)).toBeNull();
	});
	it('passes with the height and how far it reaches', () => {
		const [hero, rows] = seen(55, 15) ?? [];
		expect(hero).toEqual({ passes: true, sentence: 'Nomor besar 164 mm: terbaca sampai 15,3 m – cukup.' });
		expect(rows).toEqual({
			passes: true,
			sentence: 'Nomor di daftar (untuk 70 % bagian depan aula) 62 mm: terbaca sampai 10,5 m – cukup.',
		});
	});
	it('fails with the TV that would do, as TVs are sold, or where to move the seats', () => {
		expect(seen(43, 15)?.[0]).toEqual({
			passes: false,
			sentence:
				'Nomor besar 129 mm: terbaca sampai 11,9 m – kurang: pakai TV 55 inci, atau dekatkan kursi terjauh sampai 11,9 m.',
		});
	});
	it('says of a list for which it is too far how far the farthest seat may be', () => {
		expect(seen(32, 15)?.[1]?.sentence).toBe(
			'Nomor di daftar (untuk 70 % bagian depan aula) 36 mm: terbaca sampai 6,1 m – kurang: pakai TV 55 inci, atau dekatkan kursi terjauh sampai 8,8 m.',
		);
	});
	it('recommends no TV that cannot be bought', () => {
		expect(seen(55, 15, 'media')?.[0]?.sentence).toMatch(/dekatkan kursi terjauh sampai .* m, atau tambah papan\.$/);
	});
	it('never says that a number reaches farther than it does', () => {
		for (const inches of [5, 10, 24, 32, 55, 98])
			for (const metres of [0.5, 3, 8, 15, 40])
				for (const { passes, sentence } of seen(inches, metres) ?? []) {
					const reaches = Number(/sampai ([\d,]+) m/.exec(sentence)?.[1]?.replace(',', '.') ?? 0);
					if (!passes) expect(reaches, sentence).toBeLessThan(metres);
				}
	});
});
