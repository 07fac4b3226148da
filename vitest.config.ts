// Two projects: the unit tests run on the sources and need nothing but node; the end-to-end tests drive the built program
// and a real browser (see e2e/).

import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const nowhere = ['**/node_modules/**', '**/dist/**'];

export default defineConfig({
	test: {
		// Vitest would leave one core of two to itself; and who waits for a printer or a clock needs no core.
		maxWorkers: Math.max(4, availableParallelism()),
		projects: [
			{
				oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
				test: {
					name: 'unit',
					include: ['**/*.test.ts', '**/*.test.tsx'],
					exclude: [...nowhere, 'e2e/**'],
					testTimeout: 60_000,
					// Printers are mostly waited for.
					maxConcurrency: 20,
					// No test leaves anything behind for another file, and loading the same modules 90 times took as long as half of them.
					isolate: false,
				},
			},
			{
				test: {
					name: 'e2e',
					include: ['e2e/**/*.test.ts'],
					exclude: nowhere,
					globalSetup: ['e2e/set-up.ts'],
					testTimeout: 120_000,
					// A busy machine may be slow; what is awaited must come, not come soon.
					expect: { poll: { timeout: 20_000 } },
					hookTimeout: 120_000,
					// Each drives servers and browsers of its own; side by side they would only wait for each other.
					fileParallelism: false,
				},
			},
		],
	},
});
