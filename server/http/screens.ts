// The built screens: three pages and their assets. A page asks for its screen's token; the demo hall gives it one. The fourth
// page is for everybody's phone: it needs no token and makes no browser a screen of the hall.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fastifyStatic } from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { deviceOf } from '../ask/who.ts';
import type { ScreenRole } from '../hall/devices.ts';
import type { Hall } from '../store/hall.ts';
import { PHONE_PATH } from '../views/board.ts';
import type { Demo } from './demo.ts';
import { SCREEN_PATH } from './demo.ts';
import { PRIVATE } from './pages.ts';
import { FRAMED, permissions } from './server.ts';

const FOLDER: Readonly<Record<ScreenRole, string>> = {
	kiosk: 'kiosk',
	board: 'counter-display',
	console: 'officer-console',
};

/** dist/screens beside the built server, or in the checkout when the sources run. */
function findScreens(): string | null {
	const here = path.dirname(fileURLToPath(import.meta.url));
	return (
		[path.join(here, '../../screens'), path.join(here, '../../dist/screens')].find((it) =>
			existsSync(path.join(it, 'kiosk')),
		) ?? null
	);
}

const isLooking = (request: FastifyRequest, role: ScreenRole): boolean =>
	role === 'board' && (request.query as { look?: unknown }).look !== undefined;

/** Old browsers (Chrome 64, Safari 15.3) take 'self' for HTTP only and would refuse the page its WebSocket. */
function nameSockets(reply: FastifyReply): FastifyReply {
	const { host } = reply.request;
	const policy = String(reply.getHeader('content-security-policy'));
	const named = policy.replace("connect-src 'self'", `connect-src 'self' ws://${host} wss://${host}`);
	return reply.header('content-security-policy', named);
}

/** Read anew each time: a build while the server runs gives the parts of the page other names. */
const sendPage = (reply: FastifyReply, file: string | null, finish: (page: string) => string): FastifyReply =>
	file && existsSync(file)
		? nameSockets(reply)
				.type('text/html')
				.send(finish(readFileSync(file, 'utf8')))
		: nameSockets(reply).code(503).type('text/plain').send('The screens are not built. Run: npm run build');

export interface Screens {
	/** Where the style sheet of the server's own pages is; null when the screens were not built. */
	readonly pageStyle: string | null;
}

const asBuilt = (page: string): string => page;
/** The kiosk is told how large its glass is by its own page, before anything is drawn (kiosk/panel.ts). */
const measured =
	(inches: number | null) =>
	(page: string): string =>
		inches === null ? page : page.replace('<html ', `<html data-inches="${inches}" `);

export async function serveScreens(http: FastifyInstance, hall: Hall, demo: Demo): Promise<Screens> {
	const root = findScreens();
	for (const role of Object.keys(FOLDER) as ScreenRole[]) {
		const file = root && path.join(root, FOLDER[role], 'index.html');
		const address = SCREEN_PATH[role];
		http.get(address.slice(0, -1), (_, reply) => reply.redirect(address, 308));
		http.get(address, async (request, reply) => {
			// Who only looks at a board is none, and may be a frame of the manager's page.
			if (isLooking(request, role)) reply.headers(FRAMED);
			else await demo.become(request, reply, role);
			// The manager records the hall's own voice there; every other page may not listen.
			if (role === 'console') reply.header('permissions-policy', permissions('microphone'));
			const inches = role === 'kiosk' ? (deviceOf(hall, request.headers, role, null)?.inches ?? null) : null;
			return sendPage(reply.header('cache-control', 'no-cache'), file, measured(inches));
		});
	}
	const phone = root && path.join(root, FOLDER.board, 'phone', 'index.html');
	http.get(PHONE_PATH, (_, reply) => sendPage(reply.headers(PRIVATE), phone, asBuilt));
	// As people type it; which board is meant is kept.
	http.get(`${PHONE_PATH}/*`, (request, reply) => {
		const asked = request.url.indexOf('?');
		return reply.redirect(asked < 0 ? PHONE_PATH : `${PHONE_PATH}${request.url.slice(asked)}`, 308);
	});
	if (!root) return { pageStyle: null };
	await http.register(fastifyStatic, {
		root: path.join(root, 'assets'),
		prefix: '/assets/',
		dotfiles: 'deny',
		index: false,
		// The build has put them beside each file (scripts/build.mjs).
		preCompressed: true,
		// Names carry a hash of the content: what has a name never changes.
		immutable: true,
		maxAge: '365d',
	});
	const manifest = path.join(root, '.vite', 'manifest.json');
	const entries = existsSync(manifest)
		? (JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, { file?: string }>)
		: {};
	const style = entries['shared/screen/pages.css']?.file;
	return { pageStyle: style ? `/${style}` : null };
}
