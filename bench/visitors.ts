// Plays the visitors, the officer and the boards in a process of its own: does the jobs that it is sent, one after the
// other, and answers what it has measured.

import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { type Changed, PROTOCOL, type Reply, type Taken } from '../shared/contract.ts';
import type { Rev } from '../shared/id.ts';
import type { BoardView, Shown } from '../shared/views.ts';
import type { CallDone, CallJob, Job, TakeDone, TakeJob } from './jobs.ts';

const PATIENCE = 5_000;
/** Asked by each kiosk before the clock runs: the connection is made, the code is warm. */
const WARM_UP = 5;

interface Kiosk {
	readonly take: (ask: object) => Promise<Reply<Taken>>;
	readonly close: () => void;
}

async function take(job: TakeJob): Promise<TakeDone> {
	const kiosks = await Promise.all(
		Array.from({ length: job.kiosks }, () => (job.over === 'socket' ? overSocket(job) : overHttp(job))),
	);
	const latencies: number[] = [];
	const numbers: string[] = [];
	const one = async (kiosk: Kiosk, turn: number): Promise<number> => {
		const asked = performance.now();
		const reply = await kiosk.take({
			requestId: randomUUID(),
			services: [job.services[turn % job.services.length]],
			priority: turn % 10 === 0 ? 'elderly' : null,
		});
		if (!reply.ok) throw new Error(`a kiosk was refused: ${JSON.stringify(reply.refusal)}`);
		numbers.push(`${reply.value.visit.day} ${reply.value.number}`);
		return performance.now() - asked;
	};
	await Promise.all(
		kiosks.map(async (kiosk, index) => {
			for (let turn = 0; turn < WARM_UP; turn++) await one(kiosk, index + turn);
		}),
	);
	const start = performance.now();
	await Promise.all(
		kiosks.map(async (kiosk, index) => {
			for (let turn = index; performance.now() - start < job.forMs; turn++) latencies.push(await one(kiosk, turn));
		}),
	);
	const seconds = (performance.now() - start) / 1000;
	for (const kiosk of kiosks) kiosk.close();
	return { latencies: Float64Array.from(latencies), seconds, numbers };
}

async function connect(url: string, role: string, token: string): Promise<Socket> {
	const socket = io(`${url}/${role}`, {
		transports: ['websocket'],
		auth: { protocol: PROTOCOL, token, zone: null },
		forceNew: true,
		reconnection: false,
	});
	await new Promise<void>((resolve, reject) => {
		socket.once('connect', resolve);
		socket.once('connect_error', reject);
	});
	return socket;
}

async function overSocket({ url, token }: TakeJob): Promise<Kiosk> {
	const socket = await connect(url, 'kiosk', token);
	return {
		take: (ask) => socket.timeout(PATIENCE).emitWithAck('take', ask),
		close: () => socket.disconnect(),
	};
}

async function overHttp({ url, token, over }: TakeJob): Promise<Kiosk> {
	const agent = new Agent({ keepAlive: true, maxSockets: 1 });
	const { hostname, port } = new URL(url);
	const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
	const options = { agent, hostname, port, method: 'POST', timeout: PATIENCE };
	const path = over === 'bare' ? '/bare' : '/api/v1/tickets';
	return {
		take: (ask) =>
			new Promise((resolve, reject) => {
				const body = JSON.stringify(ask);
				const length = { 'content-length': Buffer.byteLength(body) };
				const asking = request({ ...options, path, headers: { ...headers, ...length } }, (response) => {
					const chunks: Buffer[] = [];
					response.on('data', (chunk: Buffer) => chunks.push(chunk));
					response.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString()) as Reply<Taken>));
					response.on('error', reject);
				});
				asking.on('error', reject);
				asking.on('timeout', () => asking.destroy(new Error('no answer')));
				asking.end(body);
			}),
		close: () => agent.destroy(),
	};
}

/** A board as far as it is measured: when it was first shown a call newer than the one it knew. */
interface Board {
	readonly socket: Socket;
	newest: number;
	shownAt: number;
}

async function call(job: CallJob): Promise<CallDone> {
	let heard: () => void = () => undefined;
	const boards = await Promise.all(
		Array.from({ length: job.boards }, async (): Promise<Board> => {
			const socket = await connect(job.url, 'board', job.boardToken);
			const board: Board = { socket, newest: -1, shownAt: 0 };
			socket.on('show', (shown: Shown<BoardView>) => {
				const newest = shown.view.calls[0]?.rev ?? 0;
				if (newest === board.newest) return;
				board.newest = newest;
				board.shownAt = performance.now();
				heard();
			});
			return board;
		}),
	);
	const console = await connect(job.url, 'console', job.officerToken);
	const press = async (name: string, ask: object): Promise<Changed> => {
		const reply = (await console.timeout(PATIENCE).emitWithAck(name, ask)) as Reply<Changed>;
		if (!reply.ok) throw new Error(`the officer was refused: ${JSON.stringify(reply.refusal)}`);
		return reply.value;
	};
	const allHave = (rev: Rev): boolean => boards.every((board) => board.newest >= rev);
	const shownTo = (rev: Rev): Promise<void> =>
		new Promise((resolve, reject) => {
			if (allHave(rev)) return resolve();
			const late = setTimeout(() => reject(new Error('a board was not shown the call')), PATIENCE);
			heard = () => {
				if (!allHave(rev)) return;
				heard = () => undefined;
				clearTimeout(late);
				resolve();
			};
		});
	const first: number[] = [];
	const last: number[] = [];
	let { after } = job;
	await pause(job.pauseMs * 4);
	for (let turn = 0; turn < job.presses; turn++) {
		const pressed = performance.now();
		const called = await press('callNext', { after });
		await shownTo(called.rev);
		const shown = boards.map((board) => board.shownAt - pressed);
		first.push(Math.min(...shown));
		last.push(Math.max(...shown));
		after = called.rev;
		await press('record', { ticketId: called.ticketId, after, event: { kind: 'closed', as: 'cancelled' } });
		await pause(job.pauseMs);
	}
	console.disconnect();
	for (const { socket } of boards) socket.disconnect();
	return { first: Float64Array.from(first), last: Float64Array.from(last), after };
}

process.on('message', (job: Job) => {
	const done = job.job === 'take' ? take(job) : call(job);
	done.then(
		(value) => process.send?.({ done: value }),
		(error: unknown) => process.send?.({ failed: String(error) }),
	);
});
process.on('disconnect', () => process.exit());
