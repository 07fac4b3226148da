// Builds what is stale and nothing else: the server with tsc (incremental by itself), the screens with Vite when one of
// their sources is newer than the last build. `npm start` runs this first, so it must cost nothing when nothing changed.

import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { root, tool } from './run.mjs';

const CODE = ['shared', 'server', 'demo', 'print-agent', 'bench'];
const SCREENS = ['shared', 'kiosk', 'counter-display', 'officer-console'];
const CONFIG = ['package-lock.json', 'tsconfig.base.json', 'vite.config.ts', 'scripts/build.mjs'];

/** The newest change below these places, ms. */
function newest(places) {
	let latest = 0;
	for (const place of places) {
		const full = path.join(root, place);
		if (!existsSync(full)) continue;
		const stat = statSync(full);
		latest = Math.max(latest, stat.mtimeMs);
		if (stat.isDirectory()) latest = Math.max(latest, newest(readdirSync(full).map((it) => path.join(place, it))));
	}
	return latest;
}

function whenStale(stamp, places, build) {
	const file = path.join(root, 'dist', stamp);
	const changed = newest([...places, ...CONFIG]);
	if (existsSync(file) && statSync(file).mtimeMs >= changed) return;
	build();
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, '');
	// What changes while it is being built makes it stale again.
	utimesSync(file, changed / 1000 + 0.001, changed / 1000 + 0.001);
}

/** Once here instead of at every request: a kiosk on a weak network fetches a third of the bytes. */
function compress(folder) {
	for (const name of readdirSync(folder).filter((it) => /\.(js|css)$/.test(it))) {
		const content = readFileSync(path.join(folder, name));
		writeFileSync(path.join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
		writeFileSync(path.join(folder, `${name}.br`), brotliCompressSync(content));
	}
}

whenStale('code.built', CODE, () => {
	process.stdout.write('Membangun server …\n');
	tool('tsc', ['-b', ...CODE.filter((it) => existsSync(path.join(root, it, 'tsconfig.json')))]);
});
whenStale('screens.built', SCREENS, () => {
	process.stdout.write('Membangun layar …\n');
	// The tests build too, and where NODE_ENV says "test" the screens would be of a quarter more, for looking into.
	tool('vite', ['build', '--logLevel', 'warn'], { NODE_ENV: 'production' });
	compress(path.join(root, 'dist', 'screens', 'assets'));
});
