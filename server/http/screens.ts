// The built screens: three pages and their assets. A page asks for its screen's token; the demo hall gives it one.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fastifyStatic } from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { ScreenRole } from '../hall/devices.ts';
import type { Demo } from './demo.ts';
import { SCREEN_PATH } from './demo.ts';

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

export interface Screens {
	/** Where the style sheet of the server's own pages is; null when the screens were not built. */
	readonly pageStyle: string | null;
}

export async function serveScreens(http: FastifyInstance, demo: Demo): Promise<Screens> {
	const root = findScreens();
	for (const role of Object.keys(FOLDER) as ScreenRole[]) {
		const file = root && path.join(root, FOLDER[role], 'index.html');
		const address = SCREEN_PATH[role];
		http.get(address.slice(0, -1), (_, reply) => reply.redirect(address, 308));
		http.get(address, async (request, reply) => {
			await demo.become(request, reply, role);
			// Read anew: a build while the server runs gives the parts of the page other names.
			if (!file || !existsSync(file))
				return reply.code(503).type('text/plain').send('The screens are not built. Run: npm run build');
			return reply.header('cache-control', 'no-cache').type('text/html').send(readFileSync(file, 'utf8'));
		});
	}
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
