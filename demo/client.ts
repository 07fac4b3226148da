// A screen without a picture: shown whole views, asks with a reply, over the same socket as a real one. It reconnects by
// itself, and an ask whose answer was lost is asked again: every ask names what it saw, so it does its work once.

import { io, type Socket } from 'socket.io-client';
import type { Views } from '../shared/contract.ts';
import {
	type Asks,
	DOOR_REFUSALS,
	type DoorRefusal,
	type Hello,
	PROTOCOL,
	type Reply,
	type Role,
	type Sent,
} from '../shared/contract.ts';
import { type Rev, SECOND } from '../shared/id.ts';
import type { Shown } from '../shared/views.ts';
import { openWhole } from '../shared/whole.ts';

export type Name<R extends Role> = keyof Asks[R] & string;
export type Ask<R extends Role, N extends Name<R>> = Asks[R][N] extends {
	readonly input: infer I;
	readonly value: infer V;
}
	? { input: I; value: V }
	: never;

export interface Client<R extends Role> {
	readonly shown: () => Shown<Views[R]> | null;
	readonly connected: () => boolean;
	/** Why the door stays shut, or null. A closed client cannot be used again. */
	readonly gone: () => DoorRefusal | 'closed' | null;
	/** Ends at the next view, when the connection changes, when woken, or after `ms`. */
	readonly change: (ms: number) => Promise<void>;
	/** The first view that knows of `rev`; null when the screen is gone. */
	readonly seeing: (rev: Rev) => Promise<Shown<Views[R]> | null>;
	/** Waits for the server as long as it takes; `offline` only when the screen is gone. */
	readonly ask: <N extends Name<R>>(name: N, input: Ask<R, N>['input']) => Promise<Reply<Ask<R, N>['value']>>;
	readonly wake: () => void;
	readonly close: () => void;
}

const ANSWER_WITHIN = 5 * SECOND;
const DOOR_AGAIN = 3 * SECOND;
/** Nothing is waited for longer without looking around. */
const LOOK_UP = 10 * SECOND;

export function openClient<R extends Role>(url: string, role: R, token: string): Client<R> {
	const hello: Hello = { protocol: PROTOCOL, token, zone: null };
	const socket: Socket = io(`${url}/${role}`, {
		transports: ['websocket'],
		forceNew: true,
		auth: hello,
		reconnectionDelay: 250,
		reconnectionDelayMax: 2 * SECOND,
		timeout: ANSWER_WITHIN,
	});
	let shown: Shown<Views[R]> | null = null;
	let gone: DoorRefusal | 'closed' | null = null;
	const sleepers = new Set<() => void>();
	const wake = (): void => {
		for (const rise of [...sleepers]) rise();
	};

	const whole = openWhole<R>();
	socket.on('show', (sent: Sent<R>) => {
		shown = whole(sent);
		wake();
	});
	socket.on('connect', wake);
	socket.on('disconnect', (reason) => {
		// Ended by the server (signed off, or too slow): the library leaves coming back to us.
		if (reason === 'io server disconnect' && !gone) socket.connect();
		wake();
	});
	socket.on('connect_error', (error) => {
		const refused = DOOR_REFUSALS.find((it) => it === error.message);
		// What the door refuses, the library does not try again; a busy server may let us in soon.
		if (refused === 'busy') setTimeout(() => !gone && socket.connect(), DOOR_AGAIN).unref();
		else if (refused) gone = refused;
		wake();
	});

	const change = (ms: number): Promise<void> =>
		new Promise((resolve) => {
			const rise = (): void => {
				clearTimeout(timer);
				sleepers.delete(rise);
				resolve();
			};
			const timer = setTimeout(rise, Math.max(0, Math.min(ms, LOOK_UP)));
			sleepers.add(rise);
		});
	return {
		shown: () => shown,
		connected: () => socket.connected,
		gone: () => gone,
		change,
		seeing: async (rev) => {
			while (!gone && (!shown || shown.rev < rev || !socket.connected)) await change(LOOK_UP);
			return gone ? null : shown;
		},
		ask: async (name, input) => {
			while (!gone) {
				if (!socket.connected) {
					await change(LOOK_UP);
					continue;
				}
				try {
					return await socket.timeout(ANSWER_WITHIN).emitWithAck(name, input);
				} catch {
					// The only failure of emitWithAck is that no answer came: perhaps done, perhaps not. The same ask tells.
				}
			}
			return { ok: false, refusal: { code: 'offline' } };
		},
		wake,
		close: () => {
			gone ??= 'closed';
			socket.disconnect();
			wake();
		},
	};
}
