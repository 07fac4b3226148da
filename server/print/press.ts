// One printer and the jobs that wait for it, oldest first, one at a time. A slip is marked as being printed before its
// first byte goes out: whatever dies, no slip comes out twice by itself.

import { setTimeout as sleep } from 'node:timers/promises';
import type { SlipFault } from '../../shared/views.ts';
import { words } from '../../shared/words/words.ts';
import type { Job, Jobs } from './jobs.ts';
import { linesOf } from './lines.ts';
import type { Outcome, Printer } from './printer.ts';
import { profileFor } from './profile.ts';
import { openSlips } from './slip.ts';
import type { Spooler, SpoolerParts } from './spooler.ts';

/** Between looks at a printer that is not ready; a new slip asks for a look of its own. */
const RETRY_MS = [2_000, 3_000, 5_000] as const;
/** How long a closing server waits for the slip in hand. */
const GRACE_MS = 1_000;

export function openPress(
	{ store, commits, catalogue, paper, log }: SpoolerParts,
	jobs: Jobs,
	printer: Printer,
): Spooler {
	const slips = openSlips(store);
	const profile = profileFor(paper);
	const closing = new AbortController();
	let working: Promise<void> | null = null;
	let closed = false;
	let rest = new AbortController();
	let pauses = 0;
	/** What the printer was last seen to lack. */
	let trouble: SlipFault | null = null;

	async function compose(job: Job): Promise<Uint8Array> {
		const hall = catalogue();
		if (!hall) throw new Error('a slip without a hall');
		// Loaded with the first slip: a hall with a tray never needs it, and it would add a fifth of a second to each start.
		const { encode } = await import('./encode.ts');
		return encode(linesOf(slips(job.id, hall), profile, words.id), profile);
	}

	async function record(job: Job, outcome: Outcome): Promise<void> {
		if (outcome.kind === 'not_sent') {
			// On the way out nothing is said of a printer that was only hurried.
			if (closed) return;
			if (outcome.fault !== trouble) log.warn({ printer: printer.name, fault: outcome.fault }, 'printer not ready');
			trouble = outcome.fault;
			await commits.run((at) => jobs.refused(outcome.fault, at));
			return pause();
		}
		if (outcome.kind === 'broken') {
			log.warn({ printer: printer.name, fault: outcome.fault, job: job.id }, 'a slip broke off');
			await commits.run((at) => jobs.done(job, { state: 'failed', fault: outcome.fault }, at));
		} else {
			if (trouble) log.info({ printer: printer.name }, 'printer ready again');
			await commits.run((at) => jobs.done(job, { state: outcome.kind, fault: null }, at));
		}
		trouble = null;
		pauses = 0;
	}

	async function pause(): Promise<void> {
		const ms = RETRY_MS[Math.min(pauses++, RETRY_MS.length - 1)];
		rest = new AbortController();
		const { signal } = rest;
		await sleep(ms, undefined, { signal }).catch((error: unknown) => {
			if (!signal.aborted) throw error;
		});
	}

	/** One job; false when nothing waits. */
	async function step(): Promise<boolean> {
		const job = await commits.run((at) => {
			// Nothing is in hand between two steps, so what says "printing" was left by a crash or by a commit that failed.
			jobs.settle(at);
			jobs.expire(at);
			return jobs.due()[0];
		});
		if (!job || closed) return false;
		let bytes: Uint8Array;
		try {
			bytes = await compose(job);
		} catch (error) {
			// A slip that cannot be composed must not hold up all others.
			log.error({ err: error, job: job.id }, 'a slip could not be composed');
			await commits.run((at) => jobs.done(job, { state: 'failed', fault: null }, at));
			return true;
		}
		const sending = (): Promise<void> => commits.run((at) => jobs.sending(job, at));
		await record(job, await printer.send(bytes, sending, closing.signal));
		return true;
	}

	async function work(): Promise<void> {
		for (let more = true; more && !closed; ) {
			try {
				more = await step();
			} catch (error) {
				log.error({ err: error, printer: printer.name }, 'printing stopped');
				if (closed) return;
				// A full disk, say: the rows are as they were, so it is tried again, later.
				await pause();
			}
		}
	}

	function start(): void {
		working = work().finally(() => {
			working = null;
			// What was queued between the last look and now.
			nudge();
		});
	}
	function nudge(): void {
		if (closed || !jobs.anyQueued()) return;
		if (working) rest.abort();
		else start();
	}
	// What the last run left: slips in the middle, and failed ones that are young enough to try again.
	start();
	return {
		nudge,
		close: async () => {
			closed = true;
			rest.abort();
			const grace = setTimeout(() => closing.abort(), GRACE_MS);
			await working;
			clearTimeout(grace);
		},
	};
}
