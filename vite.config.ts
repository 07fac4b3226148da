// The screens: one page each, for kiosk, board, the phones of visitors, and officers (server/http/screens.ts). Every one
// is fetched over a slow network in the hall, so what a library carries for other uses is left out here.

import { fileURLToPath } from 'node:url';
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
	plugins: [iconsWithoutKeys, plainFetch, plainScript],
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
			'/api': 'http://127.0.0.1:3000',
			'/t/': 'http://127.0.0.1:3000',
			'/socket.io': { target: 'http://127.0.0.1:3000', ws: true },
		},
	},
}));
