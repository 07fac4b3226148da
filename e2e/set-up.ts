// Before the end-to-end tests: the program is built, and there is a browser.

import { execFileSync } from 'node:child_process';
import { needChromium } from './chromium.ts';

export default function setUp(): void {
	execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
	needChromium();
}
