// A Chromium for the tests: one that is here, else one that this machine's own means can install, else a sentence that
// says what to do.

import { spawnSync } from 'node:child_process';
import type { Browser } from 'playwright-core';
import { findChromium, launchChromium, type SoundRule } from '../bench/chromium.ts';

const run = (command: string, args: readonly string[]): boolean =>
	spawnSync(command, args, {
		stdio: ['ignore', 'ignore', 'inherit'],
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
	}).status === 0;

/** Debian's or Ubuntu's own package where we may install it, then Playwright's download where it can be reached. */
function installChromium(): void {
	const maySudo =
		process.getuid?.() === 0 ? [] : spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : null;
	if (process.platform === 'linux' && maySudo && spawnSync('apt-get', ['--version']).status === 0) {
		const apt = (...args: string[]): boolean => {
			const [command = 'apt-get', ...rest] = [...maySudo, 'apt-get', ...args];
			return run(command, rest);
		};
		process.stderr.write('Installing Chromium with apt-get for the browser tests …\n');
		apt('update');
		if (apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core') && findChromium()) return;
	}
	process.stderr.write("Installing Chromium with Playwright's installer for the browser tests …\n");
	run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium']);
}

/** The path of a Chromium; installs one if it must. Throws the sentence that says what to do if it cannot. */
export function needChromium(): string {
	if (!findChromium()) installChromium();
	const found = findChromium();
	if (found) return found;
	throw new Error(
		'The browser tests need Chromium or Chrome, and none was found or could be installed. Install one (Debian/Ubuntu: sudo apt-get install chromium), or set CHROMIUM_PATH to its program file, then run npm test again.',
	);
}

/** As a TV in kiosk mode unless a test is about what a browser lets a page play. */
export const openBrowser = (
	sound: SoundRule = 'no-user-gesture-required',
	more: readonly string[] = [],
): Promise<Browser> => launchChromium(needChromium(), sound, more);
