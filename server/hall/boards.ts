// How a board is laid out, and that it is none any more: decided by a manager, kept with the board, so on its glass at once.

import { and, eq, isNull } from 'drizzle-orm';
import { type BoardChange, type BoardLayout, type BoardScope, boardLayoutFault } from '../../shared/board.ts';
import { dayOf } from '../../shared/day.ts';
import type { DeviceId, Instant, OfficerId } from '../../shared/id.ts';
import type { Catalogue } from '../store/catalogue.ts';
import type { Hall } from '../store/hall.ts';
import { OF_THE_HALL } from '../store/journal-rows.ts';
import { devices } from '../store/schema.ts';
import { refuse } from './refused.ts';

/** Refuses a division that cannot be had, a place that is not there, and what is no board of this hall any more. */
export function layOut(hall: Hall, id: DeviceId, layout: BoardLayout, by: OfficerId, at: Instant): void {
	const fault = boardLayoutFault(layout);
	if (fault) refuse({ code: 'board_layout', fault });
	if (!isThere(hall.catalogue(), layout.scope)) refuse({ code: 'unknown', what: 'place' });
	const { changes } = hall.store.tables.update(devices).set({ layout }).where(mine(id)).run();
	if (changes === 0) refuse({ code: 'unknown', what: 'board' });
	tell(hall, 'board layout', id, by, at);
}

/** It is sent away at once and has to be paired anew, and an unused code is worth nothing. What it said of calls stays. */
export function removeBoard(hall: Hall, id: DeviceId, by: OfficerId, at: Instant): void {
	const gone = { revokedAt: at, codeHash: null, codeUntil: null };
	const { changes } = hall.store.tables.update(devices).set(gone).where(mine(id)).run();
	if (changes === 0) refuse({ code: 'unknown', what: 'board' });
	tell(hall, 'board removed', id, by, at);
}

const mine = (id: DeviceId) => and(eq(devices.id, id), eq(devices.role, 'board'), isNull(devices.revokedAt));

function tell(hall: Hall, reason: BoardChange, id: DeviceId, by: OfficerId, at: Instant): void {
	const day = dayOf(at, hall.catalogue().settings.timeZone);
	const detail = { reason };
	hall.rows.insertJournal({ ...OF_THE_HALL, at, day, kind: 'hall_changed', officerId: by, deviceId: id, detail });
}

function isThere(catalogue: Catalogue, scope: BoardScope): boolean {
	switch (scope.kind) {
		case 'hall':
			return true;
		case 'zone':
			return catalogue.zones.some((it) => it.number === scope.zone);
		case 'agency':
			return catalogue.agencies.some((it) => it.id === scope.agency);
		case 'counter':
			return catalogue.counters.some((it) => it.number === scope.counter);
		case 'room':
			return catalogue.settings.board.rooms.some((it) => it.id === scope.room);
	}
}
