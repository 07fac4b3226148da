import { expect, test } from 'vitest';
import { openInMemory } from '../store/open.ts';
import { officers } from '../store/schema.ts';
import { importHall } from './import.ts';
import { addOfficer, type NewOfficer } from './officers.ts';
import { SetupRefused } from './refused.ts';
import { SAMPLE_TEXT, sample } from './sample.fixture.ts';

const MORNING = Date.parse('2026-11-23T08:00:00+08:00');
const store = openInMemory();
importHall(store, SAMPLE_TEXT, MORNING);
// Dinsos has left the hall, and counter 9 is gone.
const smaller = sample();
smaller.instansi = smaller.instansi.filter((it) => it.id !== 'dinsos');
for (const agency of smaller.instansi) agency.loket = agency.loket.filter((it) => it.nomor !== 9);
importHall(store, smaller, MORNING);

const nurhayati: NewOfficer = {
	username: 'nurhayati',
	name: 'Nurhayati',
	pinHash: 'hash',
	place: { agencyId: 'dinkes', counter: 12 },
};
addOfficer(store, nurhayati);

test.each<[string, Partial<NewOfficer>, RegExp, boolean]>([
	['a username that was ever used', { username: 'nurhayati' }, /sudah dipakai/, false],
	['an unknown agency', { place: { agencyId: 'dinas', counter: null } }, /Instansi "dinas" tidak ada/, false],
	['an agency that has left', { place: { agencyId: 'dinsos', counter: null } }, /Instansi "dinsos" tidak ada/, false],
	['an unknown counter', { place: { agencyId: 'dinkes', counter: 99 } }, /Loket 99 tidak ada/, false],
	['a counter that is gone', { place: { agencyId: 'disdukcapil', counter: 9 } }, /Loket 9 tidak ada/, false],
	["another agency's counter", { place: { agencyId: 'dinkes', counter: 1 } }, /milik instansi "dpmptsp"/, false],
	['a username nobody can type', { username: 'Pak Budi' }, /huruf kecil/, true],
	['a username of two letters', { username: 'ab' }, /huruf kecil/, true],
	['an empty name', { name: ' ' }, /Nama harus diisi/, true],
	['a name that fills the screen', { name: 'x'.repeat(121) }, /Nama harus diisi/, true],
	['a name that rings', { name: 'Budi\u0007' }, /Nama harus diisi/, true],
])('an officer is refused: %s', (_, changes, text, usage) => {
	const add = () => addOfficer(store, { ...nurhayati, username: 'baru', ...changes });
	expect(add).toThrow(SetupRefused);
	expect(add).toThrow(text);
	expect(add).toThrow(expect.objectContaining({ usage }));
	expect(store.tables.select().from(officers).all()).toHaveLength(1);
});

test('an officer without a counter of their own may sit anywhere in the agency', () => {
	const id = addOfficer(store, { ...nurhayati, username: 'keliling', place: { agencyId: 'dpmptsp', counter: null } });
	expect(
		store.tables
			.select()
			.from(officers)
			.all()
			.find((it) => it.id === id),
	).toMatchObject({
		role: 'officer',
		agencyId: 'dpmptsp',
		counter: null,
	});
});
