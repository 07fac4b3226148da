// The screens of the hall and its print agents. Each is paired once by a code that somebody in the hall types into it;
// only its hash is kept.

import { and, asc, eq, isNull } from 'drizzle-orm';
import { type DeviceId, type Instant, MINUTE, type ZoneNumber } from '../../shared/id.ts';
import { isPanel } from '../../shared/panel.ts';
import { digest } from '../hall/secret.ts';
import type { Store } from '../store/open.ts';
import { DEVICE_ROLES, type DeviceRole, devices, leases, zones } from '../store/schema.ts';
import { isName, openCounter } from './officers.ts';
import { refuse, refuseUsage } from './refused.ts';
import { command } from './sentences.ts';

export type Device = typeof devices.$inferSelect;
export { DEVICE_ROLES, type DeviceRole };
/** Long enough to walk to the screen, short enough that a code on a note is worth nothing. */
export const CODE_MINUTES = 10;

export interface NewDevice {
	readonly role: DeviceRole;
	readonly name: string;
	/** Boards only: shows the calls of this zone. */
	readonly zone: number | null;
	/** Consoles only: stands at this counter. */
	readonly counter: number | null;
	/** Kiosks only: the diagonal of the panel; null: asked when it is paired. */
	readonly inches: number | null;
	readonly code: string;
}

/** Refuses: a name nobody can read, a zone or counter that is not there or that this role has no use for. */
export function addDevice(store: Store, device: NewDevice, at: Instant): DeviceId {
	const { role, name, zone, counter, inches, code } = device;
	if (!isName(name)) refuseUsage(command.nameForm);
	if (zone !== null && role !== 'board') refuseUsage(command.mayNot('zone', command.onlyBoard));
	if (counter !== null && role !== 'console') refuseUsage(command.mayNot('counter', command.onlyConsole));
	if (inches !== null && role !== 'kiosk') refuseUsage(command.mayNot('inci', command.onlyKiosk));
	if (inches !== null && !isPanel(inches)) refuseUsage(command.inchesForm);
	return store.tables
		.insert(devices)
		.values({
			role,
			name,
			zone: zone === null ? null : openZone(store, zone),
			counter: counter === null ? null : openCounter(store, counter).number,
			inches,
			codeHash: digest(code),
			codeUntil: at + CODE_MINUTES * MINUTE,
			createdAt: at,
		})
		.returning({ id: devices.id })
		.get().id;
}

function openZone({ tables }: Store, number: number): ZoneNumber {
	const wanted = and(eq(zones.number, number as ZoneNumber), isNull(zones.retiredAt));
	return (tables.select().from(zones).where(wanted).get() ?? refuse(command.noZone(number))).number;
}

export const listDevices = ({ tables }: Store): readonly Device[] =>
	tables.select().from(devices).orderBy(asc(devices.id)).all();

export function deviceState(device: Device, at: Instant): keyof typeof command.states {
	if (device.revokedAt !== null) return 'revoked';
	if (device.tokenHash !== null) return 'paired';
	return device.codeUntil !== null && device.codeUntil > at ? 'waiting' : 'lapsed';
}

/** Another panel, or one that nobody had measured. Shown from the kiosk's next start. */
export function measureDevice({ tables }: Store, id: number, inches: number): void {
	const device =
		tables
			.select()
			.from(devices)
			.where(eq(devices.id, id as DeviceId))
			.get() ?? refuse(command.noDevice(id));
	if (device.role !== 'kiosk') refuseUsage(command.mayNot('inci', command.onlyKiosk));
	if (!isPanel(inches)) refuseUsage(command.inchesForm);
	tables.update(devices).set({ inches }).where(eq(devices.id, device.id)).run();
}

/** The screen is refused from its next word on, and an unused code is worth nothing any more. What it was lent is lost. */
export function revokeDevice({ tables }: Store, id: number, at: Instant): void {
	const device =
		tables
			.select()
			.from(devices)
			.where(eq(devices.id, id as DeviceId))
			.get() ?? refuse(command.noDevice(id));
	if (device.revokedAt !== null) refuse(command.deviceRevoked(id));
	tables.update(devices).set({ revokedAt: at, codeHash: null, codeUntil: null }).where(eq(devices.id, device.id)).run();
	// Nothing it says counts any more, so its lent numbers do not come back.
	const open = and(eq(leases.deviceId, device.id), isNull(leases.endedAt));
	tables.update(leases).set({ endedAt: at, end: 'lost' }).where(open).run();
}
