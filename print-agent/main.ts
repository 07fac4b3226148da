// `npm run print-agent`: prints the hall's slips on the printer of this computer. The only file of the agent that touches
// the process and the terminal.

import { homedir, userInfo } from 'node:os';
import path from 'node:path';
import { openPrinter } from '../server/print/ways/open.ts';
import { SECOND } from '../shared/id.ts';
import { words } from '../shared/words/words.ts';
import { aloneWith } from './alone.ts';
import { firstUsbPrinter, forbidden } from './find-printer.ts';
import { openHall } from './hall.ts';
import { type Kept, openMemory, readKept, Unreadable, writeKept } from './memory.ts';
import { type Options, readOptions, readPrinter } from './options.ts';
import { pair } from './pair.ts';
import { Refused } from './refused.ts';
import { work } from './work.ts';

/** What a supervisor waits for at least, in all: for the slip in hand, and for telling how it went. */
const FINISH_WITHIN = 1.2 * SECOND;
const END_WITHIN = 1.9 * SECOND;

const said = words.id.agent;
const say = (line: string): void => {
	process.stdout.write(`${line}\n`);
};
/** npm runs this in the program's folder; a file is meant from where the person stands. */
const typedFile = (file: string): string =>
	path.resolve(process.env.npm_lifecycle_event === 'print-agent' ? (process.env.INIT_CWD ?? '.') : '.', file);

function remembered(file: string): Kept | null {
	try {
		return readKept(file);
	} catch (error) {
		if (error instanceof Unreadable) throw new Refused(said.wrong.state(file), { cause: error });
		throw error;
	}
}

/** Who this agent is for that server: known already, or paired now by the code. */
async function identity(file: string, { server, code }: Options): Promise<Kept> {
	const before = remembered(file);
	const at = server ?? before?.server;
	if (!at) throw new Refused(`${said.wrong.noServerGiven}\n\n${said.usage}`);
	if (before?.server === at && (code === null || code === before.code)) return before;
	if (code === null) throw new Refused(said.wrong.noCodeGiven);
	const { token, name } = await pair(at, code);
	const kept: Kept = { server: at, token, name, code, begun: before?.begun ?? [], untold: [] };
	writeKept(file, kept);
	say(said.paired(name));
	return kept;
}

/** The printer of this computer, checked before the hall is told that there is an agent. */
function choosePrinter(named: Options['printer']): NonNullable<Options['printer']> {
	const first = named ? null : firstUsbPrinter();
	const printer = named ?? (first === null ? null : readPrinter(first));
	if (!printer) throw new Refused(said.wrong.noPrinter);
	const path = forbidden(printer.way);
	if (path !== null) throw new Refused(said.wrong.noPermission(path, userInfo().username));
	return printer;
}

async function main(args: readonly string[]): Promise<void> {
	const options = readOptions(args);
	if (options === 'help') {
		say(said.usage);
		return;
	}
	const printer = choosePrinter(options.printer);
	const file = options.state ? typedFile(options.state) : path.join(homedir(), '.giliran-print-agent.json');
	if (!(await aloneWith(file))) throw new Refused(said.wrong.running(file));
	const kept = await identity(file, options);
	say(said.starts(printer.text, kept.server));

	const [stop, hurry] = [new AbortController(), new AbortController()];
	const hall = openHall(kept.server, kept.token, {
		onConnected: () => say(said.connected),
		onAway: () => say(said.away),
	});
	const end = (): void => {
		if (stop.signal.aborted) return;
		say(said.stopping);
		stop.abort();
		hall.wake();
		setTimeout(() => hurry.abort(), FINISH_WITHIN).unref();
		setTimeout(() => process.exit(0), END_WITHIN).unref();
	};
	process.on('SIGTERM', end);
	process.on('SIGINT', end);
	const open = (status: Parameters<typeof openPrinter>[1]['status']) =>
		openPrinter(printer.way, { status, hasSpoken: false });
	const why = await work({ hall, memory: openMemory(file, kept), open, say, stop: stop.signal, hurry: hurry.signal });
	hall.close();
	if (why !== 'stopped') throw new Refused(why === 'wrong_protocol' ? said.wrong.protocol : said.wrong.revoked);
}

main(process.argv.slice(2)).then(
	() => process.exit(0),
	(error: unknown) => {
		// What the person can mend is a sentence; anything else is a bug and is shown whole.
		const text = error instanceof Refused ? error.message : error instanceof Error ? error.stack : String(error);
		process.stderr.write(`${text}\n`);
		process.exit(1);
	},
);
