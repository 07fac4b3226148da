// What the manager decides for the whole hall besides its set-up: how calls sound, what boards show and announce,
// and how slips are laid out.

import { eq } from 'drizzle-orm';
import type { BoardSettings } from '../../shared/board.ts';
import { dayOf } from '../../shared/day.ts';
import type { HallSettings } from '../../shared/hall.ts';
import type { Instant, OfficerId } from '../../shared/id.ts';
import { layoutFault, type SlipLayout } from '../../shared/slip.ts';
import type { VoiceSettings } from '../../shared/voice.ts';
import type { Hall } from '../store/hall.ts';
import { OF_THE_HALL } from '../store/journal-rows.ts';
import { settings } from '../store/schema.ts';
import { refuse } from './refused.ts';

/** From the next call on. The caller reads the set-up again, and so after every verb of this file. */
export const setVoice = (hall: Hall, voice: VoiceSettings, by: OfficerId, at: Instant): void =>
	change(hall, { voice }, 'voice', by, at);

/** From the next slip on. */
export function setLayout(hall: Hall, layout: SlipLayout, by: OfficerId, at: Instant): void {
	const fault = layoutFault(layout);
	if (fault) refuse({ code: 'layout', fault });
	change(hall, { slip: layout }, 'slip layout', by, at);
}

export interface BoardTexts {
	readonly board: BoardSettings;
	readonly runningText: string;
}

/** A room that is gone keeps nobody from being called: its visitors are told by every other board. */
export const setBoard = (hall: Hall, { board, runningText }: BoardTexts, by: OfficerId, at: Instant): void =>
	change(hall, { board, runningText }, 'boards', by, at);

/** Upon the row itself: what another verb of this commit has changed is not in the catalogue yet. */
function change(hall: Hall, part: Partial<HallSettings>, reason: string, by: OfficerId, at: Instant): void {
	const { tables } = hall.store;
	const now = tables.select().from(settings).get();
	if (!now) throw new Error('the hall has not been set up');
	tables
		.update(settings)
		.set({ hall: { ...now.hall, ...part } })
		.where(eq(settings.id, 1))
		.run();
	const day = dayOf(at, now.hall.timeZone);
	hall.rows.insertJournal({ ...OF_THE_HALL, at, day, kind: 'hall_changed', officerId: by, detail: { reason } });
}
