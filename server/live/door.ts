// Socket.IO as the hall uses it: one namespace a role, WebSocket for all and long polling for boards that cannot, a hello
// that is checked before anything else, and a bucket before every ask. Nothing here knows what an ask means.

import type { Server as HttpServer, IncomingMessage, ServerResponse } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { type DoorRefusal, type Hello, PROTOCOL, type Reply, type Role } from '../../shared/contract.ts';
import type { Instant } from '../../shared/id.ts';
import { type Gate, isOurs } from '../ask/gate.ts';
import { hello } from '../ask/shapes.ts';
import { openBucket } from './bucket.ts';

/** A silent partition shows within 9 s (the defaults would need 45). */
const PING_EVERY = 5_000;
const PING_TIMEOUT = 4_000;

/**
 * Whose sockets may be polled. A board is only shown things, and its TV or the network between may know no WebSocket. The
 * others are today's browsers and our own programs: they never poll, and what nobody uses nobody can misuse.
 */
const MAY_POLL: ReadonlySet<string> = new Set<`/${Role}`>(['/board']);

export function openSockets(server: HttpServer, gate: Gate): Server {
	const io = new Server(server, {
		transports: ['websocket', 'polling'],
		serveClient: false,
		pingInterval: PING_EVERY,
		pingTimeout: PING_TIMEOUT,
		connectTimeout: 5_000,
		maxHttpBufferSize: 16 * 1024,
		perMessageDeflate: false,
		httpCompression: false,
		allowRequest: (request, decide) => {
			const verdict = gate(request.headers);
			decide(verdict === 'welcome' ? null : verdict, verdict === 'welcome');
		},
	});
	io.engine.use((request: Asking, response: ServerResponse, next: (fault?: Error) => void) => {
		if (request._query.transport === 'websocket') return next();
		// A poll is a plain request, which any page may send. So each, not only the first, is looked at, and must carry the
		// header that no page of another origin can send; that rules out scripts and forms that pose as a poll, too.
		if (!isOurs(request.headers) || gate(request.headers) !== 'welcome')
			return next(new Error('not from our own page'));
		response.setHeader('cache-control', 'no-store');
		response.setHeader('x-content-type-options', 'nosniff');
		next();
	});
	return io;
}
/** A request as engine.io hands it on: its address is read already. */
type Asking = IncomingMessage & { readonly _query: Readonly<Record<string, string | undefined>> };

export class TurnedAway extends Error {
	constructor(reason: DoorRefusal) {
		super(reason);
	}
}

/** The hello of a socket, or why it is turned away. */
export function readHello(socket: Socket): Hello {
	if (socket.conn.transport.name === 'polling' && !MAY_POLL.has(socket.nsp.name))
		throw new TurnedAway('wrong_protocol');
	const result = hello.safeParse(socket.handshake.auth);
	if (!result.success) throw new TurnedAway('unknown_device');
	if (result.data.protocol !== PROTOCOL) throw new TurnedAway('wrong_protocol');
	return result.data;
}

type Acknowledge = (reply: Reply<unknown>) => void;
export type Handlers = Readonly<Record<string, (input: unknown) => Promise<Reply<unknown>>>>;

/** Connects the asks of a role: each is answered, whatever was sent; one that nobody knows is refused; a flood is cut off. */
export function serveAsks(socket: Socket, handlers: Handlers, clock: () => Instant): void {
	const bucket = openBucket(clock());
	socket.onAny((name: string, ...sent: unknown[]) => {
		const last = sent.at(-1);
		const acknowledge = typeof last === 'function' ? (last as Acknowledge) : null;
		const verdict = bucket.take(clock());
		if (verdict === 'cut_off') return void socket.disconnect(true);
		// Without a way to answer it is not an ask, and what is not asked is not done.
		if (!acknowledge) return;
		if (verdict === 'too_fast') return acknowledge({ ok: false, refusal: { code: 'too_fast' } });
		const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
		if (!handler) return acknowledge({ ok: false, refusal: { code: 'not_allowed' } });
		void handler(sent.length > 1 ? sent[0] : undefined).then((reply) => {
			if (reply.ok) bucket.answered();
			acknowledge(reply);
		});
	});
}
