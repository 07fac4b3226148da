// A printer on the network. Asked before (paper, cover, ready), so that a slip is sent only to one that can print it;
// asked after, so that "printed" is what the printer said and not what a socket swallowed. Knows nothing about slips.

import type { SlipFault } from '../../shared/views.ts';
import { type PrinterAddress, writePrinterAddress } from './address.ts';
import { type Link, openLink } from './link.ts';
import type { Outcome, Printer } from './printer.ts';
import { ASK_IN_TURN, paperLeft, QUESTIONS } from './status.ts';

export interface Limits {
	readonly connectMs: number;
	/** For the answer to a real-time question; printers need a few milliseconds. */
	readonly statusMs: number;
	/** Without a single byte leaving. */
	readonly stallMs: number;
	/** For the answer after the slip, of a printer that answered before it: the time to print, */
	readonly confirmMs: number;
	/** and for each byte: a bridge to a serial printer at 9600 baud takes about a millisecond. */
	readonly confirmMsPerByte: number;
	/** While waiting for it, paper and cover are asked for this often. */
	readonly lookEveryMs: number;
	/** Of a printer that has never answered anything. */
	readonly muteMs: number;
}
export const LIMITS: Limits = {
	connectMs: 2_000,
	statusMs: 700,
	stallMs: 3_000,
	confirmMs: 3_000,
	confirmMsPerByte: 1.1,
	lookEveryMs: 1_000,
	muteMs: 1_500,
};

/** One that used to answer and is silent now is busy with another host: asked again this often before it counts as mute. */
const PATIENCE = 5;

const notSent = (fault: SlipFault): Outcome => ({ kind: 'not_sent', fault });
const broken = (fault: SlipFault): Outcome => ({ kind: 'broken', fault });
const PRINTED: Outcome = { kind: 'printed' };
const UNCONFIRMED: Outcome = { kind: 'unconfirmed' };

/** `ready`: every question was answered well. `mute`: no answer at all. */
type Health = 'ready' | 'mute' | 'lost' | { readonly fault: SlipFault };

async function healthOf(link: Link, { statusMs, stallMs }: Limits): Promise<Health> {
	let answered = false;
	for (const question of QUESTIONS) {
		if (await link.write(question.ask, stallMs)) return 'lost';
		const answer = await link.answer('now', statusMs);
		// Clones answer some of the questions and not others.
		if (answer === 'silent') return answered ? 'ready' : 'mute';
		if (typeof answer === 'string') return 'lost';
		answered = true;
		const fault = question.fault(answer.bits);
		if (fault) return { fault };
	}
	return 'ready';
}

/** What an answer after the slip means; null while there is none. */
function judged(answer: Awaited<ReturnType<Link['answer']>>): Outcome | null {
	if (answer === 'silent') return null;
	if (answer === 'reset') return broken('reset');
	if (typeof answer === 'string') return UNCONFIRMED;
	return paperLeft(answer.bits) ? PRINTED : broken('paper_out');
}

/** Waits for the printer's word that the slip is out, looking after its paper and cover meanwhile. */
async function confirmed(link: Link, speaks: boolean, bytes: number, limits: Limits): Promise<Outcome> {
	if (!speaks) return judged(await link.answer('in_turn', limits.muteMs)) ?? UNCONFIRMED;
	let left = limits.confirmMs + limits.confirmMsPerByte * bytes;
	let silent = false;
	while (left > 0) {
		const outcome = judged(await link.answer('in_turn', limits.lookEveryMs));
		if (outcome) return outcome;
		const health = await healthOf(link, limits);
		if (typeof health === 'object') return broken(health.fault);
		silent = health === 'mute';
		left -= limits.lookEveryMs + (silent ? limits.statusMs : 0);
	}
	return silent ? broken('stalled') : UNCONFIRMED;
}

export function networkPrinter(address: PrinterAddress, limits: Limits = LIMITS): Printer {
	let last: Promise<unknown> = Promise.resolve();
	let spoke = false;
	let silences = 0;

	async function overLink(
		link: Link,
		bytes: Uint8Array,
		onSending: () => Promise<void>,
		signal: AbortSignal,
	): Promise<Outcome> {
		const health = await healthOf(link, limits);
		if (health === 'lost') return notSent('unreachable');
		if (typeof health === 'object') return notSent(health.fault);
		const speaks = health === 'ready';
		if (!speaks && spoke && ++silences < PATIENCE) return notSent('unreachable');
		spoke = speaks;
		silences = 0;
		if (signal.aborted) return notSent('offline');
		await onSending();
		const cut = await link.write(Buffer.concat([bytes, ASK_IN_TURN]), limits.stallMs);
		if (cut === 'aborted') return UNCONFIRMED;
		if (cut) return broken(cut === 'stalled' ? 'stalled' : 'reset');
		return confirmed(link, speaks, bytes.length, limits);
	}

	async function job(bytes: Uint8Array, onSending: () => Promise<void>, signal: AbortSignal): Promise<Outcome> {
		const link = await openLink(address, limits.connectMs, signal);
		if (!link) return notSent('unreachable');
		try {
			return await overLink(link, bytes, onSending, signal);
		} finally {
			await link.close();
		}
	}

	return {
		name: writePrinterAddress(address),
		send: (bytes, onSending, signal) => {
			const mine = last.then(() => job(bytes, onSending, signal));
			// The next one waits for this one, whether it goes well or not; its own asker hears how it went.
			last = mine.then(
				() => undefined,
				() => undefined,
			);
			return mine;
		},
	};
}
