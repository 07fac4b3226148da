// The statements about slips and printers, prepared once. Reads and writes of single rows only; what may be printed again,
// and where, is decided in server/hall.

import { and, asc, count, desc, eq, getTableColumns, isNotNull, isNull, min, sql } from 'drizzle-orm';
import type { DeviceId, Instant, PrinterId, PrintJobId, VisitId } from '../../shared/id.ts';
import type { PrinterState, SlipStatus } from '../../shared/slip.ts';
import type { Tables } from './open.ts';
import { devices, printers, printJobs, visits } from './schema.ts';
import { placeholders, prepareWith } from './statement.ts';

export type PrintJob = typeof printJobs.$inferSelect;
export type PrinterRow = typeof printers.$inferSelect;
/** The slip of a visit on its way, and the kiosk where the number was taken. */
export type LastSlip = Pick<PrintJob, 'id' | 'state' | 'fault' | 'printerId'> & {
	readonly visitId: VisitId;
	readonly deviceId: DeviceId | null;
};

const NEWEST = 40;
/** States that only the printer itself can have told. */
const TOLD: ReadonlySet<PrinterState> = new Set(['ready', 'near_end', 'paper_out', 'cover_open', 'cutter', 'offline']);

export function prepareSlipRows(tables: Tables) {
	const p = sql.placeholder;
	const prepare = prepareWith(tables.$client);
	/** `is`, because null is a printer too: the tray. */
	const ofPrinter = sql`${printJobs.printerId} is ${p('printer')}`;
	const open = isNull(printJobs.doneAt);
	const st = {
		insert: prepare(
			tables
				.insert(printJobs)
				.values(placeholders(getTableColumns(printJobs), 'id') as never)
				.returning({ id: printJobs.id }),
		),
		job: prepare(
			tables
				.select()
				.from(printJobs)
				.where(eq(printJobs.id, p('id'))),
		),
		lastOfVisit: prepare(
			tables
				.select()
				.from(printJobs)
				.where(eq(printJobs.visitId, p('visitId')))
				.orderBy(desc(printJobs.id))
				.limit(1),
		),
		countOfVisit: prepare(
			tables
				.select({ slips: count().as('slips') })
				.from(printJobs)
				.where(eq(printJobs.visitId, p('visitId'))),
		),
		last: prepare(
			tables
				.select({
					id: printJobs.id,
					state: printJobs.state,
					fault: printJobs.fault,
					printerId: printJobs.printerId,
					visitId: printJobs.visitId,
					deviceId: visits.deviceId,
				})
				.from(printJobs)
				.innerJoin(visits, eq(visits.id, printJobs.visitId))
				.orderBy(desc(printJobs.id))
				.limit(NEWEST),
		),
		newest: prepare(tables.select().from(printJobs).orderBy(desc(printJobs.id)).limit(NEWEST)),
		due: prepare(
			tables
				.select()
				.from(printJobs)
				.where(and(open, ofPrinter, isNull(printJobs.sentAt)))
				.orderBy(asc(printJobs.id)),
		),
		inHand: prepare(
			tables
				.select()
				.from(printJobs)
				.where(and(open, ofPrinter, isNotNull(printJobs.sentAt))),
		),
		anyQueued: prepare(
			tables
				.select({ id: printJobs.id })
				.from(printJobs)
				.where(and(open, ofPrinter, eq(printJobs.state, 'queued')))
				.limit(1),
		),
		takeTray: prepare(
			tables
				.update(printJobs)
				.set({
					state: 'printed',
					fault: null,
					tries: sql`${printJobs.tries} + 1`,
					sentAt: sql`${p('at')}`,
					doneAt: sql`${p('at')}`,
				})
				.where(and(open, isNull(printJobs.printerId), eq(printJobs.state, 'queued')))
				.returning({ id: printJobs.id, visitId: printJobs.visitId }),
		),
		tooOld: prepare(
			tables
				.select()
				.from(printJobs)
				.where(and(open, isNull(printJobs.sentAt), sql`${printJobs.createdAt} <= ${p('before')}`)),
		),
		waiting: prepare(
			tables
				.select({ slips: count().as('slips'), since: min(printJobs.createdAt).as('since') })
				.from(printJobs)
				.where(and(open, ofPrinter, isNull(printJobs.sentAt))),
		),
		kiosks: prepare(
			tables
				.select({ id: devices.id, name: devices.name })
				.from(devices)
				.where(and(eq(devices.role, 'kiosk'), isNull(devices.revokedAt))),
		),
		printers: prepare(
			tables
				.select()
				.from(printers)
				.where(isNull(printers.retiredAt))
				.orderBy(asc(printers.position), asc(printers.id)),
		),
		printer: prepare(
			tables
				.select()
				.from(printers)
				.where(eq(printers.id, p('id'))),
		),
	};
	return {
		insert: (job: Omit<PrintJob, 'id'>): PrintJobId =>
			(st.insert.get({ ...job, facts: JSON.stringify(job.facts) }) as { id: PrintJobId }).id,
		job: (id: PrintJobId): PrintJob | undefined => st.job.get({ id }),
		change: (id: PrintJobId, to: Partial<PrintJob> & SlipStatus): void => {
			tables.update(printJobs).set(to).where(eq(printJobs.id, id)).run();
		},
		/** The latest slip of a visit. */
		ofVisit: (visitId: VisitId): PrintJob | undefined => st.lastOfVisit.get({ visitId }),
		countOfVisit: (visitId: VisitId): number => st.countOfVisit.get({ visitId })?.slips ?? 0,
		/** The newest slips of visitors, newest first. */
		last: (): readonly LastSlip[] =>
			st.last.all().flatMap((it) => (it.visitId === null ? [] : [{ ...it, visitId: it.visitId }])),
		/** The newest jobs of all, newest first. */
		newest: (): readonly PrintJob[] => st.newest.all(),
		/** Jobs of a printer (null: of the tray) that were not sent yet, oldest first; the failed ones wait for it to be mended. */
		due: (printer: PrinterId | null): readonly PrintJob[] => st.due.all({ printer }),
		/** Sent, and not told the end of. */
		inHand: (printer: PrinterId | null): readonly PrintJob[] => st.inHand.all({ printer }),
		/** Whether a job waits that has not been tried. */
		anyQueued: (printer: PrinterId | null): boolean => st.anyQueued.get({ printer }) !== undefined,
		/** Everything queued for the tray comes out at once; whose slips these were, oldest first. */
		takeTray: (at: Instant): readonly Pick<PrintJob, 'id' | 'visitId'>[] =>
			st.takeTray.all({ at }).sort((a, b) => a.id - b.id),
		/** Not sent, and asked for at `before` or earlier; of every printer. */
		tooOld: (before: Instant): readonly PrintJob[] => st.tooOld.all({ before }),
		waiting: (printer: PrinterId | null): { readonly slips: number; readonly since: Instant | null } =>
			st.waiting.get({ printer }) ?? { slips: 0, since: null },
		kiosks: (): readonly { readonly id: DeviceId; readonly name: string }[] => st.kiosks.all(),
		/** In the hall's order, without those that are gone. */
		printers: (): readonly PrinterRow[] => st.printers.all(),
		printer: (id: PrinterId): PrinterRow | undefined => st.printer.get({ id }),
		/** It has told how it stands, or that a slip came out; one that cannot tell never has. */
		hasSpoken: (id: PrinterId): boolean => {
			const printer = st.printer.get({ id });
			if (!printer) return false;
			const last = printer.lastJob === null ? undefined : st.job.get({ id: printer.lastJob });
			return TOLD.has(printer.state) || last?.state === 'printed';
		},
		stands: (id: PrinterId, state: PrinterState, at: Instant): void => {
			tables.update(printers).set({ state, stateSince: at }).where(eq(printers.id, id)).run();
		},
		used: (id: PrinterId, mm: number, lastJob: PrintJobId): void => {
			tables
				.update(printers)
				.set({ usedMm: sql`${printers.usedMm} + ${mm}`, lastJob })
				.where(eq(printers.id, id))
				.run();
		},
	};
}
export type SlipRows = ReturnType<typeof prepareSlipRows>;
