// Shows the screens what is true now: the whole view, to the rooms a change concerns, coalesced. A call is shown at once;
// a longer line can wait a moment, or fifty kiosks in a rush would be busy drawing each other's numbers.

import type { Namespace, Socket } from 'socket.io';
import { type BoardLayout, plainLayout } from '../../shared/board.ts';
import type { Role, Views } from '../../shared/contract.ts';
import type { CounterNumber, Instant, QueueId, Rev } from '../../shared/id.ts';
import type { Shown } from '../../shared/views.ts';
import type { AgentChannel, Agents } from '../ask/agents.ts';
import type { Log } from '../ask/asks.ts';
import type { Hall } from '../store/hall.ts';
import type { News } from '../store/journal-rows.ts';
import { boardView } from '../views/board.ts';
import { consoleView } from '../views/console.ts';
import type { Recorded } from '../views/notices.ts';
import { openKiosks } from './kiosks.ts';
import { openPace } from './pace.ts';
import { type BoardGuest, guest } from './welcome.ts';

export type Rooms = { readonly [R in Role]: Namespace };

export interface Show {
	/** Everything to one screen that has just come in. */
	readonly to: { readonly [R in Role]: (socket: Socket) => void };
	/** What happened, to whom it concerns. */
	readonly spread: (news: readonly News[]) => void;
	/** This counter's console, soon: what the boards say of its call is no row of the journal. */
	readonly desk: (counter: CounterNumber) => void;
	/** Every console, soon: a kiosk that has fallen silent is no row of the journal either. */
	readonly desks: () => void;
	readonly all: () => void;
	readonly end: () => void;
}

export interface ShowParts {
	readonly rooms: Rooms;
	readonly hall: Hall;
	/** A print agent is shown what is in its hand by the one who keeps the hands. */
	readonly remotes: Agents;
	readonly clock: () => Instant;
	/** Where a phone finds this hall. */
	readonly publicUrl: () => string;
	readonly recorded: Recorded;
	readonly log: Log;
	/** The journal id up to which the screens have been told. */
	readonly rev: () => Rev;
}

/** What happens to slips, printers and loudspeakers, and where somebody sits; the lobby is shown none of it. */
const UNSEEN: ReadonlySet<News['kind']> = new Set(['printed', 'printer', 'sound', 'waits_in']);

/** ms between two drawings of a kind of screen, where nobody waits for it. */
const INTERVAL = { kiosk: 300, board: 250, console: 100 } as const;

export function openShow({ rooms, hall, remotes, clock, publicUrl, recorded, log, rev }: ShowParts): Show {
	const kiosks = openKiosks(rooms.kiosk, hall, clock, rev);
	const shown = <R extends Exclude<Role, 'kiosk'>>(view: Views[R], at: Instant): Shown<Views[R]> => ({
		rev: rev(),
		at,
		view,
	});
	/** A view that cannot be made must not take the hall down: it is logged, and the next change tries again. */
	const safely = (show: () => void): void => {
		try {
			show();
		} catch (error) {
			log.error({ err: error }, 'showing a screen failed');
		}
	};

	function boards(): void {
		const at = clock();
		for (const [room, layout] of new Map([...seats.values()].map((it) => [it.room, it.layout])))
			rooms.board.to(room).emit('show', shown<'board'>(boardView(hall, layout, publicUrl(), recorded, at), at));
	}

	/** Boards laid out alike share a room, so that their view is made once. */
	const seats = new Map<Socket, { readonly room: string; readonly layout: BoardLayout }>();
	const layoutOf = (board: BoardGuest): BoardLayout =>
		board.kind === 'watcher' ? board.look : (hall.rows.layoutOf(board.device) ?? plainLayout(board.zone));
	/** Gives a board its room, another one when it has been laid out otherwise; its layout. */
	function seat(socket: Socket): BoardLayout {
		const before = seats.get(socket);
		const layout = layoutOf(guest<'board'>(socket));
		const room = `board ${JSON.stringify(layout)}`;
		if (before?.room === room) return layout;
		if (before) void socket.leave(before.room);
		else socket.on('disconnect', () => seats.delete(socket));
		void socket.join(room);
		seats.set(socket, { room, layout });
		return layout;
	}

	/** A console is shown its counter only while its officer's shift is open there; otherwise it is sent to sign in. */
	function counter(number: CounterNumber, sockets: readonly Socket[]): void {
		const at = clock();
		const desk = hall.catalogue().counter(number);
		const shift = hall.rows.shiftAt(number);
		const sits = (socket: Socket): boolean =>
			desk !== undefined && shift?.officerId === guest<'console'>(socket).officer.id;
		for (const socket of sockets.filter((it) => !sits(it))) socket.disconnect(true);
		const sitting = sockets.filter(sits);
		const first = sitting[0];
		if (!first || !desk || !shift) return;
		const view = shown<'console'>(
			consoleView(hall, { officer: guest<'console'>(first).officer, counter: desk, shift }, at),
			at,
		);
		for (const socket of sitting) socket.emit('show', view);
	}

	function counters(concerned: (counter: CounterNumber) => boolean): void {
		const seated = new Map<CounterNumber, Socket[]>();
		for (const socket of rooms.console.sockets.values()) {
			const { counter: number } = guest<'console'>(socket);
			seated.set(number, [...(seated.get(number) ?? []), socket]);
		}
		for (const [number, sockets] of seated) if (concerned(number)) counter(number, sockets);
	}

	// What changed since it was last shown, gathered until the consoles have their turn.
	const touched = { queues: new Set<QueueId>(), counters: new Set<CounterNumber>(), hall: false };
	const isTouched = (number: CounterNumber): boolean =>
		touched.hall ||
		touched.counters.has(number) ||
		hall
			.catalogue()
			.counter(number)
			?.queues.some((it) => touched.queues.has(it)) === true;
	const pace = {
		kiosk: openPace(INTERVAL.kiosk, () => {
			if (rooms.kiosk.sockets.size > 0) safely(kiosks.all);
		}),
		board: openPace(INTERVAL.board, () => safely(boards)),
		console: openPace(INTERVAL.console, () => {
			safely(() => counters(isTouched));
			touched.queues.clear();
			touched.counters.clear();
			touched.hall = false;
		}),
	};

	function touch({ queueId, counter: number, visitId, kind }: News): void {
		if (queueId) touched.queues.add(queueId);
		if (number) touched.counters.add(number);
		// Whoever sits nearest goes and sees.
		if (kind === 'printer' || kind === 'sound') touched.hall = true;
		// A visitor may stand in several lines: being called in one (and a slip that came out) is seen in all of them.
		if (visitId && kind !== 'issued' && rooms.console.sockets.size > 0) {
			for (const ticket of hall.rows.ticketsOfVisit(visitId)) touched.queues.add(ticket.queueId);
		}
	}

	return {
		to: {
			kiosk: (socket) => safely(() => kiosks.to(socket)),
			board: (socket) => {
				const at = clock();
				safely(() => socket.emit('show', shown<'board'>(boardView(hall, seat(socket), publicUrl(), recorded, at), at)));
			},
			console: (socket) => safely(() => counter(guest<'console'>(socket).counter, [socket])),
			agent: (socket) => {
				const { device } = guest<'agent'>(socket);
				const channel: AgentChannel = {
					show: (view) => void socket.emit('show', shown<'agent'>(view, clock())),
					end: () => void socket.disconnect(true),
				};
				socket.on('disconnect', () => safely(() => remotes.gone(device, channel)));
				safely(() => remotes.connected(device, channel));
			},
		},
		spread: (news) => {
			for (const it of news) touch(it);
			// Nobody stands and waits for these: a number taken, a slip that came out.
			const quiet = news.every((it) => it.kind === 'issued' || UNSEEN.has(it.kind));
			// The lobby first, then whoever pressed.
			if (news.some((it) => !UNSEEN.has(it.kind))) pace.board(!quiet);
			pace.console(!quiet);
			pace.kiosk(false);
		},
		desk: (counter) => {
			touched.counters.add(counter);
			pace.console(false);
		},
		desks: () => {
			touched.hall = true;
			pace.console(false);
		},
		all: () => {
			safely(kiosks.all);
			safely(() => {
				for (const socket of seats.keys()) seat(socket);
				boards();
			});
			safely(() => counters(() => true));
		},
		end: () => {
			for (const each of Object.values(pace)) each.end();
		},
	};
}
