// Runs the project's own tools one after the other, showing what each says; the first that fails ends it.

import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** A tool of node_modules/.bin, by name. */
export function tool(name, args, environment = {}) {
	const windows = process.platform === 'win32';
	const command = path.join(root, 'node_modules', '.bin', windows ? `${name}.cmd` : name);
	const done = spawnSync(command, args, {
		cwd: root,
		stdio: ['ignore', 'inherit', 'inherit'],
		env: { ...process.env, ...environment },
		shell: windows,
	});
	if (done.status !== 0) process.exit(done.status ?? 1);
}
