// The agent's line to the hall: shown what is in its hand, asks with a reply. It comes back by itself for ever; what it was
// shown before a break counts no more after it.

import { io } from 'socket.io-client';
import {
	type Asks,
	DOOR_REFUSALS,
	type DoorRefusal,
	type Hello,
	type Nothing,
	PROTOCOL,
	type Reply,
} from '../shared/contract.ts';
import { SECOND } from '../shared/id.ts';
import type { AgentView, Shown } from '../shared/views.ts';

export type AskName = keyof Asks['agent'];

export interface Hall {
	/** null while there is no line, and until something was shown on it. */
	readonly shown: () => AgentView | null;
	/** Which line this is: grows with every new one. */
	readonly line: () => number;
	/** Why the door stays shut, or null. */
	readonly gone: () => DoorRefusal | null;
	/** Ends at the next view, when the line breaks, when woken, or after `ms`. */
	readonly change: (ms: number) => Promise<void>;
	readonly wake: () => void;
	/** Once; `offline` where there is no line, `no_answer` where it is not known whether it was heard. */
	readonly ask: <N extends AskName>(name: N, input: Asks['agent'][N]['input']) => Promise<Reply<Nothing>>;
	readonly close: () => void;
}

export interface LineNews {
	readonly onConnected: () => void;
	readonly onAway: () => void;
}

const ANSWER_WITHIN = 3 * SECOND;
const AGAIN_AFTER = SECOND / 4;
const AGAIN_AT_MOST = 2 * SECOND;
/** An unasked-for second line is how this server ends an older one: not at once, or two agents would push each other out for ever. */
const SENT_AWAY = SECOND;

export function openHall(server: string, token: string, { onConnected, onAway }: LineNews): Hall {
	const hello: Hello = { protocol: PROTOCOL, token, zone: null };
	const socket = io(`${server}/agent`, {
		transports: ['websocket'],
		forceNew: true,
		auth: hello,
		reconnectionDelay: AGAIN_AFTER,
		reconnectionDelayMax: AGAIN_AT_MOST,
		timeout: ANSWER_WITHIN,
	});
	let shown: AgentView | null = null;
	let line = 0;
	let gone: DoorRefusal | null = null;
	let away = false;
	const sleepers = new Set<() => void>();
	const wake = (): void => {
		for (const rise of [...sleepers]) rise();
	};
	const knockAgain = (ms: number): void => {
		setTimeout(() => {
			if (!gone) socket.connect();
		}, ms).unref();
	};
	const lost = (): void => {
		shown = null;
		if (!away) onAway();
		away = true;
		wake();
	};

	socket.on('connect', () => {
		line++;
		away = false;
		onConnected();
		wake();
	});
	socket.on('show', (next: Shown<AgentView>) => {
		shown = next.view;
		wake();
	});
	socket.on('disconnect', (reason) => {
		// Ended by the server: the library leaves coming back to us.
		if (reason === 'io server disconnect') knockAgain(SENT_AWAY);
		if (reason !== 'io client disconnect') lost();
	});
	socket.on('connect_error', (error) => {
		const refused = DOOR_REFUSALS.find((it) => it === error.message);
		// What the door refuses, the library does not try again; a busy server may let us in soon.
		if (refused === 'busy') knockAgain(AGAIN_AT_MOST);
		else if (refused) gone = refused;
		if (!gone) lost();
		wake();
	});

	return {
		shown: () => shown,
		line: () => line,
		gone: () => gone,
		change: (ms) =>
			new Promise((resolve) => {
				const rise = (): void => {
					clearTimeout(timer);
					sleepers.delete(rise);
					resolve();
				};
				const timer = setTimeout(rise, ms);
				sleepers.add(rise);
			}),
		wake,
		ask: async (name, input) => {
			if (!socket.connected) return { ok: false, refusal: { code: 'offline' } };
			try {
				return await socket.timeout(ANSWER_WITHIN).emitWithAck(name, input);
			} catch {
				// The only failure of emitWithAck: no answer came.
				return { ok: false, refusal: { code: 'no_answer' } };
			}
		},
		close: () => void socket.disconnect(),
	};
}
