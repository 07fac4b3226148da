// Socket.IO as the hall uses it: one namespace a role, WebSocket only, a hello that is checked before anything else, and
// a bucket before every ask. Nothing here knows what an ask means.

import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { type DoorRefusal, type Hello, PROTOCOL, type Reply } from '../../shared/contract.ts';
import type { Instant } from '../../shared/id.ts';
import type { Gate } from '../ask/gate.ts';
import { hello } from '../ask/shapes.ts';
import { openBucket } from './bucket.ts';

/** A silent partition shows within 9 s (the defaults would need 45). */
const PING_EVERY = 5_000;
const PING_TIMEOUT = 4_000;

export function openSockets(server: HttpServer, gate: Gate): Server {
	return new Server(server, {
		transports: ['websocket'],
		serveClient: false,
		pingInterval: PING_EVERY,
		pingTimeout: PING_TIMEOUT,
		connectTimeout: 5_000,
		maxHttpBufferSize: 16 * 1024,
		perMessageDeflate: false,
		allowRequest: (request, decide) => {
			const verdict = gate(request.headers);
			decide(verdict === 'welcome' ? null : verdict, verdict === 'welcome');
		},
	});
}

export class TurnedAway extends Error {
	constructor(reason: DoorRefusal) {
		super(reason);
	}
}

/** The hello of a socket, or why it is turned away. */
export function readHello(socket: Socket): Hello {
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
