// Who may ask what, and who is shown what: the whole wire between the screens and the hall, typed on both ends.
// Server to client there is only `show`; client to server only asks that are answered, so nothing is ever sent blindly.

import type { BoardLayout } from './board.ts';
import type { Day } from './day.ts';
import type { HeadStart, Priority } from './hall.ts';
import type { Silence, Sound } from './hearing.ts';
import type {
	CounterNumber,
	Instant,
	LeaseId,
	OfficerId,
	PrinterId,
	PrintJobId,
	Rev,
	RoomId,
	ServiceId,
	TicketId,
	VisitId,
} from './id.ts';
import type { Lease, LentTake } from './lease.ts';
import type { Refusal } from './refusal.ts';
import type { PrinterFault, PrinterState, PrintOutcome } from './slip.ts';
import type { EventKind, Outcome, ParkReason } from './ticket.ts';
import type { AgentView, BoardView, ConsoleView, KioskStill, KioskView, Shown, VisitView } from './views.ts';

/** Grows when a screen of yesterday would misunderstand the server of today; such a screen reloads itself. */
export const PROTOCOL = 2;

export type Reply<Value> =
	| { readonly ok: true; readonly value: Value }
	| { readonly ok: false; readonly refusal: Refusal };

export interface TakeAsk {
	/** Made once per press by the kiosk (UUID). The same id gets the same ticket, however often it is sent. */
	readonly requestId: string;
	/** One to MOST_SERVICES; the first gives the number. */
	readonly services: readonly ServiceId[];
	readonly priority: Priority | null;
	/** A number of this kiosk that this one replaces: given up in the same commit, or nothing happens at all. */
	readonly replaces?: VisitId | undefined;
}
/** What the visitor asked for when the number was given: not where they were sent on to since. */
export type Ordered = Pick<TakeAsk, 'services' | 'priority'>;
export interface Taken extends Ordered {
	readonly visitId: VisitId;
	readonly number: string;
	/** The capability in the address of the ticket's page: 128 random bits, 22 characters. */
	readonly token: string;
	/** The address that is printed as a QR code. */
	readonly address: string;
	readonly visit: VisitView;
}

/** `after`: the view's lastCall when the finger came down. A second press of the same view gets the same call. */
export interface CallNextAsk {
	readonly after: Rev;
}
/** `after`: the rev of the ticket on screen when the finger came down. */
export interface RecordAsk {
	readonly ticketId: TicketId;
	readonly after: Rev;
	readonly event: /** Recall of the one at the desk; or call of one who is parked or missed. */
		| { readonly kind: 'called' }
		| { readonly kind: 'started' }
		| { readonly kind: 'missed' }
		| { readonly kind: 'released' }
		| { readonly kind: 'returned' }
		| { readonly kind: 'parked'; readonly reason: ParkReason }
		| { readonly kind: 'closed'; readonly as: 'served' | 'no_show' | 'cancelled' };
}
/** The one at the desk is done with, and the next one is called: one press, one commit. `after`: as in RecordAsk. */
export interface FinishAndCallAsk {
	readonly ticketId: TicketId;
	readonly after: Rev;
	readonly as: 'served' | 'missed';
}
/** `called`: null where nobody waits who could be called. */
export interface FinishedAndCalled {
	readonly finished: Changed;
	readonly called: Changed | null;
}
export interface TransferAsk {
	readonly ticketId: TicketId;
	readonly after: Rev;
	readonly serviceId: ServiceId;
	/** `wrong_desk`: was not served here, keeps the place in time. `next_step`: was served here, joins the next line now with a small head start. */
	readonly as: 'wrong_desk' | 'next_step';
}
export interface UndoAsk {
	readonly rev: Rev;
}
/** A ticket after a change. */
export interface Changed {
	readonly ticketId: TicketId;
	readonly number: string;
	readonly rev: Rev;
}
export interface PauseAsk {
	readonly reason: string;
}

/** By a kiosk that has just handed in all it gave: which leases it knows of. Unknown ones are lost, missing ones are granted. */
export interface LeaseAsk {
	readonly known: readonly LeaseId[];
}
export interface Leased {
	/** The business day on which they may be given, and no other. */
	readonly day: Day;
	readonly leases: readonly Lease[];
	/** The address of a number's page, up to its token: what the QR code of a lent number says. */
	readonly pages: string;
	/** This kiosk's own browser prints its slips. */
	readonly printsHere: boolean;
}
/** Numbers given while the server was away, in the order of the presses. */
export interface HandInAsk {
	readonly taken: readonly LentTake[];
}
/** Each was taken over, now or at an earlier try, and can be forgotten. */
export interface HandedIn {
	readonly requestIds: readonly string[];
}

/** After a slip that did not come out, by the kiosk that took the number. */
export interface PrintAgainAsk {
	readonly visitId: VisitId;
	/** null = where it was to be printed; else one of the kiosk's other printers. */
	readonly printer: PrinterId | null;
}
export interface PrintHereAsk {
	readonly visitId: VisitId;
}
/** By the kiosk that took the number: where this visitor waits. `room`: null = in the hall, under its boards. */
export interface WaitInAsk {
	readonly visitId: VisitId;
	readonly room: RoomId | null;
}
/** A number in a visitor's hand, as it is typed ("A-012", "a12") or as a scanner reads it from the slip's QR code. */
export interface HeldAsk {
	readonly held: string;
}
/** It was taken at this kiosk, and can be given up there until then. */
export interface Held extends Ordered {
	readonly visitId: VisitId;
	readonly number: string;
	readonly until: Instant;
}
/** By the kiosk that took the number, while nobody has called it: its visitor does not want it any more. */
export interface CancelAsk {
	readonly visitId: VisitId;
}
/** What to bring for a service, on paper, without a number. The same id is printed once. */
export interface RequirementsAsk {
	readonly requestId: string;
	readonly service: ServiceId;
}
/** `printer`: where it comes out; null = the tray, or the browser that asked: then `here` is what it is to print now. */
export interface RequirementsSent {
	readonly printer: string | null;
	readonly here: string | null;
}
/** By an officer, for a visitor who lost the slip: of a visit that has a place in a line of this agency today. */
export interface ReprintAsk {
	readonly number: string;
	/** null = where the first was printed. */
	readonly printer: PrinterId | null;
}
export interface Reprinting {
	readonly number: string;
	/** Where it comes out; null = the tray. */
	readonly printer: string | null;
}

/** By a board: this call stands on the glass; or its last word has been heard. */
export interface ShownAsk {
	readonly rev: Rev;
	/** How long ago that was, ms, up to MOST_AGO_MS: what could not be told at once is told again. */
	readonly agoMs: number;
}
/** By a board: this call was not heard here, and why. */
export interface SilentAsk {
	readonly rev: Rev;
	readonly why: Silence;
}
/** By a board: how its sound stands, at start and whenever that changes. */
export interface SoundAsk {
	readonly sound: Sound;
}

/** By a print agent: before the first byte goes out, once for each job; a second time is refused. */
export interface BeginAsk {
	readonly job: PrintJobId;
}
/** What became of the job in hand: `trouble` while it goes on, `outcome` at its end. */
export interface TroubleAsk {
	readonly job: PrintJobId;
	readonly fault: PrinterFault;
}
export interface EndAsk {
	readonly job: PrintJobId;
	readonly outcome: PrintOutcome;
}
/** How the printer stands, whenever that changes. */
export interface StandsAsk {
	readonly state: PrinterState;
}

export type Nothing = Readonly<Record<string, never>>;

/** What each kind of screen may ask: name, input, answer. */
export interface Asks {
	readonly kiosk: {
		readonly take: { readonly input: TakeAsk; readonly value: Taken };
		readonly lease: { readonly input: LeaseAsk; readonly value: Leased };
		readonly handIn: { readonly input: HandInAsk; readonly value: HandedIn };
		readonly printAgain: { readonly input: PrintAgainAsk; readonly value: Nothing };
		/** The slip is this browser's to print now, once: `address` is the page to print. */
		readonly printHere: { readonly input: PrintHereAsk; readonly value: { readonly address: string } };
		readonly waitIn: { readonly input: WaitInAsk; readonly value: Nothing };
		readonly findHeld: { readonly input: HeldAsk; readonly value: Held };
		readonly cancelTaken: { readonly input: CancelAsk; readonly value: Nothing };
		readonly printRequirements: { readonly input: RequirementsAsk; readonly value: RequirementsSent };
	};
	readonly board: {
		readonly shown: { readonly input: ShownAsk; readonly value: Nothing };
		readonly spoken: { readonly input: ShownAsk; readonly value: Nothing };
		readonly silent: { readonly input: SilentAsk; readonly value: Nothing };
		readonly sound: { readonly input: SoundAsk; readonly value: Nothing };
	};
	readonly console: {
		readonly callNext: { readonly input: CallNextAsk; readonly value: Changed };
		readonly finishAndCall: { readonly input: FinishAndCallAsk; readonly value: FinishedAndCalled };
		readonly record: { readonly input: RecordAsk; readonly value: Changed };
		readonly transfer: { readonly input: TransferAsk; readonly value: Changed };
		readonly undo: { readonly input: UndoAsk; readonly value: Changed };
		readonly pause: { readonly input: PauseAsk; readonly value: Nothing };
		readonly resume: { readonly input: Nothing; readonly value: Nothing };
		readonly signOff: { readonly input: Nothing; readonly value: Nothing };
		readonly reprint: { readonly input: ReprintAsk; readonly value: Reprinting };
	};
	readonly agent: {
		readonly begin: { readonly input: BeginAsk; readonly value: Nothing };
		readonly trouble: { readonly input: TroubleAsk; readonly value: Nothing };
		readonly end: { readonly input: EndAsk; readonly value: Nothing };
		readonly stands: { readonly input: StandsAsk; readonly value: Nothing };
	};
}
export interface Views {
	readonly kiosk: KioskView;
	readonly board: BoardView;
	readonly console: ConsoleView;
	readonly agent: AgentView;
}
export type Role = keyof Views;

/** Of which views a part stands still while the hall is open. */
export interface Stills {
	readonly kiosk: KioskStill;
}
export type Still<R extends Role> = R extends keyof Stills ? Stills[R] : Nothing;
/** A view on its way. What stands still comes with the first message of a connection, and again whenever it changed. */
export interface Sent<R extends Role> extends Omit<Shown<never>, 'view'> {
	readonly still?: Still<R>;
	readonly view: Omit<Views[R], R extends keyof Stills ? keyof Stills[R] : never>;
}

type Ask = { readonly input: unknown; readonly value: unknown };
/** The Socket.IO event map of one role. */
export type ClientToServer<R extends Role> = {
	[Name in keyof Asks[R]]: Asks[R][Name] extends Ask
		? (input: Asks[R][Name]['input'], reply: (reply: Reply<Asks[R][Name]['value']>) => void) => void
		: never;
};
export interface ServerToClient<R extends Role> {
	show: (sent: Sent<R>) => void;
}

/** What a socket says when it connects. Browsers carry the token in a cookie and send null. */
export interface Hello {
	readonly protocol: number;
	readonly token: string | null;
	/** A board may show one zone only. */
	readonly zone: number | null;
	/** Only looks at a board laid out so (a phone, the manager's preview): needs no token, and may say nothing. */
	readonly look?: BoardLayout | null;
}
/** Why a connection is refused; the text of Socket.IO's connect_error. */
export const DOOR_REFUSALS = ['wrong_protocol', 'unknown_device', 'not_signed_in', 'busy'] as const;
export type DoorRefusal = (typeof DOOR_REFUSALS)[number];

/** HTTP: signing in at a counter, as an officer or as the manager of the hall. */
export interface SignInAsk {
	readonly username: string;
	readonly pin: string;
	/** null = the counter this screen stands on, else the officer's usual one. */
	readonly counter: CounterNumber | null;
}
export interface SignedIn {
	/** For programs; a browser has it in a cookie too. */
	readonly token: string;
	readonly officer: { readonly id: OfficerId; readonly name: string; readonly role: 'officer' | 'manager' };
	readonly counter: CounterNumber | null;
}

export type { EventKind, HeadStart, Outcome };
