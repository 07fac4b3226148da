// What one slip says, as data: the visit, what stood true when its number was taken, and the names of the hall. How it is
// laid out and which words say it is decided in lines.ts.

import type { TimeZone } from '../../../shared/day.ts';
import type { Completion } from '../../../shared/hall.ts';
import type { CounterNumber, Instant, ZoneNumber } from '../../../shared/id.ts';
import type { SlipLayout } from '../../../shared/slip.ts';
import type { DeskWord } from '../../../shared/speech.ts';
import type { WaitRange } from '../../../shared/wait.ts';

export interface SlipPlace {
	readonly agency: string;
	readonly service: string;
	/** When the number was taken, not now; null where that is too long ago to say. */
	readonly ahead: number | null;
	/** null while no counter was open: then nothing is said about minutes. */
	readonly wait: WaitRange | null;
	readonly counters: readonly CounterNumber[];
	readonly zone: ZoneNumber;
	/** What to have at hand, one line each. */
	readonly requirements: readonly string[];
}

export interface SlipHall {
	readonly name: string;
	readonly city: string;
	readonly timeZone: TimeZone;
	readonly demo: boolean;
	readonly complaintLine: string;
	readonly desk: DeskWord;
	readonly layout: SlipLayout;
}

export interface Slip {
	readonly hall: SlipHall;
	readonly number: string;
	readonly takenAt: Instant;
	/** Only that it is so: which category is nobody's business on paper. */
	readonly priority: boolean;
	/** In the order in which they were chosen; the first gave the number. */
	readonly places: readonly SlipPlace[];
	/** The ticket's page, drawn as a QR code. */
	readonly address: string;
	/** When this copy was asked for, on a second slip of the same number; null on the first. */
	readonly reprintedAt: Instant | null;
}

/** What to bring for a service, printed without a number. */
export interface Sheet {
	readonly hall: SlipHall;
	readonly agency: string;
	readonly service: string;
	readonly requirements: readonly string[];
	readonly fee: string;
	readonly completion: Completion | null;
	readonly counters: readonly CounterNumber[];
	readonly zone: ZoneNumber;
	/** Where it can be had without coming; null: only here. */
	readonly online: string | null;
	readonly at: Instant;
}

/** A slip that is nobody's: shows what this printer makes of the hall's layout. */
export interface TestSlip {
	readonly hall: SlipHall;
	/** The printer's name, and the name of its profile. */
	readonly printer: string;
	readonly profile: string;
	readonly at: Instant;
}
