// Where a Chromium may be on this machine, and how it is started for a screen of the hall: headless, quiet, and under the
// rule for sound that a test asks for.

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

/** Chromium's rule for pages that want to play. */
export type SoundRule = 'no-user-gesture-required' | 'document-user-activation-required';

/** Without the flags Chromium knocks on its maker's servers, which a hall's network may not reach. */
export const launchChromium = (executablePath: string, sound: SoundRule, more: readonly string[]): Promise<Browser> =>
	chromium.launch({
		executablePath,
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			`--autoplay-policy=${sound}`,
			...more,
		],
	});
