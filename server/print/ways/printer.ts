// What every way to the paper must do, and what it may claim. An adapter only moves bytes: what they mean, which slip is
// next and what is told to the screens is decided elsewhere.

import type { PrinterFault, PrinterState, PrintOutcome } from '../../../shared/slip.ts';

export interface Hooks {
	/** Awaited before the first byte of the slip goes out; when it rejects, nothing is sent and `send` rejects with it. */
	readonly onSending: () => Promise<void>;
	/** The slip is out and held up (a stall): told at once, while the end is still waited for. */
	readonly onTrouble: (fault: PrinterFault) => void;
}

export interface Printer {
	/** For logs and for people: "tcp://192.168.1.50:9100". */
	readonly name: string;
	/** One slip. Jobs sent at once wait for each other. Aborting ends the wait with what is known by then. Never throws but for `onSending`. */
	readonly send: (bytes: Uint8Array, hooks: Hooks, signal: AbortSignal) => Promise<PrintOutcome>;
	/** How it stands, without printing anything; `unknown` where it cannot tell. Waits for a slip in hand. */
	readonly look: (signal: AbortSignal) => Promise<PrinterState>;
	/** Lets go of whatever is held open. */
	readonly close: () => Promise<void>;
}
