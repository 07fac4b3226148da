// What one visitor does at one desk: how long it takes, whether they come when called, step aside, or are sent on.
// Decided before the day begins, so that the officers only find out what is already true.

import type { TransferAsk } from '../shared/contract.ts';
import { MINUTE, type QueueId, SECOND, type ServiceId } from '../shared/id.ts';
import type { ParkReason } from '../shared/ticket.ts';
import type { Dice } from './dice.ts';

/** A service as the plan sees it. */
export interface Offer {
	readonly id: ServiceId;
	readonly queueId: QueueId;
	/** At the counter. */
	readonly minutes: number;
	/** How many ask for it on an ordinary day. */
	readonly weight: number;
}

/** What an officer does by mistake with this visitor, once. */
export const MISTAKES = ['call_undone', 'released', 'finish_undone'] as const;
export type Mistake = (typeof MISTAKES)[number];

/** All times in simulated ms. */
export interface Errand {
	readonly service: ServiceId;
	readonly serviceMs: number;
	readonly walkMs: number;
	/** How long the officer waits before calling again. */
	readonly patienceMs: number;
	/** `late`: not there when called, back `backMs` after being given up. */
	readonly comes: 'at_once' | 'late' | 'never';
	readonly backMs: number;
	/** Steps aside after this share of the service. */
	readonly aside: { readonly share: number; readonly awayMs: number; readonly reason: ParkReason } | null;
	readonly mistake: Mistake | null;
	readonly onward: { readonly as: TransferAsk['as']; readonly to: ServiceId } | null;
}

const NO_SHOW = 0.06;
/** Of those who miss their call, this share was only away for a moment. */
const COMES_BACK = 1 / 3;
const ASIDE = 0.05;
const MISTAKE = 0.02;
const SENT_ON = 0.035;
/** Of those sent on, this share stood at the wrong desk. */
const WRONG_DESK = 0.25;
const PATIENCE = 75 * SECOND;

/**
 * Which desk usually comes after which. One who has fingerprints taken for a police record pays at the bank and comes
 * back for the record itself: both stand in one line of the police, and nobody is transferred within a line.
 */
const JOURNEYS: Readonly<Record<string, { readonly share: number; readonly steps: readonly string[] }>> = {
	'sidik-jari': { share: 0.4, steps: ['bayar', 'skck-baru'] },
	'skck-baru': { share: 0.3, steps: ['bayar'] },
	'rekom-sip': { share: 0.3, steps: ['sip-dokter'] },
	kkpr: { share: 0.3, steps: ['pbg'] },
	'konsul-umkm': { share: 0.3, steps: ['nib'] },
	pbi: { share: 0.2, steps: ['jkn-daftar'] },
};

const minutesAtDesk = (minutes: number, dice: Dice): number =>
	Math.min(4 * minutes, Math.max(0.25 * minutes, dice.lognormal(0.9 * minutes, 0.45))) * MINUTE;

/** Someone who comes, is served and goes. */
export function plainErrand(offer: Pick<Offer, 'id' | 'minutes'>, dice: Dice): Errand {
	return {
		service: offer.id,
		serviceMs: minutesAtDesk(offer.minutes, dice),
		walkMs: Math.min(4 * MINUTE, dice.lognormal(35 * SECOND, 0.6)),
		patienceMs: PATIENCE,
		comes: 'at_once',
		backMs: 0,
		aside: null,
		mistake: null,
		onward: null,
	};
}

/** Where this visitor is sent on to, desk after desk; empty for most. Never to a line in `standingIn` or the line just left. */
function sentOn(
	from: Offer,
	offers: readonly Offer[],
	standingIn: readonly QueueId[],
	dice: Dice,
): { readonly as: TransferAsk['as']; readonly steps: readonly Offer[] } | null {
	const journey = JOURNEYS[from.id];
	if (!dice.chance(journey?.share ?? SENT_ON)) return null;
	const elsewhere = (offer: Offer): boolean => offer.queueId !== from.queueId && !standingIn.includes(offer.queueId);
	if (!journey && dice.chance(WRONG_DESK)) {
		const wanted = dice.weighted(offers.filter(elsewhere), (it) => it.weight);
		return wanted && { as: 'wrong_desk', steps: [wanted] };
	}
	const steps: Offer[] = [];
	for (const id of journey?.steps ?? ['bayar']) {
		const step = offers.find((it) => it.id === id);
		if (!step || standingIn.includes(step.queueId) || step.queueId === (steps.at(-1) ?? from).queueId) break;
		steps.push(step);
	}
	return steps.length > 0 ? { as: 'next_step', steps } : null;
}

/** Everything one visitor does who took a number for `services` (each of another line). */
export function errandsOf(services: readonly Offer[], offers: readonly Offer[], dice: Dice): readonly Errand[] {
	const comes = dice.chance(NO_SHOW) ? (dice.chance(COMES_BACK) ? 'late' : 'never') : 'at_once';
	return services.flatMap((service, index) => {
		const errand: Errand = {
			...plainErrand(service, dice),
			// Who was late once keeps to the place afterwards; who left the hall is missed everywhere.
			comes: comes === 'late' && index > 0 ? 'at_once' : comes,
			backMs: dice.between(2 * MINUTE, 12 * MINUTE),
			aside: dice.chance(ASIDE)
				? {
						share: dice.between(0.2, 0.6),
						awayMs: dice.between(6 * MINUTE, 25 * MINUTE),
						reason: dice.pick(['documents', 'documents', 'copies', 'payment']),
					}
				: null,
			mistake: dice.chance(MISTAKE) ? dice.pick(MISTAKES) : null,
		};
		const others = services.filter((it) => it !== service).map((it) => it.queueId);
		// Only from the first desk: two routes could lead into the same line.
		const route = comes === 'never' || index > 0 ? null : sentOn(service, offers, others, dice);
		if (!route) return [errand];
		const first: Errand =
			route.as === 'wrong_desk'
				? { ...errand, serviceMs: dice.between(1, 3) * MINUTE, aside: null, mistake: null }
				: errand;
		const rest = route.steps.map((step) => plainErrand(step, dice));
		return [first, ...rest].map((it, n, all) => {
			const next = all[n + 1];
			return next ? { ...it, onward: { as: route.as, to: next.service } } : it;
		});
	});
}
