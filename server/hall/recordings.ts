// That the hall's voice was changed stands in the journal, with who did it and when: a false announcement must be traceable.
// The recordings themselves are files.

import { dayOf } from '../../shared/day.ts';
import type { Instant, OfficerId } from '../../shared/id.ts';
import type { Hall } from '../store/hall.ts';
import { OF_THE_HALL } from '../store/journal-rows.ts';

/** `what`: "id/tiga", or how many. Boards are shown anew after it, so that a notice that has just got its voice is spoken. */
export function voiceChanged(hall: Hall, what: string, by: OfficerId, at: Instant): void {
	const day = dayOf(at, hall.catalogue().settings.timeZone);
	const detail = { reason: `voice recording ${what}` };
	hall.rows.insertJournal({ ...OF_THE_HALL, at, day, kind: 'hall_changed', officerId: by, detail });
}
