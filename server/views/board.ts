// Rows -> what a board is shown: the latest call of each number, every agency's line, every counter of its scope, and what
// the hall announces. Numbers only.

import { type BoardLayout, type BoardScope, plainLayout } from '../../shared/board.ts';
import { dayOf, minuteOf } from '../../shared/day.ts';
import type { Agency, HallSettings } from '../../shared/hall.ts';
import type { Instant } from '../../shared/id.ts';
import type { BoardView, BoardVoice } from '../../shared/views.ts';
import { isQuiet, volumeAt } from '../../shared/voice.ts';
import { words } from '../../shared/words/words.ts';
import { agencyFacts, type Catalogue } from '../store/catalogue.ts';
import type { Hall } from '../store/hall.ts';
import { callRows, currentOf, readCalls } from './board-calls.ts';
import { insteadOf } from './board-desks.ts';
import { infoNow } from './board-info.ts';
import { nightNow } from './night.ts';
import { noticesNow, type Recorded } from './notices.ts';

/** Where a phone opens a board; null where the hall does not want that. */
export const PHONE_PATH = '/papan';

/**
 * `publicUrl`: where a phone finds this hall; `recorded`: what the hall can say in a voice of its own. A zone, agency, counter or room that is there no longer shows the whole hall,
 * so that a board is never empty by a change of the set-up.
 */
export const boardView = (
	hall: Hall,
	layout: BoardLayout,
	publicUrl: string,
	recorded: Recorded,
	at: Instant,
): BoardView => hall.rows.together(() => read(hall, layout, publicUrl, recorded, at));

function read(hall: Hall, asked: BoardLayout, publicUrl: string, recorded: Recorded, at: Instant): BoardView {
	const catalogue = hall.catalogue();
	const { settings } = catalogue;
	const day = dayOf(at, settings.timeZone);
	const place = placeOf(catalogue, asked.scope);
	const layout: BoardLayout = place === null ? { ...asked, scope: plainLayout(null).scope } : asked;
	const { scope } = layout;
	const agencies = catalogue.agencies.filter((it) => isOf(catalogue, scope, it));
	const here = new Set(agencies.map((it) => it.id));
	const rows = callRows(hall, scope, here, day);
	const shifts = new Map(hall.rows.openShifts().map((it) => [it.counter, it]));
	const serving = new Map(hall.rows.atDesks().map((it) => [it.counter, it.number]));
	const counters = catalogue.counters.filter(
		(it) => here.has(it.agencyId) && (scope.kind !== 'counter' || it.number === scope.counter),
	);
	const zone = scope.kind === 'zone' ? catalogue.zone(scope.zone) : undefined;
	return {
		hall: catalogue.facts,
		day,
		layout,
		zone: zone ? { number: zone.number, name: zone.name } : null,
		place: place || null,
		voice: voiceNow(settings, at),
		...nightNow(hall, at),
		notices: noticesNow(hall, counters, recorded, at),
		media: layout.side === 'media' ? catalogue.media : [],
		info: layout.side === 'none' ? null : infoNow(catalogue, agencies, at),
		phone: settings.board.phone ? `${publicUrl}${PHONE_PATH}` : null,
		calls: readCalls(hall, rows, scope, here),
		agencies: agencies.map((agency) => ({
			...agencyFacts(agency),
			waiting: catalogue.queues
				.filter((it) => it.agencyId === agency.id)
				.reduce((sum, it) => sum + hall.rows.inLine(it.id, day), 0),
			...currentOf(hall, agency, rows, day),
		})),
		counters: counters.map(({ number, agencyId }) => {
			const shift = shifts.get(number);
			const state = !shift ? 'closed' : shift.pausedAt === null ? 'open' : 'break';
			const instead = state === 'open' ? [] : insteadOf(catalogue, number, shifts);
			const reason = shift?.pauseReason ?? null;
			return { number, agencyId, state, reason, serving: serving.get(number) ?? null, instead };
		}),
	};
}

/** What the scope is called, '' for the whole hall; null when it is not there. */
function placeOf(catalogue: Catalogue, scope: BoardScope): string | null {
	switch (scope.kind) {
		case 'hall':
			return '';
		case 'zone':
			return catalogue.zones.find((it) => it.number === scope.zone)?.name ?? null;
		case 'agency':
			return catalogue.agencies.find((it) => it.id === scope.agency)?.name ?? null;
		case 'counter':
			return catalogue.counters.some((it) => it.number === scope.counter)
				? words.id.common.counter(scope.counter, catalogue.facts.desk)
				: null;
		case 'room':
			return catalogue.settings.board.rooms.find((it) => it.id === scope.room)?.name ?? null;
	}
}

/** Whose lines stand on the board. A room's board shows calls only. */
function isOf(catalogue: Catalogue, scope: BoardScope, agency: Agency): boolean {
	switch (scope.kind) {
		case 'hall':
			return true;
		case 'zone':
			return agency.zone === scope.zone;
		case 'agency':
			return agency.id === scope.agency;
		case 'counter':
			return catalogue.counter(scope.counter)?.agencyId === agency.id;
		case 'room':
			return false;
	}
}

/** A hall that is turned down to nothing is quiet, not broken. */
function voiceNow({ voice, timeZone }: HallSettings, at: Instant): BoardVoice {
	const minute = minuteOf(at, timeZone);
	const volume = volumeAt(voice, minute);
	const { repeatAfterMs, school, english } = voice;
	return { repeatAfterMs, volume, quiet: volume === 0 || isQuiet(voice, minute), school, english };
}
