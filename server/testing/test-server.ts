// The whole server for tests, in this process: the small hall in memory, a free port, real sockets and real requests. Its
// clock stands until it is moved.

import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { io, type Socket } from 'socket.io-client';
import { PROTOCOL, type Reply, type Role, type Sent, type Views } from '../../shared/contract.ts';
import type { Shown } from '../../shared/views.ts';
import { openWhole } from '../../shared/whole.ts';
import { type App, openApp } from '../app.ts';
import { KIOSK_PACE } from '../ask/pace.ts';
import { findLanguages, openLanguages } from '../language/languages.ts';
import { openInMemory, type Store } from '../store/open.ts';
import { findBundled } from '../voice/pack.ts';
import { openVoices } from '../voice/voices.ts';
import { BOARD, type Change, CONSOLE, KIOSK, makeSmallHall, PIN } from './small-hall.ts';
import { type Clock, MONDAY_NINE, openClock } from './test-hall.ts';

export interface Answer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	readonly text: string;
	/** The body as JSON; throws where it is none. */
	readonly json: () => unknown;
}
export interface Asked {
	readonly token?: string;
	/** Sent as JSON. */
	readonly body?: unknown;
	/** Sent as it is. */
	readonly raw?: string | Buffer;
	readonly headers?: Readonly<Record<string, string>>;
}
export interface Hello {
	readonly token?: string | null;
	readonly zone?: number | null;
	readonly protocol?: unknown;
	/** Instead of the whole hello. */
	readonly auth?: Record<string, unknown>;
	readonly headers?: Readonly<Record<string, string>>;
	/** As an old TV connects; a WebSocket otherwise. */
	readonly way?: 'polling';
}
export interface Screen<R extends Role> {
	readonly socket: Socket;
	/** What it was shown last. */
	readonly shown: () => Shown<Views[R]>;
	/** Everything it was shown, in order. */
	readonly all: readonly Shown<Views[R]>[];
	/** The same as it came. */
	readonly sent: readonly Sent<R>[];
	/** Waits until what is shown is so. */
	readonly until: (so: (view: Views[R]) => boolean) => Promise<Views[R]>;
	readonly ask: (name: string, ...input: unknown[]) => Promise<Reply<never>>;
	/** Why the server ended the connection. */
	readonly ended: Promise<string>;
}
export interface TestServer {
	readonly app: App;
	readonly store: Store;
	readonly clock: Clock;
	readonly port: number;
	/** Where its videos and pictures are. */
	readonly media: string;
	/** Where its own recordings are. */
	readonly ownVoice: string;
	/** What was logged as a fault of ours. */
	readonly faults: readonly unknown[];
	/** Those so far were expected. */
	readonly forgetFaults: () => void;
	readonly send: (method: string, path: string, asked?: Asked) => Promise<Answer>;
	/** Connects a screen; rejects with the reason when it is turned away. */
	readonly connect: <R extends Role>(role: R, hello?: Hello) => Promise<Screen<R>>;
	/** An officer's token, signed in at the usual counter. */
	readonly signIn: (username: string) => Promise<string>;
	readonly console: (username: string) => Promise<Screen<'console'>>;
	readonly close: () => Promise<void>;
}

const TOKENS: Readonly<Record<Role, string | null>> = {
	kiosk: KIOSK.token,
	board: BOARD.token,
	console: null,
	agent: null,
};
const PATIENCE = 10_000;

export async function openTestServer(change: Change = {}): Promise<TestServer> {
	const store = openInMemory();
	const clock = openClock(MONDAY_NINE);
	makeSmallHall(store, change, clock.now());
	const faults: unknown[] = [];
	const logger = pino({ level: 'error' }, { write: (line: string) => faults.push(JSON.parse(line)) });
	const media = mkdtempSync(path.join(tmpdir(), 'giliran-media-'));
	const ownVoice = mkdtempSync(path.join(tmpdir(), 'giliran-voice-'));
	let port = 0;
	const app = await openApp({
		store,
		clock: clock.now,
		paper: 80,
		voices: openVoices({ bundled: findBundled(), own: ownVoice }, () => undefined),
		languages: openLanguages({ bundled: findLanguages(), own: null }, () => undefined),
		media,
		hosts: ['127.0.0.1'],
		publicUrl: () => `http://127.0.0.1:${port}`,
		kioskPace: KIOSK_PACE,
		logger,
	});
	await app.http.listen({ host: '127.0.0.1', port: 0 });
	port = (app.http.server.address() as AddressInfo).port;
	const sockets: Socket[] = [];

	const send: TestServer['send'] = async (method, path, { token, body, raw, headers } = {}) => {
		const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
		// Not fetch(): it would tidy up paths and headers that are meant to be bad.
		const asking = request({
			...{ host: '127.0.0.1', port, method, path, agent: false },
			headers: {
				...(content === undefined ? {} : { 'content-type': 'application/json' }),
				...(token ? { authorization: `Bearer ${token}` } : {}),
				...headers,
			},
		});
		asking.end(content);
		const [reply] = await once(asking, 'response');
		let text = '';
		for await (const chunk of reply) text += String(chunk);
		return { status: reply.statusCode, headers: reply.headers, text, json: () => JSON.parse(text) };
	};

	const connect: TestServer['connect'] = async <R extends Role>(role: R, hello: Hello = {}): Promise<Screen<R>> => {
		const { token = TOKENS[role], zone = null, protocol = PROTOCOL, headers, way = 'websocket' } = hello;
		const socket = io(`http://127.0.0.1:${port}/${role}`, {
			transports: [way],
			auth: hello.auth ?? { protocol, token, zone },
			forceNew: true,
			reconnection: false,
			...(headers ? { extraHeaders: headers } : {}),
		});
		sockets.push(socket);
		const [sent, all]: [Sent<R>[], Shown<Views[R]>[]] = [[], []];
		const whole = openWhole<R>();
		socket.on('show', (next: Sent<R>) => {
			sent.push(next);
			all.push(whole(next));
		});
		const ended = new Promise<string>((resolve) => socket.on('disconnect', resolve));
		await new Promise<void>((resolve, reject) => {
			socket.once('connect_error', (error) => {
				socket.close();
				reject(new Error(error.message));
			});
			socket.once('show', () => resolve());
		});
		const shown = (): Shown<Views[R]> => {
			const last = all.at(-1);
			if (!last) throw new Error(`this ${role} was shown nothing`);
			return last;
		};
		return {
			socket,
			shown,
			all,
			sent,
			until: async (so) => {
				const patience = Date.now() + PATIENCE;
				while (!so(shown().view)) {
					if (Date.now() > patience) throw new Error(`never shown: ${so}; last: ${JSON.stringify(shown().view)}`);
					await new Promise((done) => setTimeout(done, 5));
				}
				return shown().view;
			},
			ask: (name, ...input) => socket.timeout(PATIENCE).emitWithAck(name, ...input),
			ended,
		};
	};
	const signIn: TestServer['signIn'] = async (username) => {
		const ask = { username, pin: PIN, counter: null };
		const reply = await send('POST', '/api/v1/sessions', { token: CONSOLE.token, body: ask });
		const said = reply.json() as Reply<{ readonly token: string }>;
		if (!said.ok) throw new Error(`${username} could not sign in: ${reply.text}`);
		return said.value.token;
	};
	return {
		app,
		store,
		clock,
		port,
		media,
		ownVoice,
		faults,
		forgetFaults: () => void faults.splice(0),
		send,
		connect,
		signIn,
		console: async (username) => connect('console', { token: await signIn(username) }),
		close: async () => {
			for (const socket of sockets) socket.close();
			await app.close();
			store.sqlite.close();
			for (const folder of [media, ownVoice]) rmSync(folder, { recursive: true, force: true });
		},
	};
}
