// One thing at a time with one printer: slips and looks wait for each other, and its end ends whatever is under way.

export interface Turns {
	/** The next one waits for this one, whether it goes well or not; its own asker hears how it went. */
	readonly turn: <Result>(work: (signal: AbortSignal) => Promise<Result>, signal: AbortSignal) => Promise<Result>;
	/** Aborts what is under way and what waits; resolves when all of it has ended. */
	readonly close: () => Promise<void>;
}

export function openTurns(): Turns {
	let last: Promise<unknown> = Promise.resolve();
	let closed = false;
	const busy = new Set<AbortController>();
	return {
		turn: (work, signal) => {
			const stop = new AbortController();
			const abort = (): void => stop.abort();
			signal.addEventListener('abort', abort, { once: true });
			if (signal.aborted || closed) abort();
			busy.add(stop);
			const mine = last
				.then(() => work(stop.signal))
				.finally(() => {
					signal.removeEventListener('abort', abort);
					busy.delete(stop);
				});
			last = mine.catch(() => undefined);
			return mine;
		},
		close: async () => {
			closed = true;
			for (const stop of busy) stop.abort();
			await last;
		},
	};
}
