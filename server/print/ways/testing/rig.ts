// Every adapter with a fake printer at the end of its cable, and what the tests do with one: send, cure, switch off.

import { setMaxListeners } from 'node:events';
import { expect } from 'vitest';
import type { PrinterFault, PrintOutcome } from '../../../../shared/slip.ts';
import { talkingPrinter } from '../conversation.ts';
import { fileWire } from '../file.ts';
import { LIMITS, type Limits } from '../limits.ts';
import { networkPrinter } from '../network.ts';
import type { Printer } from '../printer.ts';
import { serialWire } from '../serial.ts';
import type { Status } from '../status.ts';
import { type Behaviour, type FakeCore, WELL } from './fake-core.ts';
import { openFakeLine, PTY_MISSING } from './fake-line.ts';
import { openFakePrinter } from './fake-printer.ts';

/** Text, a picture, a feed and a cut: 600 bytes or so, as a printer of 58 mm gets them. */
export const slipOf = (number: string): Uint8Array =>
	Uint8Array.of(
		...[0x1b, 0x40, 0x1b, 0x61, 0x01, 0x1d, 0x21, 0x77],
		...Buffer.from(`${number}\n`, 'latin1'),
		...[0x1d, 0x21, 0x00],
		...Buffer.from('Loket 3, Lantai 1\nSabtu, 14 Maret 2026 09.15\n', 'latin1'),
		...[0x1d, 0x76, 0x30, 0x00, 0x08, 0x00, 0x40, 0x00],
		...Array.from({ length: 8 * 64 }, (_, at) => (at * 37) & 0x7f),
		...[0x1b, 0x64, 0x04, 0x1d, 0x56, 0x01],
	);
export const SLIP = slipOf('C-012');
export const hex = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('hex');

/** For where an answer is expected: patient, for nothing is lost by it, and other tests run beside this one. */
export const PATIENT: Limits = {
	...LIMITS,
	connectMs: 5_000,
	statusMs: 2_000,
	healthMs: 8_000,
	lookEveryMs: 100,
	stallMs: 500,
	giveUpMs: 20_000,
	confirmMs: 4_000,
	confirmMsPerByte: 0,
	muteMs: 250,
	backlogMs: 8_000,
	quietMs: 80,
};
/** For where none is: as in the hall, but in a hurry. */
export const QUICK: Limits = {
	...PATIENT,
	statusMs: 300,
	healthMs: 1_300,
	giveUpMs: 1_000,
	confirmMs: 500,
	backlogMs: 1_000,
};
export const PRINTED: PrintOutcome = { kind: 'printed', nearEnd: false };
export const UNCONFIRMED: PrintOutcome = { kind: 'unconfirmed' };
export const notSent = (fault: PrinterFault): PrintOutcome => ({ kind: 'not_sent', fault });
export const broken = (fault: PrinterFault): PrintOutcome => ({ kind: 'broken', fault });
/** What is awaited must come, not come soon: other tests run beside it. */
export const SOON = { timeout: 15_000 };
export const never = new AbortController().signal;
// Many printers at once share it.
setMaxListeners(0, never);

/** A fake printer, its cable, and the adapter that reaches it. */
interface Bench {
	readonly fake: Pick<FakeCore, 'is' | 'slips' | 'received' | 'sessions'>;
	readonly printer: (status: Status, limits: Limits) => Printer;
	/** Switched off, or unplugged. */
	readonly goAway: () => Promise<void>;
	readonly comeBack: () => Promise<void>;
	readonly close: () => Promise<void>;
}
export interface Adapter {
	readonly name: string;
	/** Why it cannot be tried here. */
	readonly missing: string | null;
	readonly bench: () => Promise<Bench>;
	/** How it is told that nothing is there. */
	readonly whenAway: PrinterFault;
	/** `connections`: they can be hung up on. `line`: it is there or it is unplugged. */
	readonly cable: 'connections' | 'line';
	/** More bytes than the cable and all its buffers hold. */
	readonly tooMuch: number;
}

const overLine = (printer: (path: string, status: Status, limits: Limits) => Printer) => async (): Promise<Bench> => {
	const line = await openFakeLine();
	return {
		fake: line,
		printer: (status, limits) => printer(line.path, status, limits),
		goAway: line.unplug,
		comeBack: line.plugIn,
		close: line.close,
	};
};
async function overNetwork(): Promise<Bench> {
	const fake = await openFakePrinter();
	return {
		fake,
		printer: (status, limits) => networkPrinter({ host: '127.0.0.1', port: fake.port }, status, limits),
		goAway: fake.refuse,
		comeBack: fake.listen,
		close: fake.close,
	};
}
const MEGABYTE = 1024 * 1024;
const LINE = { missing: PTY_MISSING, whenAway: 'unreachable', cable: 'line', tooMuch: 2 * MEGABYTE } as const;

export const ADAPTERS: readonly Adapter[] = [
	{
		name: 'network',
		missing: null,
		bench: overNetwork,
		whenAway: 'refused',
		cable: 'connections',
		tooMuch: 32 * MEGABYTE,
	},
	{
		...LINE,
		name: 'USB',
		bench: overLine((path, status, limits) =>
			talkingPrinter(`usb:${path}`, fileWire(path), { status, hasSpoken: false }, limits),
		),
	},
	{
		...LINE,
		name: 'serial',
		bench: overLine((path, status, limits) =>
			talkingPrinter(`serial:${path}`, serialWire({ path, baud: 115_200 }), { status, hasSpoken: false }, limits),
		),
	},
];

export interface Rig extends Omit<Bench, 'printer'> {
	/** Known to answer everything. */
	readonly printer: Printer;
	readonly open: (status: Status, limits?: Partial<Limits>) => Printer;
	readonly send: (to?: Printer, bytes?: Uint8Array, signal?: AbortSignal) => Promise<PrintOutcome>;
	/** How often a slip was about to go out. */
	readonly sendings: () => number;
	/** What was told while a slip was held up. */
	readonly troubles: readonly PrinterFault[];
	/** Makes the printer so, and waits until its cable has heard of it. */
	readonly make: (how: Partial<Behaviour>) => Promise<void>;
	/** All is well again, but that it keeps what it kept. */
	readonly cure: () => Promise<void>;
}
/** The cable looks at its printer every few milliseconds. */
const HEARD_MS = 12;

export async function openRig(adapter: Adapter): Promise<Rig> {
	const bench = await adapter.bench();
	const { fake } = bench;
	const open: Rig['open'] = (status, limits = {}) => bench.printer(status, { ...PATIENT, ...limits });
	const printer = open('in_turn');
	const troubles: PrinterFault[] = [];
	let sendings = 0;
	const make = async (how: Partial<Behaviour>): Promise<void> => {
		Object.assign(fake.is, how);
		await new Promise((resolve) => setTimeout(resolve, HEARD_MS));
	};
	return {
		...bench,
		printer,
		open,
		troubles,
		sendings: () => sendings,
		make,
		cure: () => make({ ...WELL, keeps: fake.is.keeps }),
		send: (to = printer, bytes = SLIP, signal = never) => {
			const onSending = async (): Promise<void> => {
				// Questions may have been asked; of this slip nothing has gone out before it was written down.
				const holds = fake.sessions.at(-1)?.raw ?? [];
				expect(hex(Uint8Array.from(holds)).endsWith(hex(bytes.subarray(0, 64)))).toBe(false);
				sendings++;
			};
			return to.send(bytes, { onSending, onTrouble: (fault) => troubles.push(fault) }, signal);
		},
	};
}
