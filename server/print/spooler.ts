// Drains the print outbox: each printer of the hall has a press of its own (press.ts); where there is none, the tray takes
// the slips. A change of a slip's state is a commit like every other, so kiosk and officer see it at once.

import type { Instant, PrinterId } from '../../shared/id.ts';
import type { Catalogue, Printer as PrinterSetup } from '../store/catalogue.ts';
import type { Commits } from '../store/commit.ts';
import type { Hall } from '../store/hall.ts';
import { openCompose } from './compose.ts';
import { expireSlips, type JobParts, openJobs } from './jobs.ts';
import { openPress, type Press } from './press.ts';
import { openTray } from './tray-taker.ts';
import type { Printer } from './ways/printer.ts';

export interface Log {
	readonly info: (details: object, message: string) => void;
	readonly warn: (details: object, message: string) => void;
	readonly error: (details: object, message: string) => void;
}
export interface Spooler {
	/** Something may be waiting, or the hall's printers are others now. Cheap: call it after every commit. */
	readonly nudge: () => void;
	/** Lets the slips in hand end, for a second at most; what waits stays in its row for the next start. */
	readonly close: () => Promise<void>;
	/** When a printer was last heard to be well; null since the start. */
	readonly seenAt: (printer: PrinterId) => Instant | null;
}
export interface SpoolerParts {
	readonly hall: Pick<Hall, 'store' | 'rows' | 'slips' | 'catalogue'>;
	readonly commits: Commits;
	/** The way to this printer; null where nothing of ours brings the bytes there (a kiosk's browser prints by itself). */
	readonly open: (printer: PrinterSetup) => Printer | null;
	readonly clock: () => Instant;
	readonly log: Log;
}

/** With the second and a half that a connection is waited for, every fault is found within three seconds. */
const LOOK_EVERY = 1_300;
/** CUPS is asked by starting programs, and knows less. */
const LOOK_AT_QUEUE_EVERY = 10_000;
/** A print agent looks every second and a half by itself; what it said is only read here. */
const LOOK_AT_AGENT_EVERY = 1_000;
const lookEvery = (way: string): number =>
	way === 'agent' ? LOOK_AT_AGENT_EVERY : way.startsWith('cups:') ? LOOK_AT_QUEUE_EVERY : LOOK_EVERY;
/** Slips that no press looks after: of a browser, of a printer that is gone. */
const EXPIRE_EVERY = 5_000;

const sameWay = (a: PrinterSetup, b: PrinterSetup): boolean =>
	a.way === b.way && a.profile === b.profile && a.deviceId === b.deviceId && a.name === b.name;

export function openSpooler({ hall, commits, open, clock, log }: SpoolerParts): Spooler {
	const parts: JobParts = { ...hall, timeZone: () => hall.catalogue().settings.timeZone };
	const tray = openTray(parts, commits, log);
	const presses = new Map<PrinterId, { readonly setup: PrinterSetup; readonly press: Press | null }>();
	/** Presses of printers that have been changed or retired, on their way out. */
	const leaving = new Set<Promise<void>>();
	let known: Catalogue | null = null;
	let closed = false;

	function leave(id: PrinterId): Promise<void> {
		const ended = presses.get(id)?.press?.close() ?? Promise.resolve();
		presses.delete(id);
		leaving.add(ended);
		return ended.finally(() => leaving.delete(ended));
	}
	function press(setup: PrinterSetup): void {
		const printer = open(setup);
		const made = printer && {
			jobs: openJobs(parts, setup.id),
			commits,
			printer,
			compose: openCompose(hall.store, hall.catalogue, setup),
			clock,
			log,
			lookEvery: lookEvery(setup.way),
		};
		presses.set(setup.id, { setup, press: made && openPress(made) });
	}
	/** One press for each printer, as it is set up now. A changed one is let go first: no two talk to one printer. */
	function keepUp(): void {
		const catalogue = hall.catalogue();
		if (closed || catalogue === known) return;
		known = catalogue;
		for (const [id, { setup }] of [...presses]) {
			const now = catalogue.printers.find((it) => it.id === id);
			if (now && sameWay(now, setup)) continue;
			void leave(id).then(() => {
				known = null;
				keepUp();
			});
		}
		if (leaving.size > 0) return;
		for (const setup of catalogue.printers) if (!presses.has(setup.id)) press(setup);
	}

	const expiring = setInterval(() => {
		if (hall.slips.tooOld(clock()).length === 0) return;
		commits
			.run((at) => expireSlips(parts, at))
			.catch((error: unknown) => log.error({ err: error }, 'old slips could not be given up'));
	}, EXPIRE_EVERY);
	keepUp();
	return {
		nudge: () => {
			keepUp();
			tray.nudge();
			for (const { press: each } of presses.values()) each?.nudge();
		},
		close: async () => {
			closed = true;
			clearInterval(expiring);
			await Promise.all([tray.close(), ...leaving, ...[...presses.keys()].map(leave)]);
		},
		seenAt: (printer) => presses.get(printer)?.press?.seenAt() ?? null,
	};
}
