// Kiosks, boards, consoles and print agents: a device may ask something only after somebody of the hall has paired it. The server
// keeps hashes only; whoever reads the database can neither be a screen nor pair one.

import { and, eq, isNull } from 'drizzle-orm';
import type { CounterNumber, DeviceId, Instant, ZoneNumber } from '../../shared/id.ts';
import { isPanel } from '../../shared/panel.ts';
import type { Hall } from '../store/hall.ts';
import { devices } from '../store/schema.ts';
import type { Device } from '../store/screen-rows.ts';
import { refuse } from './refused.ts';

export type { Device };
export type DeviceRole = Device['role'];
/** Devices that people look at; a print agent has nothing to show. */
export type ScreenRole = Exclude<DeviceRole, 'agent'>;
export const isScreen = (role: DeviceRole): role is ScreenRole => role !== 'agent';

export interface NewDevice {
	readonly role: DeviceRole;
	readonly name: string;
	readonly zone: ZoneNumber | null;
	readonly counter: CounterNumber | null;
}

/** A screen that is paired at once (the demo hall). Its place must exist. */
export function addDevice(hall: Hall, device: NewDevice, tokenHash: string, at: Instant): DeviceId {
	if (device.counter !== null && !hall.catalogue().staffed(device.counter))
		refuse({ code: 'unknown', what: 'counter' });
	if (device.zone !== null && !hall.catalogue().zone(device.zone)) refuse({ code: 'unknown', what: 'device' });
	return hall.store.tables
		.insert(devices)
		.values({ ...device, tokenHash, createdAt: at })
		.returning({ id: devices.id })
		.get().id;
}

/** The screen on which the right code was typed in time becomes that device; the code is good once. */
export function pairDevice(hall: Hall, codeHash: string, tokenHash: string, at: Instant): Device {
	const { tables } = hall.store;
	const device = tables
		.select()
		.from(devices)
		.where(and(eq(devices.codeHash, codeHash), isNull(devices.revokedAt)))
		.get();
	if (!device || device.codeUntil === null || device.codeUntil < at) refuse({ code: 'unknown', what: 'device' });
	tables.update(devices).set({ tokenHash, codeHash: null, codeUntil: null }).where(eq(devices.id, device.id)).run();
	return device;
}

/** How large the glass of this kiosk is, in inches; refuses what no panel is. */
export function measurePanel(hall: Hall, id: DeviceId, inches: number): void {
	if (!isPanel(inches)) refuse({ code: 'malformed', where: 'inches' });
	hall.store.tables.update(devices).set({ inches }).where(eq(devices.id, id)).run();
}

export const findDevice = (hall: Hall, tokenHash: string): Device | undefined => hall.rows.deviceByToken(tokenHash);
