// Two projects: the unit tests run on the sources and need nothing but node; the end-to-end tests drive the built program
// and a real browser (see e2e/).

import { defineConfig } from 'vitest/config';

const nowhere = ['**/node_modules/**', '**/dist/**'];

export default defineConfig({
	test: {
		// Vitest would leave one core of two to itself.
		maxWorkers: '100%',
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
