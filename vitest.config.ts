// Three projects, one after the other: the unit tests run on the sources and need nothing but node; those that wait for
// printers, with the machine to themselves, because a printer that answers late is a fault; and the end-to-end tests, which
// drive the built program and a real browser (see e2e/).

import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const nowhere = ['**/node_modules/**', '**/dist/**'];
/** What is mostly waited for, and must come in time. */
const printers = [
	'server/print/*.test.ts',
	'server/print/ways/*.test.ts',
	'server/http/printing.test.ts',
	'server/live/agents.test.ts',
	'print-agent/*.test.ts',
];

export default defineConfig({
	test: {
		// Vitest would leave one core of two to itself; and who waits for a clock or a printer needs no core.
		maxWorkers: Math.max(4, availableParallelism()),
		projects: [
			{
				oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
				test: {
					name: 'unit',
					include: ['**/*.test.ts', '**/*.test.tsx'],
					exclude: [...nowhere, 'e2e/**', ...printers],
					testTimeout: 60_000,
					sequence: { groupOrder: 0 },
					// No test leaves anything behind for another file, and loading the same modules 90 times took as long as half of them.
					isolate: false,
				},
			},
			{
				test: {
					name: 'printers',
					include: printers,
					exclude: nowhere,
					testTimeout: 60_000,
					maxConcurrency: 20,
					sequence: { groupOrder: 1 },
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
					sequence: { groupOrder: 2 },
					// Each drives servers and browsers of its own, and mostly waits for them; more than two would be late for what is timed.
					maxWorkers: 2,
				},
			},
		],
	},
});
