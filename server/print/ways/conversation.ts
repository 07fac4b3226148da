// The talk with a printer, the same over every wire. Asked before (paper, cover, ready), so that a slip is sent only to one
// that can print it; asked after, so that "printed" is what the printer said and not what a cable swallowed. No question
// ever stands inside a slip: it would be taken for the rest of a command. Knows nothing about slips.

import type { PrinterFault, PrinterState, PrintOutcome } from '../../../shared/slip.ts';
import type { Limits } from './limits.ts';
import type { Hooks, Printer } from './printer.ts';
import { type Answer, LAST_QUESTION, type LastQuestion, meaning, type Status } from './status.ts';
import { backlogGone, type Health, healthOf, type Talk, talkOver } from './talk.ts';
import { openTurns } from './turns.ts';
import type { Loss, OpenWire, Patience, Wire } from './wire.ts';

/** One that used to answer and is silent now is busy with another host: asked again this often before it counts as mute. */
const PATIENCE = 5;

const notSent = (fault: PrinterFault): PrintOutcome => ({ kind: 'not_sent', fault });
const broken = (fault: PrinterFault): PrintOutcome => ({ kind: 'broken', fault });
const UNCONFIRMED: PrintOutcome = { kind: 'unconfirmed' };

/** What an answer after the slip means, or the end of the connection; null while there is neither. */
function judged(said: Answer | Loss | 'silent', nearEnd: boolean): PrintOutcome | null {
	if (said === 'silent') return null;
	if (said === 'reset') return broken('reset');
	if (typeof said === 'string') return UNCONFIRMED;
	const word = meaning(said);
	return word.fault ? broken(word.fault) : { kind: 'printed', nearEnd: nearEnd || word.nearEnd };
}

interface Job {
	readonly bytes: Uint8Array;
	readonly hooks: Hooks;
	readonly signal: AbortSignal;
}

/** Of a slip whose last byte has just gone out. */
interface Sent {
	readonly talk: Talk;
	readonly question: LastQuestion | null;
	/** How long the line needs for it. */
	readonly lineMs: number;
	readonly bytes: number;
	/** Before it the roll was nearly empty. */
	readonly nearEnd: boolean;
	/** Tells it, once. */
	readonly onStall: () => void;
	/** When its first byte went out. */
	readonly begun: number;
}

const saidAfter = ({ talk, question }: Sent, ms: number): Promise<Answer | Loss | 'silent'> =>
	question ? talk.answer(question.kind, ms) : talk.wire.until(talk.wire.loss, ms).then((loss) => loss ?? 'silent');

/** Waits for the word of a printer that speaks that the slip is out, looking after its paper and cover meanwhile. */
async function confirmed(sent: Sent, limits: Limits): Promise<PrintOutcome> {
	const { talk, question, lineMs, bytes, nearEnd } = sent;
	const printMs = lineMs + (question ? limits.confirmMs + limits.confirmMsPerByte * bytes : limits.muteMs);
	const since = performance.now();
	/** From when on it answers questions, without a gap. */
	let speaksSince: number | null = since;
	for (;;) {
		const outcome = judged(await saidAfter(sent, limits.lookEveryMs), nearEnd);
		if (outcome) return outcome;
		const health = await healthOf(talk, limits, limits.lookEveryMs);
		const now = performance.now();
		// It may have said meanwhile that the slip is out: then this trouble is the next one's.
		if (health.is === 'trouble') return judged(await saidAfter(sent, 0), nearEnd) ?? broken(health.fault);
		if (health.is === 'ready') {
			speaksSince ??= now;
			if (now - speaksSince >= printMs) return UNCONFIRMED;
		}
		if (health.is === 'mute') {
			speaksSince = null;
			if (now - since >= limits.stallMs + lineMs) sent.onStall();
			if (now - sent.begun >= limits.giveUpMs) return broken('stalled');
		}
	}
}

const TRUSTED: Readonly<Record<Status, boolean>> = {
	in_turn: true,
	asb: true,
	realtime: true,
	none: false,
	learn: false,
};

/** What is known of a printer before it is asked anything: of its profile, and from earlier days. */
export interface Known {
	readonly status: Status;
	/** It has answered before. Of one that is learnt, this decides whether silence is its nature or a fault. */
	readonly hasSpoken: boolean;
}

/** A printer at the end of a wire that is opened for each slip and each look. */
export function talkingPrinter(name: string, open: OpenWire, { status, hasSpoken }: Known, limits: Limits): Printer {
	const question = LAST_QUESTION[status];
	const { turn, close } = openTurns();
	/** It has answered a question of ours, ever; of those that are learnt. */
	let spoke = hasSpoken;
	let silences = 0;
	/** It has answered the question after a slip, ever. */
	let confirms = status === 'in_turn' || status === 'asb';
	/** It may hold something of an earlier job: of the last run of this program, at first. */
	let backlog = true;

	/** Null: it may be sent a slip. */
	async function unfit(talk: Talk, health: Health): Promise<PrinterFault | null> {
		switch (health.is) {
			case 'lost':
				return 'unreachable';
			case 'trouble':
				return health.fault;
			case 'mute':
				// One that is known to answer, and does not, is never sent a slip blind.
				if (TRUSTED[status] || (spoke && ++silences < PATIENCE)) return 'unreachable';
				spoke = false;
				silences = 0;
				return null;
			case 'ready':
				spoke = true;
				if (question && backlog) {
					const gone = await backlogGone(talk, question, limits);
					// One that is being learnt may not know this question, or be another printer by now.
					if (!gone && confirms && (status !== 'learn' || ++silences < PATIENCE)) return 'stalled';
					confirms = gone;
					backlog = false;
				}
				silences = 0;
				return null;
		}
	}

	async function sendOver(wire: Wire, openMs: number, { bytes, hooks, signal }: Job): Promise<PrintOutcome> {
		const talk = talkOver(wire);
		const health: Health = status === 'none' ? { is: 'mute' } : await healthOf(talk, limits, openMs);
		const fault = await unfit(talk, health);
		if (signal.aborted) return notSent('offline');
		if (fault) return notSent(fault);
		await hooks.onSending();
		let told = false;
		const onStall = (): void => {
			if (!told) hooks.onTrouble('stalled');
			told = true;
		};
		const patience: Patience = { stallMs: limits.stallMs, giveUpMs: limits.giveUpMs, onStall };
		if (question) talk.forget(question.kind);
		const job = question ? Buffer.concat([question.hush, bytes, question.ask]) : bytes;
		const begun = performance.now();
		const cut = await wire.write(job, patience);
		if (cut === 'aborted') return UNCONFIRMED;
		if (cut) return broken(cut === 'stalled' ? 'stalled' : 'reset');
		const sent: Sent = {
			talk,
			question,
			lineMs: job.length * wire.msPerByte,
			bytes: job.length,
			nearEnd: health.is === 'ready' && health.nearEnd,
			onStall,
			begun,
		};
		if (health.is === 'ready') return confirmed(sent, limits);
		return judged(await saidAfter(sent, limits.muteMs + sent.lineMs), sent.nearEnd) ?? UNCONFIRMED;
	}

	async function job(mine: Job): Promise<PrintOutcome> {
		const { signal } = mine;
		const since = performance.now();
		if (signal.aborted) return notSent('offline');
		const wire = await open(limits.connectMs, signal);
		if (typeof wire === 'string') return notSent(signal.aborted ? 'offline' : wire);
		let outcome: PrintOutcome | null = null;
		try {
			outcome = await sendOver(wire, performance.now() - since, mine);
			return outcome;
		} finally {
			// What is left of a slip that broke off is better lost than printed beside its reprint.
			await (outcome?.kind === 'broken' ? wire.drop() : wire.close());
			if (outcome?.kind === 'printed') confirms = true;
			else if (outcome?.kind !== 'not_sent') backlog = confirms;
		}
	}

	async function lookOver(wire: Wire, openMs: number): Promise<PrinterState> {
		if (status === 'none') return 'unknown';
		const health = await healthOf(talkOver(wire), limits, openMs);
		switch (health.is) {
			case 'lost':
				return 'unreachable';
			case 'trouble':
				return health.fault;
			case 'mute':
				return TRUSTED[status] || spoke ? 'unreachable' : 'unknown';
			case 'ready':
				spoke = true;
				return health.nearEnd ? 'near_end' : 'ready';
		}
	}

	async function look(signal: AbortSignal): Promise<PrinterState> {
		if (signal.aborted) return 'unknown';
		const since = performance.now();
		const wire = await open(limits.connectMs, signal);
		if (typeof wire === 'string') return signal.aborted ? 'unknown' : wire;
		let state: PrinterState = 'unknown';
		try {
			state = await lookOver(wire, performance.now() - since);
			return signal.aborted ? 'unknown' : state;
		} finally {
			// Nothing was written that must still arrive; one that does not answer would only be waited for.
			await (state === 'unreachable' ? wire.drop() : wire.close());
		}
	}

	return {
		name,
		send: (bytes, hooks, signal) => turn((mine) => job({ bytes, hooks, signal: mine }), signal),
		look: (signal) => turn(look, signal),
		close,
	};
}
