// Numbers for bad times: lent while the server is there, given while it is away, handed in when it is back. This file
// wires the pure rules to the clock, the browser's store and the connection; it is fetched once the kiosk is up.

import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Reply } from '../../shared/contract.ts';
import { dayOf } from '../../shared/day.ts';
import { type Instant, MINUTE, SECOND, type ServiceId } from '../../shared/id.ts';
import type { Refusal } from '../../shared/refusal.ts';
import type { Link } from '../../shared/screen/connect.ts';
import type { KioskView, Shown } from '../../shared/views.ts';
import { requestId } from '../request-id.ts';
import type { Lender } from '../take.ts';
import { type Clock, type Given, give, type Kept, NOTHING_KEPT, ofPress, wantedOf, whyNot } from './core.ts';
import { LentPage } from './page.tsx';
import { type Hall, type Keeping, settle } from './settle.ts';

export interface LentDesk {
	/** As this page last wrote or read it. */
	readonly kept: ReadonlySignal<Kept>;
	/** Whether the server's absence keeps nobody from a number for these. */
	readonly lends: (services: readonly ServiceId[]) => boolean;
	readonly give: Lender['give'];
	/** Whether this browser is to put it on paper now: once, however often its page is drawn. */
	readonly toPaper: (given: Given) => boolean;
	readonly Page: typeof LentPage;
}

export interface DeskParts extends Hall {
	readonly shown: ReadonlySignal<Shown<KioskView> | null>;
	readonly link: ReadonlySignal<Link>;
}

/** A shorter cut ends by itself, and then the server gives the number. */
const LOST_FOR = 2 * SECOND;
const SETTLE_EVERY = 10 * MINUTE;
/** After the hall had no time. A new connection is settled at once. */
const SETTLE_AGAIN = 5 * SECOND;
const OFFLINE: Reply<Given> = { ok: false, refusal: { code: 'offline' } };

export function openDesk({ shown, link, ...hall }: DeskParts, keeping: Keeping): LentDesk {
	const session = requestId(crypto);
	const mono = (): number => performance.now();
	const kept = signal(NOTHING_KEPT);
	/** What the server's clock said last, and when this page heard it. */
	let heard: { readonly at: Instant; readonly mono: number } | null = null;
	let lostAt: number | null = null;
	let settleAt = 0;
	let settling = false;
	let tries = (_: Given): boolean => true;
	/** The request whose number went to the paper last: no number is shown again once another one was. */
	let onPaper: string | null = null;
	const clock: Clock = { session, mono, server: () => heard && heard.at + (mono() - heard.mono) };
	const own: Keeping = {
		change: async (step) => {
			kept.value = await keeping.change(step);
			return kept.value;
		},
	};

	async function settleNow(): Promise<void> {
		settling = true;
		try {
			const outcome = await settle(own, hall, clock, tries);
			settleAt = mono() + (outcome === 'settled' ? SETTLE_EVERY : SETTLE_AGAIN);
			// What was refused alone is tried again in the next life of this page.
			if (outcome === 'settled') tries = (given) => given.aside === null;
		} catch (fault) {
			console.warn('Lent numbers could not be settled.', fault);
			settleAt = mono() + SETTLE_AGAIN;
		} finally {
			settling = false;
		}
	}

	// What an earlier life of this page has left can be given before the hall is asked again.
	own.change((now) => now).catch((fault: unknown) => console.warn('What was kept here cannot be read.', fault));
	effect(() => {
		const live = link.value === 'live';
		lostAt = live ? null : (lostAt ?? mono());
		if (live) settleAt = 0;
	});
	// The hall shows itself every 15 s at least, and at once to a new connection: then its clock is known.
	effect(() => {
		const now = shown.value;
		if (!now) return;
		heard = { at: now.at, mono: mono() };
		if (link.peek() === 'live' && !settling && mono() >= settleAt) void settleNow();
	});

	const refusalNow = (now: Kept, services: readonly ServiceId[], at: Instant): Refusal | null => {
		const view = shown.peek()?.view;
		return view ? whyNot(now, view, services, at) : { code: 'offline' };
	};

	return {
		kept,
		lends: (services) => {
			const at = clock.server();
			return at !== null && refusalNow(kept.value, services, at)?.code !== 'offline';
		},
		give: async (order, { pressedAt, sent }) => {
			const cut = lostAt !== null && mono() - lostAt >= LOST_FOR;
			const at = clock.server();
			const view = shown.peek()?.view;
			const [first] = view ? wantedOf(view, order.services) : [];
			if (!(cut || sent) || at === null || !view || !first || order.replaces !== undefined) return OFFLINE;
			const pressed = { session, mono: pressedAt, at: at - (mono() - pressedAt) };
			const day = dayOf(at, view.hall.timeZone);
			const { services, priority } = order;
			const names = sent
				? { requestId: requestId(crypto), instead: order.requestId }
				: { requestId: order.requestId, instead: null };
			const giving = { ...names, services, priority, day, pressed, token: newToken(), queueId: first.queue.id };
			let refusal: Refusal | null = null;
			try {
				const after = await own.change((now) => {
					if (ofPress(now, order)) return now;
					refusal = refusalNow(now, services, at);
					return refusal ? now : give(now, giving);
				});
				const given = ofPress(after, order);
				return given ? { ok: true, value: given } : { ok: false, refusal: refusal ?? { code: 'offline' } };
			} catch (fault) {
				console.warn('A lent number could not be written down, and is not given.', fault);
				return OFFLINE;
			}
		},
		toPaper: ({ requestId, printed }) => {
			const now = printed && requestId !== onPaper;
			if (now) onPaper = requestId;
			return now;
		},
		Page: LentPage,
	};
}

/** 128 random bits as 22 base64url characters, as the server makes them. */
function newToken(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	return btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replaceAll('=', '');
}
