// The three screens: one page each, served by the hall under /kiosk/, /counter-display/ and /officer-console/.

import { fileURLToPath } from 'node:url';
import { defineConfig, type EnvironmentOptions, type Plugin } from 'vite';

const source = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** Built by itself: a device shows one screen, so parts shared with the others would only cost it more files to fetch. */
const screen = (folder: string): EnvironmentOptions => ({
	consumer: 'client',
	build: {
		emptyOutDir: false,
		modulePreload: false,
		rollupOptions: { input: source(`${folder}/index.html`) },
	},
});

export default defineConfig({
	appType: 'mpa',
	publicDir: false,
	oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
	resolve: {
		alias: [
			{ find: './transports/index.js', replacement: source('shared/screen/transports.ts') },
			{ find: '../createLucideIcon.mjs', replacement: source('shared/screen/icon.ts') },
		],
	},
	build: {
		outDir: 'dist/screens',
		emptyOutDir: true,
		rollupOptions: {
			treeshake: { moduleSideEffects: (id: string) => !/node_modules\/(engine|socket)\.io/.test(id) },
		},
	},
	environments: {
		client: {
			build: { manifest: true, rollupOptions: { input: source('shared/screen/pages.css') } },
		},
		kiosk: screen('kiosk'),
		board: screen('counter-display'),
		console: screen('officer-console'),
	},
	builder: {
		buildApp: async (builder) => {
			for (const name of ['client', 'kiosk', 'board', 'console']) {
				const environment = builder.environments[name];
				if (environment) await builder.build(environment);
			}
		},
	},
	server: {
		host: '127.0.0.1',
		proxy: { '/api': 'http://127.0.0.1:3000', '/socket.io': { target: 'http://127.0.0.1:3000', ws: true } },
	},
});
