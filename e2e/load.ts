// People in a hurry, for the tests that pull the plug: kiosks and counters that press over real sockets as fast as they
// are answered, keep what they were told, and after a cut ask again what was not answered, with the same words.

import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import {
	type Changed,
	PROTOCOL,
	type Reply,
	type Role,
	type Sent,
	type TakeAsk,
	type Taken,
	type Views,
} from '../shared/contract.ts';
import type { ServiceId } from '../shared/id.ts';
import type { ConsoleView, Shown } from '../shared/views.ts';
import { openWhole } from '../shared/whole.ts';
import { PIN } from './hall.ts';

/** What the hall has said yes to; it may never be untrue again. */
export interface Promised {
	/** Number by request. */
	readonly numbers: Map<string, string>;
	/** "counter rev" -> the ticket that was called there. */
	readonly calls: Map<string, number>;
	/** Rev of every other change that was acknowledged, and its ticket. */
	readonly changes: Map<number, number>;
	/** Refusals that a hall must not give to asks like these. */
	readonly odd: unknown[];
}
export const nothingPromised = (): Promised => ({ numbers: new Map(), calls: new Map(), changes: new Map(), odd: [] });

export interface Person {
	/** Connects; resolves with how to begin: it presses until the connection breaks, and resolves then. */
	readonly arrive: (url: string) => Promise<() => Promise<void>>;
}
/** Everybody at once: first all are there, then all begin. Resolves with the end of it all. */
export async function rush(url: string, everybody: readonly Person[]): Promise<{ readonly over: Promise<unknown> }> {
	const begins = await Promise.all(everybody.map((it) => it.arrive(url)));
	return { over: Promise.all(begins.map((begin) => begin())) };
}

async function post(url: string, path: string, body: object, token?: string): Promise<unknown> {
	const reply = await fetch(`${url}/api/v1${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
		body: JSON.stringify(body),
	});
	const said = (await reply.json()) as Reply<unknown>;
	if (!said.ok) throw new Error(`${path}: ${JSON.stringify(said.refusal)}`);
	return said.value;
}
export const deviceToken = async (url: string, role: Role): Promise<string> =>
	((await post(url, '/demo/devices', { role })) as { token: string }).token;
export const officerToken = async (url: string, username: string): Promise<string> =>
	((await post(url, '/sessions', { username, pin: PIN, counter: null })) as { token: string }).token;

/** A screen's socket once it is let in and was shown its first view. Rejects when it is turned away. */
export async function connect<R extends Role>(
	url: string,
	role: R,
	token: string,
	onShow: (shown: Shown<Views[R]>) => void,
): Promise<Socket> {
	const socket: Socket = io(`${url}/${role}`, {
		transports: ['websocket'],
		auth: { protocol: PROTOCOL, token, zone: null },
		forceNew: true,
		reconnection: false,
	});
	const whole = openWhole<R>();
	socket.on('show', (sent: Sent<R>) => onShow(whole(sent)));
	await new Promise<void>((resolve, reject) => {
		socket.once('show', () => resolve());
		socket.once('connect_error', reject);
	});
	return socket;
}
/** The reply, or null when the connection broke before it came: then nobody knows. */
function ask<Value>(socket: Socket, name: string, input: unknown): Promise<Reply<Value> | null> {
	return new Promise((resolve) => {
		const broke = (): void => resolve(null);
		socket.once('disconnect', broke);
		if (!socket.connected) return broke();
		socket.emit(name, input, (reply: Reply<Value>) => {
			socket.off('disconnect', broke);
			resolve(reply);
		});
	});
}

/** Presses at most this often: what waits for a person, and keeps a socket below the hall's limit of a flood. */
const pause = (): Promise<void> => new Promise((done) => setTimeout(done, 4));

export function kiosk(token: string, services: readonly string[], promised: Promised): Person {
	let unanswered: TakeAsk | null = null;
	return {
		arrive: async (url) => {
			const socket = await connect(url, 'kiosk', token, () => undefined);
			return () => work(socket);
		},
	};
	async function work(socket: Socket): Promise<void> {
		while (socket.connected) {
			unanswered ??= {
				requestId: randomUUID(),
				services: [services[Math.floor(Math.random() * services.length)] as ServiceId],
				priority: Math.random() < 0.1 ? 'elderly' : null,
			};
			const reply = await ask<Taken>(socket, 'take', unanswered);
			if (!reply) break;
			if (reply.ok) promised.numbers.set(unanswered.requestId, reply.value.number);
			else promised.odd.push(reply.refusal);
			unanswered = null;
			await pause();
		}
		socket.close();
	}
}

/** Refusals that belong to such a day: nobody waits, or the screen was a press behind. */
const USUAL: readonly string[] = ['line_empty', 'stale', 'counter_busy'];

export function counter(token: string, promised: Promised): Person {
	let unanswered: { readonly name: string; readonly input: Record<string, unknown> } | null = null;
	let view: ConsoleView | null = null;
	let rev = 0;
	return {
		arrive: async (url) => {
			const socket = await connect(url, 'console', token, (shown) => {
				view = shown.view;
				rev = shown.rev;
			});
			return () => work(socket);
		},
	};
	async function work(socket: Socket): Promise<void> {
		while (socket.connected) {
			const seen = view;
			if (!seen) break;
			unanswered ??= press(seen);
			const reply = await ask<Changed>(socket, unanswered.name, unanswered.input);
			if (!reply) break;
			if (reply.ok && unanswered.name === 'callNext')
				promised.calls.set(`${seen.counter.number} ${reply.value.rev}`, reply.value.ticketId);
			else if (reply.ok) promised.changes.set(reply.value.rev, reply.value.ticketId);
			else if (!USUAL.includes(reply.refusal.code)) promised.odd.push(reply.refusal);
			unanswered = null;
			// The next press is made on a screen that shows this one.
			const wanted = reply.ok ? reply.value.rev : 0;
			for (let waits = 0; rev < wanted && socket.connected && waits < 500; waits++) await pause();
			await pause();
		}
		socket.close();
	}
}
function press({ now, lastCall }: ConsoleView): { readonly name: string; readonly input: Record<string, unknown> } {
	if (!now) return { name: 'callNext', input: { after: lastCall } };
	const event = now.state === 'called' ? { kind: 'started' } : { kind: 'closed', as: 'served' };
	return { name: 'record', input: { ticketId: now.ticketId, after: now.rev, event } };
}
