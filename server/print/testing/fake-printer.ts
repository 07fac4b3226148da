// A printer for tests: a TCP server that answers DLE EOT and GS r as ESC/POS printers do, and fails in the ways they fail.

import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

export interface Behaviour {
	/** `nothing`: a clone without any status. `realtime`: DLE EOT, but not GS r. */
	answers: 'everything' | 'realtime' | 'nothing';
	paper: 'there' | 'near_end' | 'out';
	cover: 'closed' | 'open';
	cutter: 'free' | 'stuck';
	online: boolean;
	/** `never`: takes the connection and reads nothing. */
	reads: 'at_once' | 'slowly' | 'never';
	/** Tears the connection down after so many bytes of a slip. */
	resetAfter: number | null;
	/** The roll ends after so many bytes of a slip. */
	rollEndsAfter: number | null;
	/** Hangs up in good order instead of answering GS r. */
	hangsUp: boolean;
	/** Sends an unasked 4-byte report before every answer. */
	reports: boolean;
}
export const WELL: Behaviour = {
	answers: 'everything',
	paper: 'there',
	cover: 'closed',
	cutter: 'free',
	online: true,
	reads: 'at_once',
	resetAfter: null,
	rollEndsAfter: null,
	hangsUp: false,
	reports: false,
};

export interface FakePrinter {
	readonly port: number;
	/** Change it at any time. */
	readonly is: Behaviour;
	/** The bytes of each slip that was worked off to its end. */
	readonly slips: readonly Uint8Array[];
	/** Every byte that ever arrived, without the real-time questions. */
	readonly received: () => number;
	readonly connections: () => number;
	readonly close: () => Promise<void>;
}

const FIXED = 0x12;
/** What DLE EOT n is answered with. */
const STATUS: Readonly<Record<number, (it: Behaviour) => number>> = {
	1: (it) => (it.online && it.paper !== 'out' && it.cover === 'closed' ? 0 : 0x08),
	2: (it) => (it.cover === 'open' ? 0x04 : 0) | (it.paper === 'out' ? 0x20 : 0),
	3: (it) => (it.cutter === 'stuck' ? 0x08 : 0),
	4: (it) => (it.paper === 'out' ? 0x6c : it.paper === 'near_end' ? 0x0c : 0),
};
/** A report that begins 0xx1xx00; its other bytes look like answers to GS r. */
const REPORT = Uint8Array.of(0x14, 0x00, 0x0c, 0x0f);
const MS_PER_STEP = 1;

export async function openFakePrinter(behaviour: Partial<Behaviour> = {}): Promise<FakePrinter> {
	const is: Behaviour = { ...WELL, ...behaviour };
	const slips: Uint8Array[] = [];
	const sockets = new Set<Socket>();
	let received = 0;
	let connections = 0;

	const serve = (socket: Socket): void => {
		connections++;
		sockets.add(socket);
		// A tester's client may tear the connection down: that is no fault of this printer.
		socket.on('error', () => socket.destroy());
		socket.on('close', () => sockets.delete(socket));
		const inbox: number[] = [];
		let slip: number[] = [];
		let question: number[] = [];
		const say = (byte: number): void => {
			if (socket.writable) socket.write(Uint8Array.from(is.reports ? [...REPORT, byte] : [byte]));
		};
		const take = (byte: number): void => {
			question = [...question, byte].slice(-3);
			if (question.length === 3 && question[0] === 0x10 && question[1] === 0x04) {
				slip.splice(-2);
				received -= 2;
				const answer = STATUS[byte];
				if (answer && is.answers !== 'nothing') say(FIXED | answer(is));
				question = [];
				return;
			}
			slip.push(byte);
			received++;
			if (is.rollEndsAfter !== null && slip.length >= is.rollEndsAfter) is.paper = 'out';
			if (is.resetAfter !== null && slip.length >= is.resetAfter) {
				socket.resetAndDestroy();
				return;
			}
			const asked = question[0] === 0x1d && question[1] === 0x72 && byte === 0x01;
			if (!asked || is.paper === 'out') return;
			slips.push(Uint8Array.from(slip.slice(0, -3)));
			slip = [];
			if (is.hangsUp) socket.end();
			else if (is.answers === 'everything') say(is.paper === 'near_end' ? 0x03 : 0x00);
		};
		if (is.reads === 'never') {
			socket.pause();
			return;
		}
		let reading = false;
		const step = (): void => {
			const byte = inbox.shift();
			if (byte === undefined || socket.destroyed) {
				reading = false;
				return;
			}
			take(byte);
			setTimeout(step, MS_PER_STEP);
		};
		socket.on('data', (bytes) => {
			if (is.reads === 'slowly') {
				inbox.push(...bytes);
				if (!reading) setTimeout(step, MS_PER_STEP);
				reading = true;
				return;
			}
			for (const byte of bytes) if (!socket.destroyed) take(byte);
		});
	};
	const server = createServer(serve);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('the fake printer has no port');
	return {
		port: address.port,
		is,
		slips,
		received: () => received,
		connections: () => connections,
		close: async () => {
			for (const socket of sockets) socket.destroy();
			server.close();
			await once(server, 'close');
		},
	};
}
