// Numbers that were given while the server was away: each is taken over once, stands where its visitor pressed, and those
// that nobody got are accounted for.

import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { HandedIn, Leased, Taken } from '../../shared/contract.ts';
import type { DeviceId, ServiceId } from '../../shared/id.ts';
import { DAY_MS, MINUTE, SECOND } from '../../shared/id.ts';
import { LEASE_SIZE, type Lease, type LentTake } from '../../shared/lease.ts';
import { ordinaryNumber } from '../../shared/number.ts';
import { KIOSK } from '../testing/small-hall.ts';
import { no, openTestHall, type TestHall, yes } from '../testing/test-hall.ts';
import { expectWhole } from '../testing/whole.ts';
import { turnDay } from './day.ts';
import { newTicketToken } from './secret.ts';

let hall: TestHall;
beforeEach(() => {
	hall = openTestHall();
});

const lend = async (known: readonly Lease[] = [], device: DeviceId = KIOSK.id): Promise<Leased> =>
	yes(await hall.asking.kiosk.lease(device, { known: known.map((it) => it.id) }));
const leaseOf = ({ leases }: Leased, prefix: string): Lease => {
	const found = leases.find((it) => it.queueId.endsWith(`/${prefix}`));
	if (!found) throw new Error(`no numbers of ${prefix} were lent`);
	return found;
};
const given = (lease: Lease, nth: number, more: Partial<LentTake> = {}): LentTake => ({
	requestId: randomUUID(),
	services: ['nib' as ServiceId],
	priority: null,
	lease: lease.id,
	number: lease.numbers[nth] ?? '',
	token: newTicketToken(),
	agoMs: 5 * MINUTE,
	instead: null,
	printed: false,
	...more,
});
const handIn = (taken: readonly LentTake[], device: DeviceId = KIOSK.id) => hall.asking.kiosk.handIn(device, { taken });
const handedIn = async (...taken: readonly LentTake[]): Promise<HandedIn> => yes(await handIn(taken));
const inLine = (): readonly string[] =>
	hall.store.sqlite
		.prepare("select number from tickets where state = 'waiting' order by joined_at - head_start_ms, id")
		.pluck()
		.all() as string[];
const endings = (): readonly (string | null)[] =>
	hall.store.sqlite.prepare('select end from leases order by id').pluck().all() as (string | null)[];

describe('numbers that are lent', () => {
	test('are ten of every queue, from the range that no ordinary number reaches, and the same ones when asked again', async () => {
		const first = await lend();
		expect(leaseOf(first, 'A').numbers).toEqual(Array.from({ length: LEASE_SIZE }, (_, nth) => `A-${900 + nth}`));
		expect(first.leases).toHaveLength(hall.hall.catalogue().queues.length);
		expect(await lend(first.leases)).toEqual(first);
		expectWhole(hall.store);
	});

	test('leave the ordinary numbering without a gap', async () => {
		await lend();
		expect((await hall.ticket('nib')).number).toBe('A-001');
		expect(ordinaryNumber('A', 899, 3)).toBe('A-899');
		expect(ordinaryNumber('A', 900, 3)).toBe('A-1000');
		expectWhole(hall.store);
	});

	test('are lost with a kiosk that has forgotten them, and never lent to anybody again', async () => {
		const before = leaseOf(await lend(), 'A');
		const after = leaseOf(await lend(), 'A');
		expect(after.numbers.filter((it) => before.numbers.includes(it))).toEqual([]);
		expect(new Set(endings())).toEqual(new Set(['lost', null]));
		expectWhole(hall.store);
	});

	test('are replaced when all of them were given, until the day has none left', async () => {
		let now = await lend();
		for (let round = 0; round < 10; round++) {
			const lease = leaseOf(now, 'A');
			expect(lease.numbers).toHaveLength(LEASE_SIZE);
			await handedIn(...lease.numbers.map((_, nth) => given(lease, nth)));
			now = await lend(now.leases);
		}
		expect(now.leases.filter((it) => it.queueId.endsWith('/A'))).toEqual([]);
		expectWhole(hall.store);
	});

	test('return when the kiosk asks on another day, and count for that day only', async () => {
		const monday = await lend();
		hall.clock.pass(DAY_MS);
		const tuesday = await lend(monday.leases);
		expect(tuesday.day > monday.day).toBe(true);
		expect(leaseOf(tuesday, 'A').numbers[0]).toBe('A-900');
		expect(endings().filter((it) => it === 'returned')).toHaveLength(monday.leases.length);
	});
});

describe('numbers that are handed in', () => {
	test('stand in line where their visitors pressed, before those who came later', async () => {
		const lease = leaseOf(await lend(), 'A');
		hall.clock.pass(10 * MINUTE);
		const late = await hall.ticket('nib');
		hall.clock.pass(MINUTE);
		await handedIn(given(lease, 0, { agoMs: 8 * MINUTE }), given(lease, 1, { agoMs: 30 * SECOND }));
		expect(inLine()).toEqual(['A-900', late.number, 'A-901']);
		expectWhole(hall.store);
	});

	test('keep the order of the presses, whatever the clocks say, and none is before its lease', async () => {
		const lease = leaseOf(await lend(), 'A');
		hall.clock.pass(10 * MINUTE);
		await handedIn(given(lease, 0, { agoMs: 0 }), given(lease, 1, { agoMs: 9 * MINUTE }));
		expect(inLine()).toEqual(['A-900', 'A-901']);
		await handedIn(given(lease, 2, { agoMs: DAY_MS }));
		const [first] = hall.store.sqlite
			.prepare("select min(joined_at) from tickets where number = 'A-902'")
			.pluck()
			.all();
		expect(first).toBe(hall.clock.now() - 10 * MINUTE);
		expectWhole(hall.store);
	});

	test('may have been pressed at a fraction of a millisecond, as browsers count', async () => {
		const lease = leaseOf(await lend(), 'A');
		hall.clock.pass(MINUTE);
		await handedIn(given(lease, 0, { agoMs: 1_234.567 }));
		expect(inLine()).toEqual(['A-900']);
		expectWhole(hall.store);
	});

	test('are taken over once, however often they are sent', async () => {
		const lease = leaseOf(await lend(), 'A');
		const taken = [given(lease, 0), given(lease, 1)];
		await handedIn(...taken);
		expect((await handedIn(...taken)).requestIds).toEqual(taken.map((it) => it.requestId));
		expect(inLine()).toEqual(['A-900', 'A-901']);
		expectWhole(hall.store);
	});

	test('are valid though the line has closed since, and yesterday’s are accounted to yesterday', async () => {
		const lease = leaseOf(await lend(), 'A');
		hall.clock.pass(DAY_MS);
		await handedIn(given(lease, 0, { agoMs: DAY_MS }));
		await hall.commits.run((at) => turnDay(hall.hall, at));
		const row = hall.store.sqlite.prepare('select day, number, outcome from tickets').get();
		expect(row).toEqual({ day: lease.day, number: 'A-900', outcome: 'expired' });
		expectWhole(hall.store);
	});

	test('take the place of a number whose answer was lost, unless somebody may hold its slip', async () => {
		const lease = leaseOf(await lend(), 'A');
		const [lost, printed] = [randomUUID(), randomUUID()];
		yes(await hall.take('nib', { requestId: lost }));
		const holder = yes(await hall.take('nib', { requestId: printed }));
		hall.store.sqlite.prepare('update print_jobs set sent_at = 1 where visit_id = ?').run(holder.visitId);
		await handedIn(given(lease, 0, { instead: lost, agoMs: 0 }), given(lease, 1, { instead: printed, agoMs: 0 }));
		expect(inLine()).toEqual(['A-002', 'A-900', 'A-901']);
		expectWhole(hall.store);
	});

	test('whose answer was lost does not come out of the printer once its visitor has another number', async () => {
		const lease = leaseOf(await lend(), 'A');
		const [waits, broken] = [randomUUID(), randomUUID()];
		const first = yes(await hall.take('nib', { requestId: waits }));
		const second = yes(await hall.take('nib', { requestId: broken }));
		const slipOf = ({ visitId }: Taken) => {
			const slip = hall.hall.slips.ofVisit(visitId);
			if (!slip) throw new Error('no slip');
			return slip;
		};
		// Half of it came out; the marked one that is to follow was not sent yet.
		const { id, ...half } = slipOf(second);
		hall.hall.slips.change(id, { state: 'failed', fault: 'reset', sentAt: 1, doneAt: 1 });
		hall.hall.slips.insert({ ...half, kind: 'reprint' });
		await handedIn(given(lease, 0, { instead: waits, agoMs: 0 }), given(lease, 1, { instead: broken, agoMs: 0 }));
		expect(slipOf(first)).toMatchObject({
			state: 'failed',
			fault: 'cancelled',
			sentAt: null,
			doneAt: hall.clock.now(),
		});
		expect(slipOf(second)).toMatchObject({ state: 'queued', doneAt: null });
		expect(inLine()).toEqual(['A-002', 'A-900', 'A-901']);
		expectWhole(hall.store);
	});

	test('are on paper, as far as anybody knows, where the kiosk’s browser was told to print them', async () => {
		const lease = leaseOf(await lend(), 'A');
		await handedIn(given(lease, 0, { printed: true }), given(lease, 1));
		const slips = hall.store.sqlite.prepare(
			'select state, fault, sent_at is null as unsent from print_jobs order by id',
		);
		expect(slips.all()).toEqual([
			{ state: 'unconfirmed', fault: null, unsent: 0 },
			{ state: 'failed', fault: 'too_late', unsent: 1 },
		]);
		expectWhole(hall.store);
	});

	test.each<[string, (lease: Lease) => LentTake]>([
		['a number that was not lent', (lease) => given(lease, 0, { number: 'A-950' })],
		['an ordinary number', (lease) => given(lease, 0, { number: 'A-001' })],
		['a number of another queue', (lease) => given(lease, 0, { number: 'B-900' })],
		['a lease that is not there', (lease) => given(lease, 0, { lease: 99_999 as Lease['id'] })],
		['a service that never was', (lease) => given(lease, 0, { services: ['nothing' as ServiceId] })],
	])('are refused for %s, and nothing is written', async (_, of) => {
		const lease = leaseOf(await lend(), 'A');
		expect(no(await handIn([given(lease, 1), of(lease)])).code).toBe('malformed');
		expect(inLine()).toEqual([]);
		expectWhole(hall.store);
	});

	test('are refused from another kiosk', async () => {
		const lease = leaseOf(await lend(), 'A');
		expect(no(await handIn([given(lease, 0)], 4_711 as DeviceId)).code).toBe('malformed');
	});

	test('however kiosks lose the line, take numbers and hand in, every number is one visitor’s', async () => {
		const step = fc.oneof(
			fc.constant({ kind: 'online' as const }),
			fc.constant({ kind: 'offline' as const }),
			fc.constant({ kind: 'sync' as const }),
			fc.constant({ kind: 'twice' as const }),
			fc.constant({ kind: 'forgets' as const }),
		);
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
				hall = openTestHall();
				let now = await lend();
				let kept: { readonly take: LentTake; readonly at: number }[] = [];
				const told = new Set<string>();
				const tell = (number: string): void => {
					expect(told.has(number), number).toBe(false);
					told.add(number);
				};
				for (const { kind } of steps) {
					hall.clock.pass(7 * SECOND);
					const lease = now.leases.find((it) => it.queueId.endsWith('/A'));
					const next = lease?.numbers.find((it) => !kept.some(({ take }) => take.number === it));
					if (kind === 'online') tell((await hall.ticket('nib')).number);
					if (kind === 'offline' && lease && next) {
						tell(next);
						kept = [...kept, { take: given(lease, 0, { number: next }), at: hall.clock.now() }];
					}
					if (kind === 'sync' || kind === 'twice') {
						const taken = kept.map(({ take, at }) => ({ ...take, agoMs: hall.clock.now() - at }));
						for (let from = 0; from < taken.length; from += 20) await handedIn(...taken.slice(from, from + 20));
						if (kind === 'twice') continue;
						kept = [];
						now = await lend(now.leases);
					}
					// A browser that was wiped: what it gave and did not hand in is lost, and is never given again.
					if (kind === 'forgets') {
						kept = [];
						now = await lend();
					}
					expectWhole(hall.store);
				}
			}),
			{ numRuns: 30 },
		);
	});
});
