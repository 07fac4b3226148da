// What a hall decides about its boards: what each of them shows and how it is divided, what is announced besides calls, and
// how the lobby looks when the hall is closed. Which calls a board may show is decided here alone.

import type { MinuteOfDay, Weekday } from './day.ts';
import type { AgencyId, CounterNumber, RoomId, ZoneNumber } from './id.ts';

/** Whose calls a board shows. `room`: only those of visitors who wait in that room, for a screen that stands there. */
export type BoardScope =
	| { readonly kind: 'hall' }
	| { readonly kind: 'zone'; readonly zone: ZoneNumber }
	| { readonly kind: 'agency'; readonly agency: AgencyId }
	/** The small screen above a desk. */
	| { readonly kind: 'counter'; readonly counter: CounterNumber }
	| { readonly kind: 'room'; readonly room: RoomId };
export const BOARD_SCOPES = [
	'hall',
	'zone',
	'agency',
	'counter',
	'room',
] as const satisfies readonly BoardScope['kind'][];

/** `calls` and `lines`: two TVs side by side as one board, the calls on the left one and the agencies on the right. */
export const BOARD_PARTS = ['whole', 'calls', 'lines'] as const;
export type BoardPart = (typeof BOARD_PARTS)[number];

/** What takes 70 % of the width beside the calls: the hall's videos and pictures, or what it says of its services. */
export const BOARD_SIDES = ['none', 'media', 'info'] as const;
export type BoardSide = (typeof BOARD_SIDES)[number];

export interface BoardLayout {
	readonly scope: BoardScope;
	readonly part: BoardPart;
	/** Only beside calls: a board of `lines` or of one counter has none. */
	readonly side: BoardSide;
	/** Of two TVs as one, and of many small screens in one room, only one may speak. */
	readonly speaks: boolean;
	/** Of the screen, as it is sold; null: nobody has said. */
	readonly diagonalInch: number | null;
	/** From the screen to the farthest seat, metres. */
	readonly farthestM: number | null;
}

/** A board that nobody has laid out: everything of its zone, or of the hall. */
export const plainLayout = (zone: ZoneNumber | null): BoardLayout => ({
	scope: zone === null ? { kind: 'hall' } : { kind: 'zone', zone },
	part: 'whole',
	side: 'none',
	speaks: true,
	diagonalInch: null,
	farthestM: null,
});

/** Why a layout cannot be had. `side`: there is no room for it; `part`: one desk cannot be divided. */
export type BoardLayoutFault = 'side' | 'part';
export function boardLayoutFault({ scope, part, side }: BoardLayout): BoardLayoutFault | null {
	if (side !== 'none' && (part === 'lines' || scope.kind === 'counter')) return 'side';
	return part !== 'whole' && (scope.kind === 'counter' || scope.kind === 'room') ? 'part' : null;
}

/** A room in which visitors may wait out of sight of the boards: for nursing, for children. */
export interface WaitingRoom {
	readonly id: RoomId;
	/** "Ruang laktasi", as on its door. */
	readonly name: string;
}

/**
 * What is announced by the clock. `closing`, `prayer` and `gratification` have their own words and voice; `own` says what
 * the hall wrote, spoken where there is a recording of it.
 */
export const NOTICE_KINDS = ['closing', 'prayer', 'gratification', 'own'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
export interface ScheduledNotice {
	/** Names its recording: "notice-<id>". */
	readonly id: string;
	readonly kind: NoticeKind;
	/** What `own` says; empty for the others. */
	readonly text: string;
	readonly when:
		| { readonly kind: 'times'; readonly times: readonly MinuteOfDay[]; readonly days: readonly Weekday[] | null }
		| { readonly kind: 'before_closing'; readonly minutes: number };
}

/** What the glass shows while the hall is closed: as by day, dimmed, or nothing but a faint clock that wanders. */
export const NIGHTS = ['lit', 'dim', 'black'] as const;
export type Night = (typeof NIGHTS)[number];

export interface BoardSettings {
	/** Maklumat pelayanan: the hall's public promise; empty: none. */
	readonly pledge: string;
	readonly facilities: readonly string[];
	readonly rooms: readonly WaitingRoom[];
	readonly notices: readonly ScheduledNotice[];
	/** Says aloud that a desk pauses or closes, and where its visitors are served. */
	readonly saysBreaks: boolean;
	readonly night: Night;
	/** A QR code by which a phone opens this board. */
	readonly phone: boolean;
}

export const DEFAULT_BOARD: BoardSettings = {
	pledge: '',
	facilities: [],
	rooms: [],
	notices: [],
	saysBreaks: true,
	night: 'black',
	phone: true,
};

/** What managers change of boards, as the journal names it; shown to all of them for an hour. */
export const BOARD_CHANGES = [
	'board layout',
	'board removed',
	'boards',
	'media added',
	'media changed',
	'media removed',
	'media restored',
	'voice',
] as const;
export type BoardChange = (typeof BOARD_CHANGES)[number];
