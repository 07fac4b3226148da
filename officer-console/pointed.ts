// When a button says why it rests. A pointer that stays where it pressed has asked nothing: the button greys under it
// because the press succeeded, and that needs no excuse.

import type { Action, Reason } from './actions.ts';

/** The button under the keyboard's focus, or under a pointer: with what it said when the pointer last came, moved or pressed. */
export type Pointed =
	| { readonly by: 'focus'; readonly action: Action }
	| { readonly by: 'pointer'; readonly action: Action; readonly saw: Reason['code'] | null };

/** Whether this button, which rests for `no` or works, is to be explained to who points at it. */
export const explains = (pointed: Pointed, no: Reason | null): boolean =>
	no === null || pointed.by === 'focus' || pointed.saw === no.code;

export const samePointed = (a: Pointed | null, b: Pointed | null): boolean =>
	a === b ||
	(a?.action === b?.action && a?.by === b?.by && (a?.by !== 'pointer' || b?.by !== 'pointer' || a.saw === b.saw));
