import { isNull } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openInMemory } from '../store/open.ts';
import { devices, officers } from '../store/schema.ts';
import { makeDemoHall, readDemoHall } from './demo.ts';
import { importHall } from './import.ts';
import { addOfficer } from './officers.ts';
import { sample } from './sample.fixture.ts';

const AT = Date.parse('2026-11-22T08:00:00+08:00');

test('nobody of the demo hall can sign in, and none of its screens asks, once a real hall was imported', () => {
	const store = openInMemory();
	makeDemoHall(store, readDemoHall(), 'hash', AT);
	store.tables.insert(devices).values({ role: 'kiosk', name: 'Contoh', tokenHash: 'x', createdAt: AT }).run();
	const { faults, warnings } = importHall(store, sample(), AT);
	expect(faults).toEqual([]);
	expect(warnings.map((it) => it.path)).toContain('aula.contoh');
	expect(store.tables.select().from(officers).where(isNull(officers.retiredAt)).all()).toEqual([]);
	expect(store.tables.select().from(devices).where(isNull(devices.revokedAt)).all()).toEqual([]);
	// The manager of the real hall may have the name that the demo's had.
	addOfficer(store, { username: 'manajer', name: 'Sitti Rahma', pinHash: 'hash', place: null });
	expect(importHall(store, sample(), AT + 1).warnings.map((it) => it.path)).not.toContain('aula.contoh');
	expect(store.tables.select().from(officers).where(isNull(officers.retiredAt)).all()).toHaveLength(1);
});
