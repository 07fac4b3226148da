// The screens: one page each, for kiosk, board, the phones of visitors, and officers (server/http/screens.ts). Every one
// is fetched over a slow network in the hall, so what a library carries for other uses is left out here.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { encode } from 'uqr';
import { defineConfig, type EnvironmentOptions, type Plugin } from 'vite';

const source = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** lucide gives every line of an icon a key, for lists whose parts change places; these never do. */
const iconsWithoutKeys: Plugin = {
	name: 'icons-without-keys',
	transform: { filter: { id: /lucide-preact\/.*\/icons\// }, handler: (code) => code.replace(/,\s*key: "\w+"/g, '') },
};

/** Vite's own helper waits for the styles of what is fetched later. What kiosk and phone fetch has none. */
const plainFetch: Plugin = {
	name: 'plain-fetch',
	enforce: 'pre',
	applyToEnvironment: ({ name }) => name === 'kiosk' || name === 'phone',
	load: { filter: { id: /vite\/preload-helper/ }, handler: () => 'export const __vitePreload = (fetch) => fetch();' },
};

/**
 * What the board is built for: the browser of LG's TVs of 2018 (webOS 4) and, three versions newer, of Samsung's (Tizen 4).
 * Everything in the bundle is lowered to it, the libraries too; what they expect of the browser and it lacks is brought
 * along (counter-display/old-tv.ts). e2e/tv-build.test.ts reads what came out.
 */
const OLDEST_TV = 'chrome53';

/** It knows no modules: the board is one plain script. */
const plainScript: Plugin = {
	name: 'plain-script',
	apply: 'build',
	transformIndexHtml: {
		order: 'post',
		handler: (html, { path }) =>
			path === '/counter-display/index.html' ? html.replace(/ type="module" crossorigin/, ' defer') : html,
	},
};

/** Where the server of `npm run dev` listens. */
const HALL = `http://127.0.0.1:${process.env.PORT ?? 3000}`;
/** The screens have the same addresses as in the hall; each loads its parts from its own folder. */
const SCREENS: Readonly<Record<string, string>> = {
	'/kiosk/': '/kiosk/index.html',
	'/display/': '/counter-display/',
	'/console/': '/officer-console/',
	'/papan': '/counter-display/phone/',
};
/** The page of the hall makes the browser a screen of the example hall, so it is asked for too. */
const asInTheHall: Plugin = {
	name: 'as-in-the-hall',
	apply: 'serve',
	configureServer: ({ middlewares, config: { logger } }) => {
		middlewares.use(async (request, response, next) => {
			const [path = '', ...query] = (request.url ?? '').split('?');
			const folder = SCREENS[path];
			if (folder === undefined) return next();
			try {
				const { headers } = await fetch(`${HALL}${path}`, { headers: { cookie: request.headers.cookie ?? '' } });
				response.setHeader('Set-Cookie', headers.getSetCookie());
			} catch (error) {
				logger.warn(`The server does not answer yet: ${String(error)}`);
			}
			response.writeHead(302, { Location: [folder, ...query].join('?') }).end();
		});
	},
};

/** What the pages of kiosk/gallery.html fetch of the hall: its languages, and codes to scan. */
const galleryHall: Plugin = {
	name: 'gallery-hall',
	apply: 'serve',
	configureServer: ({ middlewares }) => {
		const javanese = readFileSync(source('languages/jv.json'), 'utf8');
		const { data, size } = encode('http://mpp-palopo.local:3000/t/Xk3vQ0cZb1uT7mWpA9sLdQ', { border: 4 });
		const dark = data.flatMap((row, y) => row.flatMap((is, x) => (is ? [`M${x} ${y}h1v1h-1z`] : [])));
		const code = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${dark.join('')}"/></svg>`;
		middlewares.use((request, response, next) => {
			const address = request.url ?? '';
			const is = (type: string, text: string): void => void response.setHeader('Content-Type', type).end(text);
			// Of a kiosk that is being worked on these are the hall's own to answer.
			if (request.headers.referer?.includes('/kiosk/gallery.html') !== true) next();
			else if (address.endsWith('/qr.svg')) is('image/svg+xml', code);
			else if (address === '/languages')
				is('application/json', '{"ok":true,"value":[{"code":"jv","name":"Basa Jawa","reviewed":false}]}');
			else if (address === '/languages/jv') is('application/json', `{"ok":true,"value":${javanese}}`);
			else if (address.startsWith('/voice/')) is('audio/wav', '');
			else next();
		});
	},
};

/** Built by itself: a device shows one screen, and parts shared with the others would only be more files for it. */
const screen = (name: string, folder: string): EnvironmentOptions => ({
	consumer: 'client',
	build: { emptyOutDir: false, rollupOptions: { input: { [name]: source(`${folder}/index.html`) } } },
});
/** The pages that the server draws itself have only a style sheet; the server finds it by the manifest. */
const serverPages: EnvironmentOptions = {
	build: { manifest: true, rollupOptions: { input: { pages: source('shared/screen/pages.css') } } },
};
const board: EnvironmentOptions = {
	consumer: 'client',
	build: {
		target: OLDEST_TV,
		emptyOutDir: false,
		// Styles of a plain script would be put in by the script, which the page's own policy forbids.
		cssCodeSplit: false,
		rollupOptions: { input: { board: source('counter-display/index.html') }, output: { format: 'iife' } },
	},
};
const builds = {
	client: serverPages,
	kiosk: screen('kiosk', 'kiosk'),
	board,
	phone: screen('phone', 'counter-display/phone'),
	console: screen('console', 'officer-console'),
};

export default defineConfig(({ command }) => ({
	appType: 'mpa',
	publicDir: false,
	plugins: [iconsWithoutKeys, plainFetch, plainScript, asInTheHall, galleryHall],
	oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
	resolve: {
		alias: [
			// engine.io-client's table of every transport, what socket.io-parser does with binary data, and the component that
			// lucide-preact draws each icon with.
			{ find: './transports/index.js', replacement: source('shared/screen/transports.ts') },
			{ find: './binary.js', replacement: source('shared/screen/no-binary.ts') },
			{ find: './is-binary.js', replacement: source('shared/screen/no-binary.ts') },
			{ find: '../createLucideIcon.mjs', replacement: source('shared/screen/icon.ts') },
		],
	},
	build: {
		outDir: 'dist/screens',
		// The first build empties the folder, the others add to it.
		emptyOutDir: true,
		modulePreload: { polyfill: false },
		rollupOptions: {
			// Long polling is used by the board only, but its module does something when it is loaded and would stay.
			treeshake: { moduleSideEffects: (id: string) => !/node_modules\/(engine|socket)\.io/.test(id) },
		},
	},
	environments: command === 'build' ? builds : {},
	builder: {
		buildApp: async (builder) => {
			for (const name of Object.keys(builds)) {
				const environment = builder.environments[name];
				if (environment) await builder.build(environment);
			}
		},
	},
	server: {
		host: '127.0.0.1',
		proxy: {
			...Object.fromEntries(['/api', '/t/', '/voice/', '/media/', '/languages', '/services/'].map((it) => [it, HALL])),
			'/socket.io': { target: HALL, ws: true },
		},
	},
}));
