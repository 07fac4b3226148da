// Chance that repeats itself: the same seed throws the same numbers on every machine (mulberry32, 32 bits of state).
// Good enough to play a day; never for anything that must not be guessed.

export interface Dice {
	/** 0 up to, not including, 1. */
	readonly next: () => number;
	/** True in this share of all throws. */
	readonly chance: (share: number) => boolean;
	readonly between: (least: number, most: number) => number;
	readonly pick: <One>(all: readonly [One, ...One[]]) => One;
	/** One of these, in proportion to their weights; null when none weighs anything. */
	readonly weighted: <One>(all: readonly One[], weight: (one: One) => number) => One | null;
	/** Skewed like times that people take: half of the throws are below `median`, a few far above. */
	readonly lognormal: (median: number, sigma: number) => number;
}

export function dice(seed: number): Dice {
	let state = seed >>> 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	return {
		next,
		chance: (share) => next() < share,
		between: (least, most) => least + next() * (most - least),
		pick: (all) => all[Math.floor(next() * all.length)] ?? all[0],
		weighted: (all, weight) => {
			let left = next() * all.reduce((sum, one) => sum + weight(one), 0);
			for (const one of all) {
				left -= weight(one);
				if (left < 0) return one;
			}
			return null;
		},
		// Two even throws make one normal throw (Box and Muller); 1 - next() is never 0, so the logarithm is finite.
		lognormal: (median, sigma) =>
			median * Math.exp(sigma * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())),
	};
}

/** A seed of its own for the n-th person, so that one person's throws never shift another's. */
export const seedOf = (seed: number, n: number): number =>
	Math.imul(seed ^ Math.imul(n + 1, 0x9e3779b1), 0x85ebca6b) >>> 0;
