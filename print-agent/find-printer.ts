// Which printer of this computer is meant where none is named, and whether this person may use it.

import { accessSync, constants, readdirSync } from 'node:fs';
import path from 'node:path';
import type { OwnWay } from '../server/print/ways/open.ts';

/** Where the kernel's USB printer class puts them. */
const USB_FOLDER = '/dev/usb';

/** "usb:/dev/usb/lp0"; null where no USB printer is connected and switched on. `folder`: for tests. */
export function firstUsbPrinter(folder: string = USB_FOLDER): string | null {
	const numbers = names(folder)
		.flatMap((name) => /^lp(\d+)$/.exec(name)?.[1] ?? [])
		.map(Number)
		.sort((a, b) => a - b);
	const [first] = numbers;
	return first === undefined ? null : `usb:${path.posix.join(folder, `lp${first}`)}`;
}

function names(folder: string): readonly string[] {
	try {
		return readdirSync(folder);
	} catch (error) {
		// No printer was ever connected: the folder is not there.
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
		throw error;
	}
}

/** The device file that this person may not write to and read from; null where that is no question, or not yet. */
export function forbidden(way: OwnWay): string | null {
	if (way.kind !== 'usb' && way.kind !== 'serial') return null;
	try {
		accessSync(way.path, constants.R_OK | constants.W_OK);
		return null;
	} catch (error) {
		// One that is not there may come: it is looked for as long as the agent runs.
		return error instanceof Error && 'code' in error && error.code === 'EACCES' ? way.path : null;
	}
}
