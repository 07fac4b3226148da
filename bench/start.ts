// From the press of the power button's program to the first answer, what an idle hall costs, and how much a screen loads.

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { get } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { atMost, type Figure, type Section } from './figures.ts';
import { endWithBench, environment, SERVER, startServer } from './processes.ts';
import { p50 } from './stats.ts';

export interface StartPlan {
	readonly rounds: number;
	readonly idleMs: number;
}

/** How often a starting server is asked whether it is ready; less than it takes to notice. */
const ASK_EVERY = 4;
const START_AIM = atMost(500);
const MEMORY_AIM = atMost(100);
const SCREEN_AIM = atMost(40);

/** `folders`: the halls to start on, with what is said of each. */
export async function benchStart(
	folders: readonly { readonly name: string; readonly folder: string }[],
	plan: StartPlan,
): Promise<Section> {
	const bare: number[] = [];
	const starts = folders.map(({ name, folder }) => ({ name, folder, times: [] as number[] }));
	for (let turn = 0; turn < plan.rounds; turn++) {
		bare.push(bareStart());
		for (const { folder, times } of starts) times.push(await startTime(folder));
	}
	const figures: Figure[] = starts.map(({ name, times }) => ({
		...{ name: `start to ready, ${name}`, unit: 'ms', ours: p50(times), floor: p50(bare), aim: START_AIM },
	}));
	for (const { name, folder } of folders) figures.push(...(await idleMemory(name, folder, plan.idleMs)));
	return {
		title: 'Start, memory, screens',
		method:
			`Start: from spawning node until /health/ready answers 200, beside an empty node program; medians of ${plan.rounds}. ` +
			`Memory: ${plan.idleMs / 1000} s after the start. Screens: everything loaded before the first view, gzip.`,
		figures: [...figures, ...screenFigures()],
	};
}

function bareStart(): number {
	const start = performance.now();
	spawnSync(process.execPath, ['-e', '']);
	return performance.now() - start;
}

async function startTime(folder: string): Promise<number> {
	const port = await freePort();
	const start = performance.now();
	const child = spawn(process.execPath, [SERVER], {
		env: environment(folder, port),
		stdio: 'ignore',
	});
	endWithBench(child);
	while (!(await isReady(port))) {
		if (child.exitCode !== null) throw new Error('the server did not start');
		await pause(ASK_EVERY);
	}
	const took = performance.now() - start;
	child.kill('SIGTERM');
	await once(child, 'exit');
	return took;
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
}

const isReady = (port: number): Promise<boolean> =>
	new Promise((resolve) => {
		get({ host: '127.0.0.1', port, path: '/health/ready', agent: false }, (response) => {
			response.resume();
			resolve(response.statusCode === 200);
		}).on('error', () => resolve(false));
	});

async function idleMemory(name: string, folder: string, idleMs: number): Promise<readonly Figure[]> {
	const server = await startServer(folder);
	await pause(idleMs);
	const figures = [
		memory(`idle memory (resident), ${name}`, `/proc/${server.pid}/status`, /VmRSS:\s+(\d+) kB/),
		memory(`idle memory (own share), ${name}`, `/proc/${server.pid}/smaps_rollup`, /Pss:\s+(\d+) kB/),
	];
	await server.stop();
	return figures.flat();
}

/** Nothing where the system does not tell. */
function memory(name: string, file: string, wanted: RegExp): readonly Figure[] {
	const kilobytes = existsSync(file) ? wanted.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
	return kilobytes ? [{ name, unit: 'MB', ours: Number(kilobytes) / 1024, floor: null, aim: MEMORY_AIM }] : [];
}

/** Each screen's folder, and what it may weigh. */
const SCREENS = { kiosk: SCREEN_AIM, 'counter-display': SCREEN_AIM, 'officer-console': null } as const;

/** A page with the scripts and styles that it names; what is fetched only when asked for and fonts are left out. */
function screenFigures(): readonly Figure[] {
	const folder = fileURLToPath(new URL('../screens', import.meta.url));
	const gzipped = (file: string): number => gzipSync(readFileSync(path.join(folder, file)), { level: 9 }).length;
	return Object.entries(SCREENS).map(([screen, aim]) => {
		const page = `${screen}/index.html`;
		const named = [...readFileSync(path.join(folder, page), 'utf8').matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)];
		const bytes = [page, ...named.flatMap(([, file]) => file ?? [])].reduce((sum, file) => sum + gzipped(file), 0);
		return { name: `screen ${screen}`, unit: 'kB', ours: bytes / 1000, floor: null, aim };
	});
}
