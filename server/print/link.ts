// One connection to a network printer: bytes out, answers in, each wait with an end. escpos-network carries; what it lacks
// is added around it: a limit on connecting, an ear for the other side hanging up, and an orderly end.

import Network from 'escpos-network';
import type { PrinterAddress } from './address.ts';
import { type Answer, openAnswers } from './status.ts';

/** How a connection ends before we end it: torn down, hung up on in good order, or given up by us. */
export type Loss = 'reset' | 'ended' | 'aborted';

export interface Link {
	/** Resolves when the last byte has left this machine, or no byte could leave for `stallMs`. */
	readonly write: (bytes: Uint8Array, stallMs: number) => Promise<Loss | 'stalled' | null>;
	/** The next answer of this kind within `ms`. */
	readonly answer: (kind: Answer['kind'], ms: number) => Promise<Answer | Loss | 'silent'>;
	/** In good order, so that what was written still arrives. */
	readonly close: () => Promise<void>;
}

/** Small, so that a slow printer shows progress. */
const CHUNK = 4096;
const GOODBYE_MS = 500;

/** Null when nobody answers within the limit. */
export async function openLink(address: PrinterAddress, connectMs: number, signal: AbortSignal): Promise<Link | null> {
	const adapter = new Network(address.host, address.port);
	const socket = adapter.device;
	if (!socket) throw new Error('escpos-network made no socket');
	let connected: boolean | undefined;
	let loss: Loss | undefined;
	let answers: Answer[] = [];
	const read = openAnswers();
	const waiting = new Set<() => void>();
	const wake = (): void => {
		for (const look of [...waiting]) look();
	};
	/** Looks now and after everything that happens, until there is something to see or the time is over. */
	const until = <Seen>(look: () => Seen | undefined, ms: number): Promise<Seen | undefined> =>
		new Promise((resolve) => {
			const done = (seen: Seen | undefined): void => {
				clearTimeout(timer);
				waiting.delete(check);
				resolve(seen);
			};
			const check = (): void => {
				const seen = look();
				if (seen !== undefined) done(seen);
			};
			const timer = setTimeout(() => done(undefined), ms);
			waiting.add(check);
			check();
		});
	const lose = (how: Loss) => (): void => {
		loss ??= how;
		wake();
	};
	const abort = lose('aborted');
	signal.addEventListener('abort', abort, { once: true });
	if (signal.aborted) abort();
	socket.on('data', (bytes: Buffer) => {
		for (const byte of bytes) {
			const answer = read(byte);
			if (answer) answers.push(answer);
		}
		wake();
	});
	socket.on('error', lose('reset'));
	socket.on('end', lose('ended'));
	socket.on('close', lose('reset'));
	// Its callback comes again with every later error; those are seen above.
	adapter.open((error) => {
		connected ??= !error;
		wake();
	});
	const gone = (): void => {
		signal.removeEventListener('abort', abort);
		adapter.close();
	};
	if (!(await until(() => (loss ? false : connected), connectMs))) {
		gone();
		return null;
	}
	socket.setNoDelay(true);
	return {
		write: async (bytes, stallMs) => {
			for (let from = 0; from < bytes.length; from += CHUNK) {
				if (loss) return loss;
				let left = false;
				adapter.write(bytes.subarray(from, from + CHUNK), (error) => {
					left = !error;
					wake();
				});
				const seen = await until(() => (left ? 'left' : loss), stallMs);
				if (seen !== 'left') return seen ?? 'stalled';
			}
			return null;
		},
		answer: async (kind, ms) => {
			const seen = await until(() => answers.find((it) => it.kind === kind) ?? loss, ms);
			if (typeof seen === 'object') answers = answers.filter((it) => it !== seen);
			return seen ?? 'silent';
		},
		close: async () => {
			if (!loss && !socket.destroyed) {
				socket.end();
				await until(() => (loss ? true : undefined), GOODBYE_MS);
			}
			gone();
		},
	};
}
