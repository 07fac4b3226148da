// From a printer as it is set up to the one that prints: the way decides which adapter, the profile how it is spoken to.

import type { Printer as PrinterSetup } from '../store/catalogue.ts';
import { profileOf } from './compose.ts';
import type { Remotes } from './remote.ts';
import type { Log } from './spooler.ts';
import { readWay } from './ways/address.ts';
import { isOwnWay, openPrinter } from './ways/open.ts';
import type { Printer } from './ways/printer.ts';

/** `hasSpoken`: it has told how it stands, in this run or an earlier one. Nothing is opened before it is needed; null where nothing of ours brings the bytes there. */
export function openPrinters(
	remotes: Remotes,
	log: Log,
	hasSpoken: (setup: PrinterSetup) => boolean,
): (setup: PrinterSetup) => Printer | null {
	return (setup) => {
		const read = readWay(setup.way);
		const { status } = profileOf(setup);
		if (!read.ok) {
			// A row that another release wrote. What waits for it is given up in time, and told.
			log.error({ printer: setup.name, way: setup.way }, 'a printer that this release cannot reach');
			return null;
		}
		if (isOwnWay(read.way)) return openPrinter(read.way, { status, hasSpoken: hasSpoken(setup) });
		if (read.way.kind === 'browser' || setup.deviceId === null) return null;
		return remotes.printer(setup.deviceId, setup.name, status);
	};
}
