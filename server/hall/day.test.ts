// Midnight in WIB, WITA and WIT: what is open ends on its own day's account, and numbers begin anew exactly once, whether
// the server was up at midnight or not.

import { afterEach, describe, expect, test } from 'vitest';
import { TIME_ZONES, type TimeZone } from '../../shared/day.ts';
import { HOUR, type Instant, MINUTE, SECOND, type TicketId } from '../../shared/id.ts';
import { openTestHall, type Seat, type TestHall, yes } from '../testing/test-hall.ts';
import { expectWhole } from '../testing/whole.ts';
import { turnDay } from './day.ts';

let hall: TestHall;
afterEach(() => expectWhole(hall.store));

const turn = (): Promise<number> => hall.commits.run((at) => turnDay(hall.hall, at));
const ZONES = [
	['Asia/Jakarta', '+07:00'],
	['Asia/Makassar', '+08:00'],
	['Asia/Jayapura', '+09:00'],
] as const satisfies readonly (readonly [TimeZone, string])[];

describe.each(ZONES)('in %s', (timeZone, offset) => {
	const MIDNIGHT: Instant = Date.parse(`2026-11-24T00:00:00${offset}`);
	const state = (id: TicketId) => {
		const { day, state, outcome } = hall.row(id);
		return [day, state, outcome];
	};

	/** One ticket in every state, at ten minutes to midnight. */
	async function evening(): Promise<{
		readonly sari: Seat;
		readonly ids: Record<'parked' | 'missed' | 'called' | 'serving' | 'waiting', TicketId>;
	}> {
		hall = openTestHall({ settings: { timeZone } }, MIDNIGHT - 10 * MINUTE);
		const [sari, budi] = [await hall.sit(1), await hall.sit(2)];
		const parked = (await hall.ticket('nib')).id;
		const missed = (await hall.ticket('nib')).id;
		const called = (await hall.ticket('nib')).id;
		const serving = (await hall.ticket('nib')).id;
		const waiting = (await hall.ticket('nib')).id;
		yes(await sari.next());
		yes(await sari.record(parked, { kind: 'started' }));
		yes(await sari.record(parked, { kind: 'parked', reason: 'copies' }));
		yes(await sari.next());
		yes(await sari.record(missed, { kind: 'missed' }));
		yes(await budi.next());
		yes(await sari.next());
		yes(await sari.record(serving, { kind: 'started' }));
		return { sari, ids: { parked, missed, called, serving, waiting } };
	}

	test('the day turns at the hall’s own midnight and not a second earlier', async () => {
		const { ids } = await evening();
		hall.clock.set(MIDNIGHT - 1);
		expect(await turn()).toBe(0);
		expect(yes(await hall.take('nib')).number).toBe('A-006');
		hall.clock.set(MIDNIGHT);
		expect(await turn()).toBe(5);
		expect(state(ids.waiting)).toEqual(['2026-11-23', 'closed', 'expired']);
	});

	test('who waits, is called or set aside expires; who was missed is a no-show; who is served is served to the end', async () => {
		const { sari, ids } = await evening();
		hall.clock.set(MIDNIGHT + 20 * SECOND);
		expect(await turn()).toBe(4);
		expect(Object.values(ids).map(state)).toEqual([
			['2026-11-23', 'closed', 'expired'],
			['2026-11-23', 'closed', 'no_show'],
			['2026-11-23', 'closed', 'expired'],
			['2026-11-23', 'serving', null],
			['2026-11-23', 'closed', 'expired'],
		]);
		// The desk with a visitor stays open; the other one is closed.
		expect(hall.hall.rows.openShifts()).toMatchObject([{ counter: 1 }]);
		hall.clock.pass(15 * MINUTE);
		const served = ids.serving;
		yes(await sari.record(served, { kind: 'closed', as: 'served' }));
		expect(hall.row(served)).toMatchObject({ day: '2026-11-23', outcome: 'served', closedAt: hall.clock.now() });
		await turn();
		expect(hall.hall.rows.openShifts()).toEqual([]);
	});

	test('turning it again, or every minute, changes nothing more', async () => {
		await evening();
		hall.clock.set(MIDNIGHT);
		await turn();
		const rev = hall.hall.rows.lastRev();
		for (let it = 0; it < 60; it++) {
			hall.clock.pass(MINUTE);
			expect(await turn()).toBe(0);
		}
		expect(hall.hall.rows.lastRev()).toBe(rev);
	});

	test('numbers begin at 001 exactly once, before the day was turned or after', async () => {
		await evening();
		hall.clock.set(MIDNIGHT);
		expect(yes(await hall.take('nib'))).toMatchObject({ number: 'A-001', visit: { day: '2026-11-24' } });
		await turn();
		expect(yes(await hall.take('nib')).number).toBe('A-002');
		hall.clock.pass(23 * HOUR);
		await turn();
		expect(yes(await hall.take('nib')).number).toBe('A-003');
		// The turn took nobody of the new day with it.
		expect(hall.hall.rows.inLine('dpmptsp/A' as never, '2026-11-24' as never)).toBe(3);
	});

	test('a server that was off at midnight finds the same in the morning; nobody is served for ten hours', async () => {
		const { ids } = await evening();
		hall.clock.set(MIDNIGHT + 7 * HOUR);
		expect(await turn()).toBe(5);
		expect(state(ids.serving)).toEqual(['2026-11-23', 'closed', 'expired']);
		expect(state(ids.missed)).toEqual(['2026-11-23', 'closed', 'no_show']);
		expect(hall.hall.rows.openShifts()).toEqual([]);
		expect(yes(await hall.take('nib')).number).toBe('A-001');
	});

	test('a server that was off for a week leaves nothing open', async () => {
		await evening();
		hall.clock.set(MIDNIGHT + 7 * 24 * HOUR);
		await turn();
		const open = hall.store.sqlite.prepare("select count(*) from tickets where state <> 'closed'").pluck().get();
		expect(open).toBe(0);
	});

	test('an officer whose shift ended overnight is sent to sign in', async () => {
		const { sari, ids } = await evening();
		yes(await sari.record(ids.serving, { kind: 'closed', as: 'served' }));
		hall.clock.set(MIDNIGHT + 8 * HOUR);
		await turn();
		expect(await hall.asking.console.callNext(sari.desk, { after: 0 })).toEqual({
			ok: false,
			refusal: { code: 'not_signed_in' },
		});
	});
});

test('the three zones turn at three different moments', () => {
	const starts = ZONES.map(([zone]) => TIME_ZONES[zone].offset / HOUR);
	expect(starts).toEqual([7, 8, 9]);
	hall = openTestHall();
});
