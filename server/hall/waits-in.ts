// A visitor says at the kiosk where they wait: in the hall, or in a room out of sight of the boards, whose own screen then
// shows and speaks their calls. Said as often as wanted, until somebody calls them.

import { eq } from 'drizzle-orm';
import type { WaitInAsk } from '../../shared/contract.ts';
import { dayOf } from '../../shared/day.ts';
import type { DeviceId, Instant } from '../../shared/id.ts';
import type { Hall } from '../store/hall.ts';
import { OF_THE_HALL } from '../store/journal-rows.ts';
import { visits } from '../store/schema.ts';
import { refuse } from './refused.ts';

/**
 * Refuses a visit that was not taken at this kiosk today (as unknown as one that does not exist), one that waits nowhere
 * any more, and a room that the hall does not have.
 */
export function waitIn(hall: Hall, { visitId, room }: WaitInAsk, kiosk: DeviceId, at: Instant): void {
	const { settings } = hall.catalogue();
	const day = dayOf(at, settings.timeZone);
	const visit = hall.rows.visit(visitId);
	if (visit?.deviceId !== kiosk || visit.day !== day) refuse({ code: 'unknown', what: 'visit' });
	if (room !== null && !settings.board.rooms.some((it) => it.id === room)) refuse({ code: 'unknown', what: 'place' });
	if (!hall.rows.ticketsOfVisit(visitId).some((it) => it.state === 'waiting')) refuse({ code: 'wrong_state' });
	// A press that says what is known already is no news.
	if (visit.waitsIn === room) return;
	hall.store.tables.update(visits).set({ waitsIn: room }).where(eq(visits.id, visitId)).run();
	const detail = { room };
	hall.rows.insertJournal({ ...OF_THE_HALL, at, day, kind: 'waits_in', visitId, deviceId: kiosk, detail });
}
