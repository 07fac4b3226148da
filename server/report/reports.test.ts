import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { closeStore, openInMemory, openStore, type Store } from '../store/open.ts';
import { report } from './report.ts';
import { type Reports, openReports as reportsInPlace } from './reports.ts';
import { day, put, SERVICES, setUp } from './small-hall.fixture.ts';

const FRIDAY = { from: day('2026-11-20'), to: day('2026-11-20') };
const NOW = Date.parse('2026-11-20T08:00:00Z');
const [nib] = SERVICES;
const waiting = { service: nib, day: FRIDAY.from, issuedAt: NOW - 3_600_000, state: 'waiting', outcome: null } as const;

// The thread only exists in the built program, so what is tested here is built: beside the packages it needs.
const built = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));
let program = '';
let openReports: typeof reportsInPlace;
beforeAll(async () => {
	mkdirSync(built, { recursive: true });
	program = mkdtempSync(path.join(built, 'reports-'));
	const source = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
	await build({
		configFile: false,
		logLevel: 'silent',
		build: {
			ssr: true,
			outDir: program,
			minify: false,
			rollupOptions: {
				input: { reports: source('./reports.ts'), worker: source('./worker.ts') },
				output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
			},
		},
	});
	openReports = (await import(pathToFileURL(path.join(program, 'reports.js')).href)).openReports;
});
afterAll(() => rmSync(program, { recursive: true }));

let folder: string;
let store: Store;
let reports: Reports | null = null;
beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'giliran-reports-'));
	store = openStore(folder, 'test');
	setUp(store, 'Asia/Makassar');
});
afterEach(async () => {
	await reports?.close();
	reports = null;
	closeStore(store);
	rmSync(folder, { recursive: true });
});

/** Threads of this process, as Node itself counts them. */
const threads = (): number => (process.report.getReport() as unknown as { workers: unknown[] }).workers.length;
const until = async (holds: () => boolean): Promise<void> => {
	for (let tries = 0; !holds() && tries < 200; tries += 1) await new Promise((resolve) => setTimeout(resolve, 25));
	expect(holds()).toBe(true);
};

test('the thread beside the hall reports what a report in place does, and sees every commit made before the ask', async () => {
	reports = openReports(store, () => NOW);
	for (const visitors of [1, 2, 3]) {
		put(store, [waiting]);
		const made = await reports.report(FRIDAY);
		expect(made.total.open).toBe(visitors);
		expect(made).toEqual(report(store.sqlite, { ...FRIDAY, at: NOW }));
	}
	expect(await reports.csv(FRIDAY, 'agency', ';')).toContain('Dinas Penanaman Modal;3;');
});

/** As many tickets more, all like the one that is there. */
function multiply({ sqlite }: Store, times: number): void {
	const columns = sqlite
		.prepare<[], string>("select name from pragma_table_info('tickets') where name <> 'id'")
		.pluck()
		.all()
		.join();
	sqlite.exec(`with recursive n(i) as (select 1 union all select i + 1 from n where i < ${times})
		insert into tickets (${columns}) select ${columns} from tickets, n`);
}

test('numbers are given while a long report is made', async () => {
	put(store, [waiting]);
	multiply(store, 40_000);
	reports = openReports(store, () => NOW);
	let making = true;
	const made = reports.report(FRIDAY).finally(() => {
		making = false;
	});
	let given = 0;
	while (making) {
		put(store, [waiting]);
		given += 1;
		await new Promise(setImmediate);
	}
	expect((await made).total.open).toBeGreaterThan(40_000);
	expect(given).toBeGreaterThan(10);
});

test('no thread before the first report, and none once nobody has asked for a while', async () => {
	const before = threads();
	reports = openReports(store, () => NOW, 100);
	expect(threads()).toBe(before);
	await reports.report(FRIDAY);
	expect(threads()).toBe(before + 1);
	await until(() => threads() === before);
	expect((await reports.report(FRIDAY)).total.issued).toBe(0);
});

test('a fault in the thread is told to everyone who waits for it, and the next ask starts a new one', async () => {
	reports = openReports(store, () => NOW);
	store.sqlite.exec('alter table tickets rename to hidden');
	const asks = await Promise.allSettled([reports.report(FRIDAY), reports.report(FRIDAY)]);
	expect(asks.map((ask) => ask.status === 'rejected' && String(ask.reason))).toEqual(
		Array(2).fill(expect.stringContaining('no such table')),
	);
	store.sqlite.exec('alter table hidden rename to tickets');
	expect((await reports.report(FRIDAY)).total.issued).toBe(0);
});

test('a database that cannot be opened is a fault like any other', async () => {
	reports = openReports({ ...store, file: path.join(folder, 'elsewhere', 'giliran.db') }, () => NOW);
	await expect(reports.report(FRIDAY)).rejects.toThrow('directory does not exist');
	await expect(reports.csv(FRIDAY, 'hour', ',')).rejects.toThrow('directory does not exist');
});

test('closing rejects who still waits and refuses who asks later, and leaves the database whole', async () => {
	reports = openReports(store, () => NOW);
	const waits = expect(reports.report(FRIDAY)).rejects.toThrow('closed');
	await reports.close();
	await waits;
	await expect(reports.report(FRIDAY)).rejects.toThrow('closed');
	put(store, [waiting]);
	closeStore(store);
	expect(existsSync(`${store.file}-wal`)).toBe(false);
});

test('the thread cannot write', async () => {
	const before = store.sqlite.pragma('data_version', { simple: true });
	reports = openReports(store, () => NOW);
	await reports.report(FRIDAY);
	expect(store.sqlite.pragma('data_version', { simple: true })).toBe(before);
});

test('a hall in memory has its reports made in place', async () => {
	const memory = openInMemory();
	setUp(memory, 'Asia/Jakarta');
	put(memory, [waiting]);
	for (const open of [reportsInPlace, openReports]) {
		const inPlace = open(memory, () => NOW);
		expect((await inPlace.report(FRIDAY)).total.open).toBe(1);
		await inPlace.close();
	}
});
