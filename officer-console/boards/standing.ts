// How a board stands, as the manager reads it: whether it is there, whether it can be heard, and when it was. Pure.

import { isMute } from '../../shared/hearing.ts';
import { DAY_MS, type Instant } from '../../shared/id.ts';
import type { BoardWall } from '../../shared/views.ts';
import { words } from './words.ts';

export type Board = BoardWall['boards'][number];

export interface Standing {
	/** `bad`: somebody has to go and see; `off`: nothing is known of it. */
	readonly tone: 'good' | 'bad' | 'off';
	readonly link: string;
	readonly sound: string;
	/** When it was heard; and when not, if that was later. */
	readonly heard: string;
}

export function standingOf(board: Board, clock: (at: number) => string): Standing {
	const say = words.wall;
	const there = board.connected > 0;
	const wanted = board.layout.speaks;
	const mute = wanted && isMute(board.sound);
	const { lastSpoken, lastSilent } = board;
	const missed = wanted && lastSilent !== null && lastSilent.at > (lastSpoken ?? 0) ? lastSilent : null;
	/** Too many calls, or the hall is silent at this hour: there is nothing to see there. */
	const meant = missed?.why === 'late' || missed?.why === 'quiet';
	return {
		tone: !there ? 'off' : mute || (missed && !meant) ? 'bad' : 'good',
		link: !there ? say.away : board.connected === 1 ? say.connected : say.windows(board.connected),
		sound: !wanted
			? say.silentByLayout
			: mute
				? say.mute(words.silences[board.sound])
				: board.sound === 'ready'
					? say.ready
					: say.noWord,
		heard: missed
			? say.silent(clock(missed.at), words.silences[missed.why])
			: lastSpoken === null
				? say.neverHeard
				: say.heard(clock(lastSpoken)),
	};
}

/** Nobody has seen it for a day: put away, or the screen of a browser that was tried out. */
export const isLongAway = ({ connected, seenAt }: Board, now: Instant): boolean =>
	connected === 0 && now - seenAt > DAY_MS;

/** What its scope is called. */
export function placeOf({ scope }: Board['layout'], { zones, agencies, rooms, desk }: BoardWall['choices']): string {
	const say = words.layout;
	switch (scope.kind) {
		case 'hall':
			return say.scopes.hall;
		case 'zone':
			return zones.find((it) => it.number === scope.zone)?.name ?? say.gone;
		case 'agency':
			return agencies.find((it) => it.id === scope.agency)?.name ?? say.gone;
		case 'counter':
			return words.common.counter(scope.counter, desk);
		case 'room':
			return rooms.find((it) => it.id === scope.room)?.name ?? say.gone;
	}
}
