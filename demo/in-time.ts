// Waiting and working side by side, in a demo that can be stopped at any moment.

/** At most `hands` at once, in order. */
export async function crew<Work>(
	all: readonly Work[],
	hands: number,
	each: (one: Work) => Promise<void>,
): Promise<void> {
	const left = [...all];
	const hand = async (): Promise<void> => {
		for (let one = left.shift(); one !== undefined; one = left.shift()) await each(one);
	};
	await Promise.all(Array.from({ length: hands }, hand));
}

export const aborted = (stop: AbortSignal): Promise<void> =>
	new Promise((resolve) => {
		if (stop.aborted) resolve();
		else stop.addEventListener('abort', () => resolve(), { once: true });
	});

/** Waits `ms`; ends early when the demo is stopped. */
export function pause(ms: number, stop: AbortSignal | null): Promise<void> {
	if (ms <= 0 || stop?.aborted) return Promise.resolve();
	return new Promise((resolve) => {
		const end = (): void => {
			clearTimeout(timer);
			stop?.removeEventListener('abort', end);
			resolve();
		};
		const timer = setTimeout(end, ms);
		stop?.addEventListener('abort', end, { once: true });
	});
}
