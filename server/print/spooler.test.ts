// The outbox of slips and what becomes of it: nothing is lost, nothing comes out twice by itself, and every change is told.

import { asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MINUTE, type PrinterId, type Rev, type ServiceId, type VisitId } from '../../shared/id.ts';
import { SLIP_TOO_OLD } from '../../shared/slip.ts';
import { type Commits, openCommits } from '../store/commit.ts';
import { journal, printers, printJobs } from '../store/schema.ts';
import { PC437 } from './compose/glyphs.ts';
import { readPaper, written } from './compose/testing/read-paper.ts';
import { openSpooler, type Spooler } from './spooler.ts';
import { MORNING, type Seeded, seedHall } from './testing/seed.ts';
import { LIMITS } from './ways/limits.ts';
import { openPrinter } from './ways/open.ts';
import type { Printer } from './ways/printer.ts';
import { type FakePrinter, openFakePrinter } from './ways/testing/fake-printer.ts';

const QUICK = {
	...LIMITS,
	connectMs: 500,
	statusMs: 200,
	confirmMs: 1_000,
	lookEveryMs: 150,
	stallMs: 300,
	muteMs: 200,
};

let hall: Seeded;
let commits: Commits;
let now: number;
let spooler: Spooler | null;
let errors: string[];
/** What prints for each printer of the hall. */
let ways: Map<PrinterId, Printer>;

const open = (): Spooler => {
	const quiet = (): void => undefined;
	spooler = openSpooler({
		hall: hall.hall,
		commits,
		open: ({ id }) => ways.get(id) ?? null,
		clock: () => now,
		log: { info: quiet, warn: quiet, error: (_, message) => errors.push(message) },
	});
	return spooler;
};
/** A printer of the hall, and how it prints. */
const add = (printer: Printer, name = 'Kios 1'): PrinterId => {
	const id = hall.addPrinter(name, 'tcp://127.0.0.1:9100');
	ways.set(id, printer);
	return id;
};
const jobs = () => hall.store.tables.select().from(printJobs).orderBy(asc(printJobs.id)).all();
const states = () => jobs().map((it) => (it.fault ? `${it.state}: ${it.fault}` : it.state));
/** What the screens were told of a visit's slip, in order. */
const told = (visitId: VisitId) =>
	hall.store.tables
		.select()
		.from(journal)
		.where(eq(journal.visitId, visitId))
		.orderBy(asc(journal.id))
		.all()
		.map(({ kind, detail }) => {
			expect(kind).toBe('printed');
			if (!detail || !('slip' in detail)) throw new Error('a journal row without a slip');
			return detail.fault ? `${detail.slip}: ${detail.fault}` : detail.slip;
		});
const settle = (expected: readonly string[], timeout = 8_000) =>
	vi.waitFor(() => expect(states()).toEqual(expected), { timeout, interval: 20 });

beforeEach(() => {
	hall = seedHall();
	now = MORNING;
	errors = [];
	spooler = null;
	ways = new Map();
	commits = openCommits(hall.store, () => now);
});
afterEach(async () => {
	await spooler?.close();
	await commits.close();
	hall.store.sqlite.close();
});

describe('the tray', () => {
	test('takes every slip at once, oldest first, in one commit', async () => {
		const shown: Rev[] = [];
		commits.onCommit((rev) => shown.push(rev));
		const taken = Array.from({ length: 50 }, (_, it) => hall.take(`C-${101 + it}`));
		open();
		await settle(taken.map(() => 'printed'));
		expect(shown).toHaveLength(1);
		const rows = hall.store.tables.select().from(journal).orderBy(asc(journal.id)).all();
		expect(rows.map((it) => it.visitId)).toEqual(taken.map((it) => it.visitId));
		expect(rows[0]).toMatchObject({
			kind: 'printed',
			day: '2026-01-09',
			at: MORNING,
			detail: { slip: 'printed', fault: null },
		});
		expect(jobs()[0]).toMatchObject({ tries: 1, sentAt: MORNING, doneAt: MORNING });
	});
	test('a nudge with nothing to print writes nothing', async () => {
		const tray = open();
		tray.nudge();
		await new Promise((done) => setTimeout(done, 80));
		expect(hall.store.tables.select().from(journal).all()).toEqual([]);
	});
	test('what was queued as the server closes is still taken', async () => {
		const tray = open();
		hall.take('C-001');
		tray.nudge();
		await tray.close();
		expect(states()).toEqual(['printed']);
	});
	test('looking for work reads the waiting jobs alone, however many were printed before', () => {
		const plan = (where: string): string =>
			(
				hall.store.sqlite.prepare(`explain query plan select id from print_jobs where ${where}`).all() as {
					detail: string;
				}[]
			)
				.map((it) => it.detail)
				.join(' ');
		for (const where of [
			"done_at is null and printer_id is 1 and state = 'queued'",
			'done_at is null and created_at <= 1',
		])
			expect(plan(where)).toContain('print_jobs_open');
	});
});

describe('a printer', () => {
	let fake: FakePrinter;
	let printer: PrinterId;
	const connect = (port = fake.port): Printer =>
		openPrinter({ kind: 'tcp', host: '127.0.0.1', port }, { status: 'in_turn', hasSpoken: false }, QUICK);
	const numbersPrinted = (of = fake): readonly string[] =>
		of.slips.flatMap((it) => written(readPaper(it, PC437)).filter((line) => line.endsWith('(x8)')));
	const take = (number: string, more: Parameters<Seeded['take']>[1] = {}) => hall.take(number, { printer, ...more });
	const stands = () => hall.hall.slips.printer(printer);
	beforeEach(async () => {
		fake = await openFakePrinter();
		printer = add(connect());
	});
	afterEach(() => fake.close());

	test('prints what waits, oldest first, and every step is told', async () => {
		const first = take('C-001');
		const press = open();
		take('C-002');
		press.nudge();
		await settle(['printed', 'printed']);
		expect(numbersPrinted()).toEqual(['C-001 (x8)', 'C-002 (x8)']);
		expect(told(first.visitId)).toEqual(['printing', 'printed']);
	});
	test('the paper it used is counted until a new roll is put in', async () => {
		take('C-001');
		take('C-002');
		open();
		await settle(['printed', 'printed']);
		const used = jobs().reduce((sum, it) => sum + (it.mm ?? 0), 0);
		expect(used).toBeGreaterThan(100);
		expect(stands()).toMatchObject({ usedMm: used, lastJob: jobs()[1]?.id, state: 'ready' });
	});
	test('near its end it prints, and says so before the roll is empty', async () => {
		fake.is.paper = 'near_end';
		const { visitId } = take('C-001');
		open();
		await settle(['printed: near_end']);
		expect(told(visitId)).toEqual(['printing', 'printed: near_end']);
		expect(stands()?.state).toBe('near_end');
	});
	test('with nothing to print it is looked after, and each change is written down once', async () => {
		open();
		await vi.waitFor(() => expect(stands()?.state).toBe('ready'));
		fake.is.paper = 'out';
		await vi.waitFor(() => expect(stands()?.state).toBe('paper_out'), { timeout: 6_000 });
		fake.is.paper = 'there';
		await vi.waitFor(() => expect(stands()?.state).toBe('ready'), { timeout: 6_000 });
		const changes = hall.store.tables.select().from(journal).where(eq(journal.kind, 'printer')).all();
		expect(changes.map((it) => it.detail)).toEqual(
			['ready', 'paper_out', 'ready'].map((state) => ({ printer, state })),
		);
	}, 20_000);
	test('without paper it says so to all who wait, and prints by itself when there is paper again', async () => {
		fake.is.paper = 'out';
		const { visitId } = take('C-001');
		take('C-002');
		const press = open();
		await settle(['failed: paper_out', 'failed: paper_out']);
		expect(jobs().map((it) => it.sentAt)).toEqual([null, null]);
		take('C-003');
		press.nudge();
		await settle(['failed: paper_out', 'failed: paper_out', 'failed: paper_out'], 3_000);
		fake.is.paper = 'there';
		await settle(['printed', 'printed', 'printed'], 6_000);
		expect(numbersPrinted()).toEqual(['C-001 (x8)', 'C-002 (x8)', 'C-003 (x8)']);
		expect(told(visitId)).toEqual(['failed: paper_out', 'printing', 'printed']);
	}, 15_000);
	test('a slip that waited too long is given up, and not printed for nobody', async () => {
		fake.is.cover = 'open';
		take('C-001');
		const press = open();
		await settle(['failed: cover_open']);
		fake.is.cover = 'closed';
		now += SLIP_TOO_OLD;
		take('C-002', { at: now });
		press.nudge();
		await settle(['failed: cover_open', 'printed']);
		expect(numbersPrinted()).toEqual(['C-002 (x8)']);
		expect(jobs()[0]?.doneAt).toBe(now);
	});
	test('a queue of yesterday does not come out when the server is switched on', async () => {
		take('C-001', { at: MORNING - 600 * MINUTE });
		open();
		await settle(['failed: offline']);
		expect(fake.slips).toEqual([]);
	});
	test('a slip that broke off is followed by one marked reprint, and by no second valid slip', async () => {
		fake.is.resetAfter = 300;
		const { visitId } = take('C-001');
		open();
		await vi.waitFor(() => expect(jobs()[0]?.fault).toBe('reset'));
		fake.is.resetAfter = null;
		await settle(['failed: reset', 'printed'], 10_000);
		expect(jobs().map((it) => it.kind)).toEqual(['slip', 'reprint']);
		const marked = fake.slips.map((it) => written(readPaper(it, PC437)).join(' ').includes('CETAK ULANG'));
		expect(marked.at(-1)).toBe(true);
		// What had reached the printer before may have come out too: then it is the only one without the mark.
		expect(marked.filter((it) => !it).length).toBeLessThan(2);
		expect(told(visitId).slice(0, 3)).toEqual(['printing', 'failed: reset', 'queued: reset']);
	}, 20_000);
	test('a stall is told to its visitor and to all who come after, and when it is over each comes out once', async () => {
		fake.is.stallsAfter = 300;
		const { visitId } = take('C-001');
		const press = open();
		await settle(['failed: stalled']);
		expect(jobs()[0]).toMatchObject({ doneAt: null, kind: 'slip' });
		take('C-002');
		press.nudge();
		await settle(['failed: stalled', 'failed: stalled'], 2_000);
		fake.is.stallsAfter = null;
		fake.is.stalled = false;
		await settle(['printed', 'printed'], 6_000);
		expect(numbersPrinted()).toEqual(['C-001 (x8)', 'C-002 (x8)']);
		expect(told(visitId)).toEqual(['printing', 'failed: stalled', 'printed']);
	}, 20_000);
	test('one that breaks off again and again is given up after a few', async () => {
		fake.is.resetAfter = 300;
		take('C-001');
		open();
		await settle(['failed: reset', 'failed: reset', 'failed: reset', 'failed: reset'], 15_000);
		await new Promise((done) => setTimeout(done, 300));
		expect(jobs()).toHaveLength(4);
	}, 30_000);
	test('a slip that was being printed when the server died may have come out: it is told so and left alone', async () => {
		const { visitId } = take('C-001', { state: 'printing', sentAt: MORNING });
		open();
		await settle(['unconfirmed']);
		expect(told(visitId)).toEqual(['unconfirmed']);
		expect(fake.slips).toEqual([]);
	});
	test('one that failed just before a restart is tried again after it', async () => {
		take('C-001', { state: 'failed', fault: 'paper_out' });
		open();
		await settle(['printed']);
	});
	test('a printer that never says anything leaves its slips unconfirmed', async () => {
		fake.is.answers = 'nothing';
		ways.set(
			printer,
			openPrinter({ kind: 'tcp', host: '127.0.0.1', port: fake.port }, { status: 'none', hasSpoken: false }, QUICK),
		);
		take('C-001');
		open();
		await settle(['unconfirmed']);
		expect(stands()?.state).toBe('unknown');
	});
	test('a slip that cannot be composed fails alone', async () => {
		take('C-001', { places: [{ serviceId: 'tidak-ada' as ServiceId, ahead: 0, wait: null }] });
		take('C-002');
		open();
		await settle(['failed', 'printed']);
		expect(errors).toEqual(['a slip could not be composed']);
	});
	test('two printers print side by side, each its own', async () => {
		const other = await openFakePrinter();
		const second = add(connect(other.port), 'Kios 2');
		take('C-001');
		hall.take('C-002', { printer: second });
		fake.is.paper = 'out';
		open();
		await settle(['failed: paper_out', 'printed']);
		expect([numbersPrinted(), numbersPrinted(other)]).toEqual([[], ['C-002 (x8)']]);
		await spooler?.close();
		await other.close();
	});
	test('a printer that is set up while the server runs is taken up, and one that is retired let go', async () => {
		const press = open();
		await vi.waitFor(() => expect(stands()?.state).toBe('ready'));
		const other = await openFakePrinter();
		const second = add(connect(other.port), 'Kios 2');
		hall.take('C-001', { printer: second });
		press.nudge();
		await settle(['printed']);
		hall.store.tables.update(printers).set({ retiredAt: now }).where(eq(printers.id, second)).run();
		hall.hall.reload();
		press.nudge();
		await vi.waitFor(() => expect(press.seenAt(second)).toBeNull());
		await new Promise((done) => setTimeout(done, 100));
		const before = other.connections();
		await new Promise((done) => setTimeout(done, 200));
		expect(other.connections()).toBe(before);
		await other.close();
	});
});

describe('closing', () => {
	/** A printer in the middle of a slip that takes its time. */
	const stuck = (
		onAbort: Awaited<ReturnType<Printer['send']>>,
	): { readonly printer: Printer; readonly began: Promise<void> } => {
		let begin = (): void => undefined;
		const began = new Promise<void>((resolve) => {
			begin = resolve;
		});
		return {
			began,
			printer: {
				name: 'stuck',
				send: async (_, { onSending }, signal) => {
					if (onAbort.kind !== 'not_sent') await onSending();
					begin();
					await new Promise((done) => signal.addEventListener('abort', done));
					return onAbort;
				},
				look: async () => 'ready',
				close: async () => undefined,
			},
		};
	};
	test('in the middle of a slip ends within two seconds and says what is known', async () => {
		const { printer, began } = stuck({ kind: 'unconfirmed' });
		hall.take('C-001', { printer: add(printer) });
		const press = open();
		await began;
		expect(states()).toEqual(['printing']);
		const start = performance.now();
		await press.close();
		expect(performance.now() - start).toBeLessThan(2_000);
		expect(states()).toEqual(['unconfirmed']);
	});
	test('before a slip was sent leaves it waiting for the next start', async () => {
		const { printer, began } = stuck({ kind: 'not_sent', fault: 'unreachable' });
		hall.take('C-001', { printer: add(printer) });
		const press = open();
		await began;
		await press.close();
		expect(states()).toEqual(['queued']);
	});
	test('while the printer is not ready does not wait for the next look', async () => {
		const empty: Printer = {
			name: 'empty',
			send: async () => ({ kind: 'not_sent', fault: 'paper_out' }),
			look: async () => 'paper_out',
			close: async () => undefined,
		};
		hall.take('C-001', { printer: add(empty) });
		const press = open();
		await settle(['failed: paper_out']);
		const start = performance.now();
		await press.close();
		expect(performance.now() - start).toBeLessThan(500);
	});
});

describe('when a commit fails', () => {
	test('nothing is sent, and the slip is printed once writing works again', async () => {
		const fake = await openFakePrinter();
		const trigger = hall.store.sqlite;
		trigger.exec(
			"create trigger full before update on print_jobs when new.state = 'printing' begin select raise(abort, 'disk full'); end",
		);
		const way = { kind: 'tcp', host: '127.0.0.1', port: fake.port } as const;
		hall.take('C-001', { printer: add(openPrinter(way, { status: 'in_turn', hasSpoken: false }, QUICK)) });
		open();
		await vi.waitFor(() => expect(errors[0]).toBe('printing stopped'), { timeout: 3_000 });
		expect([fake.slips.length, ...states()]).toEqual([0, 'queued']);
		trigger.exec('drop trigger full');
		await settle(['printed'], 6_000);
		expect(fake.slips).toHaveLength(1);
		await spooler?.close();
		await fake.close();
	}, 15_000);
});
