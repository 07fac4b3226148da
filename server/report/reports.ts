// Where reports are asked for. The thread that makes them is started by the first ask and ended when none has come for
// a while, so that an idle hall stays small; if it fails, the ask fails, and the next one starts it anew.

import { Worker } from 'node:worker_threads';
import type { Instant } from '../../shared/id.ts';
import { MINUTE } from '../../shared/id.ts';
import type { Report } from '../../shared/report.ts';
import type { Store } from '../store/open.ts';
import { type CsvTable, reportCsv, type Separator } from './csv.ts';
import type { Range } from './range.ts';
import { type ReportAsk, report } from './report.ts';

export interface Reports {
	readonly report: (range: Range) => Promise<Report>;
	readonly csv: (range: Range, table: CsvTable, separator: Separator) => Promise<string>;
	/** Asks still open are rejected. To be called before the store is closed, whose file the thread has open. */
	readonly close: () => Promise<void>;
}

const IDLE_MS = MINUTE;
const WORKER = new URL('./worker.js', import.meta.url);

/** From the sources there is no worker.js, and a store in memory has no file to share: then reports are made in place. */
export function openReports(store: Store, clock: () => Instant, idleMs: number = IDLE_MS): Reports {
	const inPlace = store.file === ':memory:' || import.meta.url.endsWith('.ts');
	const desk = inPlace ? deskInPlace(store) : deskBeside(store.file, idleMs);
	const make = (range: Range): Promise<Report> => desk.ask({ from: range.from, to: range.to, at: clock() });
	return {
		report: make,
		csv: async (range, table, separator) => reportCsv(await make(range), table, separator),
		close: desk.close,
	};
}

interface Desk {
	readonly ask: (ask: ReportAsk) => Promise<Report>;
	readonly close: () => Promise<void>;
}

const deskInPlace = (store: Store): Desk => ({
	ask: async (ask) => report(store.sqlite, ask),
	close: async () => undefined,
});

interface Asked {
	readonly ask: ReportAsk;
	readonly resolve: (report: Report) => void;
	readonly reject: (error: unknown) => void;
}

/** One thread at most, one report at a time, in the order of asking. */
function deskBeside(file: string, idleMs: number): Desk {
	let thread: Worker | null = null;
	let idle: NodeJS.Timeout | undefined;
	let closed = false;
	const asked: Asked[] = [];

	const end = async (): Promise<void> => {
		const ending = thread;
		thread = null;
		await ending?.terminate();
	};
	/** Nobody who asked this thread will be answered by it any more. */
	const fail = (failed: Worker, error: unknown): void => {
		if (failed !== thread) return;
		thread = null;
		for (const { reject } of asked.splice(0)) reject(error);
	};
	const start = (): Worker => {
		const started = new Worker(WORKER, { workerData: file });
		started.on('message', (made: Report) => {
			asked.shift()?.resolve(made);
			if (asked.length > 0) return;
			// A thread without an ask keeps no program from ending.
			started.unref();
			idle = setTimeout(end, idleMs).unref();
		});
		started.on('error', (error) => fail(started, error));
		started.on('exit', (code) => fail(started, new Error(`the reports' thread ended by itself (${code})`)));
		return started;
	};
	return {
		ask: (ask) =>
			new Promise((resolve, reject) => {
				if (closed) return reject(new Error('the reports are closed'));
				clearTimeout(idle);
				thread ??= start();
				thread.ref();
				asked.push({ ask, resolve, reject });
				thread.postMessage(ask);
			}),
		close: async () => {
			closed = true;
			clearTimeout(idle);
			const open = asked.splice(0);
			await end();
			for (const { reject } of open) reject(new Error('the reports are closed'));
		},
	};
}
