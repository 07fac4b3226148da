// The printers as they were last heard of: asked every two seconds while a manager is signed in. An answer that does not
// come leaves the last one standing, with since when it is old.

import { type Signal, signal } from '@preact/signals';
import type { Reply } from '../../shared/contract.ts';
import { type Instant, SECOND } from '../../shared/id.ts';
import type { Refusal } from '../../shared/refusal.ts';
import type { PrinterWall } from '../../shared/views.ts';

export interface Watched {
	/** The last good answer; null before the first. */
	readonly wall: PrinterWall | null;
	/** Why there is no newer one. */
	readonly refusal: Refusal | null;
}

export const NOT_YET: Watched = { wall: null, refusal: null };
const EVERY = 2 * SECOND;

export const heard = (last: Watched, reply: Reply<PrinterWall>): Watched =>
	reply.ok ? { wall: reply.value, refusal: null } : { wall: last.wall, refusal: reply.refusal };

/** Since when nothing has been heard; null while it is heard. */
export const lostSince = ({ wall, refusal }: Watched): Instant | null => (wall && refusal ? wall.at : null);

export interface Watch {
	readonly watched: Signal<Watched>;
	/** Asks at once, after something was done; the round goes on. */
	readonly look: () => Promise<void>;
	/** Hands back what ends it. */
	readonly start: () => () => void;
}

export function watchPrinters(ask: () => Promise<Reply<PrinterWall>>): Watch {
	const watched = signal<Watched>(NOT_YET);
	let asked = 0;
	const look = async (): Promise<void> => {
		const mine = ++asked;
		const reply = await ask();
		// A slow answer must not replace a later one.
		if (mine === asked) watched.value = heard(watched.value, reply);
	};
	return {
		watched,
		look,
		start: () => {
			let timer: ReturnType<typeof setTimeout> | null = null;
			let ended = false;
			const round = async (): Promise<void> => {
				await look();
				if (!ended) timer = setTimeout(round, EVERY);
			};
			void round();
			return () => {
				ended = true;
				if (timer) clearTimeout(timer);
				watched.value = NOT_YET;
			};
		},
	};
}
