// The floor of a board: a page that writes the number it is shown into the middle of the screen and plays one file, with
// nothing between the socket and the glass.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

const PAGE = `<!doctype html><meta charset="utf-8"><title>floor</title>
<p data-testid="current-call" style="font:700 36vh sans-serif"></p>
<script src="/socket.io.js"></script>
<script>
	const number = document.querySelector('p');
	const speaker = new Audio();
	const socket = io('/board', { transports: ['websocket'] });
	let rev = null;
	socket.on('show', (shown) => {
		if (shown.rev === rev) return;
		rev = shown.rev;
		number.textContent = shown.rev;
		speaker.src = '/call.wav?' + shown.rev;
		speaker.play();
	});
</script>`;

/** `sound`: the file that is played at every call; null where only the picture is measured. */
export function serveBareBoard(http: FastifyInstance, sound: Buffer | null): void {
	const client = path.join(
		path.dirname(createRequire(import.meta.url).resolve('socket.io-client/package.json')),
		'dist',
	);
	// Compressed, as the hall sends its own.
	const script = gzipSync(readFileSync(path.join(client, 'socket.io.min.js')), { level: 9 });
	http.get('/', (_, reply) => reply.type('text/html').send(PAGE));
	http.get('/socket.io.js', (_, reply) =>
		reply.type('text/javascript').header('content-encoding', 'gzip').send(script),
	);
	if (sound) http.get('/call.wav', (_, reply) => reply.type('audio/wav').send(sound));
}
