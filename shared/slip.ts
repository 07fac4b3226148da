// A slip of paper: what becomes of it on its way, how a printer stands, and how the hall has its slips laid out.

/** `unconfirmed`: sent, but the printer did not say that it came out. */
export const SLIP_STATES = ['queued', 'printing', 'printed', 'unconfirmed', 'failed'] as const;
export type SlipState = (typeof SLIP_STATES)[number];

/**
 * Why a printer does not print. `refused`: the address turns us away; `unreachable`: nobody answers there; `offline`: it
 * answers, and is not ready; `stalled`: it takes a slip and says nothing more; `reset`: it hung up in the middle of one.
 */
export const PRINTER_FAULTS = [
	'paper_out',
	'cover_open',
	'cutter',
	'offline',
	'refused',
	'unreachable',
	'stalled',
	'reset',
] as const;
export type PrinterFault = (typeof PRINTER_FAULTS)[number];

/**
 * `near_end`: printed, and the roll is nearly empty. `cancelled`: somebody of the hall took it out of the
 * queue; `too_late`: the number was given without the server, and its holder has long seen it on the glass.
 */
export const SLIP_FAULTS = [...PRINTER_FAULTS, 'near_end', 'cancelled', 'too_late'] as const;
export type SlipFault = (typeof SLIP_FAULTS)[number];

export interface SlipStatus {
	readonly state: SlipState;
	readonly fault: SlipFault | null;
}

/** `unknown`: not looked at yet, or a printer that cannot tell. */
export const PRINTER_STATES = ['unknown', 'ready', 'near_end', ...PRINTER_FAULTS] as const;
export type PrinterState = (typeof PRINTER_STATES)[number];

/** It does not print now, and somebody has to go and see. */
export const isTrouble = (state: PrinterState): state is PrinterFault => PRINTER_FAULTS.some((it) => it === state);

/** What a way to the paper may claim of a slip when it is done with it. */
export type PrintOutcome =
	/** The printer itself said, after the last byte, that everything before it was worked off and there is paper. */
	| { readonly kind: 'printed'; readonly nearEnd: boolean }
	/** Everything went out and nothing came back: it may be on paper. Never sent again by itself. */
	| { readonly kind: 'unconfirmed' }
	/** Broke while the slip went out or was printed: part of it may be on paper. What follows is a reprint. */
	| { readonly kind: 'broken'; readonly fault: PrinterFault }
	/** Not one byte of the slip went out: safe to try again. */
	| { readonly kind: 'not_sent'; readonly fault: PrinterFault };

/**
 * `reprint`: a second slip of the same number, marked as such; `test`: no visitor's at all, to see what the printer makes
 * of it, or what to bring for a service.
 */
export const SLIP_KINDS = ['slip', 'reprint', 'test'] as const;
export type SlipKind = (typeof SLIP_KINDS)[number];

/** A slip that could not be printed for this long is not printed any more: its holder has gone with the number on the screen. */
export const SLIP_TOO_OLD = 120_000;

/** The parts of a slip that a hall may leave out or put in another order. */
export const SLIP_BLOCKS = [
	'logo',
	'hall',
	'number',
	'places',
	'requirements',
	'advice',
	'qr',
	'wifi',
	'time',
	'complaint',
] as const;
export type SlipBlock = (typeof SLIP_BLOCKS)[number];

export interface Wifi {
	readonly name: string;
	/** null: an open network. */
	readonly password: string | null;
}

export interface SlipLayout {
	/** From the top. A block that is not named is not printed; the number always is. */
	readonly blocks: readonly SlipBlock[];
	/** 2: a second copy, marked as one, for the desk. */
	readonly copies: 1 | 2;
	/** A PNG, base64; at most MOST_LOGO characters. Wider than the paper it is made smaller. */
	readonly logo: string | null;
	readonly wifi: Wifi | null;
	/** A line of the hall's own at the foot; empty = none. */
	readonly note: string;
}

export const DEFAULT_LAYOUT: SlipLayout = {
	blocks: ['logo', 'hall', 'number', 'places', 'advice', 'qr', 'wifi', 'time', 'complaint'],
	copies: 1,
	logo: null,
	wifi: null,
	note: '',
};

export const MOST_LOGO = 40_000;
export const MOST_NOTE = 120;
/** Of IEEE 802.11: a name of 32 bytes, a passphrase of 8 to 63 characters. */
const MOST_WIFI_NAME = 32;
const WIFI_PASSWORD = /^[\x20-\x7e]{8,63}$/;

export type LayoutFault =
	| 'no_number'
	| 'block_twice'
	| 'note_too_long'
	| 'logo_too_large'
	| 'wifi_name'
	| 'wifi_password';

/** Bytes of a text in UTF-8. */
const utf8Length = (text: string): number =>
	[...text].reduce((bytes, sign) => bytes + bytesOf(sign.codePointAt(0) ?? 0), 0);
const bytesOf = (code: number): number => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);

/** Why slips cannot be laid out so; null when they can. */
export function layoutFault({ blocks, logo, wifi, note }: SlipLayout): LayoutFault | null {
	if (!blocks.includes('number')) return 'no_number';
	if (new Set(blocks).size !== blocks.length) return 'block_twice';
	if (note.length > MOST_NOTE) return 'note_too_long';
	if (logo !== null && logo.length > MOST_LOGO) return 'logo_too_large';
	if (wifi === null) return null;
	if (wifi.name.trim() === '' || utf8Length(wifi.name) > MOST_WIFI_NAME) return 'wifi_name';
	return wifi.password === null || WIFI_PASSWORD.test(wifi.password) ? null : 'wifi_password';
}
