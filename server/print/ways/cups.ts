// A raw queue of CUPS, by its own programs and without a shell. The queue says when it has got rid of a slip, not whether
// paper came out: so a slip is never more than "sent, unconfirmed" here, and no less than withdrawn when the queue stops.

import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { isTrouble, type PrinterFault, type PrinterState, type PrintOutcome } from '../../../shared/slip.ts';
import { writeWay } from './address.ts';
import { codeOf } from './device.ts';
import type { Limits } from './limits.ts';
import type { Hooks, Printer } from './printer.ts';
import { openTurns } from './turns.ts';

/** Of one of its programs; they answer in some hundredths of a second. */
const PROGRAM_MS = 1_300;
/** Between two looks at a slip in the queue. */
const POLL_MS = 150;

const notSent = (fault: PrinterFault): PrintOutcome => ({ kind: 'not_sent', fault });
const broken = (fault: PrinterFault): PrintOutcome => ({ kind: 'broken', fault });
const UNCONFIRMED: PrintOutcome = { kind: 'unconfirmed' };

/** `hung`: it was ended by us, so nobody knows what it did. */
type Ran = { readonly is: 'done'; readonly out: string } | { readonly is: 'failed' | 'missing' | 'hung' };

/** What the printer reports through its driver, where there is one: RFC 8011, 5.4.12, with or without a severity at its end. */
const ALERTS: readonly (readonly [RegExp, PrinterState])[] = [
	[/\b(?:cover|door)-open\b/, 'cover_open'],
	[/\bmedia-(?:empty|needed)\b/, 'paper_out'],
	[/\bmedia-jam\b/, 'cutter'],
	[/\b(?:offline|shutdown|timed-out|stopped)\b/, 'offline'],
	[/\bmedia-low\b/, 'near_end'],
];

interface Queue {
	/** `unknown` when all is well: a queue does not know about paper. */
	readonly state: PrinterState;
	/** The job that is being printed. */
	readonly printing: string | null;
}

/** Reads what `lpstat -l -p` says in the C locale. */
export function readQueue(text: string): Queue {
	const printing = /^printer \S+ now printing (\S+?)\. /m.exec(text)?.[1] ?? null;
	if (/^printer \S+ disabled since /m.test(text)) return { state: 'offline', printing };
	const alerts = /^\s*Alerts: (.*)$/m.exec(text)?.[1] ?? '';
	return { state: ALERTS.find(([alert]) => alert.test(alerts))?.[1] ?? 'unknown', printing };
}

/** `env` names the server where it is not this machine's own (CUPS_SERVER), and where the programs are (PATH). */
export function cupsPrinter(queue: string, env: NodeJS.ProcessEnv, limits: Limits): Printer {
	const { turn, close } = openTurns();

	const run = (program: string, args: readonly string[], input: Uint8Array): Promise<Ran> =>
		new Promise((resolve) => {
			// Its words are read below: they must be those of no language.
			const child = spawn(program, args, { env: { ...env, LC_ALL: 'C', LANG: 'C' }, windowsHide: true });
			let out = '';
			const timer = setTimeout(() => {
				child.kill('SIGKILL');
				resolve({ is: 'hung' });
			}, PROGRAM_MS);
			child.stdout.setEncoding('utf8').on('data', (text: string) => {
				out += text;
			});
			child.stderr.resume();
			// It may end without reading what it is given; how it ended is told below.
			child.stdin.on('error', () => undefined);
			child.on('error', (error) => {
				clearTimeout(timer);
				resolve({ is: codeOf(error) === 'ENOENT' ? 'missing' : 'failed' });
			});
			child.on('close', (code) => {
				clearTimeout(timer);
				resolve(code === 0 ? { is: 'done', out } : { is: 'failed' });
			});
			child.stdin.end(input);
		});
	const ask = (program: string, ...args: readonly string[]): Promise<Ran> => run(program, args, new Uint8Array());

	async function queueNow(): Promise<Queue> {
		const ran = await ask('lpstat', '-l', '-p', queue);
		// No such queue, no such program, or no server at the other end.
		return ran.is === 'done' ? readQueue(ran.out) : { state: 'unreachable', printing: null };
	}
	/** Null: it cannot be said. */
	async function isQueued(id: string): Promise<boolean | null> {
		const ran = await ask('lpstat', '-o', queue);
		return ran.is === 'done' ? ran.out.split('\n').some((line) => line.split(/\s/, 1)[0] === id) : null;
	}
	/** Takes a slip out of the queue again. What has gone out of it already is not known to anybody. */
	async function withdrawn(id: string, begun: boolean, fault: PrinterFault): Promise<PrintOutcome> {
		const ran = await ask('cancel', id);
		if (ran.is !== 'done') return UNCONFIRMED;
		return begun ? broken(fault) : notSent(fault);
	}

	async function followed(id: string, hooks: Hooks, signal: AbortSignal): Promise<PrintOutcome> {
		const since = performance.now();
		let told = false;
		// Only while another slip is being printed is it certain that nothing of this one has gone out.
		let begun = false;
		for (;;) {
			const now = await queueNow();
			const queued = await isQueued(id);
			if (queued === false) return UNCONFIRMED;
			begun ||= now.printing === null || now.printing === id;
			const waited = performance.now() - since;
			if (signal.aborted) return withdrawn(id, begun, 'offline');
			if (now.state !== 'unreachable' && isTrouble(now.state)) return withdrawn(id, begun, now.state);
			if (waited >= limits.giveUpMs) return withdrawn(id, begun, 'stalled');
			if (!told && waited >= limits.stallMs) {
				told = true;
				hooks.onTrouble('stalled');
			}
			await sleep(POLL_MS);
		}
	}

	async function job(bytes: Uint8Array, hooks: Hooks, signal: AbortSignal): Promise<PrintOutcome> {
		if (signal.aborted) return notSent('offline');
		const { state } = await queueNow();
		if (isTrouble(state)) return notSent(state);
		if (signal.aborted) return notSent('offline');
		await hooks.onSending();
		const ran = await run('lp', ['-d', queue, '-o', 'raw', '-t', 'Giliran'], bytes);
		switch (ran.is) {
			case 'missing':
				return notSent('unreachable');
			case 'failed':
				return notSent('refused');
			case 'hung':
				return UNCONFIRMED;
			case 'done': {
				const id = /^request id is (\S+)/m.exec(ran.out)?.[1];
				return id ? followed(id, hooks, signal) : UNCONFIRMED;
			}
		}
	}

	return {
		name: writeWay({ kind: 'cups', queue }),
		send: (bytes, hooks, signal) => turn((mine) => job(bytes, hooks, mine), signal),
		look: (signal) => turn(async (mine) => (mine.aborted ? 'unknown' : (await queueNow()).state), signal),
		close,
	};
}
