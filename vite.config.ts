// The three screens: one page each, served by the hall under /kiosk/, /counter-display/ and /officer-console/.

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const page = (folder: string): string => fileURLToPath(new URL(`${folder}/index.html`, import.meta.url));

export default defineConfig({
	appType: 'mpa',
	publicDir: false,
	oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
	build: {
		outDir: 'dist/screens',
		emptyOutDir: true,
		// The server finds the style sheet of its own pages by it.
		manifest: true,
		rollupOptions: {
			input: {
				kiosk: page('kiosk'),
				board: page('counter-display'),
				console: page('officer-console'),
				pages: fileURLToPath(new URL('shared/screen/pages.css', import.meta.url)),
			},
		},
	},
	server: {
		host: '127.0.0.1',
		proxy: { '/api': 'http://127.0.0.1:3000', '/socket.io': { target: 'http://127.0.0.1:3000', ws: true } },
	},
});
