// An open connection that only moves bytes, whatever it is made of: bytes out with an end to patience, bytes in, and how
// it was lost. What the bytes mean is not known here.

/** How a connection ends before we end it: torn down, hung up on in good order, or given up by us. */
export type Loss = 'reset' | 'ended' | 'aborted';

export interface Patience {
	/** Without a single byte leaving, after which `onStall` is told, once; */
	readonly stallMs: number;
	readonly onStall: () => void;
	/** and after which the rest is given up. */
	readonly giveUpMs: number;
}

export interface Wire {
	/** Milliseconds that a byte needs on the line after it has left this machine; 0 where that is nothing. */
	readonly msPerByte: number;
	/** Resolves with null when the last byte has left this machine. */
	readonly write: (bytes: Uint8Array, patience: Patience) => Promise<Loss | 'stalled' | null>;
	/** What came in since it was last asked. */
	readonly take: () => readonly number[];
	readonly loss: () => Loss | undefined;
	/** Looks now and after everything that happens here, until there is something to see or the time is over. */
	readonly until: <Seen>(look: () => Seen | undefined, ms: number) => Promise<Seen | undefined>;
	/** In good order, so that what was written still arrives. */
	readonly close: () => Promise<void>;
	/** At once, so that as little as possible of what was written still arrives. */
	readonly drop: () => Promise<void>;
}

/** Opens a wire within the limit, or says why there is none. */
export type OpenWire = (connectMs: number, signal: AbortSignal) => Promise<Wire | 'refused' | 'unreachable'>;

/** What the device under a wire does, and what it tells. */
export interface Device {
	readonly msPerByte: number;
	/** Hands over some of these bytes, at least one; resolves with how many left. Not called again before that. */
	readonly put: (bytes: Uint8Array) => Promise<number>;
	readonly close: () => Promise<void>;
	readonly drop: () => Promise<void>;
}
export interface Hub {
	readonly heard: (bytes: Uint8Array) => void;
	readonly lose: (how: Loss) => void;
	readonly wake: () => void;
	readonly loss: () => Loss | undefined;
	readonly until: Wire['until'];
	/** Of a device that never opened; a wire does this by itself when it ends. */
	readonly over: () => void;
	readonly wire: (device: Device) => Wire;
}

/** Small, so that a slow printer shows progress. */
const CHUNK = 4096;

export function openHub(signal: AbortSignal): Hub {
	let loss: Loss | undefined;
	let inbox: number[] = [];
	const waiting = new Set<() => void>();
	const wake = (): void => {
		for (const look of [...waiting]) look();
	};
	const lose = (how: Loss): void => {
		loss ??= how;
		wake();
	};
	const abort = (): void => lose('aborted');
	signal.addEventListener('abort', abort, { once: true });
	if (signal.aborted) abort();
	const over = (): void => signal.removeEventListener('abort', abort);

	const until: Wire['until'] = (look, ms) =>
		new Promise((resolve) => {
			const done = (seen: ReturnType<typeof look>): void => {
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

	function wire(device: Device): Wire {
		/** Bytes that were handed over and have not left yet. */
		let handing = false;
		const hand = (bytes: Uint8Array, left: (count: number) => void): void => {
			handing = true;
			device.put(bytes).then(
				(count) => {
					handing = false;
					left(count);
					wake();
				},
				() => {
					handing = false;
					lose('reset');
				},
			);
		};
		/** Until there is something to see, with a word on the way when it takes long. */
		const patiently = async <Seen>(look: () => Seen | undefined, patience: Patience): Promise<Seen | undefined> => {
			const { stallMs, giveUpMs, onStall } = patience;
			const seen = await until(look, Math.min(stallMs, giveUpMs));
			if (seen !== undefined || giveUpMs <= stallMs) return seen;
			onStall();
			return until(look, giveUpMs - stallMs);
		};
		return {
			msPerByte: device.msPerByte,
			write: async (bytes, patience) => {
				let told = false;
				const once: Patience = {
					...patience,
					onStall: () => {
						if (!told) patience.onStall();
						told = true;
					},
				};
				// What was given up on earlier is still on its way: two hands at once would mix the bytes.
				const free = await patiently(() => loss ?? (handing ? undefined : 'free'), once);
				if (free !== 'free') return free ?? 'stalled';
				for (let from = 0; from < bytes.length; ) {
					let gone = 0;
					hand(bytes.subarray(from, from + CHUNK), (count) => {
						gone = count;
					});
					const seen = await patiently(() => (gone > 0 ? 'left' : loss), once);
					if (seen !== 'left') return seen ?? 'stalled';
					from += gone;
				}
				return null;
			},
			take: () => {
				const taken = inbox;
				inbox = [];
				return taken;
			},
			loss: () => loss,
			until,
			close: async () => {
				over();
				await (loss ? device.drop() : device.close());
			},
			drop: async () => {
				over();
				await device.drop();
			},
		};
	}

	return {
		heard: (bytes) => {
			inbox.push(...bytes);
			wake();
		},
		lose,
		wake,
		loss: () => loss,
		until,
		over,
		wire,
	};
}
