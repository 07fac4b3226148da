// The statements about lent numbers, prepared once. What may be lent, and what a kiosk has given, is decided in server/hall.

import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Day } from '../../shared/day.ts';
import type { DeviceId, Instant, LeaseId } from '../../shared/id.ts';
import type { LeaseEnd } from '../../shared/lease.ts';
import type { Tables } from './open.ts';
import { leases } from './schema.ts';

export type LeaseRow = typeof leases.$inferSelect;

/** The key under which `sequences` counts the lent numbers of a prefix. */
export const lentSeries = (prefix: string): string => `${prefix}*`;

export function openLeaseRows(tables: Tables) {
	const mine = (device: DeviceId) => and(eq(leases.deviceId, device), isNull(leases.endedAt));
	return {
		lease: (id: LeaseId): LeaseRow | undefined => tables.select().from(leases).where(eq(leases.id, id)).get(),
		openOn: (device: DeviceId, day: Day): readonly LeaseRow[] =>
			tables
				.select()
				.from(leases)
				.where(and(mine(device), eq(leases.day, day)))
				.all(),
		openBefore: (device: DeviceId, day: Day): readonly LeaseRow[] =>
			tables
				.select()
				.from(leases)
				.where(and(mine(device), ne(leases.day, day)))
				.all(),
		/** Kiosks to which numbers of this day were lent: browsers that were here on it. */
		kiosksOn: (day: Day): readonly DeviceId[] =>
			tables
				.selectDistinct({ id: leases.deviceId })
				.from(leases)
				.where(eq(leases.day, day))
				.all()
				.map((it) => it.id),
		insert: (lease: Omit<LeaseRow, 'id'>): LeaseId =>
			tables.insert(leases).values(lease).returning({ id: leases.id }).get().id,
		end: (id: LeaseId, end: LeaseEnd, at: Instant): void => {
			tables.update(leases).set({ endedAt: at, end }).where(eq(leases.id, id)).run();
		},
	};
}
export type LeaseRows = ReturnType<typeof openLeaseRows>;
