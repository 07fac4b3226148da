// The agent's command line, read; and what it says to a wrong one.

import { parseArgs } from 'node:util';
import { readWay } from '../server/print/ways/address.ts';
import { isOwnWay, type OwnWay } from '../server/print/ways/open.ts';
import { words } from '../shared/words/words.ts';
import { Refused } from './refused.ts';

export interface Options {
	/** The server's origin; null: the one that it is paired with. */
	readonly server: string | null;
	readonly code: string | null;
	/** null: the first USB printer. */
	readonly printer: { readonly text: string; readonly way: OwnWay } | null;
	/** null: in the home folder. */
	readonly state: string | null;
}

const OPTIONS = {
	server: { type: 'string' },
	code: { type: 'string' },
	printer: { type: 'string' },
	state: { type: 'string' },
	help: { type: 'boolean' },
} as const;

const { usage, wrong } = words.id.agent;

export function readOptions(args: readonly string[]): Options | 'help' {
	const typed = parsed(args);
	if (typed.help) return 'help';
	return {
		server: typed.server === undefined ? null : readServer(typed.server),
		// As people write it down.
		code: typed.code?.toUpperCase().replaceAll(/[\s-]/g, '') || null,
		printer: typed.printer === undefined ? null : readPrinter(typed.printer),
		state: typed.state || null,
	};
}

function parsed(args: readonly string[]) {
	try {
		return parseArgs({ args: [...args], options: OPTIONS }).values;
	} catch (error) {
		if (error instanceof TypeError && 'code' in error) throw new Refused(`${wrong.option(args.join(' '))}\n\n${usage}`);
		throw error;
	}
}

function readServer(text: string): string {
	const url = URL.canParse(text) ? new URL(text) : null;
	if (!url || !/^https?:$/.test(url.protocol)) throw new Refused(wrong.server);
	return url.origin;
}

/** A printer of this very computer's; what only a server knows (an agent, a browser) is none. */
export function readPrinter(text: string): NonNullable<Options['printer']> {
	const read = readWay(text);
	if (!read.ok || !isOwnWay(read.way)) throw new Refused(wrong.printer(text));
	return { text, way: read.way };
}
