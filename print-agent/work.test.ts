// The agent at its work: real sockets to a real door, real bytes to a printer that fails as printers do.

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AgentHall, openAgentHall } from '../server/live/testing/agent-hall.ts';
import { LIMITS, type Limits } from '../server/print/ways/limits.ts';
import { openPrinter } from '../server/print/ways/open.ts';
import type { Printer } from '../server/print/ways/printer.ts';
import { type FakePrinter, openFakePrinter } from '../server/print/ways/testing/fake-printer.ts';
import type { DeviceId, PrintJobId } from '../shared/id.ts';
import type { PrintOutcome } from '../shared/slip.ts';
import type { AgentView } from '../shared/views.ts';
import { words } from '../shared/words/words.ts';
import { type AskName, type Hall, openHall } from './hall.ts';
import { type Kept, openMemory, readKept, Unreadable } from './memory.ts';
import { pair } from './pair.ts';
import { type WorkParts, work } from './work.ts';

const said = words.id.agent;
const PRINTED: PrintOutcome = { kind: 'printed', nearEnd: false };
/** As in the hall, but in a hurry. */
const QUICK: Limits = {
	...LIMITS,
	statusMs: 200,
	healthMs: 500,
	stallMs: 400,
	confirmMs: 600,
	lookEveryMs: 150,
	backlogMs: 200,
};
const never = new AbortController().signal;

let folder: string;
let fake: FakePrinter;
let endings: (() => Promise<void>)[];
beforeEach(async () => {
	folder = mkdtempSync(path.join(tmpdir(), 'giliran-agent-'));
	fake = await openFakePrinter();
	endings = [];
});
afterEach(async () => {
	for (const end of endings.reverse()) await end();
	await fake.close();
	rmSync(folder, { recursive: true, force: true });
});

const stateFile = (): string => path.join(folder, 'state.json');
const open: WorkParts['open'] = (status) =>
	openPrinter({ kind: 'tcp', host: '127.0.0.1', port: fake.port }, { status, hasSpoken: false }, QUICK);
const printed = (): readonly string[] => fake.slips.map((it) => Buffer.from(it).toString('latin1'));

describe('an agent of a hall', () => {
	let hall: AgentHall;
	let device: DeviceId;
	let lines: string[];
	let leave: () => Promise<void>;
	beforeEach(async () => {
		hall = await openAgentHall();
		endings.push(async () => {
			expect(hall.faults).toEqual([]);
			await hall.close();
		});
		lines = [];
		const { id, code } = hall.addDevice('agent', 'PC Kios 1');
		device = id;
		const { token, name } = await pair(hall.url(), code);
		start({ server: hall.url(), token, name, code, begun: [], untold: [] });
	});

	function start(kept: Kept): void {
		const stop = new AbortController();
		const line = openHall(kept.server, kept.token, {
			onConnected: () => void lines.push(said.connected),
			onAway: () => void lines.push(said.away),
		});
		const memory = openMemory(stateFile(), kept);
		const say = (text: string): void => void lines.push(text);
		const working = work({ hall: line, memory, open, say, stop: stop.signal, hurry: stop.signal });
		leave = async () => {
			stop.abort();
			line.wake();
			await working;
			line.close();
		};
		endings.push(leave);
	}
	const remote = (): Printer => hall.remotes().printer(device, 'Kios 1', 'in_turn');
	const troubles: string[] = [];
	const send = (printer: Printer, text: string): Promise<PrintOutcome> =>
		printer.send(
			Buffer.from(text),
			{ onSending: () => Promise.resolve(), onTrouble: (fault) => void troubles.push(fault) },
			never,
		);
	const standing = async (printer: Printer) => printer.look(never);

	test('prints the hall’s slips, each once and byte for byte', async () => {
		const printer = remote();
		await expect.poll(() => standing(printer), { timeout: 10_000 }).toBe('ready');
		const slips = ['slip of A-012\n', 'slip of A-013\n', 'slip of A-014\n'];
		expect(await Promise.all(slips.map((text) => send(printer, text)))).toEqual([PRINTED, PRINTED, PRINTED]);
		expect(printed()).toEqual(slips);
		expect(lines).toContain(said.outcomes.printed);
		await expect.poll(() => readKept(stateFile())?.untold).toEqual([]);
	});

	test('says at once that the paper is out, sends nothing, and goes on when there is a new roll', async () => {
		const printer = remote();
		await expect.poll(() => standing(printer), { timeout: 10_000 }).toBe('ready');
		fake.is.paper = 'out';
		await expect.poll(() => standing(printer), { timeout: 3_000 }).toBe('paper_out');
		expect(await send(printer, 'slip of A-012\n')).toEqual({ kind: 'not_sent', fault: 'paper_out' });
		expect(fake.received()).toBe(0);
		fake.is.paper = 'there';
		await expect.poll(() => standing(printer), { timeout: 5_000 }).toBe('ready');
		expect(await send(printer, 'slip of A-012\n')).toEqual(PRINTED);
		expect(lines).toEqual(expect.arrayContaining([said.stands.ready, said.stands.paper_out, said.outcomes.not_sent]));
	});

	test('finishes a slip whose server is restarted in the middle, and prints the next one after it, none twice', async () => {
		await expect.poll(() => standing(remote()), { timeout: 10_000 }).toBe('ready');
		fake.is.rate = 600;
		const first = 'slip of A-012 '.repeat(40);
		void send(remote(), first);
		await expect.poll(() => fake.received()).toBeGreaterThan(0);
		await hall.off();
		await expect.poll(() => lines).toContain(said.away);
		await hall.on();
		fake.is.rate = null;
		const printer = remote();
		await expect.poll(() => standing(printer), { timeout: 20_000 }).toBe('ready');
		expect(await send(printer, 'slip of A-013\n')).toEqual(PRINTED);
		expect(printed()).toEqual([first, 'slip of A-013\n']);
		await expect.poll(() => readKept(stateFile())?.untold).toEqual([]);
	});

	test('told to stop in the middle of a slip says at once what is known of it', async () => {
		const printer = remote();
		await expect.poll(() => standing(printer), { timeout: 10_000 }).toBe('ready');
		fake.is.rate = 100;
		const sent = send(printer, 'slip of A-012 '.repeat(40));
		await expect.poll(() => fake.received()).toBeGreaterThan(0);
		await leave();
		expect(await sent).toEqual({ kind: 'unconfirmed' });
		expect(readKept(stateFile())?.untold).toEqual([]);
		await expect.poll(() => standing(printer)).toBe('unreachable');
	});

	test('without a printer of the hall touches nothing, and says what is missing', async () => {
		await expect.poll(() => lines).toContain(said.unassigned);
		expect(fake.connections()).toBe(0);
	});

	test('that is revoked ends', async () => {
		const line = openHall(hall.url(), 'made up', { onConnected: () => undefined, onAway: () => undefined });
		const memory = openMemory(stateFile(), KEPT);
		const end = await work({ hall: line, memory, open, say: () => undefined, stop: never, hurry: never });
		expect(end).toBe('unknown_device');
		line.close();
	});
});

const KEPT: Kept = { server: 'http://127.0.0.1:1', token: 't', name: 'PC Kios 1', code: 'C', begun: [], untold: [] };
const JOB = 4711 as PrintJobId;

describe('whatever the hall says,', () => {
	/** A hall of which every word is chosen. */
	async function played(
		job: Partial<NonNullable<AgentView['job']>>,
		replies: Partial<Record<AskName, 'stale' | 'already_printed' | 'no_answer'>>,
		kept: Kept = KEPT,
		file: string = stateFile(),
	): Promise<{ readonly asks: readonly unknown[]; readonly lines: readonly string[] }> {
		const asks: unknown[] = [];
		const lines: string[] = [];
		const stop = new AbortController();
		let rounds = 0;
		const hall: Hall = {
			shown: () => ({
				status: 'in_turn',
				job: { id: JOB, bytes: btoa('slip of A-012\n'), begun: false, ...job },
			}),
			line: () => 1,
			gone: () => null,
			change: async () => {
				if (++rounds > 1) stop.abort();
			},
			wake: () => undefined,
			ask: async (name, input) => {
				if (name !== 'stands') asks.push([name, input]);
				const code = replies[name];
				return code ? { ok: false, refusal: { code } } : { ok: true, value: {} };
			},
			close: () => undefined,
		};
		const say = (line: string): void => void lines.push(line);
		await work({ hall, memory: openMemory(file, kept), open, say, stop: stop.signal, hurry: never });
		return { asks, lines };
	}
	const end = (outcome: PrintOutcome) => ['end', { job: JOB, outcome }];

	test('a slip is noted on the disk before its first byte goes out', async () => {
		const { asks } = await played({}, {});
		expect(asks).toEqual([['begin', { job: JOB }], end(PRINTED)]);
		expect(readKept(stateFile())?.begun).toEqual([JOB]);
		expect(printed()).toEqual(['slip of A-012\n']);
	});

	test('what was begun before this program lived is not sent again', async () => {
		const { asks, lines } = await played({ begun: true }, {});
		expect(asks).toEqual([end({ kind: 'unconfirmed' })]);
		expect(lines).toContain(said.left);
		expect(fake.received()).toBe(0);
	});

	test('what was noted and not granted is used up: not sent, and safe to try again as another', async () => {
		const { asks } = await played({}, {}, { ...KEPT, begun: [JOB] });
		expect(asks).toEqual([end({ kind: 'not_sent', fault: 'offline' })]);
		expect(fake.received()).toBe(0);
	});

	test.each(['stale', 'already_printed'] as const)('what may not begin (%s) is not sent', async (begin) => {
		const { asks } = await played({}, { begin });
		expect(asks).toEqual([['begin', { job: JOB }]]);
		expect(fake.received()).toBe(0);
	});

	test('what may have been granted on a line that broke is not sent, and followed by a marked reprint', async () => {
		const { asks } = await played({}, { begin: 'no_answer' });
		expect(asks).toContainEqual(end({ kind: 'broken', fault: 'unreachable' }));
		expect(fake.received()).toBe(0);
	});

	test('how a slip ended is told again until somebody has heard it, also by the next program', async () => {
		const first = await played({}, { end: 'no_answer' });
		expect(first.asks.length).toBeGreaterThan(2);
		const kept = readKept(stateFile());
		expect(kept?.untold).toEqual([{ job: JOB, outcome: PRINTED }]);
		const second = await played({ begun: true }, {}, kept ?? KEPT);
		expect(second.asks).toEqual([end(PRINTED)]);
		expect(readKept(stateFile())?.untold).toEqual([]);
		expect(printed()).toHaveLength(1);
	});

	test('a slip larger than any slip is not printed', async () => {
		const { asks, lines } = await played({ bytes: Buffer.alloc(600 * 1024).toString('base64') }, {});
		expect(asks).toEqual([end({ kind: 'not_sent', fault: 'refused' })]);
		expect(lines).toContain(said.tooLarge);
	});

	test('where nothing can be noted nothing is printed', async () => {
		const { asks, lines } = await played({}, {}, KEPT, path.join(folder, 'no', 'such', 'folder'));
		expect(asks).toEqual([end({ kind: 'not_sent', fault: 'offline' })]);
		expect(fake.received()).toBe(0);
		expect(lines.join()).toMatch(/tidak dapat ditulis/);
	});
});

describe('the agent’s memory', () => {
	test('is for its owner’s eyes only, and holds the latest jobs', () => {
		const memory = openMemory(stateFile(), KEPT);
		for (let job = 1; job <= 250; job++) memory.began(job as PrintJobId);
		expect(statSync(stateFile()).mode & 0o777).toBe(0o600);
		expect([memory.hasBegun(50 as PrintJobId), memory.hasBegun(51 as PrintJobId)]).toEqual([false, true]);
		expect(readKept(stateFile())?.begun).toHaveLength(200);
		expect(readFileSync(stateFile(), 'utf8')).toContain('"token":"t"');
	});

	test('that is not there is new, and one that is broken is not guessed at', () => {
		expect(readKept(stateFile())).toBeNull();
		for (const text of ['', '{', '[]', 'null', '{"server":"x"}', '{"server":1,"token":"","name":"","code":""}']) {
			writeFileSync(stateFile(), text);
			expect(() => readKept(stateFile()), text).toThrow(Unreadable);
		}
	});
});
