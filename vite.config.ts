// The three screens: one page each, served by the hall under /kiosk/, /counter-display/ and /officer-console/. Every one
// is fetched over a slow network in the hall, so what a library carries for other uses is left out here.

import { fileURLToPath } from 'node:url';
import { defineConfig, type EnvironmentOptions, type Plugin } from 'vite';

const source = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** lucide gives every line of an icon a key, for lists whose parts change places; these never do. */
const iconsWithoutKeys: Plugin = {
	name: 'icons-without-keys',
	transform: { filter: { id: /lucide-preact\/.*\/icons\// }, handler: (code) => code.replace(/,\s*key: "\w+"/g, '') },
};

/** Vite's own helper waits for the styles of what is fetched later. The kiosk's English has none: it is only fetched. */
const plainFetch: Plugin = {
	name: 'plain-fetch',
	enforce: 'pre',
	applyToEnvironment: ({ name }) => name === 'kiosk',
	load: { filter: { id: /vite\/preload-helper/ }, handler: () => 'export const __vitePreload = (fetch) => fetch();' },
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
const builds = {
	client: serverPages,
	kiosk: screen('kiosk', 'kiosk'),
	board: screen('board', 'counter-display'),
	console: screen('console', 'officer-console'),
};

export default defineConfig(({ command }) => ({
	appType: 'mpa',
	publicDir: false,
	plugins: [iconsWithoutKeys, plainFetch],
	oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
	resolve: {
		alias: [
			// engine.io-client's table of every transport, and the component that lucide-preact draws each icon with.
			{ find: './transports/index.js', replacement: source('shared/screen/transports.ts') },
			{ find: '../createLucideIcon.mjs', replacement: source('shared/screen/icon.ts') },
		],
	},
	build: {
		outDir: 'dist/screens',
		// The first build empties the folder, the others add to it.
		emptyOutDir: true,
		modulePreload: { polyfill: false },
		rollupOptions: {
			// Long polling is not used, but its module does something when it is loaded and would stay.
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
