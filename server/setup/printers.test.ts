// Setting printers up: what could never print is refused in a sentence, and the printer of the environment comes and goes.

import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import type { PrinterId } from '../../shared/id.ts';
import { readCatalogue } from '../store/catalogue.ts';
import { openInMemory, type Store } from '../store/open.ts';
import { devices, journal, printers, printJobs } from '../store/schema.ts';
import { KIOSK, makeSmallHall } from '../testing/small-hall.ts';
import { MONDAY_NINE } from '../testing/test-hall.ts';
import {
	addPrinter,
	changePrinter,
	keepEnvironmentPrinter,
	listPrinters,
	type PrinterWish,
	retirePrinter,
	routeKiosk,
} from './printers.ts';

let store: Store;
let now: number;
const WISH: PrinterWish = {
	name: 'Kios 1',
	way: 'tcp://192.168.1.50:9100',
	profile: 'epson-tm-t82',
	device: null,
	rollMm: null,
};
const add = (wish: Partial<PrinterWish> = {}): PrinterId => addPrinter(store, { ...WISH, ...wish }, now);
const names = () => listPrinters(store).map((it) => `${it.name} ${it.way}`);
const changes = () => store.tables.select().from(journal).where(eq(journal.kind, 'hall_changed')).all().length;

beforeEach(() => {
	store = openInMemory();
	now = MONDAY_NINE;
	makeSmallHall(store, {}, now);
	store.tables
		.insert(devices)
		.values({ id: 40 as never, role: 'agent', name: 'PC kios 1', createdAt: now })
		.run();
});

test('a printer is added with the roll that its paper is sold on, and a running server is told', () => {
	add();
	add({ name: 'Kios 2', way: 'tcp://192.168.1.51:9100', profile: 'unknown-58', rollMm: 15_000 });
	expect(listPrinters(store)).toMatchObject([
		{ name: 'Kios 1', rollMm: 80_000, usedMm: 0, state: 'unknown', origin: 'hall' },
		{ name: 'Kios 2', rollMm: 15_000 },
	]);
	expect(changes()).toBe(2);
});

test.each([
	['an unknown profile', { profile: 'canon' }, /Profil "canon" tidak ada.*unknown-58/],
	['no name', { name: ' ' }, /Nama harus diisi/],
	['an address outside the hall', { way: 'tcp://8.8.8.8:9100' }, /di luar jaringan aula/],
	['the cloud’s own address', { way: 'tcp://169.254.169.254:9100' }, /di luar jaringan aula/],
	['a port where no printer listens', { way: 'tcp://192.168.1.50:22' }, /port 22/],
	['a name instead of an address', { way: 'tcp://printer.local:9100' }, /alamat IP/],
	['a file that is no printer', { way: 'usb:/etc/passwd' }, /usb\/lp/],
	['an address of another kind', { way: 'http://192.168.1.50' }, /harus berupa tcp/],
	['an agent without its device', { way: 'agent' }, /--device wajib/],
	['a device without an agent', { device: 40 }, /--device tidak dapat dipakai/],
	['a kiosk as an agent', { way: 'agent', device: KIOSK.id }, /bukan agent/],
	['a device that is not there', { way: 'agent', device: 99 }, /Perangkat 99 tidak ada/],
] as const)('%s is refused, and nothing is changed', (_, wish, sentence) => {
	expect(() => add(wish)).toThrow(sentence);
	expect([names(), changes()]).toEqual([[], 0]);
});

test('no two printers have one name, but a name becomes free again', () => {
	const id = add();
	expect(() => add()).toThrow('Nama printer "Kios 1" sudah dipakai.');
	retirePrinter(store, id, now);
	add();
	expect(names()).toHaveLength(1);
});

test('no two printers stand at one address', () => {
	add();
	expect(() => add({ name: 'Kios 9', way: 'tcp://192.168.1.50' })).toThrow(
		'"Kios 1" sudah memakai tcp://192.168.1.50:9100.',
	);
});

test('of a changed printer only what was named changes', () => {
	const id = add();
	changePrinter(store, id, { way: 'agent', device: 40 }, now);
	expect(listPrinters(store)).toMatchObject([{ name: 'Kios 1', way: 'agent', deviceId: 40, profile: 'epson-tm-t82' }]);
	changePrinter(store, id, { way: 'usb:/dev/usb/lp0' }, now);
	expect(listPrinters(store)).toMatchObject([{ way: 'usb:/dev/usb/lp0', deviceId: null }]);
	expect(() => changePrinter(store, 9, { name: 'x' }, now)).toThrow('Printer 9 tidak ada.');
});

test('what waits for a retired printer is given up', () => {
	const id = add();
	store.tables
		.insert(printJobs)
		.values({
			kind: 'test',
			facts: { places: [], address: '' },
			printerId: id,
			state: 'queued',
			tries: 0,
			createdAt: now,
		})
		.run();
	retirePrinter(store, id, now);
	expect(store.tables.select().from(printJobs).get()).toMatchObject({
		state: 'failed',
		fault: 'cancelled',
		doneAt: now,
	});
	expect(readCatalogue(store.tables)?.printers).toEqual([]);
});

test('a kiosk uses the printers it is given, in that order, else those of the hall', () => {
	const [one, two] = [add(), add({ name: 'Kios 2', way: 'tcp://192.168.1.51:9100' })];
	const of = () =>
		readCatalogue(store.tables)
			?.printersOf(KIOSK.id)
			.map((it) => it.id);
	expect(of()).toEqual([one, two]);
	routeKiosk(store, KIOSK.id, [two], now);
	expect(of()).toEqual([two]);
	routeKiosk(store, KIOSK.id, [], now);
	expect(of()).toEqual([one, two]);
	expect(() => routeKiosk(store, KIOSK.id, [two, two], now)).toThrow('disebut dua kali');
	expect(() => routeKiosk(store, 40, [two], now)).toThrow('Perangkat 40 bukan kiosk.');
	expect(() => routeKiosk(store, KIOSK.id, [9], now)).toThrow('Printer 9 tidak ada.');
});

describe('the printer that the environment names', () => {
	const WAY = { way: 'tcp://127.0.0.1:9100', profile: 'unknown-80' };
	test('is there first while it is named, and gone with it', () => {
		add();
		keepEnvironmentPrinter(store, WAY, now);
		expect(names()).toEqual(['Printer utama tcp://127.0.0.1:9100', 'Kios 1 tcp://192.168.1.50:9100']);
		keepEnvironmentPrinter(store, null, now);
		expect(names()).toEqual(['Kios 1 tcp://192.168.1.50:9100']);
	});
	test('is the same at the next start, and another when it is named otherwise', () => {
		keepEnvironmentPrinter(store, WAY, now);
		const before = store.tables.select().from(printers).all();
		keepEnvironmentPrinter(store, WAY, now + 1);
		expect(store.tables.select().from(printers).all()).toEqual(before);
		keepEnvironmentPrinter(store, { ...WAY, profile: 'unknown-58' }, now + 2);
		expect(listPrinters(store)).toMatchObject([{ profile: 'unknown-58' }]);
	});
	test('is not added beside the same one of the hall', () => {
		add({ way: WAY.way });
		keepEnvironmentPrinter(store, WAY, now);
		expect(names()).toEqual([`Kios 1 ${WAY.way}`]);
	});
});
