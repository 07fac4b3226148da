// What every page of the kiosk is drawn from, and the few things it may ask for.

import type { CancelAsk, Held, HeldAsk, Reply, RequirementsSent, WaitInAsk } from '../shared/contract.ts';
import type { Guide, Priority } from '../shared/hall.ts';
import type { Instant, ServiceId } from '../shared/id.ts';
import type { HallFacts } from '../shared/views.ts';
import type { Again } from './again.ts';
import type { Catalogue, Closed, Obstacle, Offer } from './catalogue.ts';
import type { Flow, Go } from './flow.ts';
import type { Say } from './words.ts';

export interface Scene {
	readonly say: Say;
	readonly hall: HallFacts;
	/** When the view was true. */
	readonly at: Instant;
	readonly catalogue: Catalogue;
	readonly connected: boolean;
	/** A number for these can be had, from the server or from those it lent. */
	readonly numbers: (offers: readonly Offer[]) => boolean;
	/** Numbers given here that the server refuses; staff are told. */
	readonly aside: number;
	readonly flow: Flow;
	readonly go: Go;
	/** Takes one number for all of these. */
	readonly take: (offers: readonly Offer[], priority: Priority | null) => void;
	/** A press is being answered. */
	readonly taking: boolean;
	readonly again: Again;
	readonly waitIn: (input: WaitInAsk) => Promise<Reply<unknown>>;
	readonly findHeld: (input: HeldAsk) => Promise<Reply<Held>>;
	readonly cancelTaken: (input: CancelAsk) => Promise<Reply<unknown>>;
	/** Each call is a press of its own. */
	readonly printRequirements: (service: ServiceId) => Promise<Reply<RequirementsSent>>;
	readonly guides: readonly Guide[];
}

/** "Tidak melayani hari ini" and "Buka kembali Kamis, 26 November 2026 08.00". */
export function closedSentences({ say, at, hall }: Scene, closed: Closed): readonly string[] {
	const why = say.common.closed[closed.reason](closed.note);
	if (closed.opens === null) return [why];
	return [why, say.common.opens(say.common.time.when(closed.opens, at, hall.timeZone))];
}

export function obstacleSentence(scene: Scene, obstacle: Obstacle, most: number): string {
	switch (obstacle.kind) {
		case 'no_connection':
			return scene.say.kiosk.take.noConnection;
		case 'too_many':
			return scene.say.kiosk.take.tooMany(most);
		case 'closed':
			return scene.say.kiosk.take.closed(
				obstacle.offer.service.name,
				closedSentences(scene, obstacle.closed).join('. '),
			);
	}
}
