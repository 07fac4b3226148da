// The printers of the hall: how each is reached, what it can do, and which kiosk prints where. Also while the server runs:
// it notices the change and lets its printers go or takes them up.

import { and, asc, eq, isNull, max } from 'drizzle-orm';
import { dayOf } from '../../shared/day.ts';
import type { DeviceId, Instant, PrinterId } from '../../shared/id.ts';
import { PROFILES, type Profile, profileNamed } from '../print/compose/profile.ts';
import { readWay, writeWay } from '../print/ways/address.ts';
import { isOwnWay } from '../print/ways/open.ts';
import type { Store, Tables } from '../store/open.ts';
import { devices, journal, kioskPrinters, printers, printJobs, settings } from '../store/schema.ts';
import { isName } from './officers.ts';
import { refuse, refuseUsage } from './refused.ts';
import { command, wayFaults } from './sentences.ts';

export type PrinterRow = typeof printers.$inferSelect;
export interface PrinterWish {
	readonly name: string;
	readonly way: string;
	readonly profile: string;
	/** The print agent or kiosk that prints it; null for every other way. */
	readonly device: number | null;
	/** Length of a new roll, mm; null = as such rolls are sold. */
	readonly rollMm: number | null;
}

/** What a new roll usually holds: 80 mm paper on 80 mm rolls, 58 mm on 50 mm ones. */
const ROLL_MM: Readonly<Record<Profile['paper'], number>> = { 58: 25_000, 80: 80_000 };

/** Refuses a printer that could never print: told in a sentence, before anything is changed. */
function checked(tables: Tables, wish: PrinterWish, but: PrinterId | null) {
	if (!isName(wish.name)) refuseUsage(command.nameForm);
	const way = readWay(wish.way);
	if (!way.ok) return refuseUsage(command.badWay(wayFaults(way.why)));
	const profile = profileNamed(wish.profile) ?? refuseUsage(command.noProfile(wish.profile, Object.keys(PROFILES)));
	const namesake = tables
		.select()
		.from(printers)
		.where(and(eq(printers.name, wish.name), isNull(printers.retiredAt)))
		.get();
	if (namesake && namesake.id !== but) refuse(command.printerNameTaken(wish.name));
	const { kind } = way.way;
	const written = writeWay(way.way);
	const neighbour = tables
		.select()
		.from(printers)
		.where(and(eq(printers.way, written), isNull(printers.retiredAt)))
		.get();
	// Two presses would talk to one printer at once. Agents and browsers are told apart by their device.
	if (isOwnWay(way.way) && neighbour && neighbour.id !== but) refuse(command.printerWayTaken(neighbour.name, written));
	const role = kind === 'agent' ? 'agent' : kind === 'browser' ? 'kiosk' : null;
	if (role === null && wish.device !== null) refuseUsage(command.mayNot('device', command.onlyAgent));
	if (role !== null && wish.device === null) refuseUsage(command.needs('device'));
	return {
		name: wish.name,
		way: written,
		profile: wish.profile,
		deviceId: wish.device === null ? null : deviceOf(tables, wish.device, role),
		rollMm: wish.rollMm ?? ROLL_MM[profile.paper],
	};
}

function deviceOf(tables: Tables, id: number, role: 'agent' | 'kiosk' | null): DeviceId {
	const device = tables
		.select()
		.from(devices)
		.where(and(eq(devices.id, id as DeviceId), isNull(devices.revokedAt)))
		.get();
	if (!device) return refuse(command.noDevice(id));
	if (role !== null && device.role !== role) refuse(command.deviceRole(id, role));
	return device.id;
}

/** A running server reads its printers again. */
function tell({ tables }: Store, at: Instant): void {
	const zone = tables.select().from(settings).get()?.hall.timeZone;
	if (zone)
		tables
			.insert(journal)
			.values({ at, day: dayOf(at, zone), kind: 'hall_changed' })
			.run();
}
const changing = <Result>(store: Store, at: Instant, change: () => Result): Result =>
	store.sqlite
		.transaction((): Result => {
			const result = change();
			tell(store, at);
			return result;
		})
		.immediate();

const fresh = (origin: PrinterRow['origin'], at: Instant) =>
	({ origin, usedMm: 0, rollSince: at, state: 'unknown', stateSince: at, createdAt: at }) as const;

export const addPrinter = (store: Store, wish: PrinterWish, at: Instant): PrinterId =>
	changing(store, at, () => insert(store, wish, 'hall', at));

function insert({ tables }: Store, wish: PrinterWish, origin: PrinterRow['origin'], at: Instant): PrinterId {
	const last =
		tables
			.select({ position: max(printers.position) })
			.from(printers)
			.get()?.position ?? 0;
	// What the environment names comes first: it is what somebody has just typed.
	const position = origin === 'environment' ? 0 : last + 1;
	return tables
		.insert(printers)
		.values({ ...checked(tables, wish, null), ...fresh(origin, at), position })
		.returning({ id: printers.id })
		.get().id;
}

export const listPrinters = ({ tables }: Store): readonly PrinterRow[] =>
	tables
		.select()
		.from(printers)
		.where(isNull(printers.retiredAt))
		.orderBy(asc(printers.position), asc(printers.id))
		.all();

const inUse = (store: Store, id: number): PrinterRow =>
	listPrinters(store).find((it) => it.id === id) ?? refuse(command.noPrinter(id));

/** Only what is named is changed. */
export function changePrinter(store: Store, id: number, wish: Partial<PrinterWish>, at: Instant): void {
	const { name, way, profile, deviceId, rollMm } = inUse(store, id);
	// Another way is another device's, or none's.
	const device = wish.way === undefined ? deviceId : null;
	changing(store, at, () => {
		const next = checked(store.tables, { name, way, profile, device, rollMm, ...wish }, id as PrinterId);
		store.tables
			.update(printers)
			.set({ ...next, state: 'unknown', stateSince: at })
			.where(eq(printers.id, id as PrinterId))
			.run();
	});
}

/** What waits there is given up, and its visitors are told. */
export function retirePrinter(store: Store, id: number, at: Instant): void {
	const printer = inUse(store, id);
	changing(store, at, () => retire(store, printer.id, at));
}
function retire({ tables }: Store, id: PrinterId, at: Instant): void {
	tables.update(printers).set({ retiredAt: at }).where(eq(printers.id, id)).run();
	tables
		.update(printJobs)
		.set({ state: 'failed', fault: 'cancelled', doneAt: at })
		.where(and(isNull(printJobs.doneAt), isNull(printJobs.sentAt), eq(printJobs.printerId, id)))
		.run();
}

/** The printers of a kiosk, in the order in which they are tried; none: those of the hall. */
export function routeKiosk(store: Store, kiosk: number, ids: readonly number[], at: Instant): void {
	const deviceId = deviceOf(store.tables, kiosk, 'kiosk');
	const wanted = ids.map((id) => inUse(store, id).id);
	if (new Set(wanted).size !== wanted.length) refuseUsage(command.printerTwice);
	changing(store, at, () => {
		store.tables.delete(kioskPrinters).where(eq(kioskPrinters.deviceId, deviceId)).run();
		wanted.forEach((printerId, position) => {
			store.tables.insert(kioskPrinters).values({ deviceId, printerId, position }).run();
		});
	});
}

const NAMED_BY_ENVIRONMENT = 'Printer utama';

/** The printer that PRINTER names is there while it does, and gone with it; null: it names none. */
export function keepEnvironmentPrinter(
	store: Store,
	wish: Pick<PrinterWish, 'way' | 'profile'> | null,
	at: Instant,
): void {
	const of = listPrinters(store).filter((it) => it.origin === 'environment');
	const same = of.find((it) => it.way === wish?.way && it.profile === wish.profile);
	const gone = of.filter((it) => it !== same);
	// The same printer, set up by somebody of the hall: theirs stays as it is.
	const known = wish !== null && listPrinters(store).some((it) => it.origin === 'hall' && it.way === wish.way);
	if (gone.length === 0 && (same || known || wish === null)) return;
	changing(store, at, () => {
		for (const it of gone) retire(store, it.id, at);
		if (wish && !same && !known)
			insert(store, { ...wish, name: freeName(store), device: null, rollMm: null }, 'environment', at);
	});
}
function freeName(store: Store): string {
	const taken = new Set(listPrinters(store).map((it) => it.name));
	for (let place = 1; ; place++) {
		const name = place === 1 ? NAMED_BY_ENVIRONMENT : `${NAMED_BY_ENVIRONMENT} ${place}`;
		if (!taken.has(name)) return name;
	}
}
