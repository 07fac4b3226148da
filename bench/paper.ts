// From the number to the paper: how long until the first byte of a slip reaches its printer, how many bytes a slip is, and
// whether a printer that stalls makes anybody wait who asks for something else.

import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { io } from 'socket.io-client';
import type { Reply, Taken } from '../shared/contract.ts';
import { PROTOCOL } from '../shared/contract.ts';
import type { Instant } from '../shared/id.ts';
import { openBarePrinter } from './bare-printer.ts';
import { atMost, atMostOfFloor, type Section } from './figures.ts';
import { newFolder, openHallMaker, openServices, removeFolder, staff, withStore } from './halls.ts';
import { type Running, startServer } from './processes.ts';
import { p50, p99 } from './stats.ts';

export interface PaperPlan {
	readonly slips: number;
	/** Of each of the two halls, in turn. */
	readonly rounds: number;
	readonly asks: number;
	readonly pauseMs: number;
}

/** A hall with one printer at this address, and a kiosk of it that takes numbers. */
interface PrintingHall {
	readonly take: () => Promise<void>;
	readonly close: () => Promise<void>;
}

async function openHallWith(port: number, at: Instant): Promise<PrintingHall> {
	const folder = newFolder();
	const makeHall = await openHallMaker();
	const { token, service } = withStore(folder, at, (store) => {
		const hall = makeHall(store, at);
		return { token: staff(hall, at).kiosk, service: openServices(hall, at)[0]?.id };
	});
	if (!service) throw new Error('the hall gives no numbers');
	const server: Running = await startServer(folder, [], { PRINTER: `tcp://127.0.0.1:${port}` });
	const kiosk = io(`${server.url}/kiosk`, {
		transports: ['websocket'],
		auth: { protocol: PROTOCOL, token, zone: null },
	});
	await new Promise<void>((resolve, reject) => {
		kiosk.once('show', () => resolve());
		kiosk.once('connect_error', reject);
	});
	return {
		take: async () => {
			const ask = { requestId: randomUUID(), services: [service], priority: null };
			const reply: Reply<Taken> = await kiosk.timeout(10_000).emitWithAck('take', ask);
			if (!reply.ok) throw new Error(`the hall refused: ${JSON.stringify(reply.refusal)}`);
		},
		close: async () => {
			kiosk.close();
			await server.stop();
			removeFolder(folder);
		},
	};
}

/** A connection and so many bytes, as little as can bring a slip to a printer: ms until the first of them arrives. */
async function bareWrite(port: number, bytes: number, firstByte: () => Promise<number>): Promise<number> {
	const arrived = firstByte();
	const began = performance.now();
	const socket = connect(port, '127.0.0.1');
	await once(socket, 'connect');
	socket.setNoDelay(true);
	socket.write(Buffer.alloc(bytes, 0x20));
	const ms = (await arrived) - began;
	socket.destroy();
	return ms;
}

export async function benchPaper(at: Instant, plan: PaperPlan): Promise<Section> {
	const [printer, stalling] = await Promise.all([openBarePrinter(), openBarePrinter()]);
	const [hall, stuck] = await Promise.all([openHallWith(printer.port, at), openHallWith(stalling.port, at)]);
	try {
		// The first slip of a process loads what composes slips, and finds out what the printer still holds.
		await hall.take();
		await sleep(1_000);
		const ours: number[] = [];
		const floor: number[] = [];
		for (let slip = 0; slip < plan.slips; slip++) {
			const arrived = printer.firstByte();
			const asked = performance.now();
			await hall.take();
			ours.push((await arrived) - asked);
			await sleep(plan.pauseMs);
			floor.push(await bareWrite(printer.port, printer.sizes[0] ?? 600, printer.firstByte));
		}
		const size = p50(printer.sizes);
		stalling.stall();
		await stuck.take();
		const well: number[] = [];
		const beside: number[] = [];
		for (let round = 0; round < plan.rounds; round++)
			for (const [which, latencies] of [
				[hall, well],
				[stuck, beside],
			] as const)
				for (let ask = 0; ask < plan.asks; ask++) {
					const asked = performance.now();
					await which.take();
					latencies.push(performance.now() - asked);
					await sleep(plan.pauseMs / 4);
				}
		return {
			title: 'From the number to the paper',
			method:
				`One kiosk takes ${plan.slips} numbers, one after another; from asking to the first byte of the slip at its printer, with number, journal and ` +
				'slip on the disk first and four questions to the printer before; the first slip of a process, which takes 0.2 s longer, is left out. Floor: a TCP connection and a write of as many bytes. ' +
				'Then numbers are taken in two halls in turn: one prints, the printer of the other has stalled.',
			figures: [
				{ name: 'ask to first byte, p50', unit: 'ms', ours: p50(ours), floor: p50(floor), aim: null },
				{ name: 'ask to first byte, p99', unit: 'ms', ours: p99(ours), floor: p99(floor), aim: null },
				{ name: 'over the bare write, p99', unit: 'ms', ours: p99(ours) - p99(floor), floor: null, aim: atMost(50) },
				{ name: 'bytes of a slip, 80 mm', unit: 'kB', ours: size / 1_000, floor: null, aim: null },
				{ name: 'take beside a stalled printer, p50', unit: 'ms', ours: p50(beside), floor: p50(well), aim: null },
				{
					name: 'take beside a stalled printer, p99',
					unit: 'ms',
					ours: p99(beside),
					floor: p99(well),
					aim: atMostOfFloor(1.1),
				},
			],
		};
	} finally {
		await Promise.all([hall.close(), stuck.close()]);
		await Promise.all([printer.close(), stalling.close()]);
	}
}
