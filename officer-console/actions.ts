// Which buttons of the desk may be pressed now, and if not, why. Decided by the very can() that the server enforces, so
// that a grey button and a refusal never disagree. Pure: the view, the link and the clock in, reasons out.

import { servesToday } from '../shared/availability.ts';
import type { Instant } from '../shared/id.ts';
import type { Refusal } from '../shared/refusal.ts';
import type { Link } from '../shared/screen/connect.ts';
import { can, type EventKind, type Outcome } from '../shared/ticket.ts';
import type { ConsoleView, LineItem } from '../shared/views.ts';

export const ACTIONS = [
	'callNext',
	'recall',
	'start',
	'finish',
	'noShow',
	'park',
	'resume',
	'transfer',
	'release',
	'pause',
	'reprint',
	'undo',
	'signOff',
	'reopen',
	'callByItself',
] as const;
export type Action = (typeof ACTIONS)[number];

/** What can be done with one who is parked or missed, from the row. */
export const ROW_DEEDS = ['call', 'serve', 'rejoin', 'close'] as const;
export type RowDeed = (typeof ROW_DEEDS)[number];

/** A refusal, or a reason that only the desk itself can know. */
export type Reason =
	| Refusal
	| { readonly code: 'nobody_here' }
	| { readonly code: 'nobody_parked' }
	/** Nothing to wait for: the next one can be called now. */
	| { readonly code: 'somebody_waits' }
	/** Somebody waits, but each of them is at another counter just now. */
	| { readonly code: 'all_elsewhere' }
	| { readonly code: 'still_called'; readonly number: string }
	| { readonly code: 'already_serving'; readonly number: string };

type Event = { readonly kind: EventKind; readonly as?: Outcome };

/** A desk can take somebody when nobody is at it and it is not on a break. */
function free(view: ConsoleView): Reason | null {
	if (view.now) return { code: 'counter_busy', number: view.now.number };
	return view.shift.pause ? { code: 'on_break' } : null;
}

function somebodyToCall(view: ConsoleView): Reason | null {
	if (view.waiting === 0) return { code: 'line_empty' };
	const callable = view.line.some((item) => !item.elsewhere) || view.waiting > view.line.length;
	return callable ? null : { code: 'all_elsewhere' };
}

/** Whether this may happen to the one at the desk. */
function here(view: ConsoleView, event: Event): Reason | null {
	const { now } = view;
	if (!now) return { code: 'nobody_here' };
	if (!can(now.state, event)) return null;
	return { code: now.state === 'called' ? 'still_called' : 'already_serving', number: now.number };
}

function resumable(view: ConsoleView): Reason | null {
	const [first, ...others] = view.parked;
	if (!first) return { code: 'nobody_parked' };
	return others.length > 0 ? free(view) : ROWS.serve(view, first);
}

const RULES: Readonly<Record<Action, (view: ConsoleView, at: Instant) => Reason | null>> = {
	/** With somebody at the desk it ends that visit first; whoever has not come yet is asked about. */
	callNext: (view) => (view.now ? null : (free(view) ?? somebodyToCall(view))),
	recall: (view) => here(view, { kind: 'called' }),
	start: (view) => here(view, { kind: 'started' }),
	finish: (view) => here(view, { kind: 'closed', as: 'served' }),
	noShow: (view) => here(view, { kind: 'missed' }),
	park: (view) => here(view, { kind: 'parked' }),
	resume: resumable,
	transfer: (view) => here(view, { kind: 'closed', as: 'transferred' }),
	release: (view) => here(view, { kind: 'released' }),
	pause: free,
	/** For whoever stands there, waiting, called or served; the hall knows the number, or says that it does not. */
	reprint: () => null,
	undo: (view, at) => {
		if (!view.undo) return { code: 'nothing_to_undo' };
		return at < view.undo.until ? null : { code: 'undo_too_late' };
	},
	signOff: (view) => (view.now ? { code: 'counter_busy', number: view.now.number } : null),
	reopen: (view) => (view.shift.pause ? null : { code: 'not_on_break' }),
	callByItself: (view) => free(view) ?? (somebodyToCall(view) ? null : { code: 'somebody_waits' }),
};

const comesToTheDesk = (view: ConsoleView, item: LineItem, event: Event): Reason | null =>
	free(view) ?? (item.elsewhere ? { code: 'visit_busy', counter: null } : can(item.state, event));

const ROWS: Readonly<Record<RowDeed, (view: ConsoleView, item: LineItem) => Reason | null>> = {
	call: (view, item) => comesToTheDesk(view, item, { kind: 'called' }),
	serve: (view, item) => comesToTheDesk(view, item, { kind: 'started' }),
	rejoin: (_view, item) => can(item.state, { kind: 'returned' }),
	close: (_view, item) => can(item.state, { kind: 'closed', as: 'no_show' }),
};

/** Away from the server nothing can be done: a press is refused now, never kept for later. */
const away = (link: Link): Reason | null => (link === 'live' ? null : { code: 'offline' });

export const whyNot = (action: Action, view: ConsoleView, link: Link, at: Instant): Reason | null =>
	away(link) ?? RULES[action](view, at);

export const whyNotRow = (deed: RowDeed, item: LineItem, view: ConsoleView, link: Link): Reason | null =>
	away(link) ?? ROWS[deed](view, item);

/** The one step that usually comes now: it wears the colour, everything else stays quiet. */
export function usualStep(view: ConsoleView): Action {
	if (view.now?.state === 'called') return 'start';
	// Ends the visit and calls the next; with nobody to call it only ends it.
	if (view.now) return somebodyToCall(view) ? 'finish' : 'callNext';
	return view.shift.pause ? 'reopen' : 'callNext';
}

/** Whether the one at the desk may be sent on to this service: not into the line they come from, nor where they wait already. */
export function whyNotTo(view: ConsoleView, service: ConsoleView['services'][number]): Reason | null {
	if (view.now?.service.queueId === service.queueId) return { code: 'same_queue' };
	if (view.now?.also.some((place) => place.queueId === service.queueId)) return { code: 'already_in_line' };
	const { availability } = service;
	if (availability.open || servesToday(availability)) return null;
	return { code: 'closed', reason: availability.reason, note: availability.note, opens: availability.opens };
}
