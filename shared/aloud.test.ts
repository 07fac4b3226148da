// What the kiosk reads aloud: every text has a name, and a sentence with numbers is split around them.

import { describe, expect, it } from 'vitest';
import { aloudAddress, COMPOSED, hallTexts, pieceName, SPOKEN_NAME, sentenceTexts, spokenSentences } from './aloud.ts';
import { KIOSK_SECTIONS } from './words/regional-check.ts';
import { words } from './words/words.ts';

const { kiosk, common } = words.id;
const sentence = (name: string) => {
	const found = spokenSentences(KIOSK_SECTIONS).find((it) => it.name === name);
	if (!found) throw new Error(`no sentence ${name}`);
	return found;
};

describe('a sentence', () => {
	it('without numbers is spoken whole', () => {
		expect(sentence('kiosk.back').pieces).toEqual([kiosk.back]);
		expect(pieceName(sentence('kiosk.back'), 0)).toBe('s.kiosk.back');
	});

	it('with numbers is spoken in pieces around them', () => {
		const range = sentence('common.wait~2');
		expect(range.pieces).toEqual(['sekitar ', { slot: 'number' }, '–', { slot: 'number' }, ' menit']);
		expect(range.pieces.map((_, at) => pieceName(range, at))).toEqual([
			...['s.common.wait~2~0', null, 's.aloud.until', null, 's.common.wait~2~4'],
		]);
	});

	it('has room for a name, a number of the queue or a time', () => {
		expect(sentence('common.opens~0').pieces).toEqual([common.opens(''), { slot: 'text' }, '']);
		expect(sentence('kiosk.regret.cancelled~0').pieces).toEqual(['Nomor ', { slot: 'text' }, ' sudah dibatalkan']);
	});

	it('has a case of its own where it says something else', () => {
		expect(sentence('kiosk.waiting~0').pieces).toEqual([kiosk.waiting(0)]);
		expect(sentence('common.closed.quota~0').pieces).toEqual([common.closed.quota(null)]);
	});
});

it('names what stands in the hall, and nothing that is not a name', () => {
	const texts = hallTexts({
		zones: [{ number: 2 as never, name: 'Lantai 2' }],
		agencies: [{ id: 'polres' as never, shortName: 'Polres', name: 'Kepolisian Resor' }],
		services: [
			{
				...{ id: 'skck-baru' as never, name: 'SKCK baru', requirements: ['KTP', 'Pasfoto'], product: 'SKCK' },
				fee: { amount: 30_000, text: 'Rp30.000' },
				...{ procedure: ['Bayar PNBP'], complaint: null },
			},
		],
		others: ['Kelahiran anak', ''],
	});
	expect([...texts.values()].slice(-2)).toEqual(['Kelahiran anak', 'Bayar PNBP']);
	expect(texts.get('need.skck-baru.1')).toBe('Pasfoto');
	expect(texts.get('office.polres')).toBe('Kepolisian Resor');
	const names = [...texts.keys(), ...sentenceTexts(KIOSK_SECTIONS).keys()];
	expect(names.filter((it) => !SPOKEN_NAME.test(it))).toEqual([]);
	expect(names.filter((it) => COMPOSED.test(it))).toEqual([]);
	expect(['n.12', 't.A-012', 'l.K'].every((it) => COMPOSED.test(it) && SPOKEN_NAME.test(it))).toBe(true);
	expect(['halo', 's.<b>', 's.a b', 't.', 'x.y', '../s.a'].filter((it) => SPOKEN_NAME.test(it))).toEqual([]);
});

it('an address says breaths and names, and needs no escapes', () => {
	const address = aloudAddress([['s.kiosk.waiting~1~2', 'n.7'], ['service.ktp-baru']], 'id');
	expect(address).toBe('/voice/aloud.wav?lang=id&say=s.kiosk.waiting~1~2,n.7;service.ktp-baru');
	expect(new URL(address, 'http://localhost').searchParams.get('say')?.split(';')).toHaveLength(2);
});
