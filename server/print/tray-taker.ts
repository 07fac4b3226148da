// Where the hall has no printer the tray takes every slip at once: it cannot run out of paper, and its page (tray.ts) shows
// what would have been printed.

import { dayOf } from '../../shared/day.ts';
import type { Commits } from '../store/commit.ts';
import { OF_THE_HALL } from '../store/journal-rows.ts';
import type { JobParts } from './jobs.ts';
import type { Log } from './spooler.ts';

export interface TrayTaker {
	readonly nudge: () => void;
	readonly close: () => Promise<void>;
}

/** Slips of a busy moment share one commit; nobody reads the tray faster than this. */
const PAUSE_MS = 100;

export function openTray({ rows, slips, timeZone }: JobParts, commits: Commits, log: Log): TrayTaker {
	let timer: NodeJS.Timeout | null = null;
	let draining: Promise<void> = Promise.resolve();
	let closed = false;
	const drain = async (): Promise<void> => {
		if (!slips.anyQueued(null)) return;
		await commits.run((at) => {
			const day = dayOf(at, timeZone());
			const detail = { slip: 'printed', fault: null, by: null } as const;
			for (const { visitId } of slips.takeTray(at))
				rows.insertJournal({ ...OF_THE_HALL, at, day, kind: 'printed', visitId, detail });
		});
	};
	const start = (): void => {
		timer = null;
		draining = draining
			.then(drain)
			.catch((error: unknown) => log.error({ err: error }, 'the tray could not take the slips; they wait'));
	};
	const nudge = (): void => {
		if (!closed) timer ??= setTimeout(start, PAUSE_MS);
	};
	nudge();
	return {
		nudge,
		close: async () => {
			closed = true;
			if (timer) {
				clearTimeout(timer);
				start();
			}
			await draining;
		},
	};
}
