// Whether what a board writes can be read: how high its digits stand in each layout, how high they must stand, and from
// where, or on how large a TV, they would. The large number must be read from the farthest seat; the list beside it serves
// the front part of the hall (LIST_SERVES): from behind, people look at the large number and listen to the voice.

import type { BoardLayout } from './board.ts';

/** How a board is divided; what stands beside the calls, or instead of them, decides how large they can be. */
export const BOARD_LOOKS = ['hall', 'calls', 'lines', 'side', 'counter'] as const;
export type BoardLook = (typeof BOARD_LOOKS)[number];
/** TVs are 16:9, hung lying or standing. */
export const BOARD_SHAPES = ['landscape', 'portrait'] as const;
export type BoardShape = (typeof BOARD_SHAPES)[number];

export function lookOf({ scope, part, side }: BoardLayout): BoardLook {
	if (scope.kind === 'counter') return 'counter';
	if (part === 'lines') return 'lines';
	if (side !== 'none') return 'side';
	return part === 'calls' || scope.kind === 'room' ? 'calls' : 'hall';
}

/** Heights of digits in hundredths of the shorter side of the screen, for numbers of five signs ("A-012"). */
export interface Digits {
	/** The newest call; null where the layout has none. */
	readonly hero: number | null;
	/** The calls beside it, or the lines of the table. */
	readonly rows: number | null;
}

/** What board.css draws. A browser measures it (e2e/board-looks.test.ts), so this table is never a mere promise. */
export const DIGITS: Readonly<Record<BoardLook, Readonly<Record<BoardShape, Digits>>>> = {
	hall: { landscape: { hero: 24, rows: 9 }, portrait: { hero: 20.6, rows: 9 } },
	calls: { landscape: { hero: 24, rows: 9 }, portrait: { hero: 20.6, rows: 12 } },
	lines: { landscape: { hero: null, rows: 9 }, portrait: { hero: null, rows: 9 } },
	side: { landscape: { hero: 10.6, rows: 6.6 }, portrait: { hero: 20.6, rows: 8 } },
	counter: { landscape: { hero: 24, rows: null }, portrait: { hero: 20.6, rows: null } },
};

/** Signs of a usual number; longer ones are set smaller, so that they keep their place. */
export const USUAL_SIGNS = 5;
const LONGER = [1, 0.78, 0.66, 0.58] as const;
export const LONGEST_STEP = LONGER.length - 1;
/** The part of the usual height at which a number of so many signs is set. */
export const stepOf = (signs: number): number => Math.min(LONGEST_STEP, Math.max(0, signs - USUAL_SIGNS));
export const scaleOf = (signs: number): number => LONGER[stepOf(signs)] ?? 1;

const MM_PER_INCH = 25.4;
const FOOT_M = 0.305;

/**
 * Signs that everybody must find (the newest call), mm for metres: ADA 703.5.5, overhead signs, 51 mm up to 4.57 m and
 * 3.2 mm more for every further foot.
 */
const SIGN = { mm: 51, upTo: 4.57, more: 3.2 / FOOT_M } as const;
export const heroNeedsMm = (metres: number): number => SIGN.mm + Math.max(0, metres - SIGN.upTo) * SIGN.more;
const heroReachesM = (mm: number): number => (mm < SIGN.mm ? 0 : SIGN.upTo + (mm - SIGN.mm) / SIGN.more);

/** What is looked up: 20 arc-minutes, the middle of what human factors standards ask (16 to 24). */
const MM_PER_M = 1_000 * Math.tan((20 / 60) * (Math.PI / 180));
export const rowsNeedMm = (metres: number): number => metres * MM_PER_M;
const rowsReachM = (mm: number): number => mm / MM_PER_M;
/** The part of the way to the farthest seat from which the list must be read. */
export const LIST_SERVES = 0.7;

/** The shorter side of a 16:9 screen of this diagonal, mm. */
export const shortSideMm = (diagonalInch: number): number => (diagonalInch * MM_PER_INCH * 9) / Math.hypot(16, 9);
const diagonalOf = (sideMm: number): number => (sideMm * Math.hypot(16, 9)) / 9 / MM_PER_INCH;

export interface Judged {
	readonly mm: number;
	readonly neededMm: number;
	readonly passes: boolean;
	/** From how far these digits are read, metres; 0: from nowhere. A list never reaches farther than the large number. */
	readonly reachesM: number;
	/** The farthest seat that a hall may have with them, metres. */
	readonly seatsM: number;
	/** The smallest screen that would do, whole inches. */
	readonly smallestInch: number;
}
export interface Legibility {
	readonly hero: Judged | null;
	readonly rows: Judged | null;
}

/** Of a board `diagonalInch` large, seen from `farthestM` metres, whose longest number has so many signs. */
export function legibility(
	look: BoardLook,
	shape: BoardShape,
	{
		signs,
		diagonalInch,
		farthestM,
	}: { readonly signs: number; readonly diagonalInch: number; readonly farthestM: number },
): Legibility {
	const { hero, rows } = DIGITS[look][shape];
	const scale = scaleOf(signs) / 100;
	const mmOf = (height: number): number => height * scale * shortSideMm(diagonalInch);
	const inchesFor = (height: number, mm: number): number => Math.ceil(diagonalOf(mm / (height * scale)));
	const heroMm = hero === null ? null : mmOf(hero);
	const heroReaches = heroMm === null ? Number.POSITIVE_INFINITY : heroReachesM(heroMm);
	const judgeHero = (height: number): Judged => {
		const [mm, neededMm] = [mmOf(height), heroNeedsMm(farthestM)];
		return {
			...{ mm, neededMm, passes: mm >= neededMm, reachesM: heroReaches, seatsM: heroReaches },
			smallestInch: inchesFor(height, neededMm),
		};
	};
	const judgeRows = (height: number): Judged => {
		const from = farthestM * LIST_SERVES;
		const [mm, neededMm] = [mmOf(height), rowsNeedMm(from)];
		const reachesM = Math.min(rowsReachM(mm), heroReaches);
		return {
			...{ mm, neededMm, passes: mm >= neededMm && heroReaches >= from, reachesM, seatsM: reachesM / LIST_SERVES },
			smallestInch: Math.max(inchesFor(height, neededMm), hero === null ? 0 : inchesFor(hero, heroNeedsMm(from))),
		};
	};
	return { hero: hero === null ? null : judgeHero(hero), rows: rows === null ? null : judgeRows(rows) };
}
