// What every route of the recording studio needs: who may, what there is to record, and one way to change it, so that files,
// the voice in use and the journal never disagree.

import type { FastifyRequest } from 'fastify';
import { type Instant, MINUTE, type OfficerId } from '../../shared/id.ts';
import { isToRecord, type NameToRecord, namesToRecord } from '../../shared/recording.ts';
import type { Language } from '../../shared/words/words.ts';
import type { Log } from '../ask/asks.ts';
import { managerOf } from '../ask/who.ts';
import { voiceChanged } from '../hall/recordings.ts';
import type { Commits } from '../store/commit.ts';
import type { Hall } from '../store/hall.ts';
import { type NewTake, type OwnVoice, openOwnVoice } from '../voice/own.ts';
import type { Voices } from '../voice/voices.ts';

export interface RecordingsParts {
	readonly hall: Hall;
	readonly commits: Commits;
	readonly voices: Voices;
	readonly clock: () => Instant;
	readonly log: Log;
}

export interface Studio extends RecordingsParts {
	/** The folder of the hall's own recordings. */
	readonly folder: string;
	readonly own: OwnVoice;
	/** Refuses everybody else. */
	readonly manager: (request: FastifyRequest) => OfficerId;
	readonly names: () => readonly NameToRecord[];
	readonly isToRecord: (language: Language, clip: string) => boolean;
	/** Changes files, has them spoken, and writes down who did it; what is refused in `work` changed nothing. */
	readonly change: (what: string, by: OfficerId, work: () => void) => Promise<void>;
	readonly keep: (takes: readonly NewTake[], what: string, by: OfficerId) => Promise<void>;
}

/** A page of 160 recordings, each heard and recorded anew, by somebody in a hurry. */
export const OFTEN = { rateLimit: { max: 1_200, timeWindow: MINUTE } };
export const ofManager = (summary: string) => ({ summary: `${summary} (manager token).`, tags: ['v1'] });

export function openStudio(parts: RecordingsParts, folder: string): Studio {
	const { hall, commits, voices, clock } = parts;
	const own = openOwnVoice(folder, voices.folders.bundled);
	const names = (): readonly NameToRecord[] => {
		const { agencies, zones, settings } = hall.catalogue();
		return namesToRecord(agencies, zones, settings.board.notices);
	};
	const change: Studio['change'] = (what, by, work) =>
		commits.run((at) => {
			// Files first: what the journal says has happened has happened.
			work();
			voices.reload();
			voiceChanged(hall, what, by, at);
		});
	return {
		...parts,
		folder,
		own,
		manager: (request) => managerOf(hall, request.headers, clock()),
		names,
		isToRecord: (language, clip) => isToRecord(language, clip, names()),
		change,
		keep: async (takes, what, by) => change(what, by, await own.stage(takes)),
	};
}
