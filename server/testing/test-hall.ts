// The real hall for tests of its verbs: real tables and commits in memory, a clock that stands until it is moved, and
// people who press through the same door as sockets and API do.

import { randomUUID } from 'node:crypto';
import type {
	Changed,
	FinishAndCallAsk,
	FinishedAndCalled,
	Nothing,
	RecordAsk,
	Reply,
	Taken,
	TransferAsk,
} from '../../shared/contract.ts';
import type { Priority } from '../../shared/hall.ts';
import type { CounterNumber, Instant, OfficerId, Rev, TicketId } from '../../shared/id.ts';
import type { Refusal } from '../../shared/refusal.ts';
import type { Ticket } from '../../shared/ticket.ts';
import type { ConsoleView } from '../../shared/views.ts';
import { type Asking, type Log, openAsking } from '../ask/asks.ts';
import type { Desk } from '../hall/desk.ts';
import { signOn } from '../hall/shift.ts';
import { type Commits, openCommits } from '../store/commit.ts';
import { type Hall, openHall } from '../store/hall.ts';
import { openInMemory, type Store } from '../store/open.ts';
import { consoleView } from '../views/console.ts';
import { type Change, type CounterOfSmallHall, KIOSK, makeSmallHall, OFFICERS } from './small-hall.ts';

/** Monday, 23 November 2026, 09.00 in Palopo. */
export const MONDAY_NINE: Instant = Date.parse('2026-11-23T09:00:00+08:00');

export interface Clock {
	readonly now: () => Instant;
	readonly set: (at: Instant) => void;
	readonly pass: (ms: number) => void;
}
export function openClock(start: Instant): Clock {
	let at = start;
	return {
		now: () => at,
		set: (to) => {
			at = to;
		},
		pass: (ms) => {
			at += ms;
		},
	};
}

/** Faults of ours must not hide behind a reply that says "internal". */
export const LOUD: Log = {
	error: (detail, message) => {
		throw new Error(message, { cause: (detail as { err?: unknown }).err ?? detail });
	},
	warn: () => undefined,
	info: () => undefined,
};

/** The value of a reply that must be a yes. */
export function yes<Value>(reply: Reply<Value>): Value {
	if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply.refusal)}`);
	return reply.value;
}
/** The refusal of a reply that must be a no. */
export function no(reply: Reply<unknown>): Refusal {
	if (reply.ok) throw new Error(`not refused: ${JSON.stringify(reply.value)}`);
	return reply.refusal;
}

/** An officer who has signed on at a counter, and presses. What is not said is what is on the screen just now. */
export interface Seat {
	readonly desk: Desk;
	readonly view: () => ConsoleView;
	readonly next: (after?: Rev) => Promise<Reply<Changed>>;
	readonly finishAndCall: (
		ticket: TicketId,
		as: FinishAndCallAsk['as'],
		after?: Rev,
	) => Promise<Reply<FinishedAndCalled>>;
	readonly record: (ticket: TicketId, event: RecordAsk['event'], after?: Rev) => Promise<Reply<Changed>>;
	readonly transfer: (ticket: TicketId, service: string, as: TransferAsk['as'], after?: Rev) => Promise<Reply<Changed>>;
	/** Takes back this officer's last press, or the one that is named. */
	readonly undo: (rev?: Rev) => Promise<Reply<Changed>>;
	readonly pause: (reason: string) => Promise<Reply<Nothing>>;
	readonly resume: () => Promise<Reply<Nothing>>;
	readonly signOff: () => Promise<Reply<Nothing>>;
}

export interface TestHall {
	readonly store: Store;
	readonly hall: Hall;
	readonly commits: Commits;
	readonly asking: Asking;
	readonly clock: Clock;
	readonly take: (
		services: string | readonly string[],
		more?: { readonly priority?: Priority | null; readonly requestId?: string },
	) => Promise<Reply<Taken>>;
	/** Takes a number that must be given; the ticket of its first service. */
	readonly ticket: (service: string, priority?: Priority) => Promise<Ticket>;
	/** The officer of this counter, signed on. */
	readonly sit: (counter: CounterOfSmallHall, officer?: CounterOfSmallHall) => Promise<Seat>;
	readonly row: (id: TicketId) => Ticket;
	/** Every row of the journal that tells of this ticket, as kinds in order. */
	readonly story: (id: TicketId) => readonly string[];
}

export function openTestHall(change: Change = {}, start: Instant = MONDAY_NINE): TestHall {
	const store = openInMemory();
	makeSmallHall(store, change, start);
	return useTestHall(store, openClock(start));
}

/** People for a hall that is there already (a file that was closed and opened again). */
export function useTestHall(store: Store, clock: Clock): TestHall {
	const hall = openHall(store);
	const commits = openCommits(store, clock.now);
	const asking = openAsking(hall, commits, LOUD, () => 'http://127.0.0.1:3000');
	const row = (id: TicketId): Ticket => {
		const ticket = hall.rows.ticket(id);
		if (!ticket) throw new Error(`there is no ticket ${id}`);
		return ticket;
	};
	const take: TestHall['take'] = (services, { priority = null, requestId = randomUUID() } = {}) =>
		asking.kiosk.take(KIOSK.id, { requestId, services: [services].flat(), priority });
	const sit: TestHall['sit'] = async (number, officer = number) => {
		const desk = {
			officerId: officer as number as OfficerId,
			counter: number as number as CounterNumber,
			deviceId: null,
		};
		await commits.run((at) => signOn(hall, desk, at));
		return seatAt(desk);
	};
	function seatAt(desk: Desk): Seat {
		const view = (): ConsoleView => {
			const shift = hall.rows.openShifts().find((it) => it.counter === desk.counter);
			const counter = hall.catalogue().counter(desk.counter);
			const who = OFFICERS.find((it) => it.counter === (desk.officerId as number));
			if (!shift || !counter || !who) throw new Error(`nobody sits at counter ${desk.counter}`);
			return consoleView(hall, { officer: { ...who, id: desk.officerId }, counter, shift }, clock.now());
		};
		const lastRev = (): Rev => hall.rows.lastOfOfficer(desk.officerId)?.id ?? (0 as Rev);
		return {
			desk,
			view,
			next: (after = view().lastCall) => asking.console.callNext(desk, { after }),
			finishAndCall: (ticketId, as, after = row(ticketId).rev) =>
				asking.console.finishAndCall(desk, { ticketId, after, as }),
			record: (ticketId, event, after = row(ticketId).rev) => asking.console.record(desk, { ticketId, after, event }),
			transfer: (ticketId, serviceId, as, after = row(ticketId).rev) =>
				asking.console.transfer(desk, { ticketId, after, serviceId, as }),
			undo: (rev = lastRev()) => asking.console.undo(desk, { rev }),
			pause: (reason) => asking.console.pause(desk, { reason }),
			resume: () => asking.console.resume(desk, {}),
			signOff: () => asking.console.signOff(desk, {}),
		};
	}
	return {
		store,
		hall,
		commits,
		asking,
		clock,
		take,
		ticket: async (service, priority) => {
			const { visitId } = yes(await take(service, priority ? { priority } : {}));
			const [ticket] = hall.rows.ticketsOfVisit(visitId);
			if (!ticket) throw new Error('a visit without a place');
			return ticket;
		},
		sit,
		row,
		story: (id) => hall.rows.journalOf(id).map((it) => it.kind),
	};
}
