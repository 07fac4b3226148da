// The sockets of the hall: a namespace a role. Lets screens in, carries their asks, and after every commit has them shown
// what the journal says is new.

import type { Server as HttpServer } from 'node:http';
import type { Socket } from 'socket.io';
import type { Reply, Role } from '../../shared/contract.ts';
import { type DeviceId, type Instant, type Rev, SECOND } from '../../shared/id.ts';
import { type Agents, openAgentAsks } from '../ask/agents.ts';
import type { Asking, Log } from '../ask/asks.ts';
import type { Gate } from '../ask/gate.ts';
import type { Desk } from '../hall/desk.ts';
import type { Commits } from '../store/commit.ts';
import type { Hall } from '../store/hall.ts';
import { awaitKiosks, kiosksAway } from '../views/kiosks-away.ts';
import type { Recorded } from '../views/notices.ts';
import { type Handlers, openSockets, serveAsks, TurnedAway } from './door.ts';
import { openShow, type Rooms } from './show.ts';
import { type BoardGuest, guest, openWelcome } from './welcome.ts';

export interface Live {
	/** Sockets connected now, by role. */
	readonly connected: () => Readonly<Record<Role, number>>;
	/** How many windows show this board now. */
	readonly windowsOf: (board: DeviceId) => number;
	/** Everything again: the set-up changed, or time itself (opening hours, midnight). */
	readonly showAll: () => void;
	/** Every screen is told, at once. The HTTP server stays open. */
	readonly close: () => void;
}

export interface LiveParts {
	readonly server: HttpServer;
	readonly hall: Hall;
	readonly commits: Commits;
	readonly asking: Asking;
	/** For a browser that is a kiosk: not faster than people press. */
	readonly takeAtGlass: Asking['kiosk']['take'];
	/** The hands of the print agents. */
	readonly remotes: Agents;
	readonly gate: Gate;
	readonly clock: () => Instant;
	/** Where a phone finds this hall. */
	readonly publicUrl: () => string;
	readonly recorded: Recorded;
	readonly log: Log;
}

const DONE: Reply<unknown> = { ok: true, value: {} };
const ROLES = ['kiosk', 'board', 'console', 'agent'] as const satisfies readonly Role[];
/** Opening hours, breaks and midnight come without anybody pressing anything. */
const LOOK_AT_CLOCK_EVERY = 15 * SECOND;
/** Phones that look at a board, in all and from one address. */
const MOST_WATCHERS = 300;
const MOST_OF_ONE = 50;
/** A screen that has not taken this many messages is stuck; it reconnects and is shown the whole again. */
const MOST_UNSENT = 64;

export function openLive(parts: LiveParts): Live {
	const { server, hall, commits, asking, takeAtGlass, remotes, gate, clock, publicUrl, recorded, log } = parts;
	const io = openSockets(server, gate);
	const rooms: Rooms = {
		kiosk: io.of('/kiosk'),
		board: io.of('/board'),
		console: io.of('/console'),
		agent: io.of('/agent'),
	};
	const agents = openAgentAsks(remotes, log);
	const welcome = openWelcome(hall, clock);
	let rev: Rev = hall.rows.lastRev();
	const show = openShow({ rooms, hall, remotes, clock, publicUrl, recorded, log, rev: () => rev });
	let closed = false;
	const sockets = (role: Role): readonly Socket[] => [...rooms[role].sockets.values()];

	/** What each role may ask, for the one who holds this socket. */
	const handlers: { readonly [R in Role]: (socket: Socket) => Handlers } = {
		kiosk: (socket) => {
			const { device, glass } = guest<'kiosk'>(socket);
			const asks = glass ? { ...asking.kiosk, take: takeAtGlass } : asking.kiosk;
			// A program comes and goes as it likes; before a browser people stand.
			if (glass) {
				hall.roll.came(device);
				socket.on('disconnect', () => hall.roll.left(device, clock()));
			}
			return Object.fromEntries(
				Object.entries(asks).map(([name, ask]) => [name, (input: unknown) => ask(device, input)]),
			);
		},
		board: (socket) => {
			const board = guest<'board'>(socket);
			if (board.kind === 'watcher') return {};
			const { device } = board;
			const isMine = (it: BoardGuest): boolean => it.kind === 'device' && it.device === device;
			// A board that was switched off is not mute, it is gone: another window of it may still be open.
			socket.on('disconnect', () => {
				const others = sockets('board').some((it) => it !== socket && isMine(guest<'board'>(it)));
				if (!others && !closed) void asking.board.sound(device, { sound: 'unknown' });
			});
			return Object.fromEntries(
				Object.entries(asking.board).map(([name, ask]) => [
					name,
					async (input: unknown): Promise<Reply<unknown>> => {
						const reply = await ask(device, input);
						if (!reply.ok) return reply;
						if (reply.value !== null) show.desk(reply.value);
						return DONE;
					},
				]),
			);
		},
		console: (socket) => {
			const { officer, counter } = guest<'console'>(socket);
			const desk: Desk = { officerId: officer.id, counter, deviceId: null };
			return Object.fromEntries(
				Object.entries(asking.console).map(([name, ask]) => [name, (input: unknown) => ask(desk, input)]),
			);
		},
		agent: (socket) => {
			const { device } = guest<'agent'>(socket);
			return Object.fromEntries(
				Object.entries(agents).map(([name, ask]) => [name, (input: unknown) => ask(device, input)]),
			);
		},
	};
	/** Phones come uninvited; the hall's own screens must not feel them. */
	function isCrowd(address: string): boolean {
		const watchers = sockets('board')
			.map((it) => guest<'board'>(it))
			.filter((it) => it.kind === 'watcher');
		return watchers.length >= MOST_WATCHERS || watchers.filter((it) => it.address === address).length >= MOST_OF_ONE;
	}
	for (const role of ROLES) {
		rooms[role].use((socket, next) => {
			try {
				const who = welcome.admit[role](socket);
				if ('kind' in who && who.kind === 'watcher' && isCrowd(who.address)) throw new TurnedAway('busy');
				socket.data = who;
				next();
			} catch (error) {
				if (!(error instanceof TurnedAway)) log.error({ err: error }, 'a socket could not be let in');
				next(error instanceof TurnedAway ? error : new TurnedAway('busy'));
			}
		});
		rooms[role].on('connection', (socket) => {
			serveAsks(socket, handlers[role](socket), clock);
			show.to[role](socket);
		});
	}

	awaitKiosks(hall, clock());
	let away = '';
	/** Somebody has to be told of a kiosk that is missed now, or is back. */
	function lookForKiosks(): void {
		const now = JSON.stringify(kiosksAway(hall, clock()));
		if (now !== away) show.desks();
		away = now;
	}
	/** Reads what the journal says since the last look: changes of this server and of the command line alike. */
	function look(): void {
		const news = hall.rows.newsAfter(rev);
		const newest = news.at(-1);
		if (!newest) return;
		rev = newest.id;
		if (news.some((it) => it.kind === 'hall_changed')) {
			hall.reload();
			// The manager may have sent a board away.
			sendAwayTheUnwelcome();
			show.all();
		} else {
			show.spread(news);
		}
	}
	/** A revoked screen or an ended session must not go on only because its connection was open. */
	function sendAwayTheUnwelcome(): void {
		for (const role of ROLES) {
			const still = welcome.still[role] as (who: unknown) => boolean;
			for (const socket of sockets(role)) if (!still(socket.data)) socket.disconnect(true);
		}
	}
	function dropStuck(): void {
		for (const socket of ROLES.flatMap(sockets)) if (unsent(socket) > MOST_UNSENT) socket.disconnect(true);
	}
	const safely = (what: string, work: () => void): void => {
		try {
			work();
		} catch (error) {
			log.error({ err: error }, what);
		}
	};

	commits.onCommit(() => safely('reading the journal failed', look));
	let version = hall.rows.dataVersion();
	const watch = setInterval(
		() =>
			safely('the second’s round failed', () => {
				dropStuck();
				lookForKiosks();
				const before = version;
				version = hall.rows.dataVersion();
				// Another process, the command line, has written: a new set-up, a revoked screen, a new PIN.
				if (version === before) return;
				look();
				sendAwayTheUnwelcome();
			}),
		SECOND,
	);
	const clockwork = setInterval(
		() =>
			safely('the clock’s round failed', () => {
				sendAwayTheUnwelcome();
				show.all();
			}),
		LOOK_AT_CLOCK_EVERY,
	);

	return {
		connected: () => ({
			kiosk: rooms.kiosk.sockets.size,
			board: rooms.board.sockets.size,
			console: rooms.console.sockets.size,
			agent: rooms.agent.sockets.size,
		}),
		windowsOf: (board) =>
			sockets('board')
				.map((it) => guest<'board'>(it))
				.filter((it) => it.kind === 'device' && it.device === board).length,
		showAll: show.all,
		close: () => {
			closed = true;
			clearInterval(watch);
			clearInterval(clockwork);
			show.end();
			// Not io.close(): that would close the HTTP server as well, and wait for whoever is just asking it something.
			io.disconnectSockets(true);
			io.engine.close();
		},
	};
}

/** Packets that wait for this socket's connection to take them. */
const unsent = (socket: Socket): number =>
	(socket.conn as unknown as { writeBuffer: readonly unknown[] }).writeBuffer.length;
