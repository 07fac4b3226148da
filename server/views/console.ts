// Rows -> what one counter is shown: who is here, the line of its own queues, what was set aside, the officer's own day.
// Nothing of another agency's visitors is ever read into it.

import { type Day, dayOf } from '../../shared/day.ts';
import type { Counter } from '../../shared/hall.ts';
import { UNDO_WINDOW } from '../../shared/hall.ts';
import { type Instant, type OfficerId, START, type VisitId } from '../../shared/id.ts';
import { line as inOrder, whereabouts } from '../../shared/queue.ts';
import type { SlipStatus } from '../../shared/slip.ts';
import { serviceMs, type Ticket, waitMs } from '../../shared/ticket.ts';
import type { AtCounter, ConsoleView, Heard, LineItem } from '../../shared/views.ts';
import { agencyFacts } from '../store/catalogue.ts';
import type { Hall } from '../store/hall.ts';
import { agencyOf, lineStatus, readPresence } from '../store/lines.ts';
import type { JournalDetail } from '../store/schema.ts';
import type { Shift } from '../store/shift-rows.ts';
import { muteBoards, toldApart } from './board-names.ts';
import { kioskService } from './kiosk.ts';
import { kiosksAway } from './kiosks-away.ts';
import { printersNow } from './slips.ts';

/** As much of a line as an officer looks at; the rest is a count. */
const MOST_SHOWN = 100;

export interface Seat {
	readonly officer: { readonly id: OfficerId; readonly name: string; readonly username: string };
	readonly counter: Counter;
	readonly shift: Shift;
}

export const consoleView = (hall: Hall, seat: Seat, at: Instant): ConsoleView =>
	hall.rows.together(() => read(hall, seat, at));

function read(hall: Hall, { officer, counter, shift }: Seat, at: Instant): ConsoleView {
	const catalogue = hall.catalogue();
	const day = dayOf(at, catalogue.settings.timeZone);
	const presence = readPresence(hall);
	const busy = whereabouts(hall.rows.atDesks());
	const item = lineItem(hall, busy);
	const aside = counter.queues.flatMap((queue) => hall.rows.aside(queue, day));
	const now = hall.rows.atCounter(counter.number);
	return {
		hall: catalogue.facts,
		day,
		officer: { name: officer.name, username: officer.username },
		agency: agencyFacts(agencyOf(catalogue, counter)),
		counter: {
			number: counter.number,
			queues: counter.queues.flatMap((id) => {
				const queue = catalogue.queue(id);
				return queue ? [{ id, prefix: queue.prefix, name: queue.name }] : [];
			}),
		},
		shift: {
			since: shift.startedAt,
			pause: shift.pausedAt === null ? null : { reason: shift.pauseReason ?? '', since: shift.pausedAt },
		},
		now: now ? atCounter(hall, now) : null,
		lastCall: hall.rows.lastCallAt(counter.number, day)?.id ?? START,
		line: counter.queues
			.flatMap((queue) => inOrder(hall.rows.line(queue, day, MOST_SHOWN), [queue]))
			.slice(0, MOST_SHOWN)
			.map(item),
		waiting: counter.queues.reduce((sum, queue) => sum + hall.rows.inLine(queue, day), 0),
		parked: aside.filter((it) => it.state === 'parked').map(item),
		missed: aside.filter((it) => it.state === 'missed').map(item),
		undo: undoOf(hall, officer.id, counter, at),
		today: ownFigures(hall, officer.id, counter, day),
		printers: printersNow(hall),
		mute: muteBoards(hall),
		kiosksAway: kiosksAway(hall, at),
		services: catalogue.services.flatMap((service) => {
			const queue = catalogue.queue(service.queueId);
			const agency = catalogue.agency(service.agencyId);
			if (!queue || !agency) return [];
			const { availability } = lineStatus(hall, queue, presence, at);
			return [{ id: service.id, name: service.name, agency: agency.shortName, queueId: queue.id, availability }];
		}),
	};
}

function slipOf(hall: Hall, visitId: VisitId): SlipStatus | null {
	const job = hall.slips.ofVisit(visitId);
	return job ? { state: job.state, fault: job.fault } : null;
}

/** The name of the room where this visitor said to wait; a room that is there no longer is the hall. */
function waitsIn(hall: Hall, visitId: VisitId): string | null {
	const { rooms } = hall.catalogue().settings.board;
	// Most halls have none, and lines are long.
	const room = rooms.length > 0 ? hall.rows.visit(visitId)?.waitsIn : null;
	return rooms.find((it) => it.id === room)?.name ?? null;
}

const lineItem =
	(hall: Hall, busy: ReturnType<typeof whereabouts>) =>
	(ticket: Ticket): LineItem => ({
		ticketId: ticket.id,
		rev: ticket.rev,
		number: ticket.number,
		headStart: ticket.headStart,
		service: { id: ticket.serviceId, name: hall.catalogue().service(ticket.serviceId)?.name ?? ticket.serviceId },
		queueId: ticket.queueId,
		state: ticket.state,
		issuedAt: ticket.issuedAt,
		since: ticket.state === 'parked' ? ticket.parkedAt : ticket.missedAt,
		parkReason: ticket.parkReason,
		slip: slipOf(hall, ticket.visitId),
		elsewhere: busy.has(ticket.visitId),
		waitsIn: waitsIn(hall, ticket.visitId),
	});

function atCounter(hall: Hall, ticket: Ticket): AtCounter | null {
	const catalogue = hall.catalogue();
	const service = catalogue.service(ticket.serviceId);
	if (!service || ticket.calledAt === null || (ticket.state !== 'called' && ticket.state !== 'serving')) return null;
	return {
		ticketId: ticket.id,
		visitId: ticket.visitId,
		rev: ticket.rev,
		number: ticket.number,
		headStart: ticket.headStart,
		state: ticket.state,
		service: kioskService(service),
		issuedAt: ticket.issuedAt,
		calledAt: ticket.calledAt,
		calls: ticket.calls,
		startedAt: ticket.startedAt,
		parkedMs: ticket.parkedMs,
		also: hall.rows
			.ticketsOfVisit(ticket.visitId)
			.filter((it) => it.id !== ticket.id && it.state !== 'closed')
			.map((it) => ({
				agency: catalogue.agency(it.agencyId)?.shortName ?? it.agencyId,
				service: catalogue.service(it.serviceId)?.name ?? it.serviceId,
				queueId: it.queueId,
			})),
		slip: slipOf(hall, ticket.visitId),
		heard: heardOf(hall, ticket),
		waitsIn: waitsIn(hall, ticket.visitId),
	};
}

/** What the boards made of this ticket's latest call. */
function heardOf(hall: Hall, ticket: Ticket): Heard {
	const call = hall.rows.callOf(ticket.id, ticket.day);
	const words = call ? hall.rows.hearingsOf(call.id) : [];
	const mute = words.flatMap(({ id, board, silence }) => (silence === null ? [] : [{ id, board, why: silence }]));
	const spoken = words.flatMap((it) => it.spokenAt ?? []);
	return {
		at: spoken.length > 0 ? Math.min(...spoken) : null,
		silent: toldApart(hall, mute).map(({ board, why }) => ({ board, why })),
	};
}

/** The officer's last press at this counter, while it can be taken back. */
function undoOf(hall: Hall, officerId: OfficerId, counter: Counter, at: Instant): ConsoleView['undo'] {
	const last = hall.rows.lastOfOfficer(officerId);
	if (last?.counter !== counter.number) return null;
	if (!last.ticketId || !last.detail || at - last.at > UNDO_WINDOW) return null;
	const ticket = hall.rows.ticket(last.ticketId);
	// Somebody else may have done something with it since; then it is theirs to take back.
	if (!ticket || ticket.rev !== last.id) return null;
	const what = pressed(last.detail);
	const ended = endedBy(hall, last.detail);
	// The one who was here before has been taken up by somebody since.
	if (ended === 'gone') return null;
	return what && { rev: last.id, number: ticket.number, ...what, ended, until: last.at + UNDO_WINDOW };
}

/** What the press did besides the call it made. */
function endedBy(hall: Hall, detail: JournalDetail): NonNullable<ConsoleView['undo']>['ended'] | 'gone' {
	if (!detail || !('event' in detail) || !detail.ended) return null;
	const { ticketId, rev } = detail.ended;
	const ticket = hall.rows.ticket(ticketId);
	if (ticket?.rev !== rev) return 'gone';
	return { number: ticket.number, kind: ticket.state === 'missed' ? 'missed' : 'closed', as: ticket.outcome };
}

/** What the officer pressed, by the journal's last word on it; a place that an officer made is the end of a transfer. */
function pressed(detail: JournalDetail): Pick<NonNullable<ConsoleView['undo']>, 'kind' | 'as'> | null {
	if (detail && 'issued' in detail) return { kind: 'closed', as: 'transferred' };
	if (!detail || !('event' in detail)) return null;
	const { event } = detail;
	return { kind: event.kind, as: event.kind === 'closed' ? event.as : null };
}

function ownFigures(hall: Hall, officerId: OfficerId, counter: Counter, day: Day): ConsoleView['today'] {
	const mine = hall.rows.calledAtCounter(counter.number, day).filter((it) => it.officerId === officerId);
	const served = mine.filter((it) => it.outcome === 'served');
	return {
		called: mine.filter((it) => it.firstCalledAt !== null).length,
		served: served.length,
		noShow: mine.filter((it) => it.state === 'missed' || it.outcome === 'no_show').length,
		medianServiceMs: median(served.flatMap((it) => serviceMs(it) ?? [])),
		medianWaitMs: median(mine.flatMap((it) => waitMs(it) ?? [])),
	};
}

function median(values: readonly number[]): number | null {
	const sorted = [...values].sort((a, b) => a - b);
	const upper = sorted[Math.floor(sorted.length / 2)];
	const lower = sorted[Math.ceil(sorted.length / 2) - 1];
	return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}
