// A printer on the network. escpos-network carries; what it lacks is added around it: a limit on connecting, an ear for
// the other side hanging up, and an orderly end.

import Network from 'escpos-network';
import { type NetworkAddress, writeWay } from './address.ts';
import { talkingPrinter } from './conversation.ts';
import { codeOf } from './device.ts';
import { LIMITS, type Limits } from './limits.ts';
import type { Printer } from './printer.ts';
import type { Status } from './status.ts';
import { type OpenWire, openHub } from './wire.ts';

const GOODBYE_MS = 500;
/** Somebody answered, and said no. */
const TURNED_AWAY: readonly unknown[] = ['ECONNREFUSED', 'ECONNRESET'];

export const tcpWire =
	({ host, port }: NetworkAddress): OpenWire =>
	async (connectMs, signal) => {
		const hub = openHub(signal);
		const adapter = new Network(host, port);
		const socket = adapter.device;
		if (!socket) throw new Error('escpos-network made no socket');
		let opened: 'open' | 'refused' | 'unreachable' | undefined;
		socket.on('data', (bytes: Buffer) => hub.heard(bytes));
		socket.on('error', () => hub.lose('reset'));
		socket.on('end', () => hub.lose('ended'));
		socket.on('close', () => hub.lose('reset'));
		// Its callback comes again with every later error; those are seen above.
		adapter.open((error) => {
			opened ??= !error ? 'open' : TURNED_AWAY.includes(codeOf(error)) ? 'refused' : 'unreachable';
			hub.wake();
		});
		const seen = await hub.until(() => opened ?? (hub.loss() === 'aborted' ? 'unreachable' : undefined), connectMs);
		if (seen !== 'open') {
			hub.over();
			adapter.close();
			return seen ?? 'unreachable';
		}
		socket.setNoDelay(true);
		return hub.wire({
			msPerByte: 0,
			put: (bytes) =>
				new Promise((resolve, reject) => {
					adapter.write(bytes, (error) => (error ? reject(error) : resolve(bytes.length)));
				}),
			close: async () => {
				if (!hub.loss() && !socket.destroyed) {
					socket.end();
					await hub.until(() => (hub.loss() ? true : undefined), GOODBYE_MS);
				}
				adapter.close();
			},
			drop: async () => {
				// What lies unread at the other side is thrown away there too.
				if (!socket.destroyed) socket.resetAndDestroy();
				adapter.close();
			},
		});
	};

export const networkPrinter = (address: NetworkAddress, status: Status, limits: Limits = LIMITS): Printer =>
	talkingPrinter(writeWay({ kind: 'tcp', ...address }), tcpWire(address), { status, hasSpoken: false }, limits);
