// What stands in the hall: zones, agencies, queues, services, counters, and who the visitors with a head start are.

import type { Hours, SpecialOpening } from './availability.ts';
import type { BoardSettings } from './board.ts';
import type { Day, MinuteOfDay, TimeZone } from './day.ts';
import {
	type AgencyId,
	type CounterNumber,
	DAY_MS,
	HOUR,
	MINUTE,
	type QueueId,
	type ServiceId,
	type ZoneNumber,
} from './id.ts';
import type { SlipLayout } from './slip.ts';
import type { VoiceSettings } from './voice.ts';
import type { LanguageCode } from './words/regional.ts';

/** UU 25/2009 art. 29 and PermenPANRB 11/2024; self-declared at the kiosk, no proof asked, never shown as a word in public. */
export const PRIORITIES = ['elderly', 'disability', 'pregnant', 'nursing', 'child', 'disaster'] as const;
export type Priority = (typeof PRIORITIES)[number];
/** Why a ticket is counted as having come earlier than it did; null = it is not. */
export type HeadStart = Priority | 'continuing' | null;

/** Who runs the place (Perpres 89/2021 art. 3). */
export const AGENCY_KINDS = [
	'perangkat_daerah',
	'provinsi',
	'instansi_vertikal',
	'bumn',
	'bumd',
	'badan_hukum_publik',
	'swasta',
	'pengelola',
] as const;
export type AgencyKind = (typeof AGENCY_KINDS)[number];

export interface Zone {
	readonly number: ZoneNumber;
	readonly name: string;
}

export interface Agency {
	readonly id: AgencyId;
	readonly shortName: string;
	readonly name: string;
	readonly kind: AgencyKind;
	readonly zone: ZoneNumber;
	readonly position: number;
	/** Days this agency comes to the hall at all; null = whenever the hall is open. */
	readonly days: readonly number[] | null;
	/** Numbers a day over all its queues; null = no limit. */
	readonly dailyQuota: number | null;
	/** No numbers after this time, papers must be in by then; null = only the hall's own cut-off. */
	readonly lastIntake: MinuteOfDay | null;
}

/** One series of numbers and one line. Several services may share it. */
export interface Queue {
	readonly id: QueueId;
	readonly agencyId: AgencyId;
	readonly prefix: string;
	readonly name: string;
}

export type ServiceCategory = 'permit' | 'non_permit';
export interface Fee {
	/** Rupiah; null where the amount depends on the case. */
	readonly amount: number | null;
	readonly text: string;
}
/** When the product is ready. Not the time at the counter: mixing the two makes every report absurd. */
export interface Completion {
	readonly value: number;
	readonly unit: 'hari_kerja' | 'hari' | 'jam' | 'menit';
}

export interface Service {
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
	/** Steps, as the service standard names them; empty: the hall has not written them down. */
	readonly procedure: readonly string[];
	/** Where to complain about this service; null: where one complains about the hall. */
	readonly complaint: string | null;
	/** Where it can be had without coming; null: only here. */
	readonly online: string | null;
	/** Other words by which people look for it ("surat kelakuan baik"). */
	readonly keywords: readonly string[];
	readonly position: number;
}

export interface Counter {
	readonly number: CounterNumber;
	readonly agencyId: AgencyId;
	/** In the order in which this desk helps; the first is its own. */
	readonly queues: readonly QueueId[];
	/** Prefers visitors with a priority, and still serves everyone when there is none. */
	readonly priority: boolean;
	readonly note: string | null;
}

/** What the manager decides for the whole hall; kept as one row of settings. */
export interface HallSettings {
	readonly name: string;
	readonly city: string;
	readonly province: string;
	readonly timeZone: TimeZone;
	/** The demo hall says "contoh" everywhere and lets a browser on this machine become any screen. */
	readonly demo: boolean;
	readonly weekly: readonly Hours[];
	readonly holidays: readonly { readonly day: Day; readonly name: string }[];
	readonly specials: readonly SpecialOpening[];
	/** No new numbers in the last minutes before closing; who holds one is still served. */
	readonly cutoffMinutes: number;
	/** Give numbers only where an officer has signed on today ("belum dibuka" instead of a useless number). */
	readonly needsPresence: boolean;
	readonly numberDigits: number;
	/** How much earlier each is counted as having come, ms. A day means: always first. */
	readonly headStarts: Readonly<Record<Exclude<HeadStart, null>, number>>;
	/** A missed visitor who is back within this keeps the old place. */
	readonly lateGraceMs: number;
	readonly runningText: string;
	readonly complaintLine: string;
	/** How slips of paper are laid out. */
	readonly slip: SlipLayout;
	/** How calls are spoken. */
	readonly voice: VoiceSettings;
	/** What boards show and announce besides calls. */
	readonly board: BoardSettings;
	/** "Saya mau mengurus …": occasions of life, each with the services they need, for who does not know what to look for. */
	readonly guides: readonly Guide[];
	/** Regional languages of the kiosk besides Indonesian and English, by the code of their language file. */
	readonly languages: readonly LanguageCode[];
}

export interface Guide {
	/** "Kelahiran anak" */
	readonly name: string;
	readonly services: readonly ServiceId[];
}

export const DEFAULT_HEAD_STARTS: HallSettings['headStarts'] = {
	elderly: 30 * MINUTE,
	disability: 30 * MINUTE,
	pregnant: 30 * MINUTE,
	nursing: 30 * MINUTE,
	child: 30 * MINUTE,
	disaster: 30 * MINUTE,
	continuing: 10 * MINUTE,
};
export const DEFAULT_LATE_GRACE = 15 * MINUTE;
/** An officer may take back the last press for this long. */
export const UNDO_WINDOW = 10_000;
/** A visitor may cancel a number, or begin to change it, at the kiosk for this long; */
export const SECOND_THOUGHTS = MINUTE;
/** and who has begun to change it has so long, from its press on, to choose something else. */
export const CHANGE_ENDS = 4 * MINUTE;
/** Services one visitor may put on one slip. */
export const MOST_SERVICES = 5;
/** A head start of this size can be written but no more: it is "always first" already. */
export const LONGEST_HEAD_START = DAY_MS;
/** An officer's session ends after a working day. */
export const SESSION_LENGTH = 10 * HOUR;
