// A printer that hangs on a kiosk's PC: what is claimed of a slip, whatever becomes of the agent, its line and the server.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DeviceId, PrintJobId } from '../../shared/id.ts';
import type { PrinterFault, PrintOutcome } from '../../shared/slip.ts';
import type { AgentView } from '../../shared/views.ts';
import { type Channel, openRemotes, type RemoteLimits, type Remotes } from './remote.ts';
import type { Printer } from './ways/printer.ts';

const KIOSK_PC = 7 as DeviceId;
const OTHER_PC = 8 as DeviceId;
const SLIP = Buffer.from('slip of A-012');
const PRINTED: PrintOutcome = { kind: 'printed', nearEnd: false };
/** As in the hall, but in a hurry. */
const QUICK: RemoteLimits = { beginMs: 120, awayMs: 40, returnMs: 200, silentMs: 400 };

let remotes: Remotes;
let printer: Printer;
let sendings: string[];
let troubles: PrinterFault[];
let closing: AbortController;
beforeEach(() => {
	remotes = openRemotes(QUICK);
	printer = remotes.printer(KIOSK_PC, 'Kios 1', 'in_turn');
	sendings = [];
	troubles = [];
	closing = new AbortController();
});
afterEach(() => closing.abort());

const soon = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

interface Agent extends Channel {
	readonly shown: () => AgentView;
	/** The job in its hand, waited for. */
	readonly job: () => Promise<NonNullable<AgentView['job']>>;
	readonly wasEnded: () => boolean;
	readonly leave: () => void;
}
/** An agent's end of the line, without any line. */
function agent(device: DeviceId = KIOSK_PC): Agent {
	const views: AgentView[] = [];
	let ended = false;
	const it: Agent = {
		show: (view) => void views.push(view),
		end: () => {
			ended = true;
		},
		shown: () => views.at(-1) ?? { status: null, job: null },
		job: async () => {
			await expect.poll(() => it.shown().job, { interval: 2 }).not.toBeNull();
			return it.shown().job as NonNullable<AgentView['job']>;
		},
		wasEnded: () => ended,
		leave: () => remotes.gone(device, it),
	};
	remotes.connected(device, it);
	return it;
}
const send = (to: Printer = printer, text: Uint8Array = SLIP): Promise<PrintOutcome> =>
	to.send(
		text,
		{
			onSending: async () => {
				await soon(1);
				sendings.push('written down');
			},
			onTrouble: (fault) => void troubles.push(fault),
		},
		closing.signal,
	);

describe('a slip', () => {
	test('is put into the agent’s hand, begun once it is written down, and is what the agent says', async () => {
		const pc = agent();
		const sent = send();
		const job = await pc.job();
		expect(pc.shown().status).toBe('in_turn');
		expect(Buffer.from(job.bytes, 'base64').equals(SLIP)).toBe(true);
		expect([job.begun, sendings]).toEqual([false, []]);
		expect(await remotes.begin(KIOSK_PC, job.id)).toBeNull();
		expect(sendings).toEqual(['written down']);
		expect(remotes.end(KIOSK_PC, job.id, PRINTED)).toBeNull();
		expect(await sent).toEqual(PRINTED);
		expect(pc.shown().job).toBeNull();
	});

	test('that the printer cannot take is not sent, for the agent’s reason', async () => {
		const pc = agent();
		const sent = send();
		const job = await pc.job();
		remotes.end(KIOSK_PC, job.id, { kind: 'not_sent', fault: 'paper_out' });
		expect(await sent).toEqual({ kind: 'not_sent', fault: 'paper_out' });
		expect(sendings).toEqual([]);
	});

	test('is begun once: a second time is refused, and so is beginning what is not in hand any more', async () => {
		const pc = agent();
		const sent = send();
		const { id } = await pc.job();
		expect(await remotes.begin(KIOSK_PC, id)).toBeNull();
		expect(await remotes.begin(KIOSK_PC, id)).toEqual({ code: 'already_printed' });
		remotes.end(KIOSK_PC, id, { kind: 'unconfirmed' });
		expect(await sent).toEqual({ kind: 'unconfirmed' });
		expect(await remotes.begin(KIOSK_PC, id)).toEqual({ code: 'stale' });
		expect(remotes.end(KIOSK_PC, id, PRINTED)).toEqual({ code: 'stale' });
		expect(sendings).toHaveLength(1);
	});

	test('that nobody begins in time is taken back, and cannot be begun afterwards', async () => {
		const pc = agent();
		const sent = send();
		const { id } = await pc.job();
		expect(await sent).toEqual({ kind: 'not_sent', fault: 'offline' });
		expect(pc.shown().job).toBeNull();
		expect(await remotes.begin(KIOSK_PC, id)).toEqual({ code: 'stale' });
		expect(sendings).toEqual([]);
	});

	test('without an agent is not sent, at once', async () => {
		expect(await send()).toEqual({ kind: 'not_sent', fault: 'unreachable' });
		const pc = agent();
		pc.leave();
		expect(await send()).toEqual({ kind: 'not_sent', fault: 'unreachable' });
	});

	test('whose agent leaves before it begins is not sent', async () => {
		const pc = agent();
		const sent = send();
		await pc.job();
		pc.leave();
		expect(await sent).toEqual({ kind: 'not_sent', fault: 'unreachable' });
	});

	test('that is held up is told at once, and may come out after all', async () => {
		const pc = agent();
		const sent = send();
		const { id } = await pc.job();
		expect(remotes.trouble(KIOSK_PC, id, 'stalled')).toEqual({ code: 'wrong_state' });
		await remotes.begin(KIOSK_PC, id);
		expect(remotes.trouble(KIOSK_PC, id, 'stalled')).toBeNull();
		expect(troubles).toEqual(['stalled']);
		remotes.end(KIOSK_PC, id, PRINTED);
		expect(await sent).toEqual(PRINTED);
	});

	test('that could not be written down is not begun, and the next one is printed', async () => {
		const pc = agent();
		const full = new Error('the disk is full');
		const hooks = { onSending: () => Promise.reject(full), onTrouble: () => undefined };
		const sent = printer.send(SLIP, hooks, closing.signal);
		const failed = expect(sent).rejects.toBe(full);
		expect(await remotes.begin(KIOSK_PC, (await pc.job()).id)).toEqual({ code: 'stale' });
		await failed;
		const next = send();
		const { id } = await pc.job();
		await remotes.begin(KIOSK_PC, id);
		remotes.end(KIOSK_PC, id, PRINTED);
		expect(await next).toEqual(PRINTED);
	});

	test('of which an agent claims more than it was granted is not believed', async () => {
		const pc = agent();
		const sent = send();
		const { id } = await pc.job();
		for (const claim of [PRINTED, { kind: 'unconfirmed' }, { kind: 'broken', fault: 'reset' }] as const)
			expect(remotes.end(KIOSK_PC, id, claim)).toEqual({ code: 'wrong_state' });
		await remotes.begin(KIOSK_PC, id);
		// "Nothing went out" can be sure of itself only before the beginning: what follows is marked as a reprint.
		remotes.end(KIOSK_PC, id, { kind: 'not_sent', fault: 'reset' });
		expect(await sent).toEqual({ kind: 'broken', fault: 'reset' });
	});

	test('has an id of its own at every try, known to no other agent', async () => {
		const [pc, other] = [agent(), agent(OTHER_PC)];
		const first = send();
		const { id } = await pc.job();
		expect(other.shown().job).toBeNull();
		expect(await remotes.begin(OTHER_PC, id)).toEqual({ code: 'stale' });
		expect(remotes.trouble(OTHER_PC, id, 'stalled')).toEqual({ code: 'stale' });
		expect(remotes.end(OTHER_PC, id, { kind: 'not_sent', fault: 'cutter' })).toEqual({ code: 'stale' });
		remotes.end(KIOSK_PC, id, { kind: 'not_sent', fault: 'cover_open' });
		await first;
		const second = send();
		expect((await pc.job()).id).not.toBe(id);
		remotes.end(KIOSK_PC, (await pc.job()).id, { kind: 'not_sent', fault: 'cover_open' });
		await second;
	});

	test('waits for the one before it, even where two printers of the hall name the same agent', async () => {
		const pc = agent();
		const twin = remotes.printer(KIOSK_PC, 'Kios 1, cadangan', 'none');
		const sent = [send(printer, Buffer.from('1')), send(twin, Buffer.from('2')), send(printer, Buffer.from('3'))];
		const order: string[] = [];
		const ids = new Set<PrintJobId>();
		for (let turn = 0; turn < 3; turn++) {
			await expect.poll(() => pc.shown().job !== null && !ids.has(pc.shown().job?.id as PrintJobId)).toBe(true);
			const { id, bytes } = await pc.job();
			ids.add(id);
			order.push(Buffer.from(bytes, 'base64').toString());
			await remotes.begin(KIOSK_PC, id);
			remotes.end(KIOSK_PC, id, PRINTED);
		}
		expect(order).toEqual(['1', '2', '3']);
		expect(await Promise.all(sent)).toEqual([PRINTED, PRINTED, PRINTED]);
	});
});

describe('an agent that goes away in the middle of a slip', () => {
	const begun = async (pc: Agent) => {
		const sent = send();
		const { id } = await pc.job();
		await remotes.begin(KIOSK_PC, id);
		pc.leave();
		return { sent, id };
	};

	test('is told of, waited for, and asked how it went', async () => {
		const { sent, id } = await begun(agent());
		await expect.poll(() => troubles).toEqual(['unreachable']);
		const back = agent();
		expect(back.shown().job).toMatchObject({ id, begun: true });
		expect(await remotes.begin(KIOSK_PC, id)).toEqual({ code: 'already_printed' });
		remotes.end(KIOSK_PC, id, PRINTED);
		expect(await sent).toEqual(PRINTED);
	});

	test('comes back to the trouble that it had with the slip before', async () => {
		const pc = agent();
		const sent = send();
		const { id } = await pc.job();
		await remotes.begin(KIOSK_PC, id);
		remotes.trouble(KIOSK_PC, id, 'stalled');
		pc.leave();
		await expect.poll(() => troubles).toEqual(['stalled', 'unreachable']);
		agent();
		expect(troubles).toEqual(['stalled', 'unreachable', 'stalled']);
		remotes.end(KIOSK_PC, id, PRINTED);
		expect(await sent).toEqual(PRINTED);
	});

	test('for a blink is not told of', async () => {
		const { sent, id } = await begun(agent());
		agent();
		await soon(2 * QUICK.awayMs);
		expect(troubles).toEqual([]);
		remotes.end(KIOSK_PC, id, PRINTED);
		await sent;
	});

	test('and never comes back leaves a slip of which nothing is known', async () => {
		const { sent, id } = await begun(agent());
		expect(await sent).toEqual({ kind: 'unconfirmed' });
		expect(agent().shown().job).toBeNull();
		expect(remotes.end(KIOSK_PC, id, PRINTED)).toEqual({ code: 'stale' });
	});
});

test('an agent that is there and says nothing more of a slip is not waited for for ever', async () => {
	const pc = agent();
	const sent = send();
	await remotes.begin(KIOSK_PC, (await pc.job()).id);
	expect(await sent).toEqual({ kind: 'unconfirmed' });
});

test('a second line of the same agent ends the first, and what the first then does counts no more', async () => {
	const first = agent();
	const second = agent();
	expect([first.wasEnded(), second.wasEnded()]).toEqual([true, false]);
	first.leave();
	const sent = send();
	const { id } = await second.job();
	expect(first.shown().job).toBeNull();
	remotes.end(KIOSK_PC, id, { kind: 'not_sent', fault: 'paper_out' });
	await sent;
});

describe('a server that closes', () => {
	test('takes back what was not begun', async () => {
		const pc = agent();
		const sent = send();
		await pc.job();
		closing.abort();
		expect(await sent).toEqual({ kind: 'not_sent', fault: 'offline' });
		expect(await send()).toMatchObject({ kind: 'not_sent' });
	});

	test('claims nothing of what was begun, and only after it was written down', async () => {
		const pc = agent();
		const sent = send();
		const { id } = await pc.job();
		const granting = remotes.begin(KIOSK_PC, id);
		closing.abort();
		expect(await sent).toEqual({ kind: 'unconfirmed' });
		expect(sendings).toEqual(['written down']);
		await granting;
		expect(remotes.end(KIOSK_PC, id, PRINTED)).toEqual({ code: 'stale' });
	});
});

describe('how the printer stands', () => {
	const look = () => printer.look(closing.signal);

	test('is what its agent said last, while it is there', async () => {
		expect(await look()).toBe('unreachable');
		const pc = agent();
		expect(await look()).toBe('unknown');
		remotes.stands(KIOSK_PC, 'near_end');
		expect(await look()).toBe('near_end');
		pc.leave();
		expect(await look()).toBe('unreachable');
		agent();
		expect(await look()).toBe('unknown');
	});

	test('is asked for by a profile: an agent without a printer is told so', async () => {
		const pc = agent();
		expect(pc.shown().status).toBe('in_turn');
		await printer.close();
		await printer.close();
		expect(pc.shown().status).toBeNull();
		remotes.printer(KIOSK_PC, 'Kios 1', 'none');
		expect(pc.shown().status).toBe('none');
		expect(agent(OTHER_PC).shown()).toEqual({ status: null, job: null });
	});
});
