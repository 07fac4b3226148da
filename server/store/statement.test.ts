import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openInMemory } from './open.ts';
import { counters, zones } from './schema.ts';
import { prepareWith } from './statement.ts';

const { sqlite, tables } = openInMemory();
const prepare = prepareWith(sqlite);
tables
	.insert(zones)
	.values({ number: 7 as never, name: 'Lantai 2', remarks: { catatan: 'x' } })
	.run();

test('a row is read as Drizzle reads it: names, JSON, nothing where there is nothing', () => {
	const query = tables
		.select()
		.from(zones)
		.where(eq(zones.number, sql.placeholder('number')));
	const statement = prepare(query);
	expect(statement.get({ number: 7 })).toEqual(tables.select().from(zones).get());
	expect(statement.all({ number: 7 })).toEqual([
		{ number: 7, name: 'Lantai 2', remarks: { catatan: 'x' }, retiredAt: null },
	]);
	expect(statement.get({ number: 8 })).toBeUndefined();
	expect(statement.all({ number: 8 })).toEqual([]);
});

test('yes and no are read as such', () => {
	sqlite.pragma('foreign_keys = OFF');
	tables
		.insert(counters)
		.values({ number: 7 as never, agencyId: 'dpmptsp' as never, priority: true, remarks: { lantai: 2 } })
		.run();
	expect(prepare(tables.select().from(counters)).get()).toMatchObject({
		priority: true,
		note: null,
		remarks: { lantai: 2 },
	});
});

test('a value that was forgotten is refused, and so is one that SQLite cannot keep', () => {
	const statement = prepare(
		tables
			.update(zones)
			.set({ name: sql`${sql.placeholder('name')}` })
			.where(eq(zones.number, sql.placeholder('number'))),
	);
	expect(() => statement.run({ number: 7 })).toThrow();
	expect(() => statement.run({ number: 7, name: true })).toThrow();
	statement.run({ number: 7, name: 'Lantai 3' });
	expect(tables.select().from(zones).get()?.name).toBe('Lantai 3');
});
