// One printer and the jobs that wait for it, oldest first, one at a time; while none waits, it is looked after. A slip is
// marked as being printed before its first byte goes out: whatever dies, no slip comes out twice by itself.

import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '../../shared/id.ts';
import type { PrinterFault, PrinterState, PrintOutcome } from '../../shared/slip.ts';
import type { Commits } from '../store/commit.ts';
import type { Compose } from './compose.ts';
import type { Job, Jobs } from './jobs.ts';
import type { Log } from './spooler.ts';
import type { Printer } from './ways/printer.ts';

export interface Press {
	readonly nudge: () => void;
	/** Lets the slip in hand end, for a second at most; what waits stays in its row for the next start. */
	readonly close: () => Promise<void>;
	/** When the printer was last heard to be well; null since the start. */
	readonly seenAt: () => Instant | null;
}
export interface PressParts {
	readonly jobs: Jobs;
	readonly commits: Commits;
	readonly printer: Printer;
	/** Job -> bytes and the paper they use. */
	readonly compose: Compose;
	readonly clock: () => Instant;
	readonly log: Log;
	/** Between two looks at a printer with nothing to print, ms. */
	readonly lookEvery: number;
}

/** A fault is over at most so long before it is noticed; a look itself takes up to two seconds more. */
const RETRY_MS = 1_300;
/** How long a closing server waits for the slip in hand. */
const GRACE_MS = 1_000;

/** The slip was moved to another printer, or cancelled, while it was on its way here. */
class Withdrawn extends Error {}

/** What an outcome says about the printer. */
function stateAfter(outcome: PrintOutcome): PrinterState {
	switch (outcome.kind) {
		case 'printed':
			return isNearEnd(outcome) ? 'near_end' : 'ready';
		case 'unconfirmed':
			return 'unknown';
		case 'broken':
		case 'not_sent':
			return outcome.fault;
	}
}

const isNearEnd = (outcome: PrintOutcome): boolean => outcome.kind === 'printed' && outcome.nearEnd;

export function openPress({ jobs, commits, printer, compose, clock, log, lookEvery }: PressParts): Press {
	const closing = new AbortController();
	let closed = false;
	let rest = new AbortController();
	let seenAt: Instant | null = null;
	let state: PrinterState | null = null;
	/** Why the slip in hand does not come out, while it does not. */
	let held: PrinterFault | null = null;
	/** A slip has just come out: better news than any look could bring. */
	let justPrinted = false;

	function heard(next: PrinterState): void {
		if (next === 'ready' || next === 'near_end') seenAt = clock();
		if (next !== state) log.info({ printer: printer.name, state: next }, 'the printer stands otherwise');
		state = next;
	}

	/** Until the time is over, or something new comes in. */
	async function rested(ms: number): Promise<void> {
		if (closed) return;
		rest = new AbortController();
		const { signal } = rest;
		await sleep(ms, undefined, { signal }).catch((error: unknown) => {
			if (!signal.aborted) throw error;
		});
	}
	const pause = async (ms: number): Promise<void> => {
		if (!jobs.anyQueued()) await rested(ms);
	};

	async function look(): Promise<void> {
		const next = await printer.look(closing.signal);
		if (closed) return;
		heard(next);
		await commits.run((at) => jobs.stands(next, at));
	}

	async function record(job: Job, mm: number, outcome: PrintOutcome): Promise<void> {
		// On the way out nothing is said of a printer that was only hurried.
		if (closed && outcome.kind === 'not_sent') return;
		const next = stateAfter(outcome);
		heard(next);
		await commits.run((at) => {
			jobs.stands(next, at);
			settleOne(job, mm, outcome, at);
		});
	}
	function settleOne(job: Job, mm: number, outcome: PrintOutcome, at: Instant): void {
		if (outcome.kind === 'not_sent') jobs.refused(outcome.fault, at);
		else if (outcome.kind === 'broken') jobs.brokeOff(job, outcome.fault, mm, at);
		else jobs.done(job, { state: outcome.kind, fault: isNearEnd(outcome) ? 'near_end' : null }, mm, at);
	}

	const tell = (change: (at: Instant) => void): void => {
		commits.run(change).catch((error: unknown) => log.error({ err: error }, 'held-up slips could not be told'));
	};
	/** Told while the end of the slip is still waited for: to its visitor, and to all who wait behind it. */
	function heldUp(job: Job, fault: PrinterFault): void {
		held = fault;
		heard(fault);
		tell((at) => {
			jobs.stands(fault, at);
			jobs.heldUp(job, fault, at);
			jobs.refused(fault, at);
		});
	}

	async function send(job: Job): Promise<PrintOutcome | null> {
		let made: Awaited<ReturnType<Compose>>;
		try {
			made = await compose(job);
		} catch (error) {
			// A slip that cannot be composed must not hold up all others.
			log.error({ err: error, job: job.id }, 'a slip could not be composed');
			await commits.run((at) => jobs.done(job, { state: 'failed', fault: null }, 0, at));
			return null;
		}
		const onSending = async (): Promise<void> => {
			if (!(await commits.run((at) => jobs.sending(job.id, at)))) throw new Withdrawn();
		};
		try {
			const hooks = { onSending, onTrouble: (fault: PrinterFault) => heldUp(job, fault) };
			const outcome = await printer.send(made.bytes, hooks, closing.signal);
			held = null;
			justPrinted = outcome.kind === 'printed';
			await record(job, made.mm, outcome);
			return outcome;
		} catch (error) {
			if (error instanceof Withdrawn) return null;
			throw error;
		}
	}

	/** One job, or a look where nothing waits; then the pause until the next. */
	async function step(): Promise<void> {
		const job = await commits.run((at) => {
			// Nothing is in hand between two steps, so what says that it is was left by a crash or by a commit that failed.
			jobs.settle(at);
			return jobs.next(at);
		});
		if (closed) return;
		if (!job) {
			if (justPrinted) {
				justPrinted = false;
				return pause(lookEvery);
			}
			await look();
			return pause(state === 'ready' || state === 'near_end' || state === 'unknown' ? lookEvery : RETRY_MS);
		}
		const outcome = await send(job);
		if (outcome?.kind === 'not_sent') await pause(RETRY_MS);
		// Its reprint waits already, and the printer has to be mended first.
		if (outcome?.kind === 'broken') await rested(RETRY_MS);
	}

	async function work(): Promise<void> {
		while (!closed) {
			try {
				await step();
			} catch (error) {
				log.error({ err: error, printer: printer.name }, 'printing stopped');
				// A full disk, say: the rows are as they were, so it is tried again, later.
				await rested(RETRY_MS);
			}
		}
	}

	const working = work();
	return {
		nudge: () => {
			if (closed || !jobs.anyQueued()) return;
			if (held === null) return rest.abort();
			const fault = held;
			tell((at) => jobs.refused(fault, at));
		},
		close: async () => {
			closed = true;
			rest.abort();
			const grace = setTimeout(() => closing.abort(), GRACE_MS);
			await working;
			clearTimeout(grace);
			await printer.close();
		},
		seenAt: () => seenAt,
	};
}
