// `npm test`: everything that proves the hall. Builds what is stale, checks types, lint, format and arrows, then runs the
// unit tests and the end-to-end tests (which find or install a Chromium themselves, see e2e/chromium.ts).
// With arguments only the named tests run: `npm test -- shared/ticket.test.ts`.

import { tool } from './run.mjs';
import './build.mjs';

const chosen = process.argv.slice(2);
if (chosen.length === 0) {
	tool('tsc', ['-b']);
	tool('tsc', ['-p', 'tsconfig.tests.json']);
	tool('biome', ['ci', '.']);
}
tool('vitest', ['run', ...chosen]);
