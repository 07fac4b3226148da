// The agent's work: prints what is put into its hand, once; tells how it went, also after a break; and looks after its
// printer in between. One thing at a time.

import type { Printer } from '../server/print/ways/printer.ts';
import type { DoorRefusal } from '../shared/contract.ts';
import { SECOND } from '../shared/id.ts';
import type { Refusal } from '../shared/refusal.ts';
import type { PrinterFault, PrinterState, PrintOutcome } from '../shared/slip.ts';
import type { AgentJob, AgentView } from '../shared/views.ts';
import { words } from '../shared/words/words.ts';
import type { Hall } from './hall.ts';
import type { Memory } from './memory.ts';

export type Status = NonNullable<AgentView['status']>;

export interface WorkParts {
	readonly hall: Hall;
	readonly memory: Memory;
	readonly open: (status: Status) => Printer;
	readonly say: (line: string) => void;
	/** Takes nothing new into its hand any more. */
	readonly stop: AbortSignal;
	/** Later: what is being printed is not waited for any longer. */
	readonly hurry: AbortSignal;
}

/** The server reads what it was told every second: together a fault is found within three. */
const LOOK_EVERY = 1.5 * SECOND;
/** Much more than the longest slip with the largest logo. */
const MOST_BYTES = 512 * 1024;
const MOST_REMEMBERED = 100;

const said = words.id.agent;
const notSent = (fault: PrinterFault): PrintOutcome => ({ kind: 'not_sent', fault });

/** The server did not grant the beginning: nothing went out. */
class NotGranted extends Error {
	readonly refusal: Refusal;
	constructor(refusal: Refusal) {
		super(refusal.code);
		this.refusal = refusal;
	}
}
/** It could not be noted that the job begins: nothing went out. */
class NotNoted extends Error {}

const whyOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Until it is stopped, or the door of the hall stays shut: then says why. */
export async function work({ hall, memory, open, say, stop, hurry }: WorkParts): Promise<'stopped' | DoorRefusal> {
	const opened: { printer: Printer | null; status: Status | null } = { printer: null, status: null };
	/** Jobs that were dealt with here, oldest first: still shown until the server has seen to it. */
	const dealtWith = new Set<AgentJob['id']>();
	const isDealtWith = (job: AgentJob['id']): void => {
		dealtWith.add(job);
		const [oldest] = dealtWith;
		if (oldest !== undefined && dealtWith.size > MOST_REMEMBERED) dealtWith.delete(oldest);
	};
	/** What the server was told last of the printer, and on which line. */
	let told: { readonly line: number; readonly state: PrinterState } | null = null;
	let spoken: string | null = null;
	const sayOnce = (line: string): void => {
		if (line !== spoken) say(line);
		spoken = line;
	};
	/** A change of the files on this disk that a print does not hang on. */
	const note = (change: () => void): void => {
		try {
			change();
		} catch (error) {
			say(said.cannotNote(memory.file, whyOf(error)));
		}
	};

	/** How jobs ended, until the server has heard it or says that it does not want to know any more. */
	async function tellEnds(): Promise<void> {
		for (const { job, outcome } of memory.untold()) {
			isDealtWith(job);
			const reply = await hall.ask('end', { job, outcome });
			if (!reply.ok && (reply.refusal.code === 'offline' || reply.refusal.code === 'no_answer')) return;
			note(() => memory.told(job));
		}
	}

	async function printerFor(status: Status): Promise<Printer> {
		if (opened.printer && opened.status === status) return opened.printer;
		await opened.printer?.close();
		opened.printer = open(status);
		opened.status = status;
		return opened.printer;
	}

	/** How the job went; null where there is nothing to tell, because it is not this agent's any more. */
	async function outcomeOf(it: Printer, job: AgentJob): Promise<PrintOutcome | null> {
		// Begun before this program lived, or on a line that broke: it may be on paper.
		if (job.begun) {
			say(said.left);
			return { kind: 'unconfirmed' };
		}
		// Noted and never granted: nothing went out, and this number is used up.
		if (memory.hasBegun(job.id)) return notSent('offline');
		const bytes = Buffer.from(job.bytes, 'base64');
		if (bytes.length > MOST_BYTES) {
			say(said.tooLarge);
			return notSent('refused');
		}
		try {
			return await it.send(
				bytes,
				{
					onSending: async () => {
						try {
							memory.began(job.id);
						} catch (error) {
							throw new NotNoted(said.cannotNote(memory.file, whyOf(error)));
						}
						const reply = await hall.ask('begin', { job: job.id });
						if (!reply.ok) throw new NotGranted(reply.refusal);
					},
					onTrouble: (fault) => {
						sayOnce(said.stands[fault]);
						void hall.ask('trouble', { job: job.id, fault });
					},
				},
				hurry,
			);
		} catch (error) {
			if (error instanceof NotNoted) {
				say(error.message);
				return notSent('offline');
			}
			if (!(error instanceof NotGranted)) throw error;
			// Not known whether it was granted. If so, the hall has written that it began: what follows must say so.
			const { code } = error.refusal;
			return code === 'offline' || code === 'no_answer' ? { kind: 'broken', fault: 'unreachable' } : null;
		}
	}

	async function print(it: Printer, job: AgentJob): Promise<void> {
		isDealtWith(job.id);
		const outcome = await outcomeOf(it, job);
		if (!outcome) return;
		if (!job.begun) say(said.outcomes[outcome.kind]);
		note(() => memory.ended(job.id, outcome));
		await tellEnds();
	}

	const jobInHand = (): AgentJob | null => {
		const job = hall.shown()?.job ?? null;
		return job && !dealtWith.has(job.id) ? job : null;
	};

	/** Looks at the printer, unless a job comes or it is time to go: those do not wait for a printer that is silent. */
	async function look(it: Printer): Promise<void> {
		const interrupt = new AbortController();
		const seen: { state: PrinterState | null } = { state: null };
		const looking = it.look(interrupt.signal).then((state) => {
			seen.state = state;
			hall.wake();
		});
		while (seen.state === null && !stop.aborted && !jobInHand()) await hall.change(LOOK_EVERY);
		const { state } = seen;
		interrupt.abort();
		await looking;
		if (state === null) return;
		sayOnce(said.stands[state]);
		const line = hall.line();
		if (told?.line === line && told.state === state) return;
		const reply = await hall.ask('stands', { state });
		if (reply.ok) told = { line, state };
	}

	while (!stop.aborted && !hall.gone()) {
		const view = hall.shown();
		if (view) await tellEnds();
		if (view?.status) {
			const it = await printerFor(view.status);
			const job = jobInHand();
			if (job) {
				await print(it, job);
				continue;
			}
			await look(it);
		} else if (view) {
			sayOnce(said.unassigned);
		}
		if (!stop.aborted && !jobInHand()) await hall.change(LOOK_EVERY);
	}
	await tellEnds();
	await opened.printer?.close();
	return hall.gone() ?? 'stopped';
}
