// What a printer may claim, against a printer that fails in every way printers do. The suite knows no adapter: each is
// handed to it with a fake at the end of its cable.

import { test as base, describe } from 'vitest';
import type { PrinterFault, PrinterState, PrintOutcome } from '../../../shared/slip.ts';
import type { Limits } from './limits.ts';
import type { Status } from './status.ts';
import type { Behaviour } from './testing/fake-core.ts';
import {
	ADAPTERS,
	broken,
	hex,
	never,
	notSent,
	openRig,
	PRINTED,
	QUICK,
	type Rig,
	SLIP,
	SOON,
	slipOf,
	UNCONFIRMED,
} from './testing/rig.ts';

interface Before {
	readonly name: string;
	readonly how: Partial<Behaviour>;
	readonly fault: PrinterFault;
}
const BEFORE: readonly Before[] = [
	{ name: 'without paper', how: { paper: 'out' }, fault: 'paper_out' },
	{ name: 'with an open cover', how: { cover: 'open' }, fault: 'cover_open' },
	{ name: 'with a stuck cutter', how: { cutter: 'stuck' }, fault: 'cutter' },
	{ name: 'that is switched offline', how: { online: false }, fault: 'offline' },
	{ name: 'without paper that also reports unasked', how: { paper: 'out', reports: true }, fault: 'paper_out' },
	{ name: 'that takes what it is told and stalls', how: { stalled: true }, fault: 'unreachable' },
	{ name: 'that does not even read', how: { reads: 'never' }, fault: 'unreachable' },
	{ name: 'that answers in another language', how: { garbles: true }, fault: 'unreachable' },
];

interface During {
	readonly name: string;
	readonly how: Partial<Behaviour>;
	readonly outcome: PrintOutcome;
	readonly told: readonly PrinterFault[];
}
const DURING: readonly During[] = [
	{ name: 'runs out of paper', how: { rollEndsAfter: 200 }, outcome: broken('paper_out'), told: [] },
	{ name: 'has its cover opened', how: { opensAfter: 200 }, outcome: broken('cover_open'), told: [] },
	{ name: 'is switched offline', how: { offlineAfter: 200 }, outcome: broken('offline'), told: [] },
	{ name: 'gets its cutter stuck', how: { jamsAfter: 200 }, outcome: broken('cutter'), told: [] },
	{ name: 'stalls', how: { stallsAfter: 200 }, outcome: broken('stalled'), told: ['stalled'] },
	{ name: 'slows down so much that nobody can wait', how: { slowsAfter: 200 }, outcome: UNCONFIRMED, told: [] },
];

interface Speaker {
	readonly status: Status;
	readonly how: Partial<Behaviour>;
	readonly outcome: PrintOutcome;
	/** How it stands afterwards. */
	readonly state: PrinterState;
}
const SPEAKERS: readonly Speaker[] = [
	{ status: 'in_turn', how: {}, outcome: PRINTED, state: 'ready' },
	{ status: 'in_turn', how: { reports: true }, outcome: PRINTED, state: 'ready' },
	{ status: 'in_turn', how: { lateMs: 30 }, outcome: PRINTED, state: 'ready' },
	{ status: 'in_turn', how: { rate: 2_000 }, outcome: PRINTED, state: 'ready' },
	{ status: 'asb', how: { answers: 'asb' }, outcome: PRINTED, state: 'ready' },
	{ status: 'asb', how: { answers: 'asb', rollEndsAfter: 200 }, outcome: broken('paper_out'), state: 'paper_out' },
	{ status: 'realtime', how: { answers: 'realtime' }, outcome: UNCONFIRMED, state: 'ready' },
	{
		status: 'realtime',
		how: { answers: 'realtime', rollEndsAfter: 200 },
		outcome: broken('paper_out'),
		state: 'paper_out',
	},
	{ status: 'realtime', how: { answers: 'nothing' }, outcome: notSent('unreachable'), state: 'unreachable' },
	{ status: 'none', how: { paper: 'out' }, outcome: UNCONFIRMED, state: 'unknown' },
	{ status: 'none', how: { answers: 'nothing' }, outcome: UNCONFIRMED, state: 'unknown' },
	{ status: 'learn', how: {}, outcome: PRINTED, state: 'ready' },
	{ status: 'learn', how: { answers: 'realtime' }, outcome: UNCONFIRMED, state: 'ready' },
	{ status: 'learn', how: { answers: 'nothing' }, outcome: UNCONFIRMED, state: 'unknown' },
	{ status: 'learn', how: { paper: 'out' }, outcome: notSent('paper_out'), state: 'paper_out' },
];

for (const adapter of ADAPTERS) {
	const name = `a ${adapter.name} printer${adapter.missing ? ` (skipped: ${adapter.missing})` : ''}`;
	const connects = adapter.cable === 'connections';
	const test = base.extend<{ rig: Rig }>({
		// biome-ignore lint/correctness/noEmptyPattern: the runner reads from it what is needed, which is nothing
		rig: async ({}, use) => {
			const rig = await openRig(adapter);
			await use(rig);
			await rig.close();
		},
	});

	// They do little but wait, each for a printer of its own.
	describe.skipIf(adapter.missing !== null).concurrent(name, () => {
		test('a slip that the printer says it printed is printed, byte for byte', async ({ rig, expect }) => {
			expect(await rig.printer.look(never)).toBe('ready');
			expect(await rig.send()).toEqual(PRINTED);
			expect([rig.sendings(), rig.troubles]).toEqual([1, []]);
			expect(rig.fake.slips.map(hex)).toEqual([hex(SLIP)]);
		});

		for (const { name, how, fault } of BEFORE)
			test(`a printer ${name} is sent nothing, and prints after the cure`, async ({ rig, expect }) => {
				await rig.make(how);
				const meanwhile = fault === 'unreachable' ? rig.open('in_turn', QUICK) : rig.printer;
				expect(await meanwhile.look(never)).toBe(fault);
				expect(await rig.send(meanwhile)).toEqual(notSent(fault));
				expect(rig.sendings()).toBe(0);
				await rig.cure();
				await expect.poll(() => rig.printer.look(never), SOON).toBe('ready');
				expect(await rig.send()).toEqual(PRINTED);
				expect(rig.fake.slips.map(hex)).toEqual([hex(SLIP)]);
			});
		test('a printer that is not there is sent nothing, and prints when it is back', async ({ rig, expect }) => {
			await rig.goAway();
			expect(await rig.printer.look(never)).toBe(adapter.whenAway);
			expect(await rig.send()).toEqual(notSent(adapter.whenAway));
			await rig.comeBack();
			expect(await rig.printer.look(never)).toBe('ready');
			expect(await rig.send()).toEqual(PRINTED);
		});
		test('a printer that answers too late counts as one that does not answer', async ({ rig, expect }) => {
			await rig.make({ lateMs: 450 });
			expect(await rig.open('in_turn', QUICK).look(never)).toBe('unreachable');
			await rig.cure();
			await expect.poll(() => rig.send(), SOON).toEqual(PRINTED);
			expect(rig.fake.slips.map(hex)).toEqual([hex(SLIP)]);
		});
		test('a printer that works off a byte a second is found out before it gets a slip', async ({ rig, expect }) => {
			await rig.make({ rate: 1 });
			expect(await rig.send(rig.open('in_turn', { backlogMs: 1_000 }))).toEqual(notSent('stalled'));
			await rig.cure();
			await expect.poll(() => rig.send(), SOON).toEqual(PRINTED);
		});
		test('a roll that is nearly empty is told, and prints', async ({ rig, expect }) => {
			await rig.make({ paper: 'near_end' });
			expect(await rig.printer.look(never)).toBe('near_end');
			expect(await rig.send()).toEqual({ kind: 'printed', nearEnd: true });
			expect(await rig.send(rig.open('asb'))).toEqual({ kind: 'printed', nearEnd: true });
		});

		for (const { name, how, outcome, told } of DURING)
			test(`of a printer that ${name} in mid-slip no more is claimed than is known`, async ({ rig, expect }) => {
				await rig.make(how);
				const limits: Partial<Limits> = outcome.kind === 'unconfirmed' ? { confirmMs: 500 } : { giveUpMs: 1_000 };
				expect(await rig.send(rig.open('in_turn', limits))).toEqual(outcome);
				expect([rig.sendings(), rig.troubles]).toEqual([1, told]);
				await rig.cure();
				// What it still holds of the first one comes out before, where it keeps that.
				await expect.poll(() => rig.send(), SOON).toEqual(PRINTED);
				expect(hex(rig.fake.slips.at(-1))).toBe(hex(SLIP));
			});
		test('a cover that is opened when the slip is out breaks nothing', async ({ rig, expect }) => {
			// The last byte of all is that of the question after the slip, whose answer is still on its way.
			await rig.make({ lateMs: 150, opensAfter: SLIP.length + 3 });
			expect(await rig.send()).toEqual(PRINTED);
			expect(await rig.send()).toEqual(notSent('cover_open'));
		});
		test('a slip whose connection is torn down in the middle is broken', async ({ rig, expect }) => {
			await rig.make({ resetAfter: 200 });
			expect(await rig.send()).toEqual(broken('reset'));
			await rig.cure();
			if (!connects) await rig.comeBack();
			await expect.poll(() => rig.send(), SOON).toEqual(PRINTED);
		});
		test.skipIf(!connects)('one that hangs up after the slip has not said that it printed', async ({ rig, expect }) => {
			// The first question of all is whether anything is left in it.
			expect(await rig.send()).toEqual(PRINTED);
			await rig.make({ hangsUp: true });
			expect(await rig.send()).toEqual(UNCONFIRMED);
		});
		test.skipIf(!connects)('one that hangs up in the middle of a slip has broken it', async ({ rig, expect }) => {
			await rig.make({ endsAfter: 200 });
			expect(await rig.send(rig.printer, new Uint8Array(adapter.tooMuch).fill(0x20))).toEqual(broken('reset'));
		});

		test('a stalled slip is told, and is printed after all when the printer goes on', async ({ rig, expect }) => {
			await rig.make({ stallsAfter: 200 });
			const sent = rig.send(rig.printer);
			await expect.poll(() => rig.troubles, SOON).toEqual(['stalled']);
			await rig.make({ stalled: false, stallsAfter: null });
			expect(await sent).toEqual(PRINTED);
			expect(rig.fake.slips.map(hex)).toEqual([hex(SLIP)]);
		});
		test('a stalled slip whose paper is found to be out is broken', async ({ rig, expect }) => {
			await rig.make({ stallsAfter: 200 });
			const sent = rig.send(rig.printer);
			await expect.poll(() => rig.troubles, SOON).toEqual(['stalled']);
			await rig.make({ stalled: false, paper: 'out' });
			expect(await sent).toEqual(broken('paper_out'));
		});
		test('a printer that stops taking bytes is found out, and not waited for for ever', async ({ rig, expect }) => {
			const onTrouble = (fault: PrinterFault): void => expect(fault).toBe('stalled');
			const onSending = (): Promise<void> => rig.make({ reads: 'never' });
			const big = new Uint8Array(adapter.tooMuch).fill(0x20);
			const printer = rig.open('in_turn', { giveUpMs: 1_000 });
			expect(await printer.send(big, { onSending, onTrouble }, never)).toEqual(broken('stalled'));
			expect.assertions(2);
		});
		test('the late answer to a slip that broke off is not taken for that to the next one', async ({ rig, expect }) => {
			await rig.make({ keeps: 'rest', rollEndsAfter: 200 });
			expect(await rig.send()).toEqual(broken('paper_out'));
			// It has paper again, and works off what it holds of the first slip while the second one is on its way.
			await rig.make({ paper: 'there', rollEndsAfter: null, rate: 2_000 });
			const second = slipOf('C-013');
			// Even if this program was started anew meanwhile, and knows nothing of the first.
			const anew = rig.open('in_turn');
			await expect.poll(() => rig.send(anew, second), SOON).toEqual(PRINTED);
			expect(hex(rig.fake.slips.at(-1))).toBe(hex(second));
		});

		for (const { status, how, outcome, state } of SPEAKERS)
			test(`known as "${status}" and being ${JSON.stringify(how)}`, async ({ rig, expect }) => {
				await rig.make(how);
				const answers = outcome.kind === 'printed' || outcome.kind === 'broken';
				const silent = how.answers === 'nothing' ? { statusMs: 300 } : {};
				const known = rig.open(status, answers ? {} : { backlogMs: 300, confirmMs: 300, ...silent });
				expect(await rig.send(known)).toEqual(outcome);
				expect(await known.look(never)).toBe(state);
			});
		test('one that used to answer and is silent is busy elsewhere: its slip is kept', async ({ rig, expect }) => {
			const learnt = rig.open('learn', { statusMs: QUICK.statusMs });
			await expect.poll(() => rig.send(learnt), SOON).toEqual(PRINTED);
			await rig.make({ stalled: true });
			for (let look = 1; look < 5; look++) {
				expect(await rig.send(learnt)).toEqual(notSent('unreachable'));
				expect(await learnt.look(never)).toBe('unreachable');
			}
			// After so long it may be another printer at the same address, one that never answers.
			expect(await rig.send(learnt)).toEqual(UNCONFIRMED);
		});

		test('slips and looks that come at once wait for each other', async ({ rig, expect }) => {
			const slips = ['C-012', 'C-013', 'C-014'].map(slipOf);
			const outcomes = Promise.all(slips.map((it) => rig.send(rig.printer, it)));
			const states = Promise.all([rig.printer.look(never), rig.printer.look(never)]);
			expect(await outcomes).toEqual([PRINTED, PRINTED, PRINTED]);
			expect(await states).toEqual(['ready', 'ready']);
			expect(rig.fake.slips.map(hex)).toEqual(slips.map(hex));
		});
		test('a slip that could not be written down is not sent, and the next one is', async ({ rig, expect }) => {
			const full = new Error('the disk is full');
			const hooks = { onSending: () => Promise.reject(full), onTrouble: () => undefined };
			await expect(rig.printer.send(SLIP, hooks, never)).rejects.toBe(full);
			expect(rig.fake.received()).toBe(0);
			expect(await rig.send()).toEqual(PRINTED);
		});
		test('a hurried end says what is known by then', async ({ rig, expect }) => {
			await rig.make({ answers: 'realtime' });
			const hurry = new AbortController();
			const hooks = { onSending: async () => hurry.abort(), onTrouble: () => undefined };
			expect(await rig.open('realtime').send(SLIP, hooks, hurry.signal)).toEqual(UNCONFIRMED);
			expect(await rig.send(rig.printer, SLIP, hurry.signal)).toEqual(notSent('offline'));
			expect(await rig.printer.look(hurry.signal)).toBe('unknown');
		});
		test('closing lets go of a slip that is waited for, and of those behind it', async ({ rig, expect }) => {
			await rig.make({ stallsAfter: 200 });
			const patient = rig.open('in_turn', { giveUpMs: 60_000 });
			const sent = [rig.send(patient), rig.send(patient)];
			await expect.poll(() => rig.troubles, SOON).toEqual(['stalled']);
			await patient.close();
			expect(await Promise.all(sent)).toEqual([UNCONFIRMED, notSent('offline')]);
			expect(await patient.look(never)).toBe('unknown');
		});
	});
}
