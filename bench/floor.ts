// The floor: what bare Node, Fastify and Socket.IO do with the same bytes and one durable transaction an ask, without any
// of a hall's rules. A program of its own, so that it is measured as the hall's server is.

import { fastify } from 'fastify';
import { Server } from 'socket.io';
import { serveBareBoard } from './bare-board.ts';
import { serveBareKiosk } from './bare-kiosk.ts';
import { openBareStore } from './bare-store.ts';
import type { FloorParts } from './jobs.ts';

async function serve(parts: FloorParts): Promise<string> {
	const store = openBareStore(parts.folder, parts.rows);
	const reply = parts.reply as { readonly ok: true; readonly value: object };
	const shown = parts.shown as { readonly view: { readonly calls: readonly object[] } };
	const answer = (id: number): object => ({ ...reply, value: { ...reply.value, number: String(id) } });
	const insert = (ask: { readonly requestId: string }): object => answer(store.insert(ask.requestId));

	const http = fastify({ forceCloseConnections: true });
	http.post('/api/v1/tickets', (request, response) => response.code(201).send(insert(request.body as never)));
	serveBareBoard(http, parts.sound);
	serveBareKiosk(http);
	http.post('/bare', (_, response) => response.code(201).send(answer(1)));
	const io = new Server(http.server, { transports: ['websocket'], serveClient: false, perMessageDeflate: false });
	const boards = io.of('/board');
	io.of('/kiosk').on('connection', (socket) => {
		socket.on('take', (ask, acknowledge) => acknowledge(insert(ask)));
	});
	/** A call is shown to all boards and acknowledged, and nothing else: the same bytes with another number. */
	let rev = 0;
	io.of('/console').on('connection', (socket) => {
		const press = (_: unknown, acknowledge: (answer: object) => void): void => {
			const [newest, ...calls] = shown.view.calls;
			boards.emit('show', { ...shown, rev, view: { ...shown.view, calls: [{ ...newest, rev }, ...calls] } });
			acknowledge({ ok: true, value: { ticketId: 1, number: 'A-001', rev } });
		};
		socket.on('callNext', (ask, acknowledge) => {
			rev += 1;
			press(ask, acknowledge);
		});
		// Whatever else an officer does is shown again, with the same call at the top.
		socket.on('record', press);
	});
	return http.listen({ host: '127.0.0.1', port: 0 });
}

process.once('message', (parts: FloorParts) => {
	serve(parts).then(
		(url) => process.send?.(url),
		(error: unknown) => {
			process.stderr.write(`${String(error)}\n`);
			process.exit(1);
		},
	);
});
process.on('disconnect', () => process.exit());
