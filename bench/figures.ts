// What the bench prints: one line a figure, ours beside the floor that was measured in the same run, the ratio of the two,
// and the aim. A figure without an aim is there to be looked at, and never says that it is good or bad.

export type Unit = 'per s' | 'ms' | 'MB' | 'kB' | 'times';

/** `worth`: the aim is held against the ratio to the floor, or against our own figure. */
export interface Aim {
	readonly worth: 'ratio' | 'ours';
	readonly must: 'at least' | 'at most';
	readonly value: number;
}

export interface Figure {
	readonly name: string;
	readonly unit: Unit;
	readonly ours: number;
	/** null where nothing simpler could do the same. */
	readonly floor: number | null;
	readonly aim: Aim | null;
}

export interface Section {
	readonly title: string;
	/** How it was measured, in a sentence or two, for somebody who reads only this table. */
	readonly method: string;
	readonly figures: readonly Figure[];
}

export const atLeastOfFloor = (value: number): Aim => ({ worth: 'ratio', must: 'at least', value });
export const atMostOfFloor = (value: number): Aim => ({ worth: 'ratio', must: 'at most', value });
export const atMost = (value: number): Aim => ({ worth: 'ours', must: 'at most', value });

export const ratioOf = ({ ours, floor }: Figure): number | null =>
	floor === null || floor === 0 ? null : ours / floor;

/** null: nothing was aimed at, or the floor was too small to compare with. */
export function reached(figure: Figure): boolean | null {
	if (!figure.aim) return null;
	const { worth, must, value } = figure.aim;
	const held = worth === 'ours' ? figure.ours : ratioOf(figure);
	if (held === null) return null;
	return must === 'at least' ? held >= value : held <= value;
}

const HEAD = ['', 'ours', 'floor', 'ratio', 'aim', ''] as const;

/** A plain table, as wide as its words. */
export function printed({ title, method, figures }: Section): string {
	const rows = [HEAD, ...figures.map(cells)];
	const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
	const lines = rows.map((row) =>
		row
			.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
			.join('  ')
			.trimEnd(),
	);
	return [title, method, '', ...lines, ''].join('\n');
}

function cells(figure: Figure): readonly string[] {
	const ratio = ratioOf(figure);
	const held = reached(figure);
	return [
		figure.name,
		`${short(figure.ours)} ${figure.unit}`,
		figure.floor === null ? '' : `${short(figure.floor)} ${figure.unit}`,
		ratio === null ? '' : ratio.toFixed(2),
		figure.aim === null ? '' : aimText(figure.aim, figure.unit),
		held === null ? '' : held ? 'ok' : 'MISS',
	];
}

const aimText = ({ worth, must, value }: Aim, unit: Unit): string =>
	`${must === 'at least' ? '>=' : '<='} ${worth === 'ratio' ? `${value.toFixed(2)} of floor` : `${value} ${unit}`}`;

/** Three figures are as much as a noisy machine can say. */
const short = (value: number): string =>
	value >= 1000 ? Math.round(value).toLocaleString('en') : value.toPrecision(Math.max(1, value < 1 ? 2 : 3));
