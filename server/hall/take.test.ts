// Taking a number: once per press whatever the network does, whole or not at all, and never where nobody serves.

import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HOUR, MINUTE } from '../../shared/id.ts';
import { open } from '../testing/small-hall.ts';
import { MONDAY_NINE, no, openTestHall, type TestHall, yes } from '../testing/test-hall.ts';
import { expectWhole } from '../testing/whole.ts';

let hall: TestHall;
beforeEach(() => {
	hall = openTestHall();
});
afterEach(() => expectWhole(hall.store));

const count = (table: string): number =>
	Number(hall.store.sqlite.prepare(`select count(*) from ${table}`).pluck().get());
const rows = (): readonly number[] => ['visits', 'tickets', 'journal', 'print_jobs', 'sequences'].map(count);

describe('numbers', () => {
	test('count from 001 in each series, and several services share one', async () => {
		const taken = [];
		for (const service of ['nib', 'pbg', 'konsultasi', 'nib', 'skck']) taken.push(yes(await hall.take(service)).number);
		expect(taken).toEqual(['A-001', 'A-002', 'B-001', 'A-003', 'S-001']);
	});

	test('begin anew each business day', async () => {
		await hall.take('nib');
		hall.clock.pass(14 * HOUR + 59 * MINUTE);
		expect(yes(await hall.take('nib')).number).toBe('A-002');
		hall.clock.pass(MINUTE);
		expect(yes(await hall.take('nib'))).toMatchObject({ number: 'A-001', visit: { day: '2026-11-24' } });
	});

	test('grow beyond three digits instead of coming twice, and step over those that are lent', async () => {
		hall.store.sqlite.exec("insert into sequences values ('2026-11-23', 'A', 898)");
		const numbers = await Promise.all([hall.take('nib'), hall.take('nib'), hall.take('nib')]);
		expect(numbers.map((it) => yes(it).number)).toEqual(['A-899', 'A-1000', 'A-1001']);
		// They were not taken from 1 on: nothing is left to be checked for gaps.
		hall = openTestHall();
	});

	test('a refused visitor uses up none', async () => {
		await hall.take('nib');
		no(await hall.take(['nib', 'unknown-service']));
		no(await hall.take(['nib', 'nib']));
		expect(yes(await hall.take('nib')).number).toBe('A-002');
	});

	test('fifty visitors in the same tick get fifty numbers', async () => {
		const replies = await Promise.all(Array.from({ length: 50 }, () => hall.take('nib')));
		const numbers = replies.map((it) => yes(it).number);
		expect(new Set(numbers).size).toBe(50);
		expect(numbers.at(0)).toBe('A-001');
		expect(numbers.at(-1)).toBe('A-050');
	});
});

describe('the same request', () => {
	test('gets the same number, address and visit, however often and however late it is sent', async () => {
		const requestId = randomUUID();
		const first = yes(await hall.take('nib', { requestId }));
		const after = rows();
		hall.clock.pass(3 * HOUR);
		const again = yes(await hall.take('nib', { requestId }));
		expect({ ...again, visit: null }).toEqual({ ...first, visit: null });
		expect(rows()).toEqual(after);
	});

	test('with another choice is refused, and names the number it has', async () => {
		const requestId = randomUUID();
		const { number } = yes(await hall.take(['nib', 'skck'], { requestId, priority: 'elderly' }));
		const after = rows();
		const others = [
			{ services: ['nib'], priority: 'elderly' },
			{ services: ['nib', 'ktp'], priority: 'elderly' },
			{ services: ['nib', 'skck', 'ktp'], priority: 'elderly' },
			{ services: ['nib', 'skck'], priority: null },
		] as const;
		for (const { services, priority } of others)
			expect(no(await hall.take(services, { requestId, priority }))).toEqual({ code: 'request_used', number });
		expect(yes(await hall.take(['skck', 'nib'], { requestId, priority: 'elderly' })).number).toBe(number);
		expect(rows()).toEqual(after);
	});

	test('still has its number when the visitor was sent on to another line', async () => {
		const requestId = randomUUID();
		const { number } = yes(await hall.take('nib', { requestId }));
		const sari = await hall.sit(1);
		const { ticketId } = yes(await sari.next());
		yes(await sari.record(ticketId, { kind: 'started' }));
		yes(await sari.transfer(ticketId, 'skck', 'next_step'));
		expect(yes(await hall.take('nib', { requestId })).number).toBe(number);
		expect(no(await hall.take('skck', { requestId })).code).toBe('request_used');
	});

	test('sent twice in the same tick is one visitor', async () => {
		const requestId = randomUUID();
		const [one, two] = await Promise.all([hall.take('nib', { requestId }), hall.take('nib', { requestId })]);
		expect(yes(two)).toEqual(yes(one));
		expect(count('visits')).toBe(1);
	});

	test('keeps its number even when the hall has closed meanwhile', async () => {
		hall = openTestHall({ settings: { weekly: [open(1, 8, 10)] } });
		const requestId = randomUUID();
		const { number } = yes(await hall.take('nib', { requestId }));
		hall.clock.pass(2 * HOUR);
		expect(yes(await hall.take('nib', { requestId })).number).toBe(number);
		expect(no(await hall.take('nib')).code).toBe('closed');
	});
});

describe('several services on one slip', () => {
	test('are one visit with one number and a place in each line', async () => {
		const { number, visitId, visit } = yes(await hall.take(['skck', 'nib', 'ktp'], { priority: 'pregnant' }));
		expect(number).toBe('S-001');
		expect(visit.places.map((it) => it.agency.id)).toEqual(['polres', 'dpmptsp', 'disdukcapil']);
		expect(hall.hall.rows.ticketsOfVisit(visitId)).toMatchObject([
			{ number: 'S-001', queueId: 'polres/S', headStart: 'pregnant', headStartMs: 30 * MINUTE },
			{ number: 'S-001', queueId: 'dpmptsp/A', headStart: 'pregnant' },
			{ number: 'S-001', queueId: 'disdukcapil/D', headStart: 'pregnant' },
		]);
		// The other series were not touched, and there is one slip.
		expect(yes(await hall.take('nib')).number).toBe('A-001');
		expect(hall.hall.slips.ofVisit(visitId)?.facts.places).toMatchObject([
			{ serviceId: 'skck' },
			{ serviceId: 'nib' },
			{ serviceId: 'ktp' },
		]);
	});

	test('may be five, not six, and none twice', async () => {
		const six = ['nib', 'pbg', 'konsultasi', 'ktp', 'kk', 'skck'];
		expect(no(await hall.take(six))).toEqual({ code: 'malformed', where: 'services' });
		expect(no(await hall.take([]))).toEqual({ code: 'malformed', where: 'services' });
		expect(no(await hall.take(['nib', 'nib']))).toEqual({ code: 'malformed', where: 'services' });
		expect(rows()).toEqual([0, 0, 0, 0, 0]);
		expect(yes(await hall.take(six.slice(0, 5))).visit.places).toHaveLength(5);
	});

	test('are given all or none: one that is unknown or closed refuses the rest', async () => {
		expect(no(await hall.take(['nib', 'sim']))).toEqual({ code: 'unknown', what: 'service' });
		hall = openTestHall({ agencies: { polres: { days: [2, 4] } } });
		expect(no(await hall.take(['nib', 'skck']))).toMatchObject({ code: 'closed', reason: 'not_today' });
		expect(rows()).toEqual([0, 0, 0, 0, 0]);
	});

	test('the kiosk is told who is ahead in each line', async () => {
		await hall.take('nib');
		await hall.take('nib');
		const { visit } = yes(await hall.take(['nib', 'skck']));
		expect(visit.places.map((it) => it.ahead)).toEqual([2, 0]);
	});
});

describe('a closed line is refused with its reason and its next opening', () => {
	const at = (text: string): number => Date.parse(`2026-11-${text}:00+08:00`);
	const weekly = [open(1, 8, 15), open(2, 8, 15)];
	const friday = {
		...open(5, 8, 15),
		breaks: [{ from: 11 * 60 + 30, to: 13 * 60, reason: 'Salat Jumat' }],
	};
	const cases = [
		['before opening', { settings: { weekly } }, '23T07:59', { reason: 'before_opening', opens: at('23T08:00') }],
		['after closing', { settings: { weekly } }, '23T15:00', { reason: 'after_closing', opens: at('24T08:00') }],
		[
			'after the cut-off',
			{ settings: { weekly, cutoffMinutes: 30 } },
			'23T14:30',
			{ reason: 'after_cutoff', opens: at('24T08:00') },
		],
		['on a day off', { settings: { weekly } }, '25T09:00', { reason: 'not_today', opens: at('30T08:00') }],
		[
			'on a holiday',
			{ settings: { weekly, holidays: [{ day: '2026-11-23' as never, name: 'Hari Guru' }] } },
			'23T09:00',
			{ reason: 'holiday', note: 'Hari Guru', opens: at('24T08:00') },
		],
		[
			'during the Friday prayer',
			{ settings: { weekly: [friday] } },
			'27T12:00',
			{ reason: 'break', note: 'Salat Jumat', opens: at('27T13:00') },
		],
		[
			'where no officer has signed on',
			{ settings: { needsPresence: true } },
			'23T09:00',
			{ reason: 'no_officer', opens: null },
		],
	] as const;
	test.each(cases)('%s', async (_, change, when, refusal) => {
		hall = openTestHall(change, at(when));
		expect(no(await hall.take('nib'))).toEqual({ code: 'closed', note: null, ...refusal });
		expect(rows()).toEqual([0, 0, 0, 0, 0]);
	});

	test('one officer of the agency opens all its lines, and no other agency’s', async () => {
		hall = openTestHall({ settings: { needsPresence: true } });
		await hall.sit(1);
		expect(yes(await hall.take('konsultasi')).number).toBe('B-001');
		expect(no(await hall.take('ktp')).code).toBe('closed');
	});
});

describe('the quota of an agency', () => {
	beforeEach(() => {
		hall = openTestHall({ agencies: { dpmptsp: { dailyQuota: 3 } } });
	});

	test('counts over all its lines and ends with its last number', async () => {
		for (const service of ['nib', 'konsultasi', 'pbg']) yes(await hall.take(service));
		expect(no(await hall.take('konsultasi'))).toMatchObject({ code: 'closed', reason: 'quota' });
		expect(yes(await hall.take('ktp')).number).toBe('D-001');
	});

	test('is not overrun by one visitor with several services', async () => {
		yes(await hall.take(['nib', 'konsultasi']));
		expect(no(await hall.take(['pbg', 'konsultasi']))).toMatchObject({ code: 'closed', reason: 'quota' });
		yes(await hall.take(['pbg', 'ktp']));
	});

	test('is not overrun by many in the same tick', async () => {
		const replies = await Promise.all(Array.from({ length: 20 }, () => hall.take('nib')));
		expect(replies.filter((it) => it.ok)).toHaveLength(3);
	});

	test('is whole again the next morning', async () => {
		for (let it = 0; it < 3; it++) await hall.take('nib');
		hall.clock.set(MONDAY_NINE + 24 * HOUR);
		expect(yes(await hall.take('nib')).number).toBe('A-001');
	});

	test('gets back the place of one who was sent on unserved', async () => {
		const tickets = [await hall.ticket('nib'), await hall.ticket('nib'), await hall.ticket('nib')];
		const sari = await hall.sit(1);
		yes(await sari.next());
		const first = tickets[0]?.id ?? (0 as never);
		yes(await sari.record(first, { kind: 'started' }));
		yes(await sari.transfer(first, 'skck', 'wrong_desk'));
		expect((await hall.take('nib')).ok).toBe(true);
	});
});
