// `npm run hall -- …`: sets the hall up from the command line, also while the server is running. The only file of the
// set-up that touches the process and the terminal.

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Instant } from '../../shared/id.ts';
import { StartRefused } from '../store/open.ts';
import { COMMANDS, DONE, type ExitCode, MISUSED, OPTIONS, REFUSED, type Terminal, type Typed } from './commands.ts';
import { LANGUAGE_COMMANDS } from './language-commands.ts';
import { PRINTER_COMMANDS } from './printer-commands.ts';
import { refuseUsage, SetupRefused } from './refused.ts';
import { command } from './sentences.ts';
import { VOICE_COMMANDS } from './voice-commands.ts';

/** npm runs this in the program's folder; a file is meant from where the person stands. */
const typedFile = (file: string): string =>
	path.resolve(process.env.npm_lifecycle_event === 'hall' ? (process.env.INIT_CWD ?? '.') : '.', file);
/** A file that is not there or may not be touched: the person is told so. Anything else is a bug. */
const isSystemError = (error: unknown): boolean => error instanceof Error && 'syscall' in error;

const terminal: Terminal = {
	dataFolder: path.resolve(process.env.DATA_DIR || './data'),
	read: (file) => {
		try {
			return readFileSync(typedFile(file), 'utf8');
		} catch (error) {
			if (isSystemError(error)) return null;
			throw error;
		}
	},
	write: (file, text) => {
		try {
			writeFileSync(typedFile(file), text);
			return true;
		} catch (error) {
			if (isSystemError(error)) return false;
			throw error;
		}
	},
	print: (text) => {
		process.stdout.write(text);
	},
	tell: (line) => {
		process.stderr.write(`${line}\n`);
	},
};

/** Commands of one word take a file after it; the others are two words. */
function read(args: readonly string[]): { readonly typed: Typed; readonly words: readonly string[] } {
	try {
		const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
		return { typed: values, words: positionals };
	} catch (error) {
		if (error instanceof TypeError && 'code' in error) refuseUsage(command.wrongOption(args.join(' ')));
		throw error;
	}
}

async function main(args: readonly string[], at: Instant): Promise<ExitCode> {
	const { typed, words } = read(args);
	if (typed.help) {
		terminal.print(`${command.usage}\n`);
		return DONE;
	}
	const [first = '', second, third] = words;
	const known = new Map(Object.entries({ ...COMMANDS, ...PRINTER_COMMANDS, ...VOICE_COMMANDS, ...LANGUAGE_COMMANDS }));
	const alone = known.get(first);
	const chosen = alone ?? known.get(`${first} ${second}`);
	const takesFile = alone !== undefined || first === 'language';
	if (!chosen || words.length > (alone || !takesFile ? 2 : 3)) refuseUsage(command.usage);
	return chosen({ typed, file: takesFile ? (alone ? second : third) : undefined, at, terminal });
}

main(process.argv.slice(2), Date.now()).then(
	(code) => {
		process.exitCode = code;
	},
	(error: unknown) => {
		if (!(error instanceof SetupRefused || error instanceof StartRefused)) throw error;
		terminal.tell(error.message);
		process.exitCode = error instanceof SetupRefused && error.usage ? MISUSED : REFUSED;
	},
);
