// A hall's doors for print agents, for tests: the real pairing, sockets and hands over a database file, with no spooler: the
// test itself is the one who prints. Can be switched off and on again at the same port.

import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DeviceId, Instant } from '../../../shared/id.ts';
import { openAsking } from '../../ask/asks.ts';
import { openGate } from '../../ask/gate.ts';
import { serveHealth } from '../../http/health.ts';
import { servePairing } from '../../http/pairing.ts';
import { openHttp } from '../../http/server.ts';
import { openRemotes, REMOTE_LIMITS, type RemoteLimits, type Remotes } from '../../print/remote.ts';
import { addDevice, type DeviceRole, revokeDevice } from '../../setup/devices.ts';
import { openCommits } from '../../store/commit.ts';
import { openHall } from '../../store/hall.ts';
import { openStore } from '../../store/open.ts';
import { makeSmallHall } from '../../testing/small-hall.ts';
import { MONDAY_NINE } from '../../testing/test-hall.ts';
import { type Live, openLive } from '../live.ts';

export interface AgentHall {
	/** As it is switched on just now. */
	readonly url: () => string;
	/** Those of the server that runs now: a restart forgets what was in every hand. */
	readonly remotes: () => Remotes;
	/** As on the command line, from another process: a device, and the code it waits for. */
	readonly addDevice: (role: DeviceRole, name: string) => { readonly id: DeviceId; readonly code: string };
	readonly revoke: (id: DeviceId) => void;
	/** What was logged as a fault of ours. */
	readonly faults: readonly unknown[];
	readonly off: () => Promise<void>;
	readonly on: () => Promise<void>;
	readonly close: () => Promise<void>;
}

interface Running {
	readonly remotes: Remotes;
	readonly port: number;
	readonly stop: () => Promise<void>;
}

const now = (): Instant => MONDAY_NINE;

async function start(folder: string, port: number, limits: RemoteLimits, faults: unknown[]): Promise<Running> {
	const store = openStore(folder, 'test');
	const hall = openHall(store);
	const commits = openCommits(store, now);
	const log = { error: (it: object) => void faults.push(it), warn: () => undefined, info: () => undefined };
	const gate = openGate(['127.0.0.1']);
	const http = await openHttp(gate, false);
	servePairing(http, { hall, commits, log });
	let live: Live | null = null;
	serveHealth(http, {
		hall,
		live: () => {
			if (!live) throw new Error('the sockets are not open yet');
			return live;
		},
		clock: now,
	});
	await http.ready();
	const remotes = openRemotes(limits);
	const asking = openAsking(hall, commits, log, () => '');
	const opened = openLive({
		server: http.server,
		hall,
		commits,
		asking,
		takeAtGlass: asking.kiosk.take,
		remotes,
		gate,
		clock: now,
		publicUrl: () => '',
		recorded: () => false,
		log,
	});
	live = opened;
	await http.listen({ host: '127.0.0.1', port });
	return {
		remotes,
		port: (http.server.address() as AddressInfo).port,
		stop: async () => {
			opened.close();
			http.server.closeAllConnections();
			await http.close();
			await commits.close();
			store.sqlite.close();
		},
	};
}

export async function openAgentHall(limits: RemoteLimits = REMOTE_LIMITS): Promise<AgentHall> {
	const folder = mkdtempSync(path.join(tmpdir(), 'giliran-agents-'));
	const outside = openStore(folder, 'test');
	makeSmallHall(outside, {}, now());
	const faults: unknown[] = [];
	let running: Running | null = await start(folder, 0, limits, faults);
	const { port } = running;
	let devices = 0;
	const open = (): Running => {
		if (!running) throw new Error('this hall is switched off');
		return running;
	};
	const off = async (): Promise<void> => {
		await running?.stop();
		running = null;
	};
	return {
		url: () => `http://127.0.0.1:${port}`,
		remotes: () => open().remotes,
		addDevice: (role, name) => {
			const code = `${'BCDFGHJ'}${'BCDFGHJKLMNPQRSTVWXZ'.charAt(devices++)}`;
			return { id: addDevice(outside, { role, name, zone: null, counter: null, inches: null, code }, now()), code };
		},
		revoke: (id) => revokeDevice(outside, id, now()),
		faults,
		off,
		on: async () => {
			running ??= await start(folder, port, limits, faults);
		},
		close: async () => {
			await off();
			outside.sqlite.close();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
