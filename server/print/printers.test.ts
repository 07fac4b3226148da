// What a printer may claim, against a printer that fails in every way printers do. The suite knows no adapter: each is
// handed to it with a way to reach the fake.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { words } from '../../shared/words/words.ts';
import { encode } from './encode.ts';
import { linesOf } from './lines.ts';
import { LIMITS, type Limits, networkPrinter } from './network.ts';
import type { Outcome, Printer } from './printer.ts';
import { profileFor } from './profile.ts';
import { openSlips } from './slip.ts';
import { type Behaviour, type FakePrinter, openFakePrinter, WELL } from './testing/fake-printer.ts';
import { readPaper, written } from './testing/read-paper.ts';
import { seedHall } from './testing/seed.ts';

const hall = seedHall();
const profile = profileFor(80);
const slip = encode(linesOf(openSlips(hall.store)(hall.take('C-012').job, hall.catalogue), profile, words.id), profile);
/** As in the hall, but in a hurry. */
const QUICK: Limits = { ...LIMITS, statusMs: 150, stallMs: 300, confirmMs: 600, lookEveryMs: 150, muteMs: 200 };

const ADAPTERS: Readonly<Record<string, (port: number, limits: Limits) => Printer>> = {
	network: (port, limits) => networkPrinter({ host: '127.0.0.1', port }, limits),
};

describe.each(Object.entries(ADAPTERS))('a %s printer', (_, open) => {
	let fake: FakePrinter;
	let printer: Printer;
	let sendings = 0;
	const never = new AbortController().signal;
	const send = (bytes: Uint8Array = slip, to: Printer = printer, signal = never): Promise<Outcome> =>
		to.send(
			bytes,
			async () => {
				expect(fake.received(), 'nothing of the slip is out before it was written down').toBe(0);
				sendings++;
			},
			signal,
		);

	beforeEach(async () => {
		fake = await openFakePrinter();
		printer = open(fake.port, QUICK);
		sendings = 0;
	});
	afterEach(() => fake.close());

	test('a slip that the printer says it printed is printed, byte for byte', async () => {
		expect(await send()).toEqual({ kind: 'printed' });
		expect(sendings).toBe(1);
		expect(fake.slips.map((it) => Buffer.from(it).toString('hex'))).toEqual([Buffer.from(slip).toString('hex')]);
	});

	type Row = readonly [string, Partial<Behaviour>, Outcome];
	const BEFORE: readonly Row[] = [
		['without paper', { paper: 'out' }, { kind: 'not_sent', fault: 'paper_out' }],
		['with an open cover', { cover: 'open' }, { kind: 'not_sent', fault: 'cover_open' }],
		['with a stuck cutter', { cutter: 'stuck' }, { kind: 'not_sent', fault: 'cutter' }],
		['that is switched offline', { online: false }, { kind: 'not_sent', fault: 'offline' }],
		[
			'without paper that also reports unasked',
			{ paper: 'out', reports: true },
			{ kind: 'not_sent', fault: 'paper_out' },
		],
	];
	test.each(BEFORE)('to a printer %s nothing is sent, and after the cure it prints', async (_name, how, outcome) => {
		Object.assign(fake.is, how);
		expect(await send()).toEqual(outcome);
		expect([sendings, fake.received()]).toEqual([0, 0]);
		Object.assign(fake.is, WELL);
		expect(await send()).toEqual({ kind: 'printed' });
		expect(fake.slips).toHaveLength(1);
	});

	const AFTER: readonly Row[] = [
		['is near the end of its roll', { paper: 'near_end' }, { kind: 'printed' }],
		['sends unasked reports in between', { reports: true }, { kind: 'printed' }],
		['reads a byte in a millisecond', { reads: 'slowly' }, { kind: 'printed' }],
		['never says anything', { answers: 'nothing' }, { kind: 'unconfirmed' }],
		['answers questions but never confirms', { answers: 'realtime' }, { kind: 'unconfirmed' }],
		['takes the connection and reads nothing', { reads: 'never' }, { kind: 'unconfirmed' }],
		['hangs up after the slip', { hangsUp: true }, { kind: 'unconfirmed' }],
		['tears the connection down in mid-slip', { resetAfter: 200 }, { kind: 'broken', fault: 'reset' }],
		['runs out of paper in mid-slip', { rollEndsAfter: 200 }, { kind: 'broken', fault: 'paper_out' }],
	];
	test.each(AFTER)(
		'of a printer that %s no more is claimed than is known',
		async (_name, how, outcome) => {
			Object.assign(fake.is, how);
			expect(await send(slip, open(fake.port, { ...QUICK, confirmMs: 2_500 }))).toEqual(outcome);
			expect(sendings).toBe(1);
		},
		15_000,
	);

	test('a printer that stops taking bytes is found out, and not waited for for ever', async () => {
		fake.is.reads = 'never';
		expect(await send(new Uint8Array(32 * 1024 * 1024).fill(0x20))).toEqual({ kind: 'broken', fault: 'stalled' });
	});
	test('where nobody listens nothing is sent', async () => {
		await fake.close();
		expect(await send()).toEqual({ kind: 'not_sent', fault: 'unreachable' });
		fake = await openFakePrinter();
	});
	test('one that used to answer and is silent is busy elsewhere: the slip is kept, not thrown at it', async () => {
		expect(await send()).toEqual({ kind: 'printed' });
		fake.is.reads = 'never';
		const again = (): Promise<Outcome> => printer.send(slip, async () => undefined, never);
		for (let look = 1; look < 5; look++) expect(await again()).toEqual({ kind: 'not_sent', fault: 'unreachable' });
		// After so long it may be another printer at the same address, one that never answers.
		expect(await again()).toEqual({ kind: 'unconfirmed' });
	});
	test('slips sent at once are printed one after another', async () => {
		const outcomes = await Promise.all([1, 2, 3].map(() => printer.send(slip, async () => undefined, never)));
		expect(outcomes.map((it) => it.kind)).toEqual(['printed', 'printed', 'printed']);
		expect(fake.slips.map((it) => written(readPaper(it, profile.codePage)).includes('C-012 (x8)'))).toEqual([
			true,
			true,
			true,
		]);
	});
	test('when the slip could not be written down it is not sent, and the next one is', async () => {
		const full = new Error('the disk is full');
		await expect(printer.send(slip, () => Promise.reject(full), never)).rejects.toBe(full);
		expect(fake.received()).toBe(0);
		expect(await send()).toEqual({ kind: 'printed' });
	});
	test('a hurried end says what is known by then', async () => {
		fake.is.answers = 'realtime';
		const hurry = new AbortController();
		const sent = printer.send(slip, async () => hurry.abort(), hurry.signal);
		expect(await sent).toEqual({ kind: 'unconfirmed' });
		expect(await send(slip, printer, hurry.signal)).toMatchObject({ kind: 'not_sent' });
	});
	test('no question is ever put inside a command or a word of the slip', async () => {
		fake.is.rollEndsAfter = 200;
		await send();
		const whole = await openFakePrinter();
		await open(whole.port, QUICK).send(slip, async () => undefined, never);
		expect(() => readPaper(whole.slips[0] ?? new Uint8Array(), profile.codePage)).not.toThrow();
		await whole.close();
	});
});
