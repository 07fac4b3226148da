// What people ask of slips: one slip of a number is valid, whatever is asked for after it, and only who may ask is heard.

import { beforeEach, describe, expect, test } from 'vitest';
import type { Taken } from '../../shared/contract.ts';
import { type DeviceId, MINUTE, type OfficerId, type PrinterId, type VisitId } from '../../shared/id.ts';
import { DEFAULT_LAYOUT } from '../../shared/slip.ts';
import { addPrinter, routeKiosk } from '../setup/printers.ts';
import type { PrintJob } from '../store/slip-rows.ts';
import { KIOSK } from '../testing/small-hall.ts';
import { no, openTestHall, type TestHall, yes } from '../testing/test-hall.ts';
import { printersNow, slipsNow } from '../views/slips.ts';
import { setLayout } from './settings.ts';
import { cancelWaiting, newRoll, reprintAny, testSlip } from './slips.ts';

const MANAGER = 99 as OfficerId;
let hall: TestHall;
let one: PrinterId;
let two: PrinterId;
let taken: Taken;

const add = (name: string, way = 'tcp://192.168.1.50:9100', device: number | null = null): PrinterId => {
	const wish = { name, way, profile: 'unknown-80', device, rollMm: null };
	const id = addPrinter(hall.store, wish, hall.clock.now());
	hall.hall.reload();
	return id;
};
const job = (): PrintJob => {
	const found = hall.hall.slips.ofVisit(taken.visitId);
	if (!found) throw new Error('a visit without a slip');
	return found;
};
/** What the press would have written. */
const become = (change: Partial<PrintJob> & Pick<PrintJob, 'state' | 'fault'>): void =>
	hall.hall.slips.change(job().id, change);
const printed = (): void => become({ state: 'printed', fault: null, sentAt: 1, doneAt: 2 });
const kinds = (): readonly string[] =>
	hall.store.sqlite
		.prepare('select kind || coalesce(printer_id, 0) from print_jobs order by id')
		.pluck()
		.all() as string[];
const again = (printer: PrinterId | null, visitId = taken.visitId, kiosk: DeviceId = KIOSK.id) =>
	hall.asking.kiosk.printAgain(kiosk, { visitId, printer });

beforeEach(async () => {
	hall = openTestHall();
	one = add('Kios 1');
	two = add('Kios 2', 'tcp://192.168.1.51:9100');
	taken = yes(await hall.take('nib'));
});

describe('the first slip', () => {
	test('is for the first printer of the kiosk where the number was taken', async () => {
		expect(job()).toMatchObject({ kind: 'slip', printerId: one, state: 'queued', sentAt: null });
		routeKiosk(hall.store, KIOSK.id, [two, one], 0);
		hall.hall.reload();
		taken = yes(await hall.take('nib'));
		expect(job().printerId).toBe(two);
	});
	test('is for the tray where the hall has no printer, and never for the browser of another kiosk', async () => {
		hall = openTestHall();
		taken = yes(await hall.take('nib'));
		expect(job().printerId).toBeNull();
		add('Peramban', 'browser', KIOSK.id);
		taken = yes(await hall.take('nib'));
		expect(job().printerId).toBeNull();
	});
});

describe('a kiosk whose slip did not come out', () => {
	test('may have the same slip printed elsewhere while nothing of it was sent: no reprint, it moves', async () => {
		become({ state: 'failed', fault: 'paper_out' });
		yes(await again(two));
		expect(kinds()).toEqual([`slip${two}`]);
		expect(job()).toMatchObject({ state: 'queued', fault: null });
	});
	test('gets a marked reprint once a byte of it may be on paper', async () => {
		become({ state: 'failed', fault: 'reset', sentAt: 1, doneAt: 2 });
		yes(await again(null));
		expect(kinds()).toEqual([`slip${one}`, `reprint${one}`]);
		// A second press finds the reprint waiting and makes no third.
		yes(await again(two));
		expect(kinds()).toEqual([`slip${one}`, `reprint${two}`]);
	});
	test('gets the very slip when it was given up without having been sent', async () => {
		become({ state: 'failed', fault: 'offline', doneAt: 2 });
		hall.clock.pass(3 * MINUTE);
		yes(await again(null));
		expect(kinds()).toEqual([`slip${one}`]);
		expect(job()).toMatchObject({ state: 'queued', doneAt: null, createdAt: hall.clock.now() });
	});
	test.each([
		['printing', { sentAt: 1, doneAt: null }],
		['printed', { sentAt: 1, doneAt: 2 }],
	] as const)('gets none while it is %s', async (state, when) => {
		become({ state, fault: null, ...when });
		expect(no(await again(null))).toEqual({ code: 'already_printed' });
	});
	test('may not ask for a visit of another kiosk, of long ago, or for a printer that is not its own', async () => {
		become({ state: 'failed', fault: 'paper_out' });
		expect(no(await again(null, 999 as VisitId))).toEqual({ code: 'unknown', what: 'visit' });
		expect(no(await again(null, taken.visitId, 77 as DeviceId))).toEqual({ code: 'unknown', what: 'visit' });
		expect(no(await again(999 as PrinterId))).toEqual({ code: 'unknown', what: 'printer' });
		routeKiosk(hall.store, KIOSK.id, [one], 0);
		hall.hall.reload();
		expect(no(await again(two))).toEqual({ code: 'unknown', what: 'printer' });
		hall.clock.pass(11 * MINUTE);
		expect(no(await again(null))).toEqual({ code: 'unknown', what: 'visit' });
	});
	test('is told of the next printer that is not in trouble', () => {
		const elsewhere = () => slipsNow(hall.hall)[0]?.elsewhere;
		expect(elsewhere()).toBeNull();
		become({ state: 'failed', fault: 'paper_out' });
		expect(elsewhere()).toEqual({ id: two, name: 'Kios 2' });
		hall.hall.slips.stands(two, 'cover_open', 5);
		expect(elsewhere()).toBeNull();
		expect(printersNow(hall.hall)).toMatchObject([
			{ name: 'Kios 1', state: 'unknown' },
			{ state: 'cover_open', since: 5 },
		]);
	});
});

describe('a kiosk whose own browser prints', () => {
	test('is given the slip once, and nobody claims that it came out', async () => {
		hall = openTestHall();
		const printer = add('Peramban', 'browser', KIOSK.id);
		routeKiosk(hall.store, KIOSK.id, [printer], 0);
		hall.hall.reload();
		taken = yes(await hall.take('nib'));
		expect(slipsNow(hall.hall)[0]).toMatchObject({ here: true, state: 'queued' });
		const here = () => hall.asking.kiosk.printHere(KIOSK.id, { visitId: taken.visitId });
		expect(yes(await here())).toEqual({ address: `/t/${taken.token}/slip` });
		expect(job()).toMatchObject({ state: 'unconfirmed', sentAt: hall.clock.now() });
		expect(no(await here())).toEqual({ code: 'already_printed' });
	});
	test('is the only one that may', async () => {
		expect(no(await hall.asking.kiosk.printHere(KIOSK.id, { visitId: taken.visitId }))).toEqual({
			code: 'not_allowed',
		});
	});
});

describe('an officer', () => {
	test('prints a number of the own agency again, marked, where the first came out or elsewhere', async () => {
		printed();
		const seat = await hall.sit(1);
		const reprint = (printer: PrinterId | null) =>
			hall.asking.console.reprint(seat.desk, { number: ' a-001 ', printer });
		expect(yes(await reprint(null))).toEqual({ number: 'A-001', printer: 'Kios 1' });
		become({ state: 'printed', fault: null, sentAt: 1, doneAt: 2 });
		expect(yes(await reprint(two))).toEqual({ number: 'A-001', printer: 'Kios 2' });
		expect(kinds()).toEqual([`slip${one}`, `reprint${one}`, `reprint${two}`]);
	});
	test('can still take back the press before it', async () => {
		printed();
		const seat = await hall.sit(1);
		const called = yes(await seat.next());
		yes(await hall.asking.console.reprint(seat.desk, { number: 'A-001', printer: null }));
		expect(seat.view().undo?.rev).toBe(called.rev);
	});
	test('does not learn whether another agency has that number', async () => {
		const seat = await hall.sit(21);
		const ask = (number: string) => hall.asking.console.reprint(seat.desk, { number, printer: null });
		expect(no(await ask('A-001'))).toEqual(no(await ask('A-999')));
	});
	test('may write the number as it comes', async () => {
		const seat = await hall.sit(1);
		for (const number of ['A-001', 'a1', 'A 001', ' a-1 ', 'a.01']) {
			printed();
			expect(yes(await hall.asking.console.reprint(seat.desk, { number, printer: null })).number).toBe('A-001');
		}
	});
	test('must say a number', async () => {
		const seat = await hall.sit(1);
		const unknown = { code: 'unknown', what: 'number' };
		for (const number of ['', 'A', '001', 'A-', 'AAA-001', "A-1' or 1=1", '\u0000A-001'])
			expect(no(await hall.asking.console.reprint(seat.desk, { number, printer: null }))).toEqual(unknown);
	});
});

describe('the manager', () => {
	const run = <Value>(verb: (at: number) => Value) => hall.commits.run(verb);
	test('prints any number of today again, and none of yesterday', async () => {
		printed();
		const ask = { number: 'A-001', printer: null };
		expect(await run((at) => reprintAny(hall.hall, ask, MANAGER, at))).toEqual({ number: 'A-001', printer: 'Kios 1' });
		hall.clock.pass(24 * 60 * MINUTE);
		await expect(run((at) => reprintAny(hall.hall, ask, MANAGER, at))).rejects.toThrow('unknown');
	});
	test('prints a test slip that is nobody’s', async () => {
		await run((at) => testSlip(hall.hall, two, MANAGER, at));
		expect(hall.hall.slips.due(two)).toMatchObject([{ kind: 'test', visitId: null }]);
		expect(slipsNow(hall.hall)).toHaveLength(1);
		await expect(run((at) => testSlip(hall.hall, 999 as PrinterId, MANAGER, at))).rejects.toThrow('unknown');
	});
	test('drops what waits for a printer, and leaves what was sent', async () => {
		await hall.take('nib');
		become({ state: 'printing', fault: null, sentAt: 1 });
		expect(await run((at) => cancelWaiting(hall.hall, one, MANAGER, at))).toBe(1);
		expect(
			hall.store.sqlite.prepare("select state || ' ' || coalesce(fault, '') from print_jobs").pluck().all(),
		).toEqual(['printing ', 'failed cancelled']);
	});
	test('counts a new roll from nothing, as long as the last where nothing is said', async () => {
		hall.hall.slips.used(one, 5_000, job().id);
		await run((at) => newRoll(hall.hall, one, null, at));
		expect(hall.hall.slips.printer(one)).toMatchObject({ usedMm: 0, rollMm: 80_000, rollSince: hall.clock.now() });
		await run((at) => newRoll(hall.hall, one, 30_000, at));
		expect(hall.hall.slips.printer(one)?.rollMm).toBe(30_000);
	});
	test('lays slips out otherwise, but never without the number', async () => {
		const layout = { ...DEFAULT_LAYOUT, blocks: ['number', 'qr'] as const, note: 'Terima kasih' };
		await run((at) => setLayout(hall.hall, layout, MANAGER, at));
		hall.hall.reload();
		expect(hall.hall.catalogue().settings.slip).toEqual(layout);
		await expect(run((at) => setLayout(hall.hall, { ...layout, blocks: ['qr'] }, MANAGER, at))).rejects.toThrow(
			'layout',
		);
	});
});

test('the database itself allows one valid slip of a visit', () => {
	const { id: _, ...first } = job();
	expect(() => hall.hall.slips.insert(first)).toThrow('UNIQUE');
	expect(() => hall.hall.slips.insert({ ...first, kind: 'test' })).toThrow('print_jobs_kind');
});
