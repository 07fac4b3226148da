// What each screen is shown: always the whole, never a patch. A screen may forget everything and be right after one message.

import type { Availability } from './availability.ts';
import type { BoardChange, BoardLayout, Night, NoticeKind, WaitingRoom } from './board.ts';
import type { Day, TimeZone } from './day.ts';
import type { Completion, Fee, Guide, HeadStart, ServiceCategory } from './hall.ts';
import type { Silence, Sound } from './hearing.ts';
import type {
	AgencyId,
	CounterNumber,
	DeviceId,
	Instant,
	PrinterId,
	PrintJobId,
	QueueId,
	Rev,
	ServiceId,
	TicketId,
	VisitId,
	ZoneNumber,
} from './id.ts';
import type { PrinterState, SlipStatus } from './slip.ts';
import type { DeskWord } from './speech.ts';
import type { EventKind, Outcome, ParkReason, State } from './ticket.ts';
import type { VoiceSettings } from './voice.ts';
import type { WaitRange } from './wait.ts';
import type { LanguageCode } from './words/regional.ts';

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
	/** What stands over the places that visitors are called to. */
	readonly desk: DeskWord;
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
	readonly procedure: readonly string[];
	readonly complaint: string | null;
	readonly online: string | null;
	readonly keywords: readonly string[];
}

/** A printer as the screens see it: its name tells where it stands ("Kios 1"). */
export interface PrinterNow {
	readonly id: PrinterId;
	readonly name: string;
	readonly state: PrinterState;
	readonly since: Instant;
}

/** How the latest slip of a visit fares, and where else it could come out. */
export interface SlipNow extends SlipStatus {
	readonly visitId: VisitId;
	/** null: the tray, or a printer that is gone. */
	readonly printer: string | null;
	/** The next printer of this kiosk that is ready; null when there is none. */
	readonly elsewhere: { readonly id: PrinterId; readonly name: string } | null;
	/** The kiosk's own browser is to print it (printHere). */
	readonly here: boolean;
}

export interface KioskView extends KioskStill, KioskMoving {}
/** What moves with every number. */
export interface KioskMoving {
	readonly day: Day;
	readonly queues: readonly QueueNow[];
	/** The latest slips of all kiosks; a kiosk looks up its own visit. */
	readonly slips: readonly SlipNow[];
}
/** What stands still until the hall is set up otherwise, and is most of it: a connection is sent it once (contract.ts, Sent). */
export interface KioskStill {
	readonly hall: HallFacts;
	readonly zones: readonly ZoneFacts[];
	/** In the hall's own order, never by use: people find things where they were yesterday. */
	readonly agencies: readonly AgencyFacts[];
	readonly services: readonly KioskService[];
	readonly guides: readonly Guide[];
	/** Where a visitor may wait out of sight of the boards. */
	readonly rooms: readonly WaitingRoom[];
	/** Regional languages of this hall; what they are called is asked of /languages. */
	readonly languages: readonly LanguageCode[];
	/** Maklumat pelayanan, the hall's public promise; empty: none. */
	readonly pledge: string;
	readonly facilities: readonly string[];
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
	/** The room in which this visitor waits, by name. Only on that room's own board: nobody else in the lobby is told. */
	readonly waitsIn: string | null;
}

/**
 * `repeatAfterMs`: from the end of a call to its repeat, null for none; `volume`: 0 to 1; `quiet`: shown, not spoken.
 * `school` and `english`: the words of a call, for whoever reads what others hear.
 */
export interface BoardVoice extends Pick<VoiceSettings, 'repeatAfterMs' | 'volume' | 'school' | 'english'> {
	readonly quiet: boolean;
}

/** What is announced besides calls: by the clock, or because a desk pauses or closes. Shown and spoken once. */
export interface BoardNotice {
	/** The same on every board, and never given twice. */
	readonly key: string;
	/** When it is due; a board that learns of it much later keeps silent. */
	readonly at: Instant;
	readonly kind: NoticeKind | 'break' | 'closed';
	readonly text: string;
	/** Where its sound is; null: it is only shown. */
	readonly sound: string | null;
}

export interface BoardMedia {
	readonly kind: 'video' | 'picture';
	readonly address: string;
	/** How long a picture stands; a video ends by itself. */
	readonly seconds: number;
}

/** One page of what the hall says of itself, chosen by the clock: all boards turn together. */
export type BoardInfo =
	| {
			readonly kind: 'service';
			readonly agency: string;
			readonly service: string;
			readonly requirements: readonly string[];
			readonly fee: string;
			readonly completion: Completion | null;
	  }
	| { readonly kind: 'pledge'; readonly text: string }
	| { readonly kind: 'facilities'; readonly items: readonly string[] };

export interface BoardView {
	readonly hall: HallFacts;
	readonly day: Day;
	/** How this board is divided, and whose calls it shows: this view holds only those. */
	readonly layout: BoardLayout;
	/** null = not of one zone. */
	readonly zone: ZoneFacts | null;
	/** What the scope is called: "Zona 2", an agency, "Loket 7", a room; null for the whole hall. */
	readonly place: string | null;
	/** How this board is to speak. */
	readonly voice: BoardVoice;
	/** `lit` while the hall is open or somebody is still served. */
	readonly night: Night;
	/** While it is closed: when it opens next, where that is known. */
	readonly opens: Instant | null;
	/** Those of the last minutes, oldest first. */
	readonly notices: readonly BoardNotice[];
	/** Only where the layout has it at its side. */
	readonly media: readonly BoardMedia[];
	readonly info: BoardInfo | null;
	/** The address by which a phone opens this board; null where the hall does not want that. */
	readonly phone: string | null;
	/** Newest first: each number once, with its latest call; the last few, and every one that is being called now. */
	readonly calls: readonly BoardCall[];
	readonly agencies: readonly (AgencyFacts & {
		readonly waiting: number;
		/** The number called last here today. */
		readonly current: string | null;
		/** What became of it; null where there is none. */
		readonly currentState: State | null;
	})[];
	readonly counters: readonly {
		readonly number: CounterNumber;
		readonly agencyId: AgencyId;
		readonly state: 'open' | 'break' | 'closed';
		readonly reason: string | null;
		readonly serving: string | null;
		/** While it pauses or is closed: which open counters call the numbers of its lines. */
		readonly instead: readonly { readonly prefix: string; readonly counters: readonly CounterNumber[] }[];
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
	/** The room in which this visitor waits, by name; null: in the hall. For staff only: no board of the hall shows it. */
	readonly waitsIn: string | null;
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
	/** What the boards made of the latest call. */
	readonly heard: Heard;
	/** As in LineItem. */
	readonly waitsIn: string | null;
}

/** Of one call: when the first board had spoken it, and which boards said that they did not. */
export interface Heard {
	readonly at: Instant | null;
	/** Names of boards ("TV Zona 2"), with the reason. */
	readonly silent: readonly { readonly board: string; readonly why: Silence }[];
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
		/** What the same press did with the one who was at the desk before; taken back with it. */
		readonly ended: { readonly number: string; readonly kind: EventKind; readonly as: Outcome | null } | null;
		readonly until: Instant;
	} | null;
	readonly today: {
		readonly called: number;
		readonly served: number;
		readonly noShow: number;
		readonly medianServiceMs: number | null;
		readonly medianWaitMs: number | null;
	};
	/** The hall's printers: where a slip can be printed again, and which of them needs somebody to go and see. */
	readonly printers: readonly PrinterNow[];
	/** Boards that cannot be heard just now. */
	readonly mute: readonly { readonly board: string; readonly sound: Sound }[];
	readonly kiosksAway: readonly KioskAway[];
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

/** What a print agent is shown: how to talk with its printer, and the job in its hands. */
export interface AgentView {
	/** What the printer's profile says of its answers (server/print/ways/status.ts); null: no printer of the hall is this agent's yet. */
	readonly status: 'in_turn' | 'asb' | 'realtime' | 'none' | 'learn' | null;
	readonly job: AgentJob | null;
}
export interface AgentJob {
	/** Of this one sending, and random: no number of a row, and used never again, neither after a restart nor for a second try. */
	readonly id: PrintJobId;
	/** base64 */
	readonly bytes: string;
	/** Begun before, perhaps by an agent that has died since: it may be on paper and must not be sent again. */
	readonly begun: boolean;
}

/** A kiosk that was here today and has not been heard of for a minute: somebody has to go and see. */
export interface KioskAway {
	readonly kiosk: string;
	readonly since: Instant;
}

/** The printers of the hall as the manager sees them. */
export interface PrinterWall {
	readonly at: Instant;
	/** Boards that cannot be heard just now: the manager is alarmed of them with the printers. */
	readonly mute: ConsoleView['mute'];
	readonly kiosksAway: readonly KioskAway[];
	readonly timeZone: TimeZone;
	readonly printers: readonly (PrinterNow & {
		readonly way: string;
		readonly profile: string;
		/** Brand and model, as people call them. */
		readonly model: string;
		/** When it last said how it stands (or a slip came out); null since the server's start. */
		readonly seenAt: Instant | null;
		/** Slips that wait for it, and since when the oldest. */
		readonly waiting: number;
		readonly waitingSince: Instant | null;
		readonly last: (SlipStatus & { readonly number: string | null; readonly at: Instant }) | null;
		readonly paper: { readonly rollMm: number; readonly usedMm: number; readonly since: Instant };
		/** Kiosks that print here first, by name. */
		readonly kiosks: readonly string[];
	})[];
}

/** The boards of the hall as the manager sees them, and what a board can be laid out for. */
export interface BoardWall {
	readonly at: Instant;
	readonly timeZone: TimeZone;
	readonly boards: readonly {
		readonly id: DeviceId;
		/** Two of one name have their numbers in it: no other board of the hall is called so. */
		readonly name: string;
		/** What it was paired for. */
		readonly zone: ZoneFacts | null;
		readonly layout: BoardLayout;
		readonly sound: Sound;
		readonly soundSince: Instant | null;
		/** How many windows show this board now; 0: it is switched off, or cannot reach the server. */
		readonly connected: number;
		/** When it was last known to be there. */
		readonly seenAt: Instant;
		/** Of today: when it last said that it had spoken a call, and the last call that it did not speak. */
		readonly lastSpoken: Instant | null;
		readonly lastSilent: { readonly why: Silence; readonly at: Instant } | null;
	}[];
	/** What managers have changed of boards within the last hour, newest first. `board`: its name, where it was one. */
	readonly changes: readonly {
		readonly at: Instant;
		readonly by: string;
		readonly what: BoardChange;
		readonly board: string | null;
	}[];
	/** Of the hall's longest number: "A-012" has 5. How large numbers can be drawn hangs on it. */
	readonly signs: number;
	readonly choices: {
		readonly zones: readonly ZoneFacts[];
		readonly agencies: readonly { readonly id: AgencyId; readonly name: string }[];
		readonly counters: readonly { readonly number: CounterNumber; readonly agency: string }[];
		readonly rooms: readonly WaitingRoom[];
		readonly desk: DeskWord;
	};
}
