// What to bring, on paper, without a number: printed once for each asking, where a printer of this kiosk is well.

import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SECOND } from '../../shared/id.ts';
import { altOf } from '../print/compose/lines.ts';
import { profileFor } from '../print/compose/profile.ts';
import { openLines } from '../print/compose.ts';
import { addPrinter, routeKiosk } from '../setup/printers.ts';
import { KIOSK } from '../testing/small-hall.ts';
import { no, openTestHall, type TestHall, yes } from '../testing/test-hall.ts';
import { expectWhole } from '../testing/whole.ts';

let hall: TestHall;
beforeEach(() => {
	hall = openTestHall();
});
afterEach(() => expectWhole(hall.store));

const print = (service: string, requestId: string = randomUUID()) =>
	hall.asking.kiosk.printRequirements(KIOSK.id, { requestId, service });
const jobs = () => hall.hall.slips.newest();

test('a sheet is printed without a number, and says so', async () => {
	expect(yes(await print('ktp'))).toEqual({ printer: null, here: null });
	const [job] = jobs();
	expect(job).toMatchObject({ kind: 'test', visitId: null, state: 'queued' });
	expect(hall.store.sqlite.prepare('select count(*) from visits').pluck().get()).toBe(0);
	if (!job) throw new Error('no job');
	const lines = openLines(hall.store)(job, hall.hall.catalogue(), profileFor(58), 'Baki');
	expect(altOf(lines).split('\n')).toEqual([
		'MPP Contoh',
		'Palopo',
		'PERSYARATAN',
		'Layanan ktp',
		'Kantor disdukcapil',
		'[ ] KTP',
		'Biaya: Gratis',
		'Loket 11, 12 - Zona 1',
		'Ini bukan nomor antrean. Ambil',
		'nomor di kios saat Anda datang.',
		'Senin, 23 November 2026',
	]);
});

test('the same request is printed once, and the same service once in ten seconds', async () => {
	const requestId = randomUUID();
	yes(await print('ktp', requestId));
	yes(await print('ktp', requestId));
	expect(jobs()).toHaveLength(1);
	hall.clock.pass(9 * SECOND);
	expect(no(await print('ktp'))).toEqual({ code: 'too_fast' });
	yes(await print('skck'));
	expect(no(await print('akta'))).toEqual({ code: 'too_fast' });
	hall.clock.pass(3 * SECOND);
	yes(await print('ktp'));
	expect(jobs()).toHaveLength(3);
});

test('what nobody offers is not printed', async () => {
	expect(no(await print('sim'))).toEqual({ code: 'unknown', what: 'service' });
	expect(jobs()).toEqual([]);
});

test('it comes out at the first printer of the kiosk that is well, and where none is, nothing waits', async () => {
	const wish = (name: string, nth: number) => ({ name, way: `tcp://127.0.0.1:910${nth}`, profile: 'unknown-80' });
	const [first, second] = ['Kios 1', 'Kios 2'].map((name, nth) => {
		const id = addPrinter(hall.store, { ...wish(name, nth), device: null, rollMm: null }, hall.clock.now());
		hall.hall.reload();
		return id;
	});
	if (first === undefined || second === undefined) throw new Error('no printers');
	expect(yes(await print('ktp'))).toEqual({ printer: 'Kios 1', here: null });
	hall.hall.slips.stands(first, 'paper_out', hall.clock.now());
	hall.clock.pass(3 * SECOND);
	expect(yes(await print('skck'))).toEqual({ printer: 'Kios 2', here: null });
	hall.hall.slips.stands(second, 'cover_open', hall.clock.now());
	hall.clock.pass(3 * SECOND);
	expect(no(await print('akta'))).toEqual({ code: 'printer_away' });
	expect(jobs()).toHaveLength(2);
});

test('a kiosk whose only printer is its own browser is told what to print, once for each asking', async () => {
	const wish = { name: 'Peramban', way: 'browser', profile: 'unknown-58', device: KIOSK.id, rollMm: null };
	routeKiosk(hall.store, KIOSK.id, [addPrinter(hall.store, wish, hall.clock.now())], hall.clock.now());
	hall.hall.reload();
	const requestId = randomUUID();
	expect(yes(await print('ktp', requestId))).toEqual({ printer: null, here: '/services/ktp/sheet' });
	expect(yes(await print('ktp', requestId))).toEqual({ printer: null, here: '/services/ktp/sheet' });
	expect(jobs()).toMatchObject([{ kind: 'test', state: 'unconfirmed', sentAt: hall.clock.now() }]);
	expect(no(await print('ktp'))).toEqual({ code: 'too_fast' });
});
