// What the bench of tickets and calls plays on: a hall with its server, the floor beside it, and the process of visitors.
// The floor is told what the hall itself wrote, answered and showed, so that both move the same bytes.

import { randomUUID } from 'node:crypto';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { Changed, Reply, Taken } from '../shared/contract.ts';
import { type Instant, START } from '../shared/id.ts';
import type { BoardView, Shown } from '../shared/views.ts';
import {
	newFolder,
	openHallMaker,
	openServices,
	removeFolder,
	type Seat,
	staff,
	type Tokens,
	withStore,
} from './halls.ts';
import type { FloorParts } from './jobs.ts';
import { type Running, startFloor, startServer, startVisitors, type Visitors } from './processes.ts';

export interface Stage {
	readonly folder: string;
	readonly tokens: Tokens;
	/** Every service that gives numbers, and those of the officer who will call. */
	readonly services: readonly string[];
	readonly caller: Seat;
	readonly callersServices: readonly string[];
	readonly parts: FloorParts;
	readonly server: Running;
	readonly floor: Running;
	readonly visitors: Visitors;
	/** Silence with which the sound of a call begins. */
	readonly silentLeadMs: number;
	readonly close: () => Promise<void>;
}

export async function openStage(at: Instant): Promise<Stage> {
	const folder = newFolder();
	const makeHall = await openHallMaker();
	const { tokens, offered } = withStore(folder, at, (store) => {
		const hall = makeHall(store, at);
		return { tokens: staff(hall, at), offered: openServices(hall, at) };
	});
	const services = offered.map((it) => it.id);
	const [caller, ...others] = tokens.seats;
	if (!caller) throw new Error('the hall has no officer');
	const server = await startServer(folder);
	const parts = await sample(folder, server.url, { kiosk: tokens.kiosk, seats: others }, services);
	const floor = await startFloor(parts);
	const visitors = startVisitors();
	return {
		folder,
		tokens,
		services,
		caller,
		callersServices: offered.filter((it) => caller.queues.includes(it.queueId)).map((it) => it.id),
		parts,
		server,
		floor,
		visitors,
		silentLeadMs: silentLead(parts.sound),
		close: async () => {
			await Promise.all([visitors.stop(), floor.stop(), server.stop()]);
			removeFolder(parts.folder);
			removeFolder(folder);
		},
	};
}

/** One number is taken and called: its rows, its reply, and the board that shows it with a morning's calls. */
async function sample(
	folder: string,
	url: string,
	{ kiosk, seats }: Omit<Tokens, 'board'>,
	services: readonly string[],
): Promise<FloorParts> {
	const ask = async <Value>(path: string, token: string, body: object | null): Promise<Reply<Value>> => {
		const response = await fetch(`${url}/api/v1${path}`, {
			method: body ? 'POST' : 'GET',
			headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
			body: body ? JSON.stringify(body) : null,
		});
		return (await response.json()) as Reply<Value>;
	};
	const takeOne = (service: string | undefined): Promise<Reply<Taken>> =>
		ask<Taken>('/tickets', kiosk, { requestId: randomUUID(), services: [service], priority: null });
	for (const service of services) granted(await takeOne(service));
	for (const { token } of seats) {
		const called = await ask<Changed>('/calls', token, { after: START });
		if (!called.ok) continue;
		// They have come: a board has nothing left to say of them when it is measured.
		const { ticketId, rev } = called.value;
		granted(await ask(`/tickets/${ticketId}/events`, token, { after: rev, event: { kind: 'started' } }));
	}
	const reply = await takeOne(services[0]);
	granted(reply);
	const shown = granted(await ask<Shown<BoardView>>('/board', kiosk, null));
	const said = await fetch(`${url}/voice/call.wav?number=A-012&counter=3`);
	if (!said.ok) throw new Error('the hall has no voice');
	const sound = Buffer.from(await said.arrayBuffer());
	return { folder: newFolder(), rows: rowLengths(folder), reply, shown, sound };
}

function granted<Value>(reply: Reply<Value>): Value {
	if (!reply.ok) throw new Error(`the hall refused: ${JSON.stringify(reply.refusal)}`);
	return reply.value;
}

/** Of the rows that the last number was written with. */
function rowLengths(folder: string): readonly number[] {
	const database = new Database(path.join(folder, 'giliran.db'), { readonly: true });
	const newest = [
		'select * from sequences limit 1',
		'select * from visits order by id desc limit 1',
		'select * from tickets order by id desc limit 1',
		"select * from journal where kind = 'issued' order by id desc limit 1",
		'select * from print_jobs order by id desc limit 1',
	];
	const lengths = newest.map((query) =>
		(database.prepare(query).raw().get() as unknown[]).reduce<number>(
			(sum, value) => sum + String(value ?? '').length,
			0,
		),
	);
	database.close();
	return lengths;
}

/** Our files: 44 bytes of header, 16 bit, one channel. Below -50 dB of full scale nobody hears anything. */
function silentLead(wav: Buffer): number {
	const samples = new Int16Array(wav.buffer.slice(wav.byteOffset + 44, wav.byteOffset + wav.length - (wav.length % 2)));
	const first = samples.findIndex((it) => Math.abs(it) > 100);
	return Math.round((first / wav.readUInt32LE(24)) * 1000);
}
