// Whether the boards shine: while the hall is open, a while before and after, and as long as anybody is at a desk. At all
// other hours they do as the hall wants, because what stands on a TV through every night burns into it.

import { openingHours } from '../../shared/availability.ts';
import type { Night } from '../../shared/board.ts';
import { type Instant, MINUTE } from '../../shared/id.ts';
import type { Hall } from '../store/hall.ts';

/** Visitors come before the doors open, and the last are served after they close. */
const AROUND = 30 * MINUTE;

/** `opens`: when the hall opens next; null while the boards shine, and where no opening is known. */
export function nightNow(hall: Hall, at: Instant): { readonly night: Night; readonly opens: Instant | null } {
	const catalogue = hall.catalogue();
	const { opens, closes, next } = openingHours(catalogue.calendar(null), at);
	const open = opens !== null && closes !== null && opens - AROUND <= at && at < closes + AROUND;
	if (open || hall.rows.openShifts().length > 0 || hall.rows.atDesks().length > 0) return { night: 'lit', opens: null };
	return { night: catalogue.settings.board.night, opens: next };
}
