// The hall's printers, which kiosk uses which, and the outbox of slips.

import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { DeviceId, Instant, PrinterId, PrintJobId, ServiceId, VisitId } from '../../../shared/id.ts';
import type { PrinterState, SlipFault, SlipKind, SlipState } from '../../../shared/slip.ts';
import type { WaitRange } from '../../../shared/wait.ts';
import { retiredAt } from './columns.ts';
import { visits } from './day.ts';
import { devices } from './people.ts';

export const printers = sqliteTable(
	'printers',
	{
		id: integer().$type<PrinterId>().primaryKey(),
		/** Tells visitors and staff where it stands: "Kios 1". */
		name: text().notNull(),
		/** How its bytes get there: "tcp://192.168.1.50:9100", "usb:/dev/usb/lp0", "agent", … (server/print/ways/address.ts). */
		way: text().notNull(),
		/** A row of the table of profiles (server/print/compose/profile.ts). */
		profile: text().notNull(),
		/** The print agent or the kiosk that prints for it, where `way` is "agent" or "browser". */
		deviceId: integer()
			.$type<DeviceId>()
			.references(() => devices.id),
		/** `environment`: named by PRINTER, and gone with it. */
		origin: text().$type<'hall' | 'environment'>().notNull(),
		position: integer().notNull(),
		/** Length of a new roll, and how much of it has been used since it was put in. */
		rollMm: integer().notNull(),
		usedMm: integer().notNull(),
		rollSince: integer().$type<Instant>().notNull(),
		/** As it was last seen; every change of it stands in the journal. */
		state: text().$type<PrinterState>().notNull(),
		stateSince: integer().$type<Instant>().notNull(),
		/** The last job that came to an end here. */
		lastJob: integer().$type<PrintJobId>(),
		createdAt: integer().$type<Instant>().notNull(),
		retiredAt: retiredAt(),
	},
	(t) => [
		uniqueIndex('printers_name').on(t.name).where(sql`${t.retiredAt} is null`),
		check('printers_roll', sql`${t.rollMm} > 0 and ${t.usedMm} >= 0`),
		check('printers_origin', sql`${t.origin} in ('hall', 'environment')`),
	],
);

/** The printers of a kiosk in the order in which they are tried. A kiosk without any uses those of the hall. */
export const kioskPrinters = sqliteTable(
	'kiosk_printers',
	{
		deviceId: integer()
			.$type<DeviceId>()
			.notNull()
			.references(() => devices.id),
		printerId: integer()
			.$type<PrinterId>()
			.notNull()
			.references(() => printers.id),
		position: integer().notNull(),
	},
	(t) => [primaryKey({ columns: [t.deviceId, t.printerId] })],
);

/** What stood true for the holder when the number was taken; printed so, even if the paper comes later. */
export interface SlipFacts {
	readonly places: readonly {
		readonly serviceId: ServiceId;
		readonly ahead: number;
		readonly wait: WaitRange | null;
	}[];
	/** The address in the QR code. */
	readonly address: string;
	/** Not a slip but what to bring for this service, and who asked for it; only on paper that is nobody's. */
	readonly sheet?: { readonly service: ServiceId; readonly requestId: string; readonly kiosk: DeviceId };
}

/** The outbox of the printers: written with the ticket, drained by the spooler, true across a crash. */
export const printJobs = sqliteTable(
	'print_jobs',
	{
		id: integer().$type<PrintJobId>().primaryKey(),
		kind: text().$type<SlipKind>().notNull(),
		/** null for paper that is nobody's: a test, or what to bring for a service. */
		visitId: integer()
			.$type<VisitId>()
			.references(() => visits.id),
		facts: text({ mode: 'json' }).$type<SlipFacts>().notNull(),
		/** null = the tray. */
		printerId: integer()
			.$type<PrinterId>()
			.references(() => printers.id),
		state: text().$type<SlipState>().notNull(),
		fault: text().$type<SlipFault>(),
		tries: integer().notNull(),
		/** When it was asked for; too old, it is not printed any more. */
		createdAt: integer().$type<Instant>().notNull(),
		/** When the first byte of the slip went out; a job with this set may have come out and is never sent again. */
		sentAt: integer().$type<Instant>(),
		doneAt: integer().$type<Instant>(),
		/** Paper that it used. */
		mm: integer(),
	},
	(t) => [
		// What waits or is in hand: a few rows, however many were printed before.
		index('print_jobs_open').on(t.printerId, t.id).where(sql`${t.doneAt} is null`),
		index('print_jobs_visit').on(t.visitId).where(sql`${t.visitId} is not null`),
		check('print_jobs_state', sql`${t.state} in ('queued', 'printing', 'printed', 'unconfirmed', 'failed')`),
		check(
			'print_jobs_kind',
			sql`${t.kind} in ('slip', 'reprint', 'test') and (${t.kind} = 'test') = (${t.visitId} is null)`,
		),
		// One slip of a number may be printed; every other says that it is a second one.
		uniqueIndex('print_jobs_one_slip').on(t.visitId).where(sql`${t.kind} = 'slip'`),
	],
);
