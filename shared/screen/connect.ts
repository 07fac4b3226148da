// The only way a screen talks to the hall: it is shown whole views, and it asks with a reply. Nothing is buffered while
// the server is away (a buffered ask would be carried out later, when nobody expects it any more).

import { type Signal, signal } from '@preact/signals';
import { io, type Socket } from 'socket.io-client';
import type { Asks, DoorRefusal, Hello, Reply, Role, Sent, Views } from '../contract.ts';
import { DOOR_REFUSALS, PROTOCOL } from '../contract.ts';
import { SECOND } from '../id.ts';
import type { Shown } from '../views.ts';
import { openWhole } from '../whole.ts';
import type { Ways } from './ways.ts';

/** `lost`: was live, trying again; the last view is still drawn, marked as old. */
export type Link = 'connecting' | 'live' | 'lost' | DoorRefusal;

type Name<R extends Role> = keyof Asks[R] & string;
type Ask<R extends Role, N extends Name<R>> = Asks[R][N] extends { readonly input: infer I; readonly value: infer V }
	? { input: I; value: V }
	: never;

export interface Connection<R extends Role> {
	readonly shown: Signal<Shown<Views[R]> | null>;
	readonly link: Signal<Link>;
	/** Always answers: by the server, or with `offline` (not sent) or `no_answer` (sent, may have happened) after 5 s. */
	readonly ask: <N extends Name<R>>(name: N, input: Ask<R, N>['input']) => Promise<Reply<Ask<R, N>['value']>>;
	/** Connect again with what the browser's cookies say now (after signing in or off). */
	readonly again: () => void;
	readonly close: () => void;
}

const ANSWER_WITHIN = 5 * SECOND;
const RELOADED = 'giliran-reloaded-for';

/** `ways`: how this screen can be reached; `asked`: what it asks for besides its role; null: nothing. */
export function connect<R extends Role>(
	role: R,
	ways: Ways,
	asked: Pick<Hello, 'zone' | 'look'> | null,
): Connection<R> {
	const shown = signal<Shown<Views[R]> | null>(null);
	const link = signal<Link>('connecting');
	const hello: Hello = { protocol: PROTOCOL, token: null, zone: null, ...asked };
	const socket: Socket = io(`/${role}`, {
		...ways,
		auth: hello,
		reconnectionDelay: 250,
		reconnectionDelayMax: 2 * SECOND,
		timeout: ANSWER_WITHIN,
	});
	let retry: ReturnType<typeof setTimeout> | undefined;

	socket.on('connect', () => {
		link.value = 'live';
		sessionStorage.removeItem(RELOADED);
	});
	const whole = openWhole<R>();
	socket.on('show', (sent: Sent<R>) => {
		setServerClock(sent.at);
		shown.value = whole(sent);
	});
	socket.on('disconnect', (reason) => {
		link.value = 'lost';
		// The server ended this connection (signed off, or too slow): the library leaves coming back to us.
		if (reason === 'io server disconnect') socket.connect();
	});
	socket.on('connect_error', (error) => {
		const refused = DOOR_REFUSALS.find((it) => it === error.message);
		link.value = refused ?? (shown.value ? 'lost' : 'connecting');
		if (refused === 'wrong_protocol') reloadOnce();
		// Refused at the door is not retried by the library; a full or restarting server may let us in soon.
		if (refused === 'busy' || refused === 'unknown_device') {
			clearTimeout(retry);
			retry = setTimeout(() => socket.connect(), 3 * SECOND);
		}
	});

	return {
		shown,
		link,
		ask: async (name, input) => {
			if (!socket.connected) return { ok: false, refusal: { code: 'offline' } };
			try {
				return await socket.timeout(ANSWER_WITHIN).emitWithAck(name, input);
			} catch {
				// The only failure of emitWithAck is that no acknowledgement came.
				return { ok: false, refusal: { code: 'no_answer' } };
			}
		},
		again: () => {
			socket.disconnect();
			shown.value = null;
			link.value = 'connecting';
			socket.connect();
		},
		close: () => {
			clearTimeout(retry);
			socket.disconnect();
		},
	};
}

/** A screen of another release fetches its own release, once: a reload that does not help must not repeat for ever. */
function reloadOnce(): void {
	if (sessionStorage.getItem(RELOADED) === String(PROTOCOL)) return;
	sessionStorage.setItem(RELOADED, String(PROTOCOL));
	location.reload();
}

let ahead = 0;
function setServerClock(at: number): void {
	ahead = at - Date.now();
	now.value = at;
}
/** The server's clock, once a second: a screen with a wrong clock of its own still shows the hall's time. */
export const now = signal(Date.now());
setInterval(() => {
	now.value = Date.now() + ahead;
}, SECOND);
