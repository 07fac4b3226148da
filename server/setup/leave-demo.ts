// From the demo hall to a real one on the same folder. Everyone knows the demo officers' PIN, and any browser could become
// one of its screens: neither may pass into a hall that serves people.

import { isNull, sql } from 'drizzle-orm';
import type { Instant } from '../../shared/id.ts';
import type { Tables } from '../store/open.ts';
import { devices, leases, officers, sessions, settings, shifts } from '../store/schema.ts';
import type { HallFile } from './format.ts';

/** Whether this file makes a real hall of what was the demo hall. */
export const leavesDemo = (tables: Tables, file: HallFile): boolean =>
	tables.select().from(settings).get()?.hall.demo === true && file.aula.contoh !== true;

/** Ends the officers, their shifts and sessions, and the screens of the demo. Their user names become free again. */
export function leaveDemo(tables: Tables, at: Instant): void {
	tables.update(sessions).set({ endedAt: at }).where(isNull(sessions.endedAt)).run();
	tables.update(shifts).set({ endedAt: at, pauseReason: null, pausedAt: null }).where(isNull(shifts.endedAt)).run();
	tables
		.update(officers)
		.set({ retiredAt: at, username: sql`'contoh.' || ${officers.username}` })
		.where(isNull(officers.retiredAt))
		.run();
	tables.update(devices).set({ revokedAt: at }).where(isNull(devices.revokedAt)).run();
	tables.update(leases).set({ endedAt: at, end: 'lost' }).where(isNull(leases.endedAt)).run();
}
