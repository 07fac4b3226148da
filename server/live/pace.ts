// How often a kind of screen is redrawn: at once for what somebody is waiting to see, otherwise at most every so often,
// and always once more after the last change.

export interface Pace {
	/** Something changed. `now`: show it with everything else of this tick; else within the interval. */
	(now: boolean): void;
	readonly end: () => void;
}

export function openPace(interval: number, show: () => void): Pace {
	let soon: NodeJS.Immediate | null = null;
	let later: NodeJS.Timeout | null = null;
	let last = Number.NEGATIVE_INFINITY;
	const run = (): void => {
		if (soon) clearImmediate(soon);
		if (later) clearTimeout(later);
		soon = null;
		later = null;
		last = performance.now();
		show();
	};
	const pace = (now: boolean): void => {
		if (soon) return;
		const wait = last + interval - performance.now();
		if (now || wait <= 0) soon = setImmediate(run);
		else later ??= setTimeout(run, wait);
	};
	return Object.assign(pace, {
		end: () => {
			if (soon) clearImmediate(soon);
			if (later) clearTimeout(later);
		},
	});
}
