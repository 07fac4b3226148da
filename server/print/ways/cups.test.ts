// A slip through a real print server to a fake printer, and how a queue's own words are read.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PrinterFault, PrinterState, PrintOutcome } from '../../../shared/slip.ts';
import { cupsPrinter, readQueue } from './cups.ts';
import type { Printer } from './printer.ts';
import { WELL } from './testing/fake-core.ts';
import { type FakePrinter, openFakePrinter } from './testing/fake-printer.ts';
import { CUPS_MISSING, openPrivateCups, type PrivateCups } from './testing/private-cups.ts';
import { hex, never, notSent, QUICK, SLIP, SOON, slipOf, UNCONFIRMED } from './testing/rig.ts';

const QUEUE = 'karcis';

describe.skipIf(CUPS_MISSING !== null)(`a CUPS queue${CUPS_MISSING ? ` (skipped: ${CUPS_MISSING})` : ''}`, () => {
	let cups: PrivateCups;
	let fake: FakePrinter;
	let printer: Printer;
	let troubles: PrinterFault[] = [];
	const send = (bytes: Uint8Array = SLIP, signal = never): Promise<PrintOutcome> => {
		const onTrouble = (fault: PrinterFault): void => {
			troubles.push(fault);
		};
		return printer.send(bytes, { onSending: async () => undefined, onTrouble }, signal);
	};
	const jobs = (): Promise<string> => cups.run('lpstat', '-o', QUEUE);

	beforeAll(async () => {
		cups = await openPrivateCups();
		fake = await openFakePrinter();
		// No waiting for answers of the printer, and no questions over SNMP.
		const uri = `socket://127.0.0.1:${fake.port}/?waiteof=false&snmp=false`;
		await cups.run('lpadmin', '-p', QUEUE, '-E', '-v', uri, '-m', 'raw');
		printer = cupsPrinter(QUEUE, cups.env, { ...QUICK, giveUpMs: 30_000 });
	});
	afterAll(async () => {
		await cups.close();
		await fake.close();
	});
	beforeEach(() => {
		Object.assign(fake.is, WELL);
		troubles = [];
	});

	test('takes a slip to the paper byte for byte, and claims no more than that it was sent', async () => {
		expect(await printer.look(never)).toBe('unknown');
		expect(await send()).toEqual(UNCONFIRMED);
		await expect.poll(() => fake.slips.map(hex), SOON).toEqual([hex(SLIP)]);
		expect(await jobs()).toBe('');
	});
	test('takes slips that come at once one after another', async () => {
		const before = fake.slips.length;
		const slips = ['C-013', 'C-014', 'C-015'].map(slipOf);
		expect(await Promise.all(slips.map((it) => send(it)))).toEqual([UNCONFIRMED, UNCONFIRMED, UNCONFIRMED]);
		await expect.poll(() => fake.slips.slice(before).map(hex), SOON).toEqual(slips.map(hex));
	});
	test('that is stopped is offline, is sent nothing, and prints when it goes on', async () => {
		await cups.run('cupsdisable', QUEUE);
		expect(await printer.look(never)).toBe('offline');
		expect(await send()).toEqual(notSent('offline'));
		expect(await jobs()).toBe('');
		await cups.run('cupsenable', QUEUE);
		expect(await printer.look(never)).toBe('unknown');
		expect(await send()).toEqual(UNCONFIRMED);
	});
	test('that takes no jobs refuses', async () => {
		await cups.run('cupsreject', QUEUE);
		expect(await send()).toEqual(notSent('refused'));
		await cups.run('lpadmin', '-p', QUEUE, '-E');
		expect(await send()).toEqual(UNCONFIRMED);
	});
	test('whose printer is away tells of the stall, and prints when it is back', async () => {
		await fake.refuse();
		const before = fake.slips.length;
		const sent = send();
		await expect.poll(() => troubles, SOON).toEqual(['stalled']);
		await cups.run('cupsdisable', QUEUE);
		// Something of it may have gone out, so it is withdrawn and counts as broken.
		expect(await sent).toEqual({ kind: 'broken', fault: 'offline' });
		expect(await jobs()).toBe('');
		await fake.listen();
		await cups.run('cupsenable', QUEUE);
		expect(await send()).toEqual(UNCONFIRMED);
		await expect.poll(() => fake.slips.slice(before).map(hex), SOON).toEqual([hex(SLIP)]);
	});
	test('gives a slip back that is not wanted any more', async () => {
		await fake.refuse();
		const hurry = new AbortController();
		const sent = send(SLIP, hurry.signal);
		await expect.poll(() => troubles, SOON).toEqual(['stalled']);
		hurry.abort();
		expect(await sent).toEqual({ kind: 'broken', fault: 'offline' });
		expect(await jobs()).toBe('');
		expect(await send(SLIP, hurry.signal)).toEqual(notSent('offline'));
		await fake.listen();
	});
	test('that does not exist is not reached', async () => {
		const other = cupsPrinter('other', cups.env, QUICK);
		expect(await other.look(never)).toBe('unreachable');
		const hooks = { onSending: () => Promise.reject(new Error('nothing may be sent')), onTrouble: () => undefined };
		expect(await other.send(SLIP, hooks, never)).toEqual(notSent('unreachable'));
	});
});

test('without CUPS on the machine a queue is not reached', async () => {
	const none = cupsPrinter(QUEUE, { PATH: '/nowhere' }, QUICK);
	expect(await none.look(never)).toBe('unreachable');
});

/** As CUPS 2.4 says it to `lpstat -l -p`; what follows is left out here. */
const SAID: readonly (readonly [string, PrinterState, string | null])[] = [
	['printer karcis is idle.  enabled since Sun Mar 15 09:00:00 2026\n\tAlerts: none\n', 'unknown', null],
	[
		'printer karcis now printing karcis-12.  enabled since Sun Mar 15 09:00:00 2026\n\tAlerts: none\n',
		'unknown',
		'karcis-12',
	],
	['printer karcis disabled since Sun Mar 15 09:00:00 2026 -\n\tPaused\n\tAlerts: paused\n', 'offline', null],
	['printer karcis is idle.  enabled since x\n\tAlerts: media-empty-error\n', 'paper_out', null],
	['printer karcis is idle.  enabled since x\n\tAlerts: media-low-report\n', 'near_end', null],
	['printer karcis is idle.  enabled since x\n\tAlerts: cover-open-error media-empty\n', 'cover_open', null],
	['printer karcis is idle.  enabled since x\n\tAlerts: offline-report\n', 'offline', null],
	['printer karcis is idle.  enabled since x\n\tAlerts: connecting-to-device\n', 'unknown', null],
	['', 'unknown', null],
];
test.each(SAID)('of a queue that says %j', (text, state, printing) => {
	expect(readQueue(text)).toEqual({ state, printing });
});
