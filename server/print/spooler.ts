// Drains the print outbox: to a printer (press.ts) or, where none is configured, to the tray. A change of a slip's state
// is a commit like every other, so kiosk and officer see it at once.

import type { Catalogue } from '../store/catalogue.ts';
import type { Commits } from '../store/commit.ts';
import type { Store } from '../store/open.ts';
import { type Jobs, openJobs } from './jobs.ts';
import { openPress } from './press.ts';
import type { Printer } from './printer.ts';
import type { Paper } from './profile.ts';

export interface Log {
	readonly info: (details: object, message: string) => void;
	readonly warn: (details: object, message: string) => void;
	readonly error: (details: object, message: string) => void;
}
export interface Spooler {
	/** Something may be waiting. Cheap: call it after every commit. */
	readonly nudge: () => void;
	/** Lets the slip in hand end, for a second at most; what waits stays in its row for the next start. */
	readonly close: () => Promise<void>;
}
export interface SpoolerParts {
	readonly store: Store;
	readonly commits: Commits;
	/** null while the hall has not been set up; then nothing waits either. */
	readonly catalogue: () => Catalogue | null;
	/** null = the tray. */
	readonly printer: Printer | null;
	readonly paper: Paper;
	readonly log: Log;
}

/** Slips of a busy moment share one commit; nobody reads the tray faster than this. */
const TRAY_PAUSE_MS = 100;

export function openSpooler(parts: SpoolerParts): Spooler {
	const jobs = openJobs(parts.store, () => parts.catalogue()?.settings.timeZone ?? 'Asia/Jakarta');
	return parts.printer === null ? openTray(parts, jobs) : openPress(parts, jobs, parts.printer);
}

/** The tray takes everything at once; it cannot run out of paper. */
function openTray({ commits, log }: SpoolerParts, jobs: Jobs): Spooler {
	let timer: NodeJS.Timeout | null = null;
	let draining: Promise<void> = Promise.resolve();
	let closed = false;
	const drain = async (): Promise<void> => {
		if (!jobs.anyInHand()) return;
		await commits.run((at) => {
			// Left by a printer that was configured until the last stop.
			jobs.settle(at);
			jobs.printAll(at);
		});
	};
	const start = (): void => {
		timer = null;
		draining = draining
			.then(drain)
			.catch((error: unknown) => log.error({ err: error }, 'the tray could not take the slips; they wait'));
	};
	const nudge = (): void => {
		if (!closed) timer ??= setTimeout(start, TRAY_PAUSE_MS);
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
