// `npm run demo`: plays a seeded day against the running example hall. The only file of the demo that touches the process,
// the terminal and the clock.

import { parseArgs } from 'node:util';
import { readMinute } from '../shared/day.ts';
import { MINUTE } from '../shared/id.ts';
import type { RefusalCode } from '../shared/refusal.ts';
import { NoServer, NotGiliran } from './door.ts';
import { judge, percentile } from './figures.ts';
import { readHabits } from './hall-file.ts';
import { type PlayAsk, type Played, play } from './play.ts';
import { CannotPlay } from './screens.ts';
import { say, summary, usage, verdict, wrong } from './sentences.ts';

/** A wrong option: the sentence, then how the command is used. */
class Misused extends Error {}

/** "No"s that belong to a day with many hands: somebody was faster, a line was served out, a quota was reached. */
const UNDERSTOOD: readonly RefusalCode[] = [
	'stale',
	'line_empty',
	'visit_busy',
	'not_your_ticket',
	'already_in_line',
	'closed',
	'undo_too_late',
	'nothing_to_undo',
	'offline',
];

const OPTIONS = {
	seed: { type: 'string' },
	speed: { type: 'string' },
	visitors: { type: 'string' },
	url: { type: 'string' },
	officers: { type: 'string' },
	until: { type: 'string' },
	free: { type: 'string' },
	help: { type: 'boolean' },
} as const;

function readAsk(args: readonly string[]): PlayAsk | 'help' {
	const values = typed(args);
	if (values.help) return 'help';
	const habits = readHabits();
	const whole = (name: keyof typeof values, least: number, most: number, otherwise: number): number => {
		const text = values[name];
		if (text === undefined) return otherwise;
		const value = Number(text);
		if (!/^\d+$/.test(String(text)) || value < least || value > most) throw new Misused(wrong.whole(name, least, most));
		return value;
	};
	const speed = Number(values.speed ?? 60);
	if (!(speed >= 1 && speed <= 3600)) throw new Misused(wrong.speed);
	const until = values.until === undefined ? null : readMinute(values.until.replace('.', ':'));
	if (values.until !== undefined && until === null) throw new Misused(wrong.until);
	return {
		url: readUrl(values.url ?? ownUrl(process.env)),
		seed: whole('seed', 0, 2 ** 32 - 1, 1),
		speed,
		visitors: whole(
			'visitors',
			1,
			5000,
			[...habits.perDay.values()].reduce((sum, it) => sum + it, 0),
		),
		officers: values.officers === undefined ? null : whole('officers', 1, 9999, 1),
		until: until === null ? null : until * MINUTE,
		free: whole('free', 0, 9999, 1),
		habits,
	};
}

function typed(args: readonly string[]) {
	try {
		return parseArgs({ args: [...args], options: OPTIONS }).values;
	} catch (error) {
		if (error instanceof TypeError && 'code' in error) throw new Misused(wrong.option(args.join(' ')));
		throw error;
	}
}

/** Where `npm start` listens in the same environment; a server on all addresses is also on this one. */
function ownUrl(env: Readonly<Record<string, string | undefined>>): string {
	const host = env.HOST || '127.0.0.1';
	const local = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
	return `http://${local.includes(':') ? `[${local}]` : local}:${env.PORT || '3000'}`;
}

function readUrl(text: string): string {
	const url = URL.canParse(text) ? new URL(text) : null;
	if (!url || !/^https?:$/.test(url.protocol)) throw new Misused(wrong.url);
	return url.origin;
}

const terminal = process.stdout;
let open = false;
/** A line that stays. */
const line = (text: string): void => {
	terminal.write(`${open ? '\r\u001b[2K' : ''}${text}\n`);
	open = false;
};
/** A line that the next one replaces, where the terminal can do that. */
const progress = (text: string): void => {
	if (terminal.isTTY) terminal.write(`\r\u001b[2K${text}`);
	else line(text);
	open = terminal.isTTY;
};

/** Says how the day was; whether the demo and the server agree and nothing unexpected was refused. */
function conclude({ floor, before, after, endedAt }: Played, speed: number): boolean {
	const { tally } = floor;
	const waits = [...tally.waits.values()].map((ms) => ms * speed);
	const refusals = [...tally.refusals];
	const list = (all: typeof refusals): string => all.map(([code, times]) => `${code} ${times}`).join(', ');
	const unexpected = refusals.filter(([code]) => !UNDERSTOOD.includes(code));
	line(
		summary({
			...tally,
			stopped: floor.phase === 'stopped',
			moment: endedAt,
			medianWait: percentile(waits, 0.5),
			p90Wait: percentile(waits, 0.9),
			understood: list(refusals.filter(([code]) => UNDERSTOOD.includes(code))),
		}),
	);
	if (unexpected.length > 0) line(verdict.unexpected(list(unexpected)));
	if (!after) {
		line(verdict.unread('offline'));
		return false;
	}
	const { ok, lines } = judge(before, after, tally);
	for (const text of lines) line(text);
	return ok && unexpected.length === 0;
}

async function main(args: readonly string[]): Promise<0 | 1> {
	const ask = readAsk(args);
	if (ask === 'help') {
		line(usage);
		return 0;
	}
	const stop = new AbortController();
	process.on('SIGINT', () => {
		if (stop.signal.aborted) process.exit(1);
		stop.abort();
		line(say.stopping);
	});
	process.on('SIGTERM', () => stop.abort());
	try {
		const played = await play(ask, { clock: () => Date.now(), stop: stop.signal, line, progress });
		return conclude(played, ask.speed) ? 0 : 1;
	} catch (error) {
		if (error instanceof NoServer) throw new CannotPlay(wrong.noServer(ask.url));
		if (error instanceof NotGiliran) throw new CannotPlay(wrong.notGiliran(ask.url));
		throw error;
	}
}

main(process.argv.slice(2)).then(
	(code) => process.exit(code),
	(error: unknown) => {
		// What the person can mend is a sentence; anything else is a bug and is shown whole.
		const text =
			error instanceof Misused
				? `${error.message}\n\n${usage}`
				: error instanceof CannotPlay
					? error.message
					: error instanceof Error
						? error.stack
						: String(error);
		process.stderr.write(`${text}\n`);
		process.exit(1);
	},
);
