// The floor of a kiosk: a page with one button that asks for a number, and writes the answer into the middle of the screen,
// with nothing between the finger, the socket and the glass.

import type { FastifyInstance } from 'fastify';

/** Where it stands on the floor. */
export const BARE_KIOSK = '/bare-kiosk';

const PAGE = `<!doctype html><meta charset="utf-8"><title>floor</title>
<button style="font:3rem sans-serif;padding:2rem">Ambil nomor</button>
<p style="font:700 36vh sans-serif"></p>
<script src="/socket.io.js"></script>
<script>
	const number = document.querySelector('p');
	const socket = io('/kiosk', { transports: ['websocket'] });
	document.querySelector('button').onclick = async () => {
		const requestId = Math.random() + ' of the bare kiosk';
		const reply = await socket.emitWithAck('take', { requestId, services: ['bare'], priority: null });
		number.textContent = reply.value.number;
		number.dataset.testid = 'ticket-number';
	};
	socket.on('connect', () => { document.body.dataset.ready = 'yes'; });
</script>`;

/** The script comes with the bare board. */
export const serveBareKiosk = (http: FastifyInstance): void => {
	http.get(BARE_KIOSK, (_, reply) => reply.type('text/html').send(PAGE));
};
