// `npm run dev`: the server from the sources, restarted at every change, and the screens from Vite with hot reload.
// Open http://127.0.0.1:5173/kiosk/ (or /display/, /console/, /papan, and gallery.html in the folder of each).

import { spawn } from 'node:child_process';
import path from 'node:path';
import './build.mjs';
import { root } from './run.mjs';

const bin = (name) => path.join(root, 'node_modules', '.bin', name);
const children = [
	spawn(bin('tsc'), ['-b', '--watch', '--preserveWatchOutput', 'shared', 'server'], { cwd: root, stdio: 'inherit' }),
	spawn(process.execPath, ['--watch', 'dist/server/main.js'], { cwd: root, stdio: 'inherit' }),
	spawn(bin('vite'), [], { cwd: root, stdio: 'inherit' }),
];
const stop = () => {
	for (const child of children) child.kill('SIGTERM');
	process.exit(0);
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
for (const child of children) child.on('exit', stop);
