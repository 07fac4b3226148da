// What boards say of calls: shown, heard, or silent and why. Only a board's own word counts, and only for a call that was
// made today; the first word that it was heard stays.

import { and, eq, ne } from 'drizzle-orm';
import type { ShownAsk, SilentAsk, SoundAsk } from '../../shared/contract.ts';
import { dayOf } from '../../shared/day.ts';
import type { CounterNumber, DeviceId, Instant, Rev } from '../../shared/id.ts';
import type { Hall } from '../store/hall.ts';
import { OF_THE_HALL } from '../store/journal-rows.ts';
import { devices, hearings } from '../store/schema.ts';
import { refuse } from './refused.ts';

interface Made {
	readonly counter: CounterNumber;
	readonly calledAt: Instant;
}

/** Where and when the call was made; refuses what is no call of today. */
function madeOf(hall: Hall, rev: Rev, at: Instant): Made {
	const call = hall.rows.journalRow(rev);
	const today = dayOf(at, hall.catalogue().settings.timeZone);
	return call?.kind === 'called' && call.day === today && call.counter !== null
		? { counter: call.counter, calledAt: call.at }
		: refuse({ code: 'unknown', what: 'ticket' });
}

type Word = Partial<Pick<typeof hearings.$inferSelect, 'shownAt' | 'spokenAt' | 'silence'>>;

function note(hall: Hall, rev: Rev, deviceId: DeviceId, word: Word): void {
	hall.store.tables
		.insert(hearings)
		.values({ rev, deviceId, ...word })
		.onConflictDoUpdate({ target: [hearings.rev, hearings.deviceId], set: word })
		.run();
}
const before = (hall: Hall, rev: Rev, deviceId: DeviceId): typeof hearings.$inferSelect | undefined =>
	hall.store.tables
		.select()
		.from(hearings)
		.where(and(eq(hearings.rev, rev), eq(hearings.deviceId, deviceId)))
		.get();

/** By the hall's own clock, and whatever a board says, never before the call. */
const happened = (calledAt: Instant, agoMs: number, at: Instant): Instant => Math.max(calledAt, at - agoMs);

/** Each returns the counter whose console is to be told; null where nothing is new to it. */
export function callShown(hall: Hall, { rev, agoMs }: ShownAsk, board: DeviceId, at: Instant): CounterNumber | null {
	const { calledAt } = madeOf(hall, rev, at);
	if (!before(hall, rev, board)?.shownAt) note(hall, rev, board, { shownAt: happened(calledAt, agoMs, at) });
	return null;
}

export function callSpoken(hall: Hall, { rev, agoMs }: ShownAsk, board: DeviceId, at: Instant): CounterNumber | null {
	const { counter, calledAt } = madeOf(hall, rev, at);
	if (before(hall, rev, board)?.spokenAt) return null;
	// Heard on a second try (somebody touched the screen): that is what counts.
	note(hall, rev, board, { spokenAt: happened(calledAt, agoMs, at), silence: null });
	return counter;
}

export function callSilent(hall: Hall, { rev, why }: SilentAsk, board: DeviceId, at: Instant): CounterNumber | null {
	const { counter } = madeOf(hall, rev, at);
	const known = before(hall, rev, board);
	if (known?.spokenAt || known?.silence === why) return null;
	note(hall, rev, board, { silence: why });
	return counter;
}

/** At the server's start no board is connected: what each said before is no longer known. */
export function forgetBoards(hall: Hall, at: Instant): void {
	const boards = and(eq(devices.role, 'board'), ne(devices.sound, 'unknown'));
	for (const { id } of hall.store.tables.select({ id: devices.id }).from(devices).where(boards).all())
		boardSounds(hall, { sound: 'unknown' }, id, at);
}

/** Consoles and manager are shown a board that cannot be heard; the journal tells since when. */
export function boardSounds(hall: Hall, { sound }: SoundAsk, board: DeviceId, at: Instant): void {
	const mine = eq(devices.id, board);
	if (hall.store.tables.select().from(devices).where(mine).get()?.sound === sound) return;
	hall.store.tables.update(devices).set({ sound, soundSince: at }).where(mine).run();
	const day = dayOf(at, hall.catalogue().settings.timeZone);
	hall.rows.insertJournal({ ...OF_THE_HALL, at, day, kind: 'sound', deviceId: board, detail: { sound } });
}
