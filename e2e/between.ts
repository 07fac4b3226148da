// What stands between a TV and the server: a wire that can go dead without a word, and a box that lets no WebSocket through.

import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

/** `refuse`: answered with an error; `hang`: taken and never answered. */
export type Sockets = 'pass' | 'refuse' | 'hang';

export interface Between {
	readonly url: string;
	/** Nothing comes through any more, in no direction, and no connection ends: as when a switch loses its power. */
	readonly cut: () => void;
	/** New connections come through again; what was cut stays dead. */
	readonly mend: () => void;
	readonly close: () => void;
}

export async function between(server: string, sockets: Sockets): Promise<Between> {
	const { hostname, port } = new URL(server);
	const open = new Set<Socket>();
	let dead = false;
	const keep = (socket: Socket): void => {
		open.add(socket);
		socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy());
	};
	const box = createServer((near) => {
		keep(near);
		if (dead) return;
		near.once('data', (head) => {
			const wantsSocket = /^upgrade: websocket/im.test(head.toString('latin1'));
			if (wantsSocket && sockets === 'hang') return;
			if (wantsSocket && sockets === 'refuse')
				return void near.end('HTTP/1.1 501 Not Implemented\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
			const far = connect(Number(port), hostname);
			keep(far);
			far.write(head);
			// A dead wire brings no end either.
			near.on('data', (part) => alive() && far.write(part)).on('close', () => alive() && far.destroy());
			far.on('data', (part) => alive() && near.write(part)).on('close', () => alive() && near.destroy());
			const born = cuts;
			function alive(): boolean {
				return born === cuts;
			}
		});
	});
	/** How often the wire has gone dead. */
	let cuts = 0;
	await new Promise<void>((done) => box.listen(0, '127.0.0.1', done));
	return {
		url: `http://127.0.0.1:${(box.address() as AddressInfo).port}`,
		cut: () => {
			dead = true;
			cuts += 1;
		},
		mend: () => {
			dead = false;
		},
		close: () => {
			box.close();
			for (const socket of open) socket.destroy();
		},
	};
}
