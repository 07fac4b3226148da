// The outbox as one printer's press sees it: which job is next, and every change of one. All of it runs inside a commit;
// each change writes its journal row, so that kiosk and officer are shown it.

import { dayOf, type TimeZone } from '../../shared/day.ts';
import type { Instant, PrinterId, PrintJobId } from '../../shared/id.ts';
import { type PrinterFault, type PrinterState, SLIP_TOO_OLD, type SlipStatus } from '../../shared/slip.ts';
import { OF_THE_HALL } from '../store/journal-rows.ts';
import type { Rows } from '../store/rows.ts';
import type { PrintJob, SlipRows } from '../store/slip-rows.ts';

export type Job = PrintJob;

export interface JobParts {
	readonly rows: Rows;
	readonly slips: SlipRows;
	readonly timeZone: () => TimeZone;
}

/** A slip that breaks off again and again must not print a roll of reprints. */
const MOST_SLIPS = 4;

export interface Jobs {
	/** Whether a job waits that has not been tried. */
	readonly anyQueued: () => boolean;
	/** Jobs that a crash left in the middle: they may be on paper, so they are told as such and never printed again. */
	readonly settle: (at: Instant) => void;
	/** The oldest that was not sent yet; what has grown too old is given up on the way. */
	readonly next: (at: Instant) => Job | undefined;
	/** Its first byte goes out now; false when it has been moved or cancelled since. */
	readonly sending: (id: PrintJobId, at: Instant) => boolean;
	/** It is out, and held up in the printer. */
	readonly heldUp: (job: Job, fault: PrinterFault, at: Instant) => void;
	/** Its end; `mm`: the paper it used. */
	readonly done: (job: Job, status: SlipStatus, mm: number, at: Instant) => void;
	/** The end of one that may be half on paper: a marked reprint follows, while its visitor may still be there. */
	readonly brokeOff: (job: Job, fault: PrinterFault, mm: number, at: Instant) => void;
	/** The printer is not ready: all that wait for it are told why, and wait on. */
	readonly refused: (fault: PrinterFault, at: Instant) => void;
	/** How the printer stands, where that is news. */
	readonly stands: (state: PrinterState, at: Instant) => void;
}

type Tell = (visitId: Job['visitId'], status: SlipStatus, at: Instant) => void;

function telling({ rows, timeZone }: JobParts): Tell {
	return (visitId, { state, fault }, at) => {
		const detail = { slip: state, fault, by: null };
		rows.insertJournal({ ...OF_THE_HALL, at, day: dayOf(at, timeZone()), kind: 'printed', visitId, detail });
	};
}
/** Gives up what nobody waits for any more, whatever printer it was for (also one that is gone); how many. */
export function expireSlips(parts: JobParts, at: Instant): number {
	const tell = telling(parts);
	const old = parts.slips.tooOld(at - SLIP_TOO_OLD);
	for (const job of old) {
		const status: SlipStatus = { state: 'failed', fault: job.fault ?? 'offline' };
		parts.slips.change(job.id, { ...status, doneAt: at });
		tell(job.visitId, status, at);
	}
	return old.length;
}

export function openJobs(parts: JobParts, printer: PrinterId): Jobs {
	const { rows, slips, timeZone } = parts;
	const tell = telling(parts);
	const change = (job: Job, to: Partial<Job> & SlipStatus, at: Instant): void => {
		slips.change(job.id, to);
		tell(job.visitId, to, at);
	};
	const end = (job: Job, { state, fault }: SlipStatus, mm: number, at: Instant): void => {
		change(job, { state, fault, doneAt: at, mm }, at);
		slips.used(printer, mm, job.id);
	};
	return {
		anyQueued: () => slips.anyQueued(printer),
		settle: (at) => {
			for (const job of slips.inHand(printer)) change(job, { state: 'unconfirmed', fault: null, doneAt: at }, at);
		},
		next: (at) => {
			expireSlips(parts, at);
			return slips.due(printer)[0];
		},
		sending: (id, at) => {
			const job = slips.job(id);
			if (!job || job.printerId !== printer || job.sentAt !== null || job.doneAt !== null) return false;
			change(job, { state: 'printing', fault: null, tries: job.tries + 1, sentAt: at }, at);
			return true;
		},
		heldUp: (job, fault, at) => change(job, { state: 'failed', fault }, at),
		done: end,
		brokeOff: (job, fault, mm, at) => {
			end(job, { state: 'failed', fault }, mm, at);
			if (job.visitId === null || at - job.createdAt >= SLIP_TOO_OLD) return;
			if (slips.countOfVisit(job.visitId) >= MOST_SLIPS) return;
			const again = { state: 'queued', fault, tries: 0, sentAt: null, doneAt: null, mm: null } as const;
			// As old as the one it stands for: what cannot be printed in time is not printed at all.
			slips.insert({
				...again,
				kind: 'reprint',
				visitId: job.visitId,
				facts: job.facts,
				printerId: printer,
				createdAt: job.createdAt,
			});
			tell(job.visitId, again, at);
		},
		refused: (fault, at) => {
			for (const job of slips.due(printer))
				if (job.state !== 'failed' || job.fault !== fault)
					change(job, { state: 'failed', fault, tries: job.tries + 1 }, at);
		},
		stands: (state, at) => {
			if (slips.printer(printer)?.state === state) return;
			slips.stands(printer, state, at);
			rows.insertJournal({
				...OF_THE_HALL,
				at,
				day: dayOf(at, timeZone()),
				kind: 'printer',
				detail: { printer, state },
			});
		},
	};
}
