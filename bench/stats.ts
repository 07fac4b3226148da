// The two numbers that stand for many: what half of them stay below, and what nearly all of them stay below.

/** The value below which this part of them lies (nearest rank); of none there is none to say. */
export function quantile(values: ArrayLike<number>, part: number): number {
	const sorted = Float64Array.from(values).sort();
	const value = sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? sorted[0];
	if (value === undefined) throw new Error('a quantile of nothing');
	return value;
}
export const p50 = (values: ArrayLike<number>): number => quantile(values, 0.5);
export const p99 = (values: ArrayLike<number>): number => quantile(values, 0.99);
