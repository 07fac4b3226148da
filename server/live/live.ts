// Shows the screens what is true now: after a commit the whole view goes to the rooms it concerns, coalesced. A call is
// shown at once; a longer line can wait a moment, or fifty kiosks in a rush would be busy drawing each other's numbers.

import type { Server as HttpServer } from 'node:http';
import type { Namespace, Socket } from 'socket.io';
import type { Role, Views } from '../../shared/contract.ts';
import { type CounterNumber, type Instant, type Rev, SECOND, type ZoneNumber } from '../../shared/id.ts';
import type { Shown } from '../../shared/views.ts';
import type { Asking, Log } from '../ask/asks.ts';
import type { Gate } from '../ask/gate.ts';
import type { Desk } from '../hall/desk.ts';
import type { Commits } from '../store/commit.ts';
import type { Hall } from '../store/hall.ts';
import type { News } from '../store/rows.ts';
import { boardView } from '../views/board.ts';
import { consoleView } from '../views/console.ts';
import { kioskView } from '../views/kiosk.ts';
import { openSockets, serveAsks, TurnedAway } from './door.ts';
import { openPace } from './pace.ts';
import { guest, openWelcome } from './welcome.ts';

export interface Live {
	/** Sockets connected now, by role. */
	readonly connected: () => Readonly<Record<Role, number>>;
	/** Everything again: the set-up changed, or time itself (opening hours, midnight). */
	readonly showAll: () => void;
	readonly close: () => Promise<void>;
}

export interface LiveParts {
	readonly server: HttpServer;
	readonly hall: Hall;
	readonly commits: Commits;
	readonly asking: Asking;
	readonly gate: Gate;
	readonly clock: () => Instant;
	readonly log: Log;
}

const ROLES = ['kiosk', 'board', 'console'] as const satisfies readonly Role[];

/** Opening hours, breaks and midnight come without anybody pressing anything. */
const LOOK_AT_CLOCK_EVERY = 15 * SECOND;
/** A screen that has not taken this many messages is stuck; it reconnects and is shown the whole again. */
const MOST_UNSENT = 64;

export function openLive({ server, hall, commits, asking, gate, clock, log }: LiveParts): Live {
	const io = openSockets(server, gate);
	const rooms = { kiosk: io.of('/kiosk'), board: io.of('/board'), console: io.of('/console') };
	const welcome = openWelcome(hall, clock);
	let rev: Rev = hall.rows.lastRev();
	const shown = <R extends Role>(view: Views[R], at: Instant): Shown<Views[R]> => ({ rev, at, view });

	for (const role of ROLES) {
		rooms[role].use((socket, next) => {
			try {
				socket.data = welcome.admit[role](socket);
				next();
			} catch (error) {
				if (!(error instanceof TurnedAway)) log.error({ err: error }, 'a socket could not be let in');
				next(error instanceof TurnedAway ? error : new TurnedAway('busy'));
			}
		});
	}
	rooms.kiosk.on('connection', (socket) => {
		const { device } = guest<'kiosk'>(socket);
		serveAsks(socket, { take: (input) => asking.kiosk.take(device, input) }, clock);
		const at = clock();
		socket.emit('show', shown<'kiosk'>(kioskView(hall, at), at));
	});
	rooms.board.on('connection', (socket) => {
		const { zone } = guest<'board'>(socket);
		serveAsks(socket, {}, clock);
		void socket.join(roomOfZone(zone));
		const at = clock();
		socket.emit('show', shown<'board'>(boardView(hall, zone, at), at));
	});
	rooms.console.on('connection', (socket) => {
		const { officer, counter } = guest<'console'>(socket);
		const desk: Desk = { officerId: officer.id, counter, deviceId: null };
		const asks = Object.entries(asking.console).map(
			([name, ask]) => [name, (input: unknown) => ask(desk, input)] as const,
		);
		serveAsks(socket, Object.fromEntries(asks), clock);
		showCounter(counter, [socket]);
	});

	function showKiosks(): void {
		if (rooms.kiosk.sockets.size === 0) return;
		const at = clock();
		rooms.kiosk.emit('show', shown<'kiosk'>(kioskView(hall, at), at));
	}

	function showBoards(): void {
		if (rooms.board.sockets.size === 0) return;
		const at = clock();
		const zones = new Set([...rooms.board.sockets.values()].map((it) => guest<'board'>(it).zone));
		for (const zone of zones)
			rooms.board.to(roomOfZone(zone)).emit('show', shown<'board'>(boardView(hall, zone, at), at));
	}

	/** A console is shown its counter only while its officer's shift is open there; otherwise it is sent to sign in. */
	function showCounter(number: CounterNumber, sockets: readonly Socket[]): void {
		const at = clock();
		const counter = hall.catalogue().counter(number);
		const shift = hall.rows.openShifts().find((it) => it.counter === number);
		const [sitting, gone] = split(
			sockets,
			(it) => counter !== undefined && shift?.officerId === guest<'console'>(it).officer.id,
		);
		for (const socket of gone) socket.disconnect(true);
		const first = sitting[0];
		if (!first || !counter || !shift) return;
		const view = shown<'console'>(
			consoleView(hall, { officer: guest<'console'>(first).officer, counter, shift }, at),
			at,
		);
		for (const socket of sitting) socket.emit('show', view);
	}

	const atCounter = (number: CounterNumber): Socket[] =>
		[...rooms.console.sockets.values()].filter((it) => guest<'console'>(it).counter === number);
	function showCounters(concerned: (counter: CounterNumber) => boolean): void {
		const seated = new Set([...rooms.console.sockets.values()].map((it) => guest<'console'>(it).counter));
		for (const counter of seated) if (concerned(counter)) showCounter(counter, atCounter(counter));
	}

	// What changed since it was last shown, gathered until each kind of screen has its turn.
	const dirty = { queues: new Set<string>(), counters: new Set<CounterNumber>() };
	const pace = {
		kiosk: openPace(300, showKiosks),
		board: openPace(250, showBoards),
		console: openPace(100, () => {
			const { queues, counters } = dirty;
			const touched = (counter: CounterNumber): boolean =>
				counters.has(counter) ||
				(hall
					.catalogue()
					.counter(counter)
					?.queues.some((it) => queues.has(it)) ??
					false);
			showCounters(touched);
			queues.clear();
			counters.clear();
		}),
	};

	function spread(news: readonly News[]): void {
		if (news.some((it) => it.kind === 'hall_changed')) {
			hall.reload();
			showAll();
			return;
		}
		for (const { queueId, counter, visitId, kind } of news) {
			if (queueId) dirty.queues.add(queueId);
			if (counter) dirty.counters.add(counter);
			// A slip belongs to a visit, which may stand in several lines.
			if (kind === 'printed' && visitId && rooms.console.sockets.size > 0) {
				for (const ticket of hall.rows.ticketsOfVisit(visitId)) dirty.queues.add(ticket.queueId);
			}
		}
		const quiet = news.every((it) => it.kind === 'issued' || it.kind === 'printed');
		pace.kiosk(false);
		// Whoever pressed sees it at once, and so does the lobby.
		if (!news.every((it) => it.kind === 'printed')) pace.board(!quiet);
		pace.console(!quiet);
	}

	function showAll(): void {
		showKiosks();
		showBoards();
		showCounters(() => true);
	}

	/** Reads what the journal says since the last look: changes of this server and of the command line alike. */
	function look(): void {
		try {
			const news = hall.rows.newsAfter(rev);
			const newest = news.at(-1);
			if (!newest) return;
			rev = newest.id;
			spread(news);
		} catch (error) {
			log.error({ err: error }, 'showing the screens failed');
		}
	}
	/** Whether another process (the command line) has written since the last look: it may have revoked or ended something. */
	let version = hall.rows.dataVersion();
	function changedElsewhere(): boolean {
		const before = version;
		version = hall.rows.dataVersion();
		return version !== before;
	}
	function sendAwayTheUnwelcome(): void {
		for (const role of ROLES) {
			for (const socket of rooms[role].sockets.values()) {
				if (!(welcome.still[role] as (who: unknown) => boolean)(socket.data)) socket.disconnect(true);
			}
		}
	}
	commits.onCommit(look);
	const watch = setInterval(() => {
		look();
		dropStuck(Object.values(rooms));
		if (changedElsewhere()) sendAwayTheUnwelcome();
	}, SECOND);
	const clockwork = setInterval(() => {
		sendAwayTheUnwelcome();
		showAll();
	}, LOOK_AT_CLOCK_EVERY);

	return {
		connected: () => ({
			kiosk: rooms.kiosk.sockets.size,
			board: rooms.board.sockets.size,
			console: rooms.console.sockets.size,
		}),
		showAll,
		close: async () => {
			clearInterval(watch);
			clearInterval(clockwork);
			for (const stop of Object.values(pace)) stop.end();
			await io.close();
		},
	};
}

const roomOfZone = (zone: ZoneNumber | null): string => `zone ${zone ?? 'all'}`;
function split<T>(all: readonly T[], first: (one: T) => boolean): [T[], T[]] {
	return [all.filter(first), all.filter((it) => !first(it))];
}

function dropStuck(namespaces: readonly Namespace[]): void {
	for (const namespace of namespaces) {
		for (const socket of namespace.sockets.values()) {
			if (unsent(socket) > MOST_UNSENT) socket.disconnect(true);
		}
	}
}

/** Packets that wait for this socket's connection to take them. */
const unsent = (socket: Socket): number =>
	(socket.conn as unknown as { writeBuffer: readonly unknown[] }).writeBuffer.length;
