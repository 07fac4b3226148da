// The door of the print agents, on real sockets: who comes in, what may be asked, and that nobody sees another's slips.

import { io, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Nothing, PROTOCOL, type Reply } from '../../shared/contract.ts';
import type { DeviceId } from '../../shared/id.ts';
import type { PrintOutcome } from '../../shared/slip.ts';
import type { AgentView, Shown } from '../../shared/views.ts';
import type { DeviceRole } from '../setup/devices.ts';
import { spoiled } from '../testing/hostile.ts';
import { KIOSK } from '../testing/small-hall.ts';
import { type AgentHall, openAgentHall } from './testing/agent-hall.ts';

let hall: AgentHall;
let sockets: Socket[];
let closing: AbortController;
beforeEach(async () => {
	hall = await openAgentHall();
	sockets = [];
	closing = new AbortController();
});
afterEach(async () => {
	closing.abort();
	for (const socket of sockets) socket.close();
	expect(hall.faults).toEqual([]);
	await hall.close();
});

const pair = async (body: unknown): Promise<{ readonly status: number; readonly reply: unknown }> => {
	const response = await fetch(`${hall.url()}/api/v1/pair`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	return { status: response.status, reply: await response.json() };
};
interface Paired {
	readonly id: DeviceId;
	readonly token: string;
}
async function paired(role: DeviceRole, name: string): Promise<Paired> {
	const { id, code } = hall.addDevice(role, name);
	const { reply } = await pair({ code });
	return { id, token: (reply as { value: { token: string } }).value.token };
}

interface Line {
	readonly shown: () => AgentView;
	readonly all: readonly Shown<AgentView>[];
	readonly ask: (name: string, input: unknown) => Promise<Reply<Nothing>>;
	readonly ended: Promise<string>;
}
async function connect(token: string | null): Promise<Line> {
	const socket = io(`${hall.url()}/agent`, {
		transports: ['websocket'],
		auth: { protocol: PROTOCOL, token, zone: null },
		forceNew: true,
		reconnection: false,
	});
	sockets.push(socket);
	const all: Shown<AgentView>[] = [];
	socket.on('show', (next: Shown<AgentView>) => all.push(next));
	const ended = new Promise<string>((resolve) => socket.on('disconnect', resolve));
	await new Promise<void>((resolve, reject) => {
		socket.once('connect_error', reject);
		socket.once('show', () => resolve());
	});
	return {
		shown: () => all.at(-1)?.view ?? { status: null, job: null },
		all,
		ask: (name, input) => socket.timeout(5_000).emitWithAck(name, input),
		ended,
	};
}
const send = (device: DeviceId, text: string): Promise<PrintOutcome> =>
	hall
		.remotes()
		.printer(device, 'Kios 1', 'in_turn')
		.send(Buffer.from(text), { onSending: () => Promise.resolve(), onTrouble: () => undefined }, closing.signal);

const STALE = { ok: false, refusal: { code: 'stale' } };

describe('at the door of the agents', () => {
	test('only a paired agent comes in', async () => {
		const kiosk = await paired('kiosk', 'Kios 1');
		for (const token of [null, 'x', kiosk.token, KIOSK.token])
			await expect(connect(token)).rejects.toThrow('unknown_device');
		const agent = await paired('agent', 'PC Kios 1');
		expect((await connect(agent.token)).shown()).toEqual({ status: null, job: null });
	});

	test('a revoked agent is sent away within a second or so, and does not come back', async () => {
		const agent = await paired('agent', 'PC Kios 1');
		const line = await connect(agent.token);
		hall.revoke(agent.id);
		const since = performance.now();
		expect(await line.ended).toBe('io server disconnect');
		expect(performance.now() - since).toBeLessThan(2_000);
		await expect(connect(agent.token)).rejects.toThrow('unknown_device');
	});

	test('an agent that comes a second time takes the place of the first', async () => {
		const agent = await paired('agent', 'PC Kios 1');
		const first = await connect(agent.token);
		const second = await connect(agent.token);
		await first.ended;
		void send(agent.id, 'slip');
		await expect.poll(() => second.shown().job?.bytes).toBe(btoa('slip'));
		expect(first.all.every((it) => it.view.job === null)).toBe(true);
	});
});

describe('an agent', () => {
	test('is shown its slip, begins it, and says how it went', async () => {
		const agent = await paired('agent', 'PC Kios 1');
		const line = await connect(agent.token);
		const sent = send(agent.id, 'slip of A-012');
		await expect.poll(() => line.shown().job?.bytes).toBe(btoa('slip of A-012'));
		const job = line.shown().job?.id;
		expect(await line.ask('begin', { job })).toEqual({ ok: true, value: {} });
		expect(await line.ask('begin', { job })).toEqual({ ok: false, refusal: { code: 'already_printed' } });
		expect(await line.ask('trouble', { job, fault: 'stalled' })).toEqual({ ok: true, value: {} });
		expect(await line.ask('end', { job, outcome: { kind: 'printed', nearEnd: true } })).toEqual({
			ok: true,
			value: {},
		});
		expect(await sent).toEqual({ kind: 'printed', nearEnd: true });
		await expect.poll(() => line.shown().job).toBeNull();
		expect(await line.ask('end', { job, outcome: { kind: 'unconfirmed' } })).toEqual(STALE);
	});

	test('is never shown what is in another’s hand, and may ask nothing about it', async () => {
		const [mine, other] = [await paired('agent', 'PC Kios 1'), await paired('agent', 'PC Kios 2')];
		const [line, stranger] = [await connect(mine.token), await connect(other.token)];
		const sent = send(mine.id, 'secret of A-012');
		await expect.poll(() => line.shown().job).not.toBeNull();
		const job = line.shown().job?.id;
		for (const [name, input] of [
			['begin', { job }],
			['trouble', { job, fault: 'cutter' }],
			['end', { job, outcome: { kind: 'not_sent', fault: 'cutter' } }],
		] as const)
			expect(await stranger.ask(name, input)).toEqual(STALE);
		await line.ask('end', { job, outcome: { kind: 'not_sent', fault: 'paper_out' } });
		expect(await sent).toEqual({ kind: 'not_sent', fault: 'paper_out' });
		expect(stranger.all.every((it) => it.view.job === null)).toBe(true);
	});

	test('may ask nothing of the hall, and nothing that is not well formed', async () => {
		const [agent, other] = [await paired('agent', 'PC Kios 1'), await paired('agent', 'PC Kios 2')];
		const line = await connect(agent.token);
		for (const name of ['take', 'callNext', 'show', '__proto__', ''])
			expect(await line.ask(name, {})).toEqual({ ok: false, refusal: { code: 'not_allowed' } });
		const GOOD = {
			begin: { job: 1 },
			trouble: { job: 1, fault: 'stalled' },
			end: { job: 1, outcome: { kind: 'broken', fault: 'reset' } },
			stands: { state: 'ready' },
		} as const;
		for (const [name, good] of Object.entries(GOOD)) {
			// A line of its own: what is refused too often is cut off as a flood.
			const patient = await connect(other.token);
			for (const [how, bad] of spoiled(good))
				expect([how, await patient.ask(name, bad)]).toMatchObject([how, { refusal: { code: 'malformed' } }]);
		}
		expect(await line.ask('stands', GOOD.stands)).toEqual({ ok: true, value: {} });
		expect(await hall.remotes().printer(agent.id, 'Kios 1', 'none').look(closing.signal)).toBe('ready');
	});
});

describe('pairing of a program', () => {
	test('a code is good once, typed in any way, and gives the token of that device and no cookie', async () => {
		const { code } = hall.addDevice('agent', 'PC Kios 1');
		const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4).toLowerCase()} `;
		const first = await pair({ code: typed });
		expect(first).toMatchObject({ status: 201, reply: { ok: true, value: { role: 'agent', name: 'PC Kios 1' } } });
		expect(await pair({ code })).toEqual({
			status: 401,
			reply: { ok: false, refusal: { code: 'unknown', what: 'device' } },
		});
	});

	test('a code that was made for a kiosk stays good for it', async () => {
		const { code } = hall.addDevice('kiosk', 'Kios 1');
		expect((await pair({ code, role: 'agent' })).reply).toEqual({ ok: false, refusal: { code: 'not_allowed' } });
		expect((await pair({ code })).reply).toMatchObject({ ok: true, value: { role: 'kiosk' } });
	});

	test('is refused to what is no code, and to whoever guesses', async () => {
		expect((await pair({ code: 7 })).reply).toMatchObject({ refusal: { code: 'malformed', where: 'code' } });
		for (let guess = 0; guess < 4; guess++) expect((await pair({ code: 'BBBBBBBB' })).status).toBe(401);
		expect((await pair({ code: 'BBBBBBBB' })).reply).toEqual({ ok: false, refusal: { code: 'too_fast' } });
	});
});
