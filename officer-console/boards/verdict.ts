// Whether a board can be read from where its numbers are for, in sentences that say what to do where it cannot. Pure.

import type { BoardLayout } from '../../shared/board.ts';
import { type BoardShape, type Judged, LIST_SERVES, legibility, lookOf } from '../../shared/legible.ts';
import { words } from './words.ts';

/** The largest TV that a hall can buy; beyond it only nearer seats or another board help. */
const LARGEST_INCH = 98;
/** As TVs are sold, inches. */
const SOLD = [24, 32, 40, 43, 50, 55, 65, 75, 85, LARGEST_INCH] as const;

export interface Verdict {
	readonly passes: boolean;
	readonly sentence: string;
}

/** null: size or distance is not known. `signs`: of the hall's longest number. */
export function verdictsOf(layout: BoardLayout, shape: BoardShape, signs: number): readonly Verdict[] | null {
	const { diagonalInch, farthestM } = layout;
	if (diagonalInch === null || farthestM === null) return null;
	const { hero, rows } = legibility(lookOf(layout), shape, { signs, diagonalInch, farthestM });
	const { digits } = words.verdict;
	const list = digits.rows(LIST_SERVES * 100);
	return [...(hero ? [verdictOf(digits.hero, hero)] : []), ...(rows ? [verdictOf(list, rows)] : [])];
}

function verdictOf(what: string, { mm, passes, reachesM, seatsM, smallestInch }: Judged): Verdict {
	const say = words.verdict;
	const metres = rounded(reachesM);
	const reads = metres > 0 ? say.reads(what, mm, metres) : say.readsNever(what, mm);
	if (passes) return { passes, sentence: `${reads} – ${say.passes}.` };
	const inches = SOLD.find((it) => it >= smallestInch);
	const seats = rounded(seatsM);
	return { passes, sentence: `${reads} – ${inches ? say.fails(inches, seats) : say.failsAnyway(seats)}.` };
}

/** Down: less is never promised as more. */
const rounded = (metres: number): number => Math.floor(metres * 10) / 10;
