// The outbox of slips and what becomes of it: nothing is lost, nothing comes out twice by itself, and every change is told.

import { asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MINUTE, type Rev, type ServiceId, type VisitId } from '../../shared/id.ts';
import { type Commits, openCommits } from '../store/commit.ts';
import { journal, printJobs } from '../store/schema.ts';
import { PC437 } from './glyphs.ts';
import { openJobs, requestReprint, TOO_OLD } from './jobs.ts';
import { LIMITS, networkPrinter } from './network.ts';
import type { Outcome, Printer } from './printer.ts';
import { openSpooler, type Spooler } from './spooler.ts';
import { type FakePrinter, openFakePrinter } from './testing/fake-printer.ts';
import { readPaper, written } from './testing/read-paper.ts';
import { MORNING, type Seeded, seedHall } from './testing/seed.ts';

const QUICK = { ...LIMITS, connectMs: 500, statusMs: 200, confirmMs: 1_000, lookEveryMs: 150, muteMs: 200 };

let hall: Seeded;
let commits: Commits;
let now: number;
let spooler: Spooler | null;
let errors: string[];

const open = (printer: Printer | null): Spooler => {
	const quiet = (): void => undefined;
	spooler = openSpooler({
		store: hall.store,
		commits,
		catalogue: () => hall.catalogue,
		printer,
		paper: 80,
		log: { info: quiet, warn: quiet, error: (_, message) => errors.push(message) },
	});
	return spooler;
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
		open(null);
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
		const tray = open(null);
		tray.nudge();
		await new Promise((done) => setTimeout(done, 80));
		expect(hall.store.tables.select().from(journal).all()).toEqual([]);
	});
	test('what was queued as the server closes is still taken', async () => {
		const tray = open(null);
		hall.take('C-001');
		tray.nudge();
		await tray.close();
		expect(states()).toEqual(['printed']);
	});
	test('a slip that a printer had in hand at the last stop is not said to be printed', async () => {
		hall.take('C-001', { state: 'printing' });
		open(null);
		await settle(['unconfirmed']);
	});
	test('looking for work reads the waiting jobs alone, however many were printed before', () => {
		const plans: string[] = [];
		for (const states of ["state in ('queued', 'printing') and state = 'queued'", "state in ('queued', 'printing')"])
			plans.push(
				...(
					hall.store.sqlite.prepare(`explain query plan select id from print_jobs where ${states} limit 1`).all() as {
						detail: string;
					}[]
				).map((it) => it.detail),
			);
		expect(plans.join('\n')).toMatch(/^(.*print_jobs_waiting.*\n?){2}$/);
	});
});

describe('a printer', () => {
	let fake: FakePrinter;
	const connect = (): Printer => networkPrinter({ host: '127.0.0.1', port: fake.port }, QUICK);
	const numbersPrinted = (): readonly string[] =>
		fake.slips.flatMap((it) => written(readPaper(it, PC437)).filter((line) => line.endsWith('(x8)')));
	beforeEach(async () => {
		fake = await openFakePrinter();
	});
	afterEach(() => fake.close());

	test('prints what waits, oldest first, and every step is told', async () => {
		const first = hall.take('C-001');
		const press = open(connect());
		hall.take('C-002');
		press.nudge();
		await settle(['printed', 'printed']);
		expect(numbersPrinted()).toEqual(['C-001 (x8)', 'C-002 (x8)']);
		expect(told(first.visitId)).toEqual(['printing', 'printed']);
	});
	test('without paper it says so to all who wait, and prints by itself when there is paper again', async () => {
		fake.is.paper = 'out';
		const { visitId } = hall.take('C-001');
		hall.take('C-002');
		const press = open(connect());
		await settle(['failed: paper_out', 'failed: paper_out']);
		expect(jobs().map((it) => it.sentAt)).toEqual([null, null]);
		hall.take('C-003');
		press.nudge();
		await settle(['failed: paper_out', 'failed: paper_out', 'failed: paper_out'], 1_500);
		fake.is.paper = 'there';
		await settle(['printed', 'printed', 'printed'], 5_000);
		expect(numbersPrinted()).toEqual(['C-001 (x8)', 'C-002 (x8)', 'C-003 (x8)']);
		expect(told(visitId)).toEqual(['failed: paper_out', 'printing', 'printed']);
	}, 15_000);
	test('a slip that waited too long is given up, and not printed for nobody', async () => {
		fake.is.cover = 'open';
		hall.take('C-001');
		const press = open(connect());
		await settle(['failed: cover_open']);
		fake.is.cover = 'closed';
		now += TOO_OLD;
		hall.take('C-002', { at: now });
		press.nudge();
		await settle(['failed: cover_open', 'printed']);
		expect(numbersPrinted()).toEqual(['C-002 (x8)']);
		expect(jobs()[0]?.doneAt).toBe(now);
	});
	test('a queue of yesterday does not come out when the server is switched on', async () => {
		hall.take('C-001', { at: MORNING - 600 * MINUTE });
		open(connect());
		await settle(['failed: offline']);
		expect(fake.received()).toBe(0);
	});
	test('a slip that broke off in the middle is never sent again by itself', async () => {
		fake.is.resetAfter = 300;
		hall.take('C-001');
		const press = open(connect());
		await settle(['failed: reset']);
		fake.is.resetAfter = null;
		hall.take('C-002');
		press.nudge();
		await settle(['failed: reset', 'printed']);
		expect(numbersPrinted()).toEqual(['C-002 (x8)']);
	});
	test('a slip that was being printed when the server died may have come out: it is told so and left alone', async () => {
		const { visitId } = hall.take('C-001', { state: 'printing' });
		open(connect());
		await settle(['unconfirmed']);
		expect(told(visitId)).toEqual(['unconfirmed']);
		expect(fake.connections()).toBe(0);
	});
	test('one that failed just before a restart is tried again after it', async () => {
		hall.take('C-001', { state: 'failed', fault: 'paper_out' });
		open(connect());
		await settle(['printed']);
	});
	test('a mute printer leaves its slips unconfirmed', async () => {
		fake.is.answers = 'nothing';
		hall.take('C-001');
		open(connect());
		await settle(['unconfirmed']);
	});
	test('a second slip is asked for, says CETAK ULANG and the first one’s facts', async () => {
		const { visitId } = hall.take('C-001');
		const press = open(connect());
		await settle(['printed']);
		now += 26 * MINUTE;
		commits.onCommit(press.nudge);
		await commits.run((at) => requestReprint(hall.store, visitId, at));
		await settle(['printed', 'printed']);
		expect(told(visitId)).toEqual(['printing', 'printed', 'queued', 'printing', 'printed']);
		const [first, second] = fake.slips.map((it) => written(readPaper(it, PC437)));
		expect(second).toContain('** CETAK ULANG 09.40 WITA **');
		expect(second?.filter((it) => !it.includes('CETAK ULANG'))).toEqual(first);
		expect(await commits.run((at) => requestReprint(hall.store, 999 as VisitId, at))).toBeNull();
	});
	test('a slip that cannot be composed fails alone', async () => {
		hall.take('C-001', { places: [{ serviceId: 'tidak-ada' as ServiceId, ahead: 0, wait: null }] });
		hall.take('C-002');
		open(connect());
		await settle(['failed', 'printed']);
		expect(errors).toEqual(['a slip could not be composed']);
	});
});

describe('closing', () => {
	/** A printer in the middle of a slip that takes its time. */
	const stuck = (onAbort: Outcome): { readonly printer: Printer; readonly began: Promise<void> } => {
		let begin = (): void => undefined;
		const began = new Promise<void>((resolve) => {
			begin = resolve;
		});
		return {
			began,
			printer: {
				name: 'stuck',
				send: async (_, onSending, signal) => {
					if (onAbort.kind !== 'not_sent') await onSending();
					begin();
					await new Promise((done) => signal.addEventListener('abort', done));
					return onAbort;
				},
			},
		};
	};
	test('in the middle of a slip ends within two seconds and says what is known', async () => {
		hall.take('C-001');
		const { printer, began } = stuck({ kind: 'unconfirmed' });
		const press = open(printer);
		await began;
		expect(states()).toEqual(['printing']);
		const start = performance.now();
		await press.close();
		expect(performance.now() - start).toBeLessThan(2_000);
		expect(states()).toEqual(['unconfirmed']);
	});
	test('before a slip was sent leaves it waiting for the next start', async () => {
		hall.take('C-001');
		const { printer, began } = stuck({ kind: 'not_sent', fault: 'unreachable' });
		const press = open(printer);
		await began;
		await press.close();
		expect(states()).toEqual(['queued']);
	});
	test('while the printer is not ready does not wait for the next look', async () => {
		hall.take('C-001');
		const press = open({ name: 'empty', send: async () => ({ kind: 'not_sent', fault: 'paper_out' }) });
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
		hall.take('C-001');
		open(networkPrinter({ host: '127.0.0.1', port: fake.port }, QUICK));
		await vi.waitFor(() => expect(errors).toEqual(['printing stopped']), { timeout: 3_000 });
		expect([fake.received(), ...states()]).toEqual([0, 'queued']);
		trigger.exec('drop trigger full');
		await settle(['printed'], 5_000);
		expect(fake.slips).toHaveLength(1);
		await spooler?.close();
		await fake.close();
	}, 15_000);
});

test('only jobs that were never sent and are not given up are due', () => {
	const rows = openJobs(hall.store, () => 'Asia/Makassar');
	hall.take('C-001', { state: 'printed' });
	hall.take('C-002', { state: 'failed', fault: 'paper_out' });
	hall.take('C-003');
	hall.take('C-004', { state: 'unconfirmed' });
	expect(rows.due().map((it) => it.id)).toEqual([2, 3]);
	for (const job of rows.due().slice(0, 1)) rows.sending(job, MORNING);
	expect(rows.due().map((it) => it.id)).toEqual([3]);
});
