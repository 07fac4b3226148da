// The rows of the print outbox: which job is next, and every change of one. All of it runs inside a commit; each change
// writes its journal row, so that kiosk and officer are shown it.

import { and, asc, desc, eq, isNull, lte, sql } from 'drizzle-orm';
import { dayOf, type TimeZone } from '../../shared/day.ts';
import { type Instant, MINUTE, type VisitId } from '../../shared/id.ts';
import type { SlipFault, SlipStatus } from '../../shared/views.ts';
import type { Store } from '../store/open.ts';
import { journal, printJobs, settings } from '../store/schema.ts';
import { prepareWith } from '../store/statement.ts';

export type Job = typeof printJobs.$inferSelect;

/** A slip that could not be printed for this long is not printed any more: its holder has gone with the number on the screen. */
export const TOO_OLD = 3 * MINUTE;
/** Jobs that can still be young enough to try again are among the newest so many. */
const NEWEST = 1_000;

/** Written as the partial index has it, or SQLite reads every job ever printed. */
const inHand = sql`${printJobs.state} in ('queued', 'printing')`;

export interface Jobs {
	/** Whether a job waits that has not been tried. */
	readonly anyQueued: () => boolean;
	/** The same, or one says that it is being printed. */
	readonly anyInHand: () => boolean;
	/** Everything queued comes out at once; how many did. */
	readonly printAll: (at: Instant) => number;
	/** Jobs that a crash left in the middle: they may be on paper, so they are told as such and never printed again. */
	readonly settle: (at: Instant) => void;
	/** Gives up what is too old. */
	readonly expire: (at: Instant) => void;
	/** Jobs not sent yet, oldest first; the failed ones among them are waiting for the printer to be mended. */
	readonly due: () => readonly Job[];
	readonly sending: (job: Job, at: Instant) => void;
	readonly done: (job: Job, status: SlipStatus, at: Instant) => void;
	/** The printer is not ready: all that wait for it are told why, and wait on. */
	readonly refused: (fault: SlipFault, at: Instant) => void;
}

export function openJobs(store: Store, timeZone: () => TimeZone): Jobs {
	const { tables } = store;
	const prepare = prepareWith(store.sqlite);
	const queued = prepare(
		tables
			.select({ id: printJobs.id })
			.from(printJobs)
			.where(and(inHand, eq(printJobs.state, 'queued')))
			.limit(1),
	);
	const current = prepare(tables.select({ id: printJobs.id }).from(printJobs).where(inHand).limit(1));
	const takeQueued = prepare(
		tables
			.update(printJobs)
			.set({
				state: 'printed',
				fault: null,
				tries: sql`${printJobs.tries} + 1`,
				sentAt: sql`${sql.placeholder('at')}`,
				doneAt: sql`${sql.placeholder('at')}`,
			})
			.where(and(inHand, eq(printJobs.state, 'queued')))
			.returning({ id: printJobs.id, visitId: printJobs.visitId }),
	);
	const halfDone = prepare(
		tables
			.select()
			.from(printJobs)
			.where(and(inHand, eq(printJobs.state, 'printing'))),
	);
	const notSent = prepare(
		tables
			.select()
			.from(printJobs)
			.where(
				and(
					sql`${printJobs.id} > (select coalesce(max(id), 0) from print_jobs) - ${NEWEST}`,
					sql`${printJobs.state} in ('queued', 'failed')`,
					isNull(printJobs.sentAt),
					isNull(printJobs.doneAt),
				),
			)
			.orderBy(asc(printJobs.id)),
	);
	const stale = prepare(
		tables
			.select()
			.from(printJobs)
			.where(and(inHand, eq(printJobs.state, 'queued'), lte(printJobs.createdAt, sql.placeholder('before')))),
	);
	const write = prepare(
		tables.insert(journal).values({
			at: sql.placeholder('at'),
			day: sql.placeholder('day'),
			kind: 'printed',
			visitId: sql.placeholder('visitId'),
			detail: sql.placeholder('detail'),
		}),
	);

	const tell = (visitId: VisitId, { state, fault }: SlipStatus, at: Instant): void => {
		write.run({ at, day: dayOf(at, timeZone()), visitId, detail: { slip: state, fault } });
	};
	const change = (job: Job, to: Partial<Job> & SlipStatus, at: Instant): void => {
		tables.update(printJobs).set(to).where(eq(printJobs.id, job.id)).run();
		tell(job.visitId, to, at);
	};
	const due = (): readonly Job[] => notSent.all();
	const tooOld = (job: Job, at: Instant): boolean => job.createdAt <= at - TOO_OLD;

	return {
		anyQueued: () => queued.get() !== undefined,
		anyInHand: () => current.get() !== undefined,
		printAll: (at) => {
			const printed = takeQueued.all({ at }).sort((a, b) => a.id - b.id);
			for (const { visitId } of printed) tell(visitId, { state: 'printed', fault: null }, at);
			return printed.length;
		},
		settle: (at) => {
			for (const job of halfDone.all()) change(job, { state: 'unconfirmed', fault: null, doneAt: at }, at);
		},
		expire: (at) => {
			const waiting = due().filter((it) => tooOld(it, at));
			const left = stale.all({ before: at - TOO_OLD }).filter((it) => !waiting.some((job) => job.id === it.id));
			for (const job of [...left, ...waiting])
				change(job, { state: 'failed', fault: job.fault ?? 'offline', doneAt: at }, at);
		},
		due,
		sending: (job, at) => change(job, { state: 'printing', fault: null, tries: job.tries + 1, sentAt: at }, at),
		done: (job, { state, fault }, at) => change(job, { state, fault, doneAt: at }, at),
		refused: (fault, at) => {
			for (const job of due())
				if (job.state !== 'failed' || job.fault !== fault)
					change(job, { state: 'failed', fault, tries: job.tries + 1 }, at);
		},
	};
}

/**
 * A second slip of the same number, with what the first one said, marked as a reprint; null when the visit never had one.
 * A verb: call it inside a commit.
 */
export function requestReprint(store: Store, visitId: VisitId, at: Instant): number | null {
	const { tables } = store;
	const first = tables
		.select({ facts: printJobs.facts })
		.from(printJobs)
		.where(eq(printJobs.visitId, visitId))
		.orderBy(desc(printJobs.id))
		.limit(1)
		.get();
	if (!first) return null;
	const hall = tables.select({ hall: settings.hall }).from(settings).get()?.hall;
	if (!hall) throw new Error('a visit without a hall');
	const { id } = tables
		.insert(printJobs)
		.values({ visitId, facts: first.facts, reprint: true, state: 'queued', tries: 0, createdAt: at })
		.returning({ id: printJobs.id })
		.get();
	const day = dayOf(at, hall.timeZone);
	tables
		.insert(journal)
		.values({ at, day, kind: 'printed', visitId, detail: { slip: 'queued', fault: null } })
		.run();
	return id;
}
