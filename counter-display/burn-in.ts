// What keeps a picture from burning into a TV that shows it for years: by day all of it moves a little, by night only a
// small clock is left, and that wanders.

import { type Instant, MINUTE } from '../shared/id.ts';

const SHIFT_EVERY = 3 * MINUTE;
/** Pixels of one step: enough for a hairline to leave its place, too little to be noticed. */
const STEP = 3;
/** board.css draws the board this many pixels larger on every side, so that no edge is ever bare. */
export const MARGIN = 6;
/** A walk over a square of four by four points that visits each once and ends beside its beginning. */
const WALK = '0,0 1,0 2,0 3,0 3,1 2,1 1,1 1,2 2,2 3,2 3,3 2,3 1,3 0,3 0,2 0,1'.split(' ').map((point) => {
	const [x = 0, y = 0] = point.split(',').map(Number);
	return { x: Math.round((x - 1.5) * STEP), y: Math.round((y - 1.5) * STEP) };
});

/** How far the whole picture stands from its place just now, pixels. */
export const shiftAt = (at: Instant): { readonly x: number; readonly y: number } =>
	WALK[Math.floor(at / SHIFT_EVERY) % WALK.length] ?? { x: 0, y: 0 };

/** Of the room that the clock may wander in; neither divides the other, so it comes round only after hours. */
const ACROSS = 17;
const DOWN = 11;
/** Strides through them, so that it never stands beside where it stood. */
const STRIDE = { across: 7, down: 4 };

/** Where the clock of the night stands this minute: parts of the room that is left, 0 to 1. */
export function wanderAt(at: Instant): { readonly left: number; readonly top: number } {
	const minute = Math.floor(at / MINUTE);
	return {
		left: ((minute * STRIDE.across) % ACROSS) / (ACROSS - 1),
		top: ((minute * STRIDE.down) % DOWN) / (DOWN - 1),
	};
}
