// A Chromium for the tests: one that is here, else one that this machine's own means can install, else a sentence that
// says what to do.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const KNOWN_PLACES = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome-stable',
	'/usr/bin/google-chrome',
	'/snap/bin/chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** CHROMIUM_PATH names one; else the usual places, else what Playwright has installed before. */
export function findChromium(): string | null {
	const named = process.env.CHROMIUM_PATH;
	if (named) return existsSync(named) ? named : null;
	return [...KNOWN_PLACES, chromium.executablePath()].find((it) => it && existsSync(it)) ?? null;
}

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

/**
 * Headless and quiet: without the flags Chromium knocks on its maker's servers, which a hall's network may not reach.
 * `sound`: Chromium's rule for pages that want to play; as a TV in kiosk mode unless a test is about that.
 */
export const openBrowser = (
	sound: 'no-user-gesture-required' | 'document-user-activation-required' = 'no-user-gesture-required',
): Promise<Browser> =>
	chromium.launch({
		executablePath: needChromium(),
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			`--autoplay-policy=${sound}`,
		],
	});
