// Kiosks that lose the line, are reloaded, lose power, are opened twice and forget everything, against the hall itself: every
// number that was shown is one visitor's, and none is lost that the browser still has.

import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { KIOSK } from '../../server/testing/small-hall.ts';
import { openTestHall, type TestHall } from '../../server/testing/test-hall.ts';
import { expectWhole } from '../../server/testing/whole.ts';
import { kioskView } from '../../server/views/kiosk.ts';
import { dayOf } from '../../shared/day.ts';
import { HOUR, type Instant, MINUTE, SECOND, type ServiceId } from '../../shared/id.ts';
import { LEASE_SIZE } from '../../shared/lease.ts';
import type { KioskView } from '../../shared/views.ts';
import {
	agoOf,
	type Clock,
	type Given,
	give,
	type Kept,
	NOTHING_KEPT,
	ofPress,
	setAside,
	wantedOf,
	whyNot,
} from './core.ts';
import { type Hall, type Keeping, settle } from './settle.ts';

let hall: TestHall;
beforeEach(() => {
	hall = openTestHall();
});
const viewNow = (): KioskView => kioskView(hall.hall, hall.clock.now());
const services = (...ids: readonly string[]): readonly ServiceId[] => ids.map((it) => it as ServiceId);
const newToken = (): string => randomUUID().replaceAll('-', '').slice(0, 22);

/** A browser: what is written down stays until it is wiped; pages come and go. */
function browser() {
	let disk: Kept = NOTHING_KEPT;
	const keeping: Keeping = {
		change: async (step) => {
			disk = step(disk);
			// Others get their turn between a commit and its answer.
			await Promise.resolve();
			return disk;
		},
	};
	return {
		keeping,
		kept: () => disk,
		wipe: () => {
			disk = NOTHING_KEPT;
		},
	};
}
type Browser = ReturnType<typeof browser>;

const server: Hall = {
	handIn: (input) => hall.asking.kiosk.handIn(KIOSK.id, input),
	lease: (input) => hall.asking.kiosk.lease(KIOSK.id, input),
};
/** Does what it is asked, and the answer is lost on the way. */
const mute: Hall = {
	handIn: async (input) => {
		await server.handIn(input);
		return { ok: false, refusal: { code: 'no_answer' } };
	},
	lease: async (input) => {
		await server.lease(input);
		return { ok: false, refusal: { code: 'no_answer' } };
	},
};

/** One life of a page of this browser. Its monotonic clock began with it. */
function page(of: Browser) {
	const began = hall.clock.now();
	const clock: Clock = {
		session: randomUUID(),
		mono: () => hall.clock.now() - began,
		server: () => hall.clock.now(),
	};
	const fresh = (it: Given): boolean => it.aside === null;
	return {
		settle: (at: Hall = server) => settle(of.keeping, at, clock, fresh),
		press: async (...ids: readonly ServiceId[]): Promise<Given | null> => {
			const at = hall.clock.now();
			const view = viewNow();
			const day = dayOf(at, view.hall.timeZone);
			const order = { requestId: randomUUID(), services: ids, priority: null };
			const queueId = wantedOf(view, ids)[0]?.queue.id;
			if (!queueId) throw new Error('no such service');
			const pressed = { session: clock.session, mono: clock.mono(), at };
			const after = await of.keeping.change((kept) =>
				whyNot(kept, view, ids, at)
					? kept
					: give(kept, { ...order, queueId, day, pressed, token: newToken(), instead: null }),
			);
			return ofPress(after, order);
		},
		clock,
	};
}
const inLine = (): readonly string[] =>
	hall.store.sqlite
		.prepare("select number from tickets where state = 'waiting' order by joined_at - head_start_ms, id")
		.pluck()
		.all() as string[];
describe('while the server is away', () => {
	test('numbers are given in the order of the presses, and stand in line where they were pressed', async () => {
		const kiosk = page(browser());
		await kiosk.settle();
		hall.clock.pass(5 * MINUTE);
		expect((await kiosk.press(...services('nib')))?.number).toBe('A-900');
		hall.clock.pass(4 * SECOND);
		const between = (await hall.ticket('nib')).number;
		hall.clock.pass(4 * SECOND);
		expect((await kiosk.press(...services('nib')))?.number).toBe('A-901');
		hall.clock.pass(10 * MINUTE);
		expect(await kiosk.settle()).toBe('settled');
		expect(inLine()).toEqual(['A-900', between, 'A-901']);
		expectWhole(hall.store);
	});

	test('none is given when all were, on another day, after the line has closed, or for what the hall does not have', async () => {
		const of = browser();
		const kiosk = page(of);
		expect(whyNot(of.kept(), viewNow(), services('nib'), hall.clock.now())).toEqual({ code: 'offline' });
		await kiosk.settle();
		const view = viewNow();
		const now = hall.clock.now();
		expect(whyNot(of.kept(), view, services('nib'), now)).toBeNull();
		expect(whyNot(of.kept(), view, services('sepeda'), now)).toEqual({ code: 'offline' });
		expect(whyNot(of.kept(), view, services('nib'), now + 24 * HOUR)).toEqual({ code: 'offline' });
		const queues = view.queues.map((it) => ({ ...it, availability: { open: true, until: now + 1 } as const }));
		expect(whyNot(of.kept(), { ...view, queues }, services('nib'), now)).toBeNull();
		expect(whyNot(of.kept(), { ...view, queues }, services('nib'), now + 1)).toMatchObject({ code: 'closed' });
		for (let nth = 0; nth < LEASE_SIZE; nth++) {
			expect((await kiosk.press(...services('nib')))?.number).toBe(`A-${900 + nth}`);
			hall.clock.pass(13 * SECOND);
		}
		expect(await kiosk.press(...services('nib'))).toBeNull();
	});

	test('one in three seconds and five a minute', async () => {
		const of = browser();
		const kiosk = page(of);
		await kiosk.settle();
		const no = (): unknown => whyNot(of.kept(), viewNow(), services('nib'), hall.clock.now());
		await kiosk.press(...services('nib'));
		hall.clock.pass(2 * SECOND);
		expect(no()).toEqual({ code: 'too_soon', seconds: 1 });
		for (let nth = 0; nth < 4; nth++) {
			hall.clock.pass(3 * SECOND);
			expect(await kiosk.press(...services('nib'))).not.toBeNull();
		}
		hall.clock.pass(5 * SECOND);
		expect(no()).toMatchObject({ code: 'too_soon' });
		hall.clock.pass(41 * SECOND);
		expect(no()).toBeNull();
	});

	test('no more than the quota that was left when the hall was last seen, for all lines of the agency together', () => {
		const view = viewNow();
		const one = view.services.find((it) => it.id === 'nib');
		const limited: KioskView = {
			...view,
			queues: view.queues.map((it) => (it.id === one?.queueId ? { ...it, quotaLeft: 1 } : it)),
		};
		const queueId = one?.queueId;
		if (!queueId) throw new Error('the hall has no nib');
		const at = hall.clock.now();
		const lease = { id: 1 as Given['lease'], day: view.day, queueId, numbers: ['A-900', 'A-901'] };
		const kept: Kept = { ...NOTHING_KEPT, leases: [lease] };
		expect(whyNot(kept, limited, services('nib'), at)).toBeNull();
		const pressed = { session: '', mono: 0, at: at - HOUR };
		const after = give(kept, {
			...{ requestId: randomUUID(), services: services('nib'), priority: null, instead: null },
			...{ queueId, day: view.day, pressed, token: newToken() },
		});
		expect(whyNot(after, limited, services('nib'), at)).toMatchObject({ code: 'closed', reason: 'quota' });
	});
});

describe('a kiosk whose browser prints', () => {
	test('says so with the number, however soon it is handed in; and an officer’s slip is then a marked one', async () => {
		const of = browser();
		const kiosk = page(of);
		await kiosk.settle();
		await of.keeping.change((kept) => ({ ...kept, book: { ...kept.book, printsHere: true } }));
		const given = await kiosk.press(...services('nib'));
		expect(given?.printed).toBe(true);
		// The line is back before the first dot is on the paper.
		await kiosk.settle();
		const visit = hall.hall.rows.visitByRequest(given?.requestId ?? '');
		const slip = visit && hall.hall.slips.ofVisit(visit.id);
		expect(slip).toMatchObject({ kind: 'slip', state: 'unconfirmed' });
		expect(slip?.sentAt).not.toBeNull();
		expectWhole(hall.store);
	});
});

describe('how long ago a finger came down', () => {
	const pressed = { session: 'a', mono: 5_000, at: 1_000_000 as Instant };
	const clock = (session: string, mono: number, server: Instant | null): Clock => ({
		session,
		mono: () => mono,
		server: () => server,
	});
	test.each([
		['in the same life of the page, by the clock that nobody can set', clock('a', 8_000, 77), 3_000],
		['after a restart, by the server’s clock', clock('b', 10, 1_060_000), 60_000],
		['never in the future, if that clock was set back', clock('b', 10, 900_000), 0],
		['as now, while the server has not said what time it is', clock('b', 10, null), 0],
	])('%s', (_, now, ago) => {
		expect(agoOf(pressed, now)).toBe(ago);
	});
});

describe('settling', () => {
	test('one number that the server refuses stays behind, is told of, and keeps nobody else', async () => {
		const of = browser();
		const kiosk = page(of);
		await kiosk.settle();
		for (const _ of [1, 2, 3]) {
			await kiosk.press(...services('nib'));
			hall.clock.pass(4 * SECOND);
		}
		const bad = of.kept().given[1]?.requestId;
		await of.keeping.change((kept) => ({
			...kept,
			given: kept.given.map((it) => (it.requestId === bad ? { ...it, services: services('no-such-service') } : it)),
		}));
		const warned: unknown[] = [];
		const { warn } = console;
		console.warn = (text: unknown) => warned.push(text);
		try {
			expect(await kiosk.settle()).toBe('settled');
		} finally {
			console.warn = warn;
		}
		expect(inLine()).toEqual(['A-900', 'A-902']);
		expect(of.kept().given.map((it) => [it.requestId, it.aside])).toEqual([[bad, 'malformed']]);
		expect(warned).toHaveLength(1);
		// It is not free for somebody else, and is not sent again before the page begins anew.
		hall.clock.pass(MINUTE);
		expect((await kiosk.press(...services('nib')))?.number).toBe('A-903');
		expect(await kiosk.settle()).toBe('settled');
		expect(setAside(of.kept(), 'nobody', 'malformed').given).toHaveLength(1);
		expectWhole(hall.store);
	});

	test('more than one ask can carry', async () => {
		const of = browser();
		const kiosk = page(of);
		await kiosk.settle();
		const offered = viewNow().services.filter((it) =>
			viewNow().queues.some((queue) => queue.id === it.queueId && queue.availability.open),
		);
		let given = 0;
		for (const { id } of [...offered, ...offered, ...offered, ...offered, ...offered, ...offered]) {
			if (await kiosk.press(id)) given++;
			hall.clock.pass(13 * SECOND);
		}
		expect(given).toBeGreaterThan(20);
		expect(await kiosk.settle()).toBe('settled');
		expect(of.kept().given).toEqual([]);
		expect(inLine()).toHaveLength(given);
		expectWhole(hall.store);
	});
});

test('however lines are cut, pages reloaded, answers lost and browsers wiped, every number shown is one visitor’s', async () => {
	const kinds = ['online', 'press', 'press', 'other', 'settle', 'mute', 'both', 'reload', 'wipe'] as const;
	await fc.assert(
		fc.asyncProperty(fc.array(fc.constantFrom(...kinds), { maxLength: 40 }), async (steps) => {
			hall = openTestHall();
			const of = browser();
			let kiosk = page(of);
			const other = page(of);
			await kiosk.settle();
			const shown = new Set<string>();
			/** In the order of the presses, those that the browser has not forgotten. */
			let owed: readonly Given[] = [];
			const show = (number: string): void => {
				expect(shown.has(number), `${number} was shown twice`).toBe(false);
				shown.add(number);
			};
			for (const kind of steps) {
				hall.clock.pass(13 * SECOND);
				if (kind === 'online') show((await hall.ticket('nib')).number);
				if (kind === 'press' || kind === 'other') {
					const given = await (kind === 'press' ? kiosk : other).press(...services('nib'));
					if (given) show(given.number);
					if (given) owed = [...owed, given];
				}
				if (kind === 'settle') await kiosk.settle();
				if (kind === 'mute') await kiosk.settle(mute);
				if (kind === 'both')
					await Promise.all([
						kiosk.settle(),
						other.settle(),
						other.press(...services('nib')).then((given) => {
							if (!given) return;
							show(given.number);
							owed = [...owed, given];
						}),
					]);
				if (kind === 'reload') kiosk = page(of);
				if (kind === 'wipe') {
					const held = of.kept().given.map((it) => it.requestId);
					owed = owed.filter((it) => !held.includes(it.requestId));
					of.wipe();
				}
			}
			for (let tries = 0; tries < 5 && (await kiosk.settle()) !== 'settled'; tries++);
			expect(of.kept().given).toEqual([]);
			const rows = hall.store.sqlite.prepare('select number, created_at from visits where request_id = ?');
			for (const it of owed) expect(rows.get(it.requestId)).toEqual({ number: it.number, created_at: it.pressed.at });
			expectWhole(hall.store);
		}),
		{ numRuns: 25 },
	);
});
