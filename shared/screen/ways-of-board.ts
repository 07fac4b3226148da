// How a board is reached: by WebSocket, and by long polling where the TV, or a box between it and the server, lets no
// WebSocket through, whether it is refused, cut off before the server's first word, or left hanging.

import { WebSocket, XHR } from 'socket.io-client';
import { SECOND } from '../id.ts';
import type { Ways } from './ways.ts';

/** From the attempt to the server's first word, which a WebSocket that works brings within milliseconds. */
const PATIENCE = 2 * SECOND;

/** The library goes on to the next way at an error only; here, nothing coming is one. */
class ImpatientSocket extends WebSocket {
	/** Runs until the first word, or until nobody wants it any more. */
	private limit: ReturnType<typeof setTimeout> | null = null;

	override doOpen(): this {
		this.limit = setTimeout(() => this.giveUp(), PATIENCE);
		this.once('packet', () => this.stopWaiting());
		return super.doOpen();
	}
	override doClose(): void {
		this.stopWaiting();
		super.doClose();
	}
	override onClose(details?: Parameters<WebSocket['onClose']>[0]): void {
		if (this.limit) this.giveUp();
		else super.onClose(details);
	}
	private stopWaiting(): void {
		if (this.limit) clearTimeout(this.limit);
		this.limit = null;
	}
	private giveUp(): void {
		this.doClose();
		this.onError('the server said nothing', undefined);
	}
}

/**
 * A poll that waits longer is dead, for the server says something every 5 s (server/live/door.ts). The library would leave it
 * open for good, and a browser has six connections for everything that it wants of one server.
 */
const POLL_ENDS_AFTER = 8 * SECOND;

export const BY_SOCKET_OR_POLLING: Ways = {
	transports: [ImpatientSocket, XHR],
	tryAllTransports: true,
	requestTimeout: POLL_ENDS_AFTER,
	// Proves to the server that it is our own page that polls: an old TV names no page (server/ask/gate.ts).
	extraHeaders: { 'x-giliran': '1' },
};
