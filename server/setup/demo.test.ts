import { expect, test } from 'vitest';
import { availability } from '../../shared/availability.ts';
import type { AgencyId, CounterNumber } from '../../shared/id.ts';
import { readCatalogue } from '../store/catalogue.ts';
import { openInMemory } from '../store/open.ts';
import { journal, officers } from '../store/schema.ts';
import { checkHall } from './check.ts';
import { demoUsername, makeDemoHall, readDemoHall } from './demo.ts';
import { DEMO_PIN } from './demo-pin.ts';
import { exportText } from './export.ts';
import { sampleWith } from './sample.fixture.ts';

const SUNDAY_NIGHT = Date.parse('2026-11-22T23:59:59+08:00');
const FREE = { issued: 0, quota: null, needsPresence: false, officerPresent: false };

function demo() {
	const store = openInMemory();
	makeDemoHall(store, readDemoHall(), 'hash', SUNDAY_NIGHT);
	const catalogue = readCatalogue(store.tables);
	if (!catalogue) throw new Error('no hall');
	return { store, catalogue };
}

test('the demo hall has no fault, nothing to warn of, and says that it is an example', () => {
	expect(checkHall(JSON.parse(readDemoHall()))).toEqual({ faults: [], warnings: [] });
	const { settings } = demo().catalogue;
	expect(settings).toMatchObject({
		name: 'Mal Pelayanan Publik Kota Palopo (contoh)',
		demo: true,
		needsPresence: false,
	});
	expect(settings.runningText).toMatch(/contoh/);
	const { pledge, facilities, rooms, notices } = settings.board;
	expect([pledge.length > 0, facilities.length, rooms.map((it) => it.name), notices.map((it) => it.kind)]).toEqual([
		true,
		6,
		['Ruang laktasi', 'Ruang bermain anak'],
		['closing', 'prayer', 'gratification'],
	]);
});

test('it can be tried at any hour of any day, but the immigration office keeps its own', () => {
	const { catalogue } = demo();
	const closed = catalogue.agencies.filter(
		(agency) => !availability(catalogue.calendar(agency), FREE, SUNDAY_NIGHT).open,
	);
	expect(closed.map((it) => it.id)).toEqual(['imigrasi']);
	expect(catalogue.agency('imigrasi' as AgencyId)).toMatchObject({ days: [2, 4], dailyQuota: 20, lastIntake: 720 });
});

test('every service says what to bring and what it costs', () => {
	const { services } = demo().catalogue;
	expect(services).toHaveLength(57);
	expect(services.filter((it) => it.fee.text === '' || it.product === '')).toEqual([]);
	expect(services.filter((it) => it.requirements.length === 0).map((it) => it.id)).toEqual(['informasi', 'konsultasi']);
});

test('an officer sits at every counter, and one manager sees all', () => {
	const { store, catalogue } = demo();
	const all = store.tables.select().from(officers).all();
	expect(all).toHaveLength(33);
	for (const { number, agencyId } of catalogue.counters)
		expect(all).toContainEqual(
			expect.objectContaining({ username: demoUsername(agencyId, number), agencyId, counter: number, pinHash: 'hash' }),
		);
	expect(demoUsername('disdukcapil' as AgencyId, 5 as CounterNumber)).toBe('disdukcapil5');
	expect(all.filter((it) => it.role === 'manager')).toMatchObject([
		{ username: 'manajer', name: 'Manajer Aula (contoh)', agencyId: null },
	]);
	expect(all.every((it) => it.name.endsWith('(contoh)'))).toBe(true);
	expect(new Set(all.map((it) => it.name)).size).toBe(33);
	expect(DEMO_PIN).toMatch(/^\d{6}$/);
});

test('made twice it is the same hall, and its export is the file', () => {
	const { store } = demo();
	makeDemoHall(store, readDemoHall(), 'other hash', SUNDAY_NIGHT + 1);
	expect(
		store.tables
			.select()
			.from(officers)
			.all()
			.every((it) => it.pinHash === 'hash'),
	).toBe(true);
	expect(store.tables.select().from(journal).all()).toHaveLength(1);
	expect(`${exportText(store)}\n`).toBe(readDemoHall());
});

test('a faulty file makes no hall and no officers', () => {
	const store = openInMemory();
	expect(() => makeDemoHall(store, sampleWith({ 'aula.nama': '' }), 'hash', SUNDAY_NIGHT)).toThrow(/aula\.nama/);
	expect(store.tables.select().from(officers).all()).toEqual([]);
	expect(readCatalogue(store.tables)).toBeNull();
});
