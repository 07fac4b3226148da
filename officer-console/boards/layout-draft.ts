// The layout of a board while it is edited: one choice for whose calls, numbers as they are typed, and nothing chosen that
// cannot be had. Pure.

import {
	type BoardLayout,
	type BoardLayoutFault,
	type BoardPart,
	type BoardScope,
	type BoardSide,
	boardLayoutFault,
} from '../../shared/board.ts';
import type { BoardWall } from '../../shared/views.ts';

export interface LayoutDraft extends Pick<BoardLayout, 'scope' | 'part' | 'side' | 'speaks'> {
	/** As typed; empty: nobody has measured it. */
	readonly diagonal: string;
	readonly farthest: string;
}

const written = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','));

export const draftOf = ({ scope, part, side, speaks, diagonalInch, farthestM }: BoardLayout): LayoutDraft => ({
	...{ scope, part, side, speaks },
	...{ diagonal: written(diagonalInch), farthest: written(farthestM) },
});

/** null: left empty; `wrong`: no number, or none that a hall can have. */
function typed(text: string, least: number, most: number): number | null | 'wrong' {
	const plain = text.trim().replace(',', '.');
	if (plain === '') return null;
	const value = /^\d{1,4}(\.\d{1,3})?$/.test(plain) ? Number(plain) : Number.NaN;
	return value >= least && value <= most ? value : 'wrong';
}

/** null: a number is typed wrong. The limits are the hall's own (server/ask/shapes.ts). */
export function layoutOf({ scope, part, side, speaks, diagonal, farthest }: LayoutDraft): BoardLayout | null {
	const [diagonalInch, farthestM] = [typed(diagonal, 5, 200), typed(farthest, 0.5, 100)];
	if (diagonalInch === 'wrong' || farthestM === 'wrong') return null;
	return { scope, part, side, speaks, diagonalInch, farthestM };
}

export const sameLayout = (a: BoardLayout, b: BoardLayout): boolean =>
	JSON.stringify(layoutOf(draftOf(a))) === JSON.stringify(layoutOf(draftOf(b)));

/** After a change: what the new scope or part has no room for is given up. */
export function changed(draft: LayoutDraft, change: Partial<LayoutDraft>): LayoutDraft {
	const next = { ...draft, ...change };
	const part = whyNotPart(next, next.part) === null ? next.part : 'whole';
	const side = whyNotSide({ ...next, part }, next.side) === null ? next.side : 'none';
	return { ...next, part, side };
}

const faultOf = (draft: LayoutDraft): BoardLayoutFault | null =>
	boardLayoutFault({ ...draft, diagonalInch: null, farthestM: null });

/** Why a part or side cannot be chosen for this scope; null: it can. */
export const whyNotPart = (draft: LayoutDraft, part: BoardPart): BoardLayoutFault | null =>
	faultOf({ ...draft, part, side: 'none' });
export const whyNotSide = (draft: LayoutDraft, side: BoardSide): BoardLayoutFault | null => faultOf({ ...draft, side });

/** A scope as the value of a choice: "zone:2". */
export function scopeValue(scope: BoardScope): string {
	switch (scope.kind) {
		case 'hall':
			return 'hall';
		case 'zone':
			return `zone:${scope.zone}`;
		case 'agency':
			return `agency:${scope.agency}`;
		case 'counter':
			return `counter:${scope.counter}`;
		case 'room':
			return `room:${scope.room}`;
	}
}

/** Every scope that there is, in the order of the choice. */
export const scopesOf = ({ zones, agencies, counters, rooms }: BoardWall['choices']): readonly BoardScope[] => [
	{ kind: 'hall' },
	...zones.map((it): BoardScope => ({ kind: 'zone', zone: it.number })),
	...agencies.map((it): BoardScope => ({ kind: 'agency', agency: it.id })),
	...counters.map((it): BoardScope => ({ kind: 'counter', counter: it.number })),
	...rooms.map((it): BoardScope => ({ kind: 'room', room: it.id })),
];
