// Every number that was lent is given, returned, held or missing, and the missing ones are named.

import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { addDays, instantOf } from '../../shared/day.ts';
import type { DeviceId, QueueId } from '../../shared/id.ts';
import type { LeaseEnd } from '../../shared/lease.ts';
import type { LentNumbers } from '../../shared/report.ts';
import { openInMemory, type Store } from '../store/open.ts';
import { devices, leases, visits } from '../store/schema.ts';
import { lentNumbers } from './lent.ts';
import { day, setUp } from './small-hall.fixture.ts';

const ZONE = 'Asia/Makassar';
const FRIDAY = day('2026-11-20');
const MONDAY = day('2026-11-23');
const NOW = instantOf(MONDAY, 16 * 60, ZONE);
const KIOSKS = ['Kios 1', 'Kios 2'];

let store: Store;
beforeEach(() => {
	store = openInMemory();
	setUp(store, ZONE);
	KIOSKS.forEach((name, nth) => {
		const id = (900 + nth) as DeviceId;
		store.tables.insert(devices).values({ id, role: 'kiosk', name, createdAt: 1 }).run();
	});
});

interface Lent {
	readonly kiosk: number;
	readonly day: typeof FRIDAY;
	readonly first: number;
	readonly size: number;
	readonly end: LeaseEnd | null;
	/** Which of its numbers were given, by their place in it. */
	readonly given: readonly number[];
}
let visitsMade = 0;
function put({ kiosk, day: on, first, size, end, given }: Lent): void {
	store.tables
		.insert(leases)
		.values({
			...{ deviceId: (900 + kiosk) as DeviceId, day: on, queueId: 'dpmptsp/A' as QueueId, prefix: 'A', end },
			...{ first, last: first + size - 1, grantedAt: 1, endedAt: end === null ? null : 2 },
		})
		.run();
	for (const place of given) visit(on, `A-${first + place}`);
}
function visit(on: typeof FRIDAY, number: string): void {
	const key = `v${String(visitsMade++).padStart(21, '0')}`;
	const row = { day: on, number, headStart: null, token: key, requestId: key, deviceId: null, createdAt: 1 };
	store.tables.insert(visits).values(row).run();
}
const ask = (from = FRIDAY, to = MONDAY): LentNumbers => lentNumbers(store.sqlite, { from, to }, ZONE, NOW);

test('a kiosk that did not come back is named with its numbers, and the ones between that were given are not', () => {
	put({ kiosk: 1, day: FRIDAY, first: 900, size: 10, end: null, given: [0, 1, 2, 5] });
	visit(FRIDAY, 'A-001');
	visit(FRIDAY, 'A-9031');
	expect(ask()).toEqual({
		...{ lent: 10, given: 4, returned: 0, held: 0 },
		missing: [
			{ kiosk: 'Kios 2', day: FRIDAY, from: 'A-903', to: 'A-904', count: 2, why: 'away' },
			{ kiosk: 'Kios 2', day: FRIDAY, from: 'A-906', to: 'A-909', count: 4, why: 'away' },
		],
	});
	expect(ask(MONDAY)).toEqual({ lent: 0, given: 0, returned: 0, held: 0, missing: [] });
});

test('what is lent today is held, and lost as soon as its kiosk is revoked or has forgotten it', () => {
	put({ kiosk: 0, day: MONDAY, first: 900, size: 10, end: null, given: [] });
	expect(ask()).toMatchObject({ lent: 10, held: 10, missing: [] });
	store.tables.update(leases).set({ end: 'lost', endedAt: 2 }).where(eq(leases.day, MONDAY)).run();
	expect(ask()).toMatchObject({ held: 0, missing: [{ kiosk: 'Kios 1', from: 'A-900', to: 'A-909', why: 'lost' }] });
});

test('whatever was lent and given, the sums are those of counting number by number', () => {
	const lent = fc.record({
		kiosk: fc.constantFrom(0, 1),
		day: fc.constantFrom(addDays(FRIDAY, -1), FRIDAY, MONDAY),
		size: fc.integer({ min: 1, max: 10 }),
		end: fc.constantFrom<LeaseEnd | null>('used', 'returned', 'lost', null),
		given: fc.uniqueArray(fc.integer({ min: 0, max: 9 })),
	});
	fc.assert(
		fc.property(fc.array(lent, { maxLength: 8 }), (all) => {
			store.sqlite.exec('delete from leases; delete from visits');
			const put_ = all.map((it, nth) => ({
				...it,
				first: 900 + nth * 10,
				given: it.given.filter((place) => place < it.size),
			}));
			for (const it of put_) put(it);
			const asked = put_.filter((it) => it.day >= FRIDAY);
			const free = asked.flatMap((it) =>
				Array.from({ length: it.size }, (_, place) => ({ ...it, place })).filter(
					(one) => !it.given.includes(one.place),
				),
			);
			const missing = free.filter((it) => it.end === 'lost' || (it.end === null && it.day < MONDAY));
			const made = ask();
			expect(made).toMatchObject({
				lent: asked.reduce((sum, it) => sum + it.size, 0),
				given: asked.reduce((sum, it) => sum + it.given.length, 0),
				returned: free.filter((it) => it.end === 'used' || it.end === 'returned').length,
				held: free.filter((it) => it.end === null && it.day === MONDAY).length,
			});
			const named = made.missing.flatMap(({ day: on, from, count }) =>
				Array.from({ length: count }, (_, nth) => `${on} A-${Number(from.slice(2)) + nth}`),
			);
			expect([...named].sort()).toEqual(missing.map((it) => `${it.day} A-${it.first + it.place}`).sort());
			expect(made.lent).toBe(made.given + made.returned + made.held + named.length);
		}),
		{ numRuns: 60 },
	);
});
