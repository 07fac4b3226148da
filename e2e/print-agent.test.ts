// The built print agent beside the built server, each a process of its own, and a printer that fails as printers do:
// paired, printing, killed, restarted, revoked. Whatever dies, no number comes out of the printer twice as a first slip.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type FakePrinter, openFakePrinter } from '../server/print/ways/testing/fake-printer.ts';
import { openStore } from '../server/store/open.ts';
import { faultsOf } from '../server/testing/whole.ts';
import type { Reply, Taken } from '../shared/contract.ts';
import { connect, deviceToken } from './load.ts';
import { newFolder, type Running, removeFolder, startServer } from './server.ts';

let folder: string;
let fake: FakePrinter;
let server: Running | null;
let agents: Agent[];
beforeEach(async () => {
	folder = newFolder();
	fake = await openFakePrinter();
	server = null;
	agents = [];
});
afterEach(async () => {
	for (const agent of agents) await agent.stop('SIGKILL');
	await server?.stop('SIGKILL');
	await fake.close();
	removeFolder(folder);
});

const PATIENCE = { timeout: 20_000, interval: 20 };

/** On the command line, beside the running server. */
const hall = (...words: string[]): string =>
	execFileSync(process.execPath, ['dist/server/setup/cli.js', ...words], {
		env: { ...process.env, DATA_DIR: folder },
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'pipe'],
	});
const start = async (): Promise<string> => {
	server = await startServer(folder, server ? { PORT: new URL(server.url).port } : {});
	return server.url;
};
const newDevice = (role: string): { readonly id: string; readonly code: string } => {
	const said = hall('device', 'add', '--role', role, '--name', 'PC Kios 1');
	const [, id = '', code = ''] = /Perangkat (\d+)[\s\S]*?: ([A-Z]{8})/.exec(said) ?? [];
	return { id, code };
};
/** A hall whose only printer hangs on a kiosk's PC; the code its agent is waited for with. */
const openHall = async (): Promise<{ readonly url: string; readonly id: string; readonly code: string }> => {
	const url = await start();
	const { id, code } = newDevice('agent');
	hall('printer', 'add', '--name', 'Kios 1', '--way', 'agent', '--profile', 'unknown-80', '--device', id);
	return { url, id, code };
};

interface Agent {
	readonly child: ChildProcess;
	readonly printed: () => string;
	readonly ended: Promise<number | NodeJS.Signals | null>;
	readonly stop: (signal: NodeJS.Signals) => Promise<number | NodeJS.Signals | null>;
}
const stateFile = (): string => path.join(folder, 'agent.json');
function startAgent(...words: string[]): Agent {
	const printer = ['--printer', `tcp://127.0.0.1:${fake.port}`, '--state', stateFile()];
	const child = spawn(process.execPath, ['dist/print-agent/main.js', ...printer, ...words], {
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let printed = '';
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (chunk) => {
			printed += String(chunk);
		});
	const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
		child.once('close', (code, signal) => resolve(code ?? signal)),
	);
	const agent: Agent = {
		child,
		printed: () => printed,
		ended,
		stop: (signal) => {
			child.kill(signal);
			return ended;
		},
	};
	agents.push(agent);
	return agent;
}
const says = (agent: Agent, words: string): Promise<void> =>
	vi.waitFor(() => expect(agent.printed()).toContain(words), PATIENCE);

const rows = (columns: string): readonly unknown[] => {
	const store = openStore(folder, 'check');
	try {
		return store.sqlite.prepare(`select ${columns} from print_jobs order by id`).raw().all();
	} finally {
		store.sqlite.close();
	}
};
const states = (): readonly unknown[] => rows('state').flat();
const printerState = (): unknown => {
	const store = openStore(folder, 'check');
	try {
		return store.sqlite.prepare('select state from printers').pluck().get();
	} finally {
		store.sqlite.close();
	}
};
const standsAt = (state: string, ms: number): Promise<void> =>
	vi.waitFor(() => expect(printerState()).toBe(state), { timeout: ms, interval: 20 });

let kioskToken: string | null = null;
async function take(url: string): Promise<string> {
	kioskToken ??= await deviceToken(url, 'kiosk');
	const socket = await connect(url, 'kiosk', kioskToken, () => undefined);
	const ask = { requestId: randomUUID(), services: ['nib'], priority: null };
	const reply = (await socket.emitWithAck('take', ask)) as Reply<Taken>;
	socket.close();
	if (!reply.ok) throw new Error(JSON.stringify(reply.refusal));
	return reply.value.number;
}
beforeEach(() => {
	kioskToken = null;
});
/** How often this number came out of the printer as a slip that does not say that it is a second one. */
const firstSlipsOf = (number: string): number =>
	fake.slips
		.map((it) => Buffer.from(it).toString('latin1'))
		.filter((text) => text.includes(number) && !text.includes('CETAK ULANG')).length;
const whole = (): void => {
	const store = openStore(folder, 'check');
	try {
		expect(faultsOf(store)).toEqual([]);
	} finally {
		store.sqlite.close();
	}
};

describe('a print agent on the PC of a kiosk', () => {
	test('is paired by its code, prints, says so, and after a stop goes on without a code', async () => {
		const { url, code } = await openHall();
		const agent = startAgent('--server', url, '--code', code);
		await says(agent, 'sekarang agen cetak "PC Kios 1"');
		await says(agent, 'Printer siap.');
		const second = startAgent('--server', url);
		expect(await second.ended).toBe(1);
		expect(second.printed()).toMatch(/sudah berjalan/);
		expect(statSync(stateFile()).mode & 0o777).toBe(0o600);
		const number = await take(url);
		await vi.waitFor(() => expect(states()).toEqual(['printed']), PATIENCE);
		expect(firstSlipsOf(number)).toBe(1);
		await says(agent, 'Karcis tercetak.');

		const began = performance.now();
		expect(await agent.stop('SIGTERM')).toBe(0);
		expect(performance.now() - began).toBeLessThan(2_500);
		await standsAt('unreachable', 5_000);
		// The command line of before, with a code that is used up; and none at all.
		for (const line of [['--server', url, '--code', code], []]) {
			const again = startAgent(...line);
			await says(again, 'Printer siap.');
			const next = await take(url);
			await vi.waitFor(() => expect(firstSlipsOf(next)).toBe(1), PATIENCE);
			expect(await again.stop('SIGINT')).toBe(0);
		}
		expect(readFileSync(stateFile(), 'utf8')).not.toContain(number);
		whole();
	});

	test('without paper is told of within three seconds, and well again within five', async () => {
		const { url, code } = await openHall();
		const agent = startAgent('--server', url, '--code', code);
		await standsAt('ready', 20_000);
		fake.is.paper = 'out';
		await standsAt('paper_out', 4_000);
		await says(agent, 'kehabisan kertas');
		const number = await take(url);
		fake.is.paper = 'there';
		await vi.waitFor(() => expect(states()).toEqual(['printed']), { timeout: 7_000, interval: 20 });
		expect(firstSlipsOf(number)).toBe(1);
		await standsAt('ready', 5_000);
		whole();
	});

	test('that is killed in the middle of a slip never sends it again', async () => {
		const { url, code } = await openHall();
		const agent = startAgent('--server', url, '--code', code);
		await standsAt('ready', 20_000);
		// Takes the slip slowly: there is a middle.
		fake.is.rate = 400;
		const number = await take(url);
		await vi.waitFor(() => expect(fake.received()).toBeGreaterThan(0), PATIENCE);
		expect(states()).toEqual(['printing']);
		expect(await agent.stop('SIGKILL')).toBe('SIGKILL');
		await standsAt('unreachable', 4_000);
		fake.is.rate = null;
		const again = startAgent();
		await says(again, 'tidak dikirim ulang');
		await vi.waitFor(() => expect(states()).toEqual(['unconfirmed']), PATIENCE);
		const next = await take(url);
		await vi.waitFor(() => expect(states()).toEqual(['unconfirmed', 'printed']), PATIENCE);
		expect(firstSlipsOf(number)).toBeLessThanOrEqual(1);
		expect(firstSlipsOf(next)).toBe(1);
		whole();
	});

	test('finishes a slip whose server dies in the middle, comes back by itself, and prints nothing twice', async () => {
		const { url, code } = await openHall();
		const agent = startAgent('--server', url, '--code', code);
		await standsAt('ready', 20_000);
		fake.is.rate = 400;
		const number = await take(url);
		await vi.waitFor(() => expect(fake.received()).toBeGreaterThan(0), PATIENCE);
		expect(await server?.stop('SIGKILL')).toBe('SIGKILL');
		await says(agent, 'tidak terjangkau, mencoba lagi');
		await start();
		await vi.waitFor(() => expect(states()).toEqual(['unconfirmed']), PATIENCE);
		await vi.waitFor(() => expect(firstSlipsOf(number)).toBe(1), PATIENCE);
		fake.is.rate = null;
		await standsAt('ready', 20_000);
		const next = await take(url);
		await vi.waitFor(() => expect(states()).toEqual(['unconfirmed', 'printed']), PATIENCE);
		expect([firstSlipsOf(number), firstSlipsOf(next)]).toEqual([1, 1]);
		whole();
	});

	test('that is revoked ends with a sentence, within a second or so', async () => {
		const { url, id, code } = await openHall();
		const agent = startAgent('--server', url, '--code', code);
		await says(agent, 'Tersambung');
		hall('device', 'revoke', '--id', id);
		expect(await agent.ended).toBe(1);
		expect(agent.printed()).toMatch(/perangkatnya dicabut/);
	});
});

describe('a print agent that cannot start says why', () => {
	const said = async (...words: string[]): Promise<string> => {
		const agent = startAgent(...words);
		expect(await agent.ended).toBe(1);
		return agent.printed();
	};

	test('a wrong printer, no server, no code, a wrong code, one of a screen, a spoiled file', async () => {
		expect(await said('--printer', '/dev/usb/lp0')).toMatch(/--printer \/dev\/usb\/lp0 tidak dikenal/);
		expect(await said('--printer', 'agent')).toMatch(/tidak dikenal/);
		expect(await said()).toMatch(/--server/);
		expect(await said('--server', 'http://127.0.0.1:1', '--code', 'BCDFGHJK')).toMatch(/Tidak ada server Giliran/);
		const url = await start();
		expect(await said('--server', url)).toMatch(/belum dipasangkan/);
		expect(await said('--server', url, '--code', 'BCDFGHJK')).toMatch(/Kode salah, sudah dipakai/);
		expect(await said('--server', url, '--code', newDevice('kiosk').code)).toMatch(/untuk layar/);
		expect(await said('--server', url, '--what')).toMatch(/Pilihan tidak dikenal[\s\S]*Pemakaian/);
		writeFileSync(stateFile(), 'spoiled');
		expect(await said('--server', url)).toMatch(/tidak dapat dibaca/);
	});
});
