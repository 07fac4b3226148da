// A printer that fails at random, again and again, under a steady stream of slips: every slip is known to the end, "printed"
// was true each time, and no number has two valid slips on paper. GILIRAN_SLIPS and GILIRAN_STORM_PER_MINUTE make it the
// ten minutes of a busy hall.

import { asc } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { openCommits } from '../store/commit.ts';
import { printJobs } from '../store/schema.ts';
import { PC437 } from './compose/glyphs.ts';
import { readPaper, written } from './compose/testing/read-paper.ts';
import { openSpooler } from './spooler.ts';
import { MORNING, seedHall } from './testing/seed.ts';
import { LIMITS, type Limits } from './ways/limits.ts';
import { openPrinter } from './ways/open.ts';
import { type Behaviour, openFakePrinter, WELL } from './ways/testing/fake-printer.ts';

const SLIPS = Number(process.env.GILIRAN_SLIPS ?? 120);
const PER_MINUTE = Number(process.env.GILIRAN_STORM_PER_MINUTE ?? 1_200);
const SEED = Number(process.env.GILIRAN_SEED ?? 20_261_122);
const EVERY_MS = 60_000 / PER_MINUTE;
/** A hall's own pace has the hall's own patience; a storm in a glass is over before a real stall is noticed. */
const BRISK: Limits = {
	...LIMITS,
	connectMs: 400,
	statusMs: 120,
	healthMs: 300,
	lookEveryMs: 80,
	stallMs: 250,
	confirmMs: 400,
	muteMs: 200,
	backlogMs: 250,
	quietMs: 40,
};
const limits = PER_MINUTE > 200 ? BRISK : LIMITS;

/** Mulberry32: the same storm for the same seed. */
function randomOf(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** One fault at a time, each as it begins; `within`: at which byte of the next slip. */
const FAULTS: readonly ((within: number) => Partial<Behaviour>)[] = [
	() => ({ paper: 'out' }),
	() => ({ cover: 'open' }),
	() => ({ cutter: 'stuck' }),
	() => ({ online: false }),
	() => ({ stalled: true }),
	() => ({ paper: 'near_end' }),
	() => ({ lateMs: 30 }),
	(within) => ({ resetAfter: within }),
	(within) => ({ endsAfter: within }),
	(within) => ({ rollEndsAfter: within }),
	(within) => ({ opensAfter: within }),
	(within) => ({ jamsAfter: within }),
	(within) => ({ offlineAfter: within }),
	(within) => ({ stallsAfter: within }),
	() => ({ hangsUp: true }),
];

test(`${SLIPS} slips to one printer in a storm of faults: every one known, none twice`, async () => {
	const began = performance.now();
	const now = (): number => Math.round(MORNING + performance.now() - began);
	const hall = seedHall();
	const fake = await openFakePrinter();
	const printer = hall.addPrinter('Kios 1', `tcp://127.0.0.1:${fake.port}`);
	const commits = openCommits(hall.store, now);
	const quiet = (): void => undefined;
	const errors: unknown[] = [];
	const spooler = openSpooler({
		hall: hall.hall,
		commits,
		open: () =>
			openPrinter({ kind: 'tcp', host: '127.0.0.1', port: fake.port }, { status: 'in_turn', hasSpoken: false }, limits),
		clock: now,
		log: { info: quiet, warn: quiet, error: (detail) => errors.push(detail) },
	});
	commits.onCommit(spooler.nudge);
	const random = randomOf(SEED);
	let stormy = true;
	const storm = (async () => {
		while (stormy) {
			await new Promise((done) => setTimeout(done, EVERY_MS * (1 + 6 * random())));
			const fault = FAULTS[Math.floor(random() * FAULTS.length)]?.(1 + Math.floor(random() * 600));
			Object.assign(fake.is, WELL, fault);
			await new Promise((done) => setTimeout(done, EVERY_MS * (1 + 8 * random())));
			Object.assign(fake.is, WELL);
		}
	})();
	for (let slip = 1; slip <= SLIPS; slip++) {
		const number = `C-${String(slip).padStart(4, '0')}`;
		await commits.run((at) => hall.take(number, { at, printer }));
		spooler.nudge();
		await new Promise((done) => setTimeout(done, EVERY_MS));
	}
	stormy = false;
	await storm;
	const jobs = () => hall.store.tables.select().from(printJobs).orderBy(asc(printJobs.id)).all();
	await vi.waitFor(() => expect(jobs().filter((it) => it.doneAt === null)).toEqual([]), {
		timeout: 150_000,
		interval: 100,
	});
	await spooler.close();
	await commits.close();

	const papers = fake.slips.map((bytes) => {
		const lines = written(readPaper(bytes, PC437)).join('\n');
		return { number: /C-\d{4}/.exec(lines)?.[0], marked: lines.includes('CETAK ULANG') };
	});
	const numberOf = new Map(
		(
			hall.store.sqlite.prepare('select id, number from visits').all() as {
				readonly id: number;
				readonly number: string;
			}[]
		).map((it) => [it.id, it.number]),
	);
	const of = (state: string) => jobs().filter((it) => it.state === state);
	const why = `seed ${SEED}: ${['printed', 'unconfirmed', 'failed'].map((it) => `${of(it).length} ${it}`).join(', ')}`;
	expect(errors, why).toEqual([]);
	// Every number has its one slip, and each job an end.
	expect(new Set(jobs().flatMap((it) => (it.kind === 'slip' ? [it.visitId] : []))).size, why).toBe(SLIPS);
	// None has two valid ones.
	const valid = papers.filter((it) => !it.marked).map((it) => it.number);
	expect(valid.length, why).toBe(new Set(valid).size);
	// "Printed" was true each time, and what was never sent is not on paper.
	for (const number of numberOf.values()) {
		const own = jobs().filter((it) => numberOf.get(it.visitId ?? 0) === number);
		const out = papers.filter((it) => it.number === number).length;
		expect(out, `${number}, ${why}`).toBeGreaterThanOrEqual(own.filter((it) => it.state === 'printed').length);
		expect(out, `${number}, ${why}`).toBeLessThanOrEqual(own.filter((it) => it.sentAt !== null).length);
	}
	// A storm that broke nothing, or everything, would prove nothing.
	expect(of('printed').length, why).toBeGreaterThan(SLIPS / 4);
	expect(jobs().filter((it) => it.kind === 'reprint').length, why).toBeGreaterThan(0);
	await fake.close();
	hall.store.sqlite.close();
}, 900_000);
