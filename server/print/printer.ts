// What every way to the paper must do, and what it may claim. An adapter only moves bytes: what they mean, which slip is
// next and what is told to the screens is decided elsewhere.

import type { SlipFault } from '../../shared/views.ts';

export type Outcome =
	/** The printer itself said, after the last byte, that everything before it was worked off and there is paper. */
	| { readonly kind: 'printed' }
	/** Everything went out and nothing came back: it may be on paper. Never sent again by itself. */
	| { readonly kind: 'unconfirmed' }
	/** Broke while the slip went out or was printed: part of it may be on paper. Never sent again by itself. */
	| { readonly kind: 'broken'; readonly fault: SlipFault }
	/** Not one byte of the slip went out: safe to try again. */
	| { readonly kind: 'not_sent'; readonly fault: SlipFault };

export interface Printer {
	/** For logs and for people: "tcp://192.168.1.50:9100". */
	readonly name: string;
	/**
	 * One slip. Jobs sent at once wait for each other. `onSending` is awaited before the first byte of the slip goes out;
	 * when it rejects, nothing is sent and `send` rejects with it. Aborting ends the wait with what is known by then.
	 */
	readonly send: (bytes: Uint8Array, onSending: () => Promise<void>, signal: AbortSignal) => Promise<Outcome>;
}
