// When the board loads its page anew by itself, for nobody comes by a TV for weeks and its browser was made for evenings.
// Only where nothing is lost by it:
// - never while the server does not answer: the TV would stand there with its browser's error page, which no script leaves;
// - never in an announcement, and never within minutes of a call, when people still look for their number;
// - never in opening hours where it would take the sound away that somebody allowed by touching the screen.
// A page that is shown nothing any more calls nobody, with or without sound: it waits for the first rule only, and for the
// end of what it is saying.

import { HOUR, MINUTE, SECOND } from '../shared/id.ts';

/** The page as it stands. Times in ms, by a clock that only runs forward. */
export interface Standing {
	/** Since this page was loaded. */
	readonly age: number;
	/** Since the hall last showed it a view; null while the page itself knows that the link is lost. */
	readonly unshown: number | null;
	/** Since it last announced anything, or was loaded. */
	readonly calm: number;
	readonly speaking: boolean;
	/** As loud after a reload as now. */
	readonly keepsSound: boolean;
	/** The hall is open, or somebody is still served. */
	readonly lit: boolean;
}
/** What the server has at this page's address: the page that is loaded, another build of it, or no answer worth the name. */
export type Served = 'same' | 'other' | 'nothing';

/** The hall shows every board its view at least every 15 s. */
export const STUCK_AFTER = 60 * SECOND;
/** A reload that does not help is not tried again before. */
export const AGAIN_AFTER = 5 * MINUTE;
export const CALM_FOR = 5 * MINUTE;
export const OLD_AFTER = 12 * HOUR;
/** How often the server is asked what it has; a page that is stuck asks at every look. */
const ASK_EVERY = HOUR;
const LOOK_EVERY = MINUTE;

/** Whether this is a moment for a reload, and of which kind. */
export function momentOf({ age, unshown, calm, speaking, keepsSound, lit }: Standing): 'stuck' | 'idle' | 'none' {
	if (speaking) return 'none';
	if (unshown !== null && unshown > STUCK_AFTER && age > AGAIN_AFTER) return 'stuck';
	return calm > CALM_FOR && (keepsSound || !lit) ? 'idle' : 'none';
}

export function shouldReload(standing: Standing, served: Served): boolean {
	const moment = momentOf(standing);
	if (moment === 'none' || served === 'nothing') return false;
	return moment === 'stuck' || served === 'other' || standing.age > OLD_AFTER;
}

export interface WatchdogParts {
	readonly standing: () => Standing;
	readonly served: () => Promise<Served>;
	readonly reload: () => void;
	readonly every: (ms: number, look: () => void) => void;
}

export function openWatchdog({ standing, served, reload, every }: WatchdogParts): void {
	let asking = false;
	/** The age at which the server was asked last. */
	let askedAt = 0;
	every(LOOK_EVERY, () => {
		const now = standing();
		const moment = momentOf(now);
		if (asking || moment === 'none' || (moment === 'idle' && now.age < askedAt + ASK_EVERY)) return;
		asking = true;
		askedAt = now.age;
		void served().then((answer) => {
			asking = false;
			// Somebody may have been called while the server was asked.
			if (shouldReload(standing(), answer)) reload();
		});
	});
}
