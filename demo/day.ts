// One day of visitors, planned before it begins: who comes when, for what, with which head start. The same seed gives the
// same day. Pure: knows no server and no clock.

import { PRIORITIES, type Priority } from '../shared/hall.ts';
import { HOUR, type ServiceId } from '../shared/id.ts';
import { dice, seedOf } from './dice.ts';
import { type Errand, errandsOf, type Offer } from './errand.ts';

/** Simulated ms since midnight of the played day. */
export type Moment = number;

export interface Visitor {
	readonly comesAt: Moment;
	readonly priority: Priority | null;
	/** What is pressed at the kiosk; the first gives the number. */
	readonly services: readonly ServiceId[];
	/** These services and every desk the visitor is sent on to. */
	readonly errands: readonly Errand[];
}

export interface DayAsk {
	readonly seed: number;
	readonly visitors: number;
	/** Hour of the day -> share of the day's visitors. */
	readonly hours: ReadonlyMap<number, number>;
	/** Only what gives numbers now. */
	readonly offers: readonly Offer[];
}

const WITH_PRIORITY = 0.1;
const TWO_SERVICES = 0.08;

/** In order of coming. Empty when no service is offered. */
export function planDay({ seed, visitors, hours, offers }: DayAsk): readonly Visitor[] {
	const perHour = shareOut(visitors, [...hours.values()]);
	const moments = [...hours.keys()].flatMap((hour, index) => {
		const clock = dice(seedOf(seed, -1 - hour));
		return Array.from({ length: perHour[index] ?? 0 }, () => (hour + clock.next()) * HOUR);
	});
	return moments
		.sort((a, b) => a - b)
		.flatMap((comesAt, n) => {
			const own = dice(seedOf(seed, n));
			const first = own.weighted(offers, (it) => it.weight);
			if (!first) return [];
			// Two places in one line would make two calls for one errand.
			const others = offers.filter((it) => it.queueId !== first.queueId);
			const second = own.chance(TWO_SERVICES) ? own.weighted(others, (it) => it.weight) : null;
			const services = second ? [first, second] : [first];
			return {
				comesAt,
				priority: own.chance(WITH_PRIORITY) ? own.pick(PRIORITIES) : null,
				services: services.map((it) => it.id),
				errands: errandsOf(services, offers, own),
			};
		});
}

/** Whole numbers in proportion to the shares that add up to `total`: the largest remainders are rounded up. */
export function shareOut(total: number, shares: readonly number[]): readonly number[] {
	const sum = shares.reduce((all, share) => all + share, 0);
	const exact = shares.map((share) => (sum > 0 ? (total * share) / sum : 0));
	const whole = exact.map(Math.floor);
	const left = total - whole.reduce((all, count) => all + count, 0);
	const order = exact.map((_, index) => index).sort((a, b) => rest(exact[b]) - rest(exact[a]) || a - b);
	const rounded = new Set(order.slice(0, left));
	return whole.map((count, index) => (rounded.has(index) ? count + 1 : count));
}
const rest = (value = 0): number => value - Math.floor(value);
