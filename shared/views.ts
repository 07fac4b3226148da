// What each screen is shown: always the whole, never a patch. A screen may forget everything and be right after one message.

import type { Availability } from './availability.ts';
import type { Day, TimeZone } from './day.ts';
import type { Completion, Fee, HeadStart, ServiceCategory } from './hall.ts';
import type { AgencyId, CounterNumber, Instant, QueueId, Rev, ServiceId, TicketId, VisitId, ZoneNumber } from './id.ts';
import type { EventKind, Outcome, ParkReason, State } from './ticket.ts';
import type { WaitRange } from './wait.ts';

export interface Shown<View> {
	/** The journal id this view is true for; grows, never repeats. */
	readonly rev: Rev;
	/** The server's clock when it was shown: screens count from this, not from their own clock. */
	readonly at: Instant;
	readonly view: View;
}

export interface HallFacts {
	readonly name: string;
	readonly city: string;
	readonly timeZone: TimeZone;
	readonly demo: boolean;
	readonly runningText: string;
	readonly complaintLine: string;
}

/** State of a slip on its way to the paper. `unconfirmed`: sent, but the printer did not say that it came out. */
export const SLIP_STATES = ['queued', 'printing', 'printed', 'unconfirmed', 'failed'] as const;
export type SlipState = (typeof SLIP_STATES)[number];
export const SLIP_FAULTS = ['paper_out', 'cover_open', 'offline', 'unreachable', 'cutter', 'stalled', 'reset'] as const;
export type SlipFault = (typeof SLIP_FAULTS)[number];
export interface SlipStatus {
	readonly state: SlipState;
	readonly fault: SlipFault | null;
}

export interface ZoneFacts {
	readonly number: ZoneNumber;
	readonly name: string;
}

export interface AgencyFacts {
	readonly id: AgencyId;
	readonly shortName: string;
	readonly name: string;
	readonly zone: ZoneNumber;
}

/** How one line stands now: the same for kiosk, console and phone. */
export interface QueueNow {
	readonly id: QueueId;
	readonly prefix: string;
	readonly availability: Availability;
	readonly waiting: number;
	readonly openCounters: number;
	/** For one who joins now without a head start; null while no counter is open. */
	readonly wait: WaitRange | null;
	/** Numbers left today; null = no limit. */
	readonly quotaLeft: number | null;
	/** Where its visitors are called to. */
	readonly counters: readonly CounterNumber[];
}

export interface KioskService {
	readonly id: ServiceId;
	readonly agencyId: AgencyId;
	readonly queueId: QueueId;
	readonly name: string;
	readonly category: ServiceCategory;
	readonly counterMinutes: number;
	readonly completion: Completion | null;
	readonly requirements: readonly string[];
	readonly fee: Fee;
	readonly product: string;
}

export interface KioskView {
	readonly hall: HallFacts;
	readonly day: Day;
	readonly zones: readonly ZoneFacts[];
	/** In the hall's own order, never by use: people find things where they were yesterday. */
	readonly agencies: readonly AgencyFacts[];
	readonly services: readonly KioskService[];
	readonly queues: readonly QueueNow[];
	/** The latest slips of all kiosks; a kiosk looks up its own visit. */
	readonly slips: readonly ({ readonly visitId: VisitId } & SlipStatus)[];
}

/** One announcement: "A-012 to counter 3". The board remembers the ids it has announced. */
export interface BoardCall {
	readonly rev: Rev;
	readonly at: Instant;
	readonly number: string;
	readonly counter: CounterNumber;
	readonly agency: AgencyFacts;
	/** A repeat of an earlier call of the same number. */
	readonly recall: boolean;
	readonly state: State;
}

export interface BoardView {
	readonly hall: HallFacts;
	readonly day: Day;
	/** null = the whole hall. */
	readonly zone: ZoneFacts | null;
	/** Newest first: each number once, with its latest call; the last few, and every one that is being called now. */
	readonly calls: readonly BoardCall[];
	readonly agencies: readonly (AgencyFacts & {
		readonly waiting: number;
		/** The number called last here today. */
		readonly current: string | null;
	})[];
	readonly counters: readonly {
		readonly number: CounterNumber;
		readonly agencyId: AgencyId;
		readonly state: 'open' | 'break' | 'closed';
		readonly reason: string | null;
		readonly serving: string | null;
	}[];
}

export interface LineItem {
	readonly ticketId: TicketId;
	readonly rev: Rev;
	readonly number: string;
	readonly headStart: HeadStart;
	readonly service: { readonly id: ServiceId; readonly name: string };
	readonly queueId: QueueId;
	readonly state: State;
	readonly issuedAt: Instant;
	/** When it was set aside; null for one that waits. */
	readonly since: Instant | null;
	readonly parkReason: ParkReason | null;
	readonly slip: SlipStatus | null;
	/** At another counter just now: keeps the place, is passed over. */
	readonly elsewhere: boolean;
}

/** Who is at the desk. */
export interface AtCounter {
	readonly ticketId: TicketId;
	readonly visitId: VisitId;
	readonly rev: Rev;
	readonly number: string;
	readonly headStart: HeadStart;
	readonly state: 'called' | 'serving';
	readonly service: KioskService;
	readonly issuedAt: Instant;
	readonly calledAt: Instant;
	readonly calls: number;
	readonly startedAt: Instant | null;
	readonly parkedMs: number;
	/** Other places the same visitor still waits in. */
	readonly also: readonly { readonly agency: string; readonly service: string; readonly queueId: QueueId }[];
	readonly slip: SlipStatus | null;
}

export interface ConsoleView {
	readonly hall: HallFacts;
	readonly day: Day;
	readonly officer: { readonly name: string; readonly username: string };
	readonly agency: AgencyFacts;
	readonly counter: {
		readonly number: CounterNumber;
		readonly queues: readonly { readonly id: QueueId; readonly prefix: string; readonly name: string }[];
	};
	readonly shift: {
		readonly since: Instant;
		readonly pause: { readonly reason: string; readonly since: Instant } | null;
	};
	readonly now: AtCounter | null;
	/** The last call made at this counter today, 0 if none. callNext names it, so that a double press calls once. */
	readonly lastCall: Rev;
	/** In the order in which this desk will call them; the first 100. */
	readonly line: readonly LineItem[];
	readonly waiting: number;
	readonly parked: readonly LineItem[];
	readonly missed: readonly LineItem[];
	/** What this officer can still take back, until when. */
	readonly undo: {
		readonly rev: Rev;
		readonly number: string;
		readonly kind: EventKind;
		readonly as: Outcome | null;
		readonly until: Instant;
	} | null;
	readonly today: {
		readonly called: number;
		readonly served: number;
		readonly noShow: number;
		readonly medianServiceMs: number | null;
		readonly medianWaitMs: number | null;
	};
	/** Where a visitor can be sent on to: every service of every agency. */
	readonly services: readonly {
		readonly id: ServiceId;
		readonly name: string;
		readonly agency: string;
		readonly queueId: QueueId;
		readonly availability: Availability;
	}[];
}

/** A ticket as its holder sees it (the page behind the QR code, and the reply to a take). No name, no secret. */
export interface VisitView {
	readonly hall: HallFacts;
	readonly number: string;
	readonly day: Day;
	readonly places: readonly {
		readonly agency: AgencyFacts;
		readonly service: string;
		readonly state: State;
		readonly outcome: Outcome | null;
		/** The counter it is called to or served at. */
		readonly counter: CounterNumber | null;
		/** Where its line is called to. */
		readonly counters: readonly CounterNumber[];
		readonly ahead: number | null;
		readonly wait: WaitRange | null;
		readonly issuedAt: Instant;
	}[];
}
