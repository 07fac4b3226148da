// What a press asks of the hall: every ask names what was on the screen when the finger came down, so that a press on
// an old screen is refused instead of hitting somebody else.

import type { FinishAndCallAsk, PauseAsk, RecordAsk, Reply, TransferAsk } from '../shared/contract.ts';
import type { Rev, ServiceId, TicketId } from '../shared/id.ts';
import type { Connection } from '../shared/screen/connect.ts';
import type { ParkReason } from '../shared/ticket.ts';
import type { ConsoleView } from '../shared/views.ts';
import type { Action, RowDeed } from './actions.ts';

export type Ask = Connection<'console'>['ask'];
/** One ask, ready to be sent. */
export type Deed = (ask: Ask) => Promise<Reply<unknown>>;

/** A ticket as it was on the screen. */
export interface Seen {
	readonly ticketId: TicketId;
	readonly rev: Rev;
	readonly number: string;
}

/** What a press leads to: an ask at once, a question first, or the list where the choice stands. */
export type Step =
	| { readonly kind: 'ask'; readonly deed: Deed }
	| { readonly kind: 'question'; readonly question: Question }
	| { readonly kind: 'choose_parked' }
	/** The next call is to be made by itself, as soon as somebody comes; or not any more. */
	| { readonly kind: 'arm' }
	| { readonly kind: 'nothing' };

export type Question =
	/** `next`: was called and not taken in, and the next one is to be called: what became of this one? */
	| { readonly about: 'park' | 'transfer' | 'next'; readonly ticket: Seen }
	| { readonly about: 'pause' }
	/** `number`: of who is at the desk; empty where nobody is. */
	| { readonly about: 'reprint'; readonly number: string }
	| { readonly about: 'keys' };

const record =
	(ticket: Seen, event: RecordAsk['event']): Deed =>
	(ask) =>
		ask('record', { ticketId: ticket.ticketId, after: ticket.rev, event });

export const start = (ticket: Seen): Deed => record(ticket, { kind: 'started' });
export const finishAndCall =
	(ticket: Seen, as: FinishAndCallAsk['as']): Deed =>
	(ask) =>
		ask('finishAndCall', { ticketId: ticket.ticketId, after: ticket.rev, as });
export const park = (ticket: Seen, reason: ParkReason): Deed => record(ticket, { kind: 'parked', reason });
export const transfer =
	(ticket: Seen, serviceId: ServiceId, as: TransferAsk['as']): Deed =>
	(ask) =>
		ask('transfer', { ticketId: ticket.ticketId, after: ticket.rev, serviceId, as });
export const pause =
	(input: PauseAsk): Deed =>
	(ask) =>
		ask('pause', input);

const ROW_EVENTS: Readonly<Record<RowDeed, RecordAsk['event']>> = {
	call: { kind: 'called' },
	serve: { kind: 'started' },
	rejoin: { kind: 'returned' },
	close: { kind: 'closed', as: 'no_show' },
};
export const rowDeed = (deed: RowDeed, item: Seen): Deed => record(item, ROW_EVENTS[deed]);

const NOTHING: Step = { kind: 'nothing' };
const ask = (deed: Deed): Step => ({ kind: 'ask', deed });
const toTheOneHere = (view: ConsoleView, event: RecordAsk['event']): Step =>
	view.now ? ask(record(view.now, event)) : NOTHING;
const questionAbout = (view: ConsoleView, about: 'park' | 'transfer' | 'next'): Step =>
	view.now ? { kind: 'question', question: { about, ticket: view.now } } : NOTHING;

const STEPS: Readonly<Record<Action, (view: ConsoleView) => Step>> = {
	callNext: (view) => {
		if (!view.now) return ask((send) => send('callNext', { after: view.lastCall }));
		return view.now.state === 'called' ? questionAbout(view, 'next') : ask(finishAndCall(view.now, 'served'));
	},
	recall: (view) => toTheOneHere(view, { kind: 'called' }),
	start: (view) => toTheOneHere(view, { kind: 'started' }),
	finish: (view) => toTheOneHere(view, { kind: 'closed', as: 'served' }),
	noShow: (view) => toTheOneHere(view, { kind: 'missed' }),
	release: (view) => toTheOneHere(view, { kind: 'released' }),
	park: (view) => questionAbout(view, 'park'),
	transfer: (view) => questionAbout(view, 'transfer'),
	resume: (view) => {
		const [only, ...others] = view.parked;
		if (!only) return NOTHING;
		return others.length > 0 ? { kind: 'choose_parked' } : ask(rowDeed('serve', only));
	},
	pause: () => ({ kind: 'question', question: { about: 'pause' } }),
	reprint: (view) => ({ kind: 'question', question: { about: 'reprint', number: view.now?.number ?? '' } }),
	reopen: () => ask((send) => send('resume', {})),
	undo: ({ undo }) => (undo ? ask((send) => send('undo', { rev: undo.rev })) : NOTHING),
	signOff: () => ask((send) => send('signOff', {})),
	callByItself: () => ({ kind: 'arm' }),
};

/** What this press leads to, for the view that was on the screen. whyNot() has been asked before. */
export const step = (action: Action, view: ConsoleView): Step => STEPS[action](view);
