// What an officer does next, from what the console shows, what the officer remembers and what the visitor is doing. Pure:
// presses nothing, and looking twice gives the same answer.

import type { RecordAsk, TransferAsk } from '../shared/contract.ts';
import { type Instant, MINUTE, type Rev, SECOND, type TicketId } from '../shared/id.ts';
import type { AtCounter, ConsoleView } from '../shared/views.ts';
import { errandOf, type Floor } from './floor.ts';
import { LUNCH } from './lunch.ts';

export interface Memory {
	/** Whom this desk sent aside or missed, and when they are back; null = never. */
	readonly aside: Map<TicketId, Instant | null>;
	/** A wrong press, and when it is noticed. */
	regret: { readonly rev: Rev; readonly at: Instant } | null;
	/** Papers are put away until then. */
	readyAt: Instant;
	readonly lunchAt: Instant;
	eaten: boolean;
}

export type Step =
	| { readonly do: 'wait'; readonly until: Instant }
	| { readonly do: 'callNext' }
	/** `blunder`: pressed by mistake, or to mend one. `back`: when the visitor who goes aside returns. */
	| { readonly do: 'record'; readonly ask: RecordAsk; readonly blunder: boolean; readonly back: Instant | null }
	| { readonly do: 'transfer'; readonly ask: TransferAsk }
	| { readonly do: 'undo'; readonly rev: Rev; readonly ticketId: TicketId | null }
	| { readonly do: 'pause' }
	| { readonly do: 'resume' }
	| { readonly do: 'signOff' };

/** Called three times, then the next in line has waited long enough. */
const MOST_CALLS = 3;
/** A missed number is closed when nobody has come for it this long. */
const GIVEN_UP_AFTER = 15 * MINUTE;
/** A wrong press is noticed within a simulated minute, and always while it can still be taken back. */
export const noticed = (at: Instant, speed: number): Instant => at + Math.min(MINUTE / speed, 5 * SECOND);
/** A finish that comes too early comes here. */
const TOO_EARLY = 0.6;

export function decide(view: ConsoleView, memory: Memory, floor: Floor): Step {
	const { now } = view;
	if (floor.phase === 'stopped') return leave(now);
	if (view.shift.pause) {
		const back = view.shift.pause.since + LUNCH / floor.speed;
		if (floor.phase === 'over') return { do: 'signOff' };
		return floor.clock() >= back ? { do: 'resume' } : { do: 'wait', until: back };
	}
	if (!now) return free(view, memory, floor);
	return now.state === 'called' ? expecting(view, now, floor) : serving(now, floor);
}

/** Whether nothing is left for this officer to do. */
export const isIdle = (view: ConsoleView, memory: Memory): boolean =>
	view.now === null &&
	view.shift.pause === null &&
	memory.regret === null &&
	!canCall(view) &&
	![...view.parked, ...view.missed].some((it) => memory.aside.has(it.ticketId));

const canCall = (view: ConsoleView): boolean => view.line.some((it) => !it.elsewhere);

const record = (
	{ ticketId, rev }: { readonly ticketId: TicketId; readonly rev: Rev },
	event: RecordAsk['event'],
	how: { readonly blunder?: true; readonly back?: Instant } = {},
): Step => ({
	do: 'record',
	ask: { ticketId, after: rev, event },
	blunder: how.blunder ?? false,
	back: how.back ?? null,
});

/** Who is being served is served; who was only called waits for another desk. */
function leave(now: AtCounter | null): Step {
	if (!now) return { do: 'signOff' };
	return now.state === 'called' ? record(now, { kind: 'released' }) : record(now, { kind: 'closed', as: 'served' });
}

function expecting(view: ConsoleView, now: AtCounter, floor: Floor): Step {
	const errand = errandOf(floor, now);
	const at = floor.clock();
	const after = (ms: number): Instant => now.calledAt + ms / floor.speed;
	const mistake = floor.blundered.has(now.ticketId) ? null : errand.mistake;
	if (mistake === 'released' || (mistake === 'call_undone' && view.undo?.rev === now.rev)) {
		const seen = noticed(now.calledAt, floor.speed);
		if (at < seen) return { do: 'wait', until: seen };
		if (mistake === 'released') return record(now, { kind: 'released' }, { blunder: true });
		return { do: 'undo', rev: now.rev, ticketId: now.ticketId };
	}
	const comes = errand.comes === 'at_once' || floor.cameBack.has(now.ticketId);
	const arrives = comes ? after(errand.walkMs) : Number.POSITIVE_INFINITY;
	if (at >= arrives) return record(now, { kind: 'started' });
	const patience = now.calls < MOST_CALLS || !comes ? after(errand.patienceMs * now.calls) : Number.POSITIVE_INFINITY;
	if (at < patience) return { do: 'wait', until: Math.min(arrives, patience) };
	if (now.calls < MOST_CALLS) return record(now, { kind: 'called' });
	return errand.comes === 'late'
		? record(now, { kind: 'missed' }, { back: at + errand.backMs / floor.speed })
		: record(now, { kind: 'missed' });
}

function serving(now: AtCounter, floor: Floor): Step {
	const errand = errandOf(floor, now);
	const at = floor.clock();
	const began = (now.startedAt ?? at) + now.parkedMs;
	const after = (ms: number): Instant => began + ms / floor.speed;
	const aside = floor.wasAside.has(now.ticketId) ? null : errand.aside;
	const steps = aside ? after(aside.share * errand.serviceMs) : Number.POSITIVE_INFINITY;
	if (aside && at >= steps)
		return record(now, { kind: 'parked', reason: aside.reason }, { back: at + aside.awayMs / floor.speed });
	const slips = errand.mistake === 'finish_undone' && !floor.blundered.has(now.ticketId);
	const early = slips ? after(TOO_EARLY * errand.serviceMs) : Number.POSITIVE_INFINITY;
	if (at >= early) return record(now, { kind: 'closed', as: 'served' }, { blunder: true });
	const done = after(errand.serviceMs);
	if (at < done) return { do: 'wait', until: Math.min(steps, early, done) };
	if (!errand.onward || floor.stays.has(now.ticketId)) return record(now, { kind: 'closed', as: 'served' });
	return {
		do: 'transfer',
		ask: { ticketId: now.ticketId, after: now.rev, serviceId: errand.onward.to, as: errand.onward.as },
	};
}

function free(view: ConsoleView, memory: Memory, floor: Floor): Step {
	const at = floor.clock();
	const { regret } = memory;
	if (regret && view.undo?.rev === regret.rev)
		return at >= regret.at ? { do: 'undo', rev: regret.rev, ticketId: null } : { do: 'wait', until: regret.at };
	if (floor.phase === 'over') return { do: 'signOff' };
	if (!memory.eaten && at >= memory.lunchAt) return { do: 'pause' };
	if (at < memory.readyAt) return { do: 'wait', until: memory.readyAt };

	// Whoever this desk sent aside comes before anybody new.
	let until = memory.eaten ? Number.POSITIVE_INFINITY : memory.lunchAt;
	for (const item of [...view.parked, ...view.missed]) {
		const back = memory.aside.get(item.ticketId);
		if (back === undefined || item.elsewhere) continue;
		const due = back ?? (item.since ?? at) + GIVEN_UP_AFTER / floor.speed;
		if (at < due) {
			until = Math.min(until, due);
			continue;
		}
		if (item.state === 'parked') return record(item, { kind: 'started' });
		return record(item, back === null ? { kind: 'closed', as: 'no_show' } : { kind: 'returned' });
	}
	return canCall(view) ? { do: 'callNext' } : { do: 'wait', until };
}
