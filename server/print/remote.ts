// Printers that hang on a kiosk's own PC: a print agent there has the conversation with the printer and is shown its job
// as state, so that a lost packet or a reconnect neither loses a slip nor prints one twice. Knows no sockets.

import { randomInt } from 'node:crypto';
import type { DeviceId, PrintJobId } from '../../shared/id.ts';
import type { Refusal } from '../../shared/refusal.ts';
import type { PrinterFault, PrinterState, PrintOutcome } from '../../shared/slip.ts';
import type { AgentView } from '../../shared/views.ts';
import type { Hooks, Printer } from './ways/printer.ts';
import type { Status } from './ways/status.ts';
import { openTurns, type Turns } from './ways/turns.ts';

/** The line to an agent that is there. */
export interface Channel {
	readonly show: (view: AgentView) => void;
	/** A newer one of the same device has come. */
	readonly end: () => void;
}

export interface Remotes {
	/** For the spooler. Its agent may be away, and come and go. */
	readonly printer: (deviceId: DeviceId, name: string, status: Status) => Printer;
	/** For the sockets: the agent is there, and is shown what is in its hand. One agent a device: the newest counts. */
	readonly connected: (deviceId: DeviceId, channel: Channel) => void;
	readonly gone: (deviceId: DeviceId, channel: Channel) => void;
	/** What an agent asks; null = granted. `stale`: that job is not in its hand, whoever else's it may be. */
	readonly begin: (deviceId: DeviceId, job: PrintJobId) => Promise<Refusal | null>;
	readonly trouble: (deviceId: DeviceId, job: PrintJobId, fault: PrinterFault) => Refusal | null;
	readonly end: (deviceId: DeviceId, job: PrintJobId, outcome: PrintOutcome) => Refusal | null;
	readonly stands: (deviceId: DeviceId, state: PrinterState) => Refusal | null;
}

export interface RemoteLimits {
	/** For an agent to look at its printer and ask to begin. */
	readonly beginMs: number;
	/** An agent that is away in the middle of a job: told after this, */
	readonly awayMs: number;
	/** and waited for so long: it remembers how the job went. */
	readonly returnMs: number;
	/** An agent that is there and says nothing more about a job it began. Longer than a stalled printer is waited for. */
	readonly silentMs: number;
}
export const REMOTE_LIMITS: RemoteLimits = { beginMs: 3_000, awayMs: 2_000, returnMs: 120_000, silentMs: 150_000 };

const STALE: Refusal = { code: 'stale' };
const UNCONFIRMED: PrintOutcome = { kind: 'unconfirmed' };
const notSent = (fault: PrinterFault): PrintOutcome => ({ kind: 'not_sent', fault });

/** randomInt takes no wider range. Two alike in a million sendings: one in 500. They would have to meet in one agent's short memory. */
const newJobId = (): PrintJobId => randomInt(1, 2 ** 48 - 1) as PrintJobId;

/** A sending on its way through an agent. */
interface Sending {
	readonly id: PrintJobId;
	readonly bytes: string;
	readonly hooks: Hooks;
	begun: boolean;
	/** What its agent said of it last, while it goes on. */
	trouble: PrinterFault | null;
	/** Settled when the start is written down, if it was asked for. */
	writing: Promise<unknown>;
	/** The one clock that runs: for the beginning, for the agent's return, or for its silence. */
	patience: NodeJS.Timeout | null;
	telling: NodeJS.Timeout | null;
	readonly settle: (outcome: PrintOutcome) => void;
	readonly fail: (error: unknown) => void;
}

/** An agent's one hand: whatever is printed through it goes one after another. */
interface Hand {
	channel: Channel | null;
	stands: PrinterState;
	/** Of the printers that were opened for it and not closed, the newest last. */
	readonly statuses: Status[];
	sending: Sending | null;
	readonly turns: Turns;
}

export function openRemotes(limits: RemoteLimits = REMOTE_LIMITS): Remotes {
	const hands = new Map<DeviceId, Hand>();
	const handOf = (deviceId: DeviceId): Hand => {
		const known = hands.get(deviceId);
		if (known) return known;
		const hand: Hand = { channel: null, stands: 'unknown', statuses: [], sending: null, turns: openTurns() };
		hands.set(deviceId, hand);
		return hand;
	};
	const viewOf = ({ statuses, sending }: Hand): AgentView => ({
		status: statuses.at(-1) ?? null,
		job: sending && { id: sending.id, bytes: sending.bytes, begun: sending.begun },
	});
	const show = (hand: Hand): void => hand.channel?.show(viewOf(hand));
	const inHand = (deviceId: DeviceId, job: PrintJobId): Sending | null => {
		const sending = hands.get(deviceId)?.sending;
		return sending?.id === job ? sending : null;
	};

	function wait(sending: Sending, ms: number, end: () => PrintOutcome): void {
		if (sending.patience) clearTimeout(sending.patience);
		sending.patience = setTimeout(() => sending.settle(end()), ms);
	}
	function stopTelling(sending: Sending): void {
		if (sending.telling) clearTimeout(sending.telling);
		sending.telling = null;
	}
	/** A job that was begun is waited for, by how far away its agent is. */
	function follow(hand: Hand, sending: Sending): void {
		stopTelling(sending);
		wait(sending, hand.channel ? limits.silentMs : limits.returnMs, () => UNCONFIRMED);
		if (!hand.channel) sending.telling = setTimeout(() => sending.hooks.onTrouble('unreachable'), limits.awayMs);
	}

	/** Puts it into the agent's hand and waits until it is out of it. */
	function job(hand: Hand, bytes: Uint8Array, hooks: Hooks, signal: AbortSignal): Promise<PrintOutcome> {
		if (signal.aborted) return Promise.resolve(notSent('offline'));
		if (!hand.channel) return Promise.resolve(notSent('unreachable'));
		return new Promise((resolve, reject) => {
			/** Only the first word counts. */
			const over = (end: () => void): void => {
				if (hand.sending !== sending) return;
				hand.sending = null;
				if (sending.patience) clearTimeout(sending.patience);
				stopTelling(sending);
				signal.removeEventListener('abort', abort);
				show(hand);
				end();
			};
			const sending: Sending = {
				id: newJobId(),
				bytes: Buffer.from(bytes).toString('base64'),
				hooks,
				begun: false,
				trouble: null,
				writing: Promise.resolve(),
				patience: null,
				telling: null,
				settle: (outcome) => over(() => resolve(outcome)),
				fail: (error) => over(() => reject(error)),
			};
			const abort = (): void => {
				if (!sending.begun) sending.settle(notSent('offline'));
				// Not before the start is written down: the end is written after it.
				else void sending.writing.then(() => sending.settle(UNCONFIRMED));
			};
			signal.addEventListener('abort', abort, { once: true });
			hand.sending = sending;
			wait(sending, limits.beginMs, () => notSent(hand.channel ? 'offline' : 'unreachable'));
			show(hand);
		});
	}

	return {
		printer: (deviceId, name, status) => {
			const hand = handOf(deviceId);
			hand.statuses.push(status);
			show(hand);
			let open = true;
			return {
				name,
				send: (bytes, hooks, signal) => hand.turns.turn((stop) => job(hand, bytes, hooks, stop), signal),
				look: (signal) => hand.turns.turn(async () => (hand.channel ? hand.stands : 'unreachable'), signal),
				close: async () => {
					if (!open) return;
					open = false;
					hand.statuses.splice(hand.statuses.indexOf(status), 1);
					show(hand);
				},
			};
		},
		connected: (deviceId, channel) => {
			const hand = handOf(deviceId);
			const before = hand.channel;
			hand.channel = channel;
			hand.stands = 'unknown';
			before?.end();
			if (hand.sending?.begun) {
				follow(hand, hand.sending);
				// That it was out of reach is over; what it said before that may not be.
				if (hand.sending.trouble) hand.sending.hooks.onTrouble(hand.sending.trouble);
			}
			show(hand);
		},
		gone: (deviceId, channel) => {
			const hand = handOf(deviceId);
			if (hand.channel !== channel) return;
			hand.channel = null;
			if (hand.sending?.begun) follow(hand, hand.sending);
		},
		begin: async (deviceId, id) => {
			const sending = inHand(deviceId, id);
			if (!sending) return STALE;
			if (sending.begun) return { code: 'already_printed' };
			sending.begun = true;
			follow(handOf(deviceId), sending);
			sending.writing = sending.hooks.onSending().catch(sending.fail);
			await sending.writing;
			// It could not be written down, or the server is closing: nothing goes out any more.
			return inHand(deviceId, id) === sending ? null : STALE;
		},
		trouble: (deviceId, id, fault) => {
			const sending = inHand(deviceId, id);
			if (!sending) return STALE;
			if (!sending.begun) return { code: 'wrong_state' };
			follow(handOf(deviceId), sending);
			sending.trouble = fault;
			sending.hooks.onTrouble(fault);
			return null;
		},
		end: (deviceId, id, outcome) => {
			const sending = inHand(deviceId, id);
			if (!sending) return STALE;
			// Before the beginning nothing was sent, and after it the word "nothing" is too late to be sure.
			if (!sending.begun && outcome.kind !== 'not_sent') return { code: 'wrong_state' };
			const claim: PrintOutcome =
				sending.begun && outcome.kind === 'not_sent' ? { kind: 'broken', fault: outcome.fault } : outcome;
			if (!sending.begun) sending.settle(claim);
			else void sending.writing.then(() => sending.settle(claim));
			return null;
		},
		stands: (deviceId, state) => {
			handOf(deviceId).stands = state;
			return null;
		},
	};
}
